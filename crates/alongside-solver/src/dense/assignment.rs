//! What comes out.
#![allow(clippy::float_arithmetic, reason = "the total is also given in the original numbers")]

use super::cell::Cell;
use super::error::DenseError;
use super::scale::Quantisation;
use super::state::{NONE, State};

/// The best assignment of a [`Matrix`](super::Matrix) and its proof.
///
/// Write `c` for a cell as an integer (see [`Quantisation`]), `u` for the potential of its row and `v` for that of its
/// column. Then `u + v <= c` for every cell, with equality for the chosen ones. The longer side's potentials are not
/// above 0, and 0 where there is no pair; if both sides are as long, every row and column is in a pair. So no
/// assignment costs less than the sum of all potentials, which is `total`.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// The column of each row.
    pub columns: Vec<Option<u32>>,
    /// One potential a row.
    pub row_potentials: Vec<i64>,
    /// One potential a column.
    pub column_potentials: Vec<i64>,
    /// The total cost in the integers.
    pub total: i128,
    /// The total cost in the original numbers, rounded as little as a sum of them can be.
    pub cost: f64,
    /// How costs became integers.
    pub quantisation: Quantisation,
    /// What it took.
    pub effort: Effort,
}

/// What a solution took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Effort {
    /// Searches for a path, one a row that the reductions left without a column.
    pub searches: u64,
    /// Rows read again after the first time.
    pub rows_read_again: u64,
}

impl Assignment {
    /// The pairs chosen.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, u32)> {
        self.columns.iter().enumerate().filter_map(|(row, column)| column.map(|column| (row, column)))
    }

    /// The same for the matrix turned round, which has so many rows.
    pub(super) fn turned(self, rows: usize) -> Self {
        let mut columns = vec![None; rows];
        for (column, row) in self.pairs() {
            columns[row as usize] = Some(column as u32);
        }
        let (row_potentials, column_potentials) = (self.column_potentials, self.row_potentials);
        Self { columns, row_potentials, column_potentials, ..self }
    }
}

/// Reads the assignment off a finished state.
pub(super) fn read<T: Cell>(state: State<'_, T>) -> Result<Assignment, DenseError> {
    let scale = state.scale;
    let mut row_potentials = Vec::with_capacity(state.column_of.len());
    let (mut total, mut cost) = (0, Sum::default());
    for (row, column) in state.column_of.iter().enumerate() {
        let potential = state.worth(row, *column);
        row_potentials.push(potential.checked_add(scale.base).ok_or(DenseError::Overflow)?);
        total += i128::from(state.paid[row] + state.base(*column)) + i128::from(scale.base);
        cost.add(state.matrix.row(row)[*column as usize].number());
    }
    Ok(Assignment {
        columns: state.column_of.iter().map(|column| (*column != NONE).then_some(*column)).collect(),
        row_potentials,
        column_potentials: state.potentials,
        total,
        cost: cost.value(),
        quantisation: Quantisation { offset: scale.offset, shift: scale.shift, exact: scale.exact },
        effort: Effort { searches: state.searches, rows_read_again: state.read_again },
    })
}

/// A sum that carries what rounding loses (Neumaier 1974).
#[derive(Debug, Default)]
struct Sum {
    sum: f64,
    lost: f64,
}

impl Sum {
    fn add(&mut self, number: f64) {
        let sum = self.sum + number;
        self.lost += if self.sum.abs() >= number.abs() { (self.sum - sum) + number } else { (number - sum) + self.sum };
        self.sum = sum;
    }

    fn value(&self) -> f64 {
        self.sum + self.lost
    }
}
