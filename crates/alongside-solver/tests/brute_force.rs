//! The solvers against every assignment there is.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, reason = "a test that fails should fail")]

mod oracle;
mod solvers;

use alongside_solver::stable::{How, Method, Orders, blocking_pairs};
use alongside_solver::{Control, Solution, Status, stable, verify};
use oracle::case::Case;
use oracle::draw::Draw;
use oracle::family::{self, TINY};
use oracle::stable::Sides;
use oracle::{Pair, Tuple, brute, share, worth};
use solvers::{ANY, stops_after};

/// One random case in three has only what the fast paths take.
fn drawn(seed: u64) -> Case {
    let mut draw = Draw::new(seed);
    if seed.is_multiple_of(3) { family::plain(&mut draw, TINY) } else { family::any(&mut draw, TINY) }
}

/// What the solution's own pairs are worth, told by the oracle.
fn worth_of(case: &Case, solution: &Solution) -> Tuple {
    let chosen = case.pairs_of(&solution.edges);
    assert!(case.allows(&chosen));
    worth::objective(case, &chosen)
}

#[test]
fn every_answer_is_the_best_of_all() {
    let declared = share(100_000, 10);
    for seed in 0..declared {
        let case = drawn(seed);
        let problem = case.problem();
        let best = brute::best(&case, |chosen| worth::objective(&case, chosen));
        for (name, solve) in ANY {
            let solution = solve(&problem, &Control::default()).unwrap();
            assert_eq!(worth_of(&case, &solution), best, "seed {seed}, {name}: {case:?}");
            assert_eq!(solution.status, Status::Optimal, "seed {seed}, {name}");
            let verified = verify::solution(&problem, &solution);
            assert!(verified.is_ok(), "seed {seed}, {name}: {verified:?} {case:?} {solution:?}");
            assert!(solution.edges.is_sorted(), "seed {seed}, {name}");
        }
    }
    println!("{declared} instances by {} solvers", ANY.len());
}

#[test]
fn whoever_is_stopped_serves_as_many_and_bounds_the_rest() {
    let mut stopped = 0;
    for seed in 0..share(30_000, 10) {
        let case = drawn(seed);
        let problem = case.problem();
        let tiers = usize::from(case.tier_count);
        let best = brute::best(&case, |chosen| worth::objective(&case, chosen));
        // Of all assignments that fill as many places of each tier, none exceeds the first bound.
        let first = brute::best(&case, |chosen| {
            [&worth::served(&case, chosen)[..tiers], &worth::totals(&case, chosen)].concat()
        });
        for (name, solve) in ANY {
            let stop = stops_after(usize::try_from(seed % 5).unwrap());
            let control = Control { should_stop: Some(&stop), ..Control::default() };
            let solution = solve(&problem, &control).unwrap();
            let found = worth_of(&case, &solution);
            assert_eq!(found[..tiers], best[..tiers], "seed {seed}, {name}");
            if solution.status == Status::Optimal {
                assert_eq!(found, best, "seed {seed}, {name}");
            } else {
                stopped += 1;
                let bounds: Tuple = solution.bounds.iter().map(|bound| i128::from(*bound)).collect();
                let values = &best[best.len() - case.levels..];
                assert!(bounds.iter().zip(values).all(|(bound, value)| bound >= value), "seed {seed}, {name}");
                let level = bounds.first().zip(first.get(tiers));
                assert!(level.is_none_or(|(bound, most)| bound >= most), "seed {seed}, {name}");
            }
            let verified = verify::solution(&problem, &solution);
            assert!(verified.is_ok(), "seed {seed}, {name}: {verified:?}");
        }
    }
    assert!(stopped > 500, "{stopped}");
}

#[test]
fn stable_assignments_are_stable_and_serve_as_many_as_promised() {
    let mut larger = 0;
    for seed in 0..share(30_000, 10) {
        let mut draw = Draw::new(seed);
        let mut case = family::any(&mut draw, TINY);
        case.demands.fill(1);
        case.group_of.fill(None);
        case.limits.clear();
        let problem = case.problem();
        let (rows, columns) = family::scores(&mut draw, problem.edges());
        let orders = Orders::new(&problem, &rows, &columns).unwrap();
        let at = |pair| case.edges(&[pair])[0];
        let sides = Sides { row: &|pair| rows[at(pair)], column: &|pair| columns[at(pair)], kept: &[] };
        let mut most = 0;
        let mut of_rows = vec![i64::MIN; case.rows()];
        brute::every(&case, |chosen| {
            if chosen.len() + 1 >= most && oracle::stable::blocking(&case, chosen, &sides).is_empty() {
                most = most.max(chosen.len());
                for pair in chosen {
                    of_rows[pair.0] = of_rows[pair.0].max(rows[at(*pair)]);
                }
            }
        });
        for method in [Method::BestForRows, Method::Larger] {
            let found = stable::solve(&orders, &How { method, ..How::default() }).unwrap();
            let chosen = case.pairs_of(&found.edges);
            assert!(case.allows(&chosen), "seed {seed}");
            assert_eq!(oracle::stable::blocking(&case, &chosen, &sides), [], "seed {seed}, {method:?}");
            if method == Method::Larger {
                assert!(3 * chosen.len() >= 2 * most, "seed {seed}: {} of {most}", chosen.len());
                larger += usize::from(chosen.len() == most);
            } else if strict(&case, &rows, &columns) {
                assert_eq!(chosen.len(), most, "seed {seed}");
                let best =
                    |row: usize| chosen.iter().find(|pair| pair.0 == row).map_or(i64::MIN, |pair| rows[at(*pair)]);
                assert!((0..case.rows()).all(|row| best(row) == of_rows[row]), "seed {seed}");
            }
        }
    }
    assert!(larger > 1000, "{larger}");
}

/// Whether nobody likes two equally well.
fn strict(case: &Case, rows: &[i64], columns: &[i64]) -> bool {
    let pairs = case.pairs();
    let both = |one: usize, other: usize| {
        (pairs[one].0 == pairs[other].0 && rows[one] == rows[other])
            || (pairs[one].1 == pairs[other].1 && columns[one] == columns[other])
    };
    (0..pairs.len()).all(|one| (0..one).all(|other| !both(one, other)))
}

#[test]
fn pairs_that_block_are_all_named() {
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let mut case = family::any(&mut draw, TINY);
        case.demands.iter_mut().for_each(|demand| *demand = 1.min(*demand));
        let problem = case.problem();
        let (rows, columns) = family::scores(&mut draw, problem.edges());
        let orders = Orders::new(&problem, &rows, &columns).unwrap();
        let at = |pair| case.edges(&[pair])[0];
        let all: Vec<Pair> = case.pairs();
        brute::every(&case, |chosen| {
            let sides = Sides { row: &|pair| rows[at(pair)], column: &|pair| columns[at(pair)], kept: &[] };
            let found = blocking_pairs(&orders, &case.edges(chosen), &[]).unwrap();
            let pairs: Vec<Pair> = found.iter().map(|edge| all[*edge]).collect();
            assert_eq!(pairs, oracle::stable::blocking(&case, chosen, &sides), "seed {seed} {case:?} {chosen:?}");
        });
    }
}
