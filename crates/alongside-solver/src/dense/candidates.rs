//! The few cells through which each row is looked at first.

use super::cell::Cell;
use super::error::DenseError;
use super::matrix::Matrix;
use super::scale::Scale;
use super::select::{Rest, Selector};
use super::survey::Seen;

/// How many cells of a row are chosen.
pub(super) const KEEP: usize = 16;
/// For how many there is room.
pub(super) const ROOM: usize = 24;
/// Rows looked at to guess the scale.
const SAMPLE: usize = 4;

/// The candidates of all rows.
#[derive(Debug)]
pub(super) struct Candidates {
    /// Room for [`ROOM`] costs a row.
    pub(super) costs: Vec<i64>,
    /// Their columns.
    pub(super) columns: Vec<u32>,
    /// How many there are of each row.
    pub(super) counts: Vec<u32>,
    /// The other cells of the row less their columns' potentials are not below this; `i64::MAX` where there are none.
    pub(super) bounds: Vec<i64>,
}

impl Candidates {
    /// Where a row's candidates are.
    #[inline]
    pub(super) fn of(&self, row: usize) -> std::ops::Range<usize> {
        row * ROOM..row * ROOM + self.counts[row] as usize
    }
}

/// Where a row begins to look among equal cells: further on for each row, so that a matrix of equal cells is matched
/// along its diagonal.
pub(super) fn start(row: usize, rows: usize, columns: usize) -> usize {
    (row as u64 * columns as u64 / rows.max(1) as u64) as usize
}

/// Reads the whole matrix once: checks it, finds how its cells become integers, and chooses each row's cheapest.
pub(super) fn first<T: Cell>(matrix: &Matrix<'_, T>) -> Result<(Scale, Candidates), DenseError> {
    let (rows, columns) = (matrix.rows(), matrix.columns());
    let sample: Vec<&[T]> = (0..rows.min(SAMPLE)).map(|at| matrix.row(at * rows / rows.min(SAMPLE))).collect();
    let guess = T::guess(&sample, rows);
    let mut seen = Seen::default();
    let mut selector = Selector::new();
    let mut cells = vec![T::ZERO; rows * ROOM];
    let mut candidates = Candidates {
        costs: vec![0; rows * ROOM],
        columns: vec![0; rows * ROOM],
        counts: vec![0; rows],
        bounds: vec![i64::MAX; rows],
    };
    let mut rests = vec![Rest::None; rows];
    for (row, rest) in rests.iter_mut().enumerate() {
        let line = matrix.row(row);
        T::survey(line, &guess, &mut seen);
        if seen.infinite != 0 {
            let column = line.iter().position(|cell| !cell.number().is_finite()).unwrap_or(0);
            return Err(DenseError::NotFinite { row, column });
        }
        *rest = selector.select(line, start(row, rows, columns), KEEP, ROOM);
        let at = row * ROOM;
        for (slot, (cell, column)) in selector.chosen.iter().enumerate() {
            cells[at + slot] = *cell;
            candidates.columns[at + slot] = *column;
        }
        candidates.counts[row] = selector.chosen.len() as u32;
    }
    let scale = T::scale(&seen, &guess, rows)?;
    for (cost, cell) in candidates.costs.iter_mut().zip(&cells) {
        *cost = cell.whole(&scale);
    }
    for (bound, rest) in candidates.bounds.iter_mut().zip(&rests) {
        *bound = match rest {
            Rest::None => i64::MAX,
            Rest::From(cell) => cell.whole(&scale),
            // Rounding keeps the order, but two costs may become one.
            Rest::Above(cell) => cell.whole(&scale) + i64::from(scale.exact),
        };
    }
    Ok((scale, candidates))
}
