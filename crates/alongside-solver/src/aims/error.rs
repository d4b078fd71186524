//! Why an aim was not pursued.

use super::quantisation::MAX_CUTS;
use crate::solution::SolveError;
use std::error::Error;
use std::fmt;

/// Why no answer was returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AimError {
    /// The problem has no such level of value.
    Level {
        /// The level asked for.
        level: usize,
    },
    /// More than [`MAX_CUTS`] cuts, or ranks.
    TooMany {
        /// How many there would be.
        given: u64,
    },
    /// The cuts do not ascend, or the step is not above 0.
    Cuts,
    /// A value that should be a rank is below 1 or beyond the last rank.
    Rank {
        /// The edge.
        edge: usize,
    },
    /// The solver itself gave no answer.
    Solve(SolveError),
}

impl From<SolveError> for AimError {
    fn from(error: SolveError) -> Self {
        Self::Solve(error)
    }
}

impl fmt::Display for AimError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Level { level } => write!(f, "there is no level {level}"),
            Self::TooMany { given } => write!(f, "{given} values to be told apart, at most {MAX_CUTS} can be"),
            Self::Cuts => f.write_str("the cuts do not ascend"),
            Self::Rank { edge } => write!(f, "the rank of edge {edge} is below 1 or beyond the last"),
            Self::Solve(error) => error.fmt(f),
        }
    }
}

impl Error for AimError {}
