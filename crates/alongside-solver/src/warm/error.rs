//! Why a start or an edit was refused.

use std::error::Error;
use std::fmt;

/// Why an assignment could not be taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum StartError {
    /// Something other than capacities binds, or rows want several columns: see
    /// [`Problem::is_plain`](crate::Problem::is_plain).
    NotPlain,
    /// The solution brings no certificate.
    NoCertificate,
    /// The solution is no assignment of this problem, or its certificate does not prove it.
    NotProved,
    /// The values are too large for paths as long as this problem's: see [`Live`](super::Live).
    Overflow,
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotPlain => "the problem has more to it than single places and capacities",
            Self::NoCertificate => "the solution comes without a certificate",
            Self::NotProved => "the certificate does not prove the solution",
            Self::Overflow => "the values are too large to be added up along so many pairs",
        })
    }
}

impl Error for StartError {}

/// Why an edit was refused. Nothing was changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EditError {
    /// There is no such row, or it was removed.
    NoRow(u32),
    /// There is no such column, or it was removed.
    NoColumn(u32),
    /// The row is kept with a column: release it first.
    Kept(u32),
    /// The row is not kept with a column.
    NotKept(u32),
    /// Rows are kept with this column, more of them than the edit leaves places for: release or remove them first.
    KeptAt(u32),
    /// The row and the column are no pair.
    NoPair(u32, u32),
    /// The same row or column is named twice in one edit.
    Twice(u32),
    /// The column has no place that could be kept.
    NoPlace(u32),
    /// There is no such tier.
    NoTier(u8),
    /// A pair needs exactly one value at each level, or there is no such level.
    Levels,
    /// A value is further from 0 than [`MAX_VALUE`](crate::problem::MAX_VALUE), or too large for paths as long as
    /// this problem's: see [`Live`](super::Live).
    Value(i64),
    /// There would be more rows or columns than a problem can have.
    TooMany,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRow(row) => write!(f, "row {row} is absent"),
            Self::NoColumn(column) => write!(f, "column {column} is absent"),
            Self::Kept(row) => write!(f, "row {row} is kept with its column"),
            Self::NotKept(row) => write!(f, "row {row} is not kept with a column"),
            Self::KeptAt(column) => write!(f, "column {column} keeps more rows than it would have places"),
            Self::NoPair(row, column) => write!(f, "row {row} and column {column} are no pair"),
            Self::Twice(other) => write!(f, "{other} is named twice"),
            Self::NoPlace(column) => write!(f, "column {column} has no place to be kept"),
            Self::NoTier(tier) => write!(f, "tier {tier} is absent"),
            Self::Levels => f.write_str("a pair needs one value at each level"),
            Self::Value(value) => write!(f, "the value {value} is too far from 0"),
            Self::TooMany => f.write_str("more rows or columns than a problem can have"),
        }
    }
}

impl Error for EditError {}
