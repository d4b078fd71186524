//! Beside other solvers, where not every assignment can be tried.

use super::model::Model;
use super::oracle::{Dice, key};
use crate::solve::solve;
use crate::verify::verify;
use crate::warm::Live;
use crate::{Control, Problem, ProblemParts, network};

/// Rows and columns in two regions that share a few pairs; with a last level of numbers that hardly ever tie.
fn problem(dice: &mut Dice, rows: usize, columns: u64) -> Problem {
    let levels = 1 + dice.roll(2) as usize;
    let mut parts = ProblemParts { tier_count: 3, row_starts: vec![0], ..ProblemParts::default() };
    parts.levels = vec![Vec::new(); levels + 1];
    parts.tiers = (0..rows).map(|_| dice.roll(3) as u8).collect();
    parts.capacities = (0..columns).map(|_| dice.roll(4) as u32).collect();
    for row in 0..rows {
        for column in 0..columns {
            let together = (row % 3 == 0) == (column % 2 == 0);
            if dice.roll(if together { 4 } else { 30 }) == 0 {
                parts.columns.push(column as u32);
                (0..levels).for_each(|level| parts.levels[level].push(dice.number(20)));
                parts.levels[levels].push(dice.number(1 << 40));
            }
        }
        parts.row_starts.push(parts.columns.len());
    }
    Problem::new(parts).unwrap()
}

#[test]
fn many_edits_end_where_other_solvers_begin_anew() {
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let problem = problem(&mut dice, 60, 30);
        let cold = solve(&problem, &Control::default()).unwrap();
        let mut live = Live::new(&problem, &cold).unwrap();
        let mut model = Model::of(&problem);
        for edit in 0..60 {
            model.edit(&mut live, &mut dice);
            if edit % 15 == 14 {
                let problem = live.problem().unwrap();
                assert_eq!(problem, model.problem());
                let solution = live.solution();
                assert!(verify(&problem, &solution.edges, solution.certificate.as_ref().unwrap()).is_ok());
                let other = network::solve(&problem, &Control::default()).unwrap();
                assert_eq!(key(&solution), key(&other), "seed {seed}");
            }
        }
    }
}

#[test]
fn where_lots_decide_the_pairs_are_those_of_a_cold_solve() {
    for seed in 100..140 {
        let mut dice = Dice::new(seed);
        let problem = problem(&mut dice, 50, 25);
        let mut live = Live::from_nothing(&problem).unwrap();
        for _ in 0..25 {
            // Only edits that bring no new values, so that the lots stay.
            let (row, column) = (dice.roll(50) as u32, dice.roll(25) as u32);
            let made = live.assignment_of(row);
            match dice.roll(5) {
                0 => live.set_capacity(column, dice.roll(4) as u32).err(),
                1 => live.remove_row(row).err(),
                2 => live.keep(row, column).err(),
                3 => live.release(row).err(),
                _ => made.and_then(|column| live.reject(row, column).err()),
            };
        }
        let problem = live.problem().unwrap();
        assert_eq!(live.solution().edges, solve(&problem, &Control::default()).unwrap().edges, "seed {seed}");
    }
}
