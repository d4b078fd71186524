//! What must not change the answer: threads, names, and the encoding.

#![allow(clippy::unwrap_used, reason = "a helper that fails should fail its test")]

mod plain_support;

use alongside_solver::{Control, Status};
use pathfinding::matrix::Matrix;
use pathfinding::prelude::kuhn_munkres;
use plain_support::{Case, cases, many, solve};
use proptest::prelude::*;
use rayon::ThreadPoolBuilder;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A fixed stream of well-mixed numbers (splitmix64).
fn draws(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed;
    move |below| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % below
    }
}

/// A case of several clusters with few values, so with many ties.
fn clustered(seed: u64, clusters: usize, size: usize) -> Case {
    let mut draw = draws(seed);
    let side = clusters * size;
    let mut cell = |row: usize, column: usize| {
        let linked = row / size == column / size && draw(10) < 5;
        linked.then(|| vec![i64::try_from(draw(5)).unwrap() - 2, i64::try_from(draw(90)).unwrap()])
    };
    let cells = (0..side).map(|row| (0..side).map(|column| cell(row, column)).collect()).collect();
    Case {
        tier_count: 3,
        tiers: (0..side).map(|_| u8::try_from(draw(3)).unwrap()).collect(),
        capacities: (0..side).map(|_| u32::try_from(draw(3)).unwrap()).collect(),
        levels: 2,
        cells,
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for (seed, stop) in [(1, false), (2, false), (3, true)] {
        let problem = clustered(seed, 12, 10).problem();
        let should_stop = || stop;
        let control = Control { should_stop: Some(&should_stop), ..Control::default() };
        let run = |threads| {
            let pool = ThreadPoolBuilder::new().num_threads(threads).build();
            pool.unwrap().install(|| alongside_solver::solve(&problem, &control).unwrap())
        };
        let alone = run(1);
        assert!(alone.parts.count >= 12);
        assert_eq!(alone, run(2));
        assert_eq!(alone, run(8));
    }
}

#[test]
fn whoever_stops_at_any_moment_is_served_as_many_and_told_how_much_is_missing() {
    let problem = clustered(3, 12, 10).problem();
    let all = solve(&problem);
    assert_eq!(all.parts.exact, all.parts.count);
    let (mut some, mut whole) = (0, 0);
    for after in 0.. {
        let asked = AtomicUsize::new(0);
        let stop = || asked.fetch_add(1, Ordering::Relaxed) >= after;
        let control = Control { should_stop: Some(&stop), ..Control::default() };
        let short = alongside_solver::solve(&problem, &control).unwrap();
        assert_eq!(short.served, all.served);
        assert!(short.totals <= all.totals);
        let mut bounds = short.bounds.iter().zip(&all.totals);
        assert!(bounds.all(|(bound, total)| bound >= total));
        let mut bounds = short.bounds.iter().zip(&short.totals);
        assert!(bounds.all(|(bound, total)| bound >= total));
        if short.status == Status::Optimal {
            assert_eq!(short, all);
            whole += 1;
            break;
        }
        assert!(short.parts.exact < short.parts.count);
        some += usize::from(short.parts.exact > 0);
    }
    assert!(some > 0 && whole > 0);
}

#[test]
fn agrees_with_the_textbook_encoding_on_middling_sizes() {
    for seed in 0..12 {
        let case = clustered(100 + seed, 1, 30);
        let best = case.audit(&solve(&case.problem()));
        // One wide integer a pair, a private column for every row to go
        // unmatched, a copy of a column for every place.
        let places: Vec<usize> = (0..case.capacities.len())
            .flat_map(|column| std::iter::repeat_n(column, case.capacities[column] as usize))
            .collect();
        let (big, rows) = (1_i128 << 20, case.cells.len());
        let digits = |key: &[i64]| key.iter().fold(0, |sum, &digit| sum * big + i128::from(digit));
        let matrix = Matrix::from_fn(rows, places.len() + rows, |(row, at)| {
            let Some(&column) = places.get(at) else {
                return 0;
            };
            let mut alone = vec![None; rows];
            alone[row] = Some(column);
            case.key(&alone).map_or(-big.pow(5), |key| digits(&key))
        });
        assert_eq!(kuhn_munkres(&matrix).0, digits(&best), "seed {seed}");
    }
}

proptest! {
    #![proptest_config(many(500))]

    #[test]
    fn a_new_name_for_everything_gives_the_same_answer(
        (case, rows, columns) in cases(6).prop_flat_map(|case| {
            let rows: Vec<usize> = (0..case.cells.len()).collect();
            let columns: Vec<usize> = (0..case.capacities.len()).collect();
            (Just(case), Just(rows).prop_shuffle(), Just(columns).prop_shuffle())
        })
    ) {
        let case = case.with_unique_optimum();
        let renamed = Case {
            tiers: rows.iter().map(|&row| case.tiers[row]).collect(),
            capacities: columns.iter().map(|&column| case.capacities[column]).collect(),
            cells: rows
                .iter()
                .map(|&row| columns.iter().map(|&c| case.cells[row][c].clone()).collect())
                .collect(),
            ..case.clone()
        };
        let (one, other) = (case.problem(), renamed.problem());
        let (before, after) = (solve(&one), solve(&other));
        prop_assert_eq!(&before.totals, &after.totals);
        let (before, after) = (before.assignment(&one), after.assignment(&other));
        for (new, &old) in rows.iter().enumerate() {
            let place = after[new].map(|column| columns[column as usize]);
            prop_assert_eq!(before[old].map(|column| column as usize), place);
        }
    }
}
