//! The first pass over a sheet: nothing is kept, every row that cannot be read is told, and the rest is counted.

use super::findings::Ranges;
use super::{Header, Row, Rows};
use crate::limits::{MAX_CELL_BYTES, MAX_ROWS};
use crate::report::Report;
use alongside::issue::IssueCode;

/// How a row below the header is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    Person,
    Blank,
    Refused,
}

/// How many rows of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) people: usize,
    pub(crate) blank: usize,
    pub(crate) refused: usize,
}

/// What a row has to be like.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Columns of the header.
    pub(crate) columns: usize,
    /// Whether a row may end before the header does: a workbook leaves out blank cells.
    pub(crate) short_rows: bool,
    /// Rows that are refused for what is known of their cells; told already.
    pub(crate) refused: Ranges,
}

impl Shape {
    /// How a row is taken.
    pub(crate) fn kind(&self, row: &Row, text: &str) -> RowKind {
        if row.unclosed || row.too_long.is_some() {
            RowKind::Refused
        } else if row.is_blank(text) && !self.refused.has_cell(row.number) {
            RowKind::Blank
        } else if self.fits(row) && !self.refused.has(row.number) {
            RowKind::Person
        } else {
            RowKind::Refused
        }
    }

    const fn fits(&self, row: &Row) -> bool {
        row.width == self.columns || (self.short_rows && row.width < self.columns)
    }
}

/// Goes over the rows below the header; none when the sheet must be refused as a whole. A header is only named if it was
/// `recognised`: otherwise the first row may not hold headers but a person.
pub(crate) fn check(
    mut rows: Rows<'_>,
    text: &str,
    header: &Header,
    shape: &Shape,
    recognised: bool,
    report: &mut Report,
) -> Option<Counts> {
    let (mut row, mut counts, mut whole) = (Row::default(), Counts::default(), true);
    while rows.read(&mut row) {
        match shape.kind(&row, text) {
            RowKind::Person => counts.people += 1,
            RowKind::Blank => counts.blank += 1,
            RowKind::Refused => {
                counts.refused += 1;
                whole &= !row.unclosed;
                if row.unclosed || row.too_long.is_some() || !shape.fits(&row) {
                    refuse(&row, header, recognised, report);
                }
            }
        }
        if counts.people + counts.refused > MAX_ROWS {
            let message = format!("the sheet has more than {MAX_ROWS} rows");
            report.push(IssueCode::LimitExceeded, report.place(None, None), message, "split the programme");
            return None;
        }
    }
    if counts.people + counts.refused == 0 {
        let message = "the sheet has a header and no row below it";
        report.push(IssueCode::EmptySheet, report.place(None, None), message, "export it again with its rows");
        return None;
    }
    whole.then_some(counts)
}

fn refuse(row: &Row, header: &Header, recognised: bool, report: &mut Report) {
    if row.unclosed {
        let message = "a quotation mark opens a cell in this row and is never closed";
        let remedy = "close it, or export the sheet again from its spreadsheet";
        report.push(IssueCode::NotCsv, report.place(Some(row.number), None), message, remedy);
    } else if let Some(column) = row.too_long {
        let name = Some(header.name(column)).filter(|name| recognised && !name.is_empty());
        let place = report.place(Some(row.number), name);
        let message = format!("cell {} of the row is longer than {MAX_CELL_BYTES} bytes", column + 1);
        report.push(IssueCode::LimitExceeded, place, message, "shorten the cell");
    } else {
        let cells = |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
        let message = format!("the row has {} where the header has {}", cells(row.width), header.names().len());
        let remedy = "put quotation marks around cells that hold the delimiter, or export the sheet again";
        report.push(IssueCode::RaggedRow, report.place(Some(row.number), None), message, remedy);
    }
}
