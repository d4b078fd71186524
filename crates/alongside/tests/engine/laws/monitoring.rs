//! Monitoring data decides nothing.

use crate::support::{Dice, blueprints, many, outcome, programme};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Everybody's monitoring answers, taken out or put in at random.
fn remonitored(document: &Value, dice: &mut Dice) -> Value {
    let mut document = document.clone();
    for side in ["mentors", "mentees"] {
        for person in document[side].as_array_mut().unwrap() {
            match dice.roll(4) {
                0 => drop(person.as_object_mut().unwrap().remove("monitoring")),
                1 => person["monitoring"] = json!({ "disability": "yes", "faith": "sikh", "age": "35" }),
                2 => person["monitoring"] = json!({ "ethnicity": dice.pick(&["Irish", "Indian", ""]), "sex": null }),
                _ => person["monitoring"] = json!({ "gender": "woman", "ethnicity": 7 }),
            }
        }
    }
    document
}

proptest! {
    #![proptest_config(many(200))]

    #[test]
    fn no_monitoring_answer_changes_a_byte(blueprint in blueprints(8), dice in any::<u64>()) {
        let document = blueprint.document();
        let other = remonitored(&document, &mut Dice::new(dice));
        prop_assert_eq!(outcome(&document).to_json(), outcome(&other).to_json());
        let (one, other) = (programme(&document), programme(&other));
        prop_assert_eq!(one.matching(), other.matching());
    }
}

#[test]
fn monitoring_answers_are_counted_and_kept_apart() {
    let document = json!({
        "name": "Second Wind of Nowhere", "support": "befriending", "as_of": "2026-09-01", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "mentors": [{ "id": "m1", "monitoring": { "ethnicity": "Irish" } }],
        "mentees": [{ "id": "e1", "monitoring": { "ethnicity": "Indian", "disability": "yes" } }, { "id": "e2" }],
    });
    let programme = programme(&document);
    assert_eq!(programme.monitoring().counts().collect::<Vec<_>>(), [("disability", 1), ("ethnicity", 2)]);
    let people = programme.matching().mentees.iter().map(|one| &one.person);
    assert!(people.chain([&programme.matching().mentors[0].person]).all(|person| person.answers.is_empty()));
}
