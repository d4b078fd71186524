//! A folder with made-up sheets, read through the public functions.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails here should stop here")]
#![allow(unreachable_pub, reason = "shared by several test crates")]

pub mod package;

use alongside::input::{Document, Node, Notation, PersonRecord, Value};
use alongside::issue::{Issue, IssueCode, Issues};
use alongside_sheets::{Overrides, SheetSummary, Source, read_people};
use std::path::PathBuf;
use tempfile::TempDir;

pub struct Folder(TempDir);

pub struct Read {
    pub people: Vec<PersonRecord>,
    pub issues: Issues,
    pub sources: Vec<Source>,
    pub sheets: Vec<SheetSummary>,
}

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.path(name), bytes).unwrap();
        self
    }

    pub fn read(&self, toml: &str) -> Read {
        self.read_with(toml, &Overrides::default())
    }

    pub fn read_with(&self, toml: &str, overrides: &Overrides) -> Read {
        let document = Document::parse(toml, Notation::Toml, Some("programme.toml")).unwrap();
        let (people, issues, sources, sheets) = read_people(&document, self.0.path(), overrides);
        Read { people, issues, sources, sheets }
    }
}

/// Reads one mentors' sheet under a mapping.
pub fn mentors(csv: impl AsRef<[u8]>, mapping: &str) -> Read {
    Folder::new().file("m.csv", csv).read(&format!("[sheets.mentors]\nfile = \"m.csv\"\n{mapping}"))
}

/// Reads one mentees' sheet under a mapping.
pub fn mentees(csv: impl AsRef<[u8]>, mapping: &str) -> Read {
    Folder::new().file("m.csv", csv).read(&format!("[sheets.mentees]\nfile = \"m.csv\"\n{mapping}"))
}

impl Read {
    /// The only issue.
    pub fn issue(&self) -> &Issue {
        assert_eq!(self.issues.len(), 1, "{}", self.issues);
        self.issues.iter().next().unwrap()
    }

    pub fn codes(&self) -> Vec<IssueCode> {
        self.issues.iter().map(|issue| issue.code).collect()
    }

    /// A field of a person as plain text, lists and tables in brackets.
    pub fn field(&self, person: usize, field: &str) -> String {
        self.people[person].field(field).map_or_else(String::new, plain)
    }

    /// Asserts that no message holds any of these cell values.
    pub fn keeps_secret(&self, values: &[&str]) {
        let told = self.issues.to_string();
        for value in values {
            assert!(!told.contains(value), "{value} in {told}");
        }
    }
}

pub fn plain(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => text.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(plain).collect::<Vec<_>>().join("|")),
        Value::Table(entries) => {
            let entries: Vec<_> = entries.iter().map(|(key, node)| format!("{key}={}", plain(node))).collect();
            format!("{{{}}}", entries.join(","))
        }
        other => format!("{other:?}"),
    }
}
