//! One worksheet, row by row.

use crate::write::table::Table;
use alongside::domain::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};

/// Characters that a cell can hold, and what ends a longer text.
const MAX_CHARACTERS: usize = 32_767;
const CUT: &str = " ... (whole in outcome.json)";

/// One worksheet being written.
pub(in crate::write) struct Sheet {
    cells: Worksheet,
    day: Format,
    row: u32,
    column: u16,
    /// What went wrong first in this row.
    fault: Option<XlsxError>,
}

impl Sheet {
    /// An empty one.
    pub(in crate::write) fn new(name: &str) -> Result<Self, XlsxError> {
        let mut cells = Worksheet::new();
        cells.set_name(name)?;
        Ok(Self { cells, day: Format::new().set_num_format("yyyy-mm-dd"), row: 0, column: 0, fault: None })
    }

    /// The first row, which stays in view, and how wide the columns are.
    pub(in crate::write) fn header(&mut self, headers: &[impl AsRef<str>], widths: &[u8]) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
        for (at, header) in (0..).zip(headers) {
            self.cells.write_string_with_format(0, at, header.as_ref(), &bold)?;
        }
        for (at, width) in (0..).zip(widths) {
            self.cells.set_column_width(at, *width)?;
        }
        self.cells.set_freeze_panes(1, 0)?;
        self.row = 1;
        Ok(())
    }

    /// The worksheet, with a filter over its rows, if there are any.
    pub(in crate::write) fn close(
        mut self,
        rows: usize,
        columns: usize,
        filtered: bool,
    ) -> Result<Worksheet, XlsxError> {
        let (rows, columns) = (u32::try_from(rows).unwrap_or(u32::MAX), u16::try_from(columns).unwrap_or(u16::MAX));
        if filtered && rows > 0 {
            self.cells.autofilter(0, 0, rows, columns.saturating_sub(1))?;
        }
        Ok(self.cells)
    }

    fn put(&mut self, write: impl FnOnce(&mut Worksheet, &Format, (u32, u16)) -> Result<(), XlsxError>) -> &mut Self {
        if self.fault.is_none() {
            self.fault = write(&mut self.cells, &self.day, (self.row, self.column)).err();
        }
        self.column = self.column.saturating_add(1);
        self
    }
}

impl Table for Sheet {
    type Error = XlsxError;

    fn text(&mut self, text: &str) -> &mut Self {
        self.put(
            |sheet, _, (row, column)| {
                if text.is_empty() { Ok(()) } else { sheet.write_string(row, column, fitting(text)).map(drop) }
            },
        )
    }

    fn number(&mut self, number: i64) -> &mut Self {
        self.put(|sheet, _, (row, column)| sheet.write_number(row, column, number as f64).map(drop))
    }

    fn date(&mut self, date: Date) -> &mut Self {
        self.put(|sheet, day, (row, column)| match moment(date) {
            Ok(moment) => sheet.write_datetime_with_format(row, column, &moment, day).map(drop),
            // A day before the first one of spreadsheets.
            Err(_) => sheet.write_string(row, column, date.to_string()).map(drop),
        })
    }

    fn end(&mut self) -> Result<(), XlsxError> {
        (self.row, self.column) = (self.row + 1, 0);
        self.fault.take().map_or(Ok(()), Err)
    }
}

/// The day as the library has it.
pub(super) fn moment(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(0), part(date.month()), part(date.day()))
}

/// The text, or as much of it as a cell can hold, with a word on where the rest is.
fn fitting(text: &str) -> String {
    // No character takes fewer bytes than units of sixteen bits.
    if text.len() <= MAX_CHARACTERS || text.encode_utf16().count() <= MAX_CHARACTERS {
        return text.to_owned();
    }
    let (mut cut, mut left) = (String::new(), MAX_CHARACTERS - CUT.len());
    for character in text.chars() {
        let Some(rest) = left.checked_sub(character.len_utf16()) else { break };
        left = rest;
        cut.push(character);
    }
    cut + CUT
}

/// The word with a capital letter.
pub(in crate::write) fn capital(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_too_long_for_a_cell_says_where_the_rest_is() {
        assert_eq!(fitting("short"), "short");
        let long = fitting(&"\u{1f600}".repeat(20_000));
        assert!(long.encode_utf16().count() <= MAX_CHARACTERS && long.ends_with(CUT));
    }
}
