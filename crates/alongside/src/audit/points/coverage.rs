//! How much of the mentee's answer the mentor's covers.

use super::{FULL, Ground, Score};
use crate::audit::facts::printed;
use crate::domain::{Answer, AttributeKey, Matching};

/// Full points where every term that the mentee stated stands in the mentor's answer.
pub(super) fn score<'a>(
    matching: &'a Matching,
    mentee_key: &AttributeKey,
    mentee: &'a Answer,
    mentor: &'a Answer,
) -> Score<'a> {
    let (Answer::Tags(wanted), Answer::Tags(offered)) = (mentee, mentor) else {
        return Score { points: 0, ground: Ground::Covered(0, Vec::new()) };
    };
    let covered: Vec<_> = wanted.iter().filter(|term| offered.contains(*term)).collect();
    let points = FULL * covered.len() as i128 / wanted.len().max(1) as i128;
    let labels = covered.into_iter().map(|term| printed(matching, mentee_key, term)).collect();
    Score { points, ground: Ground::Covered(u32::try_from(wanted.len()).unwrap_or(u32::MAX), labels) }
}
