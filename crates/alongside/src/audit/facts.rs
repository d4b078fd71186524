//! What can be read off answers: positions, agreement, terms.

use super::calendar::day_number;
use crate::domain::{Answer, Attribute, AttributeKey, AttributeKind, Matching, Person, Vocabulary};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The person's answer to the attribute of that name; none when blank.
pub(super) fn answer<'a>(person: &'a Person, attribute: &str) -> Option<&'a Answer> {
    person.answers.get(attribute)
}

/// The answer's place on its attribute's line; none for terms.
pub(super) fn position(answer: &Answer) -> Option<i64> {
    match answer {
        Answer::Level(place) => Some((*place).into()),
        Answer::Number(thousandths) => Some(thousandths.0),
        Answer::Date(date) => Some(day_number(*date)),
        Answer::Tags(_) | Answer::OneOf(_) => None,
    }
}

/// Whether two answers to one attribute agree: tags where one named what the other has, one term by counting as the
/// same, all else by being equal.
pub(super) fn agree(matching: &Matching, attribute: &str, one: &Answer, other: &Answer) -> bool {
    let Some(key) = vocabulary(matching, attribute).map(|_| AttributeKey::new(attribute)) else {
        return match (one, other) {
            (Answer::Tags(one), Answer::Tags(other)) => !one.is_disjoint(other),
            (Answer::OneOf(term), _) => one == other && tells(matching, attribute, term),
            _ => one == other,
        };
    };
    match (one, other) {
        (Answer::Tags(_), Answer::Tags(_)) => {
            named(matching, &key, one).iter().any(|term| has(matching, &key, other, term))
                || named(matching, &key, other).iter().any(|term| has(matching, &key, one, term))
        }
        (Answer::OneOf(term), Answer::OneOf(_)) => {
            let counted = counts_as(matching, &key, term);
            named(matching, &key, one) == named(matching, &key, other) && tells(matching, attribute, counted)
        }
        _ => one == other,
    }
}

/// Whether both answered one term that leaves open whether they are alike: two of any other background may be of the same
/// one, or not.
pub(super) fn untold(matching: &Matching, key: &AttributeKey, one: &Answer, other: &Answer) -> bool {
    let Answer::OneOf(word) = one else { return false };
    named(matching, key, one) == named(matching, key, other)
        && !tells(matching, key.as_str(), counts_as(matching, key, word))
}

/// Whether to have the term in common is to be alike.
fn tells(matching: &Matching, attribute: &str, term: &Arc<str>) -> bool {
    !matching.attributes.get(attribute).is_some_and(|known| known.no_match.contains(term))
}

/// What the programme says of the attribute's words, where it says anything.
fn vocabulary<'a>(matching: &'a Matching, attribute: &str) -> Option<&'a Vocabulary> {
    let vocabulary = &*matching.attributes.get(attribute)?.vocabulary;
    (!vocabulary.synonyms.is_empty() || !vocabulary.parents.is_empty()).then_some(vocabulary)
}

/// Whether the programme says anything of the attribute's words.
pub(super) fn has_vocabulary(matching: &Matching, key: &AttributeKey) -> bool {
    vocabulary(matching, key.as_str()).is_some()
}

/// The words of an answer, as they were said.
pub(super) fn words(answer: &Answer) -> impl Iterator<Item = &Arc<str>> {
    let (several, single) = match answer {
        Answer::Tags(terms) => (Some(terms), None),
        Answer::OneOf(term) => (None, Some(term)),
        _ => (None, None),
    };
    several.into_iter().flatten().chain(single)
}

/// The term that a word counts as: the canonical one of a synonym, else itself.
pub(super) fn counts_as<'a>(matching: &'a Matching, key: &AttributeKey, word: &'a Arc<str>) -> &'a Arc<str> {
    vocabulary(matching, key.as_str()).and_then(|known| known.synonyms.get(word)).unwrap_or(word)
}

/// All that a word stands for: the term that it counts as, the terms above that, those above these, and so on.
pub(super) fn means<'a>(matching: &'a Matching, key: &AttributeKey, word: &'a Arc<str>) -> BTreeSet<&'a Arc<str>> {
    let mut meant = BTreeSet::from([counts_as(matching, key, word)]);
    let Some(known) = vocabulary(matching, key.as_str()) else { return meant };
    loop {
        let above: BTreeSet<_> = meant.iter().filter_map(|term| known.parents.get(*term)).flatten().collect();
        if above.is_subset(&meant) {
            return meant;
        }
        meant.extend(above);
    }
}

/// The terms that an answer names, each as what it counts as.
pub(super) fn named<'a>(matching: &'a Matching, key: &AttributeKey, answer: &'a Answer) -> BTreeSet<&'a Arc<str>> {
    words(answer).map(|word| counts_as(matching, key, word)).collect()
}

/// Whether an answer stands for this term. Of an answer that is one term, so do the terms above it.
pub(super) fn has(matching: &Matching, key: &AttributeKey, answer: &Answer, term: &Arc<str>) -> bool {
    words(answer).any(|word| means(matching, key, word).contains(term))
}

/// The terms for which both answers stand, without those above another of them.
pub(super) fn narrowest<'a>(
    matching: &'a Matching,
    key: &AttributeKey,
    one: &'a Answer,
    other: &'a Answer,
) -> BTreeSet<&'a Arc<str>> {
    let all = |answer: &'a Answer| -> BTreeSet<&'a Arc<str>> {
        words(answer).flat_map(|word| means(matching, key, word)).collect()
    };
    let (one, other) = (all(one), all(other));
    let both: BTreeSet<&'a Arc<str>> = one.intersection(&other).copied().collect();
    let below = |term: &Arc<str>| both.iter().any(|low| **low != *term && means(matching, key, low).contains(term));
    both.iter().copied().filter(|term| !below(term)).collect()
}

/// The programme's attribute of that key.
fn attribute<'a>(matching: &'a Matching, key: &AttributeKey) -> Option<&'a Attribute> {
    matching.attributes.get(key)
}

/// The declared word at a place of a level.
pub(super) fn level_word<'a>(matching: &'a Matching, key: &AttributeKey, place: i64) -> Option<&'a Arc<str>> {
    match &attribute(matching, key)?.kind {
        AttributeKind::Level(words) => words.get(usize::try_from(place).ok()?),
        _ => None,
    }
}

/// Whether the answer has a term that this asks for; a level has the word at its place.
pub(super) fn has_term(
    matching: &Matching,
    key: &AttributeKey,
    answer: &Answer,
    wanted: impl Fn(&Arc<str>) -> bool,
) -> bool {
    match answer {
        Answer::Tags(terms) => terms.iter().any(wanted),
        Answer::OneOf(term) => wanted(term),
        Answer::Level(place) => level_word(matching, key, (*place).into()).is_some_and(wanted),
        Answer::Number(_) | Answer::Date(_) => false,
    }
}

/// The spelling in which a term is printed: the attribute's label for it, else the term.
pub(super) fn printed<'a>(matching: &'a Matching, key: &AttributeKey, term: &'a Arc<str>) -> &'a Arc<str> {
    attribute(matching, key).and_then(|attribute| attribute.labels.get(term)).unwrap_or(term)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Milli;
    use jiff::civil::date;

    fn tags(terms: &[&str]) -> Answer {
        Answer::Tags(terms.iter().map(|&term| term.into()).collect())
    }

    #[test]
    fn tags_agree_by_one_term_and_all_else_by_being_equal() {
        let matching = crate::audit::testing::matching();
        let agree = |one: &Answer, other: &Answer| agree(&matching, "interests", one, other);
        assert!(agree(&tags(&["chess", "art"]), &tags(&["art", "walks"])));
        assert!(!agree(&tags(&["chess"]), &tags(&["art"])));
        assert!(agree(&Answer::OneOf("x".into()), &Answer::OneOf("x".into())));
        assert!(!agree(&Answer::Level(1), &Answer::Level(2)));
        assert!(agree(&Answer::Number(Milli(1500)), &Answer::Number(Milli(1500))));
        assert!(!agree(&Answer::Date(date(2026, 1, 1)), &Answer::Date(date(2026, 1, 2))));
    }

    #[test]
    fn positions_are_places_thousandths_and_days() {
        assert_eq!(position(&Answer::Level(3)), Some(3));
        assert_eq!(position(&Answer::Number(Milli(-250))), Some(-250));
        assert_eq!(position(&Answer::Date(date(1970, 2, 1))), Some(31));
        assert_eq!(position(&tags(&["chess"])), None);
    }
}
