//! What makes it hard for somebody to build a relationship asks for a mentor who can meet it, and costs them nothing.

use super::{details, pairs, proposal, story, told, waiting};
use alongside::outcome::Obstacle;
use serde_json::{Value, json};

fn settings(rule: &Value) -> Value {
    json!({
        "basis": {
            "relationship_barriers": { "basis": "safeguarding" },
            "needs": { "basis": "disability_support" },
        },
        "rules": [rule],
        "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 1, "why": "So." }],
    })
}

fn listed() -> Value {
    json!({ "rule": "capabilities" })
}

/// A mentor trained in trauma, one who is good at communication, and one of whom nothing is known.
fn mentors() -> Value {
    json!([
        { "id": "Hortensia", "capabilities": "trauma-informed; access", "interests": "kites" },
        { "id": "Osbert", "capabilities": "communication", "interests": "kites" },
        { "id": "Tansy", "interests": "kites" },
    ])
}

#[test]
fn trauma_asks_for_a_trauma_informed_mentor_and_the_refusal_names_what_is_missing() {
    let mentees = json!([{ "id": "Ivo", "relationship_barriers": "trauma", "interests": "kites" }]);
    let outcome = told(&story(&settings(&listed()), mentors(), mentees.clone()));
    assert_eq!(pairs(&outcome), [("Ivo", "Hortensia")]);

    let without = json!([mentors()[1], mentors()[2]]);
    let outcome = told(&story(&settings(&listed()), without, mentees));
    let said = details(&waiting(&outcome, "Ivo").reasons, "capabilities");
    assert_eq!(
        said,
        [(Obstacle::Blank, Some("capabilities"), 1), (Obstacle::CapabilityMissing, Some("trauma-informed"), 1)]
    );
}

#[test]
fn all_that_barriers_and_needs_ask_for_has_to_be_there() {
    let with = |barriers: &str, needs: &str| {
        let mentees = json!([{ "id": "Ivo", "relationship_barriers": barriers, "needs": needs }]);
        let outcome = told(&story(&settings(&listed()), mentors(), mentees));
        outcome.proposals.iter().map(|one| one.mentor.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(with("trauma", "step-free access"), ["Hortensia"]);
    assert_eq!(with("trauma; stammer", ""), Vec::<String>::new());
    assert_eq!(with("", "hearing loss"), ["Osbert"]);
}

#[test]
fn a_programme_says_itself_what_its_words_ask_for() {
    let rule = json!({ "rule": "capabilities", "table": [
        { "need": "trauma", "requires": [] },
        { "need": "school refusal", "requires": ["patience with lateness"] },
    ] });
    let mentors = json!([{ "id": "Osbert", "capabilities": "Patience with lateness" }]);
    let with = |barriers: &str| {
        let mentees = json!([{ "id": "Ivo", "relationship_barriers": barriers }]);
        told(&story(&settings(&rule), mentors.clone(), mentees)).proposals.len()
    };
    assert_eq!((with("trauma"), with("school refusal"), with("anger")), (1, 1, 0));
}

#[test]
fn high_need_lowers_nobodys_place() {
    // The same young person with nothing declared, and with much: the same fit, the same mentor, the same place.
    let with = |barriers: Value| {
        let mentees = json!([
            { "id": "Ana", "interests": "kites", "waiting_since": "2026-06-01" },
            { "id": "Ivo", "interests": "kites", "waiting_since": "2026-05-01", "relationship_barriers": barriers },
        ]);
        let able = json!([{ "id": "Hortensia", "interests": "kites",
            "capabilities": "trauma-informed; communication; regulation" }]);
        told(&story(&settings(&listed()), able, mentees))
    };
    let (little, much) = (with(Value::Null), with(json!("trauma; stammer; anger; neglect; mistrust of adults")));
    assert_eq!(pairs(&little), pairs(&much));
    let (little, much) = (&little.proposals[0], &much.proposals[0]);
    assert_eq!((little.fit, little.tier), (much.fit, much.tier));
}

#[test]
fn who_declares_nothing_is_asked_nothing() {
    let mentees = json!([{ "id": "Ana", "interests": "kites" }]);
    let outcome = told(&story(&settings(&listed()), json!([mentors()[2]]), mentees));
    assert_eq!(proposal(&outcome, "Ana").mentor.as_str(), "Tansy");
}
