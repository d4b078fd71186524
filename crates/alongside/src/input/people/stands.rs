//! Where a person was read, for whatever is to be said of one of their fields later.

use crate::domain::PersonId;
use crate::input::PersonRecord;
use crate::input::record::Origin;
use crate::issue::Place;
use std::sync::Arc;

/// Where a person and their fields stand. A place is put together when it is asked for: there is seldom anything to say.
#[derive(Debug)]
pub(super) struct Stands {
    origin: Origin,
    /// The lines of the fields of a person who is part of a document.
    lines: Box<[(Arc<str>, u32)]>,
}

impl Stands {
    /// Where this one stands.
    pub(super) fn of(record: &PersonRecord) -> Self {
        let lines = match &record.origin {
            Origin::Document { .. } => {
                record.fields.iter().filter_map(|(field, node)| Some((field.clone(), node.line?))).collect()
            }
            Origin::Row { .. } => Box::default(),
        };
        Self { origin: record.origin.clone(), lines }
    }

    /// Where the person stands.
    pub(super) fn place(&self) -> Place {
        self.origin.place()
    }

    /// Where a field stands; whose it is where that may be said.
    pub(super) fn place_of(&self, field: &str, person: Option<&PersonId>) -> Place {
        let line = self.lines.iter().find(|(of, _)| **of == *field).map(|(_, line)| *line);
        Place { person: person.cloned(), ..self.origin.field_place(field, line) }
    }
}
