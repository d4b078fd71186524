//! A befriendee who can only be reached by telephone.

use super::{details, pairs, story, told, waiting};
use alongside::outcome::Obstacle;
use serde_json::{Value, json};

fn programme(unknown: &str) -> Value {
    story(
        &json!({ "support": "befriending", "rules": [{ "rule": "delivery_method", "unknown": unknown }] }),
        json!([
            { "id": "visits only", "delivery_methods": "face_to_face" },
            { "id": "did not say" },
            { "id": "rings or writes", "delivery_methods": ["internet", "telephone"], "capacity": 1 },
        ]),
        json!([{ "id": "Perpetua", "delivery_methods": ["Telephone"] }]),
    )
}

#[test]
fn she_gets_the_befriender_who_rings() {
    let outcome = told(&programme("needs_check"));
    assert_eq!(pairs(&outcome), [("Perpetua", "rings or writes")]);
    let said = |mentor: &str| {
        let idle = outcome.idle.iter().find(|one| one.mentor.as_str() == mentor).unwrap();
        details(&idle.reasons, "delivery_method")
    };
    assert_eq!(said("visits only"), [(Obstacle::NoneShared, None, 1)]);
    assert_eq!(said("did not say"), [(Obstacle::Blank, Some("delivery_methods"), 1)]);
}

#[test]
fn without_anybody_who_rings_she_waits_and_it_is_said_whom_to_ask() {
    let mut document = programme("needs_check");
    document["mentors"].as_array_mut().unwrap().pop();
    let outcome = told(&document);
    let perpetua = waiting(&outcome, "Perpetua");
    assert_eq!((perpetua.asked.refused, perpetua.asked.needs_check, perpetua.asked.candidates), (1, 1, 0));
    assert_eq!(perpetua.reasons[0].alone, 2);
}

#[test]
fn a_programme_may_let_an_unsaid_way_of_meeting_through() {
    let mut document = programme("allow");
    document["mentors"].as_array_mut().unwrap().pop();
    assert_eq!(pairs(&told(&document)), [("Perpetua", "did not say")]);
}
