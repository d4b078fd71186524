//! Places as people write them.

use super::postcodes::look_up;
use super::{Located, PlaceFault, from_degrees, from_grid};

/// The longest text that can be a place, in bytes.
const MAX_LENGTH: usize = 100;

/// Latitudes and longitudes of the United Kingdom, generously.
const DEGREES: ([f64; 2], [f64; 2]) = ([49.0, 61.5], [-9.0, 2.5]);

/// Reads a postcode (`SW1A 1AA`), a sector (`SW1A 1`), an outcode (`SW1A`), an easting and northing
/// (`E 530000 N 180000`), or a latitude and longitude (`51.5, -0.12` or `51.5 N, 0.12 W`).
///
/// Two bare numbers, as two joined columns give them, are degrees where they can be, and metres of the grid where they
/// cannot.
pub(crate) fn parse_place(text: &str) -> Result<Located, PlaceFault> {
    let text = text.trim();
    if text.len() > MAX_LENGTH {
        return Err(PlaceFault::Form);
    }
    let text = text.replace('°', " ").to_uppercase();
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == ',' || c == ';').collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let joined = words.concat();
    if let [one, other] = words.as_slice()
        && let (Some(one), Some(other)) = (number(one), number(other))
    {
        return two_numbers(one, other);
    }
    if let Some((easting, northing)) = grid(&joined) {
        return from_grid(easting, northing).map(Located::Coordinates);
    }
    if let Some((latitude, longitude)) = compass(&joined) {
        return from_degrees(latitude, longitude).map(Located::Coordinates);
    }
    postcode(&words).ok_or(PlaceFault::Form).map(|(outcode, sector)| look_up(&outcode, sector))
}

/// A number in plain digits: no exponent, no word.
pub(crate) fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let begins = digits.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    if plain && begins { text.parse().ok() } else { None }
}

fn two_numbers(one: f64, other: f64) -> Result<Located, PlaceFault> {
    if one.abs() <= 90.0 && other.abs() <= 180.0 {
        if looks_exchanged(one, other) {
            return Err(PlaceFault::Exchanged);
        }
        return from_degrees(one, other).map(Located::Coordinates);
    }
    // Nobody lives within a kilometre of the grid's southern or western edge.
    if one >= 1000.0 && other >= 1000.0 {
        return from_grid(one, other).map(Located::Coordinates);
    }
    if looks_exchanged(one, other) { Err(PlaceFault::Exchanged) } else { Err(PlaceFault::OffGlobe) }
}

/// Whether a latitude and longitude would lie in the United Kingdom the other way round.
pub(crate) fn looks_exchanged(latitude: f64, longitude: f64) -> bool {
    let ([south, north], [west, east]) = DEGREES;
    (west..=east).contains(&latitude) && (south..=north).contains(&longitude)
}

/// `E530000N180000`, in either order; four digits and more, so that no postcode is taken for it.
fn grid(joined: &str) -> Option<(f64, f64)> {
    let read = |first: char, second: char| {
        let (one, other) = joined.strip_prefix(first)?.split_once(second)?;
        let long = one.len() >= 4 && other.len() >= 4;
        if long { Some((number(one)?, number(other)?)) } else { None }
    };
    read('E', 'N').or_else(|| read('N', 'E').map(|(northing, easting)| (easting, northing)))
}

/// `51.5N0.12W`, in either order.
fn compass(joined: &str) -> Option<(f64, f64)> {
    let first = joined.find(|c: char| c.is_ascii_uppercase())?;
    let (one, rest) = joined.split_at_checked(first)?;
    let (letter, rest) = rest.split_at_checked(1)?;
    let (other, last) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let (one, other) = (number(one)?, number(other)?);
    if one.is_sign_negative() || other.is_sign_negative() {
        return None;
    }
    let signed = |size: f64, letter: &str| if ["S", "W"].contains(&letter) { -size } else { size };
    match (letter, last) {
        ("N" | "S", "E" | "W") => Some((signed(one, letter), signed(other, last))),
        ("E" | "W", "N" | "S") => Some((signed(other, last), signed(one, letter))),
        _ => None,
    }
}

/// Outcode and the digit of the sector, where the words are a postcode or the beginning of one.
fn postcode(words: &[&str]) -> Option<(String, Option<u8>)> {
    let (outcode, inward) = match words {
        // Without a space the last three characters are the inward half, where they can be.
        [word] => match word.len().checked_sub(3).and_then(|at| word.split_at_checked(at)) {
            Some((outcode, inward)) if is_inward(inward) => (outcode, inward),
            _ if is_outcode(word) => (*word, ""),
            // `SW1A1` can only be a sector; `SW11` is an outcode.
            _ => word.split_at_checked(word.len().checked_sub(1)?)?,
        },
        [outcode, inward] => (*outcode, *inward),
        _ => return None,
    };
    let sector = inward.bytes().next();
    let known =
        inward.is_empty() || is_inward(inward) || (inward.len() == 1 && sector.is_some_and(|at| at.is_ascii_digit()));
    (is_outcode(outcode) && known).then(|| (outcode.to_owned(), sector))
}

/// `9AA`.
fn is_inward(text: &str) -> bool {
    matches!(text.as_bytes(), [digit, rest @ ..] if digit.is_ascii_digit() && rest.len() == 2 && rest.iter().all(u8::is_ascii_uppercase))
}

/// `A9`, `A99`, `A9A`, `AA9`, `AA99` or `AA9A`.
fn is_outcode(text: &str) -> bool {
    let after = |rest: &[u8]| match rest {
        [digit] => digit.is_ascii_digit(),
        [digit, last] => digit.is_ascii_digit() && last.is_ascii_alphanumeric(),
        _ => false,
    };
    match text.as_bytes() {
        [area, rest @ ..] if area.is_ascii_uppercase() => match rest {
            [second, rest @ ..] if second.is_ascii_uppercase() => after(rest),
            _ => after(rest),
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(latitude: f64, longitude: f64) -> Result<Located, PlaceFault> {
        from_degrees(latitude, longitude).map(Located::Coordinates)
    }

    #[test]
    fn postcodes_are_read_as_people_write_them() {
        let palace = parse_place("SW1A 1AA").unwrap();
        assert!(matches!(palace, Located::Sector(_)));
        for same in ["sw1a1aa", " SW1A  1AA ", "SW1A 1ZZ", "Sw1A 1", "SW1A1"] {
            assert_eq!(parse_place(same), Ok(palace), "{same}");
        }
        assert!(matches!(parse_place("sw1a"), Ok(Located::Outcode(_))));
        // Without a space these are districts, not sectors.
        assert_eq!(parse_place("M11"), Ok(look_up("M11", None)));
        assert_eq!(parse_place("M1 1"), Ok(look_up("M1", Some(b'1'))));
        assert_eq!(parse_place("BT1 1AA"), Ok(Located::NotInTable));
    }

    #[test]
    fn what_is_no_postcode_is_not_made_one() {
        for text in [
            "",
            "SW1A 1A",
            "SW1A 1AAA",
            "SW 1AA",
            "1AA",
            "SW1A-1AA",
            "London",
            "SW1A AA1",
            "É1 1AA",
            "A",
            "1",
            "M1 1 AA",
        ] {
            assert_eq!(parse_place(text), Err(PlaceFault::Form), "{text}");
        }
        assert_eq!(parse_place(&"1".repeat(5000)), Err(PlaceFault::Form));
    }

    proptest! {
        #[test]
        fn any_text_is_a_place_or_a_fault(text in "\\PC{0,40}|[A-Z0-9 .,;°+-]{0,20}|[EN][0-9]{1,8}[ENSW][0-9]{1,8}[NSEW]?") {
            let _ = parse_place(&text);
        }

        #[test]
        fn degrees_come_through_every_form(latitude in -90_000..=90_000, longitude in -180_000..=180_000) {
            let (latitude, longitude) = (f64::from(latitude) / 1000.0, f64::from(longitude) / 1000.0);
            let letters = (if latitude < 0.0 { 'S' } else { 'N' }, if longitude < 0.0 { 'W' } else { 'E' });
            let written = format!("{} {}, {} {}", latitude.abs(), letters.0, longitude.abs(), letters.1);
            prop_assert_eq!(parse_place(&written), exact(latitude, longitude));
            let bare = parse_place(&format!("{latitude}, {longitude}"));
            let meant = if looks_exchanged(latitude, longitude) {
                Err(PlaceFault::Exchanged)
            } else {
                exact(latitude, longitude)
            };
            prop_assert_eq!(bare, meant);
        }
    }

    #[test]
    fn coordinates_are_read_in_their_forms() {
        for text in ["51.5, -0.12", "51.5 -0.12", "51.5,-0.12", "51.5N 0.12W", "51.5° n, 0.12° w", "0.12 W 51.5 N"] {
            assert_eq!(parse_place(text), exact(51.5, -0.12), "{text}");
        }
        let grid = from_grid(530_000.0, 180_000.0).map(Located::Coordinates);
        for text in ["E 530000 N 180000", "e530000n180000", "N 180000, E 530000", "530000 180000", "530000, 180000.0"] {
            assert_eq!(parse_place(text), grid, "{text}");
        }
    }

    #[test]
    fn coordinates_that_cannot_be_meant_are_refused() {
        let fault = |text: &str| parse_place(text).unwrap_err();
        assert_eq!(fault("-0.12, 51.5"), PlaceFault::Exchanged);
        assert_eq!(parse_place("0.12 S, 51.5 E"), exact(-0.12, 51.5), "with letters there is no doubt");
        assert_eq!(fault("0 0"), PlaceFault::Origin);
        assert_eq!(fault("51.5, 200"), PlaceFault::OffGlobe);
        assert_eq!(fault("-95, 0"), PlaceFault::OffGlobe);
        assert_eq!(fault("800000 180000"), PlaceFault::OffGrid);
        assert_eq!(fault("E 530000 N 1800000"), PlaceFault::OffGrid);
        for text in ["51.5", "5e1, 1", "NaN NaN", "inf, 1", "51,5 -0,12", "-51.5 N, 0.12 W", "E 53 N 18", "1.2.3 4"] {
            assert_eq!(fault(text), PlaceFault::Form, "{text}");
        }
    }
}
