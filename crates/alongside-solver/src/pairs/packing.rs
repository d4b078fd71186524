//! Several levels in one 32-bit number, so that a kernel compares once. Packed only where it is sure that the levels
//! cannot run into each other.

use super::source::{AllPairs, MAX_PRICE};
use crate::solution::SolveError;

/// The digits of a number made with this [scale](Packing::scale), which it has for each place.
pub(super) fn digits(mut number: i64, scale: &[i64], into: &mut [i64]) {
    for (at, digit) in into.iter_mut().enumerate().skip(1).rev() {
        let unit = scale[at];
        let radix = scale[at - 1] / unit;
        *digit = (number / unit + radix / 2).rem_euclid(radix) - radix / 2;
        number -= *digit * unit;
    }
    if let (Some(digit), Some(unit)) = (into.first_mut(), scale.first()) {
        *digit = number / unit;
    }
}

/// Levels written as the digits of one number, each digit from `-radix / 2` to `radix / 2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Packing {
    /// The radix of each level; that of the first is never used.
    radices: Vec<i64>,
}

impl Packing {
    /// The packing in which a source's values alone are compared, and how many of its levels are in it: as many as fit.
    ///
    /// # Errors
    ///
    /// [`SolveError::Overflow`] if not even one fits.
    pub(super) fn of_values<S: AllPairs>(source: &S) -> Result<(Self, usize), SolveError> {
        let sizes: Vec<i64> = (0..source.together()).map(|level| source.most(level).into()).collect();
        for levels in (2..=sizes.len()).rev() {
            if let Ok(packing) = Self::for_sizes(&sizes[..levels], MAX_PRICE.into()) {
                return Ok((packing, levels));
            }
        }
        Ok((Self::for_sizes(&sizes[..1], MAX_PRICE.into())?, 1))
    }

    /// A packing in which sums with digits up to these sizes are compared as tuples are, and which keeps them below a
    /// limit.
    ///
    /// # Errors
    ///
    /// [`SolveError::Overflow`] if there is none.
    pub(super) fn for_sizes(sizes: &[i64], limit: i64) -> Result<Self, SolveError> {
        let overflow = SolveError::Overflow;
        let radix = |size: &i64| size.checked_mul(2)?.checked_add(4);
        let radices: Vec<i64> = sizes.iter().map(radix).collect::<Option<_>>().ok_or(overflow)?;
        let most = sizes.iter().zip(&radices).try_fold(0_i64, |most, (size, radix)| {
            let shifted = if most == 0 { Some(0) } else { most.checked_mul(*radix) };
            shifted?.checked_add(*size)
        });
        if most.ok_or(overflow)? < limit { Ok(Self { radices }) } else { Err(overflow) }
    }

    /// What one unit of each of the last so many levels counts.
    pub(super) fn scale(&self, levels: usize) -> Vec<i64> {
        let mut scale = vec![1_i64; levels];
        let radices = self.radices.iter().rev();
        for (at, radix) in (1..levels).zip(radices) {
            scale[levels - 1 - at] = scale[levels - at].saturating_mul(*radix);
        }
        scale
    }

    /// The number with these digits.
    pub(super) fn pack(&self, digits: impl Iterator<Item = i64>) -> i64 {
        digits.zip(&self.radices).fold(0, |number, (digit, radix)| number * radix + digit)
    }

    /// The digits of a number, each in its range; the greatest tuple that is not beyond the number where it has none.
    pub(super) fn unpack(&self, mut number: i64) -> Vec<i64> {
        let mut digits = vec![0; self.radices.len()];
        for (at, radix) in self.radices.iter().enumerate().skip(1).rev() {
            let digit = (number + radix / 2).rem_euclid(*radix) - radix / 2;
            digits[at] = digit;
            number = (number - digit) / radix;
        }
        if let Some(first) = digits.first_mut() {
            *first = number;
        }
        digits
    }
}
