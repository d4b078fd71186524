//! Points from a table over one answer of each.

use super::{Ground, Score};
use crate::audit::facts::{counts_as, has_term};
use crate::domain::{Answer, AttributeKey, LookupEntry, Matching};

/// The points of the line that names both answers (mentee's first), else those of all other combinations.
pub(super) fn score<'a>(
    matching: &Matching,
    keys: [&AttributeKey; 2],
    entries: &[LookupEntry],
    otherwise: i64,
    answers: [&Answer; 2],
) -> Score<'a> {
    let [mentee_key, mentor_key] = keys;
    let [mentee, mentor] = answers;
    let line = entries.iter().find(|line| {
        has_term(matching, mentee_key, mentee, |term| *counts_as(matching, mentee_key, term) == line.mentee)
            && has_term(matching, mentor_key, mentor, |term| *counts_as(matching, mentor_key, term) == line.mentor)
    });
    Score { points: line.map_or(otherwise, |line| line.points).into(), ground: Ground::InTable(line.is_some()) }
}
