//! Who holds what, counted from the edges alone.

use super::flaw::{Flaw, Flaws};
use super::{Objective, Verified};
use crate::problem::Problem;

/// An assignment, counted.
#[derive(Debug)]
pub(super) struct Holding {
    /// A bit for each edge.
    chosen: Vec<u64>,
    /// Places filled for each row.
    pub(super) rows: Vec<u32>,
    /// Rows in each column.
    pub(super) columns: Vec<u32>,
    /// Rows in each set.
    pub(super) sets: Vec<u64>,
}

impl Holding {
    /// Counts; none, and what is wrong, if the edges are no assignment.
    pub(super) fn of(problem: &Problem, edges: &[usize], flaws: &mut Flaws) -> Option<Self> {
        let before = flaws.count();
        let mut chosen = vec![0_u64; problem.edges().div_ceil(64)];
        for &edge in edges {
            if edge >= problem.edges() {
                flaws.push(Flaw::NoSuchEdge { edge });
                continue;
            }
            let (word, bit) = (&mut chosen[edge / 64], 1 << (edge % 64));
            if *word & bit != 0 {
                flaws.push(Flaw::Twice { edge });
            }
            *word |= bit;
        }
        let mut holding = Self {
            chosen,
            rows: vec![0; problem.rows()],
            columns: vec![0; problem.columns()],
            sets: vec![0; problem.limits().len()],
        };
        holding.count(problem);
        holding.overfull(problem, flaws);
        (flaws.count() == before).then_some(holding)
    }

    fn count(&mut self, problem: &Problem) {
        let mut row = 0;
        for (at, word) in self.chosen.iter().enumerate() {
            for edge in ones(at, *word) {
                while problem.edges_of(row).end <= edge {
                    row += 1;
                }
                let column = problem.edge_columns()[edge];
                self.rows[row] += 1;
                self.columns[column as usize] += 1;
                if let Some(set) = problem.group_of(column) {
                    self.sets[set as usize] += 1;
                }
            }
        }
    }

    fn overfull(&self, problem: &Problem, flaws: &mut Flaws) {
        for (row, (&holds, &wants)) in self.rows.iter().zip(problem.demands()).enumerate() {
            if holds > wants {
                flaws.push(Flaw::RowOverfull { row, wants, holds });
            }
        }
        for (column, (&holds, &takes)) in self.columns.iter().zip(problem.capacities()).enumerate() {
            if holds > takes {
                flaws.push(Flaw::ColumnOverfull { column, takes, holds });
            }
        }
        for (set, (&holds, &takes)) in self.sets.iter().zip(problem.limits()).enumerate() {
            if holds > u64::from(takes) {
                flaws.push(Flaw::SetOverfull { set, takes, holds });
            }
        }
    }

    /// Whether the edge is chosen.
    pub(super) fn has(&self, edge: usize) -> bool {
        self.chosen[edge / 64] >> (edge % 64) & 1 == 1
    }

    /// The sums.
    pub(super) fn adds_up_to<O: Objective + ?Sized>(&self, problem: &Problem, values: &O) -> Verified {
        let mut served = vec![0; usize::from(problem.tier_count())];
        for (&tier, &holds) in problem.tiers().iter().zip(&self.rows) {
            served[usize::from(tier)] += holds as usize;
        }
        let mut totals = vec![0; values.levels()];
        for (at, word) in self.chosen.iter().enumerate() {
            for edge in ones(at, *word) {
                for (level, total) in totals.iter_mut().enumerate() {
                    *total += i128::from(values.value(level, edge));
                }
            }
        }
        let columns_used = self.columns.iter().filter(|holds| **holds > 0).count();
        Verified { served, columns_used, totals }
    }
}

/// The edges of one word, ascending.
fn ones(at: usize, mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let low = word.trailing_zeros() as usize;
        word &= word.wrapping_sub(1);
        (low < 64).then_some(at * 64 + low)
    })
}
