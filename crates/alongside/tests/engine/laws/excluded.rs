//! Why somebody is excluded is for coordinators alone.

use crate::support::{Dice, blueprints, many, outcome, programme};
use alongside::domain::{Audience, PairStage};
use alongside::outcome::StaffFact;
use alongside::texts::text;
use alongside::{Engine, Outcome};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The same programme with other reasons, or none, beside the same exclusions.
fn with_reasons(document: &Value, dice: &mut Dice) -> Value {
    let mut other = document.clone();
    let told = json!({ "mentee": "proposed", "mentor": "proposed", "carer": "proposed" });
    other["disclosure"] = json!({ "interests": told, "age": told, "place": told });
    for side in ["mentors", "mentees"] {
        for person in other[side].as_array_mut().unwrap() {
            let Some(excluded) = person.get_mut("exclusions").and_then(Value::as_array_mut) else { continue };
            for entry in excluded {
                let id = match &*entry {
                    Value::String(text) => text.split(": ").next().unwrap().to_owned(),
                    table => table["id"].as_str().unwrap().to_owned(),
                };
                *entry = dice.pick(&[
                    json!(id),
                    json!(format!("{id}: a quarrel over a fence")),
                    json!({ "id": id, "reason": "he asked us not to say" }),
                ]);
            }
        }
    }
    other
}

/// The outcome without what is for staff about exclusions.
fn public(mut outcome: Outcome) -> Outcome {
    for urgent in &mut outcome.urgent {
        urgent.for_staff.retain(|fact| !matches!(fact, StaffFact::Excluded(_)));
    }
    outcome
}

proptest! {
    #![proptest_config(many(200))]

    #[test]
    fn a_reason_changes_no_text_and_no_matching(blueprint in blueprints(5), dice in any::<u64>()) {
        let document = blueprint.document();
        let mut dice = Dice::new(dice);
        let (one, other) = (with_reasons(&document, &mut dice), with_reasons(&document, &mut dice));
        let (first, second) = (programme(&one), programme(&other));
        for mentee in &first.matching().mentees {
            for mentor in &first.matching().mentors {
                if mentee.person.id == mentor.person.id {
                    continue;
                }
                for reader in [Audience::Mentee, Audience::Mentor, Audience::Carer] {
                    let read = |programme: &alongside::Programme| {
                        let ids = (&mentee.person.id, &mentor.person.id);
                        text(programme.matching(), ids.0, ids.1, reader, PairStage::WORDS.last().unwrap().1).unwrap()
                    };
                    prop_assert_eq!(read(&first), read(&second));
                }
            }
        }
        let (first_run, second_run) = (outcome(&one), outcome(&other));
        prop_assert_eq!(&first_run.proposals, &second_run.proposals);
        prop_assert_eq!(&first_run.unmatched, &second_run.unmatched);
        prop_assert_eq!(public(first_run), public(second_run));
        // A coordinator who asks is told, in the words that were written down.
        for mentee in &first.matching().mentees {
            for (id, reason) in &mentee.person.exclusion_reasons {
                if first.matching().mentor(id).is_some() && *id != mentee.person.id {
                    let asked = Engine::new().explain(&first, &mentee.person.id, Some(id)).unwrap();
                    let told = asked.pair.unwrap().for_staff;
                    prop_assert!(told.iter().any(|fact| matches!(fact, StaffFact::Excluded(one) if one.reason == *reason)));
                }
            }
        }
    }
}
