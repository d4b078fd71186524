//! Wishes, ready to be held against the other person's column.

use super::Side;
use super::columns::{Terms, intersects};
use crate::domain::{AttributeKey, Bounds, Matching, Person, Preference, Strength, Want};

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
    pub(super) fn compile(matching: &'a Matching, person: &'a Person) -> Vec<Self> {
        Self::all(matching, &person.preferences)
    }

    /// What each mentee's carer would like, in the order of mentees.
    pub(crate) fn of_carers(matching: &'a Matching) -> Vec<Vec<Self>> {
        matching.mentees.iter().map(|mentee| Self::all(matching, &mentee.carer_preferences)).collect()
    }

    /// Wishes ready to be asked, in their order.
    pub(crate) fn all(matching: &'a Matching, stated: &'a [Preference]) -> Vec<Self> {
        let wishes = stated.iter().filter_map(|preference| {
            let (place, attribute) =
                (0..).zip(matching.attributes.values()).find(|(_, one)| one.key == preference.attribute)?;
            let hope = match &preference.want {
                Want::Same => Hope::Agree(true),
                Want::Different => Hope::Agree(false),
                Want::AnyOf(terms) => {
                    let terms = terms.iter().map(|term| attribute.vocabulary.canonical(term));
                    Hope::AnyOf(Terms::empty(attribute).set_of(terms))
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
