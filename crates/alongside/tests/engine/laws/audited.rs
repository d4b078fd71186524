//! The audit finds nothing wrong in what the engine says.

use crate::support::{Blueprint, blueprints, outcome, programme, sample};
use alongside::audit::{Proof, audit};
use alongside::domain::RuleKind;

fn clean(blueprint: &Blueprint) {
    let document = blueprint.document();
    let (programme, outcome) = (programme(&document), outcome(&document));
    let found = audit(&programme, &outcome);
    assert!(found.is_clean(), "{:#?}\n{document:#}", found.findings);
    assert_eq!(found.checked.proof, Proof::EveryLevel);
    let matching = programme.matching();
    assert_eq!(found.checked.pairs, matching.mentees.len() * matching.mentors.len());
    assert_eq!(found.checked.answers, 2 * outcome.questions.len().min(alongside::QUESTIONS_TRIED));
}

#[test]
fn every_small_outcome_is_clean_and_proved() {
    sample(1200, 4, &blueprints(6)).iter().for_each(clean);
}

#[test]
fn larger_outcomes_are_clean_and_proved() {
    sample(40, 5, &blueprints(40)).iter().for_each(clean);
}

#[test]
fn the_sample_has_every_rule() {
    let mut kinds = std::collections::BTreeSet::new();
    for blueprint in sample(300, 4, &blueprints(6)) {
        let programme = programme(&blueprint.document());
        kinds.extend(programme.matching().rules.iter().map(|rule| rule.kind.name()));
        assert!(programme.matching().rules.iter().any(|rule| matches!(rule.kind, RuleKind::Checks { .. })));
    }
    assert_eq!(kinds.len(), 17, "{kinds:?}");
}
