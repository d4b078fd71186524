//! How settled each pair of an optimal assignment is, what it costs to decide otherwise, and what places are worth.
//!
//! There is seldom one best assignment alone. [`Settled`] says of each pair whether it is in all, in some or in none of
//! them, what objective is lost by deciding otherwise, and between which bounds prices lie that prove the optimum.

mod asked;
mod components;
mod range;
mod route;
#[cfg(test)]
mod tests;
mod ways;

use crate::problem::Problem;
use crate::solution::Solution;
use crate::warm::StartError;
use crate::warm::form::{by_width, of_width, with};
use crate::warm::layout::Layout;
use asked::Asked;

/// In how many of the optimal assignments something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// In every one.
    All,
    /// In at least one, but not in every one.
    Some,
    /// In none.
    None,
}

/// What the best assignment under a condition falls short of the best without it: lexicographically never below zero,
/// yet a lower level can rise where a higher one falls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Price {
    /// How many rows fewer are served, tier by tier.
    pub served: Vec<i64>,
    /// By how much each level of value falls.
    pub totals: Vec<i64>,
}

/// What one more place of a column is worth, and one less; or one more row and one less.
///
/// Each is a tuple over the levels of the objective, compared lexicographically: first the
/// [priority](crate::Problem::priority) of the row that is served more, 0 if none is, then what each level of value
/// gains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// What one more would add to the objective: the least potential that proves the assignment.
    pub more: Vec<i64>,
    /// What the objective would lose with one less: the greatest potential. None for a column without a place.
    pub less: Option<Vec<i64>>,
}

/// The worth of every row and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShadowPrices {
    /// Of each row: of another one just like it, and of the row itself.
    pub rows: Vec<Worth>,
    /// Of each column: of a place more, and of a place less.
    pub columns: Vec<Worth>,
}

/// An optimal assignment, asked about what else could be.
#[derive(Debug, Clone)]
pub struct Settled {
    form: Form,
}

by_width!(Form, Asked);

impl Settled {
    /// Takes up an optimal solution whose certificate is checked on the way. Only the tiers and the first `levels`
    /// levels of value count here: leave out a last level that only decides among equals, or it will have settled
    /// everything. Time: linear in the pairs.
    ///
    /// # Errors
    ///
    /// The problem is not [plain](Problem::is_plain), the values are too large for its size (see
    /// [`Live`](crate::warm::Live)), or the certificate does not prove the solution.
    pub fn new(problem: &Problem, solution: &Solution, levels: usize) -> Result<Self, StartError> {
        if !problem.is_plain() {
            return Err(StartError::NotPlain);
        }
        let layout = Layout::of(problem, solution.certificate.as_ref(), levels).ok_or(StartError::Overflow)?;
        let mut form = of_width!(layout, Asked::new(problem, layout));
        with!(&mut form, asked => asked.state.take_up(problem, solution))?;
        Ok(Self { form })
    }

    /// In how many optimal assignments each pair is, by edge. Time: linear in the pairs (strongly connected
    /// components of the tight residual network, Tarjan, 1972).
    pub fn pairs(&self) -> Vec<Within> {
        with!(&self.form, asked => asked.pairs())
    }

    /// In how many optimal assignments each row is served. Time: linear in the pairs.
    pub fn rows(&self) -> Vec<Within> {
        with!(&self.form, asked => asked.rows())
    }

    /// What it costs to bar a pair; nothing if it is not made. None if there is no such pair. Time: the first question
    /// as [`Settled::shadow_prices`]; others at most that, mostly far less.
    pub fn forbid(&mut self, row: u32, column: u32) -> Option<Price> {
        with!(&mut self.form, asked => asked.forbid(row, column))
    }

    /// What it costs to insist on a pair; nothing if it is made. None if that is impossible: there is no such pair, or
    /// the column has no place. Time: as [`Settled::forbid`].
    pub fn force(&mut self, row: u32, column: u32) -> Option<Price> {
        with!(&mut self.form, asked => asked.force(row, column))
    }

    /// What places and rows are worth, with their range: the optimal prices form a lattice (Shapley and Shubik, 1971),
    /// whose ends are what one more would add and what one less would cost. Time: O(m log n).
    pub fn shadow_prices(&mut self) -> ShadowPrices {
        with!(&mut self.form, asked => asked.shadow_prices())
    }
}
