//! Every aim against every assignment there is, and against a plain flow where there is too much to try.

use crate::compared;
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, SIXTY, Size, TINY};
use crate::oracle::{Pair, Tuple, brute, flow, share, worth};
use alongside_solver::aims::{Aim, Aimed, Kind, Quantisation, Reached, solve};
use alongside_solver::{Control, Problem, Status, verify};

/// A case whose first level has values that are also ranks: 1 to at most nine, or few of either sign.
pub(crate) fn drawn(draw: &mut Draw, size: Size) -> (Case, u32) {
    let mut case = family::valued(draw, size);
    let most = draw.pick(&[1_i64, 2, 4, 9]);
    for values in case.cells.iter_mut().flatten().flatten() {
        values[0] = draw.within(1, most);
    }
    (case, u32::try_from(most).unwrap())
}

pub(crate) fn aims(ranks: u32) -> [Aim; 4] {
    [
        Aim::Bottleneck { level: 0 },
        Aim::Leximin { level: 0, quantisation: Quantisation::Exact },
        Aim::Profile { level: 0, ranks, kind: Kind::Greedy },
        Aim::Profile { level: 0, ranks, kind: Kind::Generous },
    ]
}

/// What an assignment is worth under an aim.
pub(crate) fn key(case: &Case, aim: &Aim, chosen: &[Pair]) -> Tuple {
    let rank = |pair: Pair| u32::try_from(case.values(pair)[0] - 1).unwrap();
    match aim {
        Aim::Total => worth::objective(case, chosen),
        Aim::Bottleneck { .. } => worth::bottleneck(case, 0, chosen),
        Aim::Leximin { .. } => worth::leximin(case, 0, chosen),
        Aim::Profile { ranks, kind: Kind::Greedy, .. } => worth::greedy_profile(case, rank, *ranks, chosen),
        Aim::Profile { ranks, kind: Kind::Generous, .. } => worth::generous_profile(case, rank, *ranks, chosen),
    }
}

/// The levels that an aim puts before the levels of value, of a pair.
pub(crate) fn between(case: &Case, aim: &Aim, cuts: &[i64], pair: Pair) -> Tuple {
    let value = case.values(pair)[0];
    match aim {
        Aim::Leximin { .. } => cuts.iter().map(|cut| i128::from(value >= *cut)).collect(),
        Aim::Profile { ranks, kind: Kind::Greedy, .. } => {
            (1..=i64::from(*ranks)).map(|rank| i128::from(value == rank)).collect()
        }
        Aim::Profile { ranks, kind: Kind::Generous, .. } => {
            (1..=i64::from(*ranks)).rev().map(|rank| -i128::from(value == rank)).collect()
        }
        Aim::Total | Aim::Bottleneck { .. } => Tuple::new(),
    }
}

/// Has the answer proven by the checker.
fn proven(problem: &Problem, aim: &Aim, aimed: &Aimed) -> Result<(), Vec<verify::Flaw>> {
    let solution = &aimed.solution;
    let (edges, certificate) = (&solution.edges, solution.certificate.as_ref().unwrap());
    let ranks: Vec<u32> = problem.level(0).iter().map(|value| u32::try_from(*value - 1).unwrap()).collect();
    let found = match (&aimed.reached, aim) {
        (Reached::Bottleneck(reached), _) => {
            // The checker takes potentials of all rows and columns, whichever edges were left out.
            let cover = reached.cover.as_ref();
            let cover = cover.map(|cover| verify::Cover { edges: &cover.edges, certificate: &cover.certificate });
            verify::bottleneck(problem, 0, edges, certificate, cover)
        }
        (Reached::Leximin(reached), _) => {
            let levels = verify::Thresholds::new(problem, 0, &reached.cuts).unwrap();
            verify::objective(problem, &levels, edges, certificate)
        }
        (Reached::Profile(_), Aim::Profile { ranks: count, kind, .. }) => {
            let profile = match kind {
                Kind::Greedy => verify::Profile::greedy(problem, &ranks, *count),
                Kind::Generous => verify::Profile::generous(problem, &ranks, *count),
            };
            verify::objective(problem, &profile.unwrap(), edges, certificate)
        }
        _ => verify::verify(problem, edges, certificate),
    };
    found.map(|_| ())
}

#[test]
fn every_aim_reaches_the_best_of_all() {
    let declared = share(100_000, 20);
    for seed in 0..declared {
        let mut draw = Draw::new(seed);
        let (case, ranks) = drawn(&mut draw, TINY);
        let problem = case.problem();
        for aim in &aims(ranks) {
            let aimed = solve(&problem, aim, &Control::default()).unwrap();
            let chosen = case.pairs_of(&aimed.solution.edges);
            assert!(case.allows(&chosen), "seed {seed}, {aim:?}");
            let best = brute::best(&case, |chosen| key(&case, aim, chosen));
            assert_eq!(key(&case, aim, &chosen), best, "seed {seed}, {aim:?}");
            assert_eq!(aimed.solution.status, Status::Optimal, "seed {seed}, {aim:?}");
            let proven = proven(&problem, aim, &aimed);
            assert!(proven.is_ok(), "seed {seed}, {aim:?}: {proven:?}");
        }
    }
    compared(4 * declared, "tiny problems under one of four aims, with every assignment");
}

/// An assignment best under an aim, by a plain flow over tuples.
fn by_flow(case: &Case, aim: &Aim) -> Vec<Pair> {
    let value = |pair: Pair| case.values(pair)[0];
    let best = |between: &dyn Fn(Pair) -> Tuple| flow::with_gains(case, between, |gains| flow::best_for(case, gains));
    let most = case.pairs().into_iter().map(value).max().unwrap_or(1);
    match aim {
        Aim::Total => flow::best(case),
        Aim::Leximin { .. } => best(&|pair| (2..=most).map(|cut| i128::from(value(pair) >= cut)).collect()),
        Aim::Profile { kind: Kind::Greedy, .. } => {
            best(&|pair| (1..=most).map(|rank| i128::from(value(pair) == rank)).collect())
        }
        Aim::Profile { kind: Kind::Generous, .. } => {
            best(&|pair| (1..=most).rev().map(|rank| -i128::from(value(pair) == rank)).collect())
        }
        Aim::Bottleneck { .. } => {
            // From the greatest value down, until nobody need be below it.
            let plain = flow::best(case);
            let full = |chosen: &[Pair]| worth::served(case, chosen) == worth::served(case, &plain);
            for least in (1..=most).rev() {
                let mut above = case.clone();
                for cell in above.cells.iter_mut().flatten() {
                    *cell = cell.take().filter(|values| values[0] >= least);
                }
                let chosen = flow::best(&above);
                if full(&chosen) {
                    return chosen;
                }
            }
            plain
        }
    }
}

#[test]
fn every_aim_is_as_good_as_a_plain_flow() {
    let declared = share(5_000, 50);
    for seed in 0..declared {
        let mut draw = Draw::new(seed);
        let (case, ranks) = drawn(&mut draw, SIXTY);
        let problem = case.problem();
        for aim in &aims(ranks) {
            let aimed = solve(&problem, aim, &Control::default()).unwrap();
            let chosen = case.pairs_of(&aimed.solution.edges);
            assert!(case.allows(&chosen), "seed {seed}, {aim:?}");
            assert_eq!(key(&case, aim, &chosen), key(&case, aim, &by_flow(&case, aim)), "seed {seed}, {aim:?}");
            let proven = proven(&problem, aim, &aimed);
            assert!(proven.is_ok(), "seed {seed}, {aim:?}: {proven:?}");
        }
    }
    compared(4 * declared, "problems of up to 60 under one of four aims, with a plain flow");
}
