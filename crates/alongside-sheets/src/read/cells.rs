//! The cells of one row as text, wherever they come from.

use super::Row;
use std::borrow::Cow;

/// One row below the header.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cells<'a> {
    row: &'a Row,
    text: &'a str,
}

impl<'a> Cells<'a> {
    /// The cells of a row of that text.
    pub(crate) const fn new(row: &'a Row, text: &'a str) -> Self {
        Self { row, text }
    }

    /// The cell as it stands; empty beyond the row's end.
    pub(crate) fn cell(self, column: usize) -> Cow<'a, str> {
        self.row.cell(self.text, column)
    }

    /// The cell without white space at its ends.
    pub(crate) fn trimmed(self, column: usize) -> Cow<'a, str> {
        match self.cell(column) {
            Cow::Borrowed(cell) => Cow::Borrowed(cell.trim()),
            Cow::Owned(cell) => Cow::Owned(cell.trim().to_owned()),
        }
    }
}
