//! What is wrong, or odd, in what a programme reads: every problem at once, each with its place and a remedy.

mod code;

pub use code::{IssueCode, Severity};

use crate::domain::PersonId;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// Where in the input something stands. Whatever is not known, or does not apply, is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// File name as the user gave it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<Arc<str>>,
    /// Line of a programme file, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<u32>,
    /// Row of a sheet as a spreadsheet shows it: the header is row 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub row: Option<u32>,
    /// Header of the column, or of the columns joined by ` + `.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub column: Option<Arc<str>>,
    /// Path inside a document, such as `criteria[2].weight`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub path: Option<String>,
    /// Field of the person, in the programme's vocabulary.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub field: Option<Arc<str>>,
    /// The person, only where the programme declares its ids opaque.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub person: Option<PersonId>,
}

/// A path as it may be shown: keys come from the document and may hold anything, control characters too.
pub(crate) fn shown_path(path: &str) -> String {
    path.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        let mut part = |f: &mut fmt::Formatter<'_>, text: &dyn fmt::Display| {
            let written = write!(f, "{separator}{text}");
            separator = ", ";
            written
        };
        if let Some(file) = &self.file {
            part(f, file)?;
        }
        if let Some(line) = self.line {
            part(f, &format_args!("line {line}"))?;
        }
        if let Some(row) = self.row {
            part(f, &format_args!("row {row}"))?;
        }
        if let Some(column) = &self.column {
            part(f, &format_args!("column \"{column}\""))?;
        }
        if let Some(path) = &self.path {
            part(f, path)?;
        } else if let Some(field) = &self.field {
            part(f, &format_args!("field {field}"))?;
        }
        if let Some(person) = &self.person {
            part(f, &format_args!("person {person}"))?;
        }
        Ok(())
    }
}

/// One problem of the input.
///
/// Messages never carry a person's values: they name the place, and the person may look there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issue {
    /// Stable name, with a page in the book and in `alongside describe`.
    pub code: IssueCode,
    /// Whether the run can go on.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What is wrong, in lower case and without a final stop.
    pub message: String,
    /// One way to mend it.
    pub remedy: String,
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}: {}; {}", self.severity, self.code, self.place, self.message, self.remedy)
    }
}

/// All the problems of one reading, in the order in which they were met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// No problem yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Notes one problem, with the severity that its code has.
    pub fn push(&mut self, code: IssueCode, place: Place, message: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Issue { code, severity: code.severity(), place, message: message.into(), remedy: remedy.into() });
    }

    /// Takes over the problems of another reading.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether one of them stops the run.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|issue| issue.severity == Severity::Error)
    }

    /// The problems, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Issue> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a Issues {
    type Item = &'a Issue;
    type IntoIter = std::slice::Iter<'a, Issue>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Issues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|issue| writeln!(f, "{issue}"))
    }
}

impl std::error::Error for Issues {}
