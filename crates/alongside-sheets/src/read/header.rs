//! The header of a sheet and the finding of columns in it.

use super::Row;
use std::borrow::Cow;
use std::collections::BTreeMap;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The headers of one sheet, in order.
#[derive(Debug)]
pub(crate) struct Header {
    names: Vec<String>,
    /// From header to the columns that carry it.
    columns: BTreeMap<String, Vec<usize>>,
}

/// What a header's name leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// This one column.
    Column(usize),
    /// Several columns, this many.
    Repeated(usize),
    /// No column.
    Nothing,
}

impl Header {
    /// The headers of that row, and blank ones up to so many columns.
    pub(crate) fn read(text: &str, row: &Row, columns: usize) -> Self {
        let names: Vec<String> =
            (0..row.width.max(columns)).map(|index| tidy(&row.cell(text, index)).into_owned()).collect();
        let mut columns: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            columns.entry(name.clone()).or_default().push(index);
        }
        Self { names, columns }
    }

    /// Headers in the order of the sheet; blank ones are empty.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The header of that column.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// The column of that header: exactly alike, but for white space at the ends and the Unicode form.
    pub(crate) fn find(&self, name: &str) -> Found {
        match self.columns.get(&*tidy(name)).map(Vec::as_slice) {
            Some([column]) => Found::Column(*column),
            Some(columns) => Found::Repeated(columns.len()),
            None => Found::Nothing,
        }
    }
}

/// Without white space at the ends and in Unicode normalisation form C.
fn tidy(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    if is_nfc(name) { Cow::Borrowed(name) } else { Cow::Owned(name.nfc().collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Rows;

    #[test]
    fn headers_are_found_whatever_their_unicode_form() {
        let text = " id,Pre\u{301}nom\u{a0},x,x,,\n";
        let mut row = Row::default();
        assert!(Rows::new(text, b',').read(&mut row));
        let header = Header::read(text, &row, 0);
        assert_eq!(header.find("id "), Found::Column(0));
        assert_eq!(header.find("Pr\u{e9}nom"), Found::Column(1));
        assert_eq!(header.find("x"), Found::Repeated(2));
        assert_eq!(header.find("ID"), Found::Nothing);
        assert_eq!(header.find(""), Found::Nothing);
        assert_eq!(header.names().len(), 6);
    }
}
