//! Consent, person by person.

use super::held::{date, list};
use crate::domain::{AttributeKey, Basis, Date, Person, Side};
use crate::input::PersonRecord;
use crate::input::attributes::Attributes;
use crate::issue::{IssueCode, Issues, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What one person said about the use of their sensitive answers, as of the programme's date.
#[derive(Debug, Default)]
pub(crate) struct Consents {
    given: BTreeMap<AttributeKey, Option<Date>>,
    withdrawn: BTreeMap<AttributeKey, Option<Date>>,
}

impl Consents {
    pub(super) fn read(record: &PersonRecord, as_of: Date, attributes: &Attributes, issues: &mut Issues) -> Self {
        let mut entries = |field: &str| {
            let place = record.field_place(field);
            let mut days = BTreeMap::new();
            for entry in list(record, field, issues) {
                let mut words = entry.split_whitespace();
                let Some(name) = words.next() else { continue };
                let Some(attribute) = attributes.find(name, place.clone(), issues) else { continue };
                let day = match words.next() {
                    None => None,
                    Some(text) => match date(text, record.dates(), &place, issues) {
                        // A consent or withdrawal dated after the programme's day is not in force yet.
                        Some(day) if day > as_of => continue,
                        Some(day) => Some(day),
                        None => continue,
                    },
                };
                days.insert(attribute.key.clone(), day);
            }
            days
        };
        Self { given: entries("consent"), withdrawn: entries("consent_withdrawn") }
    }

    /// Withdrawn, unless a later consent is on record.
    fn withdrawn(&self, key: &AttributeKey) -> bool {
        match (self.withdrawn.get(key), self.given.get(key)) {
            (None, _) => false,
            (Some(Some(withdrawn)), Some(Some(given))) => given <= withdrawn,
            (Some(_), _) => true,
        }
    }

    fn given(&self, key: &AttributeKey) -> bool {
        self.given.contains_key(key)
    }
}

/// Leaves answers blank whose use was not consented to, or no longer; tells how many, never whose.
pub(crate) fn blank_without_consent(
    side: Side,
    people: &mut [(Consents, &mut Person)],
    attributes: &Attributes,
    file: Option<&Arc<str>>,
    issues: &mut Issues,
) {
    for attribute in attributes.all.values() {
        let needs_consent = attribute.basis.as_ref().is_some_and(|basis| basis.basis == Basis::Consent);
        let (mut without, mut withdrawn) = (0, 0);
        for (consents, person) in people.iter_mut() {
            let key = &attribute.key;
            if !person.answers.contains_key(key) {
                continue;
            }
            if consents.withdrawn(key) {
                withdrawn += 1;
            } else if needs_consent && !consents.given(key) {
                without += 1;
            } else {
                continue;
            }
            person.answers.remove(key);
        }
        if without + withdrawn > 0 {
            let message = format!(
                "answers to `{}` of {} {} are left blank: {without} without recorded consent, {withdrawn} withdrawn",
                attribute.key,
                without + withdrawn,
                side.plural()
            );
            let place = Place { file: file.cloned(), field: Some(attribute.key.as_str().into()), ..Place::default() };
            let remedy = "record consent in the field `consent` where it was given";
            issues.push(IssueCode::BlankedWithoutConsent, place, message, remedy);
        }
    }
}
