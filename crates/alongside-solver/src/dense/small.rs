//! Matrices so small that every row is looked at whole.

use super::candidates::{self, Candidates, First};
use super::cell::{Cell, Number};
use super::error::DenseError;
use super::full;
use super::matrix::Matrix;
use super::scale::Scale;
use super::state::{End, NONE, State};
use crate::control::Control;
use multiversion::multiversion;

/// Most cells of such a matrix: beyond, choosing a few cells of each row first is quicker.
const CELLS: usize = 280 * 280;
/// Times that all rows without a column are reduced.
const ROUNDS: usize = 2;
/// Cells compared together.
const LANES: usize = 8;

/// Whether a matrix is so small.
pub(super) fn is<T: Cell>(matrix: &Matrix<'_, T>) -> bool {
    matrix.cells().len() <= CELLS
}

/// The method of Jonker and Volgenant (1987): column reduction, reduction transfer, augmenting row reduction, then
/// shortest paths, all on whole rows.
pub(super) fn solve<'a, T: Cell>(
    matrix: &'a Matrix<'a, T>,
    control: &Control<'_>,
) -> Result<Option<State<'a, T>>, DenseError> {
    let (scale, least) = candidates::scale(matrix)?;
    let bases = least.map(|least| least.iter().map(|cell| cell.whole(&scale)).collect::<Vec<_>>());
    let square = bases.is_some();
    let first = First { scale, candidates: Candidates::none(0), bases };
    let mut state = State::unchosen(matrix, first);
    if square {
        columns_first(&mut state)?;
    }
    let mut free: Vec<usize> = (0..matrix.rows()).filter(|row| state.column_of[*row] == NONE).collect();
    for _ in 0..ROUNDS {
        free = reduce(&mut state, &free)?;
    }
    free.sort_unstable();
    match full::complete(&mut state, &free, control)? {
        End::Stopped => Ok(None),
        End::Matched => Ok(Some(state)),
    }
}

/// Gives each row that is the cheapest of some columns one of them, and lowers that column's potential until the row's
/// second best is as good.
fn columns_first<T: Cell>(state: &mut State<'_, T>) -> Result<(), DenseError> {
    for row in 0..state.matrix.rows() {
        let best = least_two(state.matrix.row(row), &state.scale, &state.potentials);
        if best.least == 0 && state.row_of[best.column as usize] == NONE {
            let cost = state.cost(row, best.column);
            state.give(row, best.column, cost);
            if best.second != i64::MAX {
                state.lower(best.column, best.second)?;
            }
        }
    }
    Ok(())
}

/// Augmenting row reduction of these rows; tells which are left.
fn reduce<T: Cell>(state: &mut State<'_, T>, free: &[usize]) -> Result<Vec<usize>, DenseError> {
    let mut left = Vec::new();
    let mut steps = 8 * free.len();
    for first in free {
        let mut next = Some(*first);
        while let Some(row) = next {
            steps = steps.saturating_sub(1);
            let best = least_two(state.matrix.row(row), &state.scale, &state.potentials);
            let gain = if best.second == i64::MAX { 0 } else { best.second - best.least };
            let mut column = best.column;
            if state.row_of[column as usize] != NONE {
                if gain > 0 {
                    state.lower(column, gain)?;
                } else {
                    column = free_among(state, row, best.least).unwrap_or(column);
                }
            }
            let cost = state.cost(row, column);
            let loser = state.give(row, column, cost);
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

/// A column that no row has, among those of a row that cost just so much less their potentials.
fn free_among<T: Cell>(state: &State<'_, T>, row: usize, reduced: i64) -> Option<u32> {
    let cells = state.matrix.row(row).iter().zip(&state.potentials).zip(&state.row_of);
    let mut free = cells.zip(0..).filter(|((_, row), _)| **row == NONE);
    free.find(|(((cell, potential), _), _)| cell.whole(&state.scale) - **potential == reduced).map(|(_, column)| column)
}

/// The least of a row's costs less potentials, and the least of the others.
struct Two {
    least: i64,
    column: u32,
    second: i64,
}

#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn least_two<T: Number>(row: &[T], scale: &Scale, potentials: &[i64]) -> Two {
    let mut least = [i64::MAX; LANES];
    let mut second = [i64::MAX; LANES];
    let mut chunk_of = [0_u64; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    let (of_chunks, of_rest) = potentials.as_chunks::<LANES>();
    let mut last = [i64::MAX; LANES];
    for ((last, cell), potential) in last.iter_mut().zip(rest).zip(of_rest) {
        *last = cell.whole(scale).wrapping_sub(*potential);
    }
    for (at, (cells, potentials)) in (0..).zip(chunks.iter().zip(of_chunks)) {
        for lane in 0..LANES {
            let reduced = cells[lane].whole(scale).wrapping_sub(potentials[lane]);
            second[lane] = second[lane].min(reduced.max(least[lane]));
            chunk_of[lane] = if reduced < least[lane] { at } else { chunk_of[lane] };
            least[lane] = least[lane].min(reduced);
        }
    }
    for lane in 0..LANES {
        second[lane] = second[lane].min(last[lane].max(least[lane]));
        chunk_of[lane] = if last[lane] < least[lane] { chunks.len() as u64 } else { chunk_of[lane] };
        least[lane] = least[lane].min(last[lane]);
    }
    // Without branches, which would go wrong at every row.
    let best = least.iter().fold(i64::MAX, |best, least| best.min(*least));
    let winner = (0..LANES).rev().fold(0, |winner, lane| if least[lane] == best { lane } else { winner });
    let column = (chunk_of[winner] as usize * LANES + winner) as u32;
    least[winner] = second[winner];
    Two { least: best, column, second: least.iter().fold(i64::MAX, |best, least| best.min(*least)) }
}
