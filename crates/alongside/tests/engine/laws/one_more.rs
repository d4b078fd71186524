//! One more mentor, place or allowed pair never does harm, and the order of tiers is about who, not how many.

use crate::support::{Dice, blueprints, many, outcome, unsupervised};
use alongside::Outcome;
use proptest::prelude::*;
use serde_json::{Value, json};

fn tiers(outcome: &Outcome) -> Vec<usize> {
    outcome.totals.tiers.iter().map(|tier| tier.served).collect()
}

/// Caseloads aside, for a mentor whose supervisor has no room can only take somebody's turn. Without a floor, be it of
/// one side: whom somebody chose, and how rare a term is, move fits and so the floor's pairs.
fn without_floor(document: Value) -> Value {
    let mut document = without_nominations(document);
    for floor in ["floor", "mentee_floor", "mentor_floor"] {
        document["aim"][floor] = 0.into();
    }
    document
}

/// Without pairs that stand because somebody was nominated: what stands is fixed, so that the laws do not speak of it,
/// and whether such a pair stands hangs on places, tiers and rules.
fn without_nominations(mut document: Value) -> Value {
    document["nominated_mentors"] = "candidate".into();
    document
}

/// Whether a pair of that mentor stands or is held: what stands is fixed, so that the law does not speak of it.
fn has_pair(document: &Value, at: usize) -> bool {
    let id = &document["mentors"][at]["id"];
    let of = |list: &str| document[list].as_array().unwrap().iter().filter(|one| one["mentor"] == *id).count();
    of("relationships") + of("decisions") > 0
}

/// The document without that mentor, and without being named anywhere.
fn without_mentor(document: &Value, at: usize) -> Value {
    let mut fewer = document.clone();
    let gone = fewer["mentors"].as_array_mut().unwrap().remove(at)["id"].clone();
    let still_there = fewer["mentees"].as_array().unwrap().iter().any(|one| one["id"] == gone);
    for side in ["mentors", "mentees"] {
        for person in fewer[side].as_array_mut().unwrap() {
            for field in ["exclusions", "choices"] {
                if let Some(ids) = person.get_mut(field).and_then(Value::as_array_mut) {
                    // Of an exclusion with a reason, whoever it names.
                    let named = |entry: &Value| match entry {
                        Value::String(text) => json!(text.split(": ").next()),
                        Value::Object(table) => table["id"].clone(),
                        other => other.clone(),
                    };
                    ids.retain(|id| named(id) != gone || (field == "exclusions" && still_there));
                }
            }
            if person.get("nominated_mentor") == Some(&gone) {
                person.as_object_mut().unwrap().remove("nominated_mentor");
            }
            if let Some(known) = person.get_mut("known_to").and_then(Value::as_array_mut) {
                let names = |one: &Value| {
                    let gone = gone.as_str().unwrap();
                    one["id"] == gone || one.as_str().is_some_and(|text| text.split(' ').next() == Some(gone))
                };
                known.retain(|one| still_there || !names(one));
            }
        }
    }
    fewer["decisions"].as_array_mut().unwrap().retain(|decision| decision["mentor"] != gone);
    if let Some(scores) = fewer["scores"].as_array_mut() {
        scores.retain(|score| score["mentor"] != gone);
    }
    fewer
}

/// Whether every supplied criterion has a score left, without which it is refused.
fn scored(document: &Value) -> bool {
    let none = Vec::new();
    let of = |list: &str| document[list].as_array().unwrap_or(&none).clone();
    let supplied = of("criteria").into_iter().filter(|one| one["criterion"] == "supplied");
    let scores = of("scores");
    supplied.into_iter().all(|one| scores.iter().any(|score| score["criterion"] == one["id"]))
}

proptest! {
    #![proptest_config(many(250))]

    #[test]
    fn one_more_mentor_never_lowers_any_tier(blueprint in blueprints(7), which in any::<prop::sample::Index>()) {
        prop_assume!(!blueprint.mentors.is_empty());
        let more = without_floor(without_nominations(unsupervised(blueprint.document())));
        prop_assume!(!has_pair(&more, which.index(blueprint.mentors.len())));
        let fewer = without_mentor(&more, which.index(blueprint.mentors.len()));
        prop_assume!(scored(&fewer));
        let (fewer, more) = (tiers(&outcome(&fewer)), tiers(&outcome(&more)));
        prop_assert!(fewer.iter().zip(&more).all(|(fewer, more)| fewer <= more), "{:?} {:?}", fewer, more);
    }

    #[test]
    fn one_more_place_never_lowers_any_tier(blueprint in blueprints(7), which in any::<prop::sample::Index>()) {
        prop_assume!(!blueprint.mentors.is_empty());
        let fewer = without_nominations(unsupervised(blueprint.document()));
        let mut more = fewer.clone();
        let capacity = &mut more["mentors"][which.index(blueprint.mentors.len())]["capacity"];
        let places = match &*capacity {
            Value::String(text) => text.parse().unwrap(),
            Value::Null => 1,
            number => number.as_i64().unwrap(),
        };
        *capacity = (places + 1).into();
        let (fewer, more) = (outcome(&fewer), outcome(&more));
        prop_assert_eq!(fewer.totals.places + 1, more.totals.places);
        let (fewer, more) = (tiers(&fewer), tiers(&more));
        prop_assert!(fewer.iter().zip(&more).all(|(fewer, more)| fewer <= more), "{:?} {:?}", fewer, more);
    }

    #[test]
    fn one_refusal_fewer_never_lowers_the_tiers(blueprint in blueprints(7), dice in any::<u64>()) {
        let strict = without_floor(unsupervised(blueprint.document()));
        let mut dice = Dice::new(dice);
        let mut kinder = strict.clone();
        let rules = kinder["rules"].as_array_mut().unwrap();
        if !rules.is_empty() && dice.chance(40) {
            // A file that lists programmes has to keep to them.
            let at = dice.roll(rules.len());
            if rules[at]["rule"] != "programme" {
                rules.remove(at);
            }
        }
        for side in ["mentors", "mentees"] {
            for person in kinder[side].as_array_mut().unwrap() {
                if dice.chance(30) {
                    person.as_object_mut().unwrap().remove("exclusions");
                }
                let hard = |wish: &Value| {
                    let text = wish.as_str().or_else(|| wish["strength"].as_str()).unwrap();
                    text.starts_with("must") || text.starts_with("never")
                };
                if dice.chance(30) {
                    person["preferences"].as_array_mut().unwrap().retain(|wish| !hard(wish));
                }
            }
        }
        let (strict, kinder) = (outcome(&strict), outcome(&kinder));
        prop_assert!(strict.totals.candidates <= kinder.totals.candidates);
        prop_assert!(tiers(&strict) <= tiers(&kinder), "{:?} {:?}", tiers(&strict), tiers(&kinder));
        prop_assert!(strict.totals.served <= kinder.totals.served);
    }

    #[test]
    fn the_order_of_tiers_never_changes_how_many_are_served(blueprint in blueprints(7), dice in any::<u64>()) {
        let document = without_nominations(unsupervised(blueprint.document()));
        let last = document["aim"]["tiers"].as_u64().unwrap() as usize;
        let mut order: Vec<usize> = (1..=last).collect();
        Dice::new(dice).shuffle(&mut order);
        let mut other = document.clone();
        for person in other["mentees"].as_array_mut().unwrap() {
            let tier = person.get("priority_tier").and_then(Value::as_u64).map_or(last, |tier| tier as usize);
            person["priority_tier"] = json!(order[tier - 1]);
        }
        let (one, other) = (outcome(&document), outcome(&other));
        prop_assert_eq!(one.totals.served, other.totals.served);
        prop_assert_eq!(one.totals.candidates, other.totals.candidates);
    }
}
