//! The two answers agree, or differ, or leave it open.

use super::{FULL, Ground, Score};
use crate::audit::facts::{agree, untold};
use crate::domain::{Answer, AttributeKey, Matching, Relation};

/// Full points where the relation asked for holds.
pub(super) fn score<'a>(
    matching: &'a Matching,
    attribute: &'a AttributeKey,
    (relation, unknown): (Relation, i128),
    mentee: &'a Answer,
    mentor: &'a Answer,
) -> Score<'a> {
    if untold(matching, attribute, mentee, mentor) {
        let points = if relation == Relation::Same { 0 } else { unknown };
        return Score { points, ground: Ground::Untold(attribute) };
    }
    let same = agree(matching, attribute.as_str(), mentee, mentor);
    let wanted = match relation {
        Relation::Same => same,
        Relation::Different => !same,
    };
    Score { points: if wanted { FULL } else { 0 }, ground: Ground::Same(same) }
}
