//! Small changes to a problem, for asking "what if".

use super::Problem;
use crate::control::Control;
use crate::solution::{Solution, SolveError};

/// A problem in which one row is already given one column: the rest is open. Made by [`Problem::with_row_forced`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forced {
    rest: Problem,
    row: usize,
    edge: usize,
    column: u32,
    values: Vec<i64>,
    /// The whole problem's edge of each of the rest's.
    edges: Vec<u32>,
}

impl Forced {
    /// The best of all assignments that give the row this column, in the numbers of the whole problem; without a
    /// certificate, for it need not be the best of all.
    ///
    /// # Errors
    ///
    /// Those of [`solve`](crate::solve::solve).
    pub fn solve(&self, control: &Control<'_>) -> Result<Solution, SolveError> {
        self.solve_with(|rest| crate::solve::solve(rest, control))
    }

    /// The same with another way to solve what is open, for other aims than the greatest totals. The way returns an
    /// assignment of the problem that it is given.
    ///
    /// # Errors
    ///
    /// Those of the way.
    pub fn solve_with<E: From<SolveError>>(
        &self,
        solve: impl FnOnce(&Problem) -> Result<Solution, E>,
    ) -> Result<Solution, E> {
        let mut solution = solve(&self.rest)?;
        let served = solution.served.get_mut(usize::from(self.rest.tiers[self.row]));
        *served.ok_or(SolveError::Unsound)? += 1;
        for sums in [&mut solution.totals, &mut solution.bounds] {
            for (sum, value) in sums.iter_mut().zip(&self.values) {
                *sum += value;
            }
        }
        let held = solution.edges.iter().any(|edge| self.rest.columns[*edge] == self.column);
        solution.columns_used += usize::from(!held);
        let edges = solution.edges.iter().map(|edge| self.edges[*edge] as usize);
        solution.edges = edges.chain([self.edge]).collect();
        solution.edges.sort_unstable();
        solution.certificate = None;
        Ok(solution)
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
        let (mut rest, edges) = self.keeping(|other_edge, other_row| other_row != row || (!only && other_edge != edge));
        let less = |places: &mut u32| places.checked_sub(1).map(|left| *places = left);
        less(&mut rest.capacities[column as usize])?;
        // A row that wanted one keeps its demand and has no edges left, so that the problem stays plain if it was.
        if !only {
            less(&mut rest.demands[row])?;
        }
        if let Some(group) = self.group_of(column) {
            less(&mut rest.limits[group as usize])?;
        }
        Some(Forced { rest, row, edge, column, values: self.values(edge).collect(), edges })
    }

    /// This problem in which a row that wants one column can have that one alone, and comes before all others: its best
    /// assignments are the best of those that give the row the column, where columns used are a level too. With the edge of
    /// this problem that each edge is. None if they have no edge, the row wants more or less than one, or the column or its
    /// set has no place. Time: linear in the edges and levels.
    pub fn with_row_first(&self, row: usize, column: u32) -> Option<(Self, Vec<u32>)> {
        let only = self.edge(row, column)?;
        let room = |group: u32| self.limits[group as usize] > 0;
        if self.demands[row] != 1 || self.capacities[column as usize] == 0 || !self.group_of(column).is_none_or(room) {
            return None;
        }
        let (mut first, edges) = self.keeping(|edge, other| other != row || edge == only);
        first.tier_count = self.tier_count.checked_add(1)?;
        first.tiers.iter_mut().for_each(|tier| *tier += 1);
        first.tiers[row] = 0;
        Some((first, edges))
    }

    /// This problem without the edge between a row and a column; none if there is no such edge. Time: linear in the
    /// edges and levels.
    pub fn without_edge(&self, row: usize, column: u32) -> Option<Self> {
        let gone = self.edge(row, column)?;
        Some(self.keeping(|edge, _| edge != gone).0)
    }

    /// A copy with only the edges (edge, row) that are wanted, and which they are.
    fn keeping(&self, wanted: impl Fn(usize, usize) -> bool) -> (Self, Vec<u32>) {
        let mut row_starts = vec![0];
        let mut kept: Vec<u32> = Vec::with_capacity(self.edges());
        for row in 0..self.rows() {
            kept.extend(self.edges_of(row).filter(|&edge| wanted(edge, row)).map(|edge| edge as u32));
            row_starts.push(kept.len());
        }
        let copy = Self {
            tier_count: self.tier_count,
            tiers: self.tiers.clone(),
            demands: self.demands.clone(),
            capacities: self.capacities.clone(),
            group_of: self.group_of.clone(),
            limits: self.limits.clone(),
            use_columns: self.use_columns,
            columns: kept.iter().map(|edge| self.columns[*edge as usize]).collect(),
            levels: self.levels.iter().map(|level| kept.iter().map(|edge| level[*edge as usize]).collect()).collect(),
            row_starts,
        };
        (copy, kept)
    }
}
