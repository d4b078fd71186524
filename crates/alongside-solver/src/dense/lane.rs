//! The numbers that searches through whole rows compute in.

use super::scale::LIMIT;
use std::fmt::Debug;

/// An integer that distances and potentials fit in: 32 bits where that is seen to be enough, as twice as many of them go
/// through the processor at once, else 64.
///
/// Write `L` for [`LIMIT`](Self::LIMIT). Costs and potentials lie within `L` of 0, and distances of settled columns below
/// `2 L`; so no sum of three of them leaves the number, not even with [`SETTLED`](Self::SETTLED).
pub(super) trait Lane: Copy + Ord + Debug + Default {
    const LIMIT: i64;
    /// Further than any column.
    const FAR: Self;
    /// In the place of a settled column's distance, `3 L`: further than a column can be.
    const PAST: Self;
    /// In the place of its potential, `-8 L`: any way to it is then at least `3 L` long.
    const SETTLED: Self;

    /// The number, if it fits.
    fn of(number: i64) -> Self;

    fn wide(self) -> i64;

    /// `self - less + more`, within the range by what is said above.
    fn less_more(self, less: Self, more: Self) -> Self;
}

macro_rules! lanes {
    ($($kind:ty: $limit:expr),*) => {$(
        #[allow(clippy::inline_always, reason = "loops compiled for several instruction sets need these within them")]
        impl Lane for $kind {
            const LIMIT: i64 = $limit;
            const FAR: Self = <$kind>::MAX;
            const PAST: Self = (3 * $limit) as $kind;
            const SETTLED: Self = (-8 * $limit) as $kind;

            #[inline(always)]
            fn of(number: i64) -> Self {
                number as $kind
            }

            #[inline(always)]
            fn wide(self) -> i64 {
                #[allow(clippy::useless_conversion, reason = "one of the kinds has 64 bits already")]
                i64::from(self)
            }

            #[inline(always)]
            fn less_more(self, less: Self, more: Self) -> Self {
                self.wrapping_sub(less).wrapping_add(more)
            }
        }
    )*};
}

lanes!(i32: 1 << 27, i64: LIMIT);
