//! What mentors must hold: never left unsaid.

use super::activity::{ReadActivity, read_activity};
use super::keys::{REQUIREMENT, SAFEGUARDING};
use super::reader::{Source, TableReader, suggestion};
use super::{Node, Value};
use crate::domain::{Requirement, STANDARD_ATTRIBUTES, normalise_term};
use crate::issue::{IssueCode, Issues, Place};
use std::sync::Arc;

/// Required checks and training, with the reason where no check is required.
#[derive(Debug, Default)]
pub(crate) struct Safeguarding {
    pub(crate) checks: Vec<Requirement>,
    pub(crate) training: Vec<Requirement>,
    pub(crate) why: Option<String>,
    /// What the programme does with whom, where it says so.
    pub(crate) activity: Option<ReadActivity>,
}

impl Safeguarding {
    pub(crate) fn read(source: &Source, node: Option<&Node>, issues: &mut Issues) -> Self {
        let mut read = Self::default();
        let Some(node) = node else {
            let remedy =
                "add `[safeguarding]` with `checks = [...]`; an empty list with a `why` says that none is needed";
            let place = Place { file: source.file.clone(), path: Some("safeguarding".into()), ..Place::default() };
            issues.push(IssueCode::SafeguardingMissing, place, "the required checks are not declared", remedy);
            return read;
        };
        let Some(table) = TableReader::new(source, "safeguarding", node, &SAFEGUARDING, issues) else { return read };
        let requirements = |key: &str, issues: &mut Issues| -> Vec<Requirement> {
            let items = table.list(key, issues).iter().enumerate();
            let read = items
                .filter_map(|(index, item)| requirement(source, &format!("safeguarding.{key}[{index}]"), item, issues));
            read.collect()
        };
        read.checks = requirements("checks", issues);
        read.training = requirements("training", issues);
        read.why = table.text("why", issues).map(str::to_owned);
        read.activity = table.node("activity").and_then(|node| read_activity(source, node, issues));
        let follows = table.node("activity").is_some();
        if table.node("checks").is_none() && !follows {
            let remedy = "list the required checks; an empty list with a `why` says that none is needed";
            issues.push(IssueCode::SafeguardingMissing, table.own_place(), "`checks` is not declared", remedy);
        } else if !follows && table.list("checks", issues).is_empty() && read.why.is_none() {
            let remedy = "add `why` with the programme's reason";
            issues.push(
                IssueCode::SafeguardingMissing,
                table.place("checks"),
                "no check is required, unexplained",
                remedy,
            );
        }
        for list in [&read.checks, &read.training] {
            let repeated =
                list.iter().enumerate().any(|(at, one)| list.iter().skip(at + 1).any(|two| two.name == one.name));
            if repeated {
                let message = "a check or training item is required twice";
                issues.push(IssueCode::DuplicateName, table.own_place(), message, "keep one of the two");
            }
        }
        read
    }
}

fn requirement(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Requirement> {
    let (label, valid_months, roles) = if let Value::Text(name) = &node.value {
        (name.trim().to_owned(), None, Vec::new())
    } else {
        let table = TableReader::new(source, path, node, &REQUIREMENT, issues)?;
        let months = table.integer("valid_months", 1..=600, issues);
        let months = months.and_then(|months| u16::try_from(months).ok());
        (table.required_text("name", issues)?.to_owned(), months, roles(&table, issues))
    };
    let name = normalise_term(&label);
    if name.is_empty() {
        issues.push(IssueCode::WrongType, source.place(path, node.line), "an empty name", "write the check's name");
        return None;
    }
    Some(Requirement { name: name.into(), label: label.into(), valid_months, roles })
}

/// Kinds of mentors, of those that `role_type` can have.
fn roles(table: &TableReader<'_>, issues: &mut Issues) -> Vec<Arc<str>> {
    let known = STANDARD_ATTRIBUTES.iter().find(|one| one.name == "role_type").map_or(&[][..], |one| one.values);
    let mut roles: Vec<Arc<str>> = Vec::new();
    for word in table.texts("roles", issues) {
        let role = normalise_term(word);
        if known.contains(&&*role) {
            roles.push(role.into());
        } else {
            let message = "`roles` has a word that `role_type` cannot have";
            let remedy = suggestion(&role, known.iter().copied());
            issues.push(IssueCode::UnknownValue, table.place("roles"), message, remedy);
        }
    }
    roles
}
