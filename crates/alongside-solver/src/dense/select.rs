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
    /// The same, to be reordered.
    sorted: Vec<T>,
    /// The blocks that meet the threshold.
    hits: Vec<u32>,
    /// The threshold found last.
    guess: Option<T>,
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
            guess: None,
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
        self.chosen.clear();
        if row.len() <= keep {
            self.chosen.extend(row.iter().copied().zip(0..));
            return Rest::None;
        }
        let blocks = Blocks::of(row.len());
        self.minima.clear();
        block_minima(row, blocks.depth, &mut self.minima);
        let threshold = self.threshold(keep);
        self.ties.clear();
        let hits = std::mem::take(&mut self.hits);
        for block in &hits {
            if self.minima[*block as usize] < threshold {
                self.take(row, blocks.cells(*block as usize, 0), threshold, most);
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
                self.take(row, blocks.cells(*block as usize, turn), threshold, most);
            }
        }
        let all = self.ties.len() <= room;
        self.chosen.extend(self.ties.iter().take(room));
        if all { Rest::Above(threshold) } else { Rest::From(threshold) }
    }

    /// A threshold that the minima of about `keep` blocks meet; notes which.
    fn threshold(&mut self, keep: usize) -> T {
        if let Some(guess) = self.guess {
            hits(&self.minima, guess, &mut self.hits);
            if (keep - keep * 3 / 8..=keep + keep / 2).contains(&self.hits.len()) {
                return guess;
            }
        }
        self.sorted.clone_from(&self.minima);
        let (_, threshold, _) = self.sorted.select_nth_unstable_by(keep - 1, T::order);
        self.guess = Some(*threshold);
        hits(&self.minima, *threshold, &mut self.hits);
        *threshold
    }

    /// Takes the cells of a block that are below the threshold, and apart from them those that are equal to it.
    fn take(&mut self, row: &[T], columns: impl Iterator<Item = usize>, threshold: T, most: usize) {
        for column in columns {
            let cell = row[column];
            if cell < threshold {
                self.chosen.push((cell, column as u32));
            } else if cell <= threshold && self.ties.len() <= most {
                self.ties.push((cell, column as u32));
            }
        }
    }
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
        let depth = cells.div_ceil(BLOCKS);
        let chunks = cells / LANES;
        Self { depth, grouped: chunks * LANES, lanes: chunks.div_ceil(depth) * LANES }
    }

    /// The cells of a block, beginning with a later one for each turn.
    fn cells(self, block: usize, turn: usize) -> impl Iterator<Item = usize> {
        let (first, count) = if block < self.lanes {
            let first = block / LANES * self.depth * LANES;
            (first + block % LANES, self.depth.min((self.grouped - first) / LANES))
        } else {
            (self.grouped + block - self.lanes, 1)
        };
        let turn = turn % count.max(1);
        (turn..count).chain(0..turn).map(move |at| first + at * LANES)
    }
}

/// The minima of blocks of the row: see [`Blocks`].
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn block_minima<T: Number>(row: &[T], depth: usize, minima: &mut Vec<T>) {
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

/// Which are not above the threshold.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn hits<T: Number>(cells: &[T], threshold: T, hits: &mut Vec<u32>) {
    hits.resize(cells.len(), 0);
    let mut count = 0;
    for (at, cell) in cells.iter().enumerate() {
        // Without a branch, which would go wrong at every hit.
        hits[count] = at as u32;
        count += usize::from(*cell <= threshold);
    }
    hits.truncate(count);
}
