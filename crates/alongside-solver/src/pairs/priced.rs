//! Which columns are cheap enough: sets of columns by price, a bit each, so that a source can leave out sixty-four at a
//! time that no pair of a row could reach the bar with.

use std::ops::Range;

/// How many sets there are at most.
const SETS: usize = 32;

/// Columns by their prices, as a few nested sets of bits.
#[derive(Debug, Clone, Default)]
pub struct Priced {
    /// The word of the first column: 64 columns a word.
    first: usize,
    words: usize,
    /// What every column of a set costs at most, ascending; the last is the greatest price.
    limits: Vec<i64>,
    least: i64,
    bits: Vec<u64>,
    sorted: Vec<i64>,
}

/// Columns among which all are whose price is no more than was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within<'a> {
    /// All columns may be.
    All,
    /// None is.
    None,
    /// Those with a bit: of column `c` in word `c / 64` less the second number.
    Some(&'a [u64], usize),
}

impl Within<'_> {
    /// The bits of a word of 64 columns.
    pub fn word(&self, word: usize) -> u64 {
        match self {
            Self::All => u64::MAX,
            Self::None => 0,
            Self::Some(bits, first) => word.checked_sub(*first).and_then(|at| bits.get(at)).copied().unwrap_or(0),
        }
    }
}

impl Priced {
    /// Sorts columns by price. Time: linear in the columns for each of the sets, and a sort.
    pub(super) fn renew(&mut self, columns: Range<usize>, price: impl Fn(usize) -> i64) {
        self.first = columns.start / 64;
        self.words = columns.end.div_ceil(64) - self.first;
        self.sorted.clear();
        self.sorted.extend(columns.clone().map(&price));
        self.sorted.sort_unstable();
        self.least = self.sorted.first().copied().unwrap_or(0);
        let sets = SETS.min(columns.len());
        self.limits.clear();
        self.limits.extend((1..=sets).map(|set| self.sorted[set * self.sorted.len() / sets - 1]));
        self.limits.dedup();
        self.bits.clear();
        self.bits.resize(self.words * self.limits.len(), 0);
        for column in columns {
            let price = price(column);
            let set = self.limits.partition_point(|limit| *limit < price);
            self.bits[set * self.words + column / 64 - self.first] |= 1 << (column % 64);
        }
        for word in self.words..self.bits.len() {
            self.bits[word] |= self.bits[word - self.words];
        }
    }

    /// The columns of these prices. Time: as many steps as columns times a logarithm.
    pub fn new(columns: Range<usize>, price: impl Fn(usize) -> i64) -> Self {
        let mut priced = Self::default();
        priced.renew(columns, price);
        priced
    }

    /// Columns among which all are that cost at most so much.
    pub fn at_most(&self, limit: i64) -> Within<'_> {
        let set = self.limits.partition_point(|most| *most < limit);
        if set + 1 >= self.limits.len() {
            return if limit < self.least { Within::None } else { Within::All };
        }
        if limit < self.least {
            return Within::None;
        }
        Within::Some(&self.bits[set * self.words..(set + 1) * self.words], self.first)
    }
}
