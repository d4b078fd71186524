//! People as columns: dense indices in order of id, terms as bit sets, positions as integers. No behaviour.

mod columns;
mod company;
mod fixed;
mod ids;
mod lattice;
mod meeting;
mod places;
mod places_together;
mod supervision;
mod wishes;

pub(crate) use columns::{Answered, Column, Terms, shared};
pub(crate) use company::{Company, Spot, Way};
pub(crate) use fixed::{Fixed, FixedPair};
pub(crate) use lattice::Lattice;
pub(crate) use meeting::Meeting;
pub(crate) use places::{kilometres, metres, squared_metres};
pub(crate) use places_together::{Limit, PlacesTogether, TOGETHER, about};
pub(crate) use wishes::{Hope, Wish};

use crate::domain::{Attribute, AttributeKey, Matching, Person, PersonId, Place, Week};
use ids::Ids;
use rayon::prelude::*;
use supervision::Supervision;

/// A programme's people as columns; mentees and mentors are meant by their place in the programme's lists.
///
/// Memory is linear in people times the words their vocabularies take.
#[derive(Debug)]
pub struct Compiled<'a> {
    pub(crate) matching: &'a Matching,
    pub(crate) mentors: Side<'a>,
    pub(crate) mentees: Side<'a>,
    pub(crate) fixed: Fixed<'a>,
    pub(crate) supervision: Supervision,
    pub(crate) company: Company,
}

/// The columns of one side.
#[derive(Debug)]
pub(crate) struct Side<'a> {
    ids: Ids<'a>,
    /// In order of key.
    columns: Vec<(&'a AttributeKey, Column)>,
    weeks: Vec<Option<Week>>,
    places: Vec<Option<Place>>,
    wishes: Vec<Vec<Wish<'a>>>,
}

impl<'a> Compiled<'a> {
    /// Lays the programme's people out in columns. Time and memory linear in people and answers.
    pub fn new(matching: &'a Matching) -> Self {
        let mentors: Vec<&Person> = matching.mentors.iter().map(|mentor| &mentor.person).collect();
        let mentees: Vec<&Person> = matching.mentees.iter().map(|mentee| &mentee.person).collect();
        let (mentors, mentees) = rayon::join(|| Side::new(matching, &mentors), || Side::new(matching, &mentees));
        let mut compiled = Self {
            matching,
            mentors,
            mentees,
            fixed: Fixed::default(),
            supervision: Supervision::default(),
            company: Company::default(),
        };
        compiled.fixed = Fixed::new(&compiled);
        compiled.supervision = Supervision::new(&compiled);
        compiled.company = Company::new(&compiled);
        compiled
    }

    /// Makes pairs of mentees, who take part so far, with natural mentors whom they nominated, as long as these have
    /// places left and their supervisors room.
    pub(crate) fn nominate(&mut self, named: impl IntoIterator<Item = (usize, usize)>) {
        for (mentee, mentor) in named {
            if !self.supervision.is_full(mentor) && self.fixed.nominate(mentee, mentor) {
                self.supervision.take(mentor, &self.fixed.free);
            }
        }
        self.company = Company::new(self);
    }

    /// Places of a mentor for the matching: those that pairs that stand leave free, as far as hours and contact go.
    pub(crate) fn open_places(&self, mentor: usize) -> u32 {
        self.company.places(mentor, self.fixed.free(mentor))
    }

    /// Whether a pair that rules and floors allow can be made beside the pairs that stand.
    pub(crate) fn has_place(&self, mentee: usize, mentor: usize) -> bool {
        self.fixed.free(mentor) > 0 && self.company.shortage(mentor, &[], mentee).is_none()
    }

    /// How many mentees there are.
    pub fn mentees(&self) -> usize {
        self.matching.mentees.len()
    }

    /// The place of the mentee of that id.
    pub(crate) fn mentee_at(&self, id: &PersonId) -> Option<usize> {
        self.mentees.ids.at(id)
    }

    /// The place of the mentor of that id.
    pub(crate) fn mentor_at(&self, id: &PersonId) -> Option<usize> {
        self.mentors.ids.at(id)
    }

    /// The id of a mentor.
    pub(crate) fn mentor_id(&self, mentor: usize) -> Option<&str> {
        self.mentors.ids.of(mentor)
    }

    /// The places of a mentee and a mentor.
    pub(crate) fn places(&self, mentee: &PersonId, mentor: &PersonId) -> Option<(usize, usize)> {
        Some((self.mentee_at(mentee)?, self.mentor_at(mentor)?))
    }

    /// How many mentors there are.
    pub fn mentors(&self) -> usize {
        self.matching.mentors.len()
    }
}

impl<'a> Side<'a> {
    fn new(matching: &'a Matching, people: &[&'a Person]) -> Self {
        let attributes: Vec<&Attribute> = matching.attributes.values().collect();
        let columns = Column::all(&attributes, people);
        let columns: Vec<(&AttributeKey, Column)> =
            attributes.iter().map(|attribute| &attribute.key).zip(columns).collect();
        let wishes = |person: &&'a Person| Wish::of_columns(matching, &person.preferences, &columns);
        Self {
            ids: Ids::new(people.iter().map(|person| &person.id)),
            weeks: people.iter().map(|person| person.availability).collect(),
            places: people.iter().map(|person| person.place).collect(),
            wishes: people.par_iter().map(wishes).collect(),
            columns,
        }
    }

    /// The column of an attribute; an empty one where the programme does not have it, which validation rules out.
    pub(crate) fn column(&self, key: &AttributeKey) -> &Column {
        self.column_at(self.place_of(key))
    }

    /// Where the column of an attribute is, for whoever looks often.
    pub(crate) fn place_of(&self, key: &AttributeKey) -> usize {
        self.columns.binary_search_by_key(&key, |(key, _)| key).unwrap_or(usize::MAX)
    }

    /// The column there.
    pub(crate) fn column_at(&self, place: usize) -> &Column {
        static EMPTY: Column = Column::Positions(Vec::new());
        self.columns.get(place).map_or(&EMPTY, |(_, column)| column)
    }

    /// The column of what a wish of either side is about, without looking for it.
    pub(crate) fn column_of(&self, wish: &Wish<'_>) -> &Column {
        self.columns.get(wish.place).map_or_else(|| self.column(wish.attribute), |(_, column)| column)
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
