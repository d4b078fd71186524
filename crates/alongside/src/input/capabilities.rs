//! The table from a mentee's barriers and needs to what a mentor must be able to do.

use super::keys::CAPABILITY;
use super::reader::{Source, TableReader};
use crate::domain::{AttributeKey, CapabilityRow, NEEDING, SHIPPED_CAPABILITIES, normalise_term};
use crate::issue::{IssueCode, Issues};
use std::sync::Arc;

/// The programme's lines, then those of the starting table whose need none of them has.
pub(super) fn read_table(source: &Source, rule: &TableReader<'_>, issues: &mut Issues) -> Vec<CapabilityRow> {
    let mut table: Vec<CapabilityRow> = Vec::new();
    for (index, item) in rule.list("table", issues).iter().enumerate() {
        let path = format!("{}[{index}]", rule.below("table"));
        let Some(line) = TableReader::new(source, path, item, &CAPABILITY, issues) else { continue };
        let Some(row) = read_row(&line, issues) else { continue };
        let clashes = |other: &CapabilityRow| {
            other.term == row.term
                && (other.attribute == row.attribute || other.attribute.is_none() || row.attribute.is_none())
        };
        if table.iter().any(clashes) {
            let message = "two lines about one barrier or need";
            issues.push(IssueCode::DuplicateName, line.place("need"), message, "put what they require into one");
        }
        table.push(row);
    }
    let own = table.len();
    for (term, capability) in SHIPPED_CAPABILITIES {
        if !table.iter().take(own).any(|row| *row.term == **term) {
            table.push(CapabilityRow { term: (*term).into(), attribute: None, requires: vec![(*capability).into()] });
        }
    }
    table
}

fn read_row(line: &TableReader<'_>, issues: &mut Issues) -> Option<CapabilityRow> {
    let term = line.required_text("need", issues).map(normalise_term);
    let words = NEEDING.map(|name| (name, name));
    let attribute = line.choice("attribute", &words, issues).map(AttributeKey::new);
    if line.node("requires").is_none() {
        line.missing("requires", issues);
    }
    let requires: Vec<Arc<str>> = line.texts("requires", issues).into_iter().map(Arc::from).collect();
    Some(CapabilityRow { term: term?.into(), attribute, requires })
}
