//! Consent, person by person.

use super::fields::Fields;
use super::held::{date, list};
use crate::domain::{AttributeKey, Basis, Date, Side};
use crate::input::attributes::Attributes;
use crate::input::unused::falls_away;
use crate::issue::{IssueCode, Issues, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What one person said about the use of their answers, as of the programme's date.
#[derive(Debug, Default)]
pub(crate) struct Consents {
    /// The latest consent to each; one without a day counts as the earliest.
    given: BTreeMap<AttributeKey, Option<Date>>,
    /// The latest withdrawal of each; one without a day counts as the latest.
    withdrawn: BTreeMap<AttributeKey, Option<Date>>,
}

/// Why an answer may not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Barred {
    /// The basis is consent and none is on record.
    NoConsent,
    /// Consent was withdrawn, whatever the basis.
    Withdrawn,
}

impl Consents {
    pub(super) fn read(record: &Fields<'_>, as_of: Date, attributes: &Attributes, issues: &mut Issues) -> Self {
        let given = entries(record, "consent", as_of, attributes, issues);
        let withdrawn = entries(record, "consent_withdrawn", as_of, attributes, issues);
        let latest = |days: Vec<(AttributeKey, Option<Date>)>, undated_last: bool| {
            let mut latest: BTreeMap<AttributeKey, Option<Date>> = BTreeMap::new();
            for (key, day) in days {
                let known = latest.entry(key).or_insert(day);
                *known = match (*known, day) {
                    (None, _) | (_, None) if undated_last => None,
                    (known, day) => known.max(day),
                };
            }
            latest
        };
        Self { given: latest(given, false), withdrawn: latest(withdrawn, true) }
    }

    /// Why the person's answer to the attribute may not be used, if so.
    pub(super) fn barred(&self, key: &AttributeKey, attributes: &Attributes) -> Option<Barred> {
        let basis = attributes.all.get(key).and_then(|attribute| attribute.basis.as_ref());
        let needs_consent = basis.is_some_and(|record| record.basis == Basis::Consent);
        match (self.withdrawn.get(key), self.given.get(key)) {
            // Given again after it was withdrawn.
            (Some(Some(withdrawn)), Some(Some(given))) if given > withdrawn => None,
            (Some(_), _) => Some(Barred::Withdrawn),
            (None, None) if needs_consent => Some(Barred::NoConsent),
            (None, _) => None,
        }
    }
}

/// Attributes and days of one field; those dated after the programme's day are not in force yet.
fn entries(
    record: &Fields<'_>,
    field: &str,
    as_of: Date,
    attributes: &Attributes,
    issues: &mut Issues,
) -> Vec<(AttributeKey, Option<Date>)> {
    let place = || record.field_place(field);
    let mut read = Vec::new();
    for entry in list(record, field, issues) {
        let words: Vec<&str> = entry.split_whitespace().collect();
        let (name, day) = match words.as_slice() {
            [] => continue,
            [name] => (*name, None),
            [name, day] => (*name, Some(*day)),
            _ => {
                let message = "an entry that is more than an attribute and a day";
                issues.push(IssueCode::BadRecord, place(), message, "write `ATTRIBUTE` or `ATTRIBUTE DATE`");
                continue;
            }
        };
        let Some(attribute) = attributes.named_by_person(name, place, issues) else { continue };
        let key = attribute.key.clone();
        match day {
            None => read.push((key, None)),
            Some(text) => {
                let day = date(text, record.dates(), place, issues).filter(|day| *day <= as_of);
                read.extend(day.map(|day| (key, Some(day))));
            }
        }
    }
    read
}

/// How many answers of one side were left blank, by attribute.
#[derive(Debug, Default)]
pub(crate) struct LeftBlank(BTreeMap<AttributeKey, (usize, usize)>);

impl LeftBlank {
    pub(super) fn count(&mut self, key: &AttributeKey, barred: Barred) {
        let (without, withdrawn) = self.0.entry(key.clone()).or_default();
        match barred {
            Barred::NoConsent => *without += 1,
            Barred::Withdrawn => *withdrawn += 1,
        }
    }

    /// Counts in what was read apart.
    pub(super) fn absorb(&mut self, part: Self) {
        for (key, (without, withdrawn)) in part.0 {
            let known = self.0.entry(key).or_default();
            *known = (known.0 + without, known.1 + withdrawn);
        }
    }

    /// Tells how many, never whose.
    pub(crate) fn tell(&self, side: Side, file: Option<&Arc<str>>, issues: &mut Issues) {
        for (key, (without, withdrawn)) in &self.0 {
            let gone = if falls_away(key) { "; a condition of theirs no longer holds" } else { "" };
            let message = format!(
                "answers to `{key}` of {} {} are left blank: {without} without recorded consent, {withdrawn} \
                 withdrawn{gone}",
                without + withdrawn,
                side.plural()
            );
            let place = Place { file: file.cloned(), field: Some(key.as_str().into()), ..Place::default() };
            let remedy = if falls_away(key) {
                "record consent in the field `consent` where it was given, or talk to each of them before anybody is \
                 proposed"
            } else {
                "record consent in the field `consent` where it was given"
            };
            issues.push(IssueCode::BlankedWithoutConsent, place, message, remedy);
        }
    }
}
