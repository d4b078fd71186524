//! The matrix of costs.

use super::cell::Cell;
use super::error::DenseError;

/// Most rows or columns, so that either fits in 31 bits.
const MAX_SIDE: usize = (1 << 31) - 1;
/// Rows and columns of the tiles that are turned round one at a time: a line of the cache wide.
const TILE: (usize, usize) = (64, 8);

/// Costs of every row with every column, row after row, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Matrix<'a, T> {
    rows: usize,
    columns: usize,
    cells: &'a [T],
}

impl<'a, T: Cell> Matrix<'a, T> {
    /// A matrix of `rows` times `columns` cells, row after row.
    ///
    /// # Errors
    ///
    /// [`DenseError::Shape`] if there are more or fewer cells, [`DenseError::TooLarge`] beyond 2^31 - 1 rows or
    /// columns. Whether the cells are finite numbers is seen by [`solve`](super::solve).
    pub fn new(rows: usize, columns: usize, cells: &'a [T]) -> Result<Self, DenseError> {
        if rows > MAX_SIDE || columns > MAX_SIDE {
            return Err(DenseError::TooLarge { rows, columns });
        }
        if rows.checked_mul(columns) != Some(cells.len()) {
            return Err(DenseError::Shape { rows, columns, cells: cells.len() });
        }
        Ok(Self { rows, columns, cells })
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// All cells, row after row.
    pub fn cells(&self) -> &'a [T] {
        self.cells
    }

    /// The cells of a row, which must exist.
    pub(super) fn row(&self, row: usize) -> &'a [T] {
        &self.cells[row * self.columns..(row + 1) * self.columns]
    }

    /// A copy of the cells, column after column: tile by tile, so that both sides stay in the cache.
    pub(super) fn turned(&self) -> Vec<T> {
        let mut turned = vec![T::ZERO; self.cells.len()];
        for row in (0..self.rows).step_by(TILE.0) {
            let height = TILE.0.min(self.rows - row);
            for first in (0..self.columns).step_by(TILE.1) {
                for column in first..(first + TILE.1).min(self.columns) {
                    let into = &mut turned[column * self.rows + row..][..height];
                    for (at, cell) in into.iter_mut().enumerate() {
                        *cell = self.cells[(row + at) * self.columns + column];
                    }
                }
            }
        }
        turned
    }
}
