//! How far apart two people are, and how they would meet.

use super::facts::answer;
use super::pairing::Pair;
use crate::domain::Place;

/// Whole metres between two places in a straight line: the greatest number whose square is not beyond the sum of
/// squares, found by halving.
pub(crate) fn metres(one: Place, other: Place) -> i64 {
    let sum: i128 =
        one.metres().into_iter().zip(other.metres()).map(|(a, b)| (i128::from(a) - i128::from(b)).pow(2)).sum();
    let (mut within, mut beyond) = (0_i64, 1_i64 << 34);
    while beyond - within > 1 {
        let middle = within.midpoint(beyond);
        if i128::from(middle).pow(2) <= sum {
            within = middle;
        } else {
            beyond = middle;
        }
    }
    within
}

/// The pair's distance, where both places are known.
pub(super) fn between(pair: Pair<'_>) -> Option<i64> {
    Some(metres(pair.mentee.person.place?, pair.mentor.person.place?))
}

/// The ways of meeting that both are known to accept.
pub(super) fn ways(pair: Pair<'_>) -> Vec<&str> {
    let accepted = |person| answer(person, "delivery_methods");
    let (Some(mentee), Some(mentor)) = (accepted(&pair.mentee.person), accepted(&pair.mentor.person)) else {
        return Vec::new();
    };
    mentee.terms().filter(|&way| mentor.terms().any(|other| other == way)).map(|way| &**way).collect()
}
