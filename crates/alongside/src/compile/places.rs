//! How far apart two people are.

use crate::domain::Place;

/// The square of the distance between two places in a straight line, in square metres.
pub(crate) fn squared_metres(one: Place, other: Place) -> u64 {
    let squares = one.metres().into_iter().zip(other.metres()).map(|(a, b)| u64::from(a.abs_diff(b)).pow(2));
    // At most the square of the earth's diameter, far from what 64 bits hold.
    squares.fold(0, u64::saturating_add)
}

/// The distance between two places in whole metres, rounded down.
pub(crate) fn metres(one: Place, other: Place) -> u64 {
    squared_metres(one, other).isqrt()
}

/// Metres as the whole kilometres that are told to people and counted by criteria, halves upwards.
pub(crate) const fn kilometres(metres: u64) -> u64 {
    (metres + 500) / 1000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn distances_are_exact_up_to_the_other_side_of_the_earth() {
        let at = |x, y, z| Place::new([x, y, z]);
        assert_eq!(metres(at(1, 2, 3), at(1, 2, 3)), 0);
        assert_eq!(metres(at(3, 0, 0), at(0, 4, 0)), 5);
        assert_eq!(metres(at(1, 1, 1), at(0, 0, 0)), 1, "rounded down from the root of 3");
        assert_eq!(metres(at(6_378_137, 0, 0), at(-6_378_137, 0, 0)), 12_756_274);
    }

    proptest! {
        #[test]
        fn distances_are_those_of_floats_and_of_the_audit(
            one in prop::array::uniform3(-6_378_137..=6_378_137),
            other in prop::array::uniform3(-6_378_137..=6_378_137),
            near in prop::array::uniform3(-3000..=3000),
        ) {
            let close: [i32; 3] = std::array::from_fn(|at| one[at] + near[at]);
            for other in [other, close] {
                let (one, other) = (Place::new(one), Place::new(other));
                let squares = one.metres().into_iter().zip(other.metres()).map(|(a, b)| (f64::from(a) - f64::from(b)).powi(2));
                // Sums this small stand exactly in a float.
                let by_floats = (squares.sum::<f64>().sqrt().floor() as i64).unsigned_abs();
                prop_assert_eq!(metres(one, other), by_floats);
                prop_assert_eq!(metres(one, other), metres(other, one));
                prop_assert_eq!(metres(one, other), crate::audit::metres_apart(one, other).unsigned_abs());
            }
        }
    }

    #[test]
    fn kilometres_are_rounded_halves_upwards() {
        let told = [0, 499, 500, 1499, 1500, 12_000].map(kilometres);
        assert_eq!(told, [0, 0, 1, 1, 2, 12]);
    }
}
