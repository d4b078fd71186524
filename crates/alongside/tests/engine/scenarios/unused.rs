//! A column is filled in and the rule was forgotten: the coordinator hears of it before anybody is proposed.

use super::{raised, story, told};
use crate::support;
use alongside::{IssueCode, Programme};
use serde_json::{Value, json};

/// What is told of a story, as a coordinator reads it.
fn warnings(document: &Value) -> Vec<String> {
    let built = Programme::from_json(&document.to_string()).unwrap();
    let told = built.warnings.iter().filter(|issue| issue.code == IssueCode::AnswersUnused);
    told.map(|issue| issue.message.clone()).collect()
}

fn with(rules: &Value, mentees: &Value) -> Value {
    let settings = json!({
        "basis": { "barred_from": { "basis": "safeguarding" }, "relationship_barriers": { "basis": "safeguarding" } },
        "rules": rules,
    });
    let mentors = json!([{ "id": "Osbert", "attends": "Nettle Estate", "capabilities": "trauma-informed",
        "contact_channels": "text" }]);
    story(&settings, mentors, mentees.clone())
}

#[test]
fn a_carers_no_that_nobody_waits_for_is_told() {
    let mentees = json!([{ "id": "Ivo", "age": 12, "carer_consent": "no" }, { "id": "Ana", "age": 13, "carer_consent": "yes" }]);
    let said = warnings(&with(&json!([]), &mentees));
    assert_eq!(
        said,
        [
            "`carer_consent` is answered by 2 mentees, and nothing in the programme looks at it",
            "`contact_channels` is answered by 1 mentor, and nothing in the programme looks at it",
        ]
    );
    assert_eq!(warnings(&with(&json!([{ "rule": "carer_consent" }, { "rule": "contact" }]), &mentees)), [""; 0]);
}

#[test]
fn a_licence_condition_and_a_barrier_that_nothing_looks_at_are_told() {
    let mentees = json!([{ "id": "Ivo", "barred_from": "Nettle Estate", "relationship_barriers": "trauma" }]);
    let contact = json!({ "rule": "contact", "unknown": "allow" });
    let said = warnings(&with(&json!([contact]), &mentees));
    assert!(said.iter().any(|one| one.starts_with("`barred_from` is answered by 1 mentee,")), "{said:?}");
    assert!(said.iter().any(|one| one.starts_with("`relationship_barriers` is")), "{said:?}");
    assert!(said.iter().all(|one| !one.contains("Nettle") && !one.contains("trauma")));
    let rules = json!([contact, { "rule": "capabilities" }, { "rule": "co_location" }]);
    assert!(told(&with(&rules, &mentees)).proposals.is_empty());
    // A table about needs alone leaves barriers to the starting table, which asks for what it asks for.
    assert_eq!(raised(&with(&rules, &mentees)), []);
}

#[test]
fn a_wish_or_a_ground_of_priority_looks_at_an_answer_too() {
    let mentees = |wish: &str| json!([{ "id": "Ivo", "preferences": wish, "delivery_models": "dedicated" }]);
    let mut document = with(&json!([]), &mentees(""));
    assert_eq!(warnings(&document).len(), 2);
    document = with(&json!([]), &mentees("prefer contact_channels text; prefer delivery_models dedicated"));
    assert_eq!(warnings(&document), [""; 0]);
    let needs = json!([{ "id": "Ivo", "needs": "step-free access" }]);
    let mut document = story(&json!({ "basis": { "needs": { "basis": "disability_support" } } }), json!([{ "id": "m" }]), needs);
    assert_eq!(raised(&document), [IssueCode::AnswersUnused]);
    document["aim"] = json!({ "tiers": 2 });
    document["priority"] = json!([{ "id": "access", "tier": 1, "attribute": "needs", "any_of": "step-free access",
        "why": "Few can visit them." }]);
    assert_eq!(raised(&document), []);
    let _ = support::outcome(&document);
}

#[test]
fn a_nomination_of_somebody_who_is_no_natural_mentor_is_told() {
    let mentees = json!([{ "id": "Ivo", "nominated_mentor": "Osbert" }, { "id": "Ana", "nominated_mentor": "Tansy" }]);
    let with = |role: Value| {
        let mentors = json!([{ "id": "Osbert", "role_type": role }, { "id": "Tansy", "role_type": "volunteer" }]);
        warnings(&story(&json!({}), mentors, mentees.clone()))
    };
    let said = |count: &str| {
        [format!("{count} a mentor whose `role_type` is blank or not natural: the nomination makes no pair by name")]
    };
    assert_eq!(with(Value::Null), said("2 mentees nominate"));
    assert_eq!(with(json!("natural")), said("1 mentee nominates"));
}
