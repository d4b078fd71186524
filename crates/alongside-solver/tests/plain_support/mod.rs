//! Small random problems, and the answer found by trying everything.
//!
//! Shares no code and no representation with the solver.

#![allow(dead_code, reason = "each test file uses its own share of this")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a helper that fails should fail its test"
)]

use alongside_solver::{Control, Problem, ProblemParts, Solution};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A problem as a table: `cells[row][column]` has a value per level, or none.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) tier_count: u8,
    pub(crate) tiers: Vec<u8>,
    pub(crate) capacities: Vec<u32>,
    pub(crate) levels: usize,
    pub(crate) cells: Vec<Vec<Option<Vec<i64>>>>,
}

impl Case {
    pub(crate) fn parts(&self) -> ProblemParts {
        let mut parts = ProblemParts {
            tier_count: self.tier_count,
            tiers: self.tiers.clone(),
            capacities: self.capacities.clone(),
            row_starts: vec![0],
            columns: Vec::new(),
            levels: vec![Vec::new(); self.levels],
            ..ProblemParts::default()
        };
        for row in &self.cells {
            for (column, cell) in row.iter().enumerate() {
                let Some(values) = cell else { continue };
                parts.columns.push(u32::try_from(column).unwrap());
                for (level, value) in parts.levels.iter_mut().zip(values) {
                    level.push(*value);
                }
            }
            parts.row_starts.push(parts.columns.len());
        }
        parts
    }

    pub(crate) fn problem(&self) -> Problem {
        Problem::new(self.parts()).unwrap()
    }

    /// A further, last level under which no two assignments are equal: each
    /// edge is worth another power of two.
    pub(crate) fn with_unique_optimum(&self) -> Self {
        let mut case = self.clone();
        case.levels += 1;
        let cells = case.cells.iter_mut().flatten().flatten();
        for (edge, values) in cells.enumerate() {
            values.push(1 << edge);
        }
        case
    }

    /// Served per tier, then totals, of an assignment; none if it is not one.
    pub(crate) fn key(&self, assignment: &[Option<usize>]) -> Option<Vec<i64>> {
        let tiers = usize::from(self.tier_count);
        let mut key = vec![0; tiers + self.levels];
        let mut room = self.capacities.clone();
        for (row, column) in assignment.iter().enumerate() {
            let Some(column) = *column else { continue };
            room[column] = room[column].checked_sub(1)?;
            key[usize::from(self.tiers[row])] += 1;
            for (level, value) in self.cells[row][column].as_ref()?.iter().enumerate() {
                key[tiers + level] += value;
            }
        }
        (assignment.len() == self.cells.len()).then_some(key)
    }

    /// The best key of all assignments, optionally with one pair given.
    pub(crate) fn brute_force(&self, forced: Option<(usize, usize)>) -> Option<Vec<i64>> {
        let mut best = None;
        self.enumerate(forced, &mut Vec::new(), &mut best);
        best
    }

    fn enumerate(
        &self,
        forced: Option<(usize, usize)>,
        assignment: &mut Vec<Option<usize>>,
        best: &mut Option<Vec<i64>>,
    ) {
        let row = assignment.len();
        if row == self.cells.len() {
            *best = best.take().max(self.key(assignment));
            return;
        }
        for column in std::iter::once(None).chain((0..self.capacities.len()).map(Some)) {
            if forced.is_some_and(|(r, c)| r == row && column != Some(c)) {
                continue;
            }
            if let Some(column) = column {
                let held = assignment.iter().filter(|c| **c == Some(column)).count();
                let full = held >= self.capacities[column] as usize;
                if full || self.cells[row][column].is_none() {
                    continue;
                }
            }
            assignment.push(column);
            self.enumerate(forced, assignment, best);
            assignment.pop();
        }
    }

    /// Checks that a solution says the truth about itself and returns its key.
    pub(crate) fn audit(&self, solution: &Solution) -> Vec<i64> {
        let assignment: Vec<Option<usize>> =
            solution.assignment(&self.problem()).iter().map(|column| column.map(|column| column as usize)).collect();
        let key = self.key(&assignment).expect("a valid assignment");
        let served = solution.served.iter().map(|&n| i64::try_from(n).unwrap());
        let claimed: Vec<i64> = served.chain(solution.totals.iter().copied()).collect();
        assert_eq!(key, claimed);
        key
    }
}

/// So many random cases a property, the same in every run unless `ALONGSIDE_TESTS` asks for more; a failure prints its
/// case in full.
pub(crate) fn many(cases: u32) -> ProptestConfig {
    let given = ProptestConfig::default();
    let same = std::env::var_os("ALONGSIDE_TESTS").is_none() && given.rng_seed == RngSeed::Random;
    let rng_seed = if same { RngSeed::Fixed(cases.into()) } else { given.rng_seed };
    ProptestConfig { cases, failure_persistence: None, rng_seed, ..given }
}

pub(crate) fn solve(problem: &Problem) -> Solution {
    alongside_solver::solve(problem, &Control::default()).unwrap()
}

/// Problems of at most `size` by `size`: from no edges to all, from ample to
/// no capacity, from nothing but ties to the widest values.
pub(crate) fn cases(size: usize) -> impl Strategy<Value = Case> {
    // Mostly near the full size: that is where rows get in each other's way.
    let side = || prop_oneof![1 => 0..=size, 2 => size - 2..=size];
    let shape = (side(), side(), 1..=3_u8, 0..=3_usize);
    let density = prop_oneof![1 => Just(0_u32), 3 => Just(3), 3 => Just(6), 3 => Just(10)];
    let reach = prop_oneof![
        1 => Just(0_i64),
        3 => Just(1),
        3 => Just(4),
        2 => Just(1000),
        1 => Just(1 << 40)
    ];
    let capacity = prop_oneof![1 => 0..=1_u32, 2 => 1..=1_u32, 2 => 0..=3_u32, 1 => 1..=3_u32];
    // One range for all columns of a case.
    let capacity = (capacity.clone(), capacity).prop_map(|(a, b)| a.min(b)..=a.max(b));
    (shape, density, reach, capacity).prop_flat_map(
        |((rows, columns, tier_count, levels), density, reach, capacity)| {
            let values = proptest::collection::vec(-reach..=reach, levels);
            let cell = (0..10_u32, values).prop_map(move |(draw, values)| (draw < density).then_some(values));
            let row = proptest::collection::vec(cell, columns);
            (
                proptest::collection::vec(0..tier_count, rows),
                proptest::collection::vec(capacity, columns),
                proptest::collection::vec(row, rows),
            )
                .prop_map(move |(tiers, capacities, cells)| Case {
                    tier_count,
                    tiers,
                    capacities,
                    levels,
                    cells,
                })
        },
    )
}
