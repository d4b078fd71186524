//! People who know each other already, and natural mentors whom somebody nominated.

use super::{details, pairs, proposal, raised, story, told, waiting};
use alongside::domain::Support;
use alongside::outcome::{Obstacle, Record};
use alongside::{Engine, IssueCode, Outcome};
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

/// Pairs that go on, mentee first.
fn stand(outcome: &Outcome) -> Vec<(&str, &str)> {
    outcome.kept.iter().map(|one| (one.mentee.as_str(), one.mentor.as_str())).collect()
}

/// What the first pair that waits has to have put in order.
fn missing(outcome: &Outcome) -> Vec<(&str, Obstacle, Option<&str>)> {
    let objections = outcome.urgent[0].objections.iter();
    objections.map(|one| (&*one.rule, one.obstacle, one.about.as_deref())).collect()
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
    assert_eq!(missing(&told(&document)), [("known_to", Obstacle::UndecidedFriend, None)]);

    document["decisions"] = json!([{
        "decision": "allow_close_friend", "mentee": "Perpetua", "mentor": "Winnie", "by": "T. Snugglethorpe",
        "on": "2026-10-12", "reason": "Both know whom to call.",
    }]);
    let outcome = told(&document);
    assert_eq!(stand(&outcome), [("Perpetua", "Winnie")]);
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
    assert_eq!(pairs(&outcome), []);
    // Named, waiting, and told what for; neither of the two is given to somebody else meanwhile.
    let waits = &outcome.urgent[0];
    assert_eq!((waits.mentee.as_str(), waits.mentor.as_str(), waits.nominated), ("Perpetua", "Winnie", true));
    assert_eq!(missing(&outcome), [("checks", Obstacle::NotRecorded, Some("Enhanced DBS"))]);
    document["mentors"][0]["checks"] = "enhanced dbs 2026-01-05 to 2029-01-04".into();
    let outcome = told(&document);
    assert_eq!(stand(&outcome), [("Perpetua", "Winnie")]);
    assert!(outcome.kept[0].nominated && !outcome.kept[0].current);
}

#[test]
fn a_natural_mentor_is_not_handed_a_stranger() {
    let document = story(
        &settings(),
        json!([{ "id": "Mr Inkwell", "role_type": "Natural", "capacity": 3 }]),
        json!([{ "id": "Idris", "nominated_mentor": "Mr Inkwell" }, { "id": "Zeb" }]),
    );
    let outcome = told(&document);
    assert_eq!(stand(&outcome), [("Idris", "Mr Inkwell")]);
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

#[test]
fn a_nominated_pair_is_fixed_and_the_rest_is_solved_around_it() {
    // Winnie would suit Quill far better; but she came for Perpetua, who named her.
    let document = |nominated: &str| {
        let mut document = story(
            &settings(),
            json!([
                { "id": "Osbert", "interests": "gardening" },
                { "id": "Winnie", "role_type": "natural", "capacity": 1 },
            ]),
            json!([
                { "id": "Perpetua", "interests": "gardening", "nominated_mentor": "Winnie" },
                { "id": "Quill", "interests": "kites" },
            ]),
        );
        document["nominated_mentors"] = nominated.into();
        told(&document)
    };
    let outcome = document("first");
    assert_eq!((stand(&outcome), pairs(&outcome)), (vec![("Perpetua", "Winnie")], vec![("Quill", "Osbert")]));
    // A programme may let such a pair count as any other.
    let outcome = document("candidate");
    assert_eq!((stand(&outcome), outcome.proposals.len()), (vec![], 2));
}

#[test]
fn who_named_somebody_whom_no_paper_could_allow_is_not_kept_waiting() {
    let mut document = family();
    document["mentors"][1]["role_type"] = "natural".into();
    document["mentees"][0]["nominated_mentor"] = "Winnie".into();
    document["mentees"][0]["known_to"] = json!([]);
    document["mentees"][0]["exclusions"] = json!(["Winnie"]);
    let outcome = told(&document);
    assert_eq!((outcome.urgent.len(), pairs(&outcome)), (0, vec![("Perpetua", "Osbert")]));
}

#[test]
fn a_natural_mentor_has_the_places_that_they_have() {
    let document = story(
        &settings(),
        json!([{ "id": "Mr Inkwell", "role_type": "natural" }]),
        json!([
            { "id": "Idris", "nominated_mentor": "Mr Inkwell", "priority_tier": 1 },
            { "id": "Zeb", "nominated_mentor": "Mr Inkwell" },
        ]),
    );
    let outcome = told(&document);
    assert_eq!(stand(&outcome), [("Idris", "Mr Inkwell")]);
    assert_eq!(waiting(&outcome, "Zeb").asked.without_place, 1);
}

#[test]
fn peer_mentors_need_the_training_that_is_theirs() {
    let with = |role: Value, training: &str| {
        let document = story(
            &json!({ "safeguarding": { "checks": [], "why": "A public room.",
                "training": ["induction", { "name": "peer support", "roles": ["peer"] }] } }),
            json!([{ "id": "m", "role_type": role, "training": training }]),
            json!([{ "id": "e" }]),
        );
        told(&document)
    };
    assert_eq!(with(json!("volunteer"), "induction").proposals.len(), 1);
    assert_eq!(with(json!("peer"), "induction; peer support").proposals.len(), 1);
    let outcome = with(json!("peer"), "induction");
    let said = details(&waiting(&outcome, "e").reasons, "training");
    assert_eq!(said, [(Obstacle::NotRecorded, Some("peer support"), 1)]);
    // Where nobody said what somebody is, it is to be asked.
    let outcome = with(Value::Null, "induction");
    assert_eq!(details(&waiting(&outcome, "e").reasons, "training"), [(Obstacle::Blank, Some("role_type"), 1)]);
    assert_eq!(with(Value::Null, "induction; peer support").proposals.len(), 1);
}

/// Why somebody does not have whom they nominated, as the coordinator reads it.
fn unmet(document: &Value, mentee: &str) -> Option<String> {
    let programme = crate::support::programme(document);
    let answer = Engine::new().explain(&programme, &super::id(mentee), None).unwrap();
    answer.nomination.map(|unmet| unmet.words(Support::Mentoring, ToString::to_string))
}

#[test]
fn a_nomination_that_was_not_met_is_explained() {
    let with = |role: Value, more: Value| {
        let mut document = story(
            &settings(),
            json!([{ "id": "Mr Inkwell", "role_type": role }, { "id": "Osbert" }]),
            json!([
                { "id": "Idris", "nominated_mentor": "Mr Inkwell", "priority_tier": 1 },
                { "id": "Zeb", "nominated_mentor": "Mr Inkwell" },
            ]),
        );
        document.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        document
    };
    // Two named the same natural mentor, who has one place.
    let document = with(json!("natural"), json!({}));
    assert_eq!(unmet(&document, "Idris"), None);
    assert_eq!(unmet(&document, "Zeb").unwrap(), "the mentor's places are taken by Idris");
    // Mr Inkwell's supervisor has as many as she can look after.
    let supervised = json!({
        "supervisors": [{ "id": "Ms Sable", "caseload": 1 }],
        "mentors": [
            { "id": "Mr Inkwell", "role_type": "natural", "supervisor": "Ms Sable" },
            { "id": "Osbert", "supervisor": "Ms Sable" },
        ],
        "relationships": [{ "mentor": "Osbert", "mentee": "Zeb", "status": "current" }],
    });
    let document = with(json!("natural"), supervised);
    assert_eq!(unmet(&document, "Idris").unwrap(), "the caseload of Ms Sable is full");
    // Family is refused whoever nominated whom.
    let mut document = with(json!("natural"), json!({}));
    document["mentees"][0]["known_to"] = "Mr Inkwell kin".into();
    assert_eq!(unmet(&document, "Idris").unwrap(), "known_to: they are family");
    // All that stands in the way is told at once.
    document["safeguarding"] = json!({ "checks": ["enhanced DBS"] });
    let all = unmet(&document, "Idris").unwrap();
    assert!(all.contains("known_to: they are family") && all.contains("no enhanced DBS on record"), "{all}");
    // Of somebody of whom nobody said that they are a natural mentor, a nomination makes no pair by name.
    let document = with(
        Value::Null,
        json!({ "mentees": [
        { "id": "Idris", "nominated_mentor": "Mr Inkwell", "choices": ["Osbert"] },
        { "id": "Zeb", "choices": ["Mr Inkwell"] },
    ], "criteria": [{ "criterion": "ranked_choices", "weight": 1, "why": "They chose." }] }),
    );
    assert_eq!(raised(&document), [IssueCode::AnswersUnused]);
    assert!(unmet(&document, "Idris").unwrap().contains("is not said to be a natural one"));
    assert_eq!(unmet(&document, "Zeb"), None, "who nominated nobody");
}
