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
use std::sync::Arc;

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
    sheets.par_iter_mut().for_each(|sheet| {
        let Some(side) = sheet.role.side() else { return };
        let mut people = 0;
        let mut found: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
        let mut answered = Answered::default();
        for record in records.iter().filter(|record| record.side == side) {
            let Origin::Row { sheet: origin, .. } = &record.origin else { continue };
            if people == 0 {
                found.extend(origin.headers.iter().map(|(field, headers)| (&**field, (&**headers, 0))));
            }
            people += 1;
            answered.add(record);
        }
        for (field, people) in answered.0 {
            found.entry(&**field).or_insert(("", 0)).1 += people;
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
    });
}

/// How many people answered each field.
#[derive(Default)]
struct Answered<'r>(Vec<(&'r Arc<str>, usize)>);

impl<'r> Answered<'r> {
    /// Rows of a sheet have the same names of fields in the same order, with gaps where cells are blank.
    fn add(&mut self, record: &'r PersonRecord) {
        let mut next = 0;
        for (field, _) in &record.fields {
            let known = self.0.iter().skip(next).position(|(known, _)| Arc::ptr_eq(known, field));
            let known = known.map(|step| next + step);
            let at = known.or_else(|| self.0.iter().position(|(known, _)| *known == field));
            match at.and_then(|at| self.0.get_mut(at)) {
                Some((_, people)) => *people += 1,
                None => self.0.push((field, 1)),
            }
            next = at.map_or(self.0.len(), |at| at + 1);
        }
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
    sheets.par_iter_mut().for_each(|sheet| {
        let Some(side) = sheet.role.side() else { return };
        let people: Vec<&Person> = match side {
            Side::Mentor => matching.mentors.iter().map(|one| &one.person).collect(),
            Side::Mentee => matching.mentees.iter().map(|one| &one.person).collect(),
        };
        let mut answers = Answers::of(&sheet.fields, &matching.attributes, &people);
        let fields: Vec<_> = sheet.fields.iter_mut().map(|field| (answers.take(&field.field), field)).collect();
        fields.into_par_iter().for_each(|(answers, field)| match (field.field.as_str(), side) {
            ("birth_date", _) => {
                let ages = people.iter().filter_map(|person| person.answers.get("age")?.position());
                field.range("years", &ages.map(|age| age / 1000).collect::<Vec<_>>());
            }
            ("availability", _) => {
                let hours = people.iter().filter_map(|person| person.availability.as_ref());
                let hours = hours.map(|week| i64::from(week.half_hours()) / 2);
                field.range("hours a week", &hours.collect::<Vec<_>>());
            }
            ("preferences", _) => {
                let wishes = people.iter().map(|person| person.preferences.len()).filter(|count| *count > 0);
                let wishes = wishes.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
                field.range("wishes", &wishes.collect::<Vec<_>>());
            }
            ("capacity", Side::Mentor) => {
                let places = |one: &Mentor| i64::from(one.capacity);
                field.range("places", &matching.mentors.iter().map(places).collect::<Vec<_>>());
            }
            ("priority_tier", Side::Mentee) => {
                let tiers = matching.mentees.iter().map(|one: &Mentee| i64::from(one.tier));
                field.range("tier", &tiers.collect::<Vec<_>>());
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
                if let Some(attribute) = matching.attributes.get(name) {
                    field.attribute(attribute, &answers);
                }
            }
        });
    });
}

/// The answers to each field that is an attribute, person by person.
struct Answers<'p>(Vec<(&'p AttributeKey, Vec<&'p Answer>)>);

impl<'p> Answers<'p> {
    /// Each person is looked at once: their answers lie apart from everybody else's.
    fn of(fields: &[FieldSummary], attributes: &'p BTreeMap<AttributeKey, Attribute>, people: &[&'p Person]) -> Self {
        let asked = |key: &AttributeKey| fields.iter().any(|field| field.field == key.as_str());
        let mut found: Vec<_> = attributes.keys().filter(|key| asked(key)).map(|key| (key, Vec::new())).collect();
        let keys: Vec<&AttributeKey> = found.iter().map(|(key, _)| *key).collect();
        for person in people {
            for ((_, answers), answer) in found.iter_mut().zip(person.answers_to(keys.iter().copied())) {
                answers.extend(answer);
            }
        }
        Self(found)
    }

    fn take(&mut self, field: &str) -> Vec<&'p Answer> {
        let own = self.0.iter_mut().find(|(key, _)| key.as_str() == field);
        own.map(|(_, answers)| std::mem::take(answers)).unwrap_or_default()
    }
}

impl FieldSummary {
    fn range(&mut self, unit: &'static str, numbers: &[i64]) {
        self.unit = Some(unit);
        self.least = numbers.iter().min().map(ToString::to_string);
        self.most = numbers.iter().max().map(ToString::to_string);
    }

    fn attribute(&mut self, attribute: &Attribute, answers: &[&Answer]) {
        let name = attribute.key.as_str();
        if attribute.sensitivity != Sensitivity::Ordinary || NEVER_SHOWN.contains(&name) {
            return;
        }
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
                // Nearly everybody's words stand in the same places, so these are counted and not the words.
                let mut by_place: BTreeMap<usize, (&str, usize)> = BTreeMap::new();
                for term in answers.iter().flat_map(|answer| answer.terms()) {
                    by_place.entry(term.as_ptr().addr()).or_insert((term, 0)).1 += 1;
                }
                for (term, times) in by_place.into_values() {
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
