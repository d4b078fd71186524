//! Checks and training of a mentor.

use super::inline::texts;
use super::words::Words;
use crate::domain::{Date, Held};
use crate::input::keys::HELD;
use crate::input::text::{DateFault, items, parse_date, split_held};
use crate::input::{DateOrder, Node, PersonRecord, Value};
use crate::issue::{IssueCode, Issues, Place};

/// The items of the field, each a text or a table.
pub(super) fn read_held(record: &PersonRecord, field: &str, words: &mut Words, issues: &mut Issues) -> Vec<Held> {
    let Some(node) = record.field(field) else { return Vec::new() };
    let place = record.field_place(field);
    let nodes: Vec<Node> = match &node.value {
        Value::List(nodes) => nodes.clone(),
        Value::Text(text) => items(text).map(Node::text).collect(),
        Value::Table(_) => vec![node.clone()],
        _ => {
            let message = format!("{} where a list is expected", node.type_name());
            issues.push(IssueCode::WrongType, place, message, "write `NAME ISSUED to EXPIRES`, joined by `;`");
            return Vec::new();
        }
    };
    let mut held: Vec<Held> =
        nodes.iter().filter_map(|node| one(node, record.dates(), &place, words, issues)).collect();
    held.sort_by(|a, b| (&a.name, a.issued, a.expires).cmp(&(&b.name, b.issued, b.expires)));
    held
}

fn one(node: &Node, order: DateOrder, place: &Place, words: &mut Words, issues: &mut Issues) -> Option<Held> {
    let bad = |issues: &mut Issues, message: &str| {
        let remedy = "write `NAME ISSUED to EXPIRES`, where either date may be left out";
        issues.push(IssueCode::BadRecord, place.clone(), message, remedy);
        None
    };
    let (name, issued, expires) = match &node.value {
        Value::Text(text) => {
            let (name, issued, expires) = split_held(text);
            (name, issued.map(str::to_owned), expires.map(str::to_owned))
        }
        Value::Table(entries) => {
            if entries.iter().any(|(key, _)| !HELD.has(key)) {
                return bad(issues, "a key other than `name`, `issued` and `expires`");
            }
            let text = |key: &str| match node.get(key).map(|node| &node.value) {
                Some(Value::Text(text)) if !text.trim().is_empty() => Some(text.clone()),
                Some(Value::Date(date)) => Some(date.to_string()),
                _ => None,
            };
            let unreadable =
                |key: &str| node.get(key).is_some_and(|node| node.value != Value::Null) && text(key).is_none();
            if unreadable("issued") || unreadable("expires") {
                return bad(issues, "a date of this entry is no text");
            }
            (text("name").unwrap_or_default(), text("issued"), text("expires"))
        }
        _ => return bad(issues, "an entry that is neither text nor table"),
    };
    let name = words.normalised(&name);
    if name.is_empty() {
        return bad(issues, "an entry without a name");
    }
    let mut day = |text: Option<String>| -> Result<Option<Date>, ()> {
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
pub(crate) fn date(text: &str, order: DateOrder, place: &Place, issues: &mut Issues) -> Option<Date> {
    let fault = match parse_date(text, order) {
        Ok(date) => return Some(date),
        Err(fault) => fault,
    };
    let (code, message, remedy) = date_fault(fault, order);
    issues.push(code, place.clone(), message, remedy);
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
pub(super) fn list(record: &PersonRecord, field: &str, issues: &mut Issues) -> Vec<String> {
    let Some(node) = record.field(field) else { return Vec::new() };
    texts(node).unwrap_or_else(|| {
        let message = format!("{} where a list of texts is expected", node.type_name());
        issues.push(IssueCode::WrongType, record.field_place(field), message, "write texts, joined by `;`");
        Vec::new()
    })
}
