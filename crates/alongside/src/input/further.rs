//! What a programme has beside people: relationships, decisions, terms, scores, from sheets or the document itself.

use super::keys::{DECISION, RELATIONSHIP, SCORE, Section, TERM};
use super::people::{is_blank, read_date};
use super::reader::{Source, shown, suggestion};
use super::{Document, FurtherRecord, Node, Origin, Value};
use crate::domain::{Date, PersonId};
use crate::issue::{IssueCode, Issues, Place};

/// What a further sheet, or list of the document, holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FurtherKind {
    /// Pairs that meet or met.
    Relationships,
    /// What coordinators decided.
    Decisions,
    /// The programme's own words.
    Terms,
    /// Points computed elsewhere.
    Scores,
}

impl FurtherKind {
    /// Every kind, in the order in which sheets are read.
    pub const ALL: [Self; 4] = [Self::Relationships, Self::Decisions, Self::Terms, Self::Scores];

    /// The key of its list in a document and of its sheet under `sheets`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Relationships => "relationships",
            Self::Decisions => "decisions",
            Self::Terms => "terms",
            Self::Scores => "scores",
        }
    }

    /// The fields of one record.
    pub fn section(self) -> &'static Section {
        match self {
            Self::Relationships => &RELATIONSHIP,
            Self::Decisions => &DECISION,
            Self::Terms => &TERM,
            Self::Scores => &SCORE,
        }
    }

    /// Fields that every record must have.
    pub fn required(self) -> impl Iterator<Item = &'static str> {
        self.section().keys.iter().filter(|key| key.absent == "required").map(|key| key.name)
    }
}

/// The records of one kind that stand in the document, with their keys checked.
pub(crate) fn inline_further(document: &Document, kind: FurtherKind, issues: &mut Issues) -> Vec<FurtherRecord> {
    let source = Source { file: document.file.clone() };
    let (name, section) = (kind.name(), kind.section());
    let Some(node) = document.root.get(name).filter(|node| node.value != Value::Null) else { return Vec::new() };
    let Value::List(items) = &node.value else {
        let message = format!("`{name}` is {}, not a list", node.type_name());
        let remedy = format!("write `[[{name}]]` tables, or name a sheet under `sheets`");
        issues.push(IssueCode::WrongType, source.place(name, node.line), message, remedy);
        return Vec::new();
    };
    let mut records = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let path = format!("{name}[{index}]");
        let Value::Table(entries) = &item.value else {
            let message = format!("{} where a table is expected", item.type_name());
            let remedy = format!("it can have: {}", section.names().collect::<Vec<_>>().join(", "));
            issues.push(IssueCode::WrongType, source.place(&path, item.line), message, remedy);
            continue;
        };
        let mut fields = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            if !section.has(key) {
                let place = source.place(&format!("{path}.{}", shown(key)), value.line);
                let remedy = suggestion(key, section.names());
                issues.push(IssueCode::UnknownKey, place, format!("unknown key `{}`", shown(key)), remedy);
            } else if value.value != Value::Null {
                fields.push((key.as_str().into(), value.clone()));
            }
        }
        let origin = Origin::Document { file: document.file.clone(), path, line: item.line };
        records.push(FurtherRecord { kind, fields, origin });
    }
    records
}

/// Typed reading of one record's fields; what is wrong is told at the field's place. A blank is absent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RecordReader<'a> {
    pub(crate) record: &'a FurtherRecord,
}

impl<'a> RecordReader<'a> {
    pub(crate) fn node(self, field: &str) -> Option<&'a Node> {
        self.record.field(field).filter(|node| !is_blank(node))
    }

    pub(crate) fn place(self, field: &str) -> Place {
        self.record.field_place(field)
    }

    /// Notes that a field is missing, with what it is for.
    pub(crate) fn missing(self, field: &str, issues: &mut Issues) {
        let meaning = self.record.kind.section().meaning(field).unwrap_or("see the reference");
        let message = format!("`{field}` is missing");
        issues.push(IssueCode::MissingKey, self.place(field), message, format!("add it: {meaning}"));
    }

    /// Requires what an optional reading gave; what was there and wrong is told already.
    pub(crate) fn required<T>(self, field: &str, value: Option<T>, issues: &mut Issues) -> Option<T> {
        if value.is_none() && self.node(field).is_none() {
            self.missing(field, issues);
        }
        value
    }

    fn wrong(self, field: &str, node: &Node, expected: &str, issues: &mut Issues) {
        let message = format!("`{field}` is {}, not {expected}", node.type_name());
        issues.push(IssueCode::WrongType, self.place(field), message, format!("write {expected}"));
    }

    /// A text without white space at its ends; a whole number counts as its digits.
    pub(crate) fn text(self, field: &str, issues: &mut Issues) -> Option<String> {
        let node = self.node(field)?;
        match &node.value {
            Value::Text(text) => Some(text.trim().to_owned()),
            Value::Integer(number) => Some(number.to_string()),
            _ => {
                self.wrong(field, node, "text", issues);
                None
            }
        }
    }

    pub(crate) fn required_text(self, field: &str, issues: &mut Issues) -> Option<String> {
        let text = self.text(field, issues);
        self.required(field, text, issues)
    }

    /// The id of a person.
    pub(crate) fn id(self, field: &str, issues: &mut Issues) -> Option<PersonId> {
        let text = self.text(field, issues)?;
        let id = PersonId::new(&text);
        if id.is_none() {
            let message = format!("the id is longer than {} bytes or holds a control character", PersonId::MAX_BYTES);
            issues.push(IssueCode::BadId, self.place(field), message, "mend the id");
        }
        id
    }

    pub(crate) fn required_id(self, field: &str, issues: &mut Issues) -> Option<PersonId> {
        let id = self.id(field, issues);
        self.required(field, id, issues)
    }

    /// A day, in the order of its sheet.
    pub(crate) fn date(self, field: &str, issues: &mut Issues) -> Option<Date> {
        let node = self.node(field)?;
        match &node.value {
            Value::Date(date) => Some(*date),
            Value::Text(text) => read_date(text, self.record.dates(), || self.place(field), issues),
            _ => {
                self.wrong(field, node, "a date", issues);
                None
            }
        }
    }

    pub(crate) fn required_date(self, field: &str, issues: &mut Issues) -> Option<Date> {
        let date = self.date(field, issues);
        self.required(field, date, issues)
    }

    /// A word of a closed list, capital letters aside.
    pub(crate) fn choice<T: Copy>(self, field: &str, words: &[(&str, T)], issues: &mut Issues) -> Option<T> {
        let word = self.text(field, issues)?.to_lowercase();
        let found = words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        if found.is_none() {
            let message = format!("`{field}` is none of the words it can be");
            let remedy = suggestion(&word, words.iter().map(|(name, _)| *name));
            issues.push(IssueCode::UnknownValue, self.place(field), message, remedy);
        }
        found
    }

    /// Yes or no.
    pub(crate) fn yes(self, field: &str, issues: &mut Issues) -> Option<bool> {
        match self.node(field)?.value {
            Value::Bool(yes) => Some(yes),
            _ => self.choice(field, &[("yes", true), ("no", false), ("true", true), ("false", false)], issues),
        }
    }
}
