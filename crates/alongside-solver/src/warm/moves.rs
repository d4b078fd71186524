//! Who moves.

use super::error::EditError;
use super::state::{NONE, State};

/// A row that an edit gave another column, or one, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The row.
    pub row: u32,
    /// Its column before the edit.
    pub from: Option<u32>,
    /// Its column now.
    pub to: Option<u32>,
}

/// The rows touched by the edit in progress, with their columns before it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Moves {
    edit: u32,
    /// The edit that last touched each row.
    touched: Vec<u32>,
    before: Vec<(u32, u32)>,
    pub(super) list: Vec<Moved>,
}

impl Moves {
    /// For so many rows.
    pub(super) fn grow(&mut self, rows: usize) {
        self.touched.resize(rows, self.edit.wrapping_sub(1));
    }

    /// Begins an edit.
    pub(super) fn begin(&mut self) {
        self.before.clear();
        self.edit = self.edit.wrapping_add(1);
        if self.edit == 0 {
            self.touched.fill(0);
            self.edit = 1;
        }
    }

    /// A row is about to leave this column, or none.
    #[inline]
    pub(super) fn note(&mut self, row: u32, column: u32) {
        let touched = &mut self.touched[row as usize];
        if *touched != self.edit {
            *touched = self.edit;
            self.before.push((row, column));
        }
    }

    /// Compares with where the rows are now.
    pub(super) fn end(&mut self, mate: impl Fn(u32) -> u32) -> &[Moved] {
        let named = |column| (column != NONE).then_some(column);
        let pairs = self.before.iter().map(|(row, before)| (*row, *before, mate(*row)));
        let moved = pairs.filter(|(_, before, now)| before != now);
        self.list.clear();
        self.list.extend(moved.map(|(row, from, to)| Moved { row, from: named(from), to: named(to) }));
        self.list.sort_unstable_by_key(|moved| moved.row);
        &self.list
    }
}

impl<const W: usize> State<W> {
    /// Makes an edit and tells who moved.
    pub(super) fn edit(
        &mut self,
        edit: impl FnOnce(&mut Self) -> Result<(), EditError>,
    ) -> Result<&[Moved], EditError> {
        self.moves.begin();
        edit(self)?;
        Ok(self.moves.end(|row| self.rows[row as usize].mate))
    }
}
