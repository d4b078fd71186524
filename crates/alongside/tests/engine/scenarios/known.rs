//! People who know each other already, and natural mentors whom somebody nominated.

use super::{details, pairs, proposal, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::{Obstacle, Record};
use serde_json::{Value, json};

fn settings() -> Value {
    json!({ "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "weight": 1, "why": "So." }] })
}

/// Perpetua, whose aunt Agatha fits best of all, whose mother's friend Winnie comes next, and a stranger.
fn family() -> Value {
    story(
        &settings(),
        json!([
            { "id": "Agatha", "interests": "kites; chess; choir", "known_to": "Perpetua kin" },
            { "id": "Winnie", "interests": "kites; chess" },
            { "id": "Osbert", "interests": "gardening" },
        ]),
        json!([{ "id": "Perpetua", "interests": "kites; chess; choir", "known_to": ["Winnie close friend"] }]),
    )
}

#[test]
fn neither_her_aunt_nor_a_close_friend_is_proposed_however_well_they_fit() {
    let mut document = family();
    assert_eq!(pairs(&told(&document)), [("Perpetua", "Osbert")]);
    document["mentors"].as_array_mut().unwrap().pop();
    let outcome = told(&document);
    let said = details(&waiting(&outcome, "Perpetua").reasons, "known_to");
    assert_eq!(said, [(Obstacle::Kin, None, 1), (Obstacle::CloseFriend, None, 1)]);
}

#[test]
fn a_close_friend_whom_she_nominates_waits_for_the_coordinators_decision() {
    let mut document = family();
    document["mentors"].as_array_mut().unwrap().pop();
    document["mentors"][1]["role_type"] = "natural".into();
    document["mentees"][0]["nominated_mentor"] = "Winnie".into();
    let outcome = told(&document);
    let perpetua = waiting(&outcome, "Perpetua");
    assert_eq!((perpetua.asked.refused, perpetua.asked.needs_check), (1, 1));
    let said = details(&perpetua.reasons, "known_to");
    assert_eq!(said, [(Obstacle::Kin, None, 1), (Obstacle::UndecidedFriend, None, 1)]);

    document["decisions"] = json!([{
        "decision": "allow_close_friend", "mentee": "Perpetua", "mentor": "Winnie", "by": "T. Snugglethorpe",
        "on": "2026-10-12", "reason": "Both know whom to call.",
    }]);
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Perpetua", "Winnie")]);
    assert!(matches!(&outcome.records[..], [Record::Decision { by, .. }] if by == "T. Snugglethorpe"));
}

#[test]
fn no_nomination_and_no_decision_opens_the_way_for_family() {
    let mut document = family();
    document["mentors"][0]["role_type"] = "natural".into();
    document["mentees"][0]["nominated_mentor"] = "Agatha".into();
    assert_eq!(pairs(&told(&document)), [("Perpetua", "Osbert")]);
    document["decisions"] = json!([{
        "decision": "allow_close_friend", "mentee": "Perpetua", "mentor": "Agatha", "by": "T. Snugglethorpe",
        "on": "2026-10-12", "reason": "She asked.",
    }]);
    // Not even a decision, which is told to decide nothing.
    assert_eq!(raised(&document), [IssueCode::IdleRecord]);
    document["decisions"][0]["mentor"] = "Nobody".into();
    assert_eq!(raised(&document), [IssueCode::DanglingId]);
}

#[test]
fn a_nominated_friend_without_the_check_is_not_proposed() {
    let mut document = family();
    document["safeguarding"] = json!({ "checks": ["Enhanced DBS"] });
    document["mentors"] = json!([{ "id": "Winnie", "role_type": "natural" }]);
    document["mentees"][0]["nominated_mentor"] = "Winnie".into();
    document["mentees"][0]["known_to"] = "Winnie acquaintance".into();
    let outcome = told(&document);
    let said = details(&waiting(&outcome, "Perpetua").reasons, "checks");
    assert_eq!(said, [(Obstacle::NotRecorded, Some("Enhanced DBS"), 1)]);
    document["mentors"][0]["checks"] = "enhanced dbs 2026-01-05 to 2029-01-04".into();
    assert_eq!(pairs(&told(&document)), [("Perpetua", "Winnie")]);
}

#[test]
fn a_natural_mentor_is_not_handed_a_stranger() {
    let document = story(
        &settings(),
        json!([{ "id": "Mr Inkwell", "role_type": "Natural", "capacity": 3 }]),
        json!([{ "id": "Idris", "nominated_mentor": "Mr Inkwell" }, { "id": "Zeb" }]),
    );
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Idris", "Mr Inkwell")]);
    assert_eq!(details(&waiting(&outcome, "Zeb").reasons, "role"), [(Obstacle::NotNominated, None, 1)]);
}

#[test]
fn where_the_two_disagree_it_is_told_and_the_closer_relation_counts() {
    let mut document = family();
    document["mentees"][0]["known_to"] = "Agatha professional".into();
    assert_eq!(raised(&document), [IssueCode::RelationContradiction]);
    assert_eq!(pairs(&crate::support::outcome(&document)), [("Perpetua", "Winnie")]);
}

#[test]
fn a_wish_for_a_peer_counts_as_any_other_wish() {
    let of_role = |role: &str| json!({ "id": role, "role_type": role });
    let document = story(
        &json!({ "criteria": [{ "criterion": "stated_preferences", "weight": 1, "why": "What people asked for." }] }),
        json!([of_role("paid"), of_role("peer"), of_role("volunteer")]),
        json!([{ "id": "Otterline", "preferences": "prefer role_type peer" }, { "id": "Figwort" }]),
    );
    let outcome = told(&document);
    assert_eq!(proposal(&outcome, "Otterline").mentor.as_str(), "peer");
    // Nobody else gains by what somebody is: every mentor fits whoever asked for nothing as well.
    let other = proposal(&outcome, "Figwort");
    assert!(other.alternatives.iter().all(|one| one.fit == other.fit));
}
