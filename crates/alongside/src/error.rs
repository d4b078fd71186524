//! What stops a run that had a sound programme.

use crate::domain::{PersonId, Side};
use std::fmt;

/// Why a run could not go on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The question names somebody who does not stand on that side.
    UnknownPerson {
        /// The side asked.
        side: Side,
        /// The id asked for.
        id: PersonId,
    },
    /// The programme is beyond what the solver accepts; says which limit.
    LimitExceeded(String),
    /// The run was given up on request; there is no result.
    GivenUp,
    /// The solver's own last check of its answer failed; a fault of the engine, never of the input.
    Solver(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPerson { side, .. } => write!(f, "nobody among the {} has the id asked for", side.plural()),
            Self::GivenUp => f.write_str("given up on request"),
            Self::Solver(fault) => write!(f, "the solver refused its own answer: {fault}"),
            Self::LimitExceeded(limit) => write!(f, "a declared limit is exceeded: {limit}"),
        }
    }
}

impl std::error::Error for Error {}
