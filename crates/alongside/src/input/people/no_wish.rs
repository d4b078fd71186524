//! "No preference" and its like: what somebody writes who wishes for nothing.

use super::ReadPerson;
use crate::domain::{Answer, AttributeKey, AttributeKind, Preference, Side, Want, normalise_term};
use crate::input::attributes::Attributes;
use crate::input::{Node, Value};
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeSet;

/// Words for any value whatever, without `_`, `-` and curved marks.
const ANY: &[&str] = &[
    "any",
    "anybody",
    "anyone",
    "anything",
    "do not mind",
    "don't mind",
    "dont mind",
    "either",
    "i do not mind",
    "i don't mind",
    "no preference",
    "no preferences",
    "not bothered",
];

/// Either for nothing, or for people who have none, such as no faith.
const NONE: &str = "none";

const REMEDY: &str = "leave the wish out, or write the value that is meant; where the word itself is a value, list it \
    under `values` of the attribute or in `terms`";

/// Whether the words say that any value will do. A word that the programme itself has for the attribute is a value, and
/// so is `none` where answers are open: whether somebody answers it shows when all are read.
pub(super) fn says_any(values: &[Node], key: &AttributeKey, kind: &AttributeKind, attributes: &mut Attributes) -> bool {
    let mut words = Vec::with_capacity(values.len());
    for value in values {
        let Value::Text(text) = &value.value else { return false };
        if !is_declared(text, key, kind, attributes) {
            words.push(normalise_term(text).replace(['_', '-'], " ").replace('\u{2019}', "'"));
        }
    }
    let open = !kind.is_ordered() && !attributes.is_closed(key);
    let none = !open && values.len() == 1 && words.iter().any(|word| word == NONE);
    none || words.iter().any(|word| ANY.contains(&word.as_str()))
}

fn is_declared(text: &str, key: &AttributeKey, kind: &AttributeKind, attributes: &mut Attributes) -> bool {
    let term = normalise_term(text);
    match kind {
        AttributeKind::Level(order) => order.iter().any(|word| **word == *term),
        _ if attributes.is_closed(key) => attributes.term(key, text).is_some(),
        _ => attributes.words(key).is_some_and(|words| words.contains_key(term.as_str())),
    }
}

/// Tells of a `must` or `never` for no preference; what is not a matter of must is left out without a word.
pub(super) fn refuse_hard(place: crate::issue::Place, issues: &mut Issues) {
    let message = "a `must` or `never` for no preference, which nobody can have";
    issues.push(IssueCode::BadPreference, place, message, REMEDY);
}

/// Takes out wishes for `none` alone where nobody on the other side answers it.
pub(crate) fn take_out_none(
    (side, people): (Side, &mut [ReadPerson]),
    others: &[ReadPerson],
    attributes: &Attributes,
    issues: &mut Issues,
) {
    let is_none = |wish: &Preference| match &wish.want {
        Want::AnyOf(terms) => {
            let alone = terms.len() == 1 && terms.contains(NONE);
            let open = !attributes.is_closed(&wish.attribute);
            alone && open && !attributes.words(&wish.attribute).is_some_and(|words| words.contains_key(NONE))
        }
        _ => false,
    };
    let wishes = |read: &ReadPerson| -> Vec<AttributeKey> {
        let all = read.person.preferences.iter().chain(&read.carer_preferences);
        all.filter(|wish| is_none(wish)).map(|wish| wish.attribute.clone()).collect()
    };
    let wished: BTreeSet<AttributeKey> = people.iter().flat_map(wishes).collect();
    let answered = |key: &AttributeKey| {
        let answers = |read: &ReadPerson| read.person.answers.get(key).is_some_and(has_none);
        others.iter().any(answers)
    };
    let idle: BTreeSet<AttributeKey> = wished.into_iter().filter(|key| !answered(key)).collect();
    if idle.is_empty() {
        return;
    }
    let counts = |wish: &Preference| !(is_none(wish) && idle.contains(&wish.attribute));
    for read in people {
        let mut own = read.person.preferences.iter().filter(|wish| !counts(wish));
        if own.any(|wish| wish.strength.is_hard()) {
            refuse_hard(read.place_of("preferences"), issues);
        }
        read.person.preferences.retain(counts);
        if side == Side::Mentee {
            // A carer's `must` refuses nobody.
            read.carer_preferences.retain(counts);
        }
    }
}

fn has_none(answer: &Answer) -> bool {
    answer.terms().any(|term| **term == *NONE)
}
