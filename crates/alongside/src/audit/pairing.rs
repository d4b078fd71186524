//! A mentee and a mentor, looked at together.

use crate::domain::{Mentee, Mentor, Person, Side};

/// One pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) mentee: &'a Mentee,
    pub(super) mentor: &'a Mentor,
}

impl<'a> Pair<'a> {
    /// The person of that side.
    pub(super) fn person(self, side: Side) -> &'a Person {
        match side {
            Side::Mentee => &self.mentee.person,
            Side::Mentor => &self.mentor.person,
        }
    }
}

/// The two sides in the order in which blanks and wishes are named.
pub(super) const MENTEE_FIRST: [Side; 2] = [Side::Mentee, Side::Mentor];

/// The other side.
pub(super) const fn opposite(side: Side) -> Side {
    match side {
        Side::Mentee => Side::Mentor,
        Side::Mentor => Side::Mentee,
    }
}

/// The key of a side.
pub(super) const fn side_word(side: Side) -> &'static str {
    match side {
        Side::Mentee => "mentee",
        Side::Mentor => "mentor",
    }
}
