//! Changing anything undisclosed leaves a text the same byte for byte.

use crate::support::{Dice, blueprints, many, programme};
use alongside::domain::{Audience, PairStage};
use alongside::texts::text;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What is told to everybody at every stage; all else is not.
const TOLD: [&str; 8] =
    ["interests", "gender", "grade", "place", "availability", "delivery_methods", "delivery_models", "offers"];

const READERS: [Audience; 3] = [Audience::Mentee, Audience::Mentor, Audience::Carer];

/// Ways of meeting that need something, and what is usual: both have other answers count than people gave.
fn delivery() -> Value {
    json!({
        "telephone_needs": ["phone", "hearing_access"], "internet_needs": ["device"], "online_supervision_under": 18,
        "usual_methods": ["telephone", "internet"], "usual_models": ["one_to_one"],
    })
}

fn disclosing(mut document: Value, dice: &mut Dice) -> Value {
    let all = json!({ "mentee": "proposed", "mentor": "proposed", "carer": "proposed" });
    document["disclosure"] =
        TOLD.iter().map(|name| ((*name).to_owned(), all.clone())).collect::<serde_json::Map<_, _>>().into();
    document["delivery"] = delivery();
    document["offers"] = json!(["references", "Cooking"]);
    document["basis"]["hearing_access"] = json!({ "basis": "disability_support" });
    for rule in document["rules"].as_array_mut().unwrap() {
        if rule["rule"] == "delivery_method" {
            // One that lets blanks through is refused where somebody has no way of meeting left.
            rule["unknown"] = "needs_check".into();
        }
    }
    for (side, fields) in [("mentors", &["hearing_access"][..]), ("mentees", &["hearing_access", "online_supervision"])]
    {
        for person in document[side].as_array_mut().unwrap() {
            for field in fields {
                person[field] = dice.pick(&["yes", "no", ""]).into();
            }
        }
    }
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
    for key in ["delivery", "offers"] {
        if dice.chance(50) {
            bare.as_object_mut().unwrap().remove(key);
        }
    }
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
        let mut dice = Dice::new(dice);
        let document = disclosing(blueprint.document(), &mut dice);
        let (mentees, mentors) = (&document["mentees"], &document["mentors"]);
        let (many, others) = (mentees.as_array().unwrap().len(), mentors.as_array().unwrap().len());
        prop_assume!(many > 0 && others > 0);
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

/// One by one, whatever a way of meeting can need, on either side: nobody reads of it, at whichever stage.
#[test]
fn nobody_reads_of_hearing_a_telephone_a_device_or_an_age() {
    let person = |id: &str, methods: &str| {
        json!({ "id": id, "delivery_methods": methods, "delivery_models": "one_to_one; together", "age": 40,
            "phone": "yes", "hearing_access": "yes", "device": "yes" })
    };
    let mut document = json!({
        "name": "Second Wind of Nowhere", "support": "befriending", "as_of": "2026-11-02", "planned_months": 12,
        "safeguarding": { "checks": [], "why": "Everybody meets in a room with a coordinator." },
        "basis": { "hearing_access": { "basis": "disability_support" } },
        "delivery": delivery(),
        "mentors": [person("m", "face_to_face; telephone; internet")],
        "mentees": [person("e", "telephone; internet")],
    });
    let all = json!({ "mentee": "proposed", "mentor": "introduced", "carer": "matched" });
    document["disclosure"] = json!({ "delivery_methods": all, "delivery_models": all });
    document["mentees"][0]["online_supervision"] = "yes".into();
    let id = |text: &str| alongside::domain::PersonId::new(text).unwrap();
    let read = |document: &Value| -> Vec<String> {
        let programme = programme(document);
        let at = |reader| PairStage::WORDS.iter().map(move |(_, stage)| (reader, *stage));
        let of = |(reader, stage)| text(programme.matching(), &id("e"), &id("m"), reader, stage).unwrap();
        READERS.into_iter().flat_map(at).map(of).collect()
    };
    let told = read(&document);
    let shown = |text: &String| text.contains("telephone");
    // From the stage on that the programme says: all three of the mentee's, two of the mentor's, one of the carer's.
    assert_eq!(told.iter().map(shown).collect::<Vec<_>>(), [true, true, true, false, true, true, false, false, true]);
    assert!(told[0].contains("- Ways of meeting: you both said internet, telephone; they also said face to face.\n"));
    assert!(told[8].contains("- Ways of meeting: face to face, internet, telephone.\n"), "{}", told[8]);
    for side in ["mentors", "mentees"] {
        for (field, values) in [
            ("phone", json!(["no", null])),
            ("hearing_access", json!(["no", null])),
            ("device", json!(["no", null])),
            ("online_supervision", json!(["no", null])),
            ("age", json!([12, 17, null])),
        ] {
            if (side, field) == ("mentors", "online_supervision") {
                continue;
            }
            for value in values.as_array().unwrap() {
                let mut changed = document.clone();
                changed[side][0][field] = value.clone();
                assert_eq!(read(&changed), told, "{side} {field} {value}");
                // A child whom nobody supervises: where more than one thing is missing, no way is left.
                changed["mentees"][0]["online_supervision"] = Value::Null;
                assert_eq!(read(&changed), told, "{side} {field} {value}, unsupervised");
            }
        }
    }
}
