//! Matrices in which nearly every row can have its cheapest cell.

use super::candidates::{Candidates, First, few, guess, survey, uneven};
use super::cell::{Cell, Number};
use super::error::DenseError;
use super::matrix::Matrix;
use super::state::{NONE, State};
use super::survey::Seen;
use multiversion::multiversion;

/// Cells of a matrix that stays in the cache, so that rows are cheaply read again.
const CELLS: usize = 1024 * 1024;
/// Rows that chance alone may leave.
const CHANCE: usize = 3;
/// Rows asked how many cheapest cells they have.
const WITNESSES: usize = 16;
/// From how many on a row has them anywhere rather than where somebody hid an assignment.
const MANY: usize = 4;
/// Cells looked at together.
const LANES: usize = 32;

/// A state in which most rows have their cheapest cell.
pub(super) struct Claimed<'a, T> {
    pub(super) state: State<'a, T>,
    /// The rows that have none yet.
    pub(super) left: Vec<u32>,
}

/// Gives each row one of its cheapest cells whose column nobody has yet, and tells who is left; nothing if these are
/// more than a few, or a fifth where the matrix is small, or as many as if each row had one cheapest cell anywhere.
///
/// That is optimal for the rows served, as no column has a potential yet. What the rows that are left need is then found
/// one by one, and most of the matrix is read once only: with many equal cells, or where an assignment lies open. Where
/// there are many more columns than rows it does not pay, as to choose cells of each row costs little there. Time: once
/// through the matrix.
pub(super) fn claim<'a, T: Cell>(matrix: &'a Matrix<'a, T>) -> Result<Option<Claimed<'a, T>>, DenseError> {
    let (rows, columns) = (matrix.rows(), matrix.columns());
    if few(rows, columns) || uneven(matrix) {
        return Ok(None);
    }
    let share = if matrix.cells().len() <= CELLS { 5 } else { 64 };
    if left_by_chance(matrix) > 16 + rows / share {
        return Ok(None);
    }
    let guess = guess(matrix);
    let (mut seen, mut minima) = (Seen::default(), Vec::new());
    let mut row_of = vec![NONE; columns];
    let mut claimed = Vec::with_capacity(rows);
    let mut left = Vec::new();
    for row in 0..rows {
        minima.clear();
        let cells = survey(matrix, row, columns, &guess, &mut seen, &mut minima)?;
        let least = least(&minima);
        let column = unclaimed(cells, least, &row_of);
        match column {
            NONE => left.push(row as u32),
            column => row_of[column as usize] = row as u32,
        }
        claimed.push((least, column));
        // Of so many rows with one cheapest cell each, anywhere, about `row * row / (2 * columns)` would be left.
        if left.len() > 16 + row / share || left.len() > CHANCE + row * row / (4 * columns) {
            return Ok(None);
        }
    }
    let scale = T::scale(&seen, &guess, rows)?;
    let mut candidates = Candidates::none(rows, columns);
    for (bound, (least, _)) in candidates.bounds.iter_mut().zip(&claimed) {
        *bound = least.whole(&scale);
    }
    let mut state = State::unchosen(matrix, First { scale, candidates, bases: None });
    for (row, (least, column)) in claimed.into_iter().enumerate() {
        if column != NONE {
            state.give(row, column, least.whole(&scale));
        }
    }
    Ok(Some(Claimed { state, left }))
}

/// How many rows would be left by the end, if each has as many cheapest cells as some that are asked, anywhere; 0 where
/// that cannot be told. With `c` of them the row after `r` others finds all taken with a chance of `(r / rows)^c`, which
/// adds up to `rows / (c + 1)`.
fn left_by_chance<T: Cell>(matrix: &Matrix<'_, T>) -> usize {
    let rows = matrix.rows();
    if rows != matrix.columns() || rows < WITNESSES {
        return 0;
    }
    let cheapest = |at: usize| {
        let cells = matrix.row(at * rows / WITNESSES);
        let least = least(cells);
        cells.iter().filter(|cell| **cell <= least).count()
    };
    let mean = (0..WITNESSES).map(cheapest).sum::<usize>() / WITNESSES;
    if mean < MANY { 0 } else { rows / (mean + 1) }
}

/// The least of some cells.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn least<T: Number>(row: &[T]) -> T {
    let mut least = [row[0]; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunk in chunks {
        for lane in 0..LANES {
            least[lane] = if chunk[lane] < least[lane] { chunk[lane] } else { least[lane] };
        }
    }
    let both = least.iter().chain(rest).copied();
    both.fold(row[0], |least, cell| if cell < least { cell } else { least })
}

/// The first column that no row has, of those that cost no more than this, or [`NONE`].
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn unclaimed<T: Number>(row: &[T], most: T, row_of: &[u32]) -> u32 {
    for (at, (cells, rows)) in row.chunks(LANES).zip(row_of.chunks(LANES)).enumerate() {
        let mut found = 0;
        for (cell, row) in cells.iter().zip(rows) {
            found |= u32::from(*cell <= most) & u32::from(*row == NONE);
        }
        if found != 0 {
            let place = cells.iter().zip(rows).position(|(cell, row)| *cell <= most && *row == NONE);
            return place.map_or(NONE, |place| (at * LANES + place) as u32);
        }
    }
    NONE
}
