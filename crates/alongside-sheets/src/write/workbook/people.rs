//! People: those who wait, mentors with nobody proposed, supervisors, and what is on record.

use super::{Made, Sheet, capital};
use crate::write::table::Table;
use crate::write::unmatched::{put_unmatched, reasons};
use alongside::outcome::Outcome;

pub(super) fn waiting(outcome: &Outcome) -> Made {
    let mut sheet = Sheet::new("Waiting")?;
    let mentee = capital(outcome.programme.support.mentee());
    let mut headers = vec![
        mentee.as_str(),
        "Tier",
        "Tier by",
        "Waiting since",
        "Days waiting",
        "Could be served",
        "Candidates",
        "Needed elsewhere",
        "Held back by a full caseload",
        "Short of something else",
        "Refused",
        "Needs a check",
        "Below the floor",
        "Reasons",
    ];
    headers.extend((!outcome.programmes.is_empty()).then_some("Programme"));
    sheet.header(&headers, &[18, 8, 14, 14, 14, 16, 12, 18, 30, 30, 10, 14, 16, 80, 18])?;
    put_unmatched(outcome, &mut sheet)?;
    sheet.close(outcome.unmatched.len(), headers.len(), true).map(Some)
}

pub(super) fn supervisors(outcome: &Outcome) -> Made {
    if outcome.supervisors.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new("Supervisors")?;
    let headers = ["Supervisor", "Caseload", "Mentors", "Before", "Proposed", "Room left"];
    sheet.header(&headers, &[24, 10, 12, 10, 10, 10])?;
    for one in &outcome.supervisors {
        sheet.text(one.supervisor.as_str()).number(one.caseload.into()).count(one.mentors);
        sheet.number(one.before.into()).number(one.proposed.into()).number(one.left.into()).end()?;
    }
    sheet.close(outcome.supervisors.len(), headers.len(), true).map(Some)
}

pub(super) fn records(outcome: &Outcome) -> Made {
    if outcome.records.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new("On record")?;
    sheet.header(&["Kind", "About", "On record"], &[18, 30, 100])?;
    for record in &outcome.records {
        let [kind, about, words] = record.words(|_, id| id.to_string());
        sheet.text(&kind).text(&about).text(&words).end()?;
    }
    sheet.close(outcome.records.len(), 3, true).map(Some)
}

pub(super) fn idle(outcome: &Outcome) -> Made {
    let mut sheet = Sheet::new("Idle")?;
    let mentor = capital(outcome.programme.support.mentor());
    let headers = [
        &*mentor,
        "Places",
        "Candidates",
        "Served by others",
        "Refused",
        "Needs a check",
        "Below the floor",
        "Reasons",
    ];
    sheet.header(&headers, &[18, 8, 12, 18, 10, 14, 16, 80])?;
    for idle in &outcome.idle {
        sheet.text(idle.mentor.as_str()).number(idle.capacity.into());
        sheet.count(idle.asked.candidates).count(idle.served_elsewhere).count(idle.asked.refused);
        sheet.count(idle.asked.needs_check).count(idle.asked.below_floor).text(&reasons(&idle.reasons)).end()?;
    }
    sheet.close(outcome.idle.len(), headers.len(), true).map(Some)
}
