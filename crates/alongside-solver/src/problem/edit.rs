//! Small changes to a problem, for asking "what if".

use super::Problem;
use crate::control::Control;
use crate::solution::{Solution, SolveError};

/// A problem in which one row is already given one column: the rest is open. Made by [`Problem::with_row_forced`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forced {
    rest: Problem,
    row: usize,
    column: u32,
    values: Vec<i64>,
}

impl Forced {
    /// Solves the rest and adds the forced pair back, in the places filled, the totals and their bounds. The result is
    /// the best among all assignments that give the row this column; rows and columns keep their numbers.
    ///
    /// [`Solution::edges`] and the certificate are those of the rest: its edges are numbered without those that the
    /// forced pair leaves out. [`Forced::columns`] gives every row's column.
    ///
    /// # Errors
    ///
    /// Those of [`solve`](crate::solve::solve).
    pub fn solve(&self, control: &Control<'_>) -> Result<Solution, SolveError> {
        let mut solution = crate::solve::solve(&self.rest, control)?;
        let served = solution.served.get_mut(usize::from(self.rest.tiers[self.row]));
        *served.ok_or(SolveError::Unsound)? += 1;
        for sums in [&mut solution.totals, &mut solution.bounds] {
            for (sum, value) in sums.iter_mut().zip(&self.values) {
                *sum += value;
            }
        }
        let held = solution.edges.iter().any(|edge| self.rest.columns[*edge] == self.column);
        solution.columns_used += usize::from(!held);
        Ok(solution)
    }

    /// The columns of every row in a solution of this, the forced pair among them, as (row, column) in order of rows.
    pub fn columns(&self, solution: &Solution) -> Vec<(usize, u32)> {
        let row = |edge: &usize| self.rest.row_starts.partition_point(|start| start <= edge) - 1;
        let pairs = solution.edges.iter().map(|edge| (row(edge), self.rest.columns[*edge]));
        let mut pairs: Vec<_> = pairs.chain([(self.row, self.column)]).collect();
        pairs.sort_unstable();
        pairs
    }
}

impl Problem {
    /// This problem with a row given a column from the start; none if they have no edge, the row wants nothing, or the
    /// column or its set has no place. None too where columns used are a level, which a problem without the pair cannot
    /// count. Time: linear in the edges and levels.
    pub fn with_row_forced(&self, row: usize, column: u32) -> Option<Forced> {
        let edge = self.edge(row, column)?;
        if self.use_columns {
            return None;
        }
        let only = self.demands[row] == 1;
        let mut rest = self.keeping(|other_edge, other_row| other_row != row || (!only && other_edge != edge));
        let less = |places: &mut u32| places.checked_sub(1).map(|left| *places = left);
        less(&mut rest.capacities[column as usize])?;
        // A row that wanted one keeps its demand and has no edges left, so that the problem stays plain if it was.
        if !only {
            less(&mut rest.demands[row])?;
        }
        if let Some(group) = self.group_of(column) {
            less(&mut rest.limits[group as usize])?;
        }
        Some(Forced { rest, row, column, values: self.values(edge).collect() })
    }

    /// This problem without the edge between a row and a column; none if there is no such edge. Time: linear in the
    /// edges and levels.
    pub fn without_edge(&self, row: usize, column: u32) -> Option<Self> {
        let gone = self.edge(row, column)?;
        Some(self.keeping(|edge, _| edge != gone))
    }

    /// A copy with only the edges (edge, row) that are wanted.
    fn keeping(&self, wanted: impl Fn(usize, usize) -> bool) -> Self {
        let mut row_starts = vec![0];
        let mut kept = Vec::with_capacity(self.edges());
        for row in 0..self.rows() {
            kept.extend(self.edges_of(row).filter(|&edge| wanted(edge, row)));
            row_starts.push(kept.len());
        }
        Self {
            tier_count: self.tier_count,
            tiers: self.tiers.clone(),
            demands: self.demands.clone(),
            capacities: self.capacities.clone(),
            group_of: self.group_of.clone(),
            limits: self.limits.clone(),
            use_columns: self.use_columns,
            columns: kept.iter().map(|&edge| self.columns[edge]).collect(),
            levels: self.levels.iter().map(|level| kept.iter().map(|&edge| level[edge]).collect()).collect(),
            row_starts,
        }
    }
}
