//! Any problem at all, by shortest augmenting paths over tuples.
//!
//! The problem is a flow: rows give units to columns, columns hand them on to their set, sets to a sink, and a row or
//! column may earn something more with its first units. Every gain is a tuple, one integer a level of the objective,
//! compared lexicographically; nothing is ever weighed up by a large constant. Rows enter one after another; for each
//! unit that a row wants, Dijkstra's search over reduced gains finds the best of all ways to place it, to place it at
//! another row's cost, or to leave it, and moves the potentials so that they prove the new flow best (Ahuja, Magnanti
//! and Orlin, Network Flows, 1993, section 9.7; Edmonds and Karp 1972 for the potentials).
//!
//! Time: for every unit wanted one search, at worst `O(E log V)` with `E` edges and `V` rows, columns and sets; in
//! practice a search sees only what competes with its row. Memory: `16 + 8 w` bytes an edge and `8 + 16 w` a node,
//! where `w` is the number of machine words into which the levels were packed, most often 1 (see `words.rs`).

mod bound;
mod gains;
mod path;
mod run;
mod search;
mod state;
#[cfg(test)]
pub(crate) mod tests;
mod tuple;
mod words;

use crate::certificate::Certificate;
use crate::control::Control;
use crate::problem::Problem;
use crate::solution::{Parts, Solution, SolveError, Status};

pub(crate) use gains::{Gain, Network};
pub(crate) use run::optimise;

/// Solves any problem: several places a row, common limits of sets of columns, a level of columns used, any number of
/// tiers and levels. The answer is best and proven so; once [`Control::should_stop`] says true, the tiers are still
/// settled exactly, and each level has a bound.
///
/// # Errors
///
/// [`SolveError::Overflow`] if the sum over the rows of their greatest value, at some level, is so large that
/// potentials could leave 64 bits (2^56); [`SolveError::GivenUp`] if [`Control::give_up`] said so.
pub fn solve(problem: &Problem, control: &Control<'_>) -> Result<Solution, SolveError> {
    let flow = optimise(&Network::of(problem), &gains::objective(problem), control)?;
    let stopped = flow.partial.is_some();
    let bounds = flow.partial.as_ref().map(|prices| bound::totals(problem, &flow.potentials, prices));
    let mut solution = Solution::of(problem, flow.chosen)?;
    if let Some(bounds) = bounds {
        solution.bounds = bounds;
    } else {
        solution.status = Status::Optimal;
        solution.certificate = Some(Certificate { levels: flow.potentials });
    }
    let count = usize::from(problem.edges() > 0);
    solution.parts = Parts { count, largest: problem.edges(), exact: if stopped { 0 } else { count } };
    Ok(solution)
}
