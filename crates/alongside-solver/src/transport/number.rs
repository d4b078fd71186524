//! The widths that the solver counts in.

use std::fmt::Debug;

/// A signed integer. Sums wrap: whoever uses them keeps every number small enough, see [`Number::LIMIT`].
pub(super) trait Number: Copy + Ord + Default + Debug + Send + Sync + 'static {
    /// Prices and distances stay within this, values within half of it, so that a distance plus the difference of two
    /// values less prices still fits.
    const LIMIT: Self;
    /// Nothing is less.
    const LEAST: Self;
    /// A distance, from 0 up, and an index, in one word that sorts by distance, then index.
    type Key: Copy + Ord + Debug;

    /// A number of any sign and an index, in one word that sorts by number, then by index, lower indices higher.
    type Rank: Copy + Ord + Debug;
    /// Ranks below all others.
    const LAST: Self::Rank;

    fn rank(self, index: u32) -> Self::Rank;
    fn ranked(rank: Self::Rank) -> (Self, u32);
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    /// The number in this width; it must fit.
    fn narrow(number: i64) -> Self;
    fn wide(self) -> i64;
    fn key(self, index: u32) -> Self::Key;
    fn split(key: Self::Key) -> (Self, u32);
}

impl Number for i32 {
    const LIMIT: Self = 1 << 28;
    const LEAST: Self = Self::MIN;
    type Key = u64;
    type Rank = i64;
    const LAST: i64 = i64::MIN;

    #[inline]
    fn rank(self, index: u32) -> i64 {
        (i64::from(self) << 32) | i64::from(!index)
    }

    #[inline]
    fn ranked(rank: i64) -> (Self, u32) {
        ((rank >> 32) as Self, !(rank as Self).cast_unsigned())
    }

    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }

    fn minus(self, other: Self) -> Self {
        self.wrapping_sub(other)
    }

    fn narrow(number: i64) -> Self {
        number as Self
    }

    fn wide(self) -> i64 {
        i64::from(self)
    }

    fn key(self, index: u32) -> u64 {
        (u64::from(self.cast_unsigned()) << 32) | u64::from(index)
    }

    fn split(key: u64) -> (Self, u32) {
        (((key >> 32) as u32).cast_signed(), key as u32)
    }
}

impl Number for i64 {
    const LIMIT: Self = 1 << 60;
    const LEAST: Self = Self::MIN;
    type Key = u128;
    type Rank = i128;
    const LAST: i128 = i128::MIN;

    #[inline]
    fn rank(self, index: u32) -> i128 {
        (i128::from(self) << 32) | i128::from(!index)
    }

    #[inline]
    fn ranked(rank: i128) -> (Self, u32) {
        ((rank >> 32) as Self, !(rank as i32).cast_unsigned())
    }

    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }

    fn minus(self, other: Self) -> Self {
        self.wrapping_sub(other)
    }

    fn narrow(number: i64) -> Self {
        number
    }

    fn wide(self) -> i64 {
        self
    }

    fn key(self, index: u32) -> u128 {
        (u128::from(self.cast_unsigned()) << 32) | u128::from(index)
    }

    fn split(key: u128) -> (Self, u32) {
        (((key >> 32) as u64).cast_signed(), key as u32)
    }
}
