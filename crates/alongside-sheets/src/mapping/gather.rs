//! Rows of one person put together, where a sheet has a row for each answer.

use super::Plan;
use super::field::items_of;
use super::mapper::Record;
use crate::report::{Report, shown};
use alongside::domain::PersonId;
use alongside::input::{Node, Origin, Value};
use alongside::issue::{IssueCode, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The people so far, by id.
#[derive(Debug, Default)]
pub(crate) struct Gathering(BTreeMap<PersonId, usize>);

/// The id among the fields; none when there is none, or none that can be one.
pub(crate) fn id_of(fields: &[(Arc<str>, Node)]) -> Option<PersonId> {
    let (_, node) = fields.iter().find(|(name, _)| &**name == "id")?;
    if let Value::Text(text) = &node.value { PersonId::new(text) } else { None }
}

impl Gathering {
    /// The place of the person among the people, if an earlier row was theirs; otherwise they will stand next.
    pub(crate) fn place(&mut self, id: PersonId, next: usize) -> Option<usize> {
        if let Some(place) = self.0.get(&id) {
            return Some(*place);
        }
        self.0.insert(id, next);
        None
    }
}

/// Adds a further row to the person: lists are united, and every other field must agree where neither is blank.
pub(crate) fn add(person: &mut Record, row: u32, fields: Vec<(Arc<str>, Node)>, plan: &Plan, report: &mut Report) {
    let first = if let Origin::Row { row, .. } = person.origin { row } else { 0 };
    for (name, node) in fields {
        let Some(held) = person.fields.iter_mut().find(|(field, _)| *field == name).map(|(_, held)| held) else {
            person.fields.push((name, node));
            continue;
        };
        if plan.united.contains(&name) {
            if *held == node {
                continue;
            }
            let blank = Node::new(Value::Null);
            let mut items = items_of(std::mem::replace(held, blank));
            for item in items_of(node) {
                if !items.contains(&item) {
                    items.push(item);
                }
            }
            *held = Node::list(items);
        } else if *held != node {
            let column = match &person.origin {
                Origin::Row { sheet, .. } => sheet.headers.get(&name).map(|header| shown(header)),
                Origin::Document { .. } => None,
            };
            let place = report.place(Some(row), column.as_deref());
            let place = Place { field: Some(name.clone()), ..place };
            let message =
                format!("the row says something else than an earlier row of the same person (from row {first})");
            let remedy = "mend the row that is wrong; only lists may differ from row to row";
            report.push(IssueCode::ConflictingRows, place, message, remedy);
        }
    }
}
