//! Who is told what of the other person, as the programme file has it.

use super::attributes::Attributes;
use super::keys::DISCLOSURE;
use super::reader::{Source, TableReader, shown, suggestion};
use super::{Node, Value};
use crate::domain::{Attribute, AttributeKey, DISCLOSED_BESIDE, Disclosure, NEVER_DISCLOSED, PairStage};
use crate::issue::{IssueCode, Issues};

/// The words for when somebody is told; none for never.
pub(crate) const FROM: &[(&str, Option<PairStage>)] = &[
    ("never", None),
    ("proposed", Some(PairStage::Proposed)),
    ("introduced", Some(PairStage::Introduced)),
    ("matched", Some(PairStage::Matched)),
];

/// The disclosures, by name of what is told.
pub(crate) fn read_disclosure(
    source: &Source,
    node: Option<&Node>,
    attributes: &Attributes,
    issues: &mut Issues,
) -> Vec<Disclosure> {
    let entries = match node.map(|node| (&node.value, node.line)) {
        None => return Vec::new(),
        Some((Value::Table(entries), _)) => entries,
        Some((_, line)) => {
            let message = "`disclosure` is not a table";
            issues.push(
                IssueCode::WrongType,
                source.place("disclosure", line),
                message,
                "write `[disclosure.NAME]` tables",
            );
            return Vec::new();
        }
    };
    let mut read: Vec<Disclosure> = Vec::new();
    for (name, node) in entries {
        let path = format!("disclosure.{}", shown(name));
        let Some(table) = TableReader::new(source, path, node, &DISCLOSURE, issues) else { continue };
        let known = attributes.all.contains_key(name.as_str()) || DISCLOSED_BESIDE.contains(&name.as_str());
        if !known {
            let names = attributes.all.keys().map(AttributeKey::as_str).chain(DISCLOSED_BESIDE);
            let message = format!("there is no attribute `{}`", shown(name));
            issues.push(IssueCode::UnknownAttribute, table.own_place(), message, suggestion(name, names));
            continue;
        }
        let mut from = |audience: &str| table.choice(audience, FROM, issues).flatten();
        let (mentee, mentor, carer) = (from("mentee"), from("mentor"), from("carer"));
        let why = table.text("why", issues).map(str::to_owned);
        let told = mentee.is_some() || mentor.is_some() || carer.is_some();
        if told && NEVER_DISCLOSED.contains(&name.as_str()) {
            let message = format!("`{name}` is told to nobody but staff");
            let remedy = "leave it out: whoever has to know it of somebody hears it from a person, not from a text";
            issues.push(IssueCode::BadSetting, table.own_place(), message, remedy);
        } else if told && why.is_none() && attributes.all.get(name.as_str()).is_some_and(Attribute::is_private) {
            let message = format!("`{name}`, which is sensitive or protected, is told and no reason stands for it");
            let remedy = "add `why`; that somebody let you use an answer for the matching is no yes to telling it";
            issues.push(IssueCode::DisclosedWithoutReason, table.own_place(), message, remedy);
        }
        read.push(Disclosure { what: AttributeKey::new(name), mentee, mentor, carer, why });
    }
    read.sort_by(|a, b| a.what.cmp(&b.what));
    read
}
