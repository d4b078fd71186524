//! Somebody who is mentored and mentors others never meets themselves.

use super::{details, pairs, story, told, waiting};
use alongside::outcome::Obstacle;
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
