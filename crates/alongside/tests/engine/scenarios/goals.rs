//! A young person's goals, what mentors can help with, and what nobody wants to do.

use super::{pairs, points, proposal, story, told};
use alongside::outcome::Because;
use serde_json::json;

#[test]
fn the_mentor_who_covers_most_of_the_goals_comes_first() {
    let document = story(
        &json!({ "criteria": [{ "criterion": "coverage", "weight": 2, "why": "What they want to work on." }] }),
        json!([
            { "id": "knows everything else", "skills": "juggling; knitting; sailing; chess; choir" },
            { "id": "cooks and drives", "skills": ["DRIVING", "cooking"] },
            { "id": "cooks", "skills": "cooking" },
        ]),
        json!([{ "id": "Zeb", "goals": ["Finding work", "Cooking", "Driving"] }]),
    );
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Zeb", "cooks and drives")]);
    let covered = Because::Covered { stated: 3, terms: vec!["Cooking".into(), "Driving".into()] };
    assert_eq!(points(proposal(&outcome, "Zeb"), "coverage"), (666, &covered));
    let others = &proposal(&outcome, "Zeb").alternatives;
    let fits: Vec<_> = others.iter().map(|other| (other.mentor.as_str(), other.fit)).collect();
    assert_eq!(fits, [("cooks", 666), ("knows everything else", 0)]);
}

#[test]
fn other_attributes_can_be_held_against_each_other() {
    let document = story(
        &json!({
            "attributes": { "tries": { "kind": "tags", "sensitivity": "ordinary" } },
            "criteria": [{ "criterion": "coverage", "mentee_attribute": "tries", "mentor_attribute": "interests",
                "weight": 1, "why": "What one would like to try and the other does." }],
        }),
        json!([{ "id": "sails", "interests": "Sailing; chess" }, { "id": "sings", "interests": "choir" }]),
        json!([{ "id": "Idris", "tries": "sailing", "interests": "choir" }]),
    );
    assert_eq!(pairs(&told(&document)), [("Idris", "sails")]);
}

#[test]
fn whoever_wants_to_try_something_meets_somebody_who_does_it() {
    let document = story(
        &json!({
            "purpose": "opportunities",
            "criteria": [
                { "criterion": "shared_tags", "id": "in_common", "attribute": "interests", "full_at": 1, "weight": 2,
                    "why": "Something to talk about." },
                { "criterion": "coverage", "id": "something_new", "mentee_attribute": "wants_to_try",
                    "mentor_attribute": "interests", "weight": 1, "why": "A door that somebody can open." },
            ],
        }),
        json!([{ "id": "sails", "interests": "Sailing; chess" }, { "id": "sings", "interests": "choir" }]),
        json!([{ "id": "Idris", "wants_to_try": "sailing", "interests": "choir" }]),
    );
    // The purpose lets what is new count five times, so it comes before what both like.
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Idris", "sails")]);
    let mut supportive = document;
    supportive["purpose"] = "supportive".into();
    assert_eq!(pairs(&told(&supportive)), [("Idris", "sings")]);
}

#[test]
fn two_who_dread_bingo_have_something_to_laugh_about() {
    let document = story(
        &json!({ "criteria": [{ "criterion": "shared_dislikes", "full_at": 1, "unknown": "lowest", "weight": 1,
            "why": "So." }] }),
        json!([
            { "id": "said nothing" },
            { "id": "dreads bingo", "dislikes": "Bingo; crowds" },
            { "id": "likes bingo", "interests": "bingo", "dislikes": "karaoke" },
        ]),
        json!([{ "id": "Winnie", "dislikes": "bingo" }]),
    );
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Winnie", "dreads bingo")]);
    let shared = Because::Shared(vec!["Bingo".into()]);
    assert_eq!(points(proposal(&outcome, "Winnie"), "shared_dislikes"), (1000, &shared));
    assert!(proposal(&outcome, "Winnie").alternatives.iter().all(|other| other.fit == 0));
}
