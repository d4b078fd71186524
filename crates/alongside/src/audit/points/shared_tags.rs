//! Terms in common.

use super::{FULL, Ground, Score};
use crate::audit::facts::{answer, has_vocabulary, means, printed, words};
use crate::audit::pairing::Pair;
use crate::domain::{Answer, AttributeKey, Matching, Person, PersonId};
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

/// What the words of people stand for, worked out once for each.
pub(super) struct Stands<'a> {
    of_mentees: BTreeMap<&'a PersonId, BTreeSet<&'a Arc<str>>>,
    of_mentors: BTreeMap<&'a PersonId, BTreeSet<&'a Arc<str>>>,
    /// Of each term, all for which it stands.
    terms: BTreeMap<&'a Arc<str>, BTreeSet<&'a Arc<str>>>,
}

/// What everybody's words stand for; none where each word stands for itself alone.
pub(super) fn stands<'a>(matching: &'a Matching, attribute: &AttributeKey) -> Option<Stands<'a>> {
    if !has_vocabulary(matching, attribute) {
        return None;
    }
    let of = |person: &'a Person| -> BTreeSet<&'a Arc<str>> {
        let words = answer(person, attribute.as_str()).into_iter().flat_map(words);
        words.flat_map(|word| means(matching, attribute, word)).collect()
    };
    let of_mentees: BTreeMap<_, _> =
        matching.mentees.iter().map(|mentee| (&mentee.person.id, of(&mentee.person))).collect();
    let of_mentors: BTreeMap<_, _> =
        matching.mentors.iter().map(|mentor| (&mentor.person.id, of(&mentor.person))).collect();
    let all: BTreeSet<&'a Arc<str>> = of_mentees.values().chain(of_mentors.values()).flatten().copied().collect();
    let terms = all.into_iter().map(|term| (term, means(matching, attribute, term))).collect();
    Some(Stands { of_mentees, of_mentors, terms })
}

/// The terms for which the words of both stand, without those above another of them.
pub(super) fn shared<'a>(
    stands: Option<&Stands<'a>>,
    pair: Pair<'a>,
    mentee: &'a Answer,
    mentor: &'a Answer,
) -> Vec<&'a Arc<str>> {
    let Some(stands) = stands else {
        return match (mentee, mentor) {
            (Answer::Tags(mentee), Answer::Tags(mentor)) => mentee.intersection(mentor).collect(),
            _ => Vec::new(),
        };
    };
    let of = stands.of_mentees.get(&pair.mentee.person.id).zip(stands.of_mentors.get(&pair.mentor.person.id));
    let both: Vec<&'a Arc<str>> = of.into_iter().flat_map(|(one, other)| one.intersection(other).copied()).collect();
    let told_by_another = |term: &Arc<str>| {
        both.iter().any(|low| **low != *term && stands.terms.get(*low).is_some_and(|above| above.contains(term)))
    };
    both.iter().copied().filter(|term| !told_by_another(term)).collect()
}

/// 1000 a term, or what it is worth; `full_at` terms' worth is full points.
pub(super) fn score<'a>(
    matching: &'a Matching,
    attribute: &AttributeKey,
    full_at: u32,
    worth: Option<&BTreeMap<&'a str, i128>>,
    shared: Vec<&'a Arc<str>>,
) -> Score<'a> {
    let value = |term: &str| worth.map_or(FULL, |worth| worth.get(term).copied().unwrap_or(FULL));
    let sum: i128 = shared.iter().map(|term| value(term)).sum();
    let points = (sum / i128::from(full_at.max(1))).min(FULL);
    let labels = shared.into_iter().map(|term| printed(matching, attribute, term)).collect();
    Score { points, ground: Ground::Shared(labels) }
}
