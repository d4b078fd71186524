//! The fields of one record, found without going over all of them by name.

use crate::domain::name_begins;
use crate::input::{Node, PersonRecord};
use crate::issue::Place;
use std::ops::Deref;

/// A record that is asked for its fields a hundred times while it becomes a person.
pub(crate) struct Fields<'r> {
    record: &'r PersonRecord,
    /// How the name of each field begins.
    begins: Box<[u64]>,
}

impl<'r> Fields<'r> {
    /// Those of this record.
    pub(crate) fn of(record: &'r PersonRecord) -> Self {
        Self { record, begins: record.fields.iter().map(|(name, _)| name_begins(name)).collect() }
    }

    /// The field's value.
    pub(crate) fn field(&self, name: &str) -> Option<&'r Node> {
        let begins = name_begins(name);
        let mut fields = self.begins.iter().zip(&self.record.fields);
        let found = fields.find(|(own, (field, _))| **own == begins && **field == *name);
        found.map(|(_, (_, node))| node)
    }

    /// Where the field stands.
    pub(crate) fn field_place(&self, name: &str) -> Place {
        self.record.field_place(name)
    }
}

impl Deref for Fields<'_> {
    type Target = PersonRecord;

    fn deref(&self) -> &Self::Target {
        self.record
    }
}
