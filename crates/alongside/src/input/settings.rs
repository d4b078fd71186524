//! What settings of rules and criteria have in common.

use super::keys::Section;
use super::reader::TableReader;
use crate::issue::{IssueCode, Issues};

/// Refuses settings that the section has but this rule or criterion does not heed: no option does nothing.
pub(crate) fn refuse_idle(
    table: &TableReader<'_>,
    name: &str,
    always: &[&str],
    heeded: &[&str],
    section: &Section,
    issues: &mut Issues,
) {
    for key in section.names() {
        if table.node(key).is_some() && !always.contains(&key) && !heeded.contains(&key) {
            let message = format!("`{key}` does nothing for `{name}`");
            let remedy = if heeded.is_empty() {
                "leave it out".to_owned()
            } else {
                format!("leave it out; `{name}` heeds: {}", heeded.join(", "))
            };
            issues.push(IssueCode::BadSetting, table.place(key), message, remedy);
        }
    }
}

/// Refuses minutes that are no whole number of half hours.
pub(crate) fn half_hours_only(table: &TableReader<'_>, key: &str, minutes: i64, issues: &mut Issues) {
    if minutes % 30 != 0 {
        let message = format!("`{key}` is not a multiple of 30");
        issues.push(IssueCode::BadSetting, table.place(key), message, "availability is kept in half hours: round it");
    }
}
