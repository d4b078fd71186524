//! The two orders of preference, and what can be wrong with them.

use crate::problem::Problem;
use std::error::Error;
use std::fmt;

/// Who prefers whom: one score per edge for each side, larger is preferred, equal is a tie. Only scores of one row, or
/// of one column, are ever compared with each other. Whoever has no edge is not acceptable.
///
/// Of the problem, the edges, the capacities and (to be counted) the tiers matter; its levels do not.
#[derive(Debug, Clone, Copy)]
pub struct Orders<'a> {
    pub(super) problem: &'a Problem,
    pub(super) rows: &'a [i64],
    pub(super) columns: &'a [i64],
}

impl<'a> Orders<'a> {
    /// Takes what each edge is worth to its row and to its column.
    ///
    /// # Errors
    ///
    /// [`StableError::Length`] if there is not exactly one score per edge for each side.
    pub fn new(problem: &'a Problem, rows: &'a [i64], columns: &'a [i64]) -> Result<Self, StableError> {
        match [rows, columns].into_iter().find(|scores| scores.len() != problem.edges()) {
            Some(scores) => Err(StableError::Length { expected: problem.edges(), given: scores.len() }),
            None => Ok(Self { problem, rows, columns }),
        }
    }

    /// The problem whose rows and columns these are.
    pub fn problem(&self) -> &'a Problem {
        self.problem
    }

    /// What each edge is worth to its row.
    pub fn row_scores(&self) -> &'a [i64] {
        self.rows
    }

    /// What each edge is worth to its column.
    pub fn column_scores(&self) -> &'a [i64] {
        self.columns
    }
}

/// Why no stable assignment was sought, or no blocking pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum StableError {
    /// Not exactly one number per edge, row or column.
    Length {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        given: usize,
    },
    /// A row does not want exactly one column.
    Demand {
        /// The row.
        row: usize,
    },
    /// Sets of columns have a common limit: whom a full set would turn away is not part of the orders.
    Ceilings,
    /// An edge named as kept does not exist, shares its row with another, or finds its column's places all taken by
    /// other kept ones.
    Kept {
        /// The edge.
        edge: usize,
    },
    /// The edges given are not an assignment of this problem.
    NotAnAssignment {
        /// The first edge that does not fit.
        edge: usize,
    },
}

impl fmt::Display for StableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { expected, given } => write!(f, "{given} numbers given where {expected} are needed"),
            Self::Demand { row } => write!(f, "row {row} does not want exactly one column"),
            Self::Ceilings => f.write_str("sets of columns have a common limit"),
            Self::Kept { edge } => write!(f, "edge {edge} cannot be kept beside the others"),
            Self::NotAnAssignment { edge } => write!(f, "edge {edge} does not fit beside the others"),
        }
    }
}

impl Error for StableError {}
