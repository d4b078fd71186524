//! What a text says of the other person: attribute by attribute, in order of name.

use super::Reading;
use super::words::{capital, day, label};
use crate::compile::metres;
use crate::domain::{Answer, Attribute, Audience, Person, Week};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A line for each attribute that is disclosed and answered. What counts besides, or does not, is no answer of theirs: a
/// telephone that cannot be used is still what they said, and what is merely usual is not.
pub(super) fn facts(reading: &Reading<'_>) -> Vec<String> {
    let attributes = reading.matching.attributes.values().filter(|attribute| reading.told(attribute.key.as_str()));
    attributes.filter_map(|attribute| fact(reading, attribute)).map(|fact| format!("- {fact}")).collect()
}

fn fact(reading: &Reading<'_>, attribute: &Attribute) -> Option<String> {
    let theirs = reading.other().said(&attribute.key)?;
    let what = label(&attribute.key);
    let Answer::Tags(terms) = theirs else {
        return Some(format!("{what}: {}.", shown(attribute, theirs)));
    };
    // A carer is not told what the young person answered.
    let own = reading.own().said(&attribute.key).filter(|_| reading.reader != Audience::Carer);
    let own: BTreeSet<&Arc<str>> = match own {
        Some(Answer::Tags(own)) => own.iter().collect(),
        _ => BTreeSet::new(),
    };
    let vocabulary = &attribute.vocabulary;
    let counted: BTreeSet<&Arc<str>> = own.iter().map(|term| vocabulary.canonical(term)).collect();
    let theirs: BTreeSet<&Arc<str>> = terms.iter().map(|term| vocabulary.canonical(term)).collect();
    let (both, rest): (Vec<&Arc<str>>, Vec<&Arc<str>>) = theirs.into_iter().partition(|term| counted.contains(term));
    let list = |terms: &[&Arc<str>]| terms.iter().map(|term| spelled(attribute, term)).collect::<Vec<_>>().join(", ");
    Some(match (both.is_empty(), rest.is_empty()) {
        (true, _) => format!("{what}: {}.", list(&rest)),
        (false, true) => format!("{what}: you both said {}.", list(&both)),
        (false, false) => format!("{what}: you both said {}; they also said {}.", list(&both), list(&rest)),
    })
}

/// The word in the spelling of the programme's vocabulary or closed list where it has one, so that nobody else's way of
/// writing shows; otherwise as it compares, names of languages, faiths and peoples with great letters.
fn spelled(attribute: &Attribute, term: &Arc<str>) -> String {
    let vocabulary = &attribute.vocabulary;
    let named = vocabulary.synonyms.iter().any(|(word, counts)| word == term || counts == term)
        || vocabulary.parents.iter().any(|(word, above)| word == term || above.contains(term));
    if attribute.closed || named {
        return attribute.label(term).replace('_', " ");
    }
    match attribute.key.as_str() {
        "languages" | "faith" | "ethnicity" => term.split(' ').map(name).collect::<Vec<_>>().join(" "),
        _ => (**term).to_owned(),
    }
}

/// A word of a name. Sign languages go by three letters.
fn name(word: &str) -> String {
    match word {
        "bsl" | "isl" | "asl" => word.to_uppercase(),
        "and" | "or" | "of" => word.to_owned(),
        _ => capital(word),
    }
}

fn shown(attribute: &Attribute, answer: &Answer) -> String {
    match answer {
        Answer::OneOf(term) => spelled(attribute, term),
        Answer::Date(date) => day(*date),
        other => other.position().map_or_else(String::new, |position| attribute.shown_position(position)),
    }
}

/// How far apart two people are, in bands.
pub(super) fn apart(one: &Person, other: &Person) -> Option<String> {
    let metres = metres(one.place?, other.place?);
    let band = match metres {
        0..2_000 => "less than 2 km",
        2_000..5_000 => "2 to 5 km",
        5_000..10_000 => "5 to 10 km",
        10_000..25_000 => "10 to 25 km",
        25_000..50_000 => "25 to 50 km",
        _ => "more than 50 km",
    };
    Some(format!("Distance: {band}."))
}

/// The days of a week with any free time.
pub(super) fn days(week: &Week) -> String {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let free = (0..).zip(DAYS).filter(|(day, _)| (day * 48..(day + 1) * 48).any(|slot| week.has(slot)));
    free.map(|(_, day)| day).collect::<Vec<_>>().join(", ")
}
