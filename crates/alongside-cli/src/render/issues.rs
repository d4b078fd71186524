//! The problems of an input, for people and as data.

use super::SHOWN_PER_CODE;
use super::style::{self, paint};
use super::text::Put;
use super::text::{count, shown};
use crate::backend::{Failure, SheetSummary};
use crate::stop::Stop;
use alongside::issue::{Issue, IssueCode, Issues, Severity};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every problem with its remedy, file by file, and how many there are.
pub(crate) fn list(issues: &Issues) -> String {
    let mut files: Vec<(Option<&Arc<str>>, Vec<&Issue>)> = Vec::new();
    let mut places: BTreeMap<Option<&Arc<str>>, usize> = BTreeMap::new();
    for issue in issues {
        let file = issue.place.file.as_ref();
        let at = *places.entry(file).or_insert_with(|| {
            files.push((file, Vec::new()));
            files.len() - 1
        });
        if let Some((_, group)) = files.get_mut(at) {
            group.push(issue);
        }
    }
    let mut seen: BTreeMap<IssueCode, usize> = BTreeMap::new();
    let mut text = String::new();
    for (_, group) in files {
        for issue in group {
            let seen = seen.entry(issue.code).or_default();
            *seen += 1;
            if *seen <= SHOWN_PER_CODE {
                text.push_str(&one(issue));
            }
        }
        text.push('\n');
    }
    for (code, seen) in seen {
        if let Some(more @ 1..) = seen.checked_sub(SHOWN_PER_CODE) {
            text.put(format_args!("... and {more} more of {code}: `alongside validate --format json` lists all\n\n"));
        }
    }
    if !issues.is_empty() {
        text.put(format_args!("{}; `alongside describe CODE` says more\n", counts(issues)));
    }
    text
}

fn one(issue: &Issue) -> String {
    let style = match issue.severity {
        Severity::Error => style::ERROR,
        Severity::Warning => style::WARNING,
    };
    let title = paint(style, format!("{}[{}]", issue.severity, issue.code));
    let place = issue.place.to_string();
    let place = if place.is_empty() { String::new() } else { format!(" {}", shown(&place)) };
    format!("{title}{place}: {}\n  {}\n", shown(&issue.message), shown(&issue.remedy))
}

/// `2 errors, 1 warning`.
pub(crate) fn counts(issues: &Issues) -> String {
    let number = |severity| issues.iter().filter(|issue| issue.severity == severity).count() as u64;
    let parts = [(number(Severity::Error), "error"), (number(Severity::Warning), "warning")];
    let parts: Vec<_> = parts.iter().filter(|(number, _)| *number > 0).map(|(n, word)| count(*n, word)).collect();
    if parts.is_empty() { "no problems".to_owned() } else { parts.join(", ") }
}

/// All of them as data, with what was read on the way.
pub(crate) fn json(failure: &Failure) -> Result<Vec<u8>, Stop> {
    #[derive(Serialize)]
    struct Told<'a> {
        issues: &'a Issues,
        sheets: &'a [SheetSummary],
    }
    crate::backend::pretty(&Told { issues: &failure.issues, sheets: &failure.sheets })
}
