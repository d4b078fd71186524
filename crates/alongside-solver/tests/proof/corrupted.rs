//! The solver's own answers under every aim, spoilt: each is first shown to be wrong by trying everything or by adding
//! up, and then refused; what is still right is accepted.

use super::aims::{aims, between, drawn, key};
use super::compared;
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::TINY;
use crate::oracle::{Pair, brute, dual, potentials, share};
use alongside_solver::aims::{Aim, Kind, Reached, above, solve};
use alongside_solver::{Certificate, Control, Problem, verify};

/// Other edges than those given: one dropped, one replaced by any, any added.
fn spoilt(draw: &mut Draw, edges: &[usize], all: usize) -> Vec<usize> {
    let mut edges = edges.to_vec();
    let at = draw.below(edges.len().max(1));
    match draw.below(3) {
        0 if at < edges.len() => drop(edges.remove(at)),
        1 if at < edges.len() => edges[at] = draw.below(all),
        _ => edges.push(draw.below(all)),
    }
    edges
}

/// Another certificate: one potential changed a little or beyond measure, a level emptied, two levels swapped.
fn bent(draw: &mut Draw, certificate: &Certificate) -> Certificate {
    let mut bent = certificate.clone();
    let (level, other) = (draw.below(bent.levels.len()), draw.below(bent.levels.len()));
    let kind = draw.below(8);
    if kind == 0 {
        bent.levels.swap(level, other);
        return bent;
    }
    let level = &mut bent.levels[level];
    let mut all: Vec<&mut i64> = level.rows.iter_mut().chain(&mut level.columns).chain(&mut level.groups).collect();
    match kind {
        1 => all.into_iter().for_each(|potential| *potential = 0),
        _ if all.is_empty() => {}
        _ => {
            let at = draw.below(all.len());
            *all[at] = match kind {
                2 => draw.pick(&[i64::MIN, i64::MAX]),
                _ => all[at].saturating_add(draw.pick(&[-1000, -2, -1, 1, 2, 1000])),
            };
        }
    }
    bent
}

/// Has the checker look at an answer under an aim that is a list of further levels.
fn accepted(problem: &Problem, aim: &Aim, cuts: &[i64], edges: &[usize], certificate: &Certificate) -> bool {
    let ranks: Vec<u32> = problem.level(0).iter().map(|value| u32::try_from(*value - 1).unwrap()).collect();
    match aim {
        Aim::Profile { ranks: count, kind, .. } => {
            let levels = match kind {
                Kind::Greedy => verify::Profile::greedy(problem, &ranks, *count),
                Kind::Generous => verify::Profile::generous(problem, &ranks, *count),
            };
            verify::objective(problem, &levels.unwrap(), edges, certificate).is_ok()
        }
        _ => {
            let levels = verify::Thresholds::new(problem, 0, cuts).unwrap();
            verify::objective(problem, &levels, edges, certificate).is_ok()
        }
    }
}

#[test]
fn spoilt_answers_of_leximin_and_profiles_are_refused() {
    let (mut wrong_edges, mut wrong_proofs, mut right) = (0, 0, 0);
    for seed in 0..share(30_000, 30) {
        let mut draw = Draw::new(seed ^ 0xbad0_0000);
        let (case, ranks) = drawn(&mut draw, TINY);
        let problem = case.problem();
        let pairs = case.pairs();
        if pairs.is_empty() {
            continue;
        }
        for aim in &aims(ranks)[1..] {
            let aimed = solve(&problem, aim, &Control::default()).unwrap();
            let cuts = if let Reached::Leximin(reached) = &aimed.reached { reached.cuts.clone() } else { Vec::new() };
            let (edges, certificate) = (&aimed.solution.edges, aimed.solution.certificate.as_ref().unwrap());
            let chosen = case.pairs_of(edges);
            let lead = 1 + usize::from(case.use_columns);
            let worth = |pair: Pair| {
                let mut tuple = potentials::worth(&case, pair);
                tuple.splice(lead..lead, between(&case, aim, &cuts, pair));
                tuple
            };
            assert!(accepted(&problem, aim, &cuts, edges, certificate), "seed {seed}");
            assert!(dual::proves(&case, &chosen, certificate, &worth), "seed {seed}");
            let best = brute::best(&case, |chosen| key(&case, aim, chosen));
            for _ in 0..3 {
                let other = spoilt(&mut draw, edges, pairs.len());
                let pairs = case.pairs_of(&other);
                let is_right = case.allows(&pairs) && key(&case, aim, &pairs) == best;
                assert_eq!(accepted(&problem, aim, &cuts, &other, certificate), is_right, "seed {seed}, {aim:?}");
                *(if is_right { &mut right } else { &mut wrong_edges }) += 1;
                let other = bent(&mut draw, certificate);
                let is_right = dual::proves(&case, &chosen, &other, &worth);
                assert_eq!(accepted(&problem, aim, &cuts, edges, &other), is_right, "seed {seed}, {aim:?}");
                *(if is_right { &mut right } else { &mut wrong_proofs }) += 1;
            }
        }
    }
    assert!(wrong_edges > 2000 && wrong_proofs > 2000 && right > 200, "{wrong_edges} {wrong_proofs} {right}");
    compared(wrong_edges, "wrong assignments for leximin and profiles, all refused");
    compared(wrong_proofs, "wrong certificates for leximin and profiles, all refused");
    compared(right, "variants for leximin and profiles that are right, all accepted");
}

/// The case without the pairs worth less, and the certificate's own idea of it.
fn worth_at_least(case: &Case, least: i64) -> Case {
    let mut above = case.clone();
    above.cells.iter_mut().flatten().for_each(|cell| *cell = cell.take().filter(|values| values[0] >= least));
    above
}

/// The case in which only reaching the value counts, after the tiers and the columns used.
fn reaching(case: &Case, value: i64) -> Case {
    let mut reaching = case.clone();
    reaching.levels = 1;
    reaching.cells.iter_mut().flatten().flatten().for_each(|values| *values = vec![i64::from(values[0] >= value)]);
    reaching
}

#[test]
fn spoilt_answers_of_the_bottleneck_are_refused() {
    let (mut wrong_edges, mut wrong_proofs, mut wrong_covers, mut right) = (0, 0, 0, 0);
    for seed in 0..share(60_000, 30) {
        let mut draw = Draw::new(seed ^ 0xbad1_0000);
        let (case, ranks) = drawn(&mut draw, TINY);
        let problem = case.problem();
        let pairs = case.pairs();
        let aim = &aims(ranks)[0];
        let aimed = solve(&problem, aim, &Control::default()).unwrap();
        let (edges, certificate) = (&aimed.solution.edges, aimed.solution.certificate.as_ref().unwrap());
        let Reached::Bottleneck(reached) = &aimed.reached else { panic!("another aim") };
        let (Some(least), Some(cover)) = (reached.least, &reached.cover) else { continue };
        assert_eq!(above(&problem, 0, least).0, worth_at_least(&case, least).problem(), "seed {seed}");
        let accepted = |edges: &[usize], proof: &Certificate, cover_edges: &[usize], cover_proof: &Certificate| {
            let cover = verify::Cover { edges: cover_edges, certificate: cover_proof };
            verify::bottleneck(&problem, 0, edges, proof, Some(cover)).is_ok()
        };
        assert!(accepted(edges, certificate, &cover.edges, &cover.certificate), "seed {seed}");
        let best = brute::best(&case, |chosen| key(&case, aim, chosen));
        for _ in 0..3 {
            let other = spoilt(&mut draw, edges, pairs.len());
            let chosen = case.pairs_of(&other);
            let is_right = case.allows(&chosen) && key(&case, aim, &chosen) == best;
            assert_eq!(accepted(&other, certificate, &cover.edges, &cover.certificate), is_right, "seed {seed}");
            *(if is_right { &mut right } else { &mut wrong_edges }) += 1;

            let other = bent(&mut draw, certificate);
            let case_above = worth_at_least(&case, least);
            let worth = |pair| potentials::worth(&case_above, pair);
            let is_right = dual::proves(&case_above, &case.pairs_of(edges), &other, &worth);
            assert_eq!(accepted(edges, &other, &cover.edges, &cover.certificate), is_right, "seed {seed}");
            *(if is_right { &mut right } else { &mut wrong_proofs }) += 1;

            // A cover is wrong where it is no assignment, or none with the most that reach the value, or is not proven.
            let counted = reaching(&case, cover.value);
            let worth = |pair| potentials::worth(&counted, pair);
            let (other, proof) = if draw.chance(50) {
                (spoilt(&mut draw, &cover.edges, pairs.len()), cover.certificate.clone())
            } else {
                (cover.edges.clone(), bent(&mut draw, &cover.certificate))
            };
            let chosen = case.pairs_of(&other);
            let is_right = case.allows(&chosen) && dual::proves(&counted, &chosen, &proof, &worth);
            assert_eq!(accepted(edges, certificate, &other, &proof), is_right, "seed {seed}");
            *(if is_right { &mut right } else { &mut wrong_covers }) += 1;
        }
    }
    assert!(wrong_edges > 500 && wrong_proofs > 500 && wrong_covers > 500 && right > 50, "{wrong_covers} {right}");
    compared(wrong_edges, "wrong assignments for the bottleneck, all refused");
    compared(wrong_proofs, "wrong certificates for the bottleneck, all refused");
    compared(wrong_covers, "wrong covers for the bottleneck, all refused");
    compared(right, "variants for the bottleneck that are right, all accepted");
}
