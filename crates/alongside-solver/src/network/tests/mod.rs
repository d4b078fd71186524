pub(crate) mod proof;
pub(crate) mod small;

use std::sync::atomic::{AtomicUsize, Ordering};

use super::gains::{Network, objective};
use super::run::dispatch;
use super::solve;
use super::words::Layout;
use crate::control::Control;
use crate::problem::{MAX_VALUE, Problem, ProblemParts};
use crate::solution::{Solution, SolveError, Status};
use proof::assert_proven;
use small::{Draw, Shape, best, every, problem, worth};

const TINY: Shape = Shape { rows: 5, columns: 4, demand: 3, capacity: 3, levels: 3, tiers: 3 };
const MIDDLING: Shape = Shape { rows: 40, columns: 30, demand: 4, capacity: 4, levels: 4, tiers: 8 };

#[test]
fn equals_the_best_of_all_assignments() {
    let mut draw = Draw(1);
    for _ in 0..20_000 {
        let problem = problem(&mut draw, TINY);
        if problem.edges() > 14 {
            continue;
        }
        let solution = solve(&problem, &Control::default()).unwrap();
        assert_eq!(worth(&problem, &solution.edges), best(&problem), "{problem:?}");
        assert_eq!(solution.status, Status::Optimal);
        assert_eq!(solution.bounds, solution.totals);
        assert_proven(&problem, &solution);
    }
}

#[test]
fn larger_ones_are_proven() {
    let mut draw = Draw(2);
    for _ in 0..1_000 {
        let problem = problem(&mut draw, MIDDLING);
        assert_proven(&problem, &solve(&problem, &Control::default()).unwrap());
    }
}

#[test]
fn words_of_one_level_each_give_as_good_an_answer() {
    let mut draw = Draw(3);
    for _ in 0..500 {
        let problem = problem(&mut draw, MIDDLING);
        let (network, gains) = (Network::of(&problem), objective(&problem));
        let loose = Layout::loose(&network, &gains).unwrap();
        assert_eq!(loose.words, gains.len());
        let flow = dispatch(&network, &gains, &loose, &Control::default()).unwrap();
        let packed = solve(&problem, &Control::default()).unwrap();
        assert_eq!(packed.edges, flow.chosen);
        assert_eq!(packed.certificate.unwrap().levels, flow.potentials);
    }
}

#[test]
fn a_stop_leaves_the_tiers_exact_and_the_bounds_true() {
    let mut draw = Draw(4);
    let mut stopped = 0;
    for _ in 0..6_000 {
        let problem = problem(&mut draw, TINY);
        if problem.edges() > 14 {
            continue;
        }
        let questions = AtomicUsize::new(0);
        // A run this small is asked once; stopping later needs more searches than a tiny problem has.
        let stop = || questions.fetch_add(1, Ordering::Relaxed) == 0;
        let control = Control { should_stop: Some(&stop), ..Control::default() };
        let solution = solve(&problem, &control).unwrap();
        if solution.status == Status::Optimal {
            continue;
        }
        stopped += 1;
        let best = best(&problem);
        let tiers = usize::from(problem.tier_count());
        let given = worth(&problem, &solution.edges);
        assert_eq!(given[..tiers], best[..tiers]);
        let mut greatest = vec![i64::MIN; problem.level_count()];
        every(&problem, &mut |edges| {
            let worth = worth(&problem, edges);
            if worth[..tiers] == best[..tiers] {
                let totals = &worth[worth.len() - problem.level_count()..];
                greatest.iter_mut().zip(totals).for_each(|(greatest, total)| *greatest = *total.max(greatest));
            }
        });
        assert!(solution.bounds.iter().zip(&greatest).all(|(bound, greatest)| bound >= greatest), "{problem:?}");
        assert_eq!(solution.certificate, None);
    }
    assert!(stopped > 1_000);
}

#[test]
fn a_stop_half_way_bounds_the_best_total() {
    let mut draw = Draw(5);
    for _ in 0..200 {
        let problem = problem(&mut draw, Shape { rows: 300, columns: 100, ..MIDDLING });
        let best = solve(&problem, &Control::default()).unwrap();
        let questions = AtomicUsize::new(0);
        let stop = || questions.fetch_add(1, Ordering::Relaxed) >= 2;
        let control = Control { should_stop: Some(&stop), ..Control::default() };
        let partial = solve(&problem, &control).unwrap();
        assert_eq!(partial.served, best.served);
        assert!(partial.bounds.iter().zip(&best.totals).all(|(bound, total)| bound >= total));
    }
}

#[test]
fn giving_up_gives_nothing() {
    let problem = problem(&mut Draw(6), Shape { rows: 1, ..TINY });
    let one = Problem::new(ProblemParts {
        tier_count: 1,
        tiers: vec![0],
        capacities: vec![1],
        row_starts: vec![0, 1],
        columns: vec![0],
        ..ProblemParts::default()
    });
    let control = Control { give_up: Some(&|| true), ..Control::default() };
    assert_eq!(solve(&one.unwrap(), &control).map(|solution: Solution| solution.edges), Err(SolveError::GivenUp));
    assert!(solve(&problem, &Control::default()).is_ok());
}

/// A chain in which the last row displaces all others, at the greatest values allowed.
fn chain(rows: usize, value: i64) -> Problem {
    let mut columns = Vec::new();
    let mut values = Vec::new();
    let mut row_starts = vec![0];
    for row in 0..rows {
        columns.push(row.saturating_sub(1) as u32);
        values.push(if row == 0 { -value } else { value });
        if row > 0 {
            columns.push(row as u32);
            values.push(-value);
        }
        row_starts.push(columns.len());
    }
    Problem::new(ProblemParts {
        tier_count: 8,
        tiers: (0..rows).map(|row| 7 - (row * 8 / rows) as u8).collect(),
        capacities: vec![1; rows],
        levels: vec![values.clone(), values],
        row_starts,
        columns,
        ..ProblemParts::default()
    })
    .unwrap()
}

#[test]
fn great_values_are_exact_or_refused() {
    let problem = chain(2_000, MAX_VALUE);
    assert_proven(&problem, &solve(&problem, &Control::default()).unwrap());
    let refused = solve(&chain(70_000, MAX_VALUE), &Control::default());
    assert_eq!(refused.map(|solution| solution.edges), Err(SolveError::Overflow));
}
