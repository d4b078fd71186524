//! What can be wrong with an assignment over a matrix.

use super::Part;
use std::fmt;

/// Something wrong; rows and columns by their index, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// Cells or potentials are not as many as rows and columns ask for.
    Length {
        /// How many there should be; none if more than can be numbered.
        expected: Option<usize>,
        /// How many there are.
        given: usize,
    },
    /// A row is matched to a column that does not exist.
    NoSuchColumn {
        /// The row.
        row: usize,
        /// What was named.
        column: u32,
    },
    /// A column is matched twice.
    Twice {
        /// The column.
        column: u32,
    },
    /// Somebody of the shorter side is not matched; the first is named.
    Unmatched {
        /// Row or column.
        part: Part,
        /// Which.
        index: usize,
    },
    /// A cost is no finite number, or cannot be brought into units exactly before rounding.
    NotInUnits {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// A cost is below the potentials of its row and column.
    Cheaper {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// The cost of a match is above the potentials of its row and column.
    Dearer {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// On the longer side, a potential above zero, or below it where nobody is matched.
    Potential {
        /// Row or column.
        part: Part,
        /// Which.
        index: usize,
    },
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { expected: Some(expected), given } => write!(f, "{given} numbers given, {expected} needed"),
            Self::Length { expected: None, given } => write!(f, "{given} numbers given, more needed than can be"),
            Self::NoSuchColumn { row, column } => write!(f, "row {row} is matched to column {column}, which is absent"),
            Self::Twice { column } => write!(f, "column {column} is matched twice"),
            Self::Unmatched { part, index } => write!(f, "{part} {index} is not matched"),
            Self::NotInUnits { row, column } => write!(f, "the cost of row {row} and column {column} has no units"),
            Self::Cheaper { row, column } => write!(f, "row {row} and column {column} cost less than they should"),
            Self::Dearer { row, column } => {
                write!(f, "row {row} and column {column} are matched and cost more than they should")
            }
            Self::Potential { part, index } => write!(f, "the potential of {part} {index} has the wrong sign"),
        }
    }
}
