//! `self`: nobody is matched with themselves.

use super::{Rule, Verdict};
use crate::compile::Compiled;
use crate::outcome::Obstacle;

/// For each mentee, the mentor who is the same person.
pub(super) struct Themselves(Vec<Option<usize>>);

impl Themselves {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let mentors = &compiled.matching.mentors;
        let same = compiled
            .matching
            .mentees
            .iter()
            .map(|mentee| mentors.binary_search_by(|mentor| mentor.person.id.cmp(&mentee.person.id)).ok());
        Self(same.collect())
    }
}

impl Rule for Themselves {
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        if self.0.get(mentee) == Some(&Some(mentor)) {
            Verdict::refused(Obstacle::SamePerson)
        } else {
            Verdict::Eligible
        }
    }
}
