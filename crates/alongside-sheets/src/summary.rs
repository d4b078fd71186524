//! What one sheet held.

use crate::source::Role;
use serde::Serialize;

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
    /// Rows read: people, or records of a further sheet.
    pub rows: usize,
    /// Rows below the header whose cells are all blank, wholly blank lines among them; skipped.
    pub blank_rows: usize,
    /// Rows that were refused, each with an issue. Blank rows, refused rows and rows of a readable sheet add up to all
    /// the rows below its header.
    pub refused_rows: usize,
    /// Headers of the columns in use, in the order of the sheet.
    pub used: Vec<String>,
    /// Headers of the other columns; blank headers are left out. Empty unless the sheet is readable, since what stands
    /// in the first row of an unreadable one may not be headers.
    pub unused: Vec<String>,
}

impl SheetSummary {
    pub(crate) fn new(role: Role, file: &str) -> Self {
        Self {
            role,
            file: file.to_owned(),
            readable: false,
            rows: 0,
            blank_rows: 0,
            refused_rows: 0,
            used: Vec::new(),
            unused: Vec::new(),
        }
    }
}
