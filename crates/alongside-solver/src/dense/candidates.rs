//! The few cells through which each row is looked at first.

use super::cell::{Cell, Number};
use super::error::DenseError;
use super::matrix::Matrix;
use super::scale::Scale;
use super::select::{Rest, Selector, depth};
use super::survey::Seen;
use multiversion::multiversion;

/// How many cells of a row are chosen.
const KEEP: usize = 16;
/// How many where there are at least twice as many columns as rows, so that rows seldom want the same.
const KEEP_FEW: usize = 6;
/// Rows asked whether columns differ much.
const WITNESSES: usize = 64;
/// Rows looked at to guess the scale.
const SAMPLE: usize = 4;

/// The candidates of all rows.
#[derive(Debug)]
pub(super) struct Candidates {
    /// For how many of each row there is room: half as many again as are wanted, or twice where these are few.
    pub(super) room: usize,
    /// So many costs a row, each less the base of its column.
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
        row * self.room..row * self.room + self.counts[row] as usize
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
    /// None yet, for a matrix of that shape.
    pub(super) fn none(rows: usize, columns: usize) -> Self {
        let keep = keep(rows, columns);
        let room = if few(rows, columns) { 2 * keep } else { keep + keep / 2 };
        Self {
            room,
            costs: vec![0; rows * room],
            columns: vec![0; rows * room],
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

/// A scale that may turn out to lose nothing.
pub(super) fn guess<T: Cell>(matrix: &Matrix<'_, T>) -> Scale {
    let rows = matrix.rows();
    let sample: Vec<&[T]> = (0..rows.min(SAMPLE)).map(|at| matrix.row(at * rows / rows.min(SAMPLE))).collect();
    T::guess(&sample, rows)
}

/// Notes the range of a row's cells, which must be finite, and adds the minima of its blocks.
pub(super) fn survey<'a, T: Cell>(
    matrix: &'a Matrix<'_, T>,
    row: usize,
    depth: usize,
    guess: &Scale,
    seen: &mut Seen,
    minima: &mut Vec<T>,
) -> Result<&'a [T], DenseError> {
    let cells = matrix.row(row);
    T::survey(cells, depth, guess, seen, minima);
    if seen.doubtful {
        finite(cells).map_err(|column| DenseError::NotFinite { row, column })?;
    }
    Ok(cells)
}

/// The first cell that is not finite is the error.
pub(super) fn finite<T: Cell>(cells: &[T]) -> Result<(), usize> {
    cells.iter().position(|cell| !cell.number().is_finite()).map_or(Ok(()), Err)
}

/// Reads the whole matrix once: checks it, finds how its cells become integers, and chooses each row's cheapest.
pub(super) fn first<T: Cell>(matrix: &Matrix<'_, T>) -> Result<First, DenseError> {
    let (rows, columns) = (matrix.rows(), matrix.columns());
    let keep = keep(rows, columns);
    let guess = guess(matrix);
    let mut seen = Seen::default();
    let mut candidates = Candidates::none(rows, columns);
    let mut selector = Selector::new();
    if uneven(matrix) {
        let mut least = matrix.row(0).to_vec();
        for row in 0..rows {
            selector.minima.clear();
            lower(&mut least, survey(matrix, row, columns, &guess, &mut seen, &mut selector.minima)?);
        }
        let scale = T::scale(&seen, &guess, rows)?;
        let bases = least.iter().map(|cell| cell.whole(&scale)).collect();
        return Ok(First { scale, candidates, bases: Some(bases) });
    }
    let depth = depth(columns);
    let mut rests = vec![Rest::None; rows];
    for (row, rest) in rests.iter_mut().enumerate() {
        selector.minima.clear();
        let cells = survey(matrix, row, depth, &guess, &mut seen, &mut selector.minima)?;
        *rest = selector.choose(cells, row, keep, candidates.room);
        let at = row * candidates.room;
        for (slot, (cell, column)) in selector.chosen.iter().enumerate() {
            candidates.costs[at + slot] = cell.bits();
            candidates.columns[at + slot] = *column;
        }
        candidates.counts[row] = selector.chosen.len() as u32;
    }
    let scale = T::scale(&seen, &guess, rows)?;
    for row in 0..rows {
        let range = candidates.of(row);
        for cost in &mut candidates.costs[range] {
            *cost = T::of_bits(*cost).whole(&scale);
        }
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
