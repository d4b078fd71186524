//! What the rules say of everybody on the other side: counted so that no order of rules can change a count.

use crate::domain::Matching;
use crate::eligibility::Verdicts;
use crate::outcome::{Asked, Detail, Refusals};

/// The counts of rules that did not allow everybody.
pub(super) fn refusals(matching: &Matching, verdicts: &Verdicts<'_>) -> Vec<Refusals> {
    let rules = matching.rules.iter().zip(&verdicts.rules);
    let told = rules.filter(|(_, objections)| objections.refused + objections.needs_check > 0);
    let refusals = told.map(|(rule, objections)| Refusals {
        rule: rule.id.clone(),
        refused: objections.refused,
        needs_check: objections.needs_check,
        alone: objections.alone,
        details: objections
            .details
            .iter()
            .map(|(hurdle, people)| Detail { obstacle: hurdle.obstacle, about: hurdle.about.cloned(), people: *people })
            .collect(),
    });
    refusals.collect()
}

/// Everybody asked, as far as the rules divide them; those whom all rules allow are for the caller to divide.
pub(super) fn asked(verdicts: &Verdicts<'_>) -> Asked {
    let refused = verdicts.refused();
    Asked { all: verdicts.people(), refused, needs_check: verdicts.objected() - refused, ..Asked::default() }
}
