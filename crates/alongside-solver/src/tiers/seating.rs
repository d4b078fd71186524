//! Which row is given which place.

use crate::problem::Problem;
use crate::solution::SolveError;

/// Stands for no edge, row, column or part.
pub(crate) const NONE: u32 = u32::MAX;

/// Rows with at most one column each, columns with the rows they hold, both ways.
#[derive(Debug, Clone)]
pub(crate) struct Seating {
    /// The edge that serves each row, or [`NONE`].
    pub(crate) edge_of: Vec<u32>,
    /// The column of that edge, or [`NONE`].
    column_of: Vec<u32>,
    /// Where each column's holders begin; one entry more than columns.
    first: Vec<u32>,
    /// How many rows each column holds.
    taken: Vec<u32>,
    holders: Vec<u32>,
}

impl Seating {
    /// Nobody seated. Memory: rows, columns and places, a column counting no more places than it has edges.
    pub(crate) fn empty(problem: &Problem) -> Self {
        let mut first = vec![0; problem.columns() + 1];
        for column in problem.edge_columns() {
            first[*column as usize + 1] += 1;
        }
        for (column, capacity) in problem.capacities().iter().enumerate() {
            first[column + 1] = first[column] + first[column + 1].min(*capacity);
        }
        let places = first[problem.columns()] as usize;
        let taken = vec![0; problem.columns()];
        let none = vec![NONE; problem.rows()];
        Self { edge_of: none.clone(), column_of: none, first, taken, holders: vec![NONE; places] }
    }

    /// The rows a column holds.
    pub(crate) fn holders(&self, column: u32) -> &[u32] {
        let first = self.first[column as usize] as usize;
        &self.holders[first..first + self.taken[column as usize] as usize]
    }

    /// The rows a column holds, to be put in another order.
    pub(crate) fn holders_mut(&mut self, column: u32) -> &mut [u32] {
        let first = self.first[column as usize] as usize;
        &mut self.holders[first..first + self.taken[column as usize] as usize]
    }

    /// How many rows a column holds.
    pub(crate) fn taken(&self, column: u32) -> u32 {
        self.taken[column as usize]
    }

    /// Whether a column takes one more row.
    pub(crate) fn has_room(&self, problem: &Problem, column: u32) -> bool {
        self.taken[column as usize] < problem.capacities()[column as usize]
    }

    /// The column of a row, or [`NONE`].
    pub(crate) fn column(&self, row: usize) -> u32 {
        self.column_of[row]
    }

    /// Seats a row that has no seat in a column that has room.
    pub(crate) fn seat(&mut self, problem: &Problem, row: usize, edge: usize) {
        let column = problem.edge_columns()[edge] as usize;
        self.holders[(self.first[column] + self.taken[column]) as usize] = row as u32;
        self.taken[column] += 1;
        self.edge_of[row] = edge as u32;
        self.column_of[row] = column as u32;
    }

    /// Seats a row that has no seat in a column that is full, in the place of the first of its holders, whom it names.
    pub(crate) fn evict(&mut self, problem: &Problem, row: u32, edge: u32) -> u32 {
        let column = problem.edge_columns()[edge as usize];
        let other = std::mem::replace(&mut self.holders_mut(column)[0], row);
        (self.edge_of[row as usize], self.column_of[row as usize]) = (edge, column);
        (self.edge_of[other as usize], self.column_of[other as usize]) = (NONE, NONE);
        other
    }

    /// Takes a row out of its seat.
    pub(crate) fn unseat(&mut self, row: usize) {
        let column = std::mem::replace(&mut self.column_of[row], NONE);
        self.edge_of[row] = NONE;
        let holders = self.holders_mut(column);
        let last = holders.len() - 1;
        if let Some(place) = holders.iter().position(|holder| *holder as usize == row) {
            holders.swap(place, last);
        }
        self.taken[column as usize] -= 1;
    }

    /// Takes every row out of a column.
    pub(crate) fn clear(&mut self, column: u32) {
        for place in 0..self.taken[column as usize] {
            let row = self.holders[(self.first[column as usize] + place) as usize];
            (self.edge_of[row as usize], self.column_of[row as usize]) = (NONE, NONE);
        }
        self.taken[column as usize] = 0;
    }

    /// Seats the rows of the edges (row, edge) given.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] where a row has a seat or a column has no room.
    pub(crate) fn seat_all(
        &mut self,
        problem: &Problem,
        edges: impl Iterator<Item = (u32, u32)>,
    ) -> Result<(), SolveError> {
        for (row, edge) in edges {
            let column = problem.edge_columns()[edge as usize];
            if self.edge_of[row as usize] != NONE || !self.has_room(problem, column) {
                return Err(SolveError::Unsound);
            }
            self.seat(problem, row as usize, edge as usize);
        }
        Ok(())
    }

    /// The edges in use, ascending.
    pub(crate) fn edges(&self) -> Vec<usize> {
        self.edge_of.iter().filter(|edge| **edge != NONE).map(|edge| *edge as usize).collect()
    }
}
