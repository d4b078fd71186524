//! Where the people of a side are, by id, and their ids.

use crate::domain::PersonId;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// The place of each id of a side, and the id of each place. Rules, criteria and records name people by id over and over, and
/// ties are broken by ids pair by pair: a search through a list of people would wait for memory at each of its steps.
#[derive(Debug)]
pub(super) struct Ids<'a> {
    places: HashMap<&'a str, u32, RandomState>,
    /// All ids, one after another, and where each ends.
    text: String,
    ends: Vec<usize>,
}

impl<'a> Ids<'a> {
    /// Of people in order of place. Time: linear in them.
    pub(super) fn new(people: impl ExactSizeIterator<Item = &'a PersonId>) -> Self {
        let mut places = HashMap::with_capacity_and_hasher(people.len(), RandomState::default());
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(people.len()));
        for (id, place) in people.zip(0..) {
            places.insert(id.as_str(), place);
            text.push_str(id.as_str());
            ends.push(text.len());
        }
        Self { places, text, ends }
    }

    /// The place of the person of that id.
    pub(super) fn at(&self, id: &PersonId) -> Option<usize> {
        self.places.get(id.as_str()).map(|place| *place as usize)
    }

    /// The id of whoever is at a place.
    pub(super) fn of(&self, place: usize) -> Option<&str> {
        let begin = place.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(begin..*self.ends.get(place)?)
    }
}
