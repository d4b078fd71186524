//! A programme that would rather have people wait than pair them badly.

use super::{id, pairs, story, told, waiting};
use crate::support;
use alongside::Engine;
use serde_json::{Value, json};

fn programme(floor: i64) -> Value {
    story(
        &json!({
            "aim": { "floor": floor },
            "criteria": [{ "criterion": "same_value", "attribute": "gender", "weight": 3, "why": "So we were asked." }],
        }),
        json!([{ "id": "Osbert" }]),
        json!([{ "id": "Nia", "gender": "woman" }]),
    )
}

#[test]
fn a_pair_at_the_floor_is_proposed_and_one_below_is_not() {
    // Nothing is known of Osbert's gender: 3 x 500.
    assert_eq!(pairs(&told(&programme(1500))), [("Nia", "Osbert")]);
    let outcome = told(&programme(1501));
    assert_eq!(pairs(&outcome), []);
    let nia = waiting(&outcome, "Nia");
    assert_eq!((nia.asked.below_floor, nia.asked.candidates, nia.servable), (1, 0, false));
    assert!(nia.reasons.is_empty(), "no rule stands in the way");
}

#[test]
fn the_explanation_says_that_it_lies_below() {
    let programme = support::programme(&programme(1501));
    let said = Engine::new().explain(&programme, &id("Nia"), Some(&id("Osbert"))).unwrap().pair.unwrap();
    assert!(said.below_floor && !said.proposed);
    assert_eq!((said.fit, said.if_made), (1500, None));
}

#[test]
fn a_mentor_without_any_place_is_counted_apart() {
    let mut document = programme(0);
    document["mentors"][0]["capacity"] = 0.into();
    let outcome = told(&document);
    assert_eq!(waiting(&outcome, "Nia").asked.without_place, 1);
    assert_eq!((outcome.idle[0].capacity, outcome.idle[0].asked.without_place), (0, 1));
}
