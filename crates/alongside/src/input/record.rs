//! A person as read, before anything is understood.

use super::Node;
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

/// Where a person was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// Inside a document, at a path such as `mentees[3]`.
    Document {
        /// The document.
        file: Option<Arc<str>>,
        /// The person's path.
        path: String,
        /// The person's line, where the notation has lines.
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

impl PersonRecord {
    /// The field's value.
    pub fn field(&self, name: &str) -> Option<&Node> {
        self.fields.iter().find(|(field, _)| &**field == name).map(|(_, node)| node)
    }

    /// Where the person stands.
    pub fn place(&self) -> Place {
        match &self.origin {
            Origin::Document { file, path, line } => {
                Place { file: file.clone(), line: *line, path: Some(path.clone()), ..Place::default() }
            }
            Origin::Row { sheet, row } => Place { file: Some(sheet.file.clone()), row: Some(*row), ..Place::default() },
        }
    }

    /// Where one of the person's fields stands.
    pub fn field_place(&self, name: &str) -> Place {
        let mut place = self.place();
        place.field = Some(shown_path(name).into());
        match &self.origin {
            Origin::Document { path, line, .. } => {
                place.path = Some(shown_path(&format!("{path}.{name}")));
                place.line = self.field(name).and_then(|node| node.line).or(*line);
            }
            Origin::Row { sheet, .. } => place.column = sheet.headers.get(name).cloned(),
        }
        place
    }

    /// How this person's dates are written.
    pub fn dates(&self) -> DateOrder {
        match &self.origin {
            Origin::Document { .. } => DateOrder::YearMonthDay,
            Origin::Row { sheet, .. } => sheet.dates,
        }
    }
}
