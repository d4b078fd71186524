//! The cheapest cells of a row.

use super::cell::Number;
use multiversion::multiversion;

/// Cells compared together.
const LANES: usize = 32;
/// About how many blocks a row is taken apart into.
const BLOCKS: usize = 256;

/// The cheapest cells of rows, one row after the other, with memory to work in.
#[derive(Debug)]
pub(super) struct Selector<T> {
    /// The least of each block of cells.
    minima: Vec<T>,
    /// What was chosen: cells and their columns, in no order.
    pub(super) chosen: Vec<(T, u32)>,
    /// Cells just as dear as the dearest chosen.
    ties: Vec<(T, u32)>,
}

/// What is known of the cells not chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Rest<T> {
    /// There are none.
    None,
    /// None is below this.
    From(T),
    /// All are above this.
    Above(T),
}

impl<T: Number> Selector<T> {
    pub(super) fn new() -> Self {
        Self { minima: Vec::new(), chosen: Vec::new(), ties: Vec::new() }
    }

    /// Chooses about `keep` of the cheapest cells, never more than `most`. Of cells that cost the same, those come
    /// first that follow `start`, so that rows with many equal cells do not all choose the same columns.
    ///
    /// The `keep`-th smallest of the minima of small blocks is a threshold that at least `keep` cells meet, and few
    /// more. Time: twice through the row.
    pub(super) fn select(&mut self, row: &[T], start: usize, keep: usize, most: usize) -> Rest<T> {
        self.chosen.clear();
        if row.len() <= keep {
            self.chosen.extend(row.iter().copied().zip(0..));
            return Rest::None;
        }
        self.minima.clear();
        block_minima(row, &mut self.minima);
        let (_, threshold, _) = self.minima.select_nth_unstable_by(keep - 1, T::order);
        let threshold = *threshold;
        self.ties.clear();
        let (before, after) = row.split_at(start);
        gather(after, start as u32, threshold, most, &mut self.chosen, &mut self.ties);
        gather(before, 0, threshold, most, &mut self.chosen, &mut self.ties);
        if self.chosen.len() > most {
            let (_, (dropped, _), _) =
                self.chosen.select_nth_unstable_by(most, |one, other| one.0.order(&other.0).then(one.1.cmp(&other.1)));
            let dropped = *dropped;
            self.chosen.truncate(most);
            return Rest::From(dropped);
        }
        let room = most - self.chosen.len();
        let all = self.ties.len() <= room;
        self.chosen.extend(self.ties.iter().take(room));
        if all { Rest::Above(threshold) } else { Rest::From(threshold) }
    }
}

/// The minima of blocks of the row, more than half as many as [`BLOCKS`] where the row has as many cells.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn block_minima<T: Number>(row: &[T], minima: &mut Vec<T>) {
    let depth = row.len().div_ceil(BLOCKS);
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunks in chunks.chunks(depth) {
        let [first, others @ ..] = chunks else { continue };
        let mut least = *first;
        for chunk in others {
            for lane in 0..LANES {
                least[lane] = if chunk[lane] < least[lane] { chunk[lane] } else { least[lane] };
            }
        }
        minima.extend_from_slice(&least);
    }
    minima.extend_from_slice(rest);
}

/// Gathers the cells below the threshold, and at most `most` that are equal to it.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn gather<T: Number>(
    cells: &[T],
    first: u32,
    threshold: T,
    most: usize,
    below: &mut Vec<(T, u32)>,
    equal: &mut Vec<(T, u32)>,
) {
    let mut column = first;
    let mut take = |cells: &[T], mut column: u32| {
        for cell in cells {
            if *cell < threshold {
                below.push((*cell, column));
            } else if *cell <= threshold && equal.len() <= most {
                equal.push((*cell, column));
            }
            column += 1;
        }
    };
    let (chunks, rest) = cells.as_chunks::<LANES>();
    for chunk in chunks {
        let mut any = false;
        for cell in chunk {
            any |= *cell <= threshold;
        }
        if any {
            take(chunk, column);
        }
        column += LANES as u32;
    }
    take(rest, column);
}
