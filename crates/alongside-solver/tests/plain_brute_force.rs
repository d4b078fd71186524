//! The solver against trying everything.

#![allow(clippy::unwrap_used, reason = "a helper that fails should fail its test")]

mod plain_support;

use alongside_solver::{Control, Status};
use plain_support::{Case, cases, many, solve};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::sync::atomic::{AtomicUsize, Ordering};

proptest! {
    #![proptest_config(many(3000))]

    #[test]
    fn the_answer_is_the_best_of_all(case in cases(6)) {
        let solution = solve(&case.problem());
        prop_assert_eq!(Some(case.audit(&solution)), case.brute_force(None));
        prop_assert_eq!(solution.status, Status::Optimal);
        prop_assert_eq!(&solution.bounds, &solution.totals);
        prop_assert_eq!(solution.parts.exact, solution.parts.count);
    }

    #[test]
    fn the_best_found_serves_as_many_and_its_bounds_hold(case in cases(6)) {
        let best = case.brute_force(None).unwrap();
        let tiers = usize::from(case.tier_count);
        let problem = case.problem();
        for after in [0, 1, 2, 4] {
            let asked = AtomicUsize::new(0);
            let stop = || asked.fetch_add(1, Ordering::Relaxed) >= after;
            let control = Control { should_stop: Some(&stop), ..Control::default() };
            let solution = alongside_solver::solve(&problem, &control).unwrap();
            let found = case.audit(&solution);
            prop_assert_eq!(&found[..tiers], &best[..tiers]);
            prop_assert!(found <= best);
            for (bound, total) in solution.bounds.iter().zip(&best[tiers..]) {
                prop_assert!(bound >= total);
            }
            if solution.status == Status::Optimal {
                prop_assert_eq!(&found, &best);
            }
        }
    }

    #[test]
    fn a_forced_pair_is_kept_and_the_rest_is_best(case in cases(5), pick in any::<usize>()) {
        let problem = case.problem();
        let pairs = case.cells.len() * case.capacities.len();
        if pairs == 0 {
            return Ok(());
        }
        let (row, column) = (pick % pairs / case.capacities.len(), pick % case.capacities.len());
        let Some(forced) = problem.with_row_forced(row, u32::try_from(column).unwrap()) else {
            prop_assert!(case.cells[row][column].is_none() || case.capacities[column] == 0);
            return Ok(());
        };
        let solution = forced.solve(&Control::default()).unwrap();
        prop_assert_eq!(solution.assignment(&problem)[row], Some(u32::try_from(column).unwrap()));
        prop_assert_eq!(Some(case.audit(&solution)), case.brute_force(Some((row, column))));
    }

    #[test]
    fn an_edge_taken_away_is_never_used(mut case in cases(5), pick in any::<usize>()) {
        let pairs = case.cells.len() * case.capacities.len();
        if pairs == 0 {
            return Ok(());
        }
        let (row, column) = (pick % pairs / case.capacities.len(), pick % case.capacities.len());
        let without = case.problem().without_edge(row, u32::try_from(column).unwrap());
        let existed = case.cells[row][column].take().is_some();
        prop_assert_eq!(without, existed.then(|| case.problem()));
    }
}

/// The share of random cases, in percent, in which something happens.
fn share(happens: impl Fn(&Case) -> bool) -> usize {
    let mut runner = TestRunner::deterministic();
    let strategy = cases(6);
    let drawn = (0..1000).map(|_| strategy.new_tree(&mut runner).unwrap().current());
    drawn.filter(happens).count() / 10
}

fn total_rows_served(case: &Case) -> usize {
    solve(&case.problem()).served.iter().sum()
}

#[test]
fn the_random_cases_reach_scarcity() {
    // Rows that have somewhere to go, and do not all get there.
    let scarce = share(|case| {
        let wanting = case.cells.iter().filter(|row| row.iter().any(Option::is_some));
        total_rows_served(case) < wanting.count() && total_rows_served(case) > 0
    });
    assert!(scarce >= 20, "{scarce}");
}

#[test]
fn the_random_cases_reach_refusal_of_everybody() {
    let refused = share(|case| !case.cells.is_empty() && total_rows_served(case) == 0);
    assert!(refused >= 5, "{refused}");
}

#[test]
fn the_random_cases_reach_ties() {
    // The answer changes with the tie-break although its key does not.
    let tied = share(|case| {
        let unique = solve(&case.with_unique_optimum().problem());
        let mut reversed = case.with_unique_optimum();
        for values in reversed.cells.iter_mut().flatten().flatten() {
            let last = values.last_mut().unwrap();
            *last = -*last;
        }
        unique.edges != solve(&reversed.problem()).edges
    });
    assert!(tied >= 15, "{tied}");
}

#[test]
fn the_random_cases_reach_what_greed_gets_wrong() {
    let control = Control { should_stop: Some(&|| true), ..Control::default() };
    let wrong = share(|case| {
        let found = alongside_solver::solve(&case.problem(), &control).unwrap();
        found.totals != solve(&case.problem()).totals
    });
    assert!(wrong >= 3, "{wrong}");
}

#[test]
fn the_random_cases_reach_tiers_that_displace() {
    // Somebody goes unserved who would be served were all tiers one.
    let displaced = share(|case| {
        let mut flat = case.clone();
        flat.tiers.fill(0);
        let (tiered, flat) = (case.problem(), flat.problem());
        let (tiered, flat) = (solve(&tiered).assignment(&tiered), solve(&flat).assignment(&flat));
        let mut both = tiered.iter().zip(&flat);
        both.any(|(tiered, flat)| tiered.is_none() && flat.is_some())
    });
    assert!(displaced >= 5, "{displaced}");
}
