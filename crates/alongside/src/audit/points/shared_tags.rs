//! Terms in common.

use super::{FULL, Ground, Score};
use crate::audit::facts::{answer, means, narrowest, printed, words};
use crate::domain::{Answer, AttributeKey, Matching};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What each term of the attribute is worth when rare ones count more: 500 for one that everybody has, towards 1000
/// for one that hardly anybody has, counted over the answers of both sheets. Who has a term has those above it.
pub(super) fn worth<'a>(matching: &'a Matching, attribute: &AttributeKey) -> BTreeMap<&'a str, i128> {
    let mentees = matching.mentees.iter().map(|mentee| &mentee.person);
    let mentors = matching.mentors.iter().map(|mentor| &mentor.person);
    let (mut answers, mut with_term) = (0_i128, BTreeMap::<&str, i128>::new());
    for found in mentees.chain(mentors).filter_map(|person| answer(person, attribute.as_str())) {
        answers += 1;
        let had: BTreeSet<&Arc<str>> = words(found).flat_map(|word| means(matching, attribute, word)).collect();
        for term in had {
            *with_term.entry(&**term).or_default() += 1;
        }
    }
    with_term.into_iter().map(|(term, with)| (term, 500 + 500 * (answers - with) / answers)).collect()
}

/// 1000 a term, or what it is worth; `full_at` terms' worth is full points.
pub(super) fn score<'a>(
    matching: &'a Matching,
    attribute: &AttributeKey,
    full_at: u32,
    worth: Option<&BTreeMap<&'a str, i128>>,
    mentee: &'a Answer,
    mentor: &'a Answer,
) -> Score<'a> {
    let shared = narrowest(matching, attribute, mentee, mentor);
    let value = |term: &str| worth.map_or(FULL, |worth| worth.get(term).copied().unwrap_or(FULL));
    let sum: i128 = shared.iter().map(|term| value(term)).sum();
    let points = (sum / i128::from(full_at.max(1))).min(FULL);
    let labels = shared.into_iter().map(|term| printed(matching, attribute, term)).collect();
    Score { points, ground: Ground::Shared(labels) }
}
