//! What one sheet held.

mod fields;

pub use fields::{FEWEST_PEOPLE, FieldSummary, TermCount};
pub(crate) use fields::{count, describe};

use crate::source::Role;
use serde::Serialize;
use std::fmt;

/// What a sheet was read as: what the programme declares of it, and what was found out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SheetFormat {
    /// Delimited text.
    Text {
        /// The name of its encoding.
        encoding: String,
        /// What stands between its cells, as a programme file writes it: a sign, or `tab`.
        delimiter: String,
    },
    /// A worksheet of a workbook.
    Workbook {
        /// The worksheet's name.
        sheet: String,
    },
}

impl fmt::Display for SheetFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { encoding, delimiter } => {
                write!(f, "{encoding}, {} between cells", crate::read::called(delimiter))
            }
            Self::Workbook { sheet } => write!(f, "workbook, worksheet \"{}\"", crate::report::shown(sheet)),
        }
    }
}

/// What was found in one sheet, for the manifest and the person who reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetSummary {
    /// What the sheet holds.
    pub role: Role,
    /// File name as the user gave it.
    pub file: String,
    /// Whether rows were taken from it. If not, the sheet, or the part of the programme that maps it, was refused as
    /// a whole, and the records hold nothing of it.
    pub readable: bool,
    /// What it was read as; none if it could not be opened.
    pub format: Option<SheetFormat>,
    /// Row of its header as a spreadsheet shows it, if one was found.
    pub header_row: Option<u32>,
    /// People read, or records of a further sheet: one a row, or fewer where a person has several rows.
    pub people: usize,
    /// Rows in use.
    pub rows: usize,
    /// Rows below the header whose cells are all blank, wholly blank lines among them; skipped.
    pub blank_rows: usize,
    /// Rows that were refused, each with an issue.
    pub refused_rows: usize,
    /// Rows left out on purpose, by reason, in the order of the programme file.
    pub excluded: Vec<ExcludedRows>,
    /// Rows of the other side alone, where both read one sheet, among them those that it alone excludes.
    pub other_side_rows: usize,
    /// Rows that belong to neither side; an issue names each, once for both sides. All these numbers of rows of a
    /// readable sheet add up to all the rows below its header.
    pub unclaimed_rows: usize,
    /// Headers of the columns in use, in the order of the sheet.
    pub used: Vec<String>,
    /// Headers of the other columns; blank headers are left out. Empty unless the sheet is readable, since what stands
    /// in the first row of an unreadable one may not be headers.
    pub unused: Vec<String>,
    /// What each field held, in the order of the reference. Ranges and words are there once the whole programme was
    /// read without errors.
    pub fields: Vec<FieldSummary>,
}

/// Rows left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExcludedRows {
    /// The reason, as the programme file gives it.
    pub why: String,
    /// How many rows.
    pub rows: usize,
}

impl SheetSummary {
    /// Every row below the header of a readable sheet: used, blank, refused, excluded, the other side's and nobody's.
    pub fn all_rows(&self) -> usize {
        let excluded: usize = self.excluded.iter().map(|excluded| excluded.rows).sum();
        self.rows + self.blank_rows + self.refused_rows + excluded + self.other_side_rows + self.unclaimed_rows
    }

    pub(crate) fn new(role: Role, file: &str) -> Self {
        Self {
            role,
            file: file.to_owned(),
            readable: false,
            people: 0,
            format: None,
            header_row: None,
            rows: 0,
            blank_rows: 0,
            refused_rows: 0,
            excluded: Vec::new(),
            other_side_rows: 0,
            unclaimed_rows: 0,
            used: Vec::new(),
            unused: Vec::new(),
            fields: Vec::new(),
        }
    }
}
