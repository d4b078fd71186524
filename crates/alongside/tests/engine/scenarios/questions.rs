//! Which blanks are worth a telephone call: those whose answer could change the proposal.

use super::{pairs, story, told};
use alongside::Outcome;
use alongside::domain::Side;
use serde_json::{Value, json};

/// Nothing is known of Osbert's interests; Hortensia lives near and shares `hers`.
fn programme(hers: &str) -> Value {
    story(
        &json!({
            "attributes": { "area": { "kind": "one_of", "sensitivity": "ordinary" } },
            "criteria": [
                { "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "unknown": "ask", "weight": 4,
                    "why": "Something to talk about." },
                { "criterion": "same_value", "attribute": "area", "weight": 1, "why": "A short way." },
            ],
        }),
        json!([
            { "id": "Hortensia", "interests": hers, "area": "Far Moor" },
            { "id": "Osbert", "area": "Lower Tumble" },
        ]),
        json!([{ "id": "Nia", "interests": "chess", "area": "Far Moor" }]),
    )
}

/// Whom the one question asks what, on how many pairs it bears, and whether the best and worst answer change anything.
fn question(outcome: &Outcome) -> (Side, &str, &str, usize, Option<bool>, Option<bool>) {
    let [one] = &outcome.questions[..] else { panic!("{:?}", outcome.questions) };
    (one.side, one.person.as_str(), &one.field, one.pairs, one.best_changes, one.worst_changes)
}

#[test]
fn an_answer_that_could_lose_somebody_their_place_is_worth_asking() {
    let outcome = told(&programme("kites"));
    // Osbert 4 x 500, Hortensia 1000. Sharing nothing, he would fall behind her; sharing chess changes nothing.
    assert_eq!(pairs(&outcome), [("Nia", "Osbert")]);
    assert_eq!(question(&outcome), (Side::Mentor, "Osbert", "interests", 1, Some(false), Some(true)));
}

#[test]
fn an_answer_that_could_win_somebody_a_place_is_worth_asking() {
    let mut document = programme("kites");
    document["criteria"][1]["weight"] = 3.into();
    let outcome = told(&document);
    // Hortensia 3000, Osbert 2000 now and 4000 at best.
    assert_eq!(pairs(&outcome), [("Nia", "Hortensia")]);
    assert_eq!(question(&outcome), (Side::Mentor, "Osbert", "interests", 1, Some(true), Some(false)));
}

#[test]
fn an_answer_that_changes_nothing_is_listed_as_such() {
    let outcome = told(&programme("chess"));
    // Hortensia 5000, Osbert 4000 at best.
    assert_eq!(pairs(&outcome), [("Nia", "Hortensia")]);
    assert_eq!(question(&outcome), (Side::Mentor, "Osbert", "interests", 1, Some(false), Some(false)));
}

#[test]
fn nobody_is_asked_about_pairs_that_a_rule_refuses() {
    let mut document = programme("kites");
    document["mentees"][0]["exclusions"] = "Osbert".into();
    assert!(told(&document).questions.is_empty());
}

#[test]
fn without_ask_there_are_no_questions() {
    let mut document = programme("kites");
    document["criteria"][0]["unknown"] = "neutral".into();
    assert!(told(&document).questions.is_empty());
}
