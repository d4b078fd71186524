//! The two answers agree, or differ.

use super::{FULL, Ground, Score};
use crate::audit::facts::agree;
use crate::domain::{Answer, AttributeKey, Matching, Relation};

/// Full points where the relation asked for holds.
pub(super) fn score<'a>(
    matching: &'a Matching,
    attribute: &AttributeKey,
    relation: Relation,
    mentee: &'a Answer,
    mentor: &'a Answer,
) -> Score<'a> {
    let same = agree(matching, attribute.as_str(), mentee, mentor);
    let wanted = match relation {
        Relation::Same => same,
        Relation::Different => !same,
    };
    Score { points: if wanted { FULL } else { 0 }, ground: Ground::Same(same) }
}
