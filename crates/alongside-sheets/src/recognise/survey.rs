//! A sheet as it was looked at: its columns, each with what its cells have in common.

use super::facts::Facts;
use crate::limits::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_FILE_BYTES};
use crate::read::{Header, Row, Rows, open};
use crate::report::Report;
use crate::source::{NotRead, read_bounded};
use crate::summary::SheetFormat;
use alongside::input::FormatConfig;
use alongside::issue::{IssueCode, Issues};
use std::path::Path;

/// Rows that are looked at; what they have in common holds for the others too, or `validate` tells.
pub const MAX_LOOKED_AT: usize = 50_000;

/// Rows among which the header is sought.
const HEADER_AMONG: usize = 20;

/// A sheet as it was looked at. Holds no row, and of the cells only the words of columns that use a few again and again.
#[derive(Debug, Clone)]
pub struct Survey {
    /// The file, as the programme is to name it.
    pub(super) file: String,
    pub(super) worksheet: Option<String>,
    pub(super) delimiter: char,
    /// Row of the header, as a spreadsheet shows it.
    pub(super) header_row: u32,
    /// Whether filled rows stand above it.
    pub(super) preamble: bool,
    /// Filled rows below the header that were looked at.
    pub(super) rows: usize,
    /// Filled rows below those.
    pub(super) further: usize,
    /// Rows that have another number of cells than the header.
    pub(super) ragged: usize,
    pub(super) columns: Vec<Column>,
}

/// One column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its header, told apart from others of the same name.
    pub(super) header: String,
    pub(super) facts: Facts,
}

impl Survey {
    /// Looks at a sheet; `name` is how the programme is to call it, `worksheet` which one of a workbook is meant.
    ///
    /// # Errors
    /// All that keeps the sheet from being read at all: no such file, no table, no header, beyond a limit.
    pub fn of_file(path: &Path, name: &str, worksheet: Option<&str>) -> Result<Self, Issues> {
        let mut report = Report::new(name.into());
        let (code, message, remedy) = match read_bounded(path, MAX_FILE_BYTES) {
            Ok(bytes) => return Self::of_bytes(&bytes, name, worksheet),
            Err(NotRead::TooLarge) => {
                let message = format!("the file is larger than {MAX_FILE_BYTES} bytes");
                (IssueCode::LimitExceeded, message, "export only the columns that the programme uses")
            }
            Err(NotRead::Unavailable(why)) => {
                (IssueCode::FileMissing, format!("the sheet cannot be read: {why}"), "check the file's name and folder")
            }
        };
        report.push(code, report.place(None, None), message, remedy);
        Err(report.finish())
    }

    /// Looks at the bytes of a sheet.
    ///
    /// # Errors
    /// As [`Survey::of_file`]. Time linear in the bytes, memory in the columns.
    pub fn of_bytes(bytes: &[u8], name: &str, worksheet: Option<&str>) -> Result<Self, Issues> {
        let mut report = Report::new(name.into());
        // Where the header is not known yet, the delimiter is found from more than the first row.
        let sheet = worksheet.map(str::to_owned);
        let config = FormatConfig { sheet, delimiter: Some(b','), ..FormatConfig::default() };
        let Some(opened) = open(name, bytes, &config, "sheets.mentors", &mut report) else {
            return Err(report.finish());
        };
        let text = &*opened.text;
        let worksheet = match &opened.format {
            SheetFormat::Workbook { sheet } => Some(sheet.clone()),
            SheetFormat::Text { .. } => None,
        };
        let delimiter = if worksheet.is_some() { opened.delimiter } else { delimiter(text) };
        let rows = || Rows::new(text, delimiter);
        let Some(header_row) = header_row(rows(), text) else {
            let message = "the sheet has not even a header";
            let remedy = "export it again with its header and rows";
            report.push(IssueCode::EmptySheet, report.place(None, None), message, remedy);
            return Err(report.finish());
        };
        let (mut rows, mut row, mut preamble) = (rows(), Row::default(), false);
        while rows.read(&mut row) && row.number < header_row {
            preamble |= !row.is_blank(text);
        }
        if row.width > MAX_COLUMNS || row.too_long.is_some() {
            let message =
                format!("the header has more than {MAX_COLUMNS} columns, or one longer than {MAX_CELL_BYTES} bytes");
            report.push(IssueCode::LimitExceeded, report.place(Some(row.number), None), message, "shorten it");
            return Err(report.finish());
        }
        let header = Header::read(text, &row, opened.width);
        let column = |header: &String| Column { header: header.clone(), facts: Facts::new() };
        let columns = header.labels().iter().map(column).collect();
        let mut survey = Self {
            file: name.to_owned(),
            worksheet,
            delimiter: char::from(delimiter),
            header_row,
            preamble,
            rows: 0,
            further: 0,
            ragged: 0,
            columns,
        };
        while rows.read(&mut row) {
            if row.is_blank(text) {
                continue;
            }
            if survey.rows == MAX_LOOKED_AT {
                survey.further += 1;
                continue;
            }
            survey.rows += 1;
            survey.ragged += usize::from(row.width != survey.columns.len() && !opened.short_rows);
            for (index, column) in survey.columns.iter_mut().enumerate() {
                column.facts.add(&row.cell(text, index));
            }
        }
        Ok(survey)
    }

    /// The header of that column.
    pub(super) fn header(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |column| column.header.as_str())
    }
}

/// The delimiter that cuts the first rows into the most cells of the same number.
fn delimiter(text: &str) -> u8 {
    let wide = |delimiter: u8| {
        let (mut rows, mut row, mut widths) = (Rows::new(text, delimiter), Row::default(), Vec::new());
        while widths.len() < HEADER_AMONG && rows.read(&mut row) {
            if row.width > 0 {
                widths.push(row.width);
            }
        }
        let most = widths.iter().copied().max().unwrap_or(0);
        let alike = widths.iter().filter(|width| **width == most).count();
        if most > 1 { alike * 10_000 + most } else { 0 }
    };
    let candidates = [b'|', b'\t', b';', b','];
    candidates.into_iter().max_by_key(|delimiter| wide(*delimiter)).unwrap_or(b',')
}

/// The first row that fills more than half of the columns in use: what stands above is a title or a remark.
fn header_row(mut rows: Rows<'_>, text: &str) -> Option<u32> {
    let mut row = Row::default();
    let mut filled: Vec<(u32, usize)> = Vec::new();
    while filled.len() < HEADER_AMONG && rows.read(&mut row) {
        let count = (0..row.width.min(MAX_COLUMNS)).filter(|index| !row.cell(text, *index).trim().is_empty()).count();
        if count > 0 {
            filled.push((row.number, count));
        }
    }
    let most = filled.iter().map(|(_, count)| *count).max()?;
    filled.into_iter().find(|(_, count)| count * 2 > most).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey(text: &str) -> Survey {
        Survey::of_bytes(text.as_bytes(), "people.csv", None).unwrap()
    }

    #[test]
    fn delimiter_and_header_are_found_below_a_title() {
        let sheet = survey("Volunteers of the Tea Club\n\nId;Name;Likes\n1;Pip;\"tea, cake\"\n2;Pop;cake\n");
        assert_eq!((sheet.delimiter, sheet.header_row, sheet.preamble, sheet.rows), (';', 3, true, 2));
        assert_eq!(sheet.header(2), "Likes");
    }

    #[test]
    fn repeated_headers_are_told_apart() {
        let sheet = survey("Name,General,CS,General\nPip,1,0,1\n");
        let headers: Vec<&str> = (0..4).map(|column| sheet.header(column)).collect();
        assert_eq!(headers, ["Name", "General (1)", "CS", "General (2)"]);
    }

    #[test]
    fn what_cannot_be_looked_at_is_an_issue() {
        let issues = Survey::of_bytes(b"", "people.csv", None).unwrap_err();
        assert_eq!(issues.iter().next().unwrap().code, IssueCode::EmptySheet);
        let issues = Survey::of_bytes(b"%PDF-1.7", "people.csv", None).unwrap_err();
        assert_eq!(issues.iter().next().unwrap().code, IssueCode::NotCsv);
        let issues = Survey::of_file(Path::new("nowhere/people.csv"), "people.csv", None).unwrap_err();
        assert_eq!(issues.iter().next().unwrap().code, IssueCode::FileMissing);
    }
}
