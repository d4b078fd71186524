//! The spreadsheets of a programme: delimited text and workbooks to people, with every fault placed, and results back.
//!
//! [`read_programme`] does all of it for a programme file; [`read_sheets`] only reads the sheets. Cells that no part of
//! the programme asks for are never kept, and no message carries a cell's text: it names the file, the row as a
//! spreadsheet shows it, and the column.
//!
//! Everything read is bounded by [`limits`], which are checked before memory is taken.

pub mod limits;
pub mod recognise;

mod kind;
mod mapping;
mod people;
mod programme;
mod read;
mod report;
mod source;
mod summary;
mod write;

pub use people::{Overrides, SheetsRead, read_people, read_sheets, read_sheets_from};
pub use programme::{Failure, Loaded, load, load_from, read_programme};
pub use source::{Files, Role, Source};
pub use summary::{ExcludedRows, FEWEST_PEOPLE, FieldSummary, SheetFormat, SheetSummary, TermCount};
pub use write::{
    NotWritten, neutralise, restore, shortlists_workbook, workbook, write_proposals, write_shortlists, write_synthetic,
    write_synthetic_further, write_unmatched,
};
