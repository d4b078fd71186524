//! Takes CSV text apart into rows and cells without copying, and counts rows as a spreadsheet does.
//!
//! Quoting is that of RFC 4180, read as leniently as spreadsheets read it: quotes inside an unquoted cell stand for
//! themselves, and so does what follows the closing quote. LF, CR LF and CR all end a row.

use crate::limits::{MAX_CELL_BYTES, MAX_COLUMNS};
use std::borrow::Cow;

/// Where one cell stands in the text.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
    /// Whether quotes inside it are still to be undone.
    escaped: bool,
}

/// One row, used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Row as a spreadsheet shows it, counted from 1; line breaks inside quotes do not count.
    pub(crate) number: u32,
    /// How many cells it has. Only the first [`MAX_COLUMNS`] are kept; a blank line has none.
    pub(crate) width: usize,
    /// The first cell that is longer than [`MAX_CELL_BYTES`].
    pub(crate) too_long: Option<usize>,
    /// Whether the text ends inside the quotes of its last cell.
    pub(crate) unclosed: bool,
    spans: Vec<Span>,
}

/// The rows of a text, in order.
#[derive(Debug, Clone)]
pub(crate) struct Rows<'t> {
    text: &'t str,
    at: usize,
    delimiter: u8,
    number: u32,
}

impl<'t> Rows<'t> {
    /// The delimiter is an ASCII character other than a quote or line break.
    pub(crate) const fn new(text: &'t str, delimiter: u8) -> Self {
        Self { text, at: 0, delimiter, number: 0 }
    }

    /// Reads the next row; false at the end of the text. Time linear in the row, memory in its kept cells.
    pub(crate) fn read(&mut self, row: &mut Row) -> bool {
        row.spans.clear();
        (row.width, row.too_long, row.unclosed) = (0, None, false);
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return false;
        }
        self.number = self.number.saturating_add(1);
        row.number = self.number;
        if self.end_line() {
            return true;
        }
        loop {
            let (span, unclosed) = self.cell();
            row.unclosed = unclosed;
            if span.end - span.start > MAX_CELL_BYTES && row.too_long.is_none() {
                row.too_long = Some(row.width);
            }
            if row.width < MAX_COLUMNS {
                row.spans.push(span);
            }
            row.width += 1;
            if bytes.get(self.at) != Some(&self.delimiter) {
                break;
            }
            self.at += 1;
        }
        self.end_line();
        true
    }

    /// Whether nothing is left of the text.
    pub(crate) const fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Goes past a line end, if one stands here.
    fn end_line(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        self.at += match bytes.get(self.at) {
            Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => 2,
            Some(b'\n' | b'\r') => 1,
            _ => return false,
        };
        true
    }

    /// Goes past one cell, up to the delimiter, line end or end of text behind it.
    fn cell(&mut self) -> (Span, bool) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut escaped = false;
        if bytes.get(start) == Some(&b'"') {
            self.at += 1;
            loop {
                let Some(length) = self.rest().iter().position(|byte| *byte == b'"') else {
                    self.at = bytes.len();
                    return (Span { start, end: self.at, escaped: true }, true);
                };
                self.at += length + 1;
                if bytes.get(self.at) != Some(&b'"') {
                    break;
                }
                escaped = true;
                self.at += 1;
            }
            let closed = self.at;
            self.unquoted();
            if !escaped && self.at == closed {
                return (Span { start: start + 1, end: closed - 1, escaped: false }, false);
            }
            return (Span { start, end: self.at, escaped: true }, false);
        }
        self.unquoted();
        (Span { start, end: self.at, escaped: false }, false)
    }

    fn unquoted(&mut self) {
        let delimiter = self.delimiter;
        let ends = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
        let length = self.rest().iter().position(ends);
        self.at = length.map_or(self.text.len(), |length| self.at + length);
    }

    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }
}

impl Row {
    /// The cell's text without its quotes; empty beyond the row's end.
    pub(crate) fn cell<'t>(&self, text: &'t str, index: usize) -> Cow<'t, str> {
        let Some(span) = self.spans.get(index) else { return Cow::Borrowed("") };
        let raw = text.get(span.start..span.end).unwrap_or_default();
        if span.escaped { Cow::Owned(unquote(raw)) } else { Cow::Borrowed(raw) }
    }

    /// Whether the cell holds a quotation mark beside a sign that could be a delimiter, though quotation marks do not
    /// enclose it: probably the sign is the delimiter, and the cell is a piece of what they enclosed.
    pub(crate) fn is_torn(&self, text: &str, index: usize) -> bool {
        let Some(span) = self.spans.get(index) else { return false };
        let raw = text.get(span.start..span.end).unwrap_or_default().as_bytes();
        let sign = |byte: u8| matches!(byte, b',' | b';' | b'|' | b'\t');
        let enclosed = span.escaped && raw.starts_with(b"\"") && raw.len() > 1 && raw.ends_with(b"\"");
        let opened = span.start.checked_sub(1).and_then(|at| text.as_bytes().get(at)) == Some(&b'"');
        !enclosed
            && !opened
            && raw.windows(2).any(|pair| matches!(pair, [a, b'"'] if sign(*a)) || matches!(pair, [b'"', b] if sign(*b)))
    }

    /// Whether every cell is blank.
    pub(crate) fn is_blank(&self, text: &str) -> bool {
        self.width <= self.spans.len() && (0..self.spans.len()).all(|index| self.cell(text, index).trim().is_empty())
    }
}

/// What a cell that begins with a quote stands for.
fn unquote(raw: &str) -> String {
    let mut plain = String::with_capacity(raw.len());
    let mut rest = raw.strip_prefix('"').unwrap_or(raw);
    while let Some((before, after)) = rest.split_once('"') {
        plain.push_str(before);
        if let Some(after) = after.strip_prefix('"') {
            plain.push('"');
            rest = after;
        } else {
            rest = after;
            break;
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str, delimiter: u8) -> Vec<(u32, Vec<String>)> {
        let (mut rows, mut row, mut found) = (Rows::new(text, delimiter), Row::default(), Vec::new());
        while rows.read(&mut row) {
            found.push((row.number, (0..row.width).map(|index| row.cell(text, index).into_owned()).collect()));
        }
        found
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        let text = "a,b\r\n\r\n\"x\ny\",2\r\n\n3,4";
        let numbers: Vec<_> = all(text, b',').into_iter().map(|(number, cells)| (number, cells.len())).collect();
        assert_eq!(numbers, [(1, 2), (2, 0), (3, 2), (4, 0), (5, 2)]);
    }

    #[test]
    fn quotes_are_undone() {
        let cells = all("\"a \"\"b\"\"\",c\"d,\"e\"f\"g,\"\",\"h,\r\ni\"", b',').remove(0).1;
        assert_eq!(cells, ["a \"b\"", "c\"d", "ef\"g", "", "h,\r\ni"]);
    }

    #[test]
    fn quotes_left_open_are_noticed() {
        let (mut rows, mut row) = (Rows::new("a,\"b\nc,d\n", b','), Row::default());
        assert!(rows.read(&mut row) && row.unclosed);
        assert!(!rows.read(&mut row));
    }

    #[test]
    fn a_row_of_delimiters_takes_bounded_memory() {
        let text = ",".repeat(100_000);
        let (mut rows, mut row) = (Rows::new(&text, b','), Row::default());
        assert!(rows.read(&mut row));
        assert_eq!((row.width, row.spans.len()), (100_001, MAX_COLUMNS));
    }

    proptest! {
        #[test]
        fn any_text_reads_as_the_csv_crate_reads_it(text in "[ab,;\"\r\n\u{e9}]{0,40}") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> =
                reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
            let ours: Vec<_> = all(&text, b',').into_iter().map(|row| row.1).filter(|row| !row.is_empty()).collect();
            prop_assert_eq!(ours, theirs);
        }
    }
}
