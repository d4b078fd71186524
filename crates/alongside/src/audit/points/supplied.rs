//! Scores computed elsewhere.

use super::{FULL, Ground, Score};
use crate::audit::pairing::Pair;
use crate::domain::{Side, SuppliedScore};
use std::cmp::Ordering;

/// The pair's line: its points, or what its rank of `ranks` earns. A pair without a line is unknown.
pub(super) fn score<'a>(ranks: Option<i64>, scores: &[SuppliedScore], unknown: i128, pair: Pair<'a>) -> Score<'a> {
    let (mentee, mentor) = (&pair.mentee.person.id, &pair.mentor.person.id);
    let order = |line: &SuppliedScore| match line.mentee.cmp(mentee) {
        Ordering::Equal => line.mentor.cmp(mentor),
        other => other,
    };
    let line = scores.binary_search_by(order).ok().and_then(|at| scores.get(at));
    match (line.map(|line| line.number), ranks.map(i128::from)) {
        (None, _) => Score { points: unknown, ground: Ground::NotSupplied([(Side::Mentee, "scores")]) },
        (Some(points), None) => Score { points: points.into(), ground: Ground::Supplied(points) },
        (Some(rank), Some(ranks)) => {
            let points = FULL * (ranks - i128::from(rank) + 1) / ranks.max(1);
            Score { points, ground: Ground::SuppliedRank(rank) }
        }
    }
}
