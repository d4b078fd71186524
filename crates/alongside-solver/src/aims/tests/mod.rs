//! Small problems with everything on, all their assignments, and what each aim says of them.

#![allow(clippy::cast_possible_wrap, clippy::cast_sign_loss, clippy::range_plus_one, reason = "the numbers are small")]

mod large;
mod small;

use crate::problem::{Ceilings, Problem, ProblemParts};
use crate::verify;
use std::cmp::Reverse;

use super::{Aim, Aimed, Bottleneck, Kind, Reached, above, solve, solve_after};
use crate::{Solution, Status};

/// Numbers that only look random.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let word = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (word ^ (word >> 31)) % end
    }

    fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.below((most - least + 1) as u64) as i64
    }
}

/// What a random problem may have.
#[derive(Clone, Copy)]
struct Shape {
    rows: u64,
    columns: u64,
    /// Of ten pairs, how many are edges.
    density: u64,
    least: i64,
    most: i64,
    /// Whether rows want one column each and nothing but capacities binds.
    plain: bool,
}

fn random(dice: &mut Dice, shape: Shape) -> Problem {
    let (rows, columns) = (1 + dice.below(shape.rows), 1 + dice.below(shape.columns));
    let tier_count = 1 + dice.below(3) as u8;
    let mut parts = ProblemParts {
        tier_count,
        tiers: (0..rows).map(|_| dice.below(u64::from(tier_count)) as u8).collect(),
        capacities: (0..columns).map(|_| dice.below(4) as u32).collect(),
        row_starts: vec![0],
        ..ProblemParts::default()
    };
    if !shape.plain {
        parts.demands = (0..rows).map(|_| [1, 1, 1, 0, 2, 3][dice.below(6) as usize]).collect();
        parts.use_columns = dice.below(2) == 0;
        if dice.below(2) == 0 {
            let group_of = (0..columns).map(|_| Some(dice.below(3) as u32).filter(|group| *group < 2)).collect();
            parts.ceilings = Ceilings { group_of, limits: vec![dice.below(4) as u32, dice.below(4) as u32] };
        }
    }
    for _ in 0..rows {
        parts.columns.extend((0..columns as u32).filter(|_| dice.below(10) < shape.density));
        parts.row_starts.push(parts.columns.len());
    }
    let edges = parts.columns.len();
    for _ in 0..1 + dice.below(2) {
        parts.levels.push((0..edges).map(|_| dice.between(shape.least, shape.most)).collect());
    }
    Problem::new(parts).unwrap()
}

/// What every certificate of an aim must prove, by code that shares nothing with the solvers.
fn check(problem: &Problem, ahead: usize, aim: &Aim, aimed: &Aimed) {
    let solution = &aimed.solution;
    assert_eq!(solution.status, Status::Optimal);
    assert_eq!(solution.bounds, solution.totals);
    let certificate = solution.certificate.as_ref().unwrap();
    match (aim, &aimed.reached) {
        (Aim::Total, Reached::Total) => {
            verify::verify(problem, &solution.edges, certificate).unwrap();
        }
        (Aim::Bottleneck { level }, Reached::Bottleneck(reached)) => {
            check_bottleneck(problem, (ahead, *level), solution, reached);
        }
        (Aim::Leximin { level, .. }, Reached::Leximin(reached)) => {
            let levels = verify::Thresholds::new(problem, *level, &reached.cuts).unwrap().after(ahead);
            verify::objective(problem, &levels, &solution.edges, certificate).unwrap();
            assert_eq!(reached.proven, reached.cuts.len());
        }
        (Aim::Profile { level, ranks, .. }, Reached::Profile(reached)) => {
            let of_edges: Vec<u32> = problem.level(*level).iter().map(|rank| (*rank - 1) as u32).collect();
            let levels = match reached.kind {
                Kind::Greedy => verify::Profile::greedy(problem, &of_edges, *ranks).unwrap(),
                Kind::Generous => verify::Profile::generous(problem, &of_edges, *ranks).unwrap(),
            };
            verify::objective(problem, &levels.after(ahead), &solution.edges, certificate).unwrap();
            assert_eq!(reached.proven, *ranks as usize);
        }
        _ => panic!("another aim was reached"),
    }
}

fn check_bottleneck(problem: &Problem, (ahead, level): (usize, usize), solution: &Solution, reached: &Bottleneck) {
    let values = problem.level(level);
    let least = solution.edges.iter().map(|edge| values[*edge]).min();
    assert_eq!(reached.least, least);
    let (filtered, own) = above(problem, level, least.unwrap_or(i64::MIN));
    let edges: Vec<usize> = solution.edges.iter().map(|edge| own.binary_search(edge).unwrap()).collect();
    verify::verify(&filtered, &edges, solution.certificate.as_ref().unwrap()).unwrap();

    let next = least.and_then(|least| {
        let greater = values.iter().copied().filter(|value| *value > least).min();
        greater.or_else(|| values.iter().any(|value| *value < least).then_some(least + 1))
    });
    assert_eq!(reached.cover.as_ref().map(|cover| cover.value), next);
    if let Some(cover) = &reached.cover {
        let mut reaches = problem.clone();
        reaches.levels.truncate(ahead);
        reaches.levels.push(values.iter().map(|value| i64::from(*value >= cover.value)).collect());
        let proven = verify::verify(&reaches, &cover.edges, &cover.certificate).unwrap();
        assert_eq!(proven.served, solution.served);
        assert_eq!(proven.totals.last(), Some(&(cover.reached as i128)));
        assert!(
            proven.totals.iter().zip(&solution.totals).take(ahead).all(|(shown, total)| *shown == i128::from(*total))
        );
        assert!(cover.reached < cover.edges.len());
    }
    let cover = reached.cover.as_ref().map(|one| verify::Cover { edges: &one.edges, certificate: &one.certificate });
    let certificate = solution.certificate.as_ref().unwrap();
    verify::bottleneck_after(problem, ahead, level, &solution.edges, certificate, cover).unwrap();
}

/// What decides between assignments, larger being better: tiers, columns used, the levels ahead, the aim, the levels.
type Key = (Vec<usize>, usize, Vec<i64>, Vec<i64>, Vec<i64>);

fn key(problem: &Problem, ahead: usize, aim: &Aim, solution: &Solution) -> Key {
    let values = |level: usize| solution.edges.iter().map(move |edge| problem.level(level)[*edge]);
    let aimed = match aim {
        Aim::Total => vec![],
        Aim::Bottleneck { level } => vec![values(*level).min().unwrap_or(0)],
        Aim::Leximin { level, quantisation } => {
            let cuts = quantisation.cuts(problem.level(*level)).unwrap();
            let mut classes: Vec<i64> =
                values(*level).map(|value| cuts.iter().filter(|cut| **cut <= value).count() as i64).collect();
            classes.sort_unstable();
            classes
        }
        Aim::Profile { level, ranks, kind } => {
            let count = |rank: i64| values(*level).filter(|other| *other == rank).count() as i64;
            let ranks = 1..=i64::from(*ranks);
            match kind {
                Kind::Greedy => ranks.map(count).collect(),
                Kind::Generous => ranks.rev().map(|rank| -count(rank)).collect(),
            }
        }
    };
    let used = if problem.use_columns() { solution.columns_used } else { 0 };
    (solution.served.clone(), used, solution.totals[..ahead].to_vec(), aimed, solution.totals.clone())
}

/// The key of the best of all assignments.
fn best(problem: &Problem, ahead: usize, aim: &Aim) -> Key {
    let all = (0..1usize << problem.edges()).filter_map(|set| {
        let edges = (0..problem.edges()).filter(|edge| set >> edge & 1 == 1).collect();
        Solution::of(problem, edges).ok()
    });
    all.map(|one| key(problem, ahead, aim, &one)).max_by_key(|key| Reverse(Reverse(key.clone()))).unwrap()
}
