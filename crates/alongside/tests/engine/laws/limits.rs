//! Beyond a declared limit the outcome says so, and serves as many people all the same.

use crate::support::{blueprints, outcome, programme, sample};
use alongside::audit::audit;
use alongside::outcome::{LevelName, Status};
use alongside::{Engine, Outcome, QUESTIONS_TRIED};
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};

const fn serves(level: &LevelName) -> bool {
    matches!(level, LevelName::TierServed(_) | LevelName::PeopleServed)
}

fn served(outcome: &Outcome) -> Vec<i64> {
    outcome.levels.iter().filter(|one| serves(&one.level)).map(|one| one.value).collect()
}

#[test]
fn the_best_found_serves_as_many_and_lies_within_its_bounds() {
    let (mut short, mut equal) = (0, 0);
    for blueprint in sample(250, 6, &blueprints(12)) {
        let document = blueprint.document();
        let (programme, best) = (programme(&document), outcome(&document));
        for after in [0, 1, 3] {
            let asked = AtomicUsize::new(0);
            let stop = || asked.fetch_add(1, Ordering::Relaxed) >= after;
            let found = Engine::new().stop_when(&stop).run(&programme).unwrap();
            assert_eq!(served(&found), served(&best));
            let values = |outcome: &Outcome| outcome.levels.iter().map(|one| one.value).collect::<Vec<_>>();
            assert!(values(&found) <= values(&best));
            if found.status == Status::Optimal {
                equal += 1;
                assert_eq!(found.proposals, best.proposals);
                continue;
            }
            short += 1;
            // What could not be proved the best is no ground to judge an answer by.
            assert!(found.questions.iter().all(|one| one.best_changes.is_none() && one.worst_changes.is_none()));
            for level in &found.levels {
                assert!(level.value <= level.bound && (!serves(&level.level) || level.value == level.bound));
            }
            // The first level of quality compares matchings that keep all the levels before it.
            let first = found.levels.iter().position(|one| !serves(&one.level)).unwrap();
            assert!(best.levels[first].value <= found.levels[first].bound);
            let found = audit(&programme, &found).findings;
            assert!(found.is_empty(), "{found:#?}\n{document:#}");
        }
    }
    assert!(short > 50 && equal > 50, "{short} {equal}");
}

#[test]
fn questions_beyond_the_limit_are_listed_untried() {
    // Nothing is known of the interests of any of these mentors: a question to each.
    let mentors: Vec<_> = (0..QUESTIONS_TRIED + 5).map(|at| json!({ "id": format!("m{at:03}") })).collect();
    let document = json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "weight": 1, "unknown": "ask",
            "why": "Something to talk about." }],
        "mentors": mentors,
        "mentees": [{ "id": "e", "interests": "chess" }],
    });
    let (programme, outcome) = (programme(&document), outcome(&document));
    assert_eq!(outcome.questions.len(), QUESTIONS_TRIED + 5);
    for (at, question) in outcome.questions.iter().enumerate() {
        assert_eq!(question.person.as_str(), format!("m{at:03}"));
        let tried = at < QUESTIONS_TRIED;
        assert_eq!((question.best_changes.is_some(), question.worst_changes.is_some()), (tried, tried));
    }
    assert!(audit(&programme, &outcome).is_clean());
}
