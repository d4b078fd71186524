//! Changing anything undisclosed leaves a text the same byte for byte.

use crate::support::{Dice, blueprints, many, programme};
use alongside::domain::{Audience, PairStage};
use alongside::texts::text;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What is told to everybody at every stage; all else is not.
const TOLD: [&str; 5] = ["interests", "gender", "grade", "place", "availability"];

const READERS: [Audience; 3] = [Audience::Mentee, Audience::Mentor, Audience::Carer];

fn disclosing(mut document: Value) -> Value {
    let all = json!({ "mentee": "proposed", "mentor": "proposed", "carer": "proposed" });
    document["disclosure"] =
        TOLD.iter().map(|name| ((*name).to_owned(), all.clone())).collect::<serde_json::Map<_, _>>().into();
    document
}

/// The same two people with what is told of them, in a programme that has little else of what it had.
fn stripped(document: &Value, mentee: usize, mentor: usize, dice: &mut Dice) -> Value {
    let mut bare = document.clone();
    for key in ["criteria", "rules", "relationships", "decisions", "scores", "justifications", "priority", "programmes"]
    {
        bare[key] = json!([]);
    }
    bare["aim"] = json!({});
    bare["own_weights"] = json!({});
    bare["seed"] = 12345.into();
    bare["safeguarding"] = json!({ "checks": ["a check that nobody holds"] });
    for (side, kept) in [("mentees", mentee), ("mentors", mentor)] {
        let mut person = bare[side][kept].as_object().unwrap().clone();
        // Other services are no fact about a person that is told, but they take their times out of what is.
        person.retain(|key, _| ["id", "other_services"].contains(&key.as_str()) || TOLD.contains(&key.as_str()));
        let mut people = vec![Value::Object(person)];
        if dice.chance(50) {
            people.push(
                json!({ "id": format!("stranger of {side}"), "interests": ["MUSIC", "Chess"], "gender": "WOMAN" }),
            );
        }
        bare[side] = people.into();
    }
    bare
}

proptest! {
    #![proptest_config(many(300))]

    #[test]
    fn what_is_not_disclosed_cannot_be_seen_in_a_text(blueprint in blueprints(6), dice in any::<u64>()) {
        let document = disclosing(blueprint.document());
        let (mentees, mentors) = (&document["mentees"], &document["mentors"]);
        let (many, others) = (mentees.as_array().unwrap().len(), mentors.as_array().unwrap().len());
        prop_assume!(many > 0 && others > 0);
        let mut dice = Dice::new(dice);
        let (mentee, mentor) = (dice.roll(many), dice.roll(others));
        prop_assume!(mentees[mentee]["id"] != mentors[mentor]["id"]);
        let bare = stripped(&document, mentee, mentor, &mut dice);
        let (whole, bare) = (programme(&document), programme(&bare));
        let id = |person: &Value| alongside::domain::PersonId::new(person["id"].as_str().unwrap()).unwrap();
        let (mentee, mentor) = (id(&mentees[mentee]), id(&mentors[mentor]));
        for reader in READERS {
            for (_, stage) in PairStage::WORDS {
                let read = |programme: &alongside::Programme| {
                    text(programme.matching(), &mentee, &mentor, reader, *stage).unwrap()
                };
                prop_assert_eq!(read(&whole), read(&bare));
            }
        }
    }
}
