//! Going on from what is solved: some of the levels, or fewer edges.

use super::{Dice, random, solved};
use crate::control::Control;
use crate::problem::{Problem, ProblemParts};
use crate::solution::Solution;
use crate::solve::solve_again;

/// The same problem without its last level.
fn without_last(problem: &Problem) -> Problem {
    let many = problem.level_count() - 1;
    Problem::new(ProblemParts {
        tier_count: problem.tier_count(),
        tiers: problem.tiers().to_vec(),
        capacities: problem.capacities().to_vec(),
        row_starts: problem.row_starts().to_vec(),
        columns: problem.edge_columns().to_vec(),
        levels: (0..many).map(|level| problem.level(level).to_vec()).collect(),
        ..Default::default()
    })
    .unwrap()
}

#[test]
fn the_last_level_on_what_the_others_left_open_is_the_whole() {
    let mut dice = Dice(41);
    let mut moved = 0;
    for kinds in [&[5, 1 << 30][..], &[1000, 50], &[3, 4, 1 << 30]] {
        for _ in 0..60 {
            let problem = random(&mut dice, 50, 40, 20, kinds);
            let whole = solved(&problem);
            let before = solved(&without_last(&problem));
            let certificate = before.certificate.as_ref().unwrap();
            let last =
                solve_again(&problem, &before.edges, (certificate, certificate.levels.len() - 1), &Control::default())
                    .unwrap();
            let last = last.expect("what a solver left is what it goes on from");
            assert_eq!((&last.served, &last.totals, last.status), (&whole.served, &whole.totals, whole.status));
            super::proof::check(&problem, &last);
            moved += usize::from(last.edges != before.edges);
        }
    }
    assert!(moved > 60, "{moved}");
}

#[test]
fn what_is_not_proven_is_not_gone_on_from() {
    let mut dice = Dice(42);
    let control = Control::default();
    let mut refused = 0;
    for _ in 0..60 {
        let problem = random(&mut dice, 50, 40, 20, &[100, 1 << 30]);
        let before = solved(&without_last(&problem));
        let mut certificate = before.certificate.clone().unwrap();
        let fewer = &before.edges[..before.edges.len() / 2];
        assert!(
            before.edges.is_empty() || solve_again(&problem, fewer, (&certificate, 1), &control).unwrap().is_none()
        );
        let row = dice.below(50);
        certificate.levels[1].rows[row] -= 1;
        refused += usize::from(solve_again(&problem, &before.edges, (&certificate, 1), &control).unwrap().is_none());
        certificate.levels.truncate(1);
        assert!(solve_again(&problem, &before.edges, (&certificate, 1), &control).unwrap().is_none());
    }
    assert!(refused > 30, "{refused}");
}

/// Some of a problem's edges, drawn at random.
fn fewer(problem: &Problem, dice: &mut Dice) -> (Problem, Vec<usize>) {
    let kept: Vec<usize> = (0..problem.edges()).filter(|_| dice.below(10) < 7).collect();
    let starts = problem.row_starts().iter().map(|start| kept.partition_point(|edge| edge < start));
    let fewer = Problem::new(ProblemParts {
        tier_count: problem.tier_count(),
        tiers: problem.tiers().to_vec(),
        capacities: problem.capacities().to_vec(),
        row_starts: starts.collect(),
        columns: kept.iter().map(|edge| problem.edge_columns()[*edge]).collect(),
        levels: (0..problem.level_count())
            .map(|level| kept.iter().map(|edge| problem.level(level)[*edge]).collect())
            .collect(),
        ..Default::default()
    });
    (fewer.unwrap(), kept)
}

/// Whether the numbers served are proven for all edges of a problem by a solution of fewer.
fn proves_served(problem: &Problem, solution: &Solution) -> bool {
    let tiers = &solution.certificate.as_ref().unwrap().levels[0];
    (0..problem.rows()).all(|row| {
        let columns = &problem.edge_columns()[problem.edges_of(row)];
        columns.iter().all(|column| tiers.rows[row] + tiers.columns[*column as usize] >= problem.priority(row))
    })
}

#[test]
fn what_was_best_among_fewer_edges_leads_to_the_best_of_all() {
    let mut dice = Dice(43);
    let (mut found, mut refused) = (0, 0);
    for kinds in [&[5, 1 << 30][..], &[1000], &[3, 4, 1 << 30]] {
        for round in 0..120 {
            let size = if round % 4 == 0 { 150 } else { 30 };
            let problem = random(&mut dice, size, size * 4 / 5, 20, kinds);
            let (few, kept) = fewer(&problem, &mut dice);
            let before = solved(&few);
            let edges: Vec<usize> = before.edges.iter().map(|edge| kept[*edge]).collect();
            let known = (before.certificate.as_ref().unwrap(), 0);
            match solve_again(&problem, &edges, known, &Control::default()).unwrap() {
                Some(again) => {
                    let whole = solved(&problem);
                    assert_eq!(
                        (&again.served, &again.totals, again.status),
                        (&whole.served, &whole.totals, whole.status)
                    );
                    super::proof::check(&problem, &again);
                    found += 1;
                }
                None => {
                    assert!(!proves_served(&problem, &before), "numbers served hold for all edges");
                    refused += 1;
                }
            }
        }
    }
    assert!(found > 60 && refused > 60, "{found} found, {refused} refused");
}
