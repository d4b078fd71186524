//! Small changes to a problem, for asking "what if".

use super::error::SolveError;
use super::problem::Problem;
use super::solution::Solution;
use super::{Control, Solver};

/// A problem in which one row is already given one column: the rest is open.
/// Made by [`Problem::with_row_forced`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forced {
    rest: Problem,
    row: usize,
    column: u32,
    values: Vec<i64>,
}

impl Forced {
    /// Solves the rest and adds the forced pair back. The result is the best
    /// among all assignments that give the row this column; rows and columns
    /// keep their numbers.
    ///
    /// # Errors
    ///
    /// Those of the solver.
    pub fn solve(&self, solver: &dyn Solver, control: &Control<'_>) -> Result<Solution, SolveError> {
        let mut solution = solver.solve(&self.rest, control)?;
        let tier = self.rest.graph.tiers[self.row];
        let place = solution.assignment.get_mut(self.row);
        *place.ok_or(SolveError::Unsound)? = Some(self.column);
        let served = solution.served.get_mut(usize::from(tier));
        *served.ok_or(SolveError::Unsound)? += 1;
        for sums in [&mut solution.totals, &mut solution.bounds] {
            for (sum, value) in sums.iter_mut().zip(&self.values) {
                *sum += value;
            }
        }
        Ok(solution)
    }
}

impl Problem {
    /// This problem with a row given a column from the start; none if they have
    /// no edge or the column no place. Time: linear in the edges and levels.
    pub fn with_row_forced(&self, row: usize, column: u32) -> Option<Forced> {
        let edge = self.edge(row, column)?;
        let mut rest = self.keeping(|_, other_row| other_row != row);
        let place = &mut rest.graph.capacities[column as usize];
        *place = place.checked_sub(1)?;
        Some(Forced { rest, row, column, values: self.values(edge).collect() })
    }

    /// This problem without the edge between a row and a column; none if there
    /// is no such edge. Time: linear in the edges and levels.
    pub fn without_edge(&self, row: usize, column: u32) -> Option<Self> {
        let gone = self.edge(row, column)?;
        Some(self.keeping(|edge, _| edge != gone))
    }

    /// A copy with only the edges (edge, row) that are wanted.
    fn keeping(&self, wanted: impl Fn(usize, usize) -> bool) -> Self {
        let mut starts = vec![0];
        let mut kept = Vec::with_capacity(self.edges());
        for row in 0..self.rows() {
            kept.extend(self.graph.edges_of(row).filter(|&edge| wanted(edge, row)));
            starts.push(kept.len());
        }
        let mut rest = Self {
            levels: self.levels.iter().map(|level| kept.iter().map(|&edge| level[edge]).collect()).collect(),
            graph: self.graph.clone(),
        };
        rest.graph.columns = kept.iter().map(|&edge| self.graph.columns[edge]).collect();
        rest.graph.row_starts = starts.into();
        rest
    }
}
