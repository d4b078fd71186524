//! Whom somebody must not be matched with, and why.

use super::answers::is_blank;
use super::fields::Fields;
use crate::domain::PersonId;
use crate::input::keys::EXCLUSION;
use crate::input::text::items;
use crate::input::{Node, Value};
use crate::issue::{IssueCode, Issues};
use std::collections::{BTreeMap, BTreeSet};

const REMEDY: &str = "write `ID`, or `ID: REASON`";

/// The people excluded, and the reasons that are on record. An entry that cannot be read is told and left out.
pub(super) fn read_exclusions(
    record: &Fields<'_>,
    issues: &mut Issues,
) -> (BTreeSet<PersonId>, BTreeMap<PersonId, String>) {
    let (mut excluded, mut reasons) = (BTreeSet::new(), BTreeMap::new());
    let Some(node) = record.field("exclusions").filter(|node| !is_blank(node)) else { return (excluded, reasons) };
    let place = record.field_place("exclusions");
    let nodes: Vec<Node> = match &node.value {
        Value::List(nodes) => nodes.clone(),
        Value::Text(text) => items(text).map(Node::text).collect(),
        Value::Table(_) | Value::Integer(_) => vec![node.clone()],
        _ => {
            let message = format!("{} where a list is expected", node.type_name());
            issues.push(IssueCode::WrongType, place, message, REMEDY);
            return (excluded, reasons);
        }
    };
    for node in nodes.iter().filter(|node| !is_blank(node)) {
        match read_entry(node) {
            Ok((id, _)) if excluded.contains(&id) => {
                let message = "the same id stands twice in this list";
                issues.push(IssueCode::BadId, place.clone(), message, "keep one of the two");
            }
            Ok((id, reason)) => {
                reasons.extend(reason.map(|reason| (id.clone(), reason)));
                excluded.insert(id);
            }
            Err((code, message)) => issues.push(code, place.clone(), message, REMEDY),
        }
    }
    (excluded, reasons)
}

/// One entry, or what is wrong with it.
fn read_entry(node: &Node) -> Result<(PersonId, Option<String>), (IssueCode, &'static str)> {
    let (id, reason) = match &node.value {
        Value::Text(text) => match text.split_once(": ") {
            Some((id, reason)) => (id.to_owned(), Some(reason.to_owned())),
            None => (text.clone(), None),
        },
        Value::Integer(number) => (number.to_string(), None),
        Value::Table(entries) => {
            if entries.iter().any(|(key, _)| !EXCLUSION.has(key)) {
                return Err((IssueCode::BadRecord, "a key other than `id` and `reason`"));
            }
            let id = match node.get("id").map(|node| &node.value) {
                Some(Value::Text(text)) => text.clone(),
                Some(Value::Integer(number)) => number.to_string(),
                _ => return Err((IssueCode::BadRecord, "an entry without an id")),
            };
            let reason = match node.get("reason").map(|node| &node.value) {
                None | Some(Value::Null) => None,
                Some(Value::Text(text)) => Some(text.clone()),
                _ => return Err((IssueCode::BadRecord, "an entry whose reason is no text")),
            };
            (id, reason)
        }
        _ => return Err((IssueCode::WrongType, "an entry that is neither text nor table")),
    };
    let reason = reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    Ok((PersonId::new(&id).ok_or((IssueCode::BadId, "an entry that cannot be an id"))?, reason))
}
