//! How costs become integers.
#![allow(
    clippy::float_arithmetic,
    reason = "costs given as floating-point numbers are turned into integers here; each operation is exact or its \
              rounding is what the bound counts"
)]
#![allow(clippy::inline_always, reason = "loops compiled for several instruction sets need these within them")]

use super::error::DenseError;
use super::survey::Seen;

/// How far costs and potentials may lie from 0. Distances of settled columns lie within twice of that, and then nothing
/// that is added up on the way leaves 64 bits.
pub(super) const LIMIT: i64 = 1 << 59;

/// How the costs were turned into integers: cost `x` became `(x - offset) * 2^shift`, rounded to the nearest whole
/// number, halves to the even one. Matrices of integers are taken as they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantisation {
    /// Subtracted first. Not 0 only where the costs are far from 0 and close to each other, and then the subtraction
    /// is exact.
    pub offset: f64,
    /// The power of two: at least 40 bits of the range of costs, unless that is below 2^-980.
    pub shift: i32,
    /// Whether every cost is known to have become an integer without rounding.
    pub exact: bool,
}

impl Quantisation {
    /// By how much the true total of an assignment of so many pairs, best in the integers, can at most exceed the
    /// least true total: half a unit a pair for it and half a unit a pair for the other.
    pub fn excess(&self, pairs: usize) -> f64 {
        if self.exact { 0.0 } else { pairs as f64 * power(-self.shift) }
    }
}

/// `2^shift`, from 2^-1022 to 2^1023; beyond that the nearest of the two.
pub(super) fn power(shift: i32) -> f64 {
    let exponent = u64::try_from(1023 + shift.clamp(-1022, 1023)).unwrap_or(1);
    f64::from_bits(exponent << 52)
}

/// Added to a number of magnitude below 2^51 it leaves no room for a fraction: the sum is the number rounded, and its
/// bits less those of this constant are the whole number.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// Everything a cell needs to become an integer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Subtracted from floating-point cells.
    pub(super) offset: f64,
    /// Then multiplied: a power of two.
    pub(super) factor: f64,
    pub(super) shift: i32,
    pub(super) exact: bool,
    /// Subtracted from 64-bit cells.
    pub(super) base: i64,
}

impl Scale {
    /// Cells are integers and stay as they are.
    pub(super) const WHOLE: Self = Self { offset: 0.0, factor: 1.0, shift: 0, exact: true, base: 0 };

    /// The whole number of a floating-point cell.
    #[inline(always)]
    pub(super) fn whole(&self, cell: f64) -> i64 {
        let rounded = (cell - self.offset) * self.factor + ROUND;
        rounded.to_bits().cast_signed().wrapping_sub(ROUND.to_bits().cast_signed())
    }

    /// Bits that are not 0, but for the sign, if the cell loses something by rounding, unless it is so large that this
    /// cannot be told. The last but one is set if the cell is not finite, and not set if it is below 2^52 as an integer.
    #[inline(always)]
    pub(super) fn lost(&self, cell: f64) -> u64 {
        Self::fraction((cell - self.offset) * self.factor)
    }

    /// The same of a cell at the scale of whole numbers.
    #[inline(always)]
    pub(super) fn fraction(cell: f64) -> u64 {
        let rounded = (cell + ROUND) - ROUND;
        (rounded - cell).to_bits()
    }

    /// Whether cells are taken as they are.
    pub(super) fn is_whole(&self) -> bool {
        (self.offset, self.factor) == (0.0, 1.0)
    }

    /// Bits that costs may have: as many as leave room for their sums along paths of `rows` rows, at most 50.
    fn bits(rows: usize) -> i32 {
        (57 - rows.max(1).ilog2().cast_signed()).clamp(43, 50)
    }

    /// The scale for finite costs from `least` to `most`.
    pub(super) fn fitting(least: f64, most: f64, rows: usize) -> Self {
        let far = least.abs().max(most.abs());
        let half_range = most * 0.5 - least * 0.5;
        // Where true, the largest cost is less than twice the smallest, and their difference exact (Sterbenz 1974);
        // 0.24 rather than 0.25 leaves room for the rounding of the range.
        let offset = if far * 0.24 > half_range { least } else { 0.0 };
        let far = if offset == 0.0 { far } else { most - offset };
        let shift = (Self::bits(rows) - exponent(far)).clamp(-1022, 1023);
        Self { offset, factor: power(shift), shift, exact: far == 0.0, base: 0 }
    }

    /// This scale, if no cell lost anything by it and none is too large.
    pub(super) fn proven(&self, seen: &Seen, rows: usize) -> Option<Self> {
        if seen.least > seen.most {
            return Some(Self::WHOLE);
        }
        // Between half and twice the offset, subtracting it is exact (Sterbenz 1974).
        let near = |cell: f64| {
            let (cell, offset) = if self.offset < 0.0 { (-cell, -self.offset) } else { (cell, self.offset) };
            offset == 0.0 || (cell >= offset * 0.5 && cell <= offset * 2.0)
        };
        if !near(seen.least) || !near(seen.most) {
            return None;
        }
        let far = (seen.least - self.offset).abs().max((seen.most - self.offset).abs());
        let fits = exponent(far) + self.shift <= Self::bits(rows);
        (seen.rounded == 0 && fits).then_some(Self { exact: true, ..*self })
    }

    /// The scale for integers in that range: only a range of all 64 bits is too much.
    pub(super) fn integers(least: i64, most: i64) -> Result<Self, DenseError> {
        let near = least >= -LIMIT && most <= LIMIT;
        let base = if near || least > most { 0 } else { least };
        let fits = near || most.checked_sub(base).is_none_or(|range| range <= LIMIT);
        if fits { Ok(Self { base, ..Self::WHOLE }) } else { Err(DenseError::Overflow) }
    }
}

/// The least exponent whose power of two is above the number; very small for 0.
pub(super) fn exponent(number: f64) -> i32 {
    let biased = i32::try_from((number.to_bits() >> 52) & 0x7ff).unwrap_or(0);
    if biased == 0 && number == 0.0 { -1074 } else { biased - 1022 }
}
