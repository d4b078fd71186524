//! Who would rather have each other is told of every outcome, as the definition has it.

use crate::oracle::{candidates, settled};
use crate::support::{blueprints, outcome, programme, sample, unsupervised};
use alongside::blocking::{BlockingPairs, Standing};
use alongside::domain::{Matching, PersonId};
use alongside::{Engine, Error, Outcome, Programme};
use serde_json::json;

fn told(programme: &Programme, outcome: &Outcome) -> BlockingPairs {
    Engine::new().blocking_pairs(programme, outcome).unwrap()
}

/// What a mentor is worth to a mentee: a choice more than any fit, an earlier one more than a later one.
fn worth(matching: &Matching, mentee: usize, mentor: &PersonId, fit: i64) -> (bool, i64) {
    let rank = matching.mentees[mentee].choices.iter().position(|chosen| chosen == mentor);
    rank.map_or((false, fit), |rank| (true, -(rank as i64)))
}

#[test]
fn pairs_are_those_of_the_definition_with_what_both_gain() {
    let (mut all, mut free_places, mut nobody, mut none) = (0, 0, 0, 0);
    for blueprint in sample(400, 51, &blueprints(8)) {
        let document = unsupervised(blueprint.document());
        let (programme, outcome) = (programme(&document), outcome(&document));
        let matching = programme.matching();
        let (candidates, free) = (candidates(matching), settled(matching).free);
        let fit = |mentee: usize, mentor: usize| {
            let worth = candidates[mentee][mentor].as_ref()?;
            Some(worth[worth.len() - 2])
        };
        let at = |id: &PersonId| matching.mentors.iter().position(|one| one.person.id == *id).unwrap();
        let now: Vec<Option<usize>> = matching
            .mentees
            .iter()
            .map(|one| outcome.proposals.iter().find(|of| of.mentee == one.person.id).map(|of| at(&of.mentor)))
            .collect();
        let standing = |person: &PersonId, fit, choice| Standing { person: person.clone(), fit, choice };
        let mut expected = Vec::new();
        for (mentee, one) in matching.mentees.iter().enumerate() {
            for (mentor, other) in matching.mentors.iter().enumerate() {
                let Some(own) = fit(mentee, mentor).filter(|_| now[mentee] != Some(mentor)) else { continue };
                let id = |mentor: usize| &matching.mentors[mentor].person.id;
                let wants = now[mentee].is_none_or(|has| {
                    worth(matching, mentee, id(mentor), own)
                        > worth(matching, mentee, id(has), fit(mentee, has).unwrap())
                });
                let held: Vec<usize> = (0..now.len()).filter(|other| now[*other] == Some(mentor)).collect();
                let room = held.len() < free[mentor] as usize;
                let least = held.iter().copied().min_by_key(|other| fit(*other, mentor));
                let gains = least.is_some_and(|least| own > fit(least, mentor).unwrap());
                if wants && (room || gains) {
                    let choice = |mentor: &PersonId| {
                        one.choices.iter().position(|chosen| chosen == mentor).map(|at| at as u32 + 1)
                    };
                    let has = now[mentee].map(|has| standing(id(has), fit(mentee, has).unwrap(), choice(id(has))));
                    let gives_up = least.filter(|_| !room).map(|least| fit(least, mentor).unwrap());
                    expected.push((
                        one.person.id.clone(),
                        other.person.id.clone(),
                        own,
                        choice(id(mentor)),
                        has,
                        gives_up,
                    ));
                }
            }
        }
        let found = told(&programme, &outcome);
        let said: Vec<_> = found
            .pairs
            .iter()
            .map(|pair| {
                let gives_up = pair.in_place_of.as_ref().map(|least| least.fit);
                (pair.mentee.clone(), pair.mentor.clone(), pair.fit, pair.choice, pair.instead_of.clone(), gives_up)
            })
            .collect();
        assert_eq!(said, expected, "{document:#}");
        assert_eq!(found.candidates, outcome.totals.candidates);
        all += said.len();
        free_places += found.pairs.iter().filter(|pair| pair.in_place_of.is_none()).count();
        nobody += found.pairs.iter().filter(|pair| pair.instead_of.is_none()).count();
        none += usize::from(said.is_empty());
    }
    assert!(all > 150 && free_places > 20 && nobody > 20 && none > 50, "{all} {free_places} {nobody} {none}");
}

#[test]
fn an_outcome_of_another_programme_is_refused() {
    let document = |never: &str| {
        json!({
            "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
            "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
            "mentors": [{ "id": "m1" }], "mentees": [{ "id": "e1", "exclusions": never }],
        })
    };
    let (open, closed) = (programme(&document("")), programme(&document("m1")));
    let outcome = Engine::new().run(&open).unwrap();
    assert!(told(&open, &outcome).pairs.is_empty());
    let refused = |outcome: &Outcome, of: &Programme| Engine::new().blocking_pairs(of, outcome);
    assert_eq!(refused(&outcome, &closed), Err(Error::AnotherProgramme));
    let mut twice = outcome.clone();
    twice.proposals.extend_from_within(..);
    assert_eq!(refused(&twice, &open), Err(Error::AnotherProgramme));
    let mut other = outcome;
    other.proposals[0].mentor = PersonId::new("m9").unwrap();
    assert_eq!(refused(&other, &open), Err(Error::AnotherProgramme));
}
