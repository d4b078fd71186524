//! The header of a sheet and the finding of columns in it.

use super::Row;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// The headers of one sheet, in order.
#[derive(Debug)]
pub(crate) struct Header {
    names: Vec<String>,
    /// The same, repeated ones told apart by their number: `General (1)`, `General (2)`.
    labels: Vec<String>,
    /// From header, and from label, to the columns that carry it.
    columns: BTreeMap<String, Vec<usize>>,
}

/// What a header's name leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// This one column.
    Column(usize),
    /// Several columns of this very header.
    Repeated(Vec<usize>),
    /// Several columns whose headers begin like this.
    Beginnings(Vec<usize>),
    /// No column.
    Nothing,
}

impl Header {
    /// The headers of that row, and blank ones up to so many columns.
    pub(crate) fn read(text: &str, row: &Row, columns: usize) -> Self {
        let names: Vec<String> = (0..row.width.max(columns)).map(|index| tidy(&row.cell(text, index))).collect();
        let mut columns: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            columns.entry(name.clone()).or_default().push(index);
        }
        let mut labels = names.clone();
        let repeated: Vec<Vec<usize>> = columns.values().filter(|places| places.len() > 1).cloned().collect();
        for (number, place) in repeated.iter().flat_map(|places| (1..).zip(places)) {
            if let Some(label) = labels.get_mut(*place) {
                *label = format!("{label} ({number})");
                // Where a header is written so already, the label tells nothing apart and is no name.
                let carriers = columns.entry(label.clone()).or_default();
                carriers.push(*place);
            }
        }
        Self { names, labels, columns }
    }

    /// Headers in the order of the sheet; blank ones are empty.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Headers in the order of the sheet, repeated ones with their number; blank ones are empty.
    pub(crate) fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The header of that column, with its number where it is repeated.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.labels.get(column).map_or("", String::as_str)
    }

    /// The column of that header, exactly alike but for white space and the Unicode form; or of the header that begins
    /// so, where the name ends in `...`.
    pub(crate) fn find(&self, name: &str) -> Found {
        let name = tidy(name);
        match self.columns.get(&name).map(Vec::as_slice) {
            Some([column]) => return Found::Column(*column),
            Some(columns) => return Found::Repeated(columns.to_vec()),
            None => {}
        }
        let beginning = name.strip_suffix("...").or_else(|| name.strip_suffix('\u{2026}')).map(str::trim_end);
        let Some(beginning) = beginning.filter(|beginning| !beginning.is_empty()) else { return Found::Nothing };
        let begins = self.names.iter().enumerate().filter(|(_, name)| name.starts_with(beginning));
        let columns: Vec<usize> = begins.map(|(column, _)| column).collect();
        match columns.as_slice() {
            [] => Found::Nothing,
            [column] => Found::Column(*column),
            _ => Found::Beginnings(columns),
        }
    }
}

/// On one line, with single spaces, without marks of direction or width zero at its ends, in Unicode normalisation
/// form C.
fn tidy(name: &str) -> String {
    let unseen = |c: char| matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name = name.trim_matches(|c: char| unseen(c) || c.is_whitespace());
    // A tab is kept: it can be a delimiter that nobody declared.
    let words = name.split(|c: char| c.is_whitespace() && c != '\t').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Rows;

    fn header(text: &str) -> Header {
        let mut row = Row::default();
        assert!(Rows::new(text, b',').read(&mut row));
        Header::read(text, &row, 0)
    }

    #[test]
    fn headers_are_found_whatever_their_unicode_form() {
        let header = header(" id,Pre\u{301}nom\u{a0},x,x,,\n");
        assert_eq!(header.find("id "), Found::Column(0));
        assert_eq!(header.find("Pr\u{e9}nom"), Found::Column(1));
        assert_eq!(header.find("ID"), Found::Nothing);
        assert_eq!(header.find(""), Found::Nothing);
        assert_eq!(header.names().len(), 6);
    }

    #[test]
    fn repeated_headers_are_told_apart_by_their_number() {
        let header = header("x,x ,y,y (1),y\n");
        assert_eq!(header.find("x"), Found::Repeated(vec![0, 1]));
        assert_eq!((header.find("x (2)"), header.name(0)), (Found::Column(1), "x (1)"));
        // One header is written so already: neither is found by that name.
        assert_eq!(header.find("y (1)"), Found::Repeated(vec![3, 2]));
        assert_eq!(header.find("y (2)"), Found::Column(4));
    }

    #[test]
    fn questions_are_found_by_their_beginning_and_over_line_ends() {
        let header = header("\"Would you\nmind a dog?\",Would you like tea?,\u{200f}\u{627}\u{633}\u{645}...\n");
        assert_eq!(header.find("Would you mind a dog?"), Found::Column(0));
        assert_eq!(header.find("Would you mind..."), Found::Column(0));
        assert_eq!(header.find("Would you li\u{2026}"), Found::Column(1));
        assert_eq!(header.find("Would you..."), Found::Beginnings(vec![0, 1]));
        assert_eq!(header.find("\u{627}\u{633}\u{645}..."), Found::Column(2));
        assert_eq!((header.find("..."), header.find("Could...")), (Found::Nothing, Found::Nothing));
    }
}
