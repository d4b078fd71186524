//! Why this pair, why not that one, why nobody.

use super::{id, pairs, story, told};
use crate::support;
use alongside::domain::Side;
use alongside::outcome::{Answered, Level, LevelName, Obstacle, PairExplanation};
use alongside::{Engine, Error, Programme};
use serde_json::{Value, json};

/// Nia likes Hortensia best; Oda can only talk with Hortensia; Pip with nobody.
fn document() -> Value {
    story(
        &json!({
            "rules": [{ "rule": "shared_language", "why": "We have no interpreters." }],
            "criteria": [{ "criterion": "ranked_choices", "ranks": 2, "weight": 1, "why": "They have met." }],
        }),
        json!([
            { "id": "Hortensia", "languages": "English; Polish" },
            { "id": "Osbert", "languages": "English" },
            { "id": "Thaddeus", "capacity": 0, "languages": "English" },
        ]),
        json!([
            { "id": "Nia", "languages": "English", "choices": "Hortensia; Osbert" },
            { "id": "Oda", "languages": "Polish" },
            { "id": "Pip", "languages": "Welsh" },
        ]),
    )
}

fn programme() -> Programme {
    support::programme(&document())
}

fn value(levels: &[Level], wanted: &LevelName) -> i64 {
    levels.iter().find(|level| level.level == *wanted).unwrap().value
}

fn ask(mentee: &str, mentor: &str) -> PairExplanation {
    Engine::new().explain(&programme(), &id(mentee), Some(&id(mentor))).unwrap().pair.unwrap()
}

#[test]
fn why_not_that_one_because_somebody_else_would_wait() {
    assert_eq!(pairs(&told(&document())), [("Nia", "Osbert"), ("Oda", "Hortensia")]);
    let said = ask("Nia", "Hortensia");
    assert!(!said.proposed && !said.below_floor);
    assert!(said.verdicts.iter().all(|verdict| verdict.answer == Answered::Eligible));
    assert_eq!(said.holders, [id("Oda")]);
    // Her own fit would be better and one person fewer would be served.
    assert_eq!(said.fit, 1000);
    let made = said.if_made.unwrap();
    assert_eq!(value(&said.as_proposed, &LevelName::PeopleServed), 2);
    assert_eq!(value(&made, &LevelName::PeopleServed), 1);
    assert_eq!(value(&made, &LevelName::TotalFit), 1000);
}

#[test]
fn why_this_pair() {
    let said = ask("Nia", "Osbert");
    assert!(said.proposed);
    assert_eq!(said.fit, 500);
    assert_eq!(said.if_made.as_ref(), Some(&said.as_proposed));
    let explained = Engine::new().explain(&programme(), &id("Nia"), None).unwrap();
    assert_eq!(explained.pair, None);
    let candidates: Vec<_> = explained.candidates.iter().map(|one| (one.mentor.as_str(), one.fit)).collect();
    assert_eq!(candidates, [("Hortensia", 1000), ("Osbert", 500)]);
    assert_eq!(explained.proposal.unwrap().mentor, id("Osbert"));
    assert_eq!(explained.unmatched, None);
}

#[test]
fn why_nobody() {
    let explained = Engine::new().explain(&programme(), &id("Pip"), None).unwrap();
    assert!(explained.proposal.is_none() && explained.candidates.is_empty());
    let waits = explained.unmatched.unwrap();
    assert_eq!((waits.asked.all, waits.asked.refused, waits.servable), (3, 3, false));
    assert_eq!((&*waits.reasons[0].rule, waits.reasons[0].alone), ("shared_language", 3));
}

#[test]
fn why_a_rule_refuses_and_that_no_place_is_there_to_give() {
    let said = ask("Pip", "Osbert");
    let refused: Vec<_> = said.verdicts.iter().filter(|one| one.answer == Answered::Refused).collect();
    assert_eq!(refused.len(), 1);
    assert_eq!((&*refused[0].rule, refused[0].obstacle), ("shared_language", Some(Obstacle::NoneShared)));
    assert_eq!(said.if_made, None);
    // The rules always in force are asked too, in order.
    let kinds: Vec<&str> = said.verdicts.iter().map(|one| one.kind.as_str()).collect();
    assert_eq!(
        kinds,
        ["self", "exclusions", "known_to", "role", "checks", "training", "preferences", "shared_language"]
    );
    let full = ask("Nia", "Thaddeus");
    assert_eq!((full.capacity, full.if_made), (0, None));
}

#[test]
fn nobody_of_that_name() {
    let programme = programme();
    let unknown = Engine::new().explain(&programme, &id("Hortensia"), None);
    assert_eq!(unknown, Err(Error::UnknownPerson { side: Side::Mentee, id: id("Hortensia") }));
    let unknown = Engine::new().explain(&programme, &id("Nia"), Some(&id("Oda")));
    assert_eq!(unknown, Err(Error::UnknownPerson { side: Side::Mentor, id: id("Oda") }));
}
