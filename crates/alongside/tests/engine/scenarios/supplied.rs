//! Two coordinators noted who might suit whom, and the engine takes their word as one criterion among others.

use super::{points, proposal, raised, story, told};
use alongside::IssueCode;
use alongside::outcome::Because;
use serde_json::{Value, json};

fn programme(criterion: &Value, scores: &Value) -> Value {
    let mut settings = json!({ "criterion": "supplied", "id": "interview", "weight": 2, "why": "They met everybody." });
    settings.as_object_mut().unwrap().extend(criterion.as_object().unwrap().clone());
    story(
        &json!({ "criteria": [settings], "scores": scores }),
        json!([{ "id": "m1" }, { "id": "m2" }, { "id": "m3" }]),
        json!([{ "id": "Idris" }, { "id": "Winnie" }]),
    )
}

fn score(mentee: &str, mentor: &str, points: i64) -> Value {
    json!({ "mentee": mentee, "mentor": mentor, "points": points })
}

#[test]
fn supplied_points_count_as_they_stand() {
    let scores = json!([score("Idris", "m3", 900), score("Winnie", "m3", 850), score("Winnie", "m1", 820)]);
    let outcome = told(&programme(&json!({ "unknown": "lowest" }), &scores));
    assert_eq!(super::pairs(&outcome), [("Idris", "m3"), ("Winnie", "m1")]);
    assert_eq!(points(proposal(&outcome, "Winnie"), "interview"), (820, &Because::Supplied(820)));
    assert_eq!(outcome.totals.total_fit, 2 * (900 + 820));
}

#[test]
fn a_pair_that_nobody_noted_is_unknown_and_can_be_asked_about() {
    let scores = json!([score("Idris", "m1", 0), score("Idris", "m2", 0), score("Winnie", "m1", 900)]);
    let outcome = told(&programme(&json!({ "unknown": "ask" }), &scores));
    let idris = proposal(&outcome, "Idris");
    assert_eq!((idris.mentor.as_str(), points(idris, "interview")), ("m3", (500, &Because::NotSupplied)));
    assert_eq!(idris.against.as_ref().unwrap().lost, 1000);
    let asked: Vec<_> = outcome.questions.iter().map(|one| (one.person.as_str(), &*one.field, one.pairs)).collect();
    assert_eq!(asked, [("Idris", "scores", 1), ("Winnie", "scores", 2)]);
}

#[test]
fn ranks_are_ranks_where_the_criterion_says_so() {
    let scores =
        json!([score("Idris", "m1", 1), score("Idris", "m2", 2), score("Idris", "m3", 3), score("Winnie", "m1", 1)]);
    let outcome = told(&programme(&json!({ "ranked": true, "unknown": "lowest" }), &scores));
    // Winnie's only one is m1, so Idris has the second: 1000 x (3 - 2 + 1) / 3.
    assert_eq!(points(proposal(&outcome, "Idris"), "interview"), (666, &Because::SuppliedRank(2)));
    assert_eq!(points(proposal(&outcome, "Winnie"), "interview"), (1000, &Because::SuppliedRank(1)));
    assert_eq!(raised(&programme(&json!({}), &scores)), [IssueCode::LooksLikeARank]);
}

#[test]
fn several_criteria_are_told_apart_by_name() {
    let mut document = programme(&json!({}), &json!([]));
    let other = json!({ "criterion": "supplied", "id": "distance", "weight": 1, "why": "By a route planner." });
    document["criteria"].as_array_mut().unwrap().push(other);
    let named = |criterion: &str, points: i64| json!({ "mentee": "Idris", "mentor": "m1", "points": points, "criterion": criterion });
    document["scores"] = json!([named("interview", 900), named("distance", 100)]);
    let outcome = told(&document);
    let idris = proposal(&outcome, "Idris");
    assert_eq!(points(idris, "interview"), (900, &Because::Supplied(900)));
    assert_eq!(points(idris, "distance"), (100, &Because::Supplied(100)));
    document["scores"] = json!([score("Idris", "m1", 900)]);
    assert_eq!(raised(&document), [IssueCode::MissingKey]);
}
