//! People as columns: dense indices in order of id, terms as bit sets, positions as integers. No behaviour.

mod columns;
mod places;
mod wishes;

pub(crate) use columns::{Column, shared};
pub(crate) use places::{Meeting, kilometres, metres, squared_metres};
pub(crate) use wishes::{Hope, Wish};

use crate::domain::{AttributeKey, Matching, Person, Place, Week};
use std::collections::BTreeMap;

/// A programme's people as columns; mentees and mentors are meant by their place in the programme's lists.
///
/// Memory is linear in people times the words their vocabularies take.
#[derive(Debug)]
pub struct Compiled<'a> {
    pub(crate) matching: &'a Matching,
    pub(crate) mentors: Side<'a>,
    pub(crate) mentees: Side<'a>,
}

/// The columns of one side.
#[derive(Debug)]
pub(crate) struct Side<'a> {
    columns: BTreeMap<&'a AttributeKey, Column>,
    weeks: Vec<Option<Week>>,
    places: Vec<Option<Place>>,
    wishes: Vec<Vec<Wish<'a>>>,
}

impl<'a> Compiled<'a> {
    /// Lays the programme's people out in columns. Time and memory linear in people and answers.
    pub fn new(matching: &'a Matching) -> Self {
        let mentors: Vec<&Person> = matching.mentors.iter().map(|mentor| &mentor.person).collect();
        let mentees: Vec<&Person> = matching.mentees.iter().map(|mentee| &mentee.person).collect();
        Self { matching, mentors: Side::new(matching, &mentors), mentees: Side::new(matching, &mentees) }
    }

    /// How many mentees there are.
    pub fn mentees(&self) -> usize {
        self.matching.mentees.len()
    }

    /// How many mentors there are.
    pub fn mentors(&self) -> usize {
        self.matching.mentors.len()
    }
}

impl<'a> Side<'a> {
    fn new(matching: &'a Matching, people: &[&'a Person]) -> Self {
        let columns = matching.attributes.values().map(|attribute| (&attribute.key, Column::new(attribute, people)));
        Self {
            columns: columns.collect(),
            weeks: people.iter().map(|person| person.availability).collect(),
            places: people.iter().map(|person| person.place).collect(),
            wishes: people.iter().map(|person| Wish::compile(matching, person)).collect(),
        }
    }

    /// The column of an attribute; an empty one where the programme does not have it, which validation rules out.
    pub(crate) fn column(&self, key: &AttributeKey) -> &Column {
        static EMPTY: Column = Column::Positions(Vec::new());
        self.columns.get(key).unwrap_or(&EMPTY)
    }

    /// When the person is free, if known.
    pub(crate) fn week(&self, person: usize) -> Option<&Week> {
        self.weeks.get(person)?.as_ref()
    }

    /// Where the person is, if known.
    pub(crate) fn place(&self, person: usize) -> Option<Place> {
        *self.places.get(person)?
    }

    /// The person's wishes.
    pub(crate) fn wishes(&self, person: usize) -> &[Wish<'a>] {
        self.wishes.get(person).map_or(&[], Vec::as_slice)
    }
}
