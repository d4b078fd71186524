//! Somebody who is mentored and mentors others never meets themselves.

use super::{details, id, pairs, raised, story, told, waiting};
use alongside::outcome::{Obstacle, StaffFact};
use serde_json::json;

#[test]
fn alone_they_wait() {
    let document = story(&json!({}), json!([{ "id": "007" }]), json!([{ "id": "007" }]));
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), []);
    assert_eq!(details(&waiting(&outcome, "007").reasons, "self"), [(Obstacle::SamePerson, None, 1)]);
}

#[test]
fn numbers_that_only_look_alike_are_two_people() {
    let document = story(&json!({}), json!([{ "id": "7" }]), json!([{ "id": "007" }]));
    assert_eq!(pairs(&told(&document)), [("007", "7")]);
}

#[test]
fn among_others_they_are_served_and_serve() {
    let document = story(
        &json!({ "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "weight": 5, "why": "So." }] }),
        json!([{ "id": "p", "interests": "kites; choir; chess" }, { "id": "q", "interests": "darts" }]),
        json!([{ "id": "p", "interests": "kites; choir; chess" }, { "id": "r", "interests": "darts" }]),
    );
    // They have most in common with themselves, which counts for nothing.
    assert_eq!(pairs(&told(&document)), [("p", "q"), ("r", "p")]);
}

#[test]
fn an_exclusion_holds_from_either_side() {
    for (side, other) in [("mentees", "m"), ("mentors", "e")] {
        let mut document = story(&json!({}), json!([{ "id": "m" }]), json!([{ "id": "e" }]));
        document[side][0]["exclusions"] = other.into();
        let outcome = told(&document);
        assert_eq!(details(&waiting(&outcome, "e").reasons, "exclusions"), [(Obstacle::Excluded, None, 1)]);
    }
}

#[test]
fn why_a_pupil_is_excluded_is_told_to_the_coordinator_alone() {
    let pair = |entry: serde_json::Value| {
        let mut document = story(
            &json!({ "disclosure": { "interests": { "mentee": "proposed", "mentor": "proposed", "carer": "proposed" } } }),
            json!([{ "id": "Bruno", "interests": "chess" }]),
            json!([{ "id": "Pip", "interests": "chess" }]),
        );
        document["mentees"][0]["exclusions"] = json!([entry]);
        document
    };
    let (silent, told_why) = (pair(json!("Bruno")), pair(json!("Bruno: his brother bullied Pip")));
    let waits = |document: &serde_json::Value| told(document).unmatched;
    assert_eq!(waits(&silent), waits(&told_why), "the reasons that Pip's waiting is told with say nothing of it");
    let asked = |document: &serde_json::Value| {
        let programme = crate::support::programme(document);
        let pair = alongside::Engine::new().explain(&programme, &id("Pip"), Some(&id("Bruno"))).unwrap().pair.unwrap();
        pair.for_staff.iter().map(|fact| fact.words(alongside::domain::Support::Mentoring)).collect::<Vec<_>>()
    };
    assert_eq!(asked(&told_why), ["for staff: the mentee excludes the mentor: his brother bullied Pip"]);
    assert_eq!(asked(&silent), Vec::<String>::new());
}

#[test]
fn a_pair_that_meets_and_should_not_is_told_with_the_reason() {
    let mut document = story(
        &json!({ "relationships": [{ "mentee": "Pip", "mentor": "Bruno", "started": "2026-09-07" }] }),
        json!([{ "id": "Bruno", "exclusions": [{ "id": "Pip", "reason": "he has moved in next door" }] }]),
        json!([{ "id": "Pip" }]),
    );
    let outcome = told(&document);
    let facts = &outcome.urgent[0].for_staff;
    assert!(matches!(&facts[..], [StaffFact::Excluded(one)] if one.reason == "he has moved in next door"));
    document["mentors"][0]["exclusions"] = json!([{ "id": "Pip", "because": "no such key" }]);
    assert_eq!(raised(&document), [alongside::IssueCode::BadRecord]);
}
