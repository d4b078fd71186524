//! Words that count as others, told where points rest on them.

use crate::domain::{Answer, Attribute, Person, Side};
use crate::outcome::CountedAs;
use std::sync::Arc;

/// For each term in common, in order, the words that count as it where somebody did not name it: the mentee's first.
pub(super) fn counted_as(
    attribute: &Attribute,
    mentee: &Person,
    mentor: &Person,
    terms: impl IntoIterator<Item = Arc<str>>,
) -> Vec<CountedAs> {
    let vocabulary = &attribute.vocabulary;
    if vocabulary.is_empty() {
        return Vec::new();
    }
    let mut counted = Vec::new();
    for term in terms {
        for (side, person) in [(Side::Mentee, mentee), (Side::Mentor, mentor)] {
            let words = || person.answers.get(&attribute.key).into_iter().flat_map(Answer::terms);
            if words().any(|word| *word == term) {
                continue;
            }
            let meant =
                words().filter(|word| *vocabulary.canonical(word) == term || vocabulary.above(word).contains(&term));
            let label = |word: &str| attribute.label(word).into();
            counted.extend(meant.map(|word| CountedAs { side, said: label(word), term: label(&term) }));
        }
    }
    counted
}
