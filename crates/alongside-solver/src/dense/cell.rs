//! The kinds of number that a matrix may hold.
#![allow(
    clippy::float_arithmetic,
    reason = "the range of floating-point costs is found here; nothing that decides is computed in them"
)]
#![allow(clippy::inline_always, reason = "loops compiled for several instruction sets need these within them")]

use super::error::DenseError;
use super::scale::Scale;
use super::select;
use super::survey::{self, Seen};
use std::cmp::Ordering;
use std::fmt::Debug;

/// A kind of number that a matrix may hold: `u16`, `i32`, `i64`, `f32` or `f64`.
#[allow(private_bounds, reason = "which seals the trait")]
pub trait Cell: Number {}

/// What the solver needs of a cell.
pub(super) trait Number: Copy + PartialOrd + Debug + Send + Sync + 'static {
    /// Any number.
    const ZERO: Self;

    /// A total order, by value.
    fn order(&self, other: &Self) -> Ordering;

    /// The cell as an integer.
    fn whole(self, scale: &Scale) -> i64;

    /// The cell as it is, or the nearest number to it.
    fn number(self) -> f64;

    /// The cell's bits, in the place of the integer that it will be.
    fn bits(self) -> i64;

    /// The cell of these bits.
    fn of_bits(bits: i64) -> Self;

    /// A scale that may turn out to lose nothing, from some of the rows.
    fn guess(_sample: &[&[Self]], _rows: usize) -> Scale {
        Scale::WHOLE
    }

    /// Notes the range of a row's cells and what is wrong with them, and adds the minima of its blocks.
    fn survey(row: &[Self], depth: usize, _guess: &Scale, _seen: &mut Seen, minima: &mut Vec<Self>) {
        select::block_minima(row, depth, minima);
    }

    /// The scale for all cells.
    fn scale(_seen: &Seen, _guess: &Scale, _rows: usize) -> Result<Scale, DenseError> {
        Ok(Scale::WHOLE)
    }
}

macro_rules! small_integers {
    ($($kind:ty),*) => {$(
        impl Cell for $kind {}

        impl Number for $kind {
            const ZERO: Self = 0;

            #[inline(always)]
            fn order(&self, other: &Self) -> Ordering {
                self.cmp(other)
            }

            #[inline(always)]
            fn whole(self, scale: &Scale) -> i64 {
                i64::from(self).wrapping_sub(scale.base)
            }

            fn number(self) -> f64 {
                f64::from(self)
            }

            fn bits(self) -> i64 {
                i64::from(self)
            }

            fn of_bits(bits: i64) -> Self {
                <$kind>::try_from(bits).unwrap_or_default()
            }
        }
    )*};
}

small_integers!(u16, i32);

impl Cell for i64 {}

impl Number for i64 {
    const ZERO: Self = 0;

    #[inline(always)]
    fn order(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }

    #[inline(always)]
    fn whole(self, scale: &Scale) -> i64 {
        self.wrapping_sub(scale.base)
    }

    fn number(self) -> f64 {
        self as f64
    }

    fn bits(self) -> i64 {
        self
    }

    fn of_bits(bits: i64) -> Self {
        bits
    }

    fn survey(row: &[Self], depth: usize, _: &Scale, seen: &mut Seen, minima: &mut Vec<Self>) {
        survey::integers(row, seen);
        select::block_minima(row, depth, minima);
    }

    fn scale(seen: &Seen, _: &Scale, _: usize) -> Result<Scale, DenseError> {
        Scale::integers(seen.least_integer, seen.most_integer)
    }
}

macro_rules! floats {
    ($($kind:ty),*) => {$(
        impl Cell for $kind {}

        impl Number for $kind {
            const ZERO: Self = 0.0;

            #[inline(always)]
            fn order(&self, other: &Self) -> Ordering {
                self.total_cmp(other)
            }

            #[inline(always)]
            fn whole(self, scale: &Scale) -> i64 {
                scale.whole(f64::from(self))
            }

            fn number(self) -> f64 {
                f64::from(self)
            }

            fn bits(self) -> i64 {
                f64::from(self).to_bits().cast_signed()
            }

            fn of_bits(bits: i64) -> Self {
                f64::from_bits(bits.cast_unsigned()) as $kind
            }

            fn guess(sample: &[&[Self]], rows: usize) -> Scale {
                let mut seen = Seen::default();
                for row in sample {
                    survey::floats(row, row.len(), &Scale::WHOLE, &mut seen, &mut Vec::new());
                }
                Scale::WHOLE.proven(&seen, rows).unwrap_or_else(|| Scale::fitting(seen.least, seen.most, rows))
            }

            fn survey(row: &[Self], depth: usize, guess: &Scale, seen: &mut Seen, minima: &mut Vec<Self>) {
                survey::floats(row, depth, guess, seen, minima);
            }

            fn scale(seen: &Seen, guess: &Scale, rows: usize) -> Result<Scale, DenseError> {
                Ok(guess.proven(seen, rows).unwrap_or_else(|| Scale::fitting(seen.least, seen.most, rows)))
            }
        }
    )*};
}

floats!(f32, f64);
