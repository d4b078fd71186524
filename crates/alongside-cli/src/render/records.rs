//! What the programme put on record about sensitive data and hard wishes.

use super::View;
use super::style::heading;
use super::table::Table;
use super::text::{Put, shown};
use alongside::Outcome;
use alongside::domain::{PersonId, Side};
use alongside::outcome::Record;
use std::collections::BTreeMap;

/// Records of one kind about one thing that are shown unless all are asked for.
const MOST: usize = 10;

/// Everything on record: nothing of it works silently. Of many alike the first are shown, and how many there are.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.records.is_empty() {
        return String::new();
    }
    let mut table = Table::new().left("").left("").prose("");
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for record in &outcome.records {
        let seen = seen.entry(kind(record)).or_default();
        *seen += 1;
        if *seen <= view.rows(MOST) {
            let called = |side: Side, id: &PersonId| match side {
                Side::Mentee => view.names.mentee(id),
                Side::Mentor => view.names.mentor(id),
            };
            table.row(record.words(called).map(|cell| shown(&cell).into_owned()));
        }
    }
    let mut text = format!("{}{}", heading("On record"), table.render(view.width));
    let many = seen.into_iter().filter(|(_, seen)| *seen > view.rows(MOST));
    for ((kind, about), seen) in many {
        let name = if about.is_empty() { kind.to_owned() } else { format!("{kind} on {}", plain(about)) };
        let name = shown(&name);
        text.put(format_args!(
            "  {name}: {seen}, of which {MOST} are shown; --all shows the rest, --out DIR writes all\n"
        ));
    }
    text
}

/// Of what kind it is, and about what.
fn kind(record: &Record) -> (&str, &str) {
    match record {
        Record::Basis { .. } => ("basis", ""),
        Record::Reason { .. } => ("reason", ""),
        Record::CheckRow { .. } => ("table of checks", ""),
        Record::Justification { .. } => ("justification", ""),
        Record::Decision { attribute: Some(attribute), .. } => ("decision", attribute),
        Record::Decision { decision, attribute: None, .. } => (decision, ""),
    }
}

fn plain(key: &str) -> String {
    key.replace('_', " ")
}
