//! Score and keep: the best few pairs of each row and of each column.

use super::lists::{Lists, Turn};
use super::packing::Packing;
use super::source::{AllPairs, MAX_PRICE};
use super::sweep::{Gains, Judge, Sweep};
use crate::solution::SolveError;
use std::ops::Range;

/// A part of all pairs: some rows with some columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rectangle {
    /// The rows.
    pub rows: Range<usize>,
    /// The columns.
    pub columns: Range<usize>,
}

impl Rectangle {
    /// All pairs of a source.
    pub fn all<S: AllPairs>(source: &S) -> Self {
        Self { rows: 0..source.rows(), columns: 0..source.columns() }
    }

    pub(super) fn row_list(&self) -> Vec<u32> {
        self.rows.clone().map(|row| row as u32).collect()
    }
}

/// The best pairs kept by rows and by columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// One list a row.
    pub rows: Lists,
    /// One list a column.
    pub columns: Lists,
    /// Pairs gone over.
    pub pairs: u64,
}

impl Kept {
    /// Puts another part of the work into this one, whatever its rectangle, as long as no pair is in both.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            rows: self.rows.merge(other.rows),
            columns: self.columns.merge(other.columns),
            pairs: self.pairs + other.pairs,
        }
    }
}

/// Everything is of interest.
struct ByValue;

impl Judge for ByValue {
    fn least(&self, _: u32) -> i64 {
        -i64::from(MAX_PRICE)
    }

    fn rank(&self, _: u32, _: u32, gain: i64) -> Option<i64> {
        Some(gain)
    }

    fn bar(&self, _: u32, rank: i64) -> i64 {
        rank
    }
}

/// The best `per_row` pairs of each row of a rectangle and the best `per_column` of each column, by the values at the
/// first levels, as many as the source puts together and fit one number. See [`AllPairs::together`].
///
/// Equals are told apart by a fixed turn in which each row and column goes round the other side, so what is kept does
/// not depend on threads or on how the matrix was cut into rectangles. Time linear in the pairs of the rectangle,
/// memory in what is kept.
///
/// # Errors
///
/// [`SolveError::Overflow`] if values of the first level leave [`MAX_BLOCK_VALUE`](super::MAX_BLOCK_VALUE).
pub fn keep<S: AllPairs>(
    source: &S,
    rectangle: &Rectangle,
    per_row: usize,
    per_column: usize,
) -> Result<Kept, SolveError> {
    keep_among(source, rectangle, per_row, per_column, usize::MAX)
}

/// The same, but among about so many allowed pairs of each row, those from the place on where its turn begins.
pub(super) fn keep_among<S: AllPairs>(
    source: &S,
    rectangle: &Rectangle,
    per_row: usize,
    per_column: usize,
    among: usize,
) -> Result<Kept, SolveError> {
    let (packing, levels) = Packing::of_values(source)?;
    let sweep = Sweep {
        source,
        names: None,
        columns: rectangle.columns.clone(),
        scale: &packing.scale(levels),
        prices: Gains::Narrow(&vec![0; source.columns()]),
        judge: &ByValue,
        length: per_row,
        turn: Turn { span: source.columns() as u32 },
        enough: among,
        counts: true,
    };
    let ((rows, columns), pairs) = sweep.rows_and_columns(&rectangle.row_list(), per_column);
    Ok(Kept { rows, columns, pairs })
}
