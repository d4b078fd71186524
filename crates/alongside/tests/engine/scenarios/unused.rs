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
    let mentees =
        json!([{ "id": "Ivo", "age": 12, "carer_consent": "no" }, { "id": "Ana", "age": 13, "carer_consent": "yes" }]);
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
    let mut document =
        story(&json!({ "basis": { "needs": { "basis": "disability_support" } } }), json!([{ "id": "m" }]), needs);
    assert_eq!(raised(&document), [IssueCode::AnswersUnused]);
    document["aim"] = json!({ "tiers": 2 });
    document["priority"] = json!([{ "id": "access", "tier": 1, "attribute": "needs", "value": ["step-free access"],
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

/// A programme that keeps two apart in a place, and whose ids tell nothing.
fn careful(barred: &str, barriers: &str) -> Value {
    let rules =
        json!([{ "rule": "co_location" }, { "rule": "capabilities" }, { "rule": "contact", "unknown": "allow" }]);
    let mut document = with(
        &rules,
        &json!([{ "id": "Ivo", "barred_from": barred, "relationship_barriers": barriers, "contact_channels": "text" }]),
    );
    document["opaque_ids"] = json!(true);
    document["criteria"] = json!([{ "criterion": "shared_time", "weight": 1, "why": "Easier to move a meeting." }]);
    document
}

#[test]
fn a_slip_in_a_licence_condition_is_told_and_not_named() {
    for slip in ["Nettle Estte", "the Nettle Estate", "nettle-estate"] {
        let built = Programme::from_json(&careful(slip, "").to_string()).unwrap();
        let [issue] = &built.warnings.iter().collect::<Vec<_>>()[..] else { panic!("{slip}: {}", built.warnings) };
        assert_eq!(issue.code, IssueCode::NearMissTerm);
        assert!(!issue.to_string().to_lowercase().contains("nettle"), "{issue}");
    }
    assert_eq!(raised(&careful("nettle estate", "")), []);
    assert_eq!(raised(&careful("a pub in another town", "")), [], "nobody goes there, which is as it should be");
}

#[test]
fn barriers_that_no_line_knows_are_counted_and_their_owners_named_by_opaque_ids() {
    let built = Programme::from_json(&careful("", "selective mutsm; high anxiety; trauma").to_string()).unwrap();
    let [issue] = &built.warnings.iter().collect::<Vec<_>>()[..] else { panic!("{}", built.warnings) };
    assert_eq!(
        issue.message,
        "2 words in `relationship_barriers` of 1 mentee stand in no line of the rule `capabilities`, and ask for \
         nothing: Ivo"
    );
    let mut known = careful("", "high anxiety; trauma");
    known["rules"][1]["table"] = json!([{ "need": "high anxiety", "requires": [] }]);
    assert_eq!(raised(&known), []);
}

#[test]
fn a_condition_that_falls_away_for_want_of_consent_is_told_as_that() {
    let mut document = careful("Nettle Estate", "trauma");
    document["basis"]["barred_from"] = json!({ "basis": "consent" });
    let built = Programme::from_json(&document.to_string()).unwrap();
    let issue = built.warnings.iter().find(|issue| issue.code == IssueCode::BlankedWithoutConsent).unwrap();
    assert!(issue.message.ends_with("a condition of theirs no longer holds"), "{issue}");
}

/// Two who have no hour and no language in common, in a programme that looks at interests alone.
fn by_interests_alone() -> Value {
    let criterion =
        json!({ "criterion": "shared_tags", "attribute": "interests", "weight": 4, "why": "To talk about." });
    story(
        &json!({ "criteria": [criterion], "basis": { "placement_type": { "basis": "social_care" } } }),
        json!([{ "id": "Osbert", "gender": "man", "availability": "Mon am", "languages": "English" }]),
        json!([{ "id": "Ivo", "preferences": "prefer gender woman", "choices": "Osbert", "availability": "Sat pm",
            "languages": "Dari", "care_status": "care_leaver", "transition_date": "2026-12-01", "purpose": "supportive" }]),
    )
}

#[test]
fn what_somebody_would_like_and_nothing_counts_is_told() {
    let mut document = by_interests_alone();
    assert_eq!(
        warnings(&document),
        [
            "`care_status` is answered by 1 mentee, and nothing in the programme looks at it",
            "`transition_date` is answered by 1 mentee, and nothing in the programme looks at it",
            "`purpose` is answered by 1 mentee, and nothing in the programme looks at it",
            "`prefer` and `avoid` wishes of 1 mentee are counted by no criterion",
            "`choices` are made by 1 mentee, and nothing in the programme counts them",
            "`availability` is answered by 1 mentee and 1 mentor, and nothing in the programme looks at it",
            "`languages` is answered by 1 mentee and 1 mentor, and nothing in the programme looks at it",
        ]
    );
    // With a language that all have, no pair is without one; of the times of one side alone nothing can be made.
    document["mentees"][0]["languages"] = json!("Dari; English");
    document["mentors"][0]["availability"] = Value::Null;
    assert_eq!(warnings(&document).len(), 5);
    let criteria = document["criteria"].as_array_mut().unwrap();
    for (name, weight) in [("stated_preferences", 4), ("ranked_choices", 0)] {
        criteria.push(json!({ "criterion": name, "weight": weight, "why": "What they asked for." }));
    }
    assert_eq!(warnings(&document).len(), 4, "choices weigh nothing");
    document["aim"] = json!({ "first": ["ranked_choices"], "tiers": 2, "standard_priority": true });
    let left = warnings(&document);
    assert!(left.iter().all(|one| one.contains("transition_date") || one.contains("purpose")), "{left:?}");
    document["criteria"][1]["side"] = json!("mentor");
    assert_eq!(warnings(&document).len(), left.len() + 1, "the mentee's wishes are not the mentor's");
    document["rules"] = json!([{ "rule": "dates_overlap", "minimum_days": 30, "before_transition": true,
        "unknown": "allow" }]);
    assert!(warnings(&document).iter().all(|one| !one.contains("transition_date")));
}

#[test]
fn a_wish_that_is_a_must_counts_in_every_programme() {
    let mut document = by_interests_alone();
    document["mentees"] = json!([{ "id": "Ivo", "preferences": "must gender man" }]);
    assert_eq!(warnings(&document), [""; 0]);
}

#[test]
fn whoever_comes_after_the_end_and_a_wait_that_nobody_wrote_down_are_told() {
    let mut document = by_interests_alone();
    document["opaque_ids"] = json!(true);
    document["mentees"] = json!([{ "id": "Ivo" }]);
    document["mentors"] = json!([{ "id": "Osbert", "available_from": "2029-01-01" }, { "id": "Tansy",
        "available_from": "2027-05-02" }]);
    document["aim"] = json!({ "longest_waiting_first": true });
    let built = Programme::from_json(&document.to_string()).unwrap();
    let said: Vec<&str> = built.warnings.iter().map(|issue| issue.message.as_str()).collect();
    assert_eq!(
        said,
        [
            "the `available_from` of 1 mentor lies after the programme's planned end: Osbert",
            "`longest_waiting_first` changes nothing: no mentee has a `waiting_since`",
        ]
    );
    document["mentees"][0]["waiting_since"] = json!("2026-10-01");
    assert_eq!(raised(&document), [IssueCode::DateAhead]);
}
