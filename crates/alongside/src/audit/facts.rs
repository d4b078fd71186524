//! What can be read off answers: positions, agreement, terms.

use super::calendar::day_number;
use crate::domain::{Answer, Attribute, AttributeKey, AttributeKind, Matching, Person};
use std::sync::Arc;

/// The person's answer to the attribute of that name; none when blank.
pub(super) fn answer<'a>(person: &'a Person, attribute: &str) -> Option<&'a Answer> {
    person.answers.iter().find(|(key, _)| key.as_str() == attribute).map(|(_, answer)| answer)
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

/// Whether two answers to one attribute agree: tags by a term in common, all else by being equal.
pub(super) fn agree(one: &Answer, other: &Answer) -> bool {
    match (one, other) {
        (Answer::Tags(one), Answer::Tags(other)) => !one.is_disjoint(other),
        _ => one == other,
    }
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
