//! Versions, and what the outcome says of its programme.

use super::book::Book;
use super::finding::{Finding, FindingCode};
use crate::outcome::{OUTCOME_FORMAT, Outcome};

/// Compares the versions and the summary of the programme, field by field.
pub(super) fn check(findings: &mut Vec<Finding>, book: &Book<'_>, outcome: &Outcome) {
    if outcome.format != OUTCOME_FORMAT {
        let message = format!("this audit reads {OUTCOME_FORMAT}");
        findings.push(Finding::new(FindingCode::FormatVersion, message));
    }
    if outcome.engine != env!("CARGO_PKG_VERSION") {
        let message = format!("this audit belongs to engine {}", env!("CARGO_PKG_VERSION"));
        findings.push(Finding::new(FindingCode::EngineVersion, message));
    }
    let (stated, matching) = (&outcome.programme, book.matching);
    let fields = [
        ("name", stated.name == matching.name),
        ("support", stated.support == matching.support),
        ("design", stated.design.as_ref() == Some(&matching.design).filter(|design| !design.is_silent())),
        ("as_of", stated.as_of == matching.as_of),
        ("planned_until", stated.planned_until == matching.planned_until),
        ("seed", stated.seed == matching.seed),
        ("floor", stated.floor == matching.aim.floor),
        ("mentee_floor", stated.mentee_floor == matching.aim.mentee_floor),
        ("mentor_floor", stated.mentor_floor == matching.aim.mentor_floor),
    ];
    for (field, _) in fields.into_iter().filter(|(_, same)| !same) {
        findings.push(Finding::new(FindingCode::ProgrammeSummary, "the programme has another value").about(field));
    }
}
