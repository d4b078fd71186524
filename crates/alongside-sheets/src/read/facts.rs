//! What a workbook says of its cells beside their text.

use std::collections::{BTreeMap, BTreeSet};

/// Found while a worksheet was read; empty for delimited text, which cannot say any of it. Columns count from 0.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// From column to the rows, and their number, that hold formulas with a stored value.
    pub(crate) formulas: BTreeMap<usize, Told>,
    /// From column to the rows, and their number, that hold whole numbers of more digits than a spreadsheet keeps.
    pub(crate) long_numbers: BTreeMap<usize, Told>,
    /// Cells that hold no value though they should.
    pub(crate) faults: Vec<Fault>,
    pub(crate) merges: Vec<Merge>,
    pub(crate) hidden_rows: BTreeSet<u32>,
    /// Ranges of hidden columns, both ends included.
    pub(crate) hidden_columns: Vec<(usize, usize)>,
    /// Names of hidden worksheets.
    pub(crate) hidden_sheets: Vec<String>,
    /// Whether the worksheet itself is hidden.
    pub(crate) hidden: bool,
}

/// How often something occurs, and in which row first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) count: usize,
    pub(crate) first: u32,
}

/// A cell without a value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fault {
    pub(crate) row: u32,
    pub(crate) column: usize,
    pub(crate) what: NoValue,
}

/// Why a cell has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoValue {
    /// An error, by the name the spreadsheet shows.
    Error(&'static str),
    /// A formula that no program has worked out yet.
    NeverWorkedOut,
}

/// Merged cells; both ends included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Merge {
    pub(crate) rows: (u32, u32),
    pub(crate) columns: (usize, usize),
}

impl Facts {
    pub(crate) fn note(told: &mut BTreeMap<usize, Told>, row: u32, column: usize) {
        told.entry(column).or_insert(Told { count: 0, first: row }).count += 1;
    }
}

impl Merge {
    pub(crate) const fn is_one_cell(&self) -> bool {
        self.rows.0 == self.rows.1 && self.columns.0 == self.columns.1
    }
}
