//! The kernel is not taken at its word: the reference is asked of every pair that is kept.

use super::matrix::Matrix;
use super::run::{population, sparing};
use crate::control::Control;
use crate::pairs::{AllPairs, Bar, PairsError, Plan, best_over_all_pairs};
use crate::solution::SolveError;
use std::ops::Range;

/// A matrix whose reference says something else of one pair than its kernel: a value more or less at the
/// first level, or that it may not be.
struct Doubted {
    matrix: Matrix,
    pair: (usize, usize),
    more: Option<i64>,
}

impl AllPairs for Doubted {
    type Row = usize;

    fn rows(&self) -> usize {
        self.matrix.rows()
    }

    fn columns(&self) -> usize {
        self.matrix.columns()
    }

    fn levels(&self) -> usize {
        self.matrix.levels()
    }

    fn together(&self) -> usize {
        self.matrix.together()
    }

    fn most(&self, level: usize) -> i32 {
        self.matrix.most(level)
    }

    fn prepare(&self, row: usize) -> usize {
        row
    }

    fn values(&self, row: &usize, columns: Range<usize>, bar: Bar<'_>, values: &mut [i32]) {
        self.matrix.values(row, columns, bar, values);
    }

    fn value(&self, level: usize, row: usize, column: usize) -> Option<i64> {
        let value = self.matrix.value(level, row, column)?;
        if (row, column) == self.pair && level == 0 { Some(value + self.more?) } else { Some(value) }
    }

    fn select(&self, columns: &[u32]) -> Self {
        Self { matrix: self.matrix.select(columns), ..*self }
    }
}

#[test]
fn a_kernel_that_says_otherwise_of_a_kept_pair_is_found_out() {
    let (mut found_out, mut never_asked) = (0, 0);
    for seed in 0..130_u64 {
        let (matrix, frame) = population(seed);
        // A run that is stopped has asked as well.
        for rounds in [usize::MAX, (seed % 2) as usize] {
            let plan = Plan { rounds, ..sparing(seed) };
            let answer = best_over_all_pairs(&matrix, &frame, &plan, &Control::default()).unwrap();
            let pairs = (0..matrix.rows()).flat_map(|row| (0..matrix.columns()).map(move |column| (row, column)));
            for (row, column) in pairs.skip(seed as usize % 61).step_by(61) {
                let more = [None, Some(-1), Some(1)][(row + column) % 3];
                let doubted = Doubted { matrix: matrix.clone(), pair: (row, column), more };
                let doubtful = best_over_all_pairs(&doubted, &frame, &plan, &Control::default());
                if answer.problem.edge(row, column as u32).is_some() {
                    assert_eq!(doubtful.unwrap_err(), PairsError::Solve(SolveError::Unsound), "{seed} {row} {column}");
                    found_out += 1;
                } else {
                    let same = doubtful.unwrap().solution;
                    assert_eq!(same.edges, answer.solution.edges, "{seed} {row} {column}");
                    never_asked += 1;
                }
            }
        }
    }
    assert!(found_out > 300 && never_asked > 3000, "{found_out} {never_asked}");
}
