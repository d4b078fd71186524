//! The one place in this module where an index may fail.
//!
//! Every index here comes out of a validated [`Problem`](super::Problem) or is
//! counted by the code that uses it, so a miss is a defect of this module and
//! never of the caller's data. Keeping the subscript in one wrapper keeps the
//! lint that forbids it everywhere else honest.

use std::ops::{Index, IndexMut};

/// A vector whose indices are right by construction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table<T>(Vec<T>);

impl<T> Table<T> {
    /// `len` copies of `value`.
    pub(super) fn filled(value: T, len: usize) -> Self
    where
        T: Clone,
    {
        Self(vec![value; len])
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn push(&mut self, value: T) {
        self.0.push(value);
    }

    pub(super) fn as_slice(&self) -> &[T] {
        &self.0
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for Table<T> {
    fn from(values: Vec<T>) -> Self {
        Self(values)
    }
}

impl<T> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl<T> Index<usize> for Table<T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "indices are validated with the problem or counted by this module")]
    fn index(&self, at: usize) -> &T {
        &self.0[at]
    }
}

impl<T> IndexMut<usize> for Table<T> {
    #[expect(clippy::indexing_slicing, reason = "indices are validated with the problem or counted by this module")]
    fn index_mut(&mut self, at: usize) -> &mut T {
        &mut self.0[at]
    }
}

impl<T> From<Table<T>> for Vec<T> {
    fn from(table: Table<T>) -> Self {
        table.0
    }
}
