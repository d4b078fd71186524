//! The engine's answer is the best of all.

use super::questions::questions;
use super::{best, best_with, candidates, limited, settled};
use crate::support::{blueprints, outcome, programme, sample};
use alongside::Engine;
use alongside::outcome::{Level, Status, Within};
use std::collections::BTreeMap;

/// Programmes tried.
const PROGRAMMES: usize = 2800;

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
    assert!(tried >= 2000 && served > 2500, "{tried} {served}");
    assert!(asked > 1000 && changing > 100, "{asked} {changing}");
}

/// Where a search under limits on the mentees of one mentor was needed, the seed decides nothing for certain.
#[test]
fn the_proposal_is_the_best_of_all_that_keep_the_limits() {
    let (mut searches, mut limits) = (0, 0);
    for blueprint in sample(1800, 31, &blueprints(6)) {
        let document = blueprint.limited();
        let (programme, outcome) = (programme(&document), outcome(&document));
        let matching = programme.matching();
        let candidates = candidates(matching);
        let best = best(matching, &candidates);
        let proposed: Vec<_> = outcome.proposals.iter().map(|one| (one.mentee.clone(), one.mentor.clone())).collect();
        let limited = limited(matching, &settled(matching));
        let searched = outcome.certificate.is_none();
        assert!(limited || !searched);
        let compared = best.levels.len() - usize::from(searched);
        assert!(searched || proposed == best.pairs, "{document:#}");
        let levels: Vec<i64> = outcome.levels.iter().map(|level| level.value).collect();
        assert_eq!(levels[..compared], best.levels[..compared], "{document:#}");
        assert!(outcome.levels[..compared].iter().all(|level| level.bound == level.value));
        assert!(outcome.levels.iter().zip(&best.levels).all(|(level, best)| level.bound >= *best));
        assert_eq!(outcome.status, Status::Optimal);
        assert_eq!(outcome.totals.candidates, candidates.iter().flatten().flatten().count());
        let untried = outcome.questions.iter().all(|one| one.best_changes.is_none() && one.worst_changes.is_none());
        assert!(!limited || untried);
        searches += usize::from(searched);
        limits += usize::from(limited);
    }
    assert!(searches > 40 && limits > 1200, "{searches} {limits}");
}

#[test]
fn what_a_pair_would_cost_is_what_all_matchings_say() {
    let mut seen = BTreeMap::new();
    for (number, blueprint) in sample(600, 8, &blueprints(5)).into_iter().enumerate() {
        let document = if number % 3 == 0 { blueprint.limited() } else { blueprint.document() };
        let programme = programme(&document);
        let matching = programme.matching();
        let candidates = candidates(matching);
        let proposed = best(matching, &candidates);
        let without_seed = |levels: &[i64]| levels[..levels.len() - 1].to_vec();
        for (mentee, row) in candidates.iter().enumerate() {
            // One pair of each mentee, another one in every programme.
            let Some(mentor) = (0..row.len()).cycle().skip(number).take(row.len()).find(|at| row[*at].is_some()) else {
                continue;
            };
            let (one, other) = (&matching.mentees[mentee].person.id, &matching.mentors[mentor].person.id);
            let said = Engine::new().explain(&programme, one, Some(other)).unwrap().pair.unwrap();
            let standing = settled(matching);
            let limited = limited(matching, &standing);
            let seen_levels = |levels: Vec<i64>| if limited { without_seed(&levels) } else { levels };
            let values = |levels: Option<Vec<Level>>| {
                seen_levels(levels.unwrap().iter().map(|one| one.value).collect::<Vec<_>>())
            };
            if standing.supervisor[mentor].is_some_and(|at| standing.room[at] < standing.weight[mentor]) {
                assert_eq!((said.if_made, said.within), (None, None), "{document:#}");
                continue;
            }
            let made = best_with(matching, &candidates, Some((mentee, mentor))).levels;
            assert_eq!(values(said.if_made), seen_levels(made.clone()), "{document:#}");
            let mut barred = candidates.clone();
            barred[mentee][mentor] = None;
            let barred = best(matching, &barred).levels;
            assert_eq!(values(said.if_barred), seen_levels(barred.clone()), "{document:#}");
            let best = without_seed(&proposed.levels);
            let within = match (without_seed(&made) == best, without_seed(&barred) == best) {
                (true, true) => Within::Some,
                (true, false) => Within::All,
                (false, _) => Within::None,
            };
            assert_eq!(said.within, Some(within), "{document:#}");
            *seen.entry(format!("{within:?}")).or_insert(0) += 1;
        }
    }
    assert!(seen.len() == 3 && seen.values().all(|many| *many > 20), "{seen:?}");
}
