//! The edges that can still be in an answer.

use crate::certificate::Potentials;
use crate::problem::Problem;
use crate::solution::SolveError;
use crate::tiers::Seats;

/// No potential may lie further from 0: with it no sum of two and a value leaves 64 bits.
pub(crate) const FURTHEST: i64 = 1 << 61;

/// Edges with no reduced cost at any level so far, row by row.
#[derive(Debug)]
pub(crate) struct Tight {
    pub(crate) starts: Vec<u32>,
    pub(crate) edges: Vec<u32>,
}

impl Tight {
    /// The edges that no level of the tiers rules out.
    pub(crate) fn of_tiers(problem: &Problem, seats: &Seats) -> Self {
        if seats.worth.iter().all(|worth| *worth == 0) && (0..problem.rows()).all(|row| seats.level(problem, row) == 0)
        {
            let starts = problem.row_starts().iter().map(|start| *start as u32).collect();
            return Self { starts, edges: (0..problem.edges() as u32).collect() };
        }
        let mut tight = Self { starts: Vec::with_capacity(problem.rows() + 1), edges: Vec::new() };
        tight.edges.reserve_exact(problem.edges());
        tight.starts.push(0);
        for row in 0..problem.rows() {
            let level = seats.level(problem, row);
            let edges = problem.edges_of(row);
            let same = edges.filter(|edge| seats.worth[problem.edge_columns()[*edge] as usize] == level);
            tight.edges.extend(same.map(|edge| edge as u32));
            tight.starts.push(tight.edges.len() as u32);
        }
        tight
    }

    /// The tight edges of a row.
    pub(crate) fn of_row(&self, row: usize) -> &[u32] {
        &self.edges[self.starts[row] as usize..self.starts[row + 1] as usize]
    }

    /// Those of the edges that stay tight at one more level.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] where the potentials undercut an edge.
    pub(crate) fn narrow(&mut self, problem: &Problem, values: &[i64], level: &Potentials) -> Result<(), SolveError> {
        let mut kept = 0;
        let mut from = 0;
        for row in 0..problem.rows() {
            let to = self.starts[row + 1] as usize;
            for at in from..to {
                let edge = self.edges[at];
                let column = problem.edge_columns()[edge as usize] as usize;
                let spare = level.rows[row] + level.columns[column] - values[edge as usize];
                if spare < 0 {
                    return Err(SolveError::Unsound);
                }
                self.edges[kept] = edge;
                kept += usize::from(spare == 0);
            }
            from = to;
            self.starts[row + 1] = kept as u32;
        }
        self.edges.truncate(kept);
        Ok(())
    }
}
