//! Checks and training of a mentor.

use super::fields::Fields;
use super::inline::texts;
use super::words::Words;
use crate::domain::{Date, Held};
use crate::input::keys::HELD;
use crate::input::text::{DateFault, items, parse_date, split_held};
use crate::input::{DateOrder, Node, Value};
use crate::issue::{IssueCode, Issues, Place};
use std::borrow::Cow;

/// The items of the field, each a text or a table.
pub(super) fn read_held(record: &Fields<'_>, field: &str, words: &mut Words, issues: &mut Issues) -> Vec<Held> {
    let Some(node) = record.field(field) else { return Vec::new() };
    let place = || record.field_place(field);
    let mut one = |entry| one(entry, record.dates(), &place, words, issues);
    let mut held: Vec<Held> = match &node.value {
        Value::List(nodes) => nodes.iter().filter_map(|node| one(Entry::of(node))).collect(),
        Value::Text(text) => items(text).filter_map(|text| one(Entry::Text(text))).collect(),
        Value::Table(_) => one(Entry::of(node)).into_iter().collect(),
        _ => {
            let message = format!("{} where a list is expected", node.type_name());
            issues.push(IssueCode::WrongType, place(), message, "write `NAME ISSUED to EXPIRES`, joined by `;`");
            return Vec::new();
        }
    };
    held.sort_by(|a, b| (&a.name, a.issued, a.expires).cmp(&(&b.name, b.issued, b.expires)));
    held
}

/// One item of the field.
#[derive(Clone, Copy)]
enum Entry<'n> {
    Text(&'n str),
    Table(&'n Node, &'n [(String, Node)]),
    Other,
}

impl<'n> Entry<'n> {
    fn of(node: &'n Node) -> Self {
        match &node.value {
            Value::Text(text) => Self::Text(text),
            Value::Table(entries) => Self::Table(node, entries),
            _ => Self::Other,
        }
    }
}

fn one(
    entry: Entry<'_>,
    order: DateOrder,
    place: &impl Fn() -> Place,
    words: &mut Words,
    issues: &mut Issues,
) -> Option<Held> {
    let bad = |issues: &mut Issues, message: &str| {
        let remedy = "write `NAME ISSUED to EXPIRES`, where either date may be left out";
        issues.push(IssueCode::BadRecord, place(), message, remedy);
        None
    };
    let (name, issued, expires) = match entry {
        Entry::Text(text) => {
            let (name, issued, expires) = split_held(text);
            (Cow::Owned(name), issued.map(Cow::Borrowed), expires.map(Cow::Borrowed))
        }
        Entry::Table(node, entries) => {
            if entries.iter().any(|(key, _)| !HELD.has(key)) {
                return bad(issues, "a key other than `name`, `issued` and `expires`");
            }
            let text = |key: &str| match node.get(key).map(|node| &node.value) {
                Some(Value::Text(text)) if !text.trim().is_empty() => Some(Cow::Borrowed(text.as_str())),
                Some(Value::Date(date)) => Some(Cow::Owned(date.to_string())),
                _ => None,
            };
            let unreadable =
                |key: &str| node.get(key).is_some_and(|node| node.value != Value::Null) && text(key).is_none();
            if unreadable("issued") || unreadable("expires") {
                return bad(issues, "a date of this entry is no text");
            }
            (text("name").unwrap_or_default(), text("issued"), text("expires"))
        }
        Entry::Other => return bad(issues, "an entry that is neither text nor table"),
    };
    let name = words.normalised(&name);
    if name.is_empty() {
        return bad(issues, "an entry without a name");
    }
    let mut day = |text: Option<Cow<'_, str>>| -> Result<Option<Date>, ()> {
        text.map(|text| date(&text, order, place, issues).ok_or(())).transpose()
    };
    let (issued, expires) = (day(issued), day(expires));
    let (issued, expires) = (issued.ok()?, expires.ok()?);
    if issued.zip(expires).is_some_and(|(issued, expires)| expires < issued) {
        return bad(issues, "an entry expires before it was issued");
    }
    Some(Held { name, issued, expires })
}

/// A date of a person, or an issue.
pub(crate) fn date(text: &str, order: DateOrder, place: impl FnOnce() -> Place, issues: &mut Issues) -> Option<Date> {
    let fault = match parse_date(text, order) {
        Ok(date) => return Some(date),
        Err(fault) => fault,
    };
    let (code, message, remedy) = date_fault(fault, order);
    issues.push(code, place(), message, remedy);
    None
}

/// How to mend a cell that is not written as the sheet writes dates.
const MEND_DATE: &str = "mend the cell; or, where a time of day stands behind each date, write `drop_time = true`";

/// What to say of a text that is no date.
pub(super) const fn date_fault(fault: DateFault, order: DateOrder) -> (IssueCode, &'static str, &'static str) {
    match (fault, order) {
        (DateFault::Ambiguous, _) => (
            IssueCode::AmbiguousDate,
            "the date can be read in two ways",
            "declare `dates = \"day/month/year\"` or `\"month/day/year\"` under `sheets`, or write YYYY-MM-DD",
        ),
        (DateFault::Bad, DateOrder::YearMonthDay) => (
            IssueCode::BadDate,
            "not a day of the calendar written as YYYY-MM-DD",
            "write it so, or declare how the sheet writes dates with `dates` under `sheets`",
        ),
        (DateFault::Bad, DateOrder::DayMonthYear) => {
            (IssueCode::BadDate, "not a day of the calendar written as DD/MM/YYYY", MEND_DATE)
        }
        (DateFault::Bad, DateOrder::MonthDayYear) => {
            (IssueCode::BadDate, "not a day of the calendar written as MM/DD/YYYY", MEND_DATE)
        }
    }
}

/// The texts of a field that must be a list of texts, or an issue.
pub(super) fn list<'r>(record: &Fields<'r>, field: &str, issues: &mut Issues) -> Vec<Cow<'r, str>> {
    let Some(node) = record.field(field) else { return Vec::new() };
    texts(node).unwrap_or_else(|| {
        let message = format!("{} where a list of texts is expected", node.type_name());
        issues.push(IssueCode::WrongType, record.field_place(field), message, "write texts, joined by `;`");
        Vec::new()
    })
}
