//! What may be wrong with a matrix.

use std::error::Error;
use std::fmt;

/// Why a matrix was not solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DenseError {
    /// The cells are not rows times columns.
    Shape {
        /// Rows said.
        rows: usize,
        /// Columns said.
        columns: usize,
        /// Cells given.
        cells: usize,
    },
    /// More than 2^31 - 1 rows or columns.
    TooLarge {
        /// Rows said.
        rows: usize,
        /// Columns said.
        columns: usize,
    },
    /// A cell is infinite or not a number.
    NotFinite {
        /// Its row, from 0.
        row: usize,
        /// Its column, from 0.
        column: usize,
    },
    /// The costs are so large that potentials leave 61 bits. Seen before any harm is done.
    Overflow,
}

impl DenseError {
    /// The same of the matrix turned round.
    pub(super) fn turned(self) -> Self {
        match self {
            Self::NotFinite { row, column } => Self::NotFinite { row: column, column: row },
            other => other,
        }
    }
}

impl fmt::Display for DenseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { rows, columns, cells } => {
                write!(f, "{rows} rows of {columns} columns are not {cells} cells")
            }
            Self::TooLarge { rows, columns } => write!(f, "{rows} rows of {columns} columns are too many"),
            Self::NotFinite { row, column } => {
                write!(f, "the cost at row {row}, column {column} (from 0) is not a finite number")
            }
            Self::Overflow => f.write_str("the costs are too large to be added up exactly"),
        }
    }
}

impl Error for DenseError {}
