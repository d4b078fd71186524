//! What the programme does with whom, and the table of checks that follow from it.

use super::keys::{ACTIVITY, CHECK_ROW};
use super::reader::{Source, TableReader};
use super::{Node, people::ReadPerson};
use crate::domain::{
    Activity, CHECK_LEVELS, CheckLevel, CheckRow, DELIVERY_METHODS, Held, MenteeGroup, Nation, Requirement,
    SHIPPED_ROWS, ShippedRow, normalise_term,
};
use crate::issue::{IssueCode, Issues, Place};
use std::sync::Arc;

/// Most days in 30.
pub(crate) const MOST_DAYS: i64 = 30;

/// An activity as read, and where it stands.
#[derive(Debug)]
pub(crate) struct ReadActivity {
    pub(crate) activity: Activity,
    pub(crate) place: Place,
}

/// Reads `safeguarding.activity`; none where it lacks what cannot be left out.
pub(crate) fn read_activity(source: &Source, node: &Node, issues: &mut Issues) -> Option<ReadActivity> {
    let table = TableReader::new(source, "safeguarding.activity", node, &ACTIVITY, issues)?;
    let nation = table.required_choice("nation", Nation::NAMES, issues);
    let days = table.required_integer("days_in_30", 0..=MOST_DAYS, issues);
    let overnight = table.flag("overnight", issues).unwrap_or(false);
    let valid_months = months(&table, issues);
    if table.node("mentees").is_none() {
        table.missing("mentees", issues);
    }
    let mut mentees = words(&table, "mentees", MenteeGroup::NAMES, issues);
    mentees.sort_unstable();
    mentees.dedup();
    if mentees.iter().filter(|group| **group != MenteeGroup::Children).count() > 1 {
        let message = "both groups of adults are named: which of them an adult belongs to could not be told";
        let remedy = "name `adults_receiving_care` where any of them do, as their check covers the others";
        issues.push(IssueCode::BadSetting, table.place("mentees"), message, remedy);
    }
    let methods = methods(&table, issues);
    let methods = if methods.is_empty() { DELIVERY_METHODS.map(Arc::from).to_vec() } else { methods };
    let rows = rows(source, &table, valid_months, issues);
    let (nation, days_in_30) = (nation?, u8::try_from(days?).ok()?);
    let activity = Activity { nation, mentees, days_in_30, overnight, methods, rows };
    for group in &activity.mentees {
        if activity.methods.iter().any(|method| activity.row(*group, method).is_none()) {
            let message = format!("no row of the table says which check mentees among the {} ask for", group.name());
            let remedy = "add a row without `from_days` and `methods` for this group, as the last word";
            issues.push(IssueCode::BadSetting, table.own_place(), message, remedy);
        }
    }
    let place = table.own_place();
    (!activity.mentees.is_empty()).then_some(ReadActivity { activity, place })
}

/// The programme's rows, where they name a shipped one in its place, else before the shipped ones.
fn rows(source: &Source, table: &TableReader<'_>, valid_months: Option<u16>, issues: &mut Issues) -> Vec<CheckRow> {
    let mut shipped: Vec<CheckRow> = SHIPPED_ROWS.iter().map(|row| of_shipped(row, valid_months)).collect();
    let mut own: Vec<CheckRow> = Vec::new();
    let mut replaced: Vec<Arc<str>> = Vec::new();
    for (index, item) in table.list("table", issues).iter().enumerate() {
        let path = format!("{}[{index}]", table.below("table"));
        let Some(line) = TableReader::new(source, path, item, &CHECK_ROW, issues) else { continue };
        let Some(row) = read_row(&line, valid_months, issues) else { continue };
        if own.iter().any(|other| other.row == row.row) || replaced.contains(&row.row) {
            let message = "two rows have the same name";
            issues.push(IssueCode::DuplicateName, line.place("row"), message, "give this one a name of its own");
        }
        match shipped.iter_mut().find(|other| other.row == row.row) {
            Some(other) => {
                replaced.push(row.row.clone());
                *other = row;
            }
            None => own.push(row),
        }
    }
    own.append(&mut shipped);
    own
}

fn read_row(line: &TableReader<'_>, valid_months: Option<u16>, issues: &mut Issues) -> Option<CheckRow> {
    let row = line.required_text("row", issues);
    let mentees = line.required_choice("mentees", MenteeGroup::NAMES, issues);
    let text = |key: &str, issues: &mut Issues| line.text(key, issues).map(Arc::from);
    let (check, highest) = (text("check", issues), text("highest", issues));
    let from_days = line.integer("from_days", 1..=MOST_DAYS, issues).and_then(|days| u8::try_from(days).ok());
    let source = line.required_text("source", issues);
    if let (Some(check), Some(highest)) = (&check, &highest)
        && below(highest, check)
    {
        let remedy = "leave it out, or name a check that reaches the one required";
        issues.push(
            IssueCode::BadSetting,
            line.place("highest"),
            "a highest check that is below the one required",
            remedy,
        );
    }
    Some(CheckRow {
        nations: words(line, "nations", Nation::NAMES, issues),
        methods: methods(line, issues),
        overnight: line.flag("overnight", issues).unwrap_or(false),
        valid_months: months(line, issues).or(valid_months),
        row: row?.into(),
        mentees: mentees?,
        from_days,
        check,
        highest,
        source: source?.into(),
        own: true,
    })
}

fn of_shipped(row: &ShippedRow, valid_months: Option<u16>) -> CheckRow {
    CheckRow {
        row: row.row.into(),
        nations: row.nations.to_vec(),
        mentees: row.mentees,
        methods: row.methods.iter().map(|method| (*method).into()).collect(),
        from_days: row.from_days,
        overnight: row.overnight,
        check: row.check.map(Arc::from),
        highest: row.highest.map(Arc::from),
        valid_months,
        source: row.source.into(),
        own: false,
    }
}

fn months(table: &TableReader<'_>, issues: &mut Issues) -> Option<u16> {
    table.integer("valid_months", 1..=600, issues).and_then(|months| u16::try_from(months).ok())
}

/// Ways of meeting, in their order.
fn methods(table: &TableReader<'_>, issues: &mut Issues) -> Vec<Arc<str>> {
    let known = DELIVERY_METHODS.map(|method| (method, method));
    let named = words(table, "methods", &known, issues);
    DELIVERY_METHODS.iter().filter(|method| named.contains(method)).map(|method| (*method).into()).collect()
}

/// Words of a closed list, each as what it stands for.
fn words<T: Copy>(table: &TableReader<'_>, key: &str, known: &[(&str, T)], issues: &mut Issues) -> Vec<T> {
    let mut read = Vec::new();
    for word in table.texts(key, issues) {
        match known.iter().find(|(name, _)| *name == word) {
            Some((_, value)) => read.push(*value),
            None => {
                let message = format!("`{key}` has a word that it cannot have");
                let remedy = super::reader::suggestion(word, known.iter().map(|(name, _)| *name));
                issues.push(IssueCode::UnknownValue, table.place(key), message, remedy);
            }
        }
    }
    read
}

/// Tells of checks that are higher than the role allows: those that the programme lists, and those that mentors hold.
pub(crate) fn check_over_checking(
    read: &ReadActivity,
    listed: &[Requirement],
    mentors: &[ReadPerson],
    issues: &mut Issues,
) {
    let activity = &read.activity;
    let rows = activity.mentees.iter().flat_map(|group| {
        activity.methods.iter().filter_map(|method| activity.row(*group, method)).filter_map(CheckRow::highest)
    });
    let allowed: Vec<&CheckLevel> = rows.filter_map(|highest| level(&normalise_term(highest))).collect();
    let too_high = |name: &str| {
        level(name).is_some_and(|asked| {
            let mut same_body = allowed.iter().filter(|highest| highest.body == asked.body).peekable();
            same_body.peek().is_some() && !same_body.any(|highest| reaches(highest, asked))
        })
    };
    for requirement in listed.iter().filter(|one| too_high(&one.name)) {
        let message =
            format!("`{}` is a higher check than the table of checks allows for this activity", requirement.label);
        let remedy = "ask for what the role allows; where the activity is another, mend it or replace the row. This \
            is not legal advice";
        issues.push(IssueCode::OverChecking, read.place.clone(), message, remedy);
    }
    for mentor in mentors {
        if mentor.checks.iter().any(|held: &Held| too_high(&held.name)) {
            let message = "a check on record is higher than the table of checks allows for this activity";
            let remedy = "make sure that it was asked for in another role, and do not ask for it in this one";
            issues.push(IssueCode::OverChecking, mentor.place_of("checks"), message, remedy);
        }
    }
}

/// The kind of check that goes by this name, in small letters.
fn level(name: &str) -> Option<&'static CheckLevel> {
    CHECK_LEVELS.iter().find(|level| normalise_term(level.name) == name || level.also.contains(&name))
}

/// Whether both kinds are known, of the same body, and the one does not reach the other.
fn below(one: &str, other: &str) -> bool {
    let levels = level(&normalise_term(one)).zip(level(&normalise_term(other)));
    levels.is_some_and(|(one, other)| one.body == other.body && !reaches(one, other))
}

/// Whether the one check is the other or stands above it.
fn reaches(one: &CheckLevel, other: &CheckLevel) -> bool {
    one.name == other.name
        || one.above.iter().filter_map(|name| level(&normalise_term(name))).any(|below| reaches(below, other))
}
