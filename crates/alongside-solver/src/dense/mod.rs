//! Every row may have every column: a matrix of costs, the least total.
//!
//! [`solve`] matches the whole shorter side of a [`Matrix`] at the least total cost and proves it by potentials: see
//! [`Assignment`]. All arithmetic is in integers; matrices of floating-point numbers are first turned into integers of
//! at least 40 bits, and what that can cost is reported ([`Quantisation`]).
//!
//! The method is that of shortest augmenting paths (Tomizawa 1971; Jonker and Volgenant 1987) with row reductions
//! first, but a row is looked at through its few cheapest cells only. Beside them stands a bound below which none of
//! its other cells can be, and only a search that gets as far as the bound reads the row again. As the potentials of
//! columns never rise, a bound once found stays true, and so every step is as exact as if it had read the whole row.
//! Volgenant (1996) solved on such a core and priced the rest afterwards; here nothing needs repair, and the whole
//! matrix is usually read once. Time: `O(n^2 m)` at worst for `n` rows and `m >= n` columns.

mod assignment;
mod candidates;
mod cell;
mod claims;
mod error;
mod full;
mod lane;
mod matrix;
mod narrow;
mod paths;
mod queue;
mod reduction;
mod scale;
mod select;
mod small;
mod state;
mod survey;
#[cfg(test)]
mod tests;

pub use assignment::{Assignment, Effort};
pub use cell::Cell;
pub use error::DenseError;
pub use matrix::Matrix;
pub use scale::Quantisation;

use crate::control::Control;
use state::{End, State};

/// Matches every row, or every column where there are fewer columns, at the least total cost.
///
/// Returns nothing if the control said to stop or to give up before the end: the method has no assignment of all rows
/// until then. Deterministic, one thread. Memory: about 200 bytes a row; where there are more rows than columns, a
/// copy of the matrix turned round.
///
/// # Errors
///
/// [`DenseError::NotFinite`] for a cell that is no finite number, [`DenseError::Overflow`] if a potential would leave
/// 61 bits, which takes whole numbers above 2^40 or more than a million rows.
pub fn solve<T: Cell>(matrix: &Matrix<'_, T>, control: &Control<'_>) -> Result<Option<Assignment>, DenseError> {
    if matrix.rows() > matrix.columns() {
        let cells = matrix.turned();
        let turned = Matrix::new(matrix.columns(), matrix.rows(), &cells)?;
        let solved = wide(&turned, control).map_err(DenseError::turned)?;
        return Ok(solved.map(|solved| solved.turned(matrix.rows())));
    }
    wide(matrix, control)
}

/// Solves a matrix with at least as many columns as rows.
fn wide<T: Cell>(matrix: &Matrix<'_, T>, control: &Control<'_>) -> Result<Option<Assignment>, DenseError> {
    if small::is(matrix) {
        match small::solve(matrix, control) {
            // Column reduction goes further from 0 than the rest needs.
            Err(DenseError::Overflow) => {}
            solved => return solved?.map(assignment::read).transpose(),
        }
    }
    let (mut state, free) = match claims::claim(matrix)? {
        Some(claimed) => (claimed.state, claimed.left),
        None => (State::new(matrix, candidates::first(matrix)?), (0..matrix.rows() as u32).collect()),
    };
    reduction::reduce(&mut state, free)?;
    match paths::complete(&mut state, control)? {
        End::Stopped => Ok(None),
        End::Matched => assignment::read(state).map(Some),
    }
}
