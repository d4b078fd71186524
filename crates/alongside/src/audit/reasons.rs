//! Why somebody is left over: what the rules said, and how the other side divides.

use super::checked::Checked;
use super::finding::{Finding, FindingCode};
use super::tally::Tally;
use crate::domain::Rule;
use crate::outcome::{Asked, Detail, Refusals};

/// Compares the reasons and the division of the other side.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    rules: &[Rule],
    tally: &Tally<'_>,
    stated: (&[Refusals], &Asked),
) {
    let derived = derive(rules, tally);
    checked.reasons += derived.len();
    let (reasons, asked) = stated;
    if !reasons.iter().map(|reason| &reason.rule).eq(derived.iter().map(|reason| &reason.rule)) {
        let message = "the rules named are not those that did not allow everybody, in order";
        findings.push(Finding::new(FindingCode::Reasons, message).about("reasons"));
    }
    for derived in &derived {
        let Some(stated) = reasons.iter().find(|stated| stated.rule == derived.rule) else { continue };
        let mut report = |finding: Finding| findings.push(finding.about(&*derived.rule));
        for (what, stated, derived) in [
            ("refused", stated.refused, derived.refused),
            ("needing a check", stated.needs_check, derived.needs_check),
            ("by this rule alone", stated.alone, derived.alone),
        ] {
            if stated != derived {
                report(Finding::number(FindingCode::Reasons, what, stated, derived));
            }
        }
        if stated.details != derived.details {
            report(Finding::new(FindingCode::Reasons, "the details are others, or in another order"));
        }
    }
    for (part, stated, derived) in [
        ("all", asked.all, tally.asked.all),
        ("refused", asked.refused, tally.asked.refused),
        ("needs_check", asked.needs_check, tally.asked.needs_check),
        ("below_floor", asked.below_floor, tally.asked.below_floor),
        ("settled", asked.settled, tally.asked.settled),
        ("without_place", asked.without_place, tally.asked.without_place),
        ("candidates", asked.candidates, tally.asked.candidates),
    ] {
        if stated != derived {
            findings.push(Finding::number(FindingCode::Asked, "people", stated, derived).about(part));
        }
    }
}

/// The reasons as an outcome has them: rules that did not allow everybody, in order.
pub(super) fn derive(rules: &[Rule], tally: &Tally<'_>) -> Vec<Refusals> {
    let spoken = rules.iter().zip(&tally.rules).filter(|(_, said)| said.refused + said.needs_check > 0);
    let detail = |((obstacle, about), people): ((_, Option<&str>), usize)| Detail {
        obstacle,
        about: about.map(Into::into),
        people,
    };
    let refusals = |(rule, said): (&Rule, &super::tally::RuleTally<'_>)| Refusals {
        rule: rule.id.clone(),
        refused: said.refused,
        needs_check: said.needs_check,
        alone: said.alone,
        details: said.details().into_iter().map(detail).collect(),
    };
    spoken.map(refusals).collect()
}
