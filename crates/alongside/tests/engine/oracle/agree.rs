//! The engine's answer is the best of all.

use super::questions::questions;
use super::{best, candidates};
use crate::support::{blueprints, outcome, programme, sample};
use alongside::outcome::Status;
use std::collections::BTreeMap;

/// Programmes tried.
const PROGRAMMES: usize = 2700;

#[test]
fn the_proposal_is_the_best_of_all_matchings() {
    let (mut tried, mut served, mut asked, mut changing) = (0, 0, 0, 0);
    for blueprint in sample(PROGRAMMES, 3, &blueprints(6)) {
        let document = blueprint.document();
        let (programme, outcome) = (programme(&document), outcome(&document));
        let matching = programme.matching();
        let candidates = candidates(matching);
        let best = best(matching, &candidates);
        let proposed: Vec<_> = outcome.proposals.iter().map(|one| (one.mentee.clone(), one.mentor.clone())).collect();
        assert_eq!(proposed, best.pairs, "{document:#}");
        let levels: Vec<i64> = outcome.levels.iter().map(|level| level.value).collect();
        assert_eq!(levels, best.levels, "{document:#}");
        assert!(outcome.levels.iter().all(|level| level.bound == level.value));
        assert_eq!(outcome.status, Status::Optimal);
        assert_eq!(outcome.totals.candidates, candidates.iter().flatten().flatten().count());

        let derived = questions(matching, &candidates, &best);
        let stated: BTreeMap<_, _> = outcome
            .questions
            .iter()
            .map(|one| {
                let key = (one.criterion.to_string(), one.side, one.person.clone(), one.field.clone());
                (key, (one.pairs, one.best_changes.unwrap(), one.worst_changes.unwrap()))
            })
            .collect();
        assert_eq!(stated.len(), outcome.questions.len(), "a question stands twice");
        assert_eq!(stated, derived, "{document:#}");
        tried += 1;
        served += best.pairs.len();
        asked += derived.len();
        changing += derived.values().filter(|(_, best, worst)| *best || *worst).count();
    }
    assert!(tried >= 2000 && served > 3000, "{tried} {served}");
    assert!(asked > 1000 && changing > 100, "{asked} {changing}");
}
