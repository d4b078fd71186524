//! Pairs: those that a person looks at first, those that go on, what is held, and what is proposed.

use super::{Made, Sheet, capital};
use crate::write::proposals::put_proposals;
use crate::write::standing::{put_held, put_kept, put_urgent};
use alongside::outcome::Outcome;

/// Headers of what is said of a decision.
const DECIDED: [&str; 5] = ["Meets", "Since", "Kept by", "Decided on", "Why"];

pub(super) fn urgent(outcome: &Outcome) -> Made {
    if outcome.urgent.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new("Urgent")?;
    let [mentee, mentor] = who(outcome);
    let headers = [[&*mentee, &mentor, "Tier"].as_slice(), &DECIDED, &["What speaks against it"]].concat();
    sheet.header(&headers, &[18, 18, 8, 8, 12, 24, 12, 40, 80])?;
    put_urgent(outcome, &mut sheet)?;
    sheet.close(outcome.urgent.len(), headers.len(), true).map(Some)
}

pub(super) fn kept(outcome: &Outcome) -> Made {
    if outcome.kept.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new("Kept")?;
    let [mentee, mentor] = who(outcome);
    let headers = [[&*mentee, &mentor, "Fit", "Tier"].as_slice(), &DECIDED].concat();
    sheet.header(&headers, &[18, 18, 10, 8, 8, 12, 24, 12, 40])?;
    put_kept(outcome, &mut sheet)?;
    sheet.close(outcome.kept.len(), headers.len(), true).map(Some)
}

pub(super) fn held(outcome: &Outcome) -> Made {
    if outcome.held.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new("On hold")?;
    let [mentee, mentor] = who(outcome);
    let headers = [&*mentee, &mentor, "Decided by", "Decided on", "Why"];
    sheet.header(&headers, &[18, 18, 24, 12, 60])?;
    put_held(outcome, &mut sheet)?;
    sheet.close(outcome.held.len(), headers.len(), true).map(Some)
}

pub(super) fn proposals(outcome: &Outcome) -> Made {
    let mut sheet = Sheet::new("Proposals")?;
    let [mentee, mentor] = who(outcome);
    let criteria = outcome.criteria.iter().map(|criterion| criterion.id.replace('_', " "));
    let (before, after) = (
        [&*mentee, &mentor, "Fit", "Tier", "Tier by"],
        ["Wishes met", "Most lost on", "Other mentors", "For staff", "Ways of meeting", "Meeting"],
    );
    let several = !outcome.programmes.is_empty();
    let programmes = ["Programme", "Shared by"].map(str::to_owned).into_iter().filter(|_| several);
    let headers: Vec<String> = before
        .map(str::to_owned)
        .into_iter()
        .chain(programmes)
        .chain(criteria)
        .chain(after.map(str::to_owned))
        .collect();
    let widths: Vec<u8> = headers.iter().enumerate().map(|(at, _)| if at < 2 { 18 } else { 14 }).collect();
    sheet.header(&headers, &widths)?;
    put_proposals(outcome, &mut sheet)?;
    sheet.close(outcome.proposals.len(), headers.len(), true).map(Some)
}

/// What mentees and mentors are called.
fn who(outcome: &Outcome) -> [String; 2] {
    let support = outcome.programme.support;
    [capital(support.mentee()), capital(support.mentor())]
}
