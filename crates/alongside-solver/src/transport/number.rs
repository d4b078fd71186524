//! The widths that the solver counts in.

use std::fmt::Debug;

/// A signed integer. Sums wrap: whoever uses them keeps every number small enough, see [`Number::LIMIT`].
pub(super) trait Number: Copy + Ord + Default + Debug + Send + Sync + 'static {
    /// Prices and distances stay within this, values within half of it, so that a distance plus the difference of two
    /// values less prices still fits.
    const LIMIT: Self;
    /// A distance, from 0 up, and an index, in one word that sorts by distance, then index.
    type Key: Copy + Ord + Debug;

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
    type Key = u64;

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
    type Key = u128;

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
