//! What somebody answered and what somebody wishes, for telling people apart by it.

use super::classes::Classes;
use crate::compile::{Column, Hope, Side, Wish};
use crate::domain::{self, AttributeKey};

/// What somebody is in one column, for comparing.
pub(super) fn answer(column: &Column, person: usize) -> (Option<&[u64]>, Option<&[u64]>, Option<i64>) {
    (column.terms(person), column.named(person), column.position(person))
}

/// Classes of people by their answers to an attribute.
pub(super) fn by_answer(side: &Side<'_>, people: usize, attribute: &AttributeKey) -> Classes {
    let column = side.column(attribute);
    Classes::new(people, |person| answer(column, person))
}

/// A wish for comparing: whether for or against, what, and one's own answer where the wish turns on it.
pub(super) type Key<'a> = (bool, u8, &'a [u64], [Option<i64>; 2], (Option<&'a [u64]>, Option<&'a [u64]>, Option<i64>));

/// Which wishes count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heeded<'a> {
    /// Hard ones, or soft ones; none for all.
    pub(super) hard: Option<bool>,
    /// Whose; none for both.
    pub(super) side: Option<domain::Side>,
    /// About what; none for everything.
    pub(super) attribute: Option<&'a AttributeKey>,
}

impl Heeded<'_> {
    /// Whether it is one of them, whosever it is.
    pub(super) fn counts(&self, wish: &Wish<'_>) -> bool {
        self.hard.is_none_or(|hard| wish.strength.is_hard() == hard)
            && self.attribute.is_none_or(|one| one == wish.attribute)
    }
}

/// A wish for comparing, with the own column of what it is about.
pub(super) fn key<'a>(wish: &'a Wish<'_>, column: &'a Column, person: usize) -> Key<'a> {
    let is_for = wish.strength.is_for();
    match &wish.hope {
        Hope::Agree(wished) => (is_for, u8::from(*wished), &[], [None; 2], answer(column, person)),
        Hope::AnyOf(terms) => (is_for, 2, terms, [None; 2], (None, None, None)),
        Hope::Range(bounds) => (is_for, 3, &[], [bounds.min, bounds.max], (None, None, None)),
    }
}
