//! Who is who: ids once a side, look-alikes told, references found.

use super::ReadPerson;
use super::fields::Fields;
use crate::domain::{PersonId, Side};
use crate::input::Value;
use crate::issue::{IssueCode, Issues};
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};

/// The record's id, or an issue.
pub(super) fn read_id(record: &Fields<'_>, issues: &mut Issues) -> Option<PersonId> {
    let text = match record.field("id").map(|node| &node.value) {
        Some(Value::Text(text)) => Some(text.clone()),
        Some(Value::Integer(number)) => Some(number.to_string()),
        _ => None,
    };
    let id = text.as_deref().and_then(PersonId::new);
    if id.is_none() {
        let message = if text.is_some_and(|text| !text.trim().is_empty()) {
            format!("the id is longer than {} bytes or holds a control character", PersonId::MAX_BYTES)
        } else {
            "there is no id".to_owned()
        };
        issues.push(IssueCode::BadId, record.field_place("id"), message, "give everybody an id of their own");
    }
    id
}

/// Notes ids that stand twice on one side, and ids that differ only in capital letters.
pub(crate) fn check_unique(side: Side, people: &[ReadPerson], issues: &mut Issues) {
    let mut seen: HashMap<&PersonId, &ReadPerson, RandomState> =
        HashMap::with_capacity_and_hasher(people.len(), RandomState::default());
    let mut folded: HashSet<String, RandomState> =
        HashSet::with_capacity_and_hasher(people.len(), RandomState::default());
    for read in people {
        let id = &read.person.id;
        if let Some(first) = seen.get(id) {
            let message = format!("the id is taken already among the {} ({})", side.plural(), first.place());
            issues.push(
                IssueCode::DuplicateId,
                read.place(),
                message,
                "give one of them another id, or remove the row",
            );
            continue;
        }
        seen.insert(id, read);
        let fold = id.as_str().to_lowercase();
        if !folded.insert(fold) {
            let message = "another id differs from this one only in capital letters";
            issues.push(IssueCode::LookalikeId, read.place(), message, "make sure that they are two people");
        }
    }
}
