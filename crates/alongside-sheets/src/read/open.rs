//! A file as rows of text cells, whatever it is: the one way into every sheet.

use super::decode::decode_sheet;
use super::delimiter::{DELIMITERS, detect, written};
use super::facts::Facts;
use super::workbook::{self, Refusal};
use super::{Row, Rows};
use crate::report::Report;
use crate::summary::SheetFormat;
use alongside::input::FormatConfig;
use alongside::issue::IssueCode;
use std::borrow::Cow;

/// A sheet taken apart as far as its text.
#[derive(Debug)]
pub(crate) struct Opened<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) delimiter: u8,
    /// Whether the delimiter was found out.
    pub(crate) detected: bool,
    /// Columns that the sheet has at least.
    pub(crate) width: usize,
    /// Whether a row may end before the header does.
    pub(crate) short_rows: bool,
    pub(crate) format: SheetFormat,
    pub(crate) facts: Facts,
}

impl Opened<'_> {
    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows::new(&self.text, self.delimiter)
    }
}

/// Opens the file of that name; `place` is where its sheet stands in the programme. None where it had to be refused.
pub(crate) fn open<'b>(
    name: &str,
    bytes: &'b [u8],
    format: &FormatConfig,
    place: &str,
    report: &mut Report,
) -> Option<Opened<'b>> {
    if workbook::is_workbook(name) {
        let worksheet = told(workbook::open(bytes, format, place), report)?;
        return Some(Opened {
            text: worksheet.text.into(),
            delimiter: workbook::DELIMITER,
            detected: false,
            width: worksheet.width,
            short_rows: true,
            format: SheetFormat::Workbook { sheet: worksheet.name },
            facts: worksheet.facts,
        });
    }
    if let Some(refusal) = workbook::other_workbook(name).filter(|_| !is_text(bytes)) {
        return told(Err(refusal), report);
    }
    let (text, encoding) = match decode_sheet(bytes, format.encoding) {
        Ok(decoded) => decoded,
        Err(misread) => {
            // A character put where the fault stands makes its row the last one.
            let row = misread.before.map(|before| last_row(&format!("{before}?"), format));
            report.push(misread.code, report.place(row, None), misread.message, misread.remedy);
            return None;
        }
    };
    let delimiter = match format.delimiter {
        Some(delimiter) => delimiter,
        None => match detect(&text, format.header_row) {
            Ok(delimiter) => delimiter,
            Err(several) => {
                unsure(&several, place, report);
                return None;
            }
        },
    };
    let (detected, written) = (format.delimiter.is_none(), written(delimiter).to_owned());
    let format = SheetFormat::Text { encoding: encoding.name().to_owned(), delimiter: written };
    Some(Opened { text, delimiter, detected, width: 0, short_rows: false, format, facts: Facts::default() })
}

fn told<T>(found: Result<T, Refusal>, report: &mut Report) -> Option<T> {
    found
        .map_err(|refusal| {
            let place = report.place(refusal.row, None);
            report.push(refusal.code, place, refusal.message, refusal.remedy);
        })
        .ok()
}

/// Some programs name text files as if they were workbooks.
fn is_text(bytes: &[u8]) -> bool {
    !bytes.starts_with(b"PK") && !bytes.starts_with(b"\xd0\xcf\x11\xe0") && !bytes.contains(&0)
}

fn last_row(text: &str, format: &FormatConfig) -> u32 {
    let delimiter = format.delimiter.or_else(|| detect(text, format.header_row).ok()).unwrap_or(b',');
    let (mut rows, mut row) = (Rows::new(text, delimiter), Row::default());
    while rows.read(&mut row) {}
    row.number
}

fn unsure(several: &[u8], place: &str, report: &mut Report) {
    let known = || DELIMITERS.iter().filter(|known| several.contains(&known.0));
    let called: Vec<_> = known().map(|known| known.2).collect();
    let written: Vec<_> = known().map(|known| format!("`delimiter = \"{}\"`", known.1)).collect();
    let message = format!("the cells could be parted by {}", called.join(" or by "));
    let remedy = format!("write {} under `{place}`", written.join(" or "));
    report.push(IssueCode::UnsureDelimiter, report.place(None, None), message, remedy);
}
