//! The loop that all passes over pairs share: blocks of rows against tiles of columns, the best few of each row kept.

use super::columns::ColumnBest;
use super::lists::{List, Lists, NEIGHBOURS, Turn};
use super::priced::Priced;
use super::source::AllPairs;
use super::streaming::Row;
use super::stretch::Scratch;
use rayon::prelude::*;
use std::ops::Range;

/// Columns in a tile: with a hundred bytes each they stay in a second-level cache.
pub(super) const TILE: usize = 2048;

/// Columns in the shortest tile there is: each costs something of its own.
const SHORT: usize = 512;

/// What a pass looks for.
pub(super) trait Judge: Sync {
    /// The least gain that is of interest in a row.
    fn least(&self, row: u32) -> i64;

    /// How good a pair is on its row's list; none for a pair that is not wanted there.
    fn rank(&self, row: u32, column: u32, gain: i64) -> Option<i64>;

    /// The least gain with which a pair of the row can have a rank as great.
    fn bar(&self, row: u32, rank: i64) -> i64;

    /// Whether the row's list has to say that there is this pair, whether it comes on it or not.
    fn remembers(&self, row: u32, column: u32, gain: i64) -> bool {
        let _ = (row, column, gain);
        false
    }

    /// Whether there is room to remember as many pairs of a row.
    fn has_room(&self, many: usize) -> bool {
        let _ = many;
        false
    }
}

/// Prices of columns, and in how many bits gains are counted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Gains<'a> {
    /// Values and prices are numbers of 31 bits.
    Narrow(&'a [i32]),
    /// Levels come one by one and are put together in 64 bits.
    Wide(&'a [i64]),
}

/// One pass.
#[derive(Debug)]
pub(super) struct Sweep<'a, S, J> {
    pub(super) source: &'a S,
    /// What the source's columns are called, where they are a selection.
    pub(super) names: Option<&'a [u32]>,
    /// The source's columns that are looked at.
    pub(super) columns: Range<usize>,
    /// What one unit of each level counts.
    pub(super) scale: &'a [i64],
    /// The price of each of the source's columns; gains are values less prices.
    pub(super) prices: Gains<'a>,
    pub(super) judge: &'a J,
    /// Most pairs a row keeps.
    pub(super) length: usize,
    /// Who comes first among equals.
    pub(super) turn: Turn,
    /// Pairs of a row after which the rest of the row is not looked at: allowed ones where they are counted, found ones
    /// elsewhere, of which as many as a list holds have to be wanted. Where a row's turn begins decides which.
    pub(super) enough: usize,
    /// Whether allowed pairs are counted, of interest or not.
    pub(super) counts: bool,
}

impl<S: AllPairs, J: Judge> Sweep<'_, S, J> {
    /// The lists of these rows, ascending, by as many threads as there are. The same for any number of them.
    pub(super) fn rows(&self, rows: &[u32]) -> Lists {
        let blocks: Vec<&[u32]> = blocks(rows).collect();
        let by_price = self.by_price();
        let lists: Vec<Vec<List>> = blocks.par_iter().map(|block| self.block(block, &by_price, None).0).collect();
        self.lists(lists.into_iter().flatten().collect())
    }

    /// The lists of these rows and of all columns looked at, `length` rows each, and how many pairs were gone over. The
    /// order of pairs is total and has nothing to do with the order of work, so the outcome is the same however the rows
    /// are divided.
    pub(super) fn rows_and_columns(&self, rows: &[u32], length: usize) -> ((Lists, Lists), u64) {
        let blocks: Vec<&[u32]> = blocks(rows).collect();
        // Every share begins with lists to fill, so there are few; two a thread, that none waits long for another.
        let share = blocks.len().div_ceil(2 * rayon::current_num_threads()).max(1);
        let many = self.source.rows() as u32;
        let none = || (Vec::new(), Lists { length, span: many, of: Vec::new() }, 0);
        let by_price = self.by_price();
        let done = blocks.par_chunks(share).map(|blocks| {
            let mut columns = ColumnBest::new(&self.columns, (length, many), self.tile_size());
            let (mut lists, mut pairs) = (Vec::new(), 0);
            for block in blocks {
                let (of_block, gone_over) = self.block(block, &by_price, Some(&mut columns));
                lists.extend(of_block);
                pairs += gone_over;
            }
            (lists, columns.lists(), pairs)
        });
        let (rows, mut columns, pairs) = done.reduce(none, |one: (Vec<List>, Lists, u64), next| {
            let mut rows = one.0;
            rows.extend(next.0);
            (rows, one.1.merge(next.1), one.2 + next.2)
        });
        for list in &mut columns.of {
            // The same bound however the rows were shared out.
            list.full = list.pairs.len() == length;
            list.rest = list.pairs.last().filter(|_| list.full).map_or(i64::MIN, |pair| pair.gain);
        }
        ((self.lists(rows), columns), pairs)
    }

    /// Where allowed pairs are looked at until there are enough, a tile has no more columns than that, so that what is
    /// looked at is not much more either.
    fn tile_size(&self) -> usize {
        if self.counts { self.enough.clamp(SHORT, TILE).next_multiple_of(SHORT) } else { TILE }
    }

    fn by_price(&self) -> Priced {
        let price = |column: usize| match self.prices {
            Gains::Narrow(prices) => i64::from(prices[column]),
            Gains::Wide(prices) => prices[column],
        };
        Priced::new(self.columns.clone(), price)
    }

    fn lists(&self, of: Vec<List>) -> Lists {
        Lists { length: self.length, span: self.turn.span, of }
    }

    /// A block of rows against tile after tile, beginning where the rows' turns begin, so that among equals the pairs
    /// kept in the end come early. Tells how many pairs were gone over.
    fn block(&self, rows: &[u32], by_price: &Priced, mut columns: Option<&mut ColumnBest>) -> (Vec<List>, u64) {
        let mut states: Vec<Row<S::Row>> = rows.iter().map(|row| self.begin(*row)).collect();
        let mut scratch = Scratch::new(self.scale);
        let first = rows.first().map_or(0, |row| self.turn.stretch(*row));
        let first = match self.names {
            Some(names) => names.partition_point(|name| *name < first),
            None => first as usize,
        };
        let size = self.tile_size();
        let tiles = self.columns.len().div_ceil(size);
        let begin = first.saturating_sub(self.columns.start) / size;
        let mut pairs = 0;
        for tile in (0..tiles).map(|tile| (tile + begin) % tiles) {
            let from = self.columns.start + tile * size;
            let tile = from..self.columns.end.min(from + size);
            if let Some(columns) = &mut columns {
                columns.begin(&tile);
            }
            for state in &mut states {
                if !self.is_over(state) {
                    self.tile(state, &tile, (&mut scratch, by_price), columns.as_deref_mut());
                    pairs += tile.len() as u64;
                } else if self.counts {
                    self.apart(state, &tile, &mut scratch, columns.as_deref_mut());
                }
            }
        }
        (states.into_iter().map(|state| self.end(state)).collect(), pairs)
    }

    fn tile(
        &self,
        row: &mut Row<S::Row>,
        tile: &Range<usize>,
        (scratch, by_price): (&mut Scratch, &Priced),
        mut columns: Option<&mut ColumnBest>,
    ) {
        let reached = row.ranges.partition_point(|range| range.end <= tile.start);
        for at in reached..row.ranges.len() {
            if row.ranges[at].start >= tile.end {
                break;
            }
            let stretch = row.ranges[at].start.max(tile.start)..row.ranges[at].end.min(tile.end);
            if stretch.is_empty() {
                continue;
            }
            match self.prices {
                Gains::Narrow(prices) => {
                    self.narrow(row, &stretch, (prices, by_price), scratch, columns.as_deref_mut());
                }
                Gains::Wide(prices) => self.wide(row, &stretch, (prices, by_price), scratch),
            }
        }
    }

    /// What a column of the source is called.
    pub(super) fn name(&self, column: usize) -> u32 {
        self.names.map_or(column as u32, |names| names[column])
    }
}

/// Rows that are worked on together: those whose turns begin in the same stretch.
fn blocks(rows: &[u32]) -> impl Iterator<Item = &[u32]> {
    rows.chunk_by(|one, next| one / NEIGHBOURS == next / NEIGHBOURS)
}
