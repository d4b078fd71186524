//! Comparison of cells with the words of the programme: capital letters and white space at the ends aside.

use crate::report::Report;
use alongside::issue::{IssueCode, Place};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Writes the comparable form of the text over the buffer.
pub(crate) fn fold_into(text: &str, buffer: &mut String) {
    buffer.clear();
    let text = text.trim();
    if text.is_ascii() {
        buffer.push_str(text);
        buffer.make_ascii_lowercase();
    } else {
        buffer.extend(text.nfc().flat_map(char::to_lowercase));
    }
}

/// The comparable form of the text.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

/// From what a cell says to what it stands for.
#[derive(Debug, Default)]
pub(crate) struct Translations(BTreeMap<String, String>);

impl Translations {
    /// Notes translations that contradict each other.
    pub(crate) fn new(values: &[(String, String)], place: &Place, report: &mut Report) -> Self {
        let mut map = BTreeMap::new();
        for (from, to) in values {
            let to = to.trim().to_owned();
            let before = map.insert(fold(from), to.clone());
            if before.is_some_and(|before| before != to) {
                let message = "two translations of this column differ only in capital letters or white space";
                report.push(IssueCode::BadSetting, place.clone(), message, "keep the one that is meant");
            }
        }
        Self(map)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the text stands for, if that is declared. Time logarithmic in the translations.
    pub(crate) fn get(&self, text: &str, buffer: &mut String) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        fold_into(text, buffer);
        self.0.get(buffer.as_str()).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capital_letters_and_unicode_forms_do_not_matter() {
        let mut report = Report::new("m.csv".into());
        let values = [("F\u{e9}minin".to_owned(), " woman ".to_owned()), ("N/A".to_owned(), String::new())];
        let translations = Translations::new(&values, &Place::default(), &mut report);
        let mut buffer = String::new();
        assert_eq!(translations.get(" FE\u{301}MININ", &mut buffer), Some("woman"));
        assert_eq!(translations.get("n/a\u{a0}", &mut buffer), Some(""));
        assert_eq!(translations.get("other", &mut buffer), None);
        assert!(!report.has_errors());
        Translations::new(&[("a".into(), "b".into()), ("A".into(), "c".into())], &Place::default(), &mut report);
        assert!(report.has_errors());
    }
}
