//! The whole run finds what the solver finds when it is given all pairs.

use super::matrix::Matrix;
use crate::control::Control;
use crate::network::solve;
use crate::pairs::{Plan, Step, best_over_all_pairs};
use crate::problem::{Ceilings, ProblemParts};
use crate::solution::{Solution, Status};
use crate::verify::verify;

/// Counter-based splitmix64 (Steele, Lea and Flood 2014).
pub(super) fn draw(seed: u64, at: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(at.wrapping_mul(0xbf58_476d_1ce4_e5b9));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The ways in which a population may be hard.
const KINDS: u64 = 13;

/// A population: values of its own kind at level 0, sometimes a coarse level before it, always a seed's level last.
pub(super) fn population(seed: u64) -> (Matrix, ProblemParts) {
    let (rows, columns) = (1 + (draw(seed, 1) % 60) as usize, 1 + (draw(seed, 2) % 60) as usize);
    let kind = seed % KINDS;
    let value = |row: usize, column: usize| {
        let dice = draw(seed, 1000 + (row * columns + column) as u64);
        let allowed = match kind {
            4 => false,
            5 => column == 0,
            6 => dice % 10 == 0,
            _ => dice % 10 < 6,
        };
        let base = match kind {
            0 => (dice >> 8) % 3,
            1 => 7,
            2 => (row as u64 + 1) * (column as u64 + 1),
            3 => 1000 + (row as u64).abs_diff(column as u64),
            9 => ((dice >> 8) % 9) << 25,
            _ => (dice >> 8) % 10_000,
        } as i64;
        let base = if kind == 7 { base - 5000 } else { base };
        let last = (draw(seed ^ 0xabcd, (row * 1000 + column) as u64) >> 24) as i64;
        let coarse = (((dice >> 40) % 3) << if kind == 9 { 26 } else { 0 }) as i64;
        allowed.then(|| if seed / KINDS % 3 == 0 { vec![coarse, base, last] } else { vec![base, last] })
    };
    let matrix = Matrix { frank: seed % 2 == 0, ..Matrix::new(rows, columns, value) };
    let small = |at: u64, most: u64| draw(seed, at) % most;
    let tier_count = 1 + small(3, 4) as u8;
    let mut frame = ProblemParts {
        tier_count,
        tiers: (0..rows).map(|row| small(5000 + row as u64, tier_count.into()) as u8).collect(),
        capacities: (0..columns).map(|column| small(6000 + column as u64, 3) as u32).collect(),
        ..ProblemParts::default()
    };
    if seed % 5 == 0 {
        frame.demands = (0..rows).map(|row| small(7000 + row as u64, 3) as u32).collect();
    }
    if seed % 7 == 0 {
        frame.use_columns = true;
    }
    if seed % 11 == 0 {
        frame.ceilings = Ceilings {
            group_of: (0..columns)
                .map(|column| Some(small(8000 + column as u64, 4) as u32).filter(|set| *set < 3))
                .collect(),
            limits: (0..3).map(|set| small(9000 + set, 6) as u32).collect(),
        };
    }
    (matrix, frame)
}

/// A plan that keeps little, so that much is left to find.
pub(super) fn sparing(seed: u64) -> Plan<'static> {
    let per_row = 1 + (seed % 3) as usize;
    Plan {
        per_row,
        per_column: (seed / 3 % 3) as usize,
        among: if seed % 5 < 2 { 1 + (seed % 5) as usize } else { usize::MAX },
        samples: (seed / 5 % 3) as usize,
        added: 1 + (seed / 2 % 3) as usize,
        slack: (seed % 4) as i32 * 50,
        remembered: if seed % 4 == 1 { (seed % 20) as usize } else { usize::MAX },
        rounds: usize::MAX,
        watch: None,
    }
}

fn pairs(problem: &crate::Problem, solution: &Solution) -> Vec<(usize, u32)> {
    let row_of = |edge: usize| problem.row_starts().partition_point(|start| *start <= edge) - 1;
    solution.edges.iter().map(|edge| (row_of(*edge), problem.edge_columns()[*edge])).collect()
}

#[test]
fn the_same_as_with_all_pairs_listed() {
    let (mut samples, mut again) = (0, 0);
    for seed in 0..800 {
        let (matrix, frame) = population(seed);
        let whole = matrix.listed(&frame);
        let best = solve(&whole, &Control::default()).unwrap();
        let answer = best_over_all_pairs(&matrix, &frame, &sparing(seed), &Control::default()).unwrap();
        let found = &answer.solution;
        assert_eq!(found.status, Status::Optimal, "seed {seed}");
        assert_eq!(found.served, best.served, "seed {seed}");
        assert_eq!(found.columns_used, best.columns_used, "seed {seed}");
        assert_eq!(found.totals, best.totals, "seed {seed}");
        assert_eq!(answer.allowed, allowed(&matrix), "seed {seed}");
        let rounds = &answer.report.rounds;
        samples += rounds.iter().filter(|round| round.step == Step::Sample).count();
        let last = Step::Price { level: whole.level_count() - 1 };
        let at_last = rounds.iter().filter(|round| round.step == last);
        again += at_last.skip(1).filter(|round| round.broken > 0).count();
        let chosen = pairs(&answer.problem, found);
        assert_eq!(chosen, pairs(&whole, &best), "seed {seed}");
        // The separate checker, over all pairs.
        let edges: Vec<usize> = chosen.iter().map(|(row, column)| whole.edge(*row, *column).unwrap()).collect();
        verify(&whole, &edges, found.certificate.as_ref().unwrap()).unwrap();
    }
    assert!(samples > 50, "rounds that look at a few of the pairs have to happen: {samples}");
    assert!(again > 50, "and rounds that find more at the last level among what its first remembered: {again}");
}

/// Allowed pairs of each row.
fn allowed(matrix: &Matrix) -> Vec<u32> {
    matrix.rows.iter().map(|row| row.iter().flatten().count() as u32).collect()
}

#[test]
fn a_run_that_stops_serves_as_many_and_its_bound_holds() {
    let mut open = 0;
    for seed in 0..300 {
        let (matrix, frame) = population(seed);
        let best = solve(&matrix.listed(&frame), &Control::default()).unwrap();
        for rounds in 0..3 {
            let plan = Plan { rounds, ..sparing(seed) };
            let answer = best_over_all_pairs(&matrix, &frame, &plan, &Control::default()).unwrap();
            let found = &answer.solution;
            assert_eq!(found.served, best.served, "seed {seed}");
            assert_eq!(answer.allowed, allowed(&matrix), "seed {seed}");
            assert!(found.bounds[0] >= best.totals[0], "seed {seed} {rounds}: {} {}", found.bounds[0], best.totals[0]);
            assert!(found.status == Status::Optimal || found.certificate.is_none());
            open += usize::from(found.status == Status::BestFound && found.bounds[0] > found.totals[0]);
        }
    }
    assert!(open > 50, "stopping has to leave something open: {open}");
}
