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
    assert!(found.checked.certified);
    assert_eq!(found.checked.proof_steps == 0, outcome.questions.is_empty());
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
        let programme = programme(&blueprint.limited());
        kinds.extend(programme.matching().rules.iter().map(|rule| rule.kind.name()));
        assert!(programme.matching().rules.iter().any(|rule| matches!(rule.kind, RuleKind::Checks { .. })));
    }
    assert_eq!(kinds.len(), 25, "{kinds:?}");
}

#[test]
fn without_its_certificate_an_outcome_is_proved_by_the_audit_alone() {
    for blueprint in sample(200, 6, &blueprints(12)) {
        let document = blueprint.document();
        let (programme, mut outcome) = (programme(&document), outcome(&document));
        assert!(outcome.certificate.take().is_some());
        let found = audit(&programme, &outcome);
        assert!(found.is_clean(), "{:#?}\n{document:#}", found.findings);
        assert_eq!(found.checked.proof, Proof::EveryLevel);
        assert!(!found.checked.certified && found.checked.proof_steps > 0);
    }
}

#[test]
fn whom_mentors_have_together_is_found_sound_and_what_a_search_found_is_tried_again() {
    let (mut certified, mut tried) = (0, 0);
    for blueprint in sample(700, 9, &blueprints(7)) {
        let document = blueprint.limited();
        let (programme, outcome) = (programme(&document), outcome(&document));
        let found = audit(&programme, &outcome);
        assert!(found.is_clean(), "{:#?}\n{document:#}", found.findings);
        assert_eq!(found.checked.proof, Proof::EveryLevel);
        assert_eq!(found.checked.certified, outcome.certificate.is_some());
        certified += usize::from(found.checked.certified);
        tried += usize::from(!found.checked.certified);
    }
    assert!(certified > 100 && tried > 30, "{certified} {tried}");
}

#[test]
fn prices_stand_in_order_of_ids_however_people_are_listed() {
    for blueprint in sample(100, 7, &blueprints(12)) {
        let mut document = blueprint.document();
        let before = outcome(&document).certificate;
        for side in ["mentors", "mentees"] {
            document[side].as_array_mut().unwrap().reverse();
        }
        assert_eq!(outcome(&document).certificate, before);
    }
}
