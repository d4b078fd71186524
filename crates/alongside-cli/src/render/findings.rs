//! What an audit looked at and found.

use super::SHOWN_PER_CODE;
use super::style::{self, heading, paint};
use super::table::Table;
use super::text::Put;
use super::text::{count, shown};
use crate::backend::{Audit, Checked, Proof};
use alongside::audit::{Finding, FindingCode};
use alongside::domain::Support;
use std::collections::BTreeMap;

/// Everything that was asked again, and every difference.
pub(crate) fn render(audit: &Audit, support: Support, width: usize) -> String {
    let mut text = heading("Checked");
    text.push_str(&checked(&audit.checked, support).render(width));
    text.put(format_args!("  optimality: {}\n", proof(&audit.checked)));
    let mut seen: BTreeMap<FindingCode, usize> = BTreeMap::new();
    for finding in &audit.findings {
        let seen = seen.entry(finding.code).or_default();
        *seen += 1;
        if *seen <= SHOWN_PER_CODE {
            text.put(format_args!("\n{}", one(finding, support)));
        }
    }
    for (code, seen) in &seen {
        if let Some(more @ 1..) = seen.checked_sub(SHOWN_PER_CODE) {
            text.put(format_args!("\n... and {more} more of {code}: --format json lists all"));
        }
    }
    let verdict = match audit.findings.len() {
        0 => paint(style::GOOD, "nothing wrong found"),
        findings => paint(style::ERROR, count(findings as u64, "finding")),
    };
    text.put(format_args!("\n{}{verdict}\n", if audit.findings.is_empty() { "" } else { "\n" }));
    text.trim_start_matches('\n').to_owned()
}

fn one(finding: &Finding, support: Support) -> String {
    let mut text = paint(style::ERROR, format!("finding[{}]", finding.code));
    for (word, id) in [(support.mentee(), &finding.mentee), (support.mentor(), &finding.mentor)] {
        if let Some(id) = id {
            text.put(format_args!(" {word} {}", shown(id.as_str())));
        }
    }
    if let Some(about) = &finding.about {
        text.put(format_args!(" ({})", shown(about)));
    }
    text.put(format_args!(": {}", shown(&finding.message)));
    text
}

fn checked(checked: &Checked, support: Support) -> Table {
    let mut table = Table::new().right("").left("");
    let (mentor, mentee) = (support.mentor(), support.mentee());
    for (number, what) in [
        (checked.pairs, format!("pairs, each by {}", count(checked.rules as u64, "rule"))),
        (checked.candidates, "candidate pairs".to_owned()),
        (checked.urgent + checked.kept, "pairs that stand".to_owned()),
        (checked.held, "holds".to_owned()),
        (checked.proposals, "proposals".to_owned()),
        (checked.contributions, "contributions".to_owned()),
        (checked.wishes, "wishes".to_owned()),
        (checked.alternatives, "alternatives".to_owned()),
        (checked.waiting, format!("waiting {mentee}s")),
        (checked.idle, format!("{mentor}s with nobody")),
        (checked.reasons, "reasons".to_owned()),
        (checked.levels, "levels".to_owned()),
        (checked.questions, "questions".to_owned()),
    ] {
        // Most rounds have neither.
        if number > 0 || !["pairs that stand", "holds"].contains(&what.as_str()) {
            table.row([number.to_string(), what]);
        }
    }
    table
}

const fn proof(checked: &Checked) -> &'static str {
    match checked.proof {
        Proof::EveryLevel if checked.certified => {
            "every level is the greatest possible, as the prices in the outcome prove"
        }
        Proof::EveryLevel => "every level is the greatest possible, shown by a method of its own",
        Proof::ServedLevels => "tiers and people served are the greatest possible; the outcome claims no more",
        Proof::Stable if checked.certified => {
            "no two would rather have each other, and the prices in the outcome prove how many could be served"
        }
        Proof::Stable => "no two would rather have each other; how many could be served is not proved",
        Proof::NotRepeated => {
            "every limit is kept; that nothing better keeps them all rests on the search, which was not repeated"
        }
        Proof::Refuted => "another matching does better",
        Proof::NotAsked => "not asked, since the proposals are no matching",
        Proof::Unfinished => "neither shown nor refuted within the declared limit",
    }
}
