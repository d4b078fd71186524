//! The cheapest cells of a row.

use super::cell::Number;
use multiversion::multiversion;

/// Cells compared together.
const LANES: usize = 32;
/// About how many blocks a row is taken apart into.
const BLOCKS: usize = 256;
/// Thresholds tried before one is sought.
const GUESSES: usize = 3;

/// The cheapest cells of rows, one row after the other, with memory to work in.
#[derive(Debug)]
pub(super) struct Selector<T> {
    /// The least of each block of cells, filled up to whole chunks while they are compared.
    pub(super) minima: Vec<T>,
    /// The same, to be reordered.
    sorted: Vec<T>,
    /// The blocks that meet the threshold.
    hits: Vec<u32>,
    /// The thresholds that served last, the last one first.
    guesses: Vec<T>,
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
        Self {
            minima: Vec::new(),
            sorted: Vec::new(),
            hits: Vec::new(),
            guesses: Vec::new(),
            chosen: Vec::new(),
            ties: Vec::new(),
        }
    }

    /// Chooses about `keep` of the cheapest cells, never more than `most`. Of cells that cost the same, rows with
    /// another `turn` choose others.
    ///
    /// The `keep`-th smallest of the minima of small blocks is a threshold that at least `keep` cells meet, and few
    /// more; the one that served the last row often serves again. Only blocks that meet it are looked into. Time: once
    /// through the row.
    pub(super) fn select(&mut self, row: &[T], turn: usize, keep: usize, most: usize) -> Rest<T> {
        self.minima.clear();
        block_minima(row, depth(row.len()), &mut self.minima);
        self.choose(row, turn, keep, most)
    }

    /// The same of a row whose minima of blocks are known.
    pub(super) fn choose(&mut self, row: &[T], turn: usize, keep: usize, most: usize) -> Rest<T> {
        self.chosen.clear();
        if row.len() <= keep {
            self.chosen.extend(row.iter().copied().zip(0..));
            return Rest::None;
        }
        let blocks = Blocks::of(row.len());
        let threshold = self.threshold(keep, most);
        self.ties.clear();
        let hits = std::mem::take(&mut self.hits);
        for block in &hits {
            if self.minima[*block as usize] < threshold {
                let [cells, _] = blocks.cells(*block as usize, 0);
                self.take(row, cells, threshold, most);
            }
        }
        let rest = self.fill(row, blocks, &hits, threshold, turn, most);
        self.hits = hits;
        rest
    }

    /// Adds cells that just meet the threshold, as long as there is room.
    fn fill(&mut self, row: &[T], blocks: Blocks, hits: &[u32], threshold: T, turn: usize, most: usize) -> Rest<T> {
        if self.chosen.len() > most {
            let order = |one: &(T, u32), other: &(T, u32)| one.0.order(&other.0).then(one.1.cmp(&other.1));
            let (_, (dropped, _), _) = self.chosen.select_nth_unstable_by(most, order);
            let dropped = *dropped;
            self.chosen.truncate(most);
            return Rest::From(dropped);
        }
        let room = most - self.chosen.len();
        let (first, turn) = (turn % hits.len().max(1), turn / hits.len().max(1));
        for block in hits[first..].iter().chain(&hits[..first]) {
            if self.ties.len() > room {
                break;
            }
            if self.minima[*block as usize] >= threshold {
                for cells in blocks.cells(*block as usize, turn) {
                    self.take(row, cells, threshold, most);
                }
            }
        }
        let all = self.ties.len() <= room;
        self.chosen.extend(self.ties.iter().take(room));
        if all { Rest::Above(threshold) } else { Rest::From(threshold) }
    }

    /// A threshold that the minima of about `keep` blocks meet; notes which.
    fn threshold(&mut self, keep: usize, most: usize) -> T {
        let count = self.minima.len();
        self.minima.resize(count.next_multiple_of(LANES), self.minima[0]);
        for at in 0..self.guesses.len() {
            let guess = self.guesses[at];
            hits(&self.minima, count, guess, &mut self.hits);
            let found = self.hits.len();
            // Of equal cells there may be many more, of which it is the threshold all the same.
            let below = |hits: &[u32]| hits.iter().filter(|hit| self.minima[**hit as usize] < guess).count();
            if (keep * 5 / 8..=most).contains(&found) || (found > most && below(&self.hits) < keep) {
                self.guesses[..=at].rotate_right(1);
                return guess;
            }
        }
        self.sorted.clear();
        self.sorted.extend_from_slice(&self.minima[..count]);
        let (_, threshold, _) = self.sorted.select_nth_unstable_by(keep - 1, T::order);
        self.guesses.truncate(GUESSES - 1);
        self.guesses.insert(0, *threshold);
        hits(&self.minima, count, *threshold, &mut self.hits);
        *threshold
    }

    /// Takes the cells of a block that are below the threshold, and apart from them those that are equal to it.
    #[inline]
    fn take(&mut self, row: &[T], columns: std::iter::StepBy<std::ops::Range<usize>>, threshold: T, most: usize) {
        for column in columns {
            let cell = row[column];
            if cell <= threshold {
                if cell < threshold {
                    self.chosen.push((cell, column as u32));
                } else if self.ties.len() <= most {
                    self.ties.push((cell, column as u32));
                }
            }
        }
    }
}

/// Chunks of a block in a row of so many cells.
pub(super) fn depth(cells: usize) -> usize {
    cells.div_ceil(BLOCKS).max(1)
}

/// How a row is taken apart: each group of `depth` times [`LANES`] cells into [`LANES`] blocks, one a lane, and what is
/// left at the end into single cells.
#[derive(Debug, Clone, Copy)]
struct Blocks {
    depth: usize,
    /// Cells that are in groups.
    grouped: usize,
    /// Blocks they make up.
    lanes: usize,
}

impl Blocks {
    fn of(cells: usize) -> Self {
        let depth = depth(cells);
        let chunks = cells / LANES;
        Self { depth, grouped: chunks * LANES, lanes: chunks.div_ceil(depth) * LANES }
    }

    /// The cells of a block: those after some that depend on the turn, and those.
    fn cells(self, block: usize, turn: usize) -> [std::iter::StepBy<std::ops::Range<usize>>; 2] {
        let (first, count) = if block < self.lanes {
            let first = block / LANES * self.depth * LANES;
            (first + block % LANES, self.depth.min((self.grouped - first) / LANES))
        } else {
            (self.grouped + block - self.lanes, 1)
        };
        let (middle, end) = (first + turn % count.max(1) * LANES, first + count * LANES);
        [(middle..end).step_by(LANES), (first..middle).step_by(LANES)]
    }
}

/// The minima of blocks of the row: see [`Blocks`].
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn block_minima<T: Number>(row: &[T], depth: usize, minima: &mut Vec<T>) {
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

/// Which of the first `count` are not above the threshold. As bits first: to go through these costs a branch for each
/// hit, not for each cell.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn hits<T: Number>(cells: &[T], count: usize, threshold: T, hits: &mut Vec<u32>) {
    hits.clear();
    for (first, chunk) in (0..).step_by(LANES).zip(cells.as_chunks::<LANES>().0) {
        let mut found = 0_u32;
        for (lane, cell) in chunk.iter().enumerate() {
            found |= u32::from(*cell <= threshold) << lane;
        }
        while found != 0 {
            hits.push(first + found.trailing_zeros());
            found &= found - 1;
        }
    }
    while hits.last().is_some_and(|hit| *hit as usize >= count) {
        hits.pop();
    }
}
