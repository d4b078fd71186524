//! Where the people of a side are, by id.

use crate::domain::PersonId;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// The place of each id of a side. Rules, criteria and records name people by id over and over: a search through a list of
/// people would wait for memory at each of its steps.
#[derive(Debug)]
pub(super) struct Ids<'a>(HashMap<&'a str, u32, RandomState>);

impl<'a> Ids<'a> {
    /// Of people in order of place. Time: linear in them.
    pub(super) fn new(people: impl ExactSizeIterator<Item = &'a PersonId>) -> Self {
        let mut places = HashMap::with_capacity_and_hasher(people.len(), RandomState::default());
        places.extend(people.zip(0..).map(|(id, place)| (id.as_str(), place)));
        Self(places)
    }

    /// The place of the person of that id.
    pub(super) fn at(&self, id: &PersonId) -> Option<usize> {
        self.0.get(id.as_str()).map(|place| *place as usize)
    }
}
