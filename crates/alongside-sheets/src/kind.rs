//! What the sheets of a programme are of.

use crate::source::Role;
use alongside::domain::Side;
use alongside::input::FurtherKind;

/// What one sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SheetKind {
    /// The people of one side.
    People(Side),
    /// Something beside people.
    Further(FurtherKind),
}

impl SheetKind {
    /// The sheets of people, then the further ones, in the order in which they are read.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::people().into_iter().chain(FurtherKind::ALL.map(Self::Further))
    }

    /// The sheets of people.
    pub(crate) const fn people() -> [Self; 2] {
        [Self::People(Side::Mentor), Self::People(Side::Mentee)]
    }

    /// The sheet of the other people, if it is one of people.
    pub(crate) const fn other_side(self) -> Option<Self> {
        match self {
            Self::People(Side::Mentor) => Some(Self::People(Side::Mentee)),
            Self::People(Side::Mentee) => Some(Self::People(Side::Mentor)),
            Self::Further(_) => None,
        }
    }

    /// The sheet's key under `sheets`, which also names it in messages.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::People(side) => side.plural(),
            Self::Further(kind) => kind.name(),
        }
    }

    /// What the sheet is listed as among the files read.
    pub(crate) const fn role(self) -> Role {
        match self {
            Self::People(Side::Mentor) => Role::Mentors,
            Self::People(Side::Mentee) => Role::Mentees,
            Self::Further(FurtherKind::Relationships) => Role::Relationships,
            Self::Further(FurtherKind::Decisions) => Role::Decisions,
            Self::Further(FurtherKind::Terms) => Role::Terms,
            Self::Further(FurtherKind::Scores) => Role::Scores,
        }
    }
}
