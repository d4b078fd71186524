//! What the programme put on record about sensitive data and hard wishes.

use super::View;
use super::style::heading;
use super::table::Table;
use super::text::shown;
use alongside::Outcome;
use alongside::outcome::Record;

/// Everything on record: nothing of it works silently.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.records.is_empty() {
        return String::new();
    }
    let mut table = Table::new().left("").left("").prose("");
    for record in &outcome.records {
        table.row(words(record, view).map(|cell| shown(&cell).into_owned()));
    }
    format!("{}{}", heading("On record"), table.render(view.width))
}

fn words(record: &Record, view: View<'_>) -> [String; 3] {
    let plain = |key: &str| key.replace('_', " ");
    match record {
        Record::Basis { attribute, basis, note } => {
            // The basis is named as in the programme file.
            let basis = serde_json::to_value(basis).ok();
            let basis = basis.as_ref().and_then(|basis| basis.as_str()).unwrap_or_default().replace('_', " ");
            let note = note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
            ["basis".to_owned(), plain(attribute), format!("{basis}{note}")]
        }
        Record::Reason { of, attribute, reason } => ["reason".to_owned(), plain(attribute), format!("{of}: {reason}")],
        Record::Justification { attribute, reason } => ["justification".to_owned(), plain(attribute), reason.clone()],
        Record::Decision { decision, mentee, mentor, attribute, by, on, reason } => {
            let mentee = mentee.as_ref().map(|id| view.names.mentee(id));
            let mentor = mentor.as_ref().map(|id| view.names.mentor(id));
            let who = [mentee, mentor].into_iter().flatten().collect::<Vec<_>>().join(" with ");
            match attribute {
                Some(attribute) => {
                    ["decision".to_owned(), plain(attribute), format!("for {who}, by {by} on {on}: {reason}")]
                }
                None => [decision.clone(), who, format!("by {by} on {on}: {reason}")],
            }
        }
    }
}
