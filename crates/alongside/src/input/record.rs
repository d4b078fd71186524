//! A person, or a row of a further sheet, as read, before anything is understood.

use super::{FurtherKind, Node};
use crate::domain::Side;
use crate::issue::{Place, shown_path};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How dates without the year in front are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// `2026-01-31`; the only one where nothing is declared.
    #[default]
    YearMonthDay,
    /// `31/01/2026`.
    DayMonthYear,
    /// `01/31/2026`.
    MonthDayYear,
}

/// One person's fields as they were read. Keys are field names; monitoring fields are `monitoring.NAME`.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRecord {
    /// Which side.
    pub side: Side,
    /// Field and value. Absent and blank are the same.
    pub fields: Vec<(Arc<str>, Node)>,
    /// Where it was read.
    pub origin: Origin,
}

/// One row of a further sheet, or one table of its list in the document, as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct FurtherRecord {
    /// What it is.
    pub kind: FurtherKind,
    /// Field and value. Absent and blank are the same.
    pub fields: Vec<(Arc<str>, Node)>,
    /// Where it was read.
    pub origin: Origin,
}

/// Where a person or further record was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// Inside a document, at a path such as `mentees[3]`.
    Document {
        /// The document.
        file: Option<Arc<str>>,
        /// Its path.
        path: String,
        /// Its line, where the notation has lines.
        line: Option<u32>,
    },
    /// A row of a sheet.
    Row {
        /// The sheet.
        sheet: Arc<SheetOrigin>,
        /// Row as a spreadsheet shows it.
        row: u32,
    },
}

/// What all rows of one sheet share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetOrigin {
    /// File name as the user gave it.
    pub file: Arc<str>,
    /// From field to the header, or headers joined by ` + `, that it came from.
    pub headers: BTreeMap<Arc<str>, Arc<str>>,
    /// How its dates are written.
    pub dates: DateOrder,
}

impl Origin {
    /// Where the whole record stands.
    pub fn place(&self) -> Place {
        match self {
            Self::Document { file, path, line } => {
                Place { file: file.clone(), line: *line, path: Some(path.clone()), ..Place::default() }
            }
            Self::Row { sheet, row } => Place { file: Some(sheet.file.clone()), row: Some(*row), ..Place::default() },
        }
    }

    /// Where one of its fields stands, which in a document has a line of its own.
    pub(super) fn field_place(&self, name: &str, line_of_field: Option<u32>) -> Place {
        let mut place = self.place();
        place.field = Some(shown_path(name).into());
        match self {
            Self::Document { path, line, .. } => {
                place.path = Some(shown_path(&format!("{path}.{name}")));
                place.line = line_of_field.or(*line);
            }
            Self::Row { sheet, .. } => place.column = sheet.headers.get(name).cloned(),
        }
        place
    }

    /// How its dates are written.
    pub fn dates(&self) -> DateOrder {
        match self {
            Self::Document { .. } => DateOrder::YearMonthDay,
            Self::Row { sheet, .. } => sheet.dates,
        }
    }
}

fn field<'a>(fields: &'a [(Arc<str>, Node)], name: &str) -> Option<&'a Node> {
    fields.iter().find(|(field, _)| &**field == name).map(|(_, node)| node)
}

impl PersonRecord {
    /// The field's value.
    pub fn field(&self, name: &str) -> Option<&Node> {
        field(&self.fields, name)
    }

    /// Where the person stands.
    pub fn place(&self) -> Place {
        self.origin.place()
    }

    /// Where one of the person's fields stands.
    pub fn field_place(&self, name: &str) -> Place {
        self.origin.field_place(name, self.field(name).and_then(|node| node.line))
    }

    /// How this person's dates are written.
    pub fn dates(&self) -> DateOrder {
        self.origin.dates()
    }
}

impl FurtherRecord {
    /// The field's value.
    pub fn field(&self, name: &str) -> Option<&Node> {
        field(&self.fields, name)
    }

    /// Where the record stands.
    pub fn place(&self) -> Place {
        self.origin.place()
    }

    /// Where one of its fields stands.
    pub fn field_place(&self, name: &str) -> Place {
        self.origin.field_place(name, self.field(name).and_then(|node| node.line))
    }

    /// How its dates are written.
    pub fn dates(&self) -> DateOrder {
        self.origin.dates()
    }
}
