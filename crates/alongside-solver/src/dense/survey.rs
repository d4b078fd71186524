//! The range of the cells and what is wrong with them, found in passing.
#![allow(clippy::float_arithmetic, reason = "see `Scale::lost`, whose bits are gathered here")]
#![allow(clippy::inline_always, reason = "loops compiled for several instruction sets need these within them")]

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
    /// Not 0 if a cell lost something by rounding at the scale tried.
    pub(super) rounded: u64,
    /// Whether a cell of the row seen last may not be finite.
    pub(super) doubtful: bool,
}

impl Default for Seen {
    fn default() -> Self {
        Self {
            least: f64::INFINITY,
            most: f64::NEG_INFINITY,
            least_integer: i64::MAX,
            most_integer: i64::MIN,
            rounded: 0,
            doubtful: false,
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

/// What a cell loses by rounding at a scale.
trait Loss {
    /// See [`Scale::lost`].
    fn of(scale: &Scale, cell: f64) -> u64;
}

/// At any scale.
struct Scaled;

/// Where cells are taken as they are.
struct Whole;

/// Where it is known that some lose something: only whether this one is finite.
struct Known;

impl Loss for Scaled {
    #[inline(always)]
    fn of(scale: &Scale, cell: f64) -> u64 {
        scale.lost(cell)
    }
}

impl Loss for Whole {
    #[inline(always)]
    fn of(_: &Scale, cell: f64) -> u64 {
        Scale::fraction(cell)
    }
}

impl Loss for Known {
    #[inline(always)]
    fn of(_: &Scale, cell: f64) -> u64 {
        (cell * 0.0).to_bits()
    }
}

/// The range of floating-point numbers, whether all keep their value at a scale, whether one may not be finite, and the
/// minima of blocks: see [`select::Blocks`](super::select::Blocks).
///
/// Lane by lane, as the order of floating-point operations is not the compiler's to change. What rounding loses of a
/// cell is less than 1, or no number at all if the cell is none; so one bit of it raises the doubt, and only of cells
/// beyond 2^52 in vain. No more is asked of a cell than is still open: an eighth of the time where many are fractions.
pub(super) fn floats<T>(row: &[T], depth: usize, scale: &Scale, seen: &mut Seen, minima: &mut Vec<T>)
where
    T: Copy + PartialOrd + Into<f64>,
{
    if seen.rounded != 0 {
        floats_losing::<T, Known>(row, depth, scale, seen, minima);
    } else if scale.is_whole() {
        floats_losing::<T, Whole>(row, depth, scale, seen, minima);
    } else {
        floats_losing::<T, Scaled>(row, depth, scale, seen, minima);
    }
}

#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn floats_losing<T, L: Loss>(row: &[T], depth: usize, scale: &Scale, seen: &mut Seen, minima: &mut Vec<T>)
where
    T: Copy + PartialOrd + Into<f64>,
{
    let Some(first) = row.first() else { return };
    let mut lowest = [*first; LANES];
    let mut highest = [*first; LANES];
    let mut lost = [0; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunks in chunks.chunks(depth) {
        let mut least = chunks[0];
        for chunk in chunks {
            for lane in 0..LANES {
                least[lane] = if chunk[lane] < least[lane] { chunk[lane] } else { least[lane] };
                highest[lane] = if chunk[lane] > highest[lane] { chunk[lane] } else { highest[lane] };
                lost[lane] |= L::of(scale, chunk[lane].into());
            }
        }
        for lane in 0..LANES {
            lowest[lane] = if least[lane] < lowest[lane] { least[lane] } else { lowest[lane] };
        }
        minima.extend_from_slice(&least);
    }
    minima.extend_from_slice(rest);
    // What is left at the end, beside cells that were seen already.
    let mut chunk = [*first; LANES];
    chunk[..rest.len()].copy_from_slice(rest);
    for lane in 0..LANES {
        lowest[lane] = if chunk[lane] < lowest[lane] { chunk[lane] } else { lowest[lane] };
        highest[lane] = if chunk[lane] > highest[lane] { chunk[lane] } else { highest[lane] };
        lost[lane] |= L::of(scale, chunk[lane].into());
    }
    // By halves, so that lanes stay lanes as long as can be.
    for half in [LANES / 2, LANES / 4, LANES / 8] {
        for lane in 0..half {
            lowest[lane] = if lowest[lane + half] < lowest[lane] { lowest[lane + half] } else { lowest[lane] };
            highest[lane] = if highest[lane + half] > highest[lane] { highest[lane + half] } else { highest[lane] };
            lost[lane] |= lost[lane + half];
        }
    }
    let (mut least, mut most, mut bits) = (*first, *first, 0);
    for lane in 0..LANES / 8 {
        least = if lowest[lane] < least { lowest[lane] } else { least };
        most = if highest[lane] > most { highest[lane] } else { most };
        bits |= lost[lane];
    }
    let (least, most) = (least.into(), most.into());
    seen.least = if least < seen.least { least } else { seen.least };
    seen.most = if most > seen.most { most } else { seen.most };
    // Without the sign of 0.
    seen.rounded |= bits << 1;
    seen.doubtful = bits >> 62 & 1 != 0;
}
