//! How much of what the mentee names the mentor's answer covers.

use super::{FULL, Ground, Score};
use crate::audit::facts::{has, named, printed};
use crate::domain::{Answer, AttributeKey, Matching};

/// Full points where the mentor has every term that the mentee named.
pub(super) fn score<'a>(
    matching: &'a Matching,
    [of_mentee, of_mentor]: [&AttributeKey; 2],
    mentee: &'a Answer,
    mentor: &'a Answer,
) -> Score<'a> {
    let wanted = named(matching, of_mentee, mentee);
    let covered: Vec<_> = wanted.iter().filter(|term| has(matching, of_mentor, mentor, term)).collect();
    let points = FULL * covered.len() as i128 / wanted.len().max(1) as i128;
    let labels = covered.into_iter().map(|term| printed(matching, of_mentee, term)).collect();
    Score { points, ground: Ground::Covered(u32::try_from(wanted.len()).unwrap_or(u32::MAX), labels) }
}
