//! Collects the issues of one sheet, each kind up to its limit and the rest as a count.

use crate::limits::MAX_ISSUES_PER_CODE;
use alongside::issue::{IssueCode, Issues, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Longest header, or other name, that a message shows, in characters.
const MAX_SHOWN: usize = 120;

/// The issues of one sheet.
#[derive(Debug)]
pub(crate) struct Report {
    file: Arc<str>,
    issues: Issues,
    counts: BTreeMap<IssueCode, usize>,
}

impl Report {
    pub(crate) fn new(file: Arc<str>) -> Self {
        Self { file, issues: Issues::new(), counts: BTreeMap::new() }
    }

    /// Notes an issue anywhere.
    pub(crate) fn push(
        &mut self,
        code: IssueCode,
        place: Place,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= MAX_ISSUES_PER_CODE {
            self.issues.push(code, place, message, remedy);
        }
    }

    /// Takes over the issues of another part of the same sheet.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.issues.append(other.issues);
        for (code, count) in other.counts {
            *self.counts.entry(code).or_default() += count;
        }
    }

    /// The sheet as a whole, one of its rows, or one of its cells.
    pub(crate) fn place(&self, row: Option<u32>, column: Option<&str>) -> Place {
        Place { file: Some(self.file.clone()), row, column: column.map(|name| shown(name).into()), ..Place::default() }
    }

    /// The sheet's name.
    pub(crate) fn file(&self) -> &Arc<str> {
        &self.file
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.issues.has_errors()
    }

    /// The issues, with the counts of those that were too many to tell.
    pub(crate) fn finish(self) -> Issues {
        let mut issues = self.issues;
        for (code, count) in self.counts {
            if let further @ 1.. = count.saturating_sub(MAX_ISSUES_PER_CODE) {
                let place = Place { file: Some(self.file.clone()), ..Place::default() };
                let message = format!("{further} further issues of this kind are not listed");
                issues.push(code, place, message, "mend those listed and read the sheet again");
            }
        }
        issues
    }
}

/// A name as it may stand in a message: on one line, short, without control characters.
pub(crate) fn shown(name: &str) -> String {
    let mut plain = String::with_capacity(name.len().min(4 * MAX_SHOWN));
    for (count, character) in name.chars().enumerate() {
        if count == MAX_SHOWN {
            plain.push_str("...");
            break;
        }
        plain.push(if character.is_control() { ' ' } else { character });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_to_list_is_counted() {
        let mut report = Report::new("people.csv".into());
        for row in 2..=62 {
            report.push(IssueCode::RaggedRow, report.place(Some(row), None), "m", "r");
        }
        report.push(IssueCode::UnusedColumn, report.place(None, None), "m", "r");
        let issues = report.finish();
        assert_eq!(issues.len(), 52);
        assert!(issues.iter().last().unwrap().message.starts_with("11 further"));
    }

    #[test]
    fn names_stay_on_one_line() {
        assert_eq!(shown("a\nb\u{1b}[2J"), "a b [2J");
        assert_eq!(shown(&"x".repeat(500)).len(), MAX_SHOWN + 3);
    }
}
