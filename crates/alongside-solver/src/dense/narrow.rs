//! A copy of the matrix in fewer bytes, for when rows are read again and again.

use super::cell::{Cell, Number};
use super::matrix::Matrix;
use super::scale::Scale;
use multiversion::multiversion;

/// The least and the greatest cost.
pub(super) type Range = (i64, i64);

/// The cells as integers of 2 or 4 bytes where they fit, each with the scale by which they are read.
#[derive(Debug)]
pub(super) enum Narrow {
    /// No copy was made.
    None,
    /// All of them as the integers that they are, of a small matrix, in rows filled up to that width.
    Eight(Vec<i64>, usize),
    /// Cells less the smallest one, below 2^16.
    Two(Vec<u16>, Scale),
    /// The same below 2^31.
    Four(Vec<i32>, Scale),
}

impl Narrow {
    /// Copies the matrix if that makes it at least by half smaller, and tells the range of its cells. Time: twice through the matrix.
    pub(super) fn copy<T: Cell>(matrix: &Matrix<'_, T>, scale: &Scale) -> (Self, Option<Range>) {
        let (least, most) = range(matrix.cells(), scale);
        let Some(range) = most.checked_sub(least) else { return (Self::None, None) };
        let read = Scale { base: least.wrapping_neg(), ..Scale::WHOLE };
        let bytes = size_of::<T>();
        let copy = if bytes > 2 && range <= i64::from(u16::MAX) {
            Self::Two(copied(matrix.cells(), scale, least, |cell| cell.cast_unsigned() as u16), read)
        } else if bytes > 4 && range <= i64::from(i32::MAX) {
            Self::Four(copied(matrix.cells(), scale, least, |cell| cell as i32), read)
        } else {
            Self::None
        };
        (copy, Some((least, most)))
    }
}

/// The least and the greatest cell as integers.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn range<T: Number>(cells: &[T], scale: &Scale) -> (i64, i64) {
    let (mut least, mut most) = (i64::MAX, i64::MIN);
    for cell in cells {
        let whole = cell.whole(scale);
        least = least.min(whole);
        most = most.max(whole);
    }
    (least, most)
}

#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn copied<T: Number, U: Number>(cells: &[T], scale: &Scale, least: i64, narrow: impl Fn(i64) -> U) -> Vec<U> {
    cells.iter().map(|cell| narrow(cell.whole(scale).wrapping_sub(least))).collect()
}
