//! The loop that all passes over pairs share: blocks of rows against tiles of columns, the best few of each row kept.

use super::columns::ColumnBest;
use super::filter::{GROUP, add_level, last_level_bars};
use super::lists::{List, Listed, Lists, NEIGHBOURS, Turn};
use super::priced::Priced;
use super::source::{AllPairs, Bar, Found, MAX_PRICE, NOT_ALLOWED};
use rayon::prelude::*;
use std::ops::Range;

/// Columns in a tile: with a hundred bytes each they stay in a second-level cache.
const TILE: usize = 2048;

/// What a pass looks for.
pub(super) trait Judge: Sync {
    /// The least gain that is of interest in a row.
    fn least(&self, row: u32) -> i64;

    /// How good a pair is on its row's list; none for a pair that is not wanted there.
    fn rank(&self, row: u32, column: u32, gain: i64) -> Option<i64>;

    /// The least gain with which a pair of the row can have a rank as great.
    fn bar(&self, row: u32, rank: i64) -> i64;
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
    /// Pairs of a row after which the rest of the row is not looked at. Where a row's turn begins decides which.
    pub(super) enough: usize,
}

/// A row while its pairs stream by.
struct Row<R> {
    of: u32,
    ready: R,
    bar: i64,
    /// Worst pair that is certain of a place once the list has been full.
    cut: Option<Listed>,
    /// The greatest gain turned away.
    refused: i64,
    /// Pairs that are allowed, where all of them are looked at.
    allowed: u32,
    /// Pairs that had a rank.
    ranked: usize,
    pairs: Vec<Listed>,
    ranges: Vec<Range<usize>>,
}

impl<S: AllPairs, J: Judge> Sweep<'_, S, J> {
    /// The lists of these rows, ascending, by as many threads as there are. The same for any number of them.
    pub(super) fn rows(&self, rows: &[u32]) -> Lists {
        let blocks: Vec<&[u32]> = blocks(rows).collect();
        let by_price = self.by_price();
        let lists: Vec<Vec<List>> = blocks.par_iter().map(|block| self.block(block, &by_price, None)).collect();
        self.lists(lists.into_iter().flatten().collect())
    }

    /// The lists of these rows and of all columns looked at, `length` rows each. The order of pairs is total and has
    /// nothing to do with the order of work, so the outcome is the same however the rows are divided.
    pub(super) fn rows_and_columns(&self, rows: &[u32], length: usize) -> (Lists, Lists) {
        let blocks: Vec<&[u32]> = blocks(rows).collect();
        // Every share begins with lists to fill, so there are few; two a thread, that none waits long for another.
        let share = blocks.len().div_ceil(2 * rayon::current_num_threads()).max(1);
        let many = self.source.rows() as u32;
        let none = || (Vec::new(), Lists { length, span: many, of: Vec::new() });
        let by_price = self.by_price();
        let done = blocks.par_chunks(share).map(|blocks| {
            let mut columns = ColumnBest::new(&self.columns, length, many);
            let lists = blocks.iter().flat_map(|block| self.block(block, &by_price, Some(&mut columns))).collect();
            (lists, columns.lists())
        });
        let (rows, mut columns) = done.reduce(none, |one: (Vec<List>, Lists), next| {
            let mut rows = one.0;
            rows.extend(next.0);
            (rows, one.1.merge(next.1))
        });
        for list in &mut columns.of {
            // The same bound however the rows were shared out.
            list.full = list.pairs.len() == length;
            list.rest = list.pairs.last().filter(|_| list.full).map_or(i64::MIN, |pair| pair.gain);
        }
        (self.lists(rows), columns)
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
    /// kept in the end come early.
    fn block(&self, rows: &[u32], by_price: &Priced, mut columns: Option<&mut ColumnBest>) -> Vec<List> {
        let mut states: Vec<Row<S::Row>> = rows.iter().map(|row| self.begin(*row)).collect();
        let mut scratch = Scratch {
            scale: self.scale.iter().map(|unit| i32::try_from(*unit).unwrap_or(i32::MAX)).collect(),
            nothing: vec![0; TILE],
            sums: Vec::new(),
            values: vec![0; TILE],
            bars: vec![0; TILE],
            apart: Vec::new(),
            found: Found::default(),
        };
        let first = rows.first().map_or(0, |row| self.turn.stretch(*row));
        let first = match self.names {
            Some(names) => names.partition_point(|name| *name < first),
            None => first as usize,
        };
        let tiles = self.columns.len().div_ceil(TILE);
        let begin = first.saturating_sub(self.columns.start) / TILE;
        for tile in (0..tiles).map(|tile| (tile + begin) % tiles) {
            let from = self.columns.start + tile * TILE;
            let tile = from..self.columns.end.min(from + TILE);
            if let Some(columns) = &mut columns {
                columns.begin(&tile);
            }
            for state in states.iter_mut().filter(|state| state.ranked < self.enough) {
                self.tile(state, &tile, (&mut scratch, by_price), columns.as_deref_mut());
            }
        }
        states.into_iter().map(|state| self.end(state)).collect()
    }

    fn begin(&self, of: u32) -> Row<S::Row> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let ready = self.source.prepare(of as usize);
        self.source.ranges(&ready, &mut ranges);
        // Whole groups are quicker than parts of them, and what is not allowed says so itself.
        for range in &mut ranges {
            *range = range.start / GROUP * GROUP..range.end.next_multiple_of(GROUP).min(self.source.columns());
        }
        ranges.dedup_by(|next, one| {
            let touch = next.start <= one.end;
            one.end = if touch { one.end.max(next.end) } else { one.end };
            touch
        });
        let bar = self.judge.least(of);
        Row {
            of,
            ready,
            bar,
            cut: None,
            refused: i64::MIN,
            allowed: 0,
            ranked: 0,
            pairs: Vec::with_capacity(2 * self.length),
            ranges,
        }
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

    /// A stretch of a tile in 32 bits.
    fn narrow(
        &self,
        row: &mut Row<S::Row>,
        stretch: &Range<usize>,
        (prices, by_price): (&[i32], &Priced),
        scratch: &mut Scratch,
        mut columns: Option<&mut ColumnBest>,
    ) {
        // Gains lie within these bounds, so nothing is lost.
        let least = row.bar.clamp(-i64::from(MAX_PRICE), i64::from(MAX_PRICE)) as i32;
        let prices = &prices[stretch.clone()];
        let or = columns.as_deref().map(|columns| columns.asked(stretch));
        let asked =
            Bar { scale: &scratch.scale, least, prices, by_price: Some((by_price, 0)), or, counts: or.is_some() };
        scratch.found.clear();
        self.source.find(&row.ready, stretch.clone(), asked, &mut scratch.found);
        row.allowed += scratch.found.allowed;
        for (column, value) in &scratch.found.pairs {
            let at = *column as usize;
            if let Some(columns) = &mut columns {
                columns.take(row.of, at, *value);
            }
            // The bar rises meanwhile.
            let gain = i64::from(*value) - i64::from(prices[at - stretch.start]);
            if gain >= row.bar {
                self.offer(row, self.name(at), gain);
            }
        }
    }

    /// What all levels but the last count for a row's pairs that are not apart; none where that differs.
    fn beside(&self, row: &Row<S::Row>) -> Option<i64> {
        let (last, before) = self.scale.split_last().filter(|(last, _)| **last == 1)?;
        let _ = last;
        let levels = before.iter().enumerate();
        levels.map(|(level, unit)| Some(i64::from(self.source.alike(&row.ready, level)?) * unit)).sum()
    }

    /// A stretch of a tile in 64 bits, where only the last level differs from pair to pair: what that has to reach is a
    /// number of 31 bits.
    fn wide_alike(
        &self,
        row: &mut Row<S::Row>,
        stretch: &Range<usize>,
        ((prices, by_price), beside): ((&[i64], &Priced), i64),
        scratch: &mut Scratch,
    ) {
        let bars = &mut scratch.bars[..stretch.len()];
        let prices = &prices[stretch.clone()];
        last_level_bars(prices, row.bar - beside, bars);
        scratch.scale.fill(0);
        scratch.scale.last_mut().into_iter().for_each(|unit| *unit = 1);
        let by_price = Some((by_price, row.bar - beside));
        let asked = Bar { by_price, ..Bar::new(&scratch.scale, 0, bars) };
        scratch.found.clear();
        self.source.find(&row.ready, stretch.clone(), asked, &mut scratch.found);
        scratch.apart.clear();
        self.source.apart(&row.ready, stretch.clone(), &mut scratch.apart);
        for (column, value) in &scratch.found.pairs {
            let gain = i64::from(*value) + beside - prices[*column as usize - stretch.start];
            if gain >= row.bar && scratch.apart.binary_search(&(*column as usize)).is_err() {
                self.offer(row, self.name(*column as usize), gain);
            }
        }
        let mut levels = vec![0; self.scale.len()];
        for column in &scratch.apart {
            if self.source.reference(row.of as usize, *column, &mut levels) {
                let sum: i64 = levels.iter().zip(self.scale).map(|(value, unit)| value * unit).sum();
                let gain = sum - prices[column - stretch.start];
                if gain >= row.bar {
                    self.offer(row, self.name(*column), gain);
                }
            }
        }
    }

    /// A stretch of a tile in 64 bits, level by level.
    fn wide(
        &self,
        row: &mut Row<S::Row>,
        stretch: &Range<usize>,
        (prices, by_price): (&[i64], &Priced),
        scratch: &mut Scratch,
    ) {
        if let Some(beside) = self.beside(row) {
            return self.wide_alike(row, stretch, ((prices, by_price), beside), scratch);
        }
        let values = &mut scratch.values[..stretch.len()];
        let open = &scratch.nothing[..stretch.len()];
        scratch.sums.clear();
        scratch.sums.extend(prices[stretch.clone()].iter().map(|price| -price));
        for (level, unit) in self.scale.iter().enumerate() {
            let one_level: Vec<i32> = (0..self.scale.len()).map(|at| i32::from(at == level)).collect();
            let asked = Bar::new(&one_level, -MAX_PRICE, open);
            self.source.values(&row.ready, stretch.clone(), asked, values);
            add_level(values, *unit, &mut scratch.sums);
        }
        for (at, sum) in scratch.sums.iter().enumerate() {
            if values[at] != NOT_ALLOWED && *sum >= row.bar {
                self.offer(row, self.name(stretch.start + at), *sum);
            }
        }
    }

    /// What a column of the source is called.
    fn name(&self, column: usize) -> u32 {
        self.names.map_or(column as u32, |names| names[column])
    }

    fn offer(&self, row: &mut Row<S::Row>, column: u32, gain: i64) {
        let Some(rank) = self.judge.rank(row.of, column, gain) else { return };
        row.ranked += 1;
        let pair = Listed { with: column, gain, rank };
        if row.cut.is_some_and(|cut| pair.before(self.turn, row.of, &cut).is_gt()) {
            row.refused = row.refused.max(gain);
            return;
        }
        row.pairs.push(pair);
        if row.pairs.len() == 2 * self.length.max(1) {
            self.shorten(row);
        }
    }

    /// Keeps the best of a row that has too many.
    fn shorten(&self, row: &mut Row<S::Row>) {
        if row.pairs.len() <= self.length {
            return;
        }
        let (of, turn) = (row.of, self.turn);
        if let Some(last) = self.length.checked_sub(1) {
            row.pairs.select_nth_unstable_by(last, |one, next| one.before(turn, of, next));
            let cut = row.pairs[last];
            row.bar = row.bar.max(self.judge.bar(of, cut.rank));
            row.cut = Some(cut);
        }
        let refused = row.pairs[self.length..].iter().map(|pair| pair.gain);
        row.refused = refused.fold(row.refused, i64::max);
        row.pairs.truncate(self.length);
    }

    fn end(&self, mut row: Row<S::Row>) -> List {
        self.shorten(&mut row);
        let (of, turn) = (row.of, self.turn);
        row.pairs.sort_unstable_by(|one, next| one.before(turn, of, next));
        row.pairs.shrink_to_fit();
        // What the bar kept away has less than the bar.
        List {
            of,
            pairs: row.pairs,
            rest: row.refused.max(row.bar - 1),
            full: row.refused > i64::MIN,
            allowed: row.allowed,
        }
    }
}

/// What a thread writes over and over.
struct Scratch {
    /// What one unit of each level counts, where that fits.
    scale: Vec<i32>,
    /// Prices of nothing.
    nothing: Vec<i32>,
    sums: Vec<i64>,
    values: Vec<i32>,
    /// What the last level alone has to reach.
    bars: Vec<i32>,
    apart: Vec<usize>,
    found: Found,
}

/// Rows that are worked on together: those whose turns begin in the same stretch.
fn blocks(rows: &[u32]) -> impl Iterator<Item = &[u32]> {
    rows.chunk_by(|one, next| one / NEIGHBOURS == next / NEIGHBOURS)
}
