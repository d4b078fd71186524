//! Beyond a declared limit the outcome says so, and serves as many people all the same.

use crate::support::{blueprints, outcome, programme, sample};
use alongside::audit::audit;
use alongside::outcome::{LevelName, Status};
use alongside::{Engine, Outcome, QUESTIONS_TRIED};

const fn serves(level: &LevelName) -> bool {
    matches!(level, LevelName::TierServed(_) | LevelName::PeopleServed)
}

fn served(outcome: &Outcome) -> Vec<i64> {
    outcome.levels.iter().filter(|one| serves(&one.level)).map(|one| one.value).collect()
}

#[test]
fn the_best_found_serves_as_many_and_lies_within_its_bounds() {
    let stop = || true;
    let (mut short, mut equal) = (0, 0);
    for blueprint in sample(250, 6, &blueprints(12)) {
        let document = blueprint.document();
        let (programme, best) = (programme(&document), outcome(&document));
        for engine in [Engine::new().max_cells(0), Engine::new().max_cells(6), Engine::new().stop_when(&stop)] {
            let found = engine.run(&programme).unwrap();
            assert_eq!(served(&found), served(&best));
            let values = |outcome: &Outcome| outcome.levels.iter().map(|one| one.value).collect::<Vec<_>>();
            assert!(values(&found) <= values(&best));
            if found.status == Status::Optimal {
                equal += 1;
                assert_eq!(found.proposals, best.proposals);
                continue;
            }
            short += 1;
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
fn nothing_is_said_of_answers_where_nothing_is_proved() {
    let stop = || true;
    let mut untried = 0;
    for blueprint in sample(120, 7, &blueprints(8)) {
        let found = Engine::new().stop_when(&stop).run(&programme(&blueprint.document())).unwrap();
        let proved = found.status == Status::Optimal;
        for question in &found.questions {
            assert_eq!((question.best_changes.is_some(), question.worst_changes.is_some()), (proved, proved));
            untried += usize::from(!proved);
        }
    }
    assert!(untried > 20, "{untried}");
}

#[test]
fn questions_beyond_the_first_two_hundred_are_listed_untried() {
    let mentees: Vec<_> = (0..QUESTIONS_TRIED + 5).map(|at| serde_json::json!({ "id": format!("e{at:03}") })).collect();
    let document = serde_json::json!({
        "name": "Blank Cards", "support": "mentoring", "as_of": "2026-11-02", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "a made-up programme" },
        "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "weight": 1, "why": "talk", "unknown": "ask" }],
        "mentors": [{ "id": "m1", "interests": "kites", "capacity": 2 }],
        "mentees": mentees,
    });
    let programme = programme(&document);
    let outcome = Engine::new().run(&programme).unwrap();
    assert_eq!(outcome.questions.len(), QUESTIONS_TRIED + 5);
    for (at, question) in outcome.questions.iter().enumerate() {
        assert_eq!(question.best_changes.is_some(), at < QUESTIONS_TRIED);
        assert_eq!(question.worst_changes.is_some(), at < QUESTIONS_TRIED);
    }
    assert!(audit(&programme, &outcome).is_clean());
}
