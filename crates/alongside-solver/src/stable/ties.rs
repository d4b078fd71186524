//! Who comes first among equals.

use super::orders::StableError;
use crate::problem::Problem;

/// How ties are broken: by numbers that only look random, which depend on nothing but the seed and the two keys.
///
/// Keys that stay with a person or a place (the hash of an id, say) make the answer independent of the order in which
/// rows and columns are given. Without keys, their numbers are the keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ties<'a> {
    /// Another seed, other ties.
    pub seed: u64,
    /// One key a row, or none at all. Rows with equal keys go by their number.
    pub rows: &'a [u64],
    /// One key a column, or none at all. Columns with equal keys go by their number.
    pub columns: &'a [u64],
}

/// Whose tie is broken.
#[derive(Debug, Clone, Copy)]
pub(super) enum Side {
    /// A row chooses among columns.
    Row = 1,
    /// A column chooses among rows.
    Column = 2,
}

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// The last step of the generator `splitmix64` (Steele, Lea and Flood 2014): no two words become the same.
const fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}

impl Ties<'_> {
    /// Whether there is a key for everyone or for no one.
    pub(super) fn check(&self, problem: &Problem) -> Result<(), StableError> {
        for (keys, expected) in [(self.rows, problem.rows()), (self.columns, problem.columns())] {
            if !keys.is_empty() && keys.len() != expected {
                return Err(StableError::Length { expected, given: keys.len() });
            }
        }
        Ok(())
    }

    /// What a row brings to every tie of one side.
    pub(super) fn row(&self, side: Side, row: usize) -> u64 {
        let key = if self.rows.is_empty() { row as u64 } else { self.rows[row] };
        mix(mix(self.seed.wrapping_add((side as u64).wrapping_mul(STEP))).wrapping_add(key.wrapping_mul(STEP)))
    }

    /// The number by which an edge is placed among its equals, smallest first.
    pub(super) fn edge(&self, row: u64, column: u32) -> u64 {
        let key = if self.columns.is_empty() { u64::from(column) } else { self.columns[column as usize] };
        mix(row.wrapping_add(key.wrapping_add(1).wrapping_mul(STEP)))
    }
}
