//! What comes of a run over all pairs.

use super::report::Report;
use super::source::MAX_BLOCK_VALUE;
use crate::problem::{MAX_LEVELS, Problem, ProblemError};
use crate::solution::{Solution, SolveError};
use std::error::Error;
use std::fmt;

/// What a run over all pairs found.
#[derive(Debug)]
pub struct Answer {
    /// The kept pairs as a problem, at every level.
    pub problem: Problem,
    /// The assignment, by the problem's edges. Where its status is optimal, the certificate's potentials hold for every
    /// pair of the source, kept or not. Where it is not, `bounds` hold for every pair of the source at level 0.
    pub solution: Solution,
    /// How many pairs of each row are allowed, kept or not.
    pub allowed: Vec<u32>,
    /// What was done.
    pub report: Report,
}

/// Why a run gave no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PairsError {
    /// What was said of rows and columns, or the kept pairs, make no problem.
    Problem(ProblemError),
    /// The kept pairs could not be solved, or kernel and reference disagree: see [`SolveError::Unsound`].
    Solve(SolveError),
    /// The source has no or too many levels, or values at level 0 beyond
    /// [`MAX_BLOCK_VALUE`].
    Source,
}

impl fmt::Display for PairsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(error) => error.fmt(f),
            Self::Solve(error) => error.fmt(f),
            Self::Source => write!(f, "pairs need 1 to {MAX_LEVELS} levels, the first within {MAX_BLOCK_VALUE} of 0"),
        }
    }
}

impl Error for PairsError {}

impl From<ProblemError> for PairsError {
    fn from(error: ProblemError) -> Self {
        Self::Problem(error)
    }
}

impl From<SolveError> for PairsError {
    fn from(error: SolveError) -> Self {
        Self::Solve(error)
    }
}
