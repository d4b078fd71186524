//! Asks everything in an outcome again, from the programme alone.
//!
//! Nothing here is shared with the code that screens, scores or solves: rules, points and levels are derived a second
//! time from `docs/reference/specification.md`, and that the proposal is optimal is shown by the outcome's certificate,
//! held against what the audit derived, or by a method of its own (`optimality`). A difference between the two
//! derivations is a finding. Of the crate `alongside-solver` only the problem, the certificate and its checker are used.

mod allotment;
mod alternatives;
mod book;
mod calendar;
mod checked;
mod choices;
mod company;
mod distance;
mod facts;
mod finding;
mod header;
mod hours;
mod idle;
mod kept;
mod levels;
mod lists;
mod opinions;
mod optimality;
mod own;
mod pairing;
mod points;
mod priority;
mod programmes;
mod proposals;
mod questions;
mod reasons;
mod recruitment;
mod registers;
mod rules;
mod settled;
mod stability;
mod staff;
mod supervision;
mod survey;
mod tally;
mod tie;
mod told;
mod totals;
mod waiting;
mod ways;
mod weights;
mod wish;
mod wishes;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use distance::metres as metres_apart;

pub use checked::{Checked, Proof};
pub use finding::{Finding, FindingCode};
pub use optimality::PROOF_STEPS;
pub use questions::{ANSWER_STEPS, QUESTIONS_TRIED};

use crate::domain::{OwnCriteria, Programme};
use crate::outcome::Outcome;
use allotment::Allotment;
use book::Book;
use serde::Serialize;
use survey::Survey;

/// What an audit found, and how much it looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audit {
    /// Everything that is not as the programme has it, part by part of the outcome.
    pub findings: Vec<Finding>,
    /// What was looked at.
    pub checked: Checked,
}

impl Audit {
    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Derives everything that the outcome states from the programme and reports each difference.
///
/// Never fails: an outcome from anywhere may be asked about. Takes time in proportion to all pairs times rules and
/// criteria, and for the proof of optimality to the rounds of [`PROOF_STEPS`] it needs; memory in proportion to the
/// candidate pairs.
///
/// A programme that names criteria of the embedding program's own is audited by [`audit_with`].
pub fn audit(programme: &Programme, outcome: &Outcome) -> Audit {
    unless(programme, outcome, OwnCriteria::default(), &|| false)
}

/// The same with the embedding program's own criteria, the same as the engine was given: they are asked again. One that
/// the programme names and that is missing here is a finding.
pub fn audit_with(programme: &Programme, outcome: &Outcome, own: OwnCriteria<'_>) -> Audit {
    unless(programme, outcome, own, &|| false)
}

/// The same, given up without a result once `give_up` answers true: it is asked for each mentee while all pairs are
/// asked again, and before the proof.
pub fn audit_unless(programme: &Programme, outcome: &Outcome, give_up: &dyn Fn() -> bool) -> Option<Audit> {
    let audit = unless(programme, outcome, OwnCriteria::default(), give_up);
    (!give_up()).then_some(audit)
}

/// What is found after giving up means nothing.
fn unless(programme: &Programme, outcome: &Outcome, own: OwnCriteria<'_>, give_up: &dyn Fn() -> bool) -> Audit {
    let book = Book::of(programme.matching(), own);
    let mut findings = Vec::new();
    let mut checked = Checked::default();

    own::check(&mut findings, &book);
    header::check(&mut findings, &book, outcome);
    let allotment = Allotment::read(&mut findings, &book, &outcome.proposals);
    let survey = Survey::unless(&book, &allotment, give_up);
    if give_up() {
        return Audit { findings, checked };
    }
    checked.survey(&book, &survey);

    registers::check(&mut findings, &book, outcome);
    let sums = proposals::check(&mut findings, &mut checked, &book, &survey, &allotment, &outcome.proposals);
    company::check_meetings(&mut findings, &book, &outcome.proposals);
    registers::check_points(&mut findings, &book, &sums, &outcome.criteria);
    kept::check(&mut findings, &mut checked, &book, outcome);
    waiting::check(&mut findings, &mut checked, &book, &survey, &allotment, &outcome.unmatched);
    idle::check(&mut findings, &mut checked, &book, &survey, &allotment, &outcome.idle);
    if outcome.supervisors != supervision::reports(&book, &allotment) {
        let message = "the supervisors' caseloads are not those of the programme and its proposals";
        findings.push(Finding::new(FindingCode::Capacity, message).about("supervisors"));
    }
    programmes::check(&mut findings, &book, &allotment, outcome);
    totals::check(&mut findings, &book, &survey, &sums, &outcome.totals);
    levels::check(&mut findings, &mut checked, &book, &sums, outcome);
    recruitment::check(&mut findings, &book, &allotment, &outcome.recruitment);
    if give_up() {
        return Audit { findings, checked };
    }
    stability::check(&mut findings, &mut checked, (&book, &survey, &allotment), &sums, outcome);
    let certificate = if book.matching.aim.quality.is_stable() {
        None
    } else {
        optimality::check(&mut findings, &mut checked, &book, &survey, &allotment, outcome)
    };
    questions::check(&mut findings, &mut checked, &book, &survey, certificate, outcome);

    Audit { findings, checked }
}
