//! The list of ethnic groups that a programme uses: groups, the broad group of each, and those that are no match in common.

use super::attributes::Attributes;
use super::keys::ETHNICITY;
use super::people::ReadPerson;
use super::reader::{Source, TableReader};
use super::{Node, Value};
use crate::domain::{ANY_OTHER, Answer, AttributeKey, BROAD_ETHNICITY, ENGLAND_WALES_2021, normalise_term};
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a list comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// The census of 2021 in England and Wales.
    EnglandWales2021,
    /// The programme's own.
    Own,
}

pub(crate) const SCHEMES: &[(&str, Scheme)] = &[("england_wales_2021", Scheme::EnglandWales2021), ("own", Scheme::Own)];

/// From a group's term to that of its broad group; empty where the programme has no list.
#[derive(Debug, Default)]
pub(crate) struct BroadOf(BTreeMap<Arc<str>, Arc<str>>);

/// Reads the list, closes the attribute `ethnicity` to its groups and adds the attribute of broad groups.
pub(crate) fn read_ethnicity(
    source: &Source,
    node: Option<&Node>,
    attributes: &mut Attributes,
    issues: &mut Issues,
) -> BroadOf {
    let Some(table) = node.and_then(|node| TableReader::new(source, "ethnicity", node, &ETHNICITY, issues)) else {
        return BroadOf::default();
    };
    let Some(scheme) = table.required_choice("scheme", SCHEMES, issues) else { return BroadOf::default() };
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    let mut no_match: Vec<String> = table.texts("no_match", issues).into_iter().map(str::to_owned).collect();
    match scheme {
        Scheme::EnglandWales2021 => {
            for key in ["groups", "no_match"] {
                if table.node(key).is_some() {
                    let message = format!("`{key}` does nothing with this `scheme`");
                    issues.push(IssueCode::BadSetting, table.place(key), message, "write scheme = \"own\"");
                }
            }
            let listed = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
            groups.extend(ENGLAND_WALES_2021.iter().map(|(broad, names)| ((*broad).to_owned(), listed(names))));
            let all = groups.iter().flat_map(|(_, names)| names).filter(|name| name.starts_with(ANY_OTHER));
            no_match.extend(all.cloned().collect::<Vec<_>>());
        }
        Scheme::Own => read_groups(&table, &mut groups, issues),
    }
    let mut broad_of = BTreeMap::new();
    for (broad, names) in &groups {
        for name in names {
            if broad_of.insert(normalise_term(name).into(), normalise_term(broad).into()).is_some() {
                let message = "a group stands in the list twice";
                issues.push(IssueCode::DuplicateName, table.place("groups"), message, "give it one broad group");
            }
        }
    }
    if no_match.iter().any(|name| !broad_of.contains_key(&*normalise_term(name))) {
        let message = "`no_match` names a group that is not in the list";
        issues.push(IssueCode::UnknownValue, table.place("no_match"), message, "name groups of the list");
    }
    if !broad_of.is_empty() {
        attributes.set_ethnicity(&groups, &no_match);
    }
    BroadOf(broad_of)
}

fn read_groups(table: &TableReader<'_>, groups: &mut Vec<(String, Vec<String>)>, issues: &mut Issues) {
    let Some(Node { value: Value::Table(entries), .. }) = table.node("groups") else {
        if table.node("groups").is_none() {
            table.missing("groups", issues);
        } else {
            let message = "`groups` is no table from broad groups to lists of groups";
            issues.push(IssueCode::WrongType, table.place("groups"), message, "write `[ethnicity.groups]`");
        }
        return;
    };
    for (broad, node) in entries {
        let listed = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let names: Vec<String> = listed
            .iter()
            .filter_map(|item| match &item.value {
                Value::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
                _ => None,
            })
            .collect();
        if names.len() < listed.len() || names.is_empty() || broad.trim().is_empty() {
            let message = "a broad group without a list of names";
            issues.push(IssueCode::WrongType, table.place("groups"), message, "write a list of texts for each");
            continue;
        }
        groups.push((broad.trim().to_owned(), names));
    }
}

impl BroadOf {
    /// Gives everybody whose group may be used their broad group.
    pub(crate) fn fill(&self, people: &mut [ReadPerson], attributes: &Attributes) {
        if self.0.is_empty() {
            return;
        }
        let (narrow, broad) = (AttributeKey::new("ethnicity"), AttributeKey::new(BROAD_ETHNICITY));
        for read in people {
            let Some(Answer::OneOf(term)) = read.person.answers.get(&narrow) else { continue };
            if let Some(of) = self.0.get(&attributes.counts_as(&narrow, term)) {
                read.person.answers.insert(broad.clone(), Answer::OneOf(of.clone()));
            }
        }
    }
}
