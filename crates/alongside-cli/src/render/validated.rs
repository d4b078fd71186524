//! What was read of a programme without errors.

use super::style::{self, heading, paint};
use super::table::Table;
use super::text::Put;
use super::text::{count, shown};
use crate::backend::{Loaded, SheetSummary};
use crate::stop::Stop;
use alongside::domain::{Matching, RelationshipStatus};
use alongside::issue::Issues;
use serde::Serialize;
use std::collections::BTreeMap;

/// The sheets row by row accounted for, and what the programme holds.
pub(crate) fn table(loaded: &Loaded, width: usize) -> String {
    let matching = loaded.programme.matching();
    let mut text = String::new();
    text.push_str(&sheets(&loaded.sheets, width));
    text.push_str(&heading("Programme"));
    text.push_str(&programme(matching).render(width));
    let monitored: Vec<String> =
        loaded.programme.monitoring().counts().map(|(field, people)| format!("{} {people}", shown(field))).collect();
    if !monitored.is_empty() {
        text.put(format_args!("  answers kept for monitoring only: {}\n", monitored.join(", ")));
    }
    let verdict = paint(style::GOOD, "ready to match");
    text.put(format_args!("\n{verdict}\n"));
    text.trim_start_matches('\n').to_owned()
}

/// Every row and column of the sheets accounted for.
pub(crate) fn sheets(sheets: &[SheetSummary], width: usize) -> String {
    if sheets.is_empty() {
        return String::new();
    }
    let mut rows = Table::new().left("file").right("rows").right("read").right("blank").right("refused");
    let mut columns = Table::new().left("file").right("columns used").prose("not used, not loaded");
    for sheet in sheets {
        let file = file_end(&shown(&sheet.file));
        let all = sheet.rows + sheet.blank_rows + sheet.refused_rows;
        let numbers = [all, sheet.rows, sheet.blank_rows, sheet.refused_rows];
        rows.row(std::iter::once(file.clone()).chain(numbers.iter().map(ToString::to_string)));
        let unused: Vec<_> = sheet.unused.iter().map(|header| shown(header)).collect();
        columns.row([file, sheet.used.len().to_string(), unused.join(", ")]);
    }
    format!("{}{}\n{}", heading("Sheets"), rows.render(width), columns.render(width))
}

fn programme(matching: &Matching) -> Table {
    let (mentor, mentee) = (matching.support.mentor(), matching.support.mentee());
    let places: u64 = matching.mentors.iter().map(|one| u64::from(one.capacity)).sum();
    let mut tiers: BTreeMap<u8, u64> = BTreeMap::new();
    for one in &matching.mentees {
        *tiers.entry(one.tier).or_default() += 1;
    }
    let tiers: Vec<String> = tiers.iter().map(|(tier, people)| format!("{people} in tier {tier}")).collect();
    let ids = |ids: Vec<&str>| ids.into_iter().map(|id| shown(id).into_owned()).collect::<Vec<_>>().join(", ");
    let mut table = Table::new().left("").prose("");
    table.row([count(matching.mentors.len() as u64, mentor), format!("with {}", count(places, "place"))]);
    table.row([count(matching.mentees.len() as u64, mentee), tiers.join(", ")]);
    table.row([count(matching.rules.len() as u64, "rule"), ids(matching.rules.iter().map(|one| &*one.id).collect())]);
    let criteria: Vec<String> =
        matching.criteria.iter().map(|one| format!("{} x {}", shown(&one.id), one.weight)).collect();
    let number = matching.criteria.len() as u64;
    table.row([if number == 1 { "1 criterion".to_owned() } else { format!("{number} criteria") }, criteria.join(", ")]);
    let (pairs, decisions) = (&matching.relationships, &matching.decisions);
    if !pairs.is_empty() {
        let current = pairs.iter().filter(|one| one.status == RelationshipStatus::Current).count();
        let past = pairs.len() - current;
        table.row([count(pairs.len() as u64, "relationship"), format!("{current} current, {past} past")]);
    }
    if !decisions.is_empty() {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for decision in decisions {
            *kinds.entry(decision.kind.name()).or_default() += 1;
        }
        let kinds: Vec<String> = kinds.iter().map(|(kind, decisions)| format!("{decisions} {kind}")).collect();
        table.row([count(decisions.len() as u64, "decision"), kinds.join(", ")]);
    }
    table
}

/// The same as data.
pub(crate) fn json(loaded: &Loaded) -> Result<Vec<u8>, Stop> {
    #[derive(Serialize)]
    struct Told<'a> {
        issues: &'a Issues,
        sheets: &'a [SheetSummary],
        mentors: usize,
        mentees: usize,
        places: u64,
    }
    let matching = loaded.programme.matching();
    crate::backend::pretty(&Told {
        issues: &loaded.warnings,
        sheets: &loaded.sheets,
        mentors: matching.mentors.len(),
        mentees: matching.mentees.len(),
        places: matching.mentors.iter().map(|one| u64::from(one.capacity)).sum(),
    })
}

/// The end of a path, which tells two sheets apart; whole where it is short.
fn file_end(path: &str) -> String {
    const MOST: usize = 28;
    let over = path.chars().count().saturating_sub(MOST);
    if over == 0 { path.to_owned() } else { format!("...{}", path.chars().skip(over + 3).collect::<String>()) }
}
