//! A mentee's never about a protected characteristic stands only with a coordinator's recorded decision.

use super::{details, pairs, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::{Met, Obstacle, Record};
use serde_json::{Value, json};

fn programme(wish: &str, decided: bool) -> Value {
    let decision = json!({
        "mentee": "Winnie", "attribute": "age", "by": "Tabitha Snugglethorpe", "on": "2026-10-12",
        "reason": "She lost a grandson of that age this spring; to be looked at again in a year.",
    });
    story(
        &json!({ "decisions": if decided { json!([decision]) } else { json!([]) } }),
        json!([{ "id": "Osbert", "age": 24 }]),
        json!([{ "id": "Winnie", "preferences": [wish] }]),
    )
}

#[test]
fn without_a_decision_the_programme_is_refused() {
    assert_eq!(raised(&programme("never age 18..30", false)), [IssueCode::UndecidedNever]);
}

#[test]
fn with_a_decision_it_is_kept_and_printed() {
    let document = programme("never age 18..30", true);
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), []);
    let said = details(&waiting(&outcome, "Winnie").reasons, "preferences");
    assert_eq!(said, [(Obstacle::WishOfMentee, Some("age"), 1)]);
    let [Record::Decision { decision, mentee, mentor: None, attribute, by, on, reason }] = &outcome.records[..] else {
        panic!("{:?}", outcome.records);
    };
    let mentee = mentee.as_ref().map(ToString::to_string);
    assert_eq!((decision.as_str(), mentee.as_deref()), ("honour", Some("Winnie")));
    assert_eq!((attribute.as_deref(), by.as_str()), (Some("age"), "Tabitha Snugglethorpe"));
    assert!(on.to_string() == "2026-10-12" && reason.starts_with("She lost"));
}

#[test]
fn a_never_lets_everybody_else_through() {
    let mut document = programme("never age 18..30", true);
    document["mentors"][0]["age"] = 31.into();
    assert_eq!(pairs(&told(&document)), [("Winnie", "Osbert")]);
}

#[test]
fn softened_to_avoid_it_needs_no_decision() {
    let outcome = told(&programme("avoid age 18..30", false));
    assert_eq!(pairs(&outcome), [("Winnie", "Osbert")]);
    assert_eq!(outcome.proposals[0].wishes[0].met, Met::No);
}

#[test]
fn a_never_about_gender_needs_no_decision() {
    let document = programme("never gender man", false);
    assert_eq!(raised(&document), []);
    // Osbert's gender is not on record: somebody must find out first.
    let outcome = told(&document);
    let said = details(&waiting(&outcome, "Winnie").reasons, "preferences");
    assert_eq!(said, [(Obstacle::UnknownForWishOfMentee, Some("gender"), 1)]);
}

#[test]
fn a_decision_about_something_else_does_not_count() {
    let mut document = programme("never age 18..30", true);
    document["decisions"][0]["attribute"] = "gender".into();
    assert_eq!(raised(&document), [IssueCode::UndecidedNever, IssueCode::IdleRecord]);
}

#[test]
fn a_decision_for_nobody_is_told() {
    let mut document = programme("never age 18..30", true);
    document["decisions"][0]["mentee"] = "Winifred".into();
    assert_eq!(raised(&document), [IssueCode::DanglingId, IssueCode::UndecidedNever]);
}
