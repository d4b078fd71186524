//! Costs of several kinds, compared with sums of potentials.

#![allow(clippy::float_arithmetic, reason = "what is subtracted and multiplied here is exact or refused")]

use std::cmp::Ordering;

/// Whole units for costs that are not whole: a cost `x` is `(x - offset) * 2^shift` units.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Units {
    /// Subtracted first, which must lose nothing.
    pub offset: f64,
    /// The power of two.
    pub shift: i32,
}

/// A kind of number that a cost may be.
pub trait Cost: Copy {
    /// The cost against a whole number of units: exactly for whole costs; equal if less than or just half a unit away
    /// for others. None for a cost that is not finite or that the units cannot hold.
    fn against(self, units: i128, scale: Units) -> Option<Ordering>;
}

macro_rules! whole {
    ($($kind:ty),*) => {$(
        impl Cost for $kind {
            #[inline]
            fn against(self, units: i128, _: Units) -> Option<Ordering> {
                Some(i128::from(self).cmp(&units))
            }
        }
    )*};
}

whole!(u16, i32, i64);

impl Cost for f32 {
    #[inline]
    fn against(self, units: i128, scale: Units) -> Option<Ordering> {
        f64::from(self).against(units, scale)
    }
}

impl Cost for f64 {
    #[inline]
    fn against(self, units: i128, scale: Units) -> Option<Ordering> {
        let halves = halves(self, scale)?;
        // A number of half units is whole from 2^53 on, and up to there the odd ones beside `units` are exact.
        let small = i64::try_from(units).ok().filter(|units| units.unsigned_abs() < 1 << 51);
        if let (true, Some(units)) = (halves.abs() < WHOLE, small) {
            #[allow(clippy::cast_precision_loss, reason = "below 2^52")]
            let (low, high) = ((2 * units - 1) as f64, (2 * units + 1) as f64);
            return Some(if halves < low {
                Ordering::Less
            } else if halves > high {
                Ordering::Greater
            } else {
                Ordering::Equal
            });
        }
        // Beyond 2^126 a cost is far above or below every sum of two potentials, and the cast keeps it there.
        #[allow(clippy::cast_possible_truncation, reason = "see above")]
        let (below, above) = (halves.floor() as i128, halves.ceil() as i128);
        let twice = 2 * units;
        Some(if above < twice - 1 || (above == twice - 1 && below < above) {
            Ordering::Less
        } else if below > twice + 1 || (below == twice + 1 && below < above) {
            Ordering::Greater
        } else {
            Ordering::Equal
        })
    }
}

const WHOLE: f64 = 9_007_199_254_740_992.0;

/// Half units, exactly; none where something would be lost.
#[inline]
fn halves(cost: f64, scale: Units) -> Option<f64> {
    let moved = cost - scale.offset;
    // The subtraction lost nothing if both numbers come back (Knuth's sum of two, The Art of Computer Programming 2,
    // section 4.2.2).
    let back = moved + scale.offset;
    let lost = (cost - back) + (scale.offset - (back - moved));
    // A power of two loses something only where the product comes near 0, which is far from every odd number.
    let halves = moved * power(scale.shift)? * 2.0;
    (lost == 0.0 && halves.is_finite()).then_some(halves)
}

/// A power of two; none where it is not a normal number.
#[inline]
fn power(exponent: i32) -> Option<f64> {
    let biased = u64::try_from(exponent.checked_add(1023)?).ok()?;
    (1..2047).contains(&biased).then(|| f64::from_bits(biased << 52))
}
