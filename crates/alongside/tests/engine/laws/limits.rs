//! Beyond a declared limit the outcome says so, and serves as many people all the same.

use crate::support::{blueprints, outcome, programme, sample};
use alongside::audit::{FindingCode, audit};
use alongside::outcome::{LevelName, Status};
use alongside::{Engine, Outcome};

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
            // Answers to questions turn on the proposal, which another way of solving need not repeat.
            let found = audit(&programme, &found).findings;
            let others: Vec<_> = found.iter().filter(|one| one.code != FindingCode::QuestionAnswer).collect();
            assert!(others.is_empty(), "{others:#?}\n{document:#}");
        }
    }
    assert!(short > 50 && equal > 50, "{short} {equal}");
}

#[test]
fn questions_beyond_the_limit_are_listed_untried() {
    let mut untried = 0;
    for blueprint in sample(60, 7, &blueprints(8)) {
        let programme = programme(&blueprint.document());
        let all = Engine::new().run(&programme).unwrap();
        let some = Engine::new().questions_tried(1).run(&programme).unwrap();
        assert_eq!(all.proposals, some.proposals);
        assert_eq!(all.questions.len(), some.questions.len());
        for (at, (one, other)) in all.questions.iter().zip(&some.questions).enumerate() {
            let tried = at < 1;
            assert_eq!(other.best_changes, one.best_changes.filter(|_| tried));
            assert_eq!(other.worst_changes, one.worst_changes.filter(|_| tried));
            assert_eq!((&one.person, &one.field, one.pairs), (&other.person, &other.field, other.pairs));
            untried += usize::from(!tried);
        }
    }
    assert!(untried > 20, "{untried}");
}
