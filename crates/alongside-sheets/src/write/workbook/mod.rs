//! The whole outcome as one workbook for people who work in a spreadsheet.

mod pairs;
mod people;
mod programmes;
mod sheet;
mod summary;

use alongside::domain::Date;
use alongside::outcome::Outcome;
use rayon::prelude::*;
use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};
use sheet::moment;
pub(super) use sheet::{Sheet, capital};
use std::fmt;

/// How hard the file is compressed. Step 4 takes half as long again for a fifth less of the bytes, the usual 6 two thirds
/// longer than that for a seventeenth.
const COMPRESSION: u8 = 2;

/// Why a workbook was not written: it would be larger than a workbook can be.
#[derive(Debug)]
pub struct NotWritten(XlsxError);

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the workbook cannot be written: {}", self.0)
    }
}

impl std::error::Error for NotWritten {}

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> Self {
        Self(error)
    }
}

/// One worksheet; none where it would have no rows.
type Made = Result<Option<Worksheet>, XlsxError>;

/// The worksheets in their order.
const SHEETS: [fn(&Outcome) -> Made; 10] = [
    summary::summary,
    pairs::urgent,
    pairs::kept,
    pairs::held,
    pairs::proposals,
    people::waiting,
    people::supervisors,
    programmes::programmes,
    people::records,
    people::idle,
];

/// The bytes of a workbook with the worksheets Summary, Proposals, Waiting and Idle, and behind the summary, where there
/// is something for them, Urgent, Kept and On hold.
///
/// Proposals and Waiting hold, row by row, what [`write_proposals`](crate::write_proposals) and
/// [`write_unmatched`](crate::write_unmatched) write, under headers in plain words; Idle tells of mentors with nobody
/// proposed. Numbers are numbers, days are days, and every text is a text: there is no formula, no hidden part, no link
/// and no author. The only date of the document is the programme's, so that the same outcome gives the same bytes. Time
/// and memory are linear in the outcome.
///
/// # Errors
/// An outcome with more rows than a worksheet can have.
pub fn workbook(outcome: &Outcome) -> Result<Vec<u8>, NotWritten> {
    // Each has its texts numbered when the workbook is put together, in the order of the sheets, whoever was quicker.
    let made: Vec<Made> = SHEETS.par_iter().with_max_len(1).map(|make| make(outcome)).collect();
    let sheets: Vec<Option<Worksheet>> = made.into_iter().collect::<Result<_, _>>()?;
    bytes_of(outcome.programme.as_of, sheets.into_iter().flatten())
}

/// The bytes of a workbook of these worksheets, whose only date is this one.
pub(super) fn bytes_of(day: Date, sheets: impl IntoIterator<Item = Worksheet>) -> Result<Vec<u8>, NotWritten> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&moment(day)?));
    book.set_zip_compression_level(COMPRESSION);
    sheets.into_iter().for_each(|sheet| book.push_worksheet(sheet));
    Ok(book.save_to_buffer()?)
}
