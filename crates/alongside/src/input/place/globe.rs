//! From latitude and longitude, or easting and northing, to the one inner form.
//!
//! The national grid is undone as the Ordnance Survey's guide to coordinate systems in Great Britain describes it
//! (its annexes B and C): an inverse transverse Mercator projection on the ellipsoid Airy 1830, then the seven-parameter
//! transformation to WGS84, which is good to about 5 m. The mathematical functions are those of `libm`, because those
//! of a machine's own library may differ in the last bit.

use super::PlaceFault;
use crate::domain::Place;
use libm::{atan2, cos, hypot, round, sin, sqrt, tan};
use std::f64::consts::PI;

/// An ellipsoid: half of its greater axis in metres, and its squared eccentricity.
struct Ellipsoid {
    a: f64,
    e2: f64,
}

const WGS84: Ellipsoid = Ellipsoid { a: 6_378_137.0, e2: 0.006_694_379_990_141_33 };
const AIRY: Ellipsoid = Ellipsoid { a: 6_377_563.396, e2: AIRY_E2 };
const AIRY_B: f64 = 6_356_256.909;
const AIRY_E2: f64 = 1.0 - (AIRY_B * AIRY_B) / (6_377_563.396 * 6_377_563.396);

/// Scale on the central meridian, and the true origin: latitude and longitude in radians, its northing and easting.
const SCALE: f64 = 0.999_601_271_7;
const ORIGIN: (f64, f64) = (49.0 * PI / 180.0, -2.0 * PI / 180.0);
const FALSE: (f64, f64) = (-100_000.0, 400_000.0);

/// From the grid's datum to WGS84: shift in metres, scale, rotations in radians.
const SHIFT: [f64; 3] = [446.448, -125.157, 542.060];
const STRETCH: f64 = 1.0 - 20.4894e-6;
const SECOND: f64 = PI / 648_000.0;
const TURN: [f64; 3] = [0.1502 * SECOND, 0.2470 * SECOND, 0.8421 * SECOND];

/// Ends of the national grid in metres, east and north.
const GRID: (f64, f64) = (700_000.0, 1_300_000.0);

/// The place of a latitude and longitude in degrees (WGS84, north and east positive).
pub(crate) fn from_degrees(latitude: f64, longitude: f64) -> Result<Place, PlaceFault> {
    if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
        return Err(PlaceFault::OffGlobe);
    }
    if latitude == 0.0 && longitude == 0.0 {
        return Err(PlaceFault::Origin);
    }
    Ok(placed(WGS84.point(latitude * PI / 180.0, longitude * PI / 180.0)))
}

/// The place of an easting and northing of the British national grid, in metres.
pub(crate) fn from_grid(easting: f64, northing: f64) -> Result<Place, PlaceFault> {
    if !(0.0..=GRID.0).contains(&easting) || !(0.0..=GRID.1).contains(&northing) {
        return Err(PlaceFault::OffGrid);
    }
    if easting == 0.0 && northing == 0.0 {
        return Err(PlaceFault::Origin);
    }
    let (latitude, longitude) = airy(easting, northing);
    let (latitude, longitude) = on_wgs84(transformed(AIRY.point(latitude, longitude)));
    Ok(placed(WGS84.point(latitude, longitude)))
}

impl Ellipsoid {
    /// The point on its surface, in metres from its centre.
    fn point(&self, latitude: f64, longitude: f64) -> [f64; 3] {
        let s = sin(latitude);
        let nu = self.a / sqrt(1.0 - self.e2 * s * s);
        let across = nu * cos(latitude);
        [across * cos(longitude), across * sin(longitude), nu * (1.0 - self.e2) * s]
    }
}

/// Whole metres.
fn placed(point: [f64; 3]) -> Place {
    Place::new(point.map(|metres| round(metres) as i32))
}

/// Latitude and longitude on Airy 1830 of a point of the grid.
fn airy(easting: f64, northing: f64) -> (f64, f64) {
    let n = (AIRY.a - AIRY_B) / (AIRY.a + AIRY_B);
    let af = AIRY.a * SCALE;
    let mut latitude = ORIGIN.0;
    let mut arc = 0.0;
    // Each round leaves about a 300th of the distance before it; seven are more than enough for a millimetre.
    for _ in 0..7 {
        latitude += (northing - FALSE.0 - arc) / af;
        arc = meridian(n, latitude);
    }
    let (s, t) = (sin(latitude), tan(latitude));
    let nu = af / sqrt(1.0 - AIRY.e2 * s * s);
    let rho = nu * (1.0 - AIRY.e2) / (1.0 - AIRY.e2 * s * s);
    let eta2 = nu / rho - 1.0;
    let (t2, secant) = (t * t, 1.0 / cos(latitude));
    let t4 = t2 * t2;
    let d = (easting - FALSE.1) / nu;
    let d2 = d * d;
    // The guide's series VII to XIIA, each divided by its power of nu.
    let vii = t * nu / (2.0 * rho);
    let viii = t * nu / (24.0 * rho) * (5.0 + 3.0 * t2 + eta2 - 9.0 * t2 * eta2);
    let ix = t * nu / (720.0 * rho) * (61.0 + 90.0 * t2 + 45.0 * t4);
    let xi = secant / 6.0 * (nu / rho + 2.0 * t2);
    let xii = secant / 120.0 * (5.0 + 28.0 * t2 + 24.0 * t4);
    let xiia = secant / 5040.0 * (61.0 + 662.0 * t2 + 1320.0 * t4 + 720.0 * t4 * t2);
    let north = latitude - d2 * (vii - d2 * (viii - d2 * ix));
    let east = ORIGIN.1 + d * (secant - d2 * (xi - d2 * (xii - d2 * xiia)));
    (north, east)
}

/// Length of the meridian from the true origin to this latitude, scaled.
fn meridian(n: f64, latitude: f64) -> f64 {
    let (less, more) = (latitude - ORIGIN.0, latitude + ORIGIN.0);
    let (n2, n3) = (n * n, n * n * n);
    AIRY_B
        * SCALE
        * ((1.0 + n + 1.25 * n2 + 1.25 * n3) * less - (3.0 * n + 3.0 * n2 + 2.625 * n3) * sin(less) * cos(more)
            + 1.875 * (n2 + n3) * sin(2.0 * less) * cos(2.0 * more)
            - 35.0 / 24.0 * n3 * sin(3.0 * less) * cos(3.0 * more))
}

/// The same point, from the grid's datum to WGS84.
fn transformed([x, y, z]: [f64; 3]) -> [f64; 3] {
    let ([tx, ty, tz], [rx, ry, rz]) = (SHIFT, TURN);
    [tx + STRETCH * x - rz * y + ry * z, ty + rz * x + STRETCH * y - rx * z, tz - ry * x + rx * y + STRETCH * z]
}

/// Latitude and longitude on WGS84 of a point near its surface: its height is of no interest here.
fn on_wgs84([x, y, z]: [f64; 3]) -> (f64, f64) {
    let across = hypot(x, y);
    let mut latitude = atan2(z, across * (1.0 - WGS84.e2));
    // Near the surface each round gains more than five digits.
    for _ in 0..4 {
        let s = sin(latitude);
        let nu = WGS84.a / sqrt(1.0 - WGS84.e2 * s * s);
        latitude = atan2(z + WGS84.e2 * nu * s, across);
    }
    (latitude, atan2(y, x))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(one: Place, other: Place) -> f64 {
        let (one, other) = (one.metres(), other.metres());
        let squares = one.iter().zip(other).map(|(a, b)| f64::from(a - b) * f64::from(a - b));
        squares.sum::<f64>().sqrt()
    }

    /// Points of the grid with the latitude and longitude that the Ordnance Survey's exact transformation (OSTN15)
    /// gives them.
    const KNOWN: &[(f64, f64, f64, f64)] = &[
        (530_000.0, 180_000.0, 51.503_992_2, -0.128_328_9),
        (651_409.0, 313_177.0, 52.658_004_2, 1.716_061_8),
        (429_157.0, 623_009.0, 55.5, -1.540_026_9),
        (90_000.0, 10_000.0, 49.909_664_8, -6.319_446_4),
        (460_000.0, 1_140_000.0, 60.140_130_1, -0.921_540_1),
        (337_297.0, 503_695.0, 54.424_81, -2.967_937_4),
        (130_000.0, 930_000.0, 58.175_939_3, -6.594_102),
    ];

    #[test]
    fn grid_and_degrees_meet_within_a_few_metres_all_over_great_britain() {
        for &(easting, northing, latitude, longitude) in KNOWN {
            let (grid, globe) = (from_grid(easting, northing).unwrap(), from_degrees(latitude, longitude).unwrap());
            assert!(apart(grid, globe) < 6.0, "{easting} {northing}: {} m", apart(grid, globe));
        }
    }

    #[test]
    fn coordinates_are_the_same_to_the_metre_on_every_machine() {
        // Written down once; a machine on which they differ would propose other pairs.
        assert_eq!(from_degrees(51.5, -0.12).unwrap().metres(), LONDON);
        assert_eq!(from_grid(530_000.0, 180_000.0).unwrap().metres(), CHARING_CROSS);
        assert_eq!(from_degrees(90.0, 17.0).unwrap().metres(), [0, 0, 6_356_752]);
        assert_eq!(from_degrees(0.0, 180.0).unwrap().metres(), [-6_378_137, 0, 0]);
    }

    const LONDON: [i32; 3] = [3_978_640, -8333, 4_968_362];
    const CHARING_CROSS: [i32; 3] = [3_978_291, -8912, 4_968_639];

    #[test]
    fn straight_lines_hardly_differ_from_distances_on_the_grid() {
        let from = |easting: f64, northing: f64| from_grid(easting, northing).unwrap();
        // The grid stretches by at most a part in 2,000 in these parts.
        let apart = apart(from(400_000.0, 300_000.0), from(460_000.0, 380_000.0));
        assert!((apart - 100_000.0).abs() < 60.0, "{apart}");
    }

    #[test]
    fn what_is_off_the_map_is_refused() {
        for (latitude, longitude) in [(90.1, 0.0), (-91.0, 10.0), (51.5, 180.5), (f64::NAN, 0.0), (0.0, f64::INFINITY)]
        {
            assert_eq!(from_degrees(latitude, longitude), Err(PlaceFault::OffGlobe));
        }
        for (easting, northing) in [(700_001.0, 1.0), (1.0, 1_300_001.0), (-1.0, 5.0), (f64::NAN, 5.0)] {
            assert_eq!(from_grid(easting, northing), Err(PlaceFault::OffGrid));
        }
        assert_eq!((from_degrees(0.0, -0.0), from_grid(0.0, 0.0)), (Err(PlaceFault::Origin), Err(PlaceFault::Origin)));
    }
}
