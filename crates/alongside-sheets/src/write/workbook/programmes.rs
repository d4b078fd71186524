//! What each of several programmes serves.

use super::{Made, Sheet, capital};
use crate::write::table::Table;
use alongside::outcome::Outcome;

/// Whom each programme serves, with whose mentors.
pub(super) fn programmes(outcome: &Outcome) -> Made {
    if outcome.programmes.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new("Programmes")?;
    let support = outcome.programme.support;
    let (mentors, mentees) = (format!("{}s", capital(support.mentor())), format!("{}s", capital(support.mentee())));
    let headers = [
        "Programme",
        "Name",
        "It is",
        "Shares with",
        &mentees,
        "Proposed",
        "Of these by others",
        "Kept",
        "Urgent",
        "On hold",
        "Waiting",
        &mentors,
        "Places",
        "Shared in",
        "Shared out",
        "Lent",
    ];
    sheet.header(&headers, &[18, 24, 24, 24, 12, 10, 12, 8, 8, 8, 10, 12, 10, 10, 10, 8])?;
    for one in &outcome.programmes {
        sheet.text(&one.programme).text(&one.name).text(&one.words()).text(&one.shares_with.join("; "));
        sheet.count(one.mentees).count(one.served).count(one.served_by_others).count(one.continuing);
        sheet.count(one.urgent).count(one.held).count(one.waiting).count(one.mentors);
        sheet.number(i64::try_from(one.places).unwrap_or(i64::MAX)).count(one.shared_in).count(one.shared_out);
        sheet.count(one.lent).end()?;
    }
    sheet.close(outcome.programmes.len(), headers.len(), true).map(Some)
}
