//! Matrices so small that every row is looked at whole.

use super::candidates::{self, Candidates, First};
use super::cell::{Cell, Number};
use super::error::DenseError;
use super::full;
use super::matrix::Matrix;
use super::narrow::Narrow;
use super::scale::Scale;
use super::state::{End, NONE, State};
use super::survey::Seen;
use crate::control::Control;
use multiversion::multiversion;

/// Most cells of such a matrix: beyond, choosing a few cells of each row first is quicker.
const CELLS: usize = 280 * 280;
/// Times that all rows without a column are reduced.
const ROUNDS: usize = 2;
/// Cells compared together.
const LANES: usize = 8;

/// In the place of columns that only fill up a row: never the least beside others.
const FILLING: i64 = i64::MAX;

/// Whether a matrix is so small.
pub(super) fn is<T: Cell>(matrix: &Matrix<'_, T>) -> bool {
    matrix.cells().len() <= CELLS
}

/// All cells as integers, each row filled up to whole chunks, and the potentials likewise.
struct Rows {
    cells: Vec<i64>,
    width: usize,
    potentials: Vec<i64>,
}

impl Rows {
    fn new<T: Cell>(matrix: &Matrix<'_, T>, scale: &Scale) -> Self {
        let width = matrix.columns().next_multiple_of(LANES);
        let mut cells = vec![0; matrix.rows() * width];
        for (row, into) in cells.chunks_mut(width.max(1)).enumerate() {
            whole(matrix.row(row), scale, into);
            into[matrix.columns()..].fill(FILLING);
        }
        Self { cells, width, potentials: vec![0; width] }
    }

    fn row(&self, row: usize) -> &[i64] {
        &self.cells[row * self.width..(row + 1) * self.width]
    }

    /// The least of a row's costs less potentials, and the least of the others.
    fn least_two(&self, row: usize) -> Two {
        let (mut least, mut columns, mut second) = ([i64::MAX; LANES], [0; LANES], [i64::MAX; LANES]);
        least_two(self.row(row), &self.potentials, &mut least, &mut columns, &mut second);
        let of = |lane: usize| Two { least: least[lane], column: columns[lane] + lane as u32, second: second[lane] };
        let quarters = [of(0).and(of(1)), of(2).and(of(3)), of(4).and(of(5)), of(6).and(of(7))];
        (quarters[0].and(quarters[1])).and(quarters[2].and(quarters[3]))
    }

    /// Lowers a column's potential.
    fn lower<T: Cell>(&mut self, state: &mut State<'_, T>, column: u32, by: i64) -> Result<(), DenseError> {
        state.lower(column, by)?;
        self.potentials[column as usize] -= by;
        Ok(())
    }

    /// A column that no row has, among those of a row that cost just so much less their potentials.
    fn free_among(&self, row: usize, row_of: &[u32], reduced: i64) -> Option<u32> {
        let cells = self.row(row).iter().zip(&self.potentials).zip(row_of).zip(0..);
        let mut free = cells.filter(|((_, row), _)| **row == NONE);
        free.find(|(((cell, potential), _), _)| *cell - **potential == reduced).map(|(_, column)| column)
    }
}

/// The method of Jonker and Volgenant (1987): column reduction, reduction transfer, augmenting row reduction, then
/// shortest paths, all on whole rows.
pub(super) fn solve<'a, T: Cell>(
    matrix: &'a Matrix<'a, T>,
    control: &Control<'_>,
) -> Result<Option<State<'a, T>>, DenseError> {
    let (rows, columns) = (matrix.rows(), matrix.columns());
    let guess = candidates::guess(matrix);
    let mut seen = Seen::default();
    // As if it were one row.
    T::survey(matrix.cells(), matrix.cells().len().max(1), &guess, &mut seen, &mut Vec::new());
    if seen.doubtful {
        let place = |at: usize| DenseError::NotFinite { row: at / columns, column: at % columns };
        candidates::finite(matrix.cells()).map_err(place)?;
    }
    let scale = T::scale(&seen, &guess, rows)?;
    let mut wide = Rows::new(matrix, &scale);
    let mut first = First { scale, candidates: Candidates::none(0, columns), bases: None };
    let mut cheapest = Vec::new();
    if rows == columns && rows > 0 {
        (wide.potentials, cheapest) = least_of_columns(&wide.cells, wide.width);
        wide.potentials[columns..].fill(0);
        first.bases = Some(wide.potentials[..columns].to_vec());
    }
    let mut state = State::unchosen(matrix, first);
    columns_first(&mut state, &mut wide, &cheapest)?;
    let mut free: Vec<usize> = (0..rows).filter(|row| state.column_of[*row] == NONE).collect();
    for _ in 0..ROUNDS {
        free = reduce(&mut state, &mut wide, &free)?;
    }
    free.sort_unstable();
    state.narrow = Some(Narrow::Eight(wide.cells, wide.width));
    match full::complete(&mut state, &free, control)? {
        End::Stopped => Ok(None),
        End::Matched => Ok(Some(state)),
    }
}

/// Gives each row that is the cheapest of some columns one of them, and lowers that column's potential until the row's
/// second best is as good.
fn columns_first<T: Cell>(state: &mut State<'_, T>, wide: &mut Rows, cheapest: &[u64]) -> Result<(), DenseError> {
    let mut rows = vec![false; state.matrix.rows()];
    cheapest.iter().take(state.matrix.columns()).for_each(|row| rows[*row as usize] = true);
    for row in (0..rows.len()).filter(|row| rows[*row]) {
        let best = wide.least_two(row);
        if best.least == 0 && state.row_of[best.column as usize] == NONE {
            state.give(row, best.column, state.fallen[best.column as usize]);
            if best.second != i64::MAX {
                wide.lower(state, best.column, best.second)?;
            }
        }
    }
    Ok(())
}

/// Augmenting row reduction of these rows; tells which are left.
fn reduce<T: Cell>(state: &mut State<'_, T>, wide: &mut Rows, free: &[usize]) -> Result<Vec<usize>, DenseError> {
    let mut left = Vec::new();
    let mut steps = 8 * free.len();
    for first in free {
        let mut next = Some(*first);
        while let Some(row) = next {
            steps = steps.saturating_sub(1);
            let best = wide.least_two(row);
            let gain = if best.second == i64::MAX { 0 } else { best.second - best.least };
            let mut column = best.column;
            let taken = state.row_of[column as usize] != NONE;
            if taken && gain == 0 {
                column = wide.free_among(row, &state.row_of, best.least).unwrap_or(column);
            }
            let loser = state.give(row, column, best.least + state.fallen[column as usize]);
            if taken && gain > 0 {
                wide.lower(state, column, gain)?;
            }
            next = None;
            if loser != NONE {
                state.column_of[loser as usize] = NONE;
                if gain > 0 && steps > 0 {
                    next = Some(loser as usize);
                } else {
                    left.push(loser as usize);
                }
            }
        }
    }
    Ok(left)
}

/// The cells of a row as integers.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn whole<T: Number>(cells: &[T], scale: &Scale, into: &mut [i64]) {
    for (into, cell) in into.iter_mut().zip(cells) {
        *into = cell.whole(scale);
    }
}

/// The least cell of each column, and the first row that has it.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn least_of_columns(cells: &[i64], width: usize) -> (Vec<i64>, Vec<u64>) {
    let (mut least, mut rows) = (cells[..width].to_vec(), vec![0_u64; width]);
    for (at, cells) in (0_u64..).zip(cells.chunks_exact(width)) {
        for ((least, row), cell) in least.iter_mut().zip(&mut rows).zip(cells) {
            *row = if *cell < *least { at } else { *row };
            *least = if *cell < *least { *cell } else { *least };
        }
    }
    (least, rows)
}

/// The least of a row's costs less potentials, and the least of the others.
#[derive(Debug, Clone, Copy)]
struct Two {
    least: i64,
    column: u32,
    second: i64,
}

impl Two {
    /// The same of both.
    #[inline]
    fn and(self, other: Self) -> Self {
        let second = self.second.min(other.second).min(self.least.max(other.least));
        let column = if other.least < self.least { other.column } else { self.column };
        Self { least: self.least.min(other.least), column, second }
    }
}

/// The same in each lane, with the first column of its chunk. Lanes are put together elsewhere: if that were done here,
/// the loop would no longer be compiled to wide instructions.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn least_two(
    row: &[i64],
    potentials: &[i64],
    into: &mut [i64; LANES],
    columns: &mut [u32; LANES],
    into_second: &mut [i64; LANES],
) {
    let (mut least, mut first, mut second) = (*into, [0_u64; LANES], *into_second);
    let chunks = row.as_chunks::<LANES>().0.iter().zip(potentials.as_chunks::<LANES>().0);
    for (at, (cells, potentials)) in (0..).step_by(LANES).zip(chunks) {
        for lane in 0..LANES {
            let reduced = cells[lane].wrapping_sub(potentials[lane]);
            second[lane] = second[lane].min(reduced.max(least[lane]));
            first[lane] = if reduced < least[lane] { at } else { first[lane] };
            least[lane] = least[lane].min(reduced);
        }
    }
    (*into, *into_second) = (least, second);
    *columns = first.map(|first| first as u32);
}
