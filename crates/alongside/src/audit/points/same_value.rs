//! The two answers agree, or differ.

use super::{FULL, Ground, Score};
use crate::audit::facts::agree;
use crate::domain::{Answer, Relation};

/// Full points where the relation asked for holds.
pub(super) fn score<'a>(relation: Relation, mentee: &Answer, mentor: &Answer) -> Score<'a> {
    let same = agree(mentee, mentor);
    let wanted = match relation {
        Relation::Same => same,
        Relation::Different => !same,
    };
    Score { points: if wanted { FULL } else { 0 }, ground: Ground::Same(same) }
}
