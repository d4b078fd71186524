//! The few cells through which each row is looked at first.

use super::cell::{Cell, Number};
use super::error::DenseError;
use super::matrix::Matrix;
use super::scale::Scale;
use super::select::{Rest, Selector};
use super::survey::Seen;
use multiversion::multiversion;

/// How many cells of a row are chosen.
const KEEP: usize = 16;
/// How many where there are at least twice as many columns as rows, so that rows seldom want the same.
const KEEP_FEW: usize = 6;
/// For how many there is room.
pub(super) const ROOM: usize = 24;
/// Rows asked whether columns differ much.
const WITNESSES: usize = 64;
/// Rows looked at to guess the scale.
const SAMPLE: usize = 4;

/// The candidates of all rows.
#[derive(Debug)]
pub(super) struct Candidates {
    /// Room for [`ROOM`] costs a row, each less the base of its column.
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

/// Whether there are so many more columns than rows that rows seldom want the same.
pub(super) fn few(rows: usize, columns: usize) -> bool {
    columns / 2 >= rows
}

/// About how many cells of a row are chosen in a matrix of that shape.
pub(super) fn keep(rows: usize, columns: usize) -> usize {
    if few(rows, columns) { KEEP_FEW } else { KEEP }
}

impl Candidates {
    pub(super) fn none(rows: usize) -> Self {
        Self {
            costs: vec![0; rows * ROOM],
            columns: vec![0; rows * ROOM],
            counts: vec![0; rows],
            bounds: vec![i64::MAX; rows],
        }
    }
}

/// What reading the matrix for the first time gave.
pub(super) struct First {
    pub(super) scale: Scale,
    pub(super) candidates: Candidates,
    /// The least cell of each column, where columns differ so much that rows are better compared without that; then
    /// no candidates are chosen yet.
    pub(super) bases: Option<Vec<i64>>,
}

/// Reads the whole matrix once: checks it, finds how its cells become integers and, of a square one, the least cell of
/// each column.
pub(super) fn scale<T: Cell>(matrix: &Matrix<'_, T>) -> Result<(Scale, Option<Vec<T>>), DenseError> {
    let rows = matrix.rows();
    let guess = guess(matrix);
    let mut seen = Seen::default();
    let mut least = (rows == matrix.columns()).then(|| vec![T::ZERO; 0]);
    for row in 0..rows {
        let cells = survey(matrix, row, &guess, &mut seen)?;
        match &mut least {
            Some(least) if row == 0 => least.extend_from_slice(cells),
            Some(least) => lower(least, cells),
            None => {}
        }
    }
    Ok((T::scale(&seen, &guess, rows)?, least))
}

/// A scale that may turn out to lose nothing.
pub(super) fn guess<T: Cell>(matrix: &Matrix<'_, T>) -> Scale {
    let rows = matrix.rows();
    let sample: Vec<&[T]> = (0..rows.min(SAMPLE)).map(|at| matrix.row(at * rows / rows.min(SAMPLE))).collect();
    T::guess(&sample, rows)
}

/// Notes the range of a row's cells, which must be finite.
pub(super) fn survey<'a, T: Cell>(
    matrix: &'a Matrix<'_, T>,
    row: usize,
    guess: &Scale,
    seen: &mut Seen,
) -> Result<&'a [T], DenseError> {
    let cells = matrix.row(row);
    T::survey(cells, guess, seen);
    if seen.infinite == 0 {
        return Ok(cells);
    }
    let column = cells.iter().position(|cell| !cell.number().is_finite()).unwrap_or(0);
    Err(DenseError::NotFinite { row, column })
}

/// Reads the whole matrix once: checks it, finds how its cells become integers, and chooses each row's cheapest.
pub(super) fn first<T: Cell>(matrix: &Matrix<'_, T>) -> Result<First, DenseError> {
    let rows = matrix.rows();
    let keep = keep(rows, matrix.columns());
    let guess = guess(matrix);
    let mut seen = Seen::default();
    let mut survey = |row: usize| survey(matrix, row, &guess, &mut seen);
    let mut candidates = Candidates::none(rows);
    if uneven(matrix) {
        let mut least = matrix.row(0).to_vec();
        for row in 0..rows {
            lower(&mut least, survey(row)?);
        }
        let scale = T::scale(&seen, &guess, rows)?;
        let bases = least.iter().map(|cell| cell.whole(&scale)).collect();
        return Ok(First { scale, candidates, bases: Some(bases) });
    }
    let mut selector = Selector::new();
    let mut cells = vec![T::ZERO; rows * ROOM];
    let mut rests = vec![Rest::None; rows];
    for (row, rest) in rests.iter_mut().enumerate() {
        *rest = selector.select(survey(row)?, row, keep, ROOM);
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
    Ok(First { scale, candidates, bases: None })
}

/// Whether the cheapest cells of some rows lie in half as few columns as they would by chance. Only where every column
/// gets a row: elsewhere a column's potential has to begin at 0.
pub(super) fn uneven<T: Cell>(matrix: &Matrix<'_, T>) -> bool {
    let (rows, columns) = (matrix.rows(), matrix.columns());
    if rows != columns || rows < 2 * WITNESSES {
        return false;
    }
    let mut cheapest: Vec<usize> = (0..WITNESSES)
        .map(|at| {
            // Of equal cells one further on for each row.
            let (cells, first) = (matrix.row(at * rows / WITNESSES), at * columns / WITNESSES);
            let order = (first..columns).chain(0..first);
            order.reduce(|least, at| if cells[at] < cells[least] { at } else { least }).unwrap_or(first)
        })
        .collect();
    cheapest.sort_unstable();
    cheapest.dedup();
    cheapest.len() < WITNESSES * 3 / 8
}

/// Lowers numbers to those of a row where these are lower.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn lower<T: Number>(least: &mut [T], row: &[T]) {
    for (least, cell) in least.iter_mut().zip(row) {
        *least = if *cell < *least { *cell } else { *least };
    }
}
