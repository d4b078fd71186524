//! A mentee says what matters to them, within limits, and nobody gets a scarce mentor by bigger numbers.

use super::{pairs, proposal, raised, story, told};
use alongside::IssueCode;
use serde_json::{Value, json};

/// Two young people who both like the painter, and a coach whom one of them could do with.
fn programme(ivo: &str, june: &str) -> Value {
    story(
        &json!({
            "own_weights": { "interests": { "max": 10 }, "goals": { "min": 1, "max": 10 } },
            "criteria": [
                { "criterion": "shared_tags", "id": "interests", "attribute": "interests", "full_at": 1, "weight": 5,
                  "why": "Something to talk about." },
                { "criterion": "coverage", "id": "goals", "weight": 5, "why": "What they came for." },
                { "criterion": "shared_time", "weight": 2, "why": "Meetings need an hour." },
            ],
        }),
        json!([
            { "id": "Coach", "skills": ["a job"], "interests": ["boxing"] },
            { "id": "Painter", "skills": ["saving"], "interests": ["painting"] },
        ]),
        json!([
            { "id": "Ivo", "goals": ["a job"], "interests": ["painting"], "own_weights": ivo },
            { "id": "June", "goals": ["a job"], "interests": ["painting"], "own_weights": june },
        ]),
    )
}

#[test]
fn weights_that_leave_the_mentor_nothing_are_told_and_the_floor_is_named() {
    let mut document = programme("goals 10; interests 0", "");
    document["aim"] = json!({ "mentor_floor": 2000 });
    document["criteria"].as_array_mut().unwrap().pop();
    assert_eq!(raised(&document), [IssueCode::FloorOutOfReach]);
    let programme = crate::support::programme(&document);
    let said = alongside::Engine::new().explain(&programme, &super::id("Ivo"), Some(&super::id("Coach"))).unwrap();
    let pair = said.pair.unwrap();
    assert_eq!((pair.fit, pair.mentor_fit, pair.below_floor), (10_000, 0, true));
    assert_eq!(pair.missed_floors.len(), 1);
    assert_eq!(
        pair.missed_floors[0].words(programme.matching().support),
        "the mentor's part of it, 0, lies below `mentor_floor`, 2000"
    );
}

#[test]
fn what_matters_to_somebody_counts_for_them() {
    let outcome = told(&programme("goals 9; interests 1", "interests 9; goals 1"));
    assert_eq!(pairs(&outcome), [("Ivo", "Coach"), ("June", "Painter")]);
    let parts = &proposal(&outcome, "Ivo").contributions;
    let weights: Vec<(i64, Option<i64>)> = parts.iter().map(|part| (part.weight, part.own_weight)).collect();
    // The programme's ten for the two, nine parts to one; what nobody may choose stays as it is.
    assert_eq!(weights, [(1, Some(1)), (9, Some(9)), (2, None)]);
    assert!(parts[1].words(outcome.programme.support).ends_with("the mentee weighs it 9"));
    assert_eq!(outcome.totals.full_fit, 12_000);
    assert_eq!(outcome.criteria[1].weight, 5, "the programme's own");
    let other = told(&programme("interests 9; goals 1", "goals 9; interests 1"));
    assert_eq!(pairs(&other), [("Ivo", "Painter"), ("June", "Coach")]);
}

#[test]
fn bigger_numbers_buy_nothing() {
    let small = told(&programme("goals 3; interests 1", "goals 1; interests 3"));
    let great = told(&programme("goals 9; interests 3", "goals 1; interests 3"));
    assert_eq!(
        small.proposals.iter().map(|one| one.fit).collect::<Vec<_>>(),
        great.proposals.iter().map(|one| one.fit).collect::<Vec<_>>()
    );
    // 10 x 3 / 4 and 10 x 1 / 4 are 7 and 2; of two that lost as much, the one left over goes to the first by name.
    let weights: Vec<i64> = proposal(&great, "Ivo").contributions.iter().map(|part| part.weight).collect();
    assert_eq!(weights, [2, 8, 2]);
    assert_eq!(weights.iter().sum::<i64>() * 1000, great.totals.full_fit);
    // Who says nothing of one criterion weighs it as the programme does: 5 and 10 of 15.
    let half = told(&programme("goals 10", ""));
    let weights: Vec<i64> = proposal(&half, "Ivo").contributions.iter().map(|part| part.weight).collect();
    assert_eq!(weights, [3, 7, 2]);
}

#[test]
fn the_programme_sets_the_limits() {
    assert_eq!(raised(&programme("goals 11", "")), [IssueCode::BadNumber]);
    assert_eq!(raised(&programme("goals 0", "")), [IssueCode::BadNumber]);
    assert_eq!(raised(&programme("goals", "")), [IssueCode::BadNumber]);
    assert_eq!(raised(&programme("shared_time 3", "")), [IssueCode::UnknownValue]);
    assert_eq!(raised(&programme("goals 3; goals 4", "")), [IssueCode::DuplicateName]);
    let mut document = programme("", "");
    document["own_weights"] = json!({ "luck": { "max": 3 } });
    assert_eq!(raised(&document), [IssueCode::UnknownValue]);
    document["own_weights"] = json!({ "goals": { "min": 4, "max": 3 } });
    assert_eq!(raised(&document), [IssueCode::BadSetting]);
    let mut document = programme("interests 0", "");
    document["own_weights"] = json!({ "interests": { "max": 3 } });
    assert_eq!(raised(&document), [IssueCode::BadNumber], "nothing would be left");
}

#[test]
fn a_maximum_below_what_a_criterion_weighs_anyway_is_told() {
    let mut document = programme("goals 4", "");
    document["own_weights"]["goals"]["max"] = json!(4);
    assert_eq!(raised(&document), [IssueCode::LowOwnWeight]);
    // It weighs five, and the most that Ivo can say makes it less: nine tenths of what it was.
    let outcome = crate::support::outcome(&document);
    assert!(proposal(&outcome, "Ivo").contributions[1].weight < 5);
    document["own_weights"] = json!({ "goals": { "max": 4 } });
    assert_eq!(raised(&document), [], "of one criterion alone, any number leaves it what it has");
    let mut document = programme("", "");
    document["preset"] = json!("mentoring");
    document["purpose"] = json!("targeted");
    document["sub_goals"] = json!(["education"]);
    assert_eq!(raised(&document), [IssueCode::LowOwnWeight], "ten, where the purpose makes it weigh twenty");
}
