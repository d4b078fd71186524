//! Where pairs come from: a kernel that works out the values of a row with a stretch of columns when asked.

use super::filter::{GROUP, allowed, reaching, reaching_either};
use super::priced::Priced;
use std::ops::Range;

/// Stands in a kernel's answer for a pair that may not be, or that is below the bar.
pub const NOT_ALLOWED: i32 = i32::MIN;

/// Furthest a value at level 0 may lie from 0: with it, a value less a price never leaves 32 bits.
pub const MAX_BLOCK_VALUE: i32 = 1 << 28;

/// Furthest a price or a bar may lie from 0.
pub(super) const MAX_PRICE: i32 = 1 << 30;

/// What is asked of pairs: how their levels add up to one number, and what it has to reach to be of interest, `least`
/// and the column's price.
#[derive(Debug, Clone, Copy)]
pub struct Bar<'a> {
    /// What one unit of each level counts, from the first level on, at least one level.
    pub scale: &'a [i32],
    /// The part of the row.
    pub least: i32,
    /// The part of each column asked for, one entry a column.
    pub prices: &'a [i32],
    /// The same prices in sets, and what to add to those of the sets: a source may pass over columns that cost too
    /// much for a row.
    pub by_price: Option<(&'a Priced, i64)>,
    /// Values that make a pair of interest whatever it costs, one entry a column, and the columns in sets by them.
    pub or: Option<(&'a [i32], &'a Priced)>,
    /// Whether allowed pairs are counted, of interest or not.
    pub counts: bool,
}

impl<'a> Bar<'a> {
    /// A bar of least value and prices, and nothing else.
    pub const fn new(scale: &'a [i32], least: i32, prices: &'a [i32]) -> Self {
        Self { scale, least, prices, by_price: None, or: None, counts: false }
    }

    /// Whether every allowed pair is of interest, so that looking for those that are not is wasted.
    pub const fn is_open(&self) -> bool {
        self.least <= -MAX_PRICE
    }
}

/// What a source found of interest in a stretch of columns.
#[derive(Debug, Default)]
pub struct Found {
    /// The pairs of interest, in any order, perhaps with others: the column and the value.
    pub pairs: Vec<(u32, i32)>,
    /// How many pairs are allowed, if that was asked.
    pub allowed: u32,
    values: Vec<i32>,
    groups: Vec<u32>,
}

impl Found {
    /// Nothing found.
    pub fn clear(&mut self) {
        self.pairs.clear();
        self.allowed = 0;
    }
}

/// All pairs of some rows and columns, worked out when asked for and never stored.
///
/// An implementation is a set of columns laid out for vector instructions and a loop over a stretch of them for one
/// row. It is asked for tiles of some thousand columns and for several rows in turn on the same tile, so that a tile
/// stays in the cache. Everything here has to be a pure function of its arguments.
pub trait AllPairs: Sync + Sized {
    /// What is worked out once for a row, before its tiles.
    type Row;

    /// Number of rows.
    fn rows(&self) -> usize;

    /// Number of columns.
    fn columns(&self) -> usize;

    /// Levels of value, at least 1 and at most [`MAX_LEVELS`](crate::problem::MAX_LEVELS).
    fn levels(&self) -> usize;

    /// Levels, from the first on, that [`Self::values`] can add up: at least 1. The more there are, the fewer pairs are
    /// asked for one by one.
    fn together(&self) -> usize {
        1
    }

    /// A bound on how far a value at one of these levels lies from 0, at most [`MAX_BLOCK_VALUE`].
    fn most(&self, level: usize) -> i32;

    /// Adds the stretches of columns that can hold anything for a row: ascending, apart from each other. Whatever is
    /// left out is not allowed. All columns, unless something better is known.
    fn ranges(&self, row: &Self::Row, into: &mut Vec<Range<usize>>) {
        let _ = row;
        into.push(0..self.columns());
    }

    /// The value that all allowed pairs of a row have at a level, but for those [apart](Self::apart); none where they
    /// differ. It saves passes their looking at the level where levels do not fit 31 bits together.
    fn alike(&self, row: &Self::Row, level: usize) -> Option<i32> {
        let _ = (row, level);
        None
    }

    /// Adds the columns of a stretch, ascending, that [`Self::alike`] says nothing of.
    fn apart(&self, row: &Self::Row, columns: Range<usize>, into: &mut Vec<usize>) {
        let _ = (row, columns, into);
    }

    /// Whether counting pairs that are allowed is far less work than working out their values.
    fn counts_alone(&self) -> bool {
        false
    }

    /// Gets a row ready for [`Self::values`].
    fn prepare(&self, row: usize) -> Self::Row;

    /// The values of a row with a stretch of columns: each level times the bar's scale, added up, which never leaves 31
    /// bits. Where the pair is allowed and its value reaches the bar, `values` holds the value; elsewhere it holds
    /// [`NOT_ALLOWED`], or the value of an allowed pair below the bar. `values` and the bar's prices are as long as the
    /// stretch.
    fn values(&self, row: &Self::Row, columns: Range<usize>, bar: Bar<'_>, values: &mut [i32]);

    /// Adds the pairs of a row with a stretch of columns that are of interest, and perhaps others that are allowed. What
    /// is found is worked out by [`Self::values`] unless the source knows better: most pairs of most sources are of no
    /// interest, and some of them can be passed over many at a time.
    fn find(&self, row: &Self::Row, columns: Range<usize>, bar: Bar<'_>, found: &mut Found) {
        let from = columns.start;
        let mut values = std::mem::take(&mut found.values);
        values.clear();
        values.resize(columns.len(), 0);
        let least = if bar.counts || bar.or.is_some() { -MAX_PRICE } else { bar.least };
        self.values(row, columns, Bar { least, ..bar }, &mut values);
        if bar.counts {
            found.allowed += allowed(&values);
        }
        found.groups.clear();
        match bar.or {
            Some((or, _)) => reaching_either(&values, bar.prices, bar.least, or, &mut found.groups),
            None => reaching(&values, bar.prices, bar.least, &mut found.groups),
        }
        for group in &found.groups {
            let first = *group as usize * GROUP;
            for at in first..values.len().min(first + GROUP) {
                let or = bar.or.is_some_and(|(or, _)| values[at] >= or[at]);
                if values[at] != NOT_ALLOWED && (or || values[at] >= bar.least.saturating_add(bar.prices[at])) {
                    found.pairs.push(((from + at) as u32, values[at]));
                }
            }
        }
        found.values = values;
    }

    /// The value of one pair at a level, or none where the pair is not allowed: the reference that `values` agrees
    /// with. At levels that are not put [together](Self::together) it is only asked of pairs that are allowed, so there
    /// need be no second look at that.
    fn value(&self, level: usize, row: usize, column: usize) -> Option<i64>;

    /// The values of one pair at the first levels, as many as there are places for; false where the pair is not
    /// allowed.
    fn reference(&self, row: usize, column: usize, levels: &mut [i64]) -> bool {
        levels.iter_mut().enumerate().all(|(level, place)| match self.value(level, row, column) {
            Some(value) => {
                *place = value;
                true
            }
            None => false,
        })
    }

    /// The same of several pairs of a row: as many values for each, one pair after another, as there are places for, at
    /// least one. A source may ask one thing of all of them before it asks the next.
    fn references(&self, row: usize, columns: &[u32], levels: &mut [i64]) -> bool {
        let depth = levels.len() / columns.len().max(1);
        let mut pairs = columns.iter().zip(levels.chunks_mut(depth.max(1)));
        pairs.all(|(column, levels)| self.reference(row, *column as usize, levels))
    }

    /// The same rows with these columns alone, ascending; column `c` of the answer is `columns[c]` of this.
    #[must_use]
    fn select(&self, columns: &[u32]) -> Self;
}
