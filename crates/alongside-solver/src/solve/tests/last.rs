//! The last level alone, where those before it are solved.

use super::{Dice, random, solved};
use crate::control::Control;
use crate::problem::{Problem, ProblemParts};
use crate::solve::solve_last;

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
            let last = solve_last(&problem, &before.edges, certificate, &Control::default()).unwrap();
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
        assert!(before.edges.is_empty() || solve_last(&problem, fewer, &certificate, &control).unwrap().is_none());
        let row = dice.below(50);
        certificate.levels[1].rows[row] -= 1;
        refused += usize::from(solve_last(&problem, &before.edges, &certificate, &control).unwrap().is_none());
        certificate.levels.truncate(1);
        assert!(solve_last(&problem, &before.edges, &certificate, &control).unwrap().is_none());
    }
    assert!(refused > 30, "{refused}");
}
