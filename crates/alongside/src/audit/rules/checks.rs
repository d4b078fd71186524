//! Required checks, valid from the programme's date to the last planned day.

use super::Verdict;
use super::activity_checks::names;
use super::record::{Record, seen, valid_on};
use crate::domain::{Date, Held, Mentor, Requirement};
use crate::outcome::Obstacle;

/// Whether the mentor holds every required check for long enough.
pub(super) fn ask<'a>(required: &'a [Requirement], as_of: Date, until: Date, mentor: &Mentor) -> Verdict<'a> {
    Verdict::of_several(
        required.iter().map(|requirement| by_role(requirement, mentor, one(requirement, as_of, until, &mentor.checks))),
    )
}

/// The same, heeding of what kinds of mentors the item is required.
pub(super) fn by_role<'a>(item: &Requirement, mentor: &Mentor, said: Verdict<'a>) -> Verdict<'a> {
    let role = mentor.person.answers.get("role_type").and_then(|role| role.terms().next());
    let concerned = item.roles.is_empty() || role.is_some_and(|role| item.roles.iter().any(|one| one == role));
    match (concerned, role) {
        (true, _) => said,
        (false, None) if said != Verdict::Eligible => Verdict::NeedsCheck((Obstacle::Blank, Some("role_type"))),
        (false, _) => Verdict::Eligible,
    }
}

fn one<'a>(requirement: &'a Requirement, as_of: Date, until: Date, held: &[Held]) -> Verdict<'a> {
    let names = names(&requirement.name);
    let counting = held.iter().filter(|held| names.contains(&*held.name));
    let records: Vec<Record> = counting.map(|held| seen(held, requirement.valid_months, as_of)).collect();
    standing(&records, &requirement.label, as_of, until)
}

/// What the records of one check come to.
pub(super) fn standing<'a>(records: &[Record], label: &'a str, as_of: Date, until: Date) -> Verdict<'a> {
    let about = Some(label);
    let issued = || records.iter().filter(|record| record.issued);
    if records.is_empty() {
        Verdict::NeedsCheck((Obstacle::NotRecorded, about))
    } else if issued().any(|record| valid_on(record, until)) {
        Verdict::Eligible
    } else if issued().any(|record| record.last.is_none()) {
        Verdict::NeedsCheck((Obstacle::ExpiryUnknown, about))
    } else if issued().any(|record| valid_on(record, as_of)) {
        Verdict::Refused((Obstacle::ExpiresInPeriod, about))
    } else if records.iter().any(|record| !record.issued) {
        Verdict::Refused((Obstacle::NotYetIssued, about))
    } else {
        Verdict::Refused((Obstacle::Expired, about))
    }
}
