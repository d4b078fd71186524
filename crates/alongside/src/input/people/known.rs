//! Who knows whom already, and whom a mentee nominates.

use super::ReadPerson;
use super::answers::is_blank;
use super::fields::Fields;
use crate::domain::{KnownAs, PersonId};
use crate::input::keys::KNOWN_TO;
use crate::input::text::{items, split_known};
use crate::input::{Node, Value};
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeMap;

const REMEDY: &str = "write `ID RELATION`, where the relation is kin, close_friend, acquaintance or professional";

/// The people whom the record says are known, and how. Where one entry cannot be read, it is told and left out.
pub(super) fn read_known(record: &Fields<'_>, own: &PersonId, issues: &mut Issues) -> BTreeMap<PersonId, KnownAs> {
    let mut known = BTreeMap::new();
    let Some(node) = record.field("known_to").filter(|node| !is_blank(node)) else { return known };
    let place = record.field_place("known_to");
    let nodes: Vec<Node> = match &node.value {
        Value::List(nodes) => nodes.clone(),
        Value::Text(text) => items(text).map(Node::text).collect(),
        Value::Table(_) => vec![node.clone()],
        _ => {
            let message = format!("{} where a list is expected", node.type_name());
            issues.push(IssueCode::WrongType, place, message, REMEDY);
            return known;
        }
    };
    for node in nodes.iter().filter(|node| !is_blank(node)) {
        let (id, relation) = match read_entry(node) {
            Ok(entry) => entry,
            Err(message) => {
                issues.push(IssueCode::BadRecord, place.clone(), message, REMEDY);
                continue;
            }
        };
        if id == *own {
            let message = "a person is said to be known to themselves";
            issues.push(IssueCode::BadRecord, place.clone(), message, "name the other person's id");
        } else if known.insert(id, relation).is_some() {
            let message = "the same id stands twice in this list";
            issues.push(IssueCode::BadId, place.clone(), message, "keep the closer of the two relations");
        }
    }
    known
}

/// One entry, or what is wrong with it.
fn read_entry(node: &Node) -> Result<(PersonId, KnownAs), &'static str> {
    let (id, relation) = match &node.value {
        Value::Text(text) => split_known(text).ok_or("an entry that does not end in a known relation")?,
        Value::Table(entries) => {
            if entries.iter().any(|(key, _)| !KNOWN_TO.has(key)) {
                return Err("a key other than `id` and `relation`");
            }
            let id = match node.get("id").map(|node| &node.value) {
                Some(Value::Text(text)) => text.clone(),
                Some(Value::Integer(number)) => number.to_string(),
                _ => return Err("an entry without an id"),
            };
            let relation = match node.get("relation").map(|node| &node.value) {
                // Read with an id in front, so that the words are the same in both notations.
                Some(Value::Text(text)) => split_known(&format!("id {text}")).filter(|(id, _)| id == "id"),
                _ => None,
            };
            (id, relation.ok_or("an entry whose relation is no known word")?.1)
        }
        _ => return Err("an entry that is neither text nor table"),
    };
    Ok((PersonId::new(&id).ok_or("an entry whose id cannot be one")?, relation))
}

/// The mentor whom the record nominates.
pub(super) fn read_nominated(record: &Fields<'_>, issues: &mut Issues) -> Option<PersonId> {
    let node = record.field("nominated_mentor").filter(|node| !is_blank(node))?;
    let text = match &node.value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        _ => {
            let message = format!("{} where one id is expected", node.type_name());
            let place = record.field_place("nominated_mentor");
            issues.push(IssueCode::WrongType, place, message, "write the id of one mentor");
            return None;
        }
    };
    let id = PersonId::new(&text);
    if id.is_none() {
        let message = "a nominated id that cannot be one";
        let place = record.field_place("nominated_mentor");
        issues.push(IssueCode::BadId, place, message, "write the id of one mentor");
    }
    id
}

/// Tells where the two sides say different things of how they know each other; the closer relation counts.
pub(crate) fn check_known(mentors: &[ReadPerson], mentees: &[ReadPerson], issues: &mut Issues) {
    let by_id: BTreeMap<&PersonId, &ReadPerson> = mentors.iter().map(|read| (&read.person.id, read)).collect();
    for mentee in mentees {
        for (id, relation) in &mentee.person.known_to {
            let other = by_id.get(id).and_then(|mentor| mentor.person.known_to.get(&mentee.person.id));
            if other.is_some_and(|other| other != relation) {
                let message =
                    "the two people say different things of how they know each other; the closer relation counts";
                let remedy = "find out which holds, and write the same on both sides";
                issues.push(IssueCode::RelationContradiction, mentee.place_of("known_to"), message, remedy);
            }
        }
    }
}
