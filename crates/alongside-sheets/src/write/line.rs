//! One line of CSV.

use super::{neutralise, table::Table};
use alongside::domain::Date;
use std::fmt::{Arguments, Display, Write as _};
use std::io::{self, Write};

/// Adds words to a text.
pub(super) fn put(text: &mut String, words: Arguments<'_>) {
    // A text takes whatever is written to it.
    let _ = text.write_fmt(words);
}

/// Lines put together one after another.
#[derive(Debug)]
pub(crate) struct Lines<'w, W> {
    out: &'w mut W,
    text: String,
    cells: usize,
}

impl<'w, W: Write> Lines<'w, W> {
    pub(crate) const fn new(out: &'w mut W) -> Self {
        Self { out, text: String::new(), cells: 0 }
    }

    fn begin(&mut self) {
        if self.cells > 0 {
            self.text.push(',');
        }
        self.cells += 1;
    }

    /// Adds a number or a date, which stays what it is.
    fn typed(&mut self, value: impl Display) -> &mut Self {
        self.begin();
        put(&mut self.text, format_args!("{value}"));
        self
    }
}

impl<W: Write> Table for Lines<'_, W> {
    type Error = io::Error;

    /// Adds a text, neutralised. Anything that some reader could take for a delimiter is put in quotation marks.
    fn text(&mut self, text: &str) -> &mut Self {
        let text = neutralise(text);
        self.begin();
        let apart = |byte: u8| matches!(byte, b',' | b';' | b'|' | b'\t' | b'"' | b'\r' | b'\n');
        if text.bytes().any(apart) || text.trim().len() < text.len() {
            self.text.push('"');
            for (at, part) in text.split('"').enumerate() {
                self.text.push_str(if at == 0 { "" } else { "\"\"" });
                self.text.push_str(part);
            }
            self.text.push('"');
        } else {
            self.text.push_str(&text);
        }
        self
    }

    fn number(&mut self, number: i64) -> &mut Self {
        self.typed(number)
    }

    fn date(&mut self, date: Date) -> &mut Self {
        self.typed(date)
    }

    /// Writes the line and begins the next.
    fn end(&mut self) -> io::Result<()> {
        self.text.push('\n');
        self.out.write_all(self.text.as_bytes())?;
        self.text.clear();
        self.cells = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_stay_numbers_and_text_is_neutralised() {
        let mut out = Vec::new();
        Lines::new(&mut out).number(-5).text("-5").text("a;b").number_or_blank(None).text("c \"d\"").end().unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "-5,'-5,\"a;b\",,\"c \"\"d\"\"\"\n");
    }

    proptest! {
        #[test]
        fn every_text_reads_back(texts in prop::collection::vec("\\PC*|[\r\n,;\"'= ]{0,5}", 2..5)) {
            let mut out = Vec::new();
            let mut lines = Lines::new(&mut out);
            for text in &texts {
                lines.text(text);
            }
            lines.end().unwrap();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
            let record = reader.records().next().unwrap().unwrap();
            let read: Vec<_> = record.iter().map(crate::restore).collect();
            prop_assert_eq!(read, texts);
        }
    }
}
