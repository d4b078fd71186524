//! Something in common: ways of meeting, languages.

use super::{Pair, Verdict};
use crate::audit::facts::{agree, answer};
use crate::domain::{Matching, UnknownData};
use crate::outcome::Obstacle;

/// Whether the two answers to this attribute have a term in common.
pub(super) fn ask<'a>(
    matching: &Matching,
    attribute: &'static str,
    unknown: UnknownData,
    pair: Pair<'a>,
) -> Verdict<'a> {
    match (answer(&pair.mentee.person, attribute), answer(&pair.mentor.person, attribute)) {
        (Some(mentee), Some(mentor)) if agree(matching, attribute, mentee, mentor) => Verdict::Eligible,
        (Some(_), Some(_)) => Verdict::refused(Obstacle::NoneShared),
        _ => Verdict::blank(unknown, attribute),
    }
}
