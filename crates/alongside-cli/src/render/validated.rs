//! What was read of a programme without errors.

use super::style::{self, heading, paint};
use super::table::Table;
use super::text::Put;
use super::text::{count, shown, wrap};
use crate::backend::{Loaded, Role, SheetFormat, SheetSummary};
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
    text.push_str(&super::fields::render(&loaded.sheets, width));
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

/// What became of some rows, and how many of a sheet's they are.
type Kind = (&'static str, fn(&SheetSummary) -> usize);

/// Every row and column of the sheets accounted for.
pub(crate) fn sheets(sheets: &[SheetSummary], width: usize) -> String {
    if sheets.is_empty() {
        return String::new();
    }
    // Every row is in one of these, or in use. What does not occur in any sheet has no column, blank and refused aside.
    let kinds: [Kind; 5] = [
        ("blank", |sheet| sheet.blank_rows),
        ("refused", |sheet| sheet.refused_rows),
        ("excluded", |sheet| sheet.excluded.iter().map(|excluded| excluded.rows).sum()),
        ("other side", |sheet| sheet.other_side_rows),
        ("nobody's", |sheet| sheet.unclaimed_rows),
    ];
    let shown_always = |name: &str| matches!(name, "blank" | "refused");
    let kinds: Vec<_> =
        kinds.into_iter().filter(|(name, of)| shown_always(name) || sheets.iter().any(|sheet| of(sheet) > 0)).collect();
    let gathered = sheets.iter().any(|sheet| sheet.people != sheet.rows);
    let mut rows = Table::new().left("file").right("rows");
    if gathered {
        rows = rows.right("used");
    }
    let people_only = sheets.iter().all(|sheet| matches!(sheet.role, Role::Mentors | Role::Mentees));
    rows = rows.right(if people_only { "people" } else { "read" });
    for (name, _) in &kinds {
        rows = rows.right(name);
    }
    let mut reasons = String::new();
    let mut columns = Table::new().left("file").right("columns used").prose("not used, not loaded");
    for sheet in sheets {
        let file = file_end(&shown(&sheet.file));
        let used = gathered.then_some(sheet.rows);
        let numbers = std::iter::once(sheet.all_rows()).chain(used).chain([sheet.people]);
        let numbers = numbers.chain(kinds.iter().map(|(_, of)| of(sheet)));
        rows.row(std::iter::once(file.clone()).chain(numbers.map(|number| number.to_string())));
        for excluded in sheet.excluded.iter().filter(|excluded| excluded.rows > 0) {
            let rows = count(excluded.rows as u64, "row");
            reasons.put(format_args!("  {file}: {rows} excluded: {}\n", shown(&excluded.why)));
        }
        let unused: Vec<_> = sheet.unused.iter().map(|header| shown(header)).collect();
        columns.row([file, sheet.used.len().to_string(), unused.join(", ")]);
    }
    let read = sheets_read(sheets);
    let lines = read.iter().flat_map(|line| wrap(line, width.saturating_sub(2), 2));
    let read_as: String = lines.flat_map(|line| ["  ".to_owned(), line, "\n".to_owned()]).collect();
    format!("{}{read_as}\n{}{reasons}\n{}", heading("Sheets"), rows.render(width), columns.render(width))
}

/// What each sheet was read as, a line each, such as `mentors.csv: UTF-8, semicolons between cells, header in row 3, 50 rows`.
/// Sheets that could not be opened are told as issues.
pub(crate) fn sheets_read(sheets: &[SheetSummary]) -> Vec<String> {
    let opened = sheets.iter().filter_map(|sheet| Some((sheet, sheet.format.as_ref()?)));
    let line = |(sheet, format): (&SheetSummary, &SheetFormat)| {
        let header = sheet.header_row.map_or_else(String::new, |row| format!(", header in row {row}"));
        let rows = (sheet.all_rows() - sheet.blank_rows) as u64;
        shown(&format!("{}: {format}{header}, {}", sheet.file, count(rows, "row"))).into_owned()
    };
    opened.map(line).collect()
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
    let criteria: Vec<String> = matching
        .criteria
        .iter()
        .map(|one| format!("{} x {}{}", shown(&one.id), one.weight, origin(matching, one)))
        .collect();
    let number = matching.criteria.len() as u64;
    table.row([if number == 1 { "1 criterion".to_owned() } else { format!("{number} criteria") }, criteria.join(", ")]);
    if !matching.design.is_silent() {
        table.row(["design".to_owned(), matching.design.words()]);
    }
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

/// Where a weight comes from, where a preset or purpose has a say.
fn origin(matching: &Matching, criterion: &alongside::domain::Criterion) -> String {
    if matching.design.shifts_weights() { format!(" ({})", criterion.weighing.words()) } else { String::new() }
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
