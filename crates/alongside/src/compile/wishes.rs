//! Wishes, ready to be held against the other person's column.

use super::columns::{Column, intersects};
use super::{Compiled, Side};
use crate::domain::{AttributeKey, Bounds, Matching, Preference, Strength, Want};

/// One wish of one person.
#[derive(Debug)]
pub(crate) struct Wish<'a> {
    /// The other person's attribute.
    pub(crate) attribute: &'a AttributeKey,
    /// Where that is among the programme's attributes, in order of key.
    pub(super) place: usize,
    /// How strongly.
    pub(crate) strength: Strength,
    /// What.
    pub(crate) hope: Hope,
}

/// What is wished.
#[derive(Debug)]
pub(crate) enum Hope {
    /// Agreement with one's own answer, or the lack of it.
    Agree(bool),
    /// One of the terms of this bit set.
    AnyOf(Vec<u64>),
    /// A position within.
    Range(Bounds),
}

impl<'a> Wish<'a> {
    /// What each mentee's carer would like, in the order of mentees.
    pub(crate) fn of_carers(compiled: &Compiled<'a>) -> Vec<Vec<Self>> {
        compiled.matching.mentees.iter().map(|mentee| Self::all(compiled, &mentee.carer_preferences)).collect()
    }

    /// Wishes ready to be asked, in their order.
    pub(crate) fn all(compiled: &Compiled<'a>, stated: &'a [Preference]) -> Vec<Self> {
        Self::of_columns(compiled.matching, stated, &compiled.mentors.columns)
    }

    /// The same where columns of the programme's attributes are at hand, whoever's they are.
    pub(super) fn of_columns(
        matching: &'a Matching,
        stated: &'a [Preference],
        columns: &[(&'a AttributeKey, Column)],
    ) -> Vec<Self> {
        let wishes = stated.iter().filter_map(|preference| {
            let place = columns.binary_search_by_key(&&preference.attribute, |(key, _)| key).ok()?;
            let (key, column) = columns.get(place)?;
            let attribute = matching.attributes.get(*key)?;
            let hope = match &preference.want {
                Want::Same => Hope::Agree(true),
                Want::Different => Hope::Agree(false),
                Want::AnyOf(terms) => {
                    let terms = terms.iter().map(|term| attribute.vocabulary.canonical(term));
                    Hope::AnyOf(column.set_of(terms))
                }
                Want::Range { min, max } => Hope::Range(Bounds { min: *min, max: *max }),
            };
            Some(Self { attribute: &attribute.key, place, strength: preference.strength, hope })
        });
        wishes.collect()
    }

    /// Whether what is named holds of the other person; none where blank data leaves it open.
    pub(crate) fn holds(&self, own: &Side<'_>, person: usize, other: &Side<'_>, other_person: usize) -> Option<bool> {
        let column = other.column_of(self);
        match &self.hope {
            Hope::Agree(wished) => {
                let mine = own.column_of(self);
                let agree = mine.agree(person, column, other_person)?;
                // Two of any other background may be of the same one, or not.
                let open = !*wished && mine.tells_nothing(person, column, other_person);
                (!open).then_some(agree == *wished)
            }
            Hope::AnyOf(terms) => Some(intersects(column.terms(other_person)?, terms)),
            Hope::Range(bounds) => Some(bounds.contains(column.position(other_person)?)),
        }
    }

    /// Whether a pair goes along with the wish.
    pub(crate) fn met(&self, own: &Side<'_>, person: usize, other: &Side<'_>, other_person: usize) -> Option<bool> {
        Some(self.holds(own, person, other, other_person)? == self.strength.is_for())
    }
}
