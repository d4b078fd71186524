//! What can be wrong with a problem.

use std::error::Error;
use std::fmt;

use super::{MAX_EDGES, MAX_LEVELS, MAX_ROWS, MAX_TIERS, MAX_VALUE};

/// Why a [`Problem`](super::Problem) was refused. Rows, columns, levels and
/// edges are named by their index, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemError {
    /// The number of tiers is not 1 to [`MAX_TIERS`].
    TierCount {
        /// The number given.
        given: u8,
    },
    /// More than [`MAX_ROWS`] rows.
    TooManyRows {
        /// The number given.
        given: usize,
    },
    /// More columns than a `u32` can name.
    TooManyColumns {
        /// The number given.
        given: usize,
    },
    /// More than [`MAX_EDGES`] edges.
    TooManyEdges {
        /// The number given.
        given: usize,
    },
    /// A row's tier is not below the number of tiers.
    Tier {
        /// The row.
        row: usize,
        /// Its tier.
        tier: u8,
    },
    /// `demands` is neither empty nor one entry a row.
    DemandsLength {
        /// The number of rows.
        expected: usize,
        /// The length it has.
        given: usize,
    },
    /// The rows want more than [`MAX_ROWS`] places together.
    TooManyPlaces,
    /// `ceilings.group_of` is neither empty nor one entry a column.
    GroupsLength {
        /// The number of columns.
        expected: usize,
        /// The length it has.
        given: usize,
    },
    /// A column names a set that has no limit.
    Group {
        /// The column.
        column: usize,
        /// The set it names.
        group: u32,
    },
    /// `row_starts` does not have one entry more than there are rows.
    RowStartsLength {
        /// The length it should have.
        expected: usize,
        /// The length it has.
        given: usize,
    },
    /// `row_starts` does not begin at 0, steps back after this row, or does
    /// not end (last row) at the number of edges.
    RowStarts {
        /// The row at which it goes wrong.
        row: usize,
    },
    /// An edge names a column that does not exist.
    ColumnOutOfRange {
        /// The edge's row.
        row: usize,
        /// The column it names.
        column: u32,
    },
    /// A row's columns are not strictly ascending (unsorted, or one twice).
    Unsorted {
        /// The row.
        row: usize,
    },
    /// More than [`MAX_LEVELS`] levels.
    TooManyLevels {
        /// The number given.
        given: usize,
    },
    /// A level does not hold exactly one value per edge.
    LevelLength {
        /// The level.
        level: usize,
        /// The number of edges.
        expected: usize,
        /// The number of values.
        given: usize,
    },
    /// A value is further from 0 than [`MAX_VALUE`].
    ValueOutOfRange {
        /// The level.
        level: usize,
        /// The edge.
        edge: usize,
    },
}

impl fmt::Display for ProblemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TierCount { given } => {
                write!(f, "{given} tiers given, the number must be 1 to {MAX_TIERS}")
            }
            Self::TooManyRows { given } => {
                write!(f, "{given} rows given, at most {MAX_ROWS} are allowed")
            }
            Self::TooManyColumns { given } => {
                write!(f, "{given} columns given, more than can be numbered")
            }
            Self::TooManyEdges { given } => {
                write!(f, "{given} edges given, at most {MAX_EDGES} are allowed")
            }
            Self::Tier { row, tier } => write!(f, "row {row} is in tier {tier}, which is absent"),
            Self::DemandsLength { expected, given } => {
                write!(f, "demands has {given} entries, it needs none or {expected}, one per row")
            }
            Self::TooManyPlaces => write!(f, "the rows want more than {MAX_ROWS} places together"),
            Self::GroupsLength { expected, given } => {
                write!(f, "group_of has {given} entries, it needs none or {expected}, one per column")
            }
            Self::Group { column, group } => write!(f, "column {column} is in set {group}, which has no limit"),
            Self::RowStartsLength { expected, given } => {
                write!(f, "row_starts has {given} entries, it needs {expected}")
            }
            Self::RowStarts { row } => write!(f, "row_starts is inconsistent at row {row}"),
            Self::ColumnOutOfRange { row, column } => {
                write!(f, "row {row} names column {column}, which is absent")
            }
            Self::Unsorted { row } => write!(f, "the columns of row {row} are not ascending"),
            Self::TooManyLevels { given } => {
                write!(f, "{given} levels given, at most {MAX_LEVELS} are allowed")
            }
            Self::LevelLength { level, expected, given } => {
                write!(f, "level {level} has {given} values, it needs {expected}, one per edge")
            }
            Self::ValueOutOfRange { level, edge } => {
                write!(f, "level {level} of edge {edge} is further from 0 than {MAX_VALUE}")
            }
        }
    }
}

impl Error for ProblemError {}
