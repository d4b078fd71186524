//! The range of the cells and what is wrong with them, found in passing.
#![allow(clippy::float_arithmetic, reason = "see `Scale::flaws`, whose bits are gathered here")]

use super::scale::Scale;
use multiversion::multiversion;

/// Cells looked at together.
const LANES: usize = 32;

/// What was seen of the cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) least: f64,
    pub(super) most: f64,
    pub(super) least_integer: i64,
    pub(super) most_integer: i64,
    /// Not 0 if a cell was not finite.
    pub(super) infinite: u64,
    /// Not 0 if a cell lost something by rounding at the scale tried.
    pub(super) rounded: u64,
}

impl Default for Seen {
    fn default() -> Self {
        Self {
            least: f64::INFINITY,
            most: f64::NEG_INFINITY,
            least_integer: i64::MAX,
            most_integer: i64::MIN,
            infinite: 0,
            rounded: 0,
        }
    }
}

/// The range of integers.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn integers(row: &[i64], seen: &mut Seen) {
    for cell in row {
        seen.least_integer = seen.least_integer.min(*cell);
        seen.most_integer = seen.most_integer.max(*cell);
    }
}

/// The range of floating-point numbers, whether all are finite, and whether all keep their value at a scale.
///
/// Lane by lane, as the order of floating-point operations is not the compiler's to change.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn floats<T: Copy + Into<f64>>(row: &[T], scale: &Scale, seen: &mut Seen) {
    let mut least = [seen.least; LANES];
    let mut most = [seen.most; LANES];
    let mut infinite = [0; LANES];
    let mut rounded = [0; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunk in chunks {
        for lane in 0..LANES {
            let cell: f64 = chunk[lane].into();
            least[lane] = if cell < least[lane] { cell } else { least[lane] };
            most[lane] = if cell > most[lane] { cell } else { most[lane] };
            let (not_finite, lost) = scale.flaws(cell);
            infinite[lane] |= not_finite;
            rounded[lane] |= lost;
        }
    }
    for (lane, cell) in rest.iter().enumerate() {
        let cell: f64 = (*cell).into();
        least[lane] = if cell < least[lane] { cell } else { least[lane] };
        most[lane] = if cell > most[lane] { cell } else { most[lane] };
        let (not_finite, lost) = scale.flaws(cell);
        infinite[lane] |= not_finite;
        rounded[lane] |= lost;
    }
    for lane in 0..LANES {
        seen.least = if least[lane] < seen.least { least[lane] } else { seen.least };
        seen.most = if most[lane] > seen.most { most[lane] } else { seen.most };
        // Without the sign of 0.
        seen.infinite |= infinite[lane] << 1;
        seen.rounded |= rounded[lane] << 1;
    }
}
