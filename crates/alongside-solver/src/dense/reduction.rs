//! Row reductions: most rows get their column without a search.

use super::cell::Cell;
use super::error::DenseError;
use super::state::{NONE, State};

/// Times that all rows without a column are reduced.
const ROUNDS: usize = 3;

/// The two best columns of a row.
struct Best {
    column: u32,
    cost: i64,
    reduced: i64,
    /// The second best value, or a bound below it.
    second: i64,
    second_column: u32,
    second_cost: i64,
}

/// Gives columns to these rows by augmenting row reduction (Jonker and Volgenant 1987): a row takes its best column, whoever
/// has it, and lowers the column's potential until the second best is just as good.
///
/// The second best may be only a bound below those not looked at: potentials then fall less than they could, which is
/// as sound.
pub(super) fn reduce<T: Cell>(state: &mut State<'_, T>, mut free: Vec<u32>) -> Result<(), DenseError> {
    for _ in 0..=ROUNDS {
        let mut left = Vec::new();
        let mut steps = 8 * free.len();
        for first in free {
            let mut row = first;
            while row != NONE {
                steps = steps.saturating_sub(1);
                row = step(state, row as usize, steps > 0, &mut left)?;
            }
        }
        free = left;
    }
    Ok(())
}

/// Gives a row a column; a row that lost it with a gain comes next, one that lost it to a tie is left for later.
fn step<T: Cell>(state: &mut State<'_, T>, row: usize, again: bool, left: &mut Vec<u32>) -> Result<u32, DenseError> {
    let mut best = best(state, row);
    if best.reduced > state.candidates.bounds[row] {
        state.refresh(row);
        best = self::best(state, row);
    }
    let bound = state.candidates.bounds[row];
    let gain = match best.second.min(bound) {
        i64::MAX => 0,
        second => second - best.reduced,
    };
    let taken = state.row_of[best.column as usize] != NONE;
    if gain > 0 {
        if taken {
            state.lower(best.column, gain)?;
        }
    } else if taken {
        if best.second > best.reduced {
            // Only cells not looked at are as good.
            left.push(row as u32);
            return Ok(NONE);
        }
        (best.column, best.cost) = (best.second_column, best.second_cost);
    }
    let loser = state.give(row, best.column, best.cost);
    if loser == NONE {
        return Ok(NONE);
    }
    state.column_of[loser as usize] = NONE;
    if gain > 0 && again {
        return Ok(loser);
    }
    left.push(loser);
    Ok(NONE)
}

/// The best two candidates, of equal ones one that is free.
fn best<T: Cell>(state: &State<'_, T>, row: usize) -> Best {
    let mut best = Best { column: 0, cost: 0, reduced: i64::MAX, second: i64::MAX, second_column: 0, second_cost: 0 };
    for at in state.candidates.of(row) {
        let (column, cost) = (state.candidates.columns[at], state.candidates.costs[at]);
        let reduced = cost - state.fallen[column as usize];
        if reduced < best.reduced {
            best = Best {
                column,
                cost,
                reduced,
                second: best.reduced,
                second_column: best.column,
                second_cost: best.cost,
            };
        } else if reduced < best.second || (reduced == best.second && state.row_of[column as usize] == NONE) {
            (best.second, best.second_column, best.second_cost) = (reduced, column, cost);
        }
    }
    best
}
