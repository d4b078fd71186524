//! What else an assignment may aim at: the worst off first, the profile of choices.
//!
//! Every aim begins where the plain one does: as many places of each tier as can be filled, and columns used where the
//! problem asks for them. Among the assignments that do, an aim says which are preferred; among those, the problem's
//! levels of value decide as ever. Nothing is weighed up: each aim is a list of further levels, dealt with one after
//! another on what the levels before left open ([`Leximin`], [`Profile`]), or a threshold below which no pair is
//! allowed ([`Bottleneck`]).

mod backward;
mod bottleneck;
mod error;
mod face;
mod forward;
mod leximin;
mod profile;
mod quantisation;
mod raise;
mod release;
mod search;
mod sequence;

#[cfg(test)]
mod tests;

pub use bottleneck::{Bottleneck, Cover, above};
pub use error::AimError;
pub use leximin::Leximin;
pub use profile::{Kind, Profile};
pub use quantisation::{MAX_CUTS, Quantisation};

use crate::control::Control;
use crate::problem::Problem;
use crate::solution::{Solution, SolveError};

/// What decides between assignments that fill as many places of each tier, and use as many columns where asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aim {
    /// Nothing but the levels of value.
    Total,
    /// The least value of a chosen edge, as great as can be.
    Bottleneck {
        /// The level whose values count.
        level: usize,
    },
    /// The places' values in ascending order, those not filled first, lexicographically as great as can be: of the
    /// places worth least as few as can be, then of those worth second least, and so on.
    Leximin {
        /// The level whose values count.
        level: usize,
        /// Which values count as equal.
        quantisation: Quantisation,
    },
    /// How many places have each rank.
    Profile {
        /// The level whose values are ranks, 1 for a first choice.
        level: usize,
        /// The last rank there may be, at most [`MAX_CUTS`].
        ranks: u32,
        /// Whether the first or the last ranks decide.
        kind: Kind,
    },
}

/// An assignment, and how far it reaches its aim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aimed {
    /// The assignment. It is [`Optimal`](crate::Status::Optimal) if aim and levels are proven best. Then its
    /// certificate is for the problem that the aim makes: see [`Bottleneck`], [`Leximin`], [`Profile`]. Otherwise its
    /// bounds hold for every assignment that is best under the aim.
    pub solution: Solution,
    /// What was aimed at.
    pub reached: Reached,
}

/// How far an aim was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// [`Aim::Total`]: the solution says it all.
    Total,
    /// [`Aim::Bottleneck`].
    Bottleneck(Bottleneck),
    /// [`Aim::Leximin`].
    Leximin(Leximin),
    /// [`Aim::Profile`].
    Profile(Profile),
}

/// Finds the assignment that is best under an aim, for any problem: several places a row, sets of columns with a common
/// limit, tiers, columns used.
///
/// Once [`Control::should_stop`] says true, the tiers are still settled exactly and the rest is the best found.
///
/// # Errors
///
/// [`AimError`] if the aim does not fit the problem, or for the reasons of [`SolveError`].
pub fn solve(problem: &Problem, aim: &Aim, control: &Control<'_>) -> Result<Aimed, AimError> {
    solve_after(problem, 0, aim, control)
}

/// The same where the first `ahead` of the problem's levels of value come before the aim: among the assignments that are
/// best at these, the aim says which are preferred.
///
/// # Errors
///
/// [`AimError`] as for [`solve`], and if the problem has fewer levels.
pub fn solve_after(problem: &Problem, ahead: usize, aim: &Aim, control: &Control<'_>) -> Result<Aimed, AimError> {
    if ahead > problem.level_count() {
        return Err(AimError::Level { level: ahead - 1 });
    }
    match aim {
        Aim::Total => Ok(Aimed { solution: plain(problem, control)?, reached: Reached::Total }),
        Aim::Bottleneck { level } => bottleneck::solve(problem, ahead, known(problem, *level)?, control),
        Aim::Leximin { level, quantisation } => {
            let level = known(problem, *level)?;
            leximin::solve(problem, ahead, (level, &quantisation.cuts(problem.level(level))?), control)
        }
        Aim::Profile { level, ranks, kind } => {
            profile::solve(problem, ahead, (known(problem, *level)?, *ranks), *kind, control)
        }
    }
}

fn plain(problem: &Problem, control: &Control<'_>) -> Result<Solution, SolveError> {
    crate::solve::solve(problem, control)
}

fn known(problem: &Problem, level: usize) -> Result<usize, AimError> {
    if level < problem.level_count() { Ok(level) } else { Err(AimError::Level { level }) }
}
