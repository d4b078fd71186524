//! What a row's pairs with a stretch of a tile come to, in 32 bits or 64.

use super::columns::ColumnBest;
use super::filter::{add_level, allowed, last_level_bars};
use super::priced::Priced;
use super::source::{AllPairs, Bar, Found, MAX_PRICE, NOT_ALLOWED};
use super::streaming::Row;
use super::sweep::{Gains, Judge, Sweep, TILE};
use std::ops::Range;

/// What a thread writes over and over.
pub(super) struct Scratch {
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

impl Scratch {
    pub(super) fn new(scale: &[i64]) -> Self {
        Self {
            scale: scale.iter().map(|unit| i32::try_from(*unit).unwrap_or(i32::MAX)).collect(),
            nothing: vec![0; TILE],
            sums: Vec::new(),
            values: vec![0; TILE],
            bars: vec![0; TILE],
            apart: Vec::new(),
            found: Found::default(),
        }
    }
}

impl<S: AllPairs, J: Judge> Sweep<'_, S, J> {
    /// A stretch of a tile in 32 bits.
    pub(super) fn narrow(
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
        let by_price = Some((by_price, 0));
        let asked = Bar { scale: &scratch.scale, least, prices, by_price, or, counts: self.counts };
        scratch.found.clear();
        self.source.find(&row.ready, stretch.clone(), asked, &mut scratch.found);
        row.allowed += scratch.found.allowed;
        row.found += scratch.found.pairs.len();
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

    /// Of a tile only the pairs that stand apart from the row's others: what is recorded of two people may be worth more
    /// than all that they have in common, and there are few of them.
    pub(super) fn apart(
        &self,
        row: &mut Row<S::Row>,
        tile: &Range<usize>,
        scratch: &mut Scratch,
        columns: Option<&mut ColumnBest>,
    ) {
        scratch.apart.clear();
        self.source.apart(&row.ready, tile.clone(), &mut scratch.apart);
        self.offer_apart(row, &scratch.apart, columns);
    }

    /// Offers the pairs of a row with these columns, each as the reference has it.
    fn offer_apart(&self, row: &mut Row<S::Row>, apart: &[usize], mut columns: Option<&mut ColumnBest>) {
        let mut levels = vec![0; if apart.is_empty() { 0 } else { self.scale.len() }];
        for column in apart {
            if !self.source.reference(row.of as usize, *column, &mut levels) {
                continue;
            }
            let value: i64 = levels.iter().zip(self.scale).map(|(value, unit)| value * unit).sum();
            let price = match self.prices {
                Gains::Narrow(prices) => i64::from(prices[*column]),
                Gains::Wide(prices) => prices[*column],
            };
            if let (Some(columns), Ok(value)) = (&mut columns, i32::try_from(value)) {
                columns.take(row.of, *column, value);
            }
            if value - price >= row.bar {
                self.offer(row, self.name(*column), value - price);
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
        let asked = Bar { by_price, counts: self.counts, ..Bar::new(&scratch.scale, 0, bars) };
        scratch.found.clear();
        self.source.find(&row.ready, stretch.clone(), asked, &mut scratch.found);
        row.allowed += scratch.found.allowed;
        scratch.apart.clear();
        self.source.apart(&row.ready, stretch.clone(), &mut scratch.apart);
        for (column, value) in &scratch.found.pairs {
            let gain = i64::from(*value) + beside - prices[*column as usize - stretch.start];
            if gain >= row.bar && scratch.apart.binary_search(&(*column as usize)).is_err() {
                self.offer(row, self.name(*column as usize), gain);
            }
        }
        self.offer_apart(row, &scratch.apart, None);
    }

    /// A stretch of a tile in 64 bits, level by level.
    pub(super) fn wide(
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
        if self.counts {
            row.allowed += allowed(values);
        }
        for (at, sum) in scratch.sums.iter().enumerate() {
            if values[at] != NOT_ALLOWED && *sum >= row.bar {
                self.offer(row, self.name(stretch.start + at), *sum);
            }
        }
    }
}
