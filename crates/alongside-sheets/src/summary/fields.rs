//! What each field of a sheet held, so that a misreading is seen: counts, ranges and words that many share. Never a
//! name, an id, a place, a sensitive answer, or a word that fewer than five people use.

use super::SheetSummary;
use alongside::domain::{
    Answer, Attribute, AttributeKey, AttributeKind, Matching, Mentee, Mentor, Person, Sensitivity, Side,
};
use alongside::input::keys::PERSON;
use alongside::input::{Origin, PersonRecord};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// Fewest people whose common answer is shown as a word.
pub const FEWEST_PEOPLE: usize = 5;

/// Most words of one field that are shown.
const MOST_WORDS: usize = 5;

/// Longest answer that is a word and no sentence, in characters.
const LONGEST_WORD: usize = 40;

/// Fields whose answers are never shown, however many share them.
const NEVER_SHOWN: &[&str] = &["place", "known_to", "nominated_mentor", "name", "id"];

/// What one field of a sheet held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldSummary {
    /// The field or declared attribute.
    pub field: String,
    /// Headers of the columns it comes from; of many, the first and the last with their number. Empty where the same
    /// value stands in every row.
    pub columns: String,
    /// People with an answer.
    pub answered: usize,
    /// People without.
    pub blank: usize,
    /// What the range counts, where it is not the field itself: `years`, `hours a week`, `places`, `wishes`.
    pub unit: Option<&'static str>,
    /// The least answer in use, where answers are in order.
    pub least: Option<String>,
    /// The greatest.
    pub most: Option<String>,
    /// Different words in use, where answers are words of an ordinary attribute.
    pub different: Option<usize>,
    /// The words that most people use, each by five people at least, most frequent first; those of a
    /// level in its order. Never a sentence.
    pub common: Vec<TermCount>,
}

/// How many people use a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermCount {
    /// The word.
    pub term: String,
    /// How many people of this side.
    pub people: usize,
}

/// Counts who answered what, before the programme is built. Time linear in the records.
pub(crate) fn count(records: &[PersonRecord], sheets: &mut [SheetSummary]) {
    for sheet in sheets {
        let Some(side) = sheet.role.side() else { continue };
        let mut people = 0;
        let mut found: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
        for record in records.iter().filter(|record| record.side == side) {
            let Origin::Row { sheet: origin, .. } = &record.origin else { continue };
            if people == 0 {
                found.extend(origin.headers.iter().map(|(field, headers)| (&**field, (&**headers, 0))));
            }
            people += 1;
            for (field, _) in &record.fields {
                found.entry(&**field).or_insert(("", 0)).1 += 1;
            }
        }
        let place = |field: &str| PERSON.names().position(|name| name == field).unwrap_or(usize::MAX);
        let mut fields: Vec<FieldSummary> = found
            .into_iter()
            .map(|(field, (columns, answered))| FieldSummary {
                field: field.to_owned(),
                columns: short(columns),
                answered,
                blank: people - answered,
                unit: None,
                least: None,
                most: None,
                different: None,
                common: Vec::new(),
            })
            .collect();
        fields.sort_by(|one, other| (place(&one.field), &one.field).cmp(&(place(&other.field), &other.field)));
        sheet.fields = fields;
    }
}

/// The headers, of more than three the first and the last.
fn short(columns: &str) -> String {
    let parts: Vec<&str> = columns.split(" + ").collect();
    match parts.as_slice() {
        [first, _, _, .., last] => format!("{first} ... {last} ({} columns)", parts.len()),
        _ => columns.to_owned(),
    }
}

/// Adds ranges and words from the programme as it was built, which is what will be matched.
pub(crate) fn describe(matching: &Matching, sheets: &mut [SheetSummary]) {
    for sheet in sheets {
        let Some(side) = sheet.role.side() else { continue };
        let people: Vec<&Person> = match side {
            Side::Mentor => matching.mentors.iter().map(|one| &one.person).collect(),
            Side::Mentee => matching.mentees.iter().map(|one| &one.person).collect(),
        };
        sheet.fields.par_iter_mut().for_each(|field| match (field.field.as_str(), side) {
            ("birth_date", _) => {
                let ages = people.iter().filter_map(|person| position(person, "age")).map(|age| age / 1000);
                field.range("years", ages);
            }
            ("availability", _) => {
                let hours = people.iter().filter_map(|person| person.availability.as_ref());
                field.range("hours a week", hours.map(|week| i64::from(week.half_hours()) / 2));
            }
            ("preferences", _) => {
                let wishes = people.iter().map(|person| person.preferences.len()).filter(|count| *count > 0);
                field.range("wishes", wishes.map(|count| i64::try_from(count).unwrap_or(i64::MAX)));
            }
            ("capacity", Side::Mentor) => {
                let places = |one: &Mentor| i64::from(one.capacity);
                field.range("places", matching.mentors.iter().map(places));
            }
            ("priority_tier", Side::Mentee) => {
                field.range("tier", matching.mentees.iter().map(|one: &Mentee| i64::from(one.tier)));
            }
            ("waiting_since", Side::Mentee) => {
                let mut days = matching.mentees.iter().filter_map(|one| one.waiting_since);
                let first = days.next();
                let ends =
                    first.map(|first| days.fold((first, first), |(least, most), day| (least.min(day), most.max(day))));
                field.least = ends.map(|(least, _)| least.to_string());
                field.most = ends.map(|(_, most)| most.to_string());
            }
            (name, _) => {
                if let Some(attribute) = matching.attributes.get(&AttributeKey::new(name)) {
                    field.attribute(attribute, &people);
                }
            }
        });
    }
}

fn position(person: &Person, attribute: &str) -> Option<i64> {
    person.answers.get(&AttributeKey::new(attribute)).and_then(Answer::position)
}

impl FieldSummary {
    fn range(&mut self, unit: &'static str, numbers: impl Iterator<Item = i64> + Clone) {
        self.unit = Some(unit);
        self.least = numbers.clone().min().map(|least| least.to_string());
        self.most = numbers.max().map(|most| most.to_string());
    }

    fn attribute(&mut self, attribute: &Attribute, people: &[&Person]) {
        let name = attribute.key.as_str();
        if attribute.sensitivity != Sensitivity::Ordinary || NEVER_SHOWN.contains(&name) {
            return;
        }
        let answers: Vec<&Answer> = people.iter().filter_map(|person| person.answers.get(&attribute.key)).collect();
        let positions = || answers.iter().filter_map(|answer| answer.position());
        if attribute.kind.is_ordered() {
            self.least = positions().min().map(|least| attribute.shown_position(least));
            self.most = positions().max().map(|most| attribute.shown_position(most));
            if name == "age" {
                self.unit = Some("years");
            }
        }
        let mut counts: BTreeMap<(i64, String), usize> = BTreeMap::new();
        let mut count = |at: i64, word: String, times: usize| *counts.entry((at, word)).or_default() += times;
        match &attribute.kind {
            AttributeKind::Level(_) => {
                let mut by_position: BTreeMap<i64, usize> = BTreeMap::new();
                positions().for_each(|at| *by_position.entry(at).or_default() += 1);
                for (at, times) in by_position {
                    count(at, attribute.shown_position(at), times);
                }
            }
            AttributeKind::Tags | AttributeKind::OneOf => {
                let mut by_term: BTreeMap<&str, usize> = BTreeMap::new();
                answers
                    .iter()
                    .flat_map(|answer| answer.terms())
                    .for_each(|term| *by_term.entry(term).or_default() += 1);
                for (term, times) in by_term {
                    count(0, attribute.label(term).to_owned(), times);
                }
            }
            AttributeKind::Number | AttributeKind::Date => return,
        }
        self.different = Some(counts.len());
        let level = matches!(attribute.kind, AttributeKind::Level(_));
        let shared = counts
            .into_iter()
            .filter(|((_, term), people)| *people >= FEWEST_PEOPLE && term.chars().count() <= LONGEST_WORD);
        let mut common: Vec<TermCount> = shared.map(|((_, term), people)| TermCount { term, people }).collect();
        if !level {
            common.sort_by(|one, other| other.people.cmp(&one.people).then_with(|| one.term.cmp(&other.term)));
            common.truncate(MOST_WORDS);
        }
        self.common = common;
    }
}
