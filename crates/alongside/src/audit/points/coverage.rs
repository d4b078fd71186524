//! How much of what one names the other's answer covers.

use super::{FULL, Ground, Score};
use crate::audit::facts::{has, named, printed};
use crate::domain::{Answer, AttributeKey, Matching};

/// Full points where the second has every term that the first named.
pub(super) fn score<'a>(
    matching: &'a Matching,
    [of_first, of_second]: [&AttributeKey; 2],
    first: &'a Answer,
    second: &'a Answer,
) -> Score<'a> {
    let wanted = named(matching, of_first, first);
    let covered: Vec<_> = wanted.iter().filter(|term| has(matching, of_second, second, term)).collect();
    let points = FULL * covered.len() as i128 / wanted.len().max(1) as i128;
    let labels = covered.into_iter().map(|term| printed(matching, of_first, term)).collect();
    Score { points, ground: Ground::Covered(u32::try_from(wanted.len()).unwrap_or(u32::MAX), labels) }
}
