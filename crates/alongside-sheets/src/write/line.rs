//! One line of CSV.

use super::neutralise;
use std::fmt::Display;
use std::io::{self, Write};

/// A line being put together.
#[derive(Debug, Default)]
pub(crate) struct Line {
    text: String,
    cells: usize,
}

impl Line {
    /// Adds a text, neutralised. Anything that some reader could take for a delimiter is put in quotation marks.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        let text = neutralise(text);
        self.begin();
        if text.contains([',', ';', '|', '\t', '"', '\r', '\n']) || text.trim().len() < text.len() {
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(&text);
        }
        self
    }

    /// Adds a number or a date, which stays what it is.
    pub(crate) fn typed(&mut self, value: impl Display) -> &mut Self {
        self.begin();
        self.text.push_str(&value.to_string());
        self
    }

    /// Adds it if there is one, otherwise a blank cell.
    pub(crate) fn typed_or_blank(&mut self, value: Option<impl Display>) -> &mut Self {
        match value {
            Some(value) => self.typed(value),
            None => self.text(""),
        }
    }

    /// Writes the line and begins the next.
    pub(crate) fn end(&mut self, out: &mut impl Write) -> io::Result<()> {
        self.text.push('\n');
        out.write_all(self.text.as_bytes())?;
        self.text.clear();
        self.cells = 0;
        Ok(())
    }

    fn begin(&mut self) {
        if self.cells > 0 {
            self.text.push(',');
        }
        self.cells += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_stay_numbers_and_text_is_neutralised() {
        let (mut line, mut out) = (Line::default(), Vec::new());
        line.typed(-5).text("-5").text("a;b").typed_or_blank(None::<i64>).text("c \"d\"").end(&mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "-5,'-5,\"a;b\",,\"c \"\"d\"\"\"\n");
    }

    proptest! {
        #[test]
        fn every_text_reads_back(texts in prop::collection::vec("\\PC*|[\r\n,;\"'= ]{0,5}", 2..5)) {
            let (mut line, mut out) = (Line::default(), Vec::new());
            for text in &texts {
                line.text(text);
            }
            line.end(&mut out).unwrap();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
            let record = reader.records().next().unwrap().unwrap();
            let read: Vec<_> = record.iter().map(crate::restore).collect();
            prop_assert_eq!(read, texts);
        }
    }
}
