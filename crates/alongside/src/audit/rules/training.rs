//! Required training, valid on the programme's date.

use super::Verdict;
use super::checks::by_role;
use super::record::{records, valid_on};
use crate::domain::{Date, Held, Mentor, Requirement};
use crate::outcome::Obstacle;

/// Whether the mentor has completed all required training. Training that is not known to lapse does not.
pub(super) fn ask<'a>(required: &'a [Requirement], as_of: Date, mentor: &Mentor) -> Verdict<'a> {
    Verdict::of_several(
        required.iter().map(|requirement| by_role(requirement, mentor, one(requirement, as_of, &mentor.training))),
    )
}

fn one<'a>(requirement: &'a Requirement, as_of: Date, held: &[Held]) -> Verdict<'a> {
    let about = Some(&*requirement.label);
    let records = records(held, requirement, as_of);
    if records.is_empty() {
        Verdict::NeedsCheck((Obstacle::NotRecorded, about))
    } else if records.iter().any(|record| record.issued && (record.last.is_none() || valid_on(record, as_of))) {
        Verdict::Eligible
    } else if records.iter().any(|record| !record.issued) {
        Verdict::Refused((Obstacle::NotYetIssued, about))
    } else {
        Verdict::Refused((Obstacle::Expired, about))
    }
}
