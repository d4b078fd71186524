//! A mentor one or two grades up, from another organisation.

use super::{details, pairs, points, proposal, story, told};
use alongside::outcome::{Because, Obstacle, Unit};
use serde_json::{Value, json};

fn programme() -> Value {
    let mentor =
        |id: &str, grade: &str, organisation: &str| json!({ "id": id, "grade": grade, "organisation": organisation });
    story(
        &json!({
            "attributes": {
                "grade": { "kind": "level", "order": ["AA", "AO", "EO", "HEO", "SEO"], "sensitivity": "ordinary" },
                "organisation": { "kind": "one_of", "sensitivity": "ordinary" },
            },
            "rules": [
                { "rule": "attribute_bounds", "id": "one or two up", "attribute": "grade",
                    "difference": { "min": 1, "max": 2 } },
                { "rule": "attribute_bounds", "id": "elsewhere", "attribute": "organisation",
                    "relation": "different" },
            ],
            "criteria": [{ "criterion": "level_distance", "attribute": "grade", "ideal": 1, "weight": 1,
                "why": "Close enough to remember." }],
        }),
        json!([
            mentor("same grade", "ao", "Harbour Board"),
            mentor("one up, same house", "EO", "Office of Tides"),
            mentor("two up", "HEO", "Harbour Board"),
            mentor("three up", "SEO", "Harbour Board"),
            mentor("three up, same house", "SEO", " office of  tides "),
        ]),
        json!([{ "id": "Barnabus", "grade": "AO", "organisation": "Office of Tides" }]),
    )
}

#[test]
fn only_the_mentor_two_up_and_elsewhere_is_left() {
    let outcome = told(&programme());
    assert_eq!(pairs(&outcome), [("Barnabus", "two up")]);
    // One level off the ideal, of the four that the order spans.
    let two_up = Because::Difference { by: 2, unit: Unit::Levels };
    assert_eq!(points(proposal(&outcome, "Barnabus"), "level_distance"), (750, &two_up));
}

#[test]
fn the_others_are_told_which_rule_kept_them() {
    let outcome = told(&programme());
    let rules = |one: &alongside::outcome::Idle| {
        one.reasons.iter().map(|reason| (reason.rule.to_string(), reason.alone)).collect::<Vec<_>>()
    };
    let idle: Vec<_> = outcome.idle.iter().map(|one| (one.mentor.as_str(), rules(one))).collect();
    let (up, elsewhere) = (|alone| ("one or two up".to_owned(), alone), |alone| ("elsewhere".to_owned(), alone));
    let expected = [
        ("one up, same house", vec![elsewhere(1)]),
        ("same grade", vec![up(1)]),
        ("three up", vec![up(1)]),
        ("three up, same house", vec![up(0), elsewhere(0)]),
    ];
    assert_eq!(idle, expected);
    let both = &outcome.idle[3].reasons;
    assert_eq!(details(both, "one or two up"), [(Obstacle::DifferenceOutOfBounds, Some("grade"), 1)]);
    assert_eq!(details(both, "elsewhere"), [(Obstacle::NotDifferent, Some("organisation"), 1)]);
}

#[test]
fn a_grade_that_is_not_on_record_is_found_out_first() {
    let mut document = programme();
    document["mentors"][2].as_object_mut().unwrap().remove("grade");
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), []);
    let said = details(&outcome.unmatched[0].reasons, "one or two up");
    assert_eq!(said, [(Obstacle::Blank, Some("grade"), 1), (Obstacle::DifferenceOutOfBounds, Some("grade"), 3)]);
}
