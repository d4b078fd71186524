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
    /// A bit for each of these, of which several may share one: most of what is asked for is not there.
    some: u64,
}

/// The bit of a name that begins so: hashed by multiplication (Knuth, volume 3, section 6.4).
const fn bit(begins: u64) -> u64 {
    1 << (begins.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
}

impl<'r> Fields<'r> {
    /// Those of this record.
    pub(crate) fn of(record: &'r PersonRecord) -> Self {
        let begins: Box<[u64]> = record.fields.iter().map(|(name, _)| name_begins(name)).collect();
        let some = begins.iter().fold(0, |some, begins| some | bit(*begins));
        Self { record, begins, some }
    }

    /// The field's value.
    pub(crate) fn field(&self, name: &str) -> Option<&'r Node> {
        let begins = name_begins(name);
        if self.some & bit(begins) == 0 {
            return None;
        }
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
