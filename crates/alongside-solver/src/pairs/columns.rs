//! The best few rows of every column, kept while rows stream by.

use super::lists::{List, Listed, Lists, Turn};
use super::priced::Priced;
use super::source::NOT_ALLOWED;
use std::ops::Range;

/// What columns keep: for each, so many places for rows, and the worst one's value and place in turn at hand.
#[derive(Debug)]
pub(super) struct ColumnBest {
    length: usize,
    turn: Turn,
    /// The first column; the others follow.
    from: usize,
    values: Vec<i32>,
    positions: Vec<u32>,
    first: Vec<u32>,
    /// `length` places a column: value and row; [`NOT_ALLOWED`] where still free.
    places: Vec<(i32, u32)>,
    /// Columns in a tile.
    tile: usize,
    /// The columns of each tile by the worst they keep, as it was when the tile was last sorted, and how often rows came
    /// by since the beginning.
    tiles: Vec<(Priced, usize)>,
    /// The tile at hand.
    at: usize,
}

/// So many blocks of rows come by before a tile's columns are sorted again, once there have been as many. What a column
/// keeps only gets better, so that columns are at worst taken to ask less than they do.
const AGE: usize = 8;

impl ColumnBest {
    /// Nothing kept yet by these columns, of which so many are a tile: `length` places each, out of so many rows.
    pub(super) fn new(columns: &Range<usize>, (length, rows): (usize, u32), tile: usize) -> Self {
        let turn = Turn { span: rows };
        let many = columns.len();
        Self {
            length,
            turn,
            from: columns.start,
            // Without places nothing is ever beaten.
            values: vec![if length == 0 { i32::MAX } else { NOT_ALLOWED }; many],
            positions: vec![0; many],
            first: columns.clone().map(|column| turn.first(column as u32)).collect(),
            places: vec![(NOT_ALLOWED, 0); many * length],
            tile,
            tiles: vec![(Priced::default(), 0); many.div_ceil(tile)],
            at: 0,
        }
    }

    /// Begins a tile.
    pub(super) fn begin(&mut self, tile: &Range<usize>) {
        let (from, values) = (self.from, &self.values);
        self.at = (tile.start - from) / self.tile;
        let (by_worst, seen) = &mut self.tiles[self.at];
        if *seen < AGE || seen.is_multiple_of(AGE) {
            by_worst.renew(tile.clone(), |column| i64::from(values[column - from]));
        }
        *seen += 1;
    }

    /// What a value has to reach to be of interest to each column of a stretch of the tile.
    pub(super) fn asked(&self, stretch: &Range<usize>) -> (&[i32], &Priced) {
        (&self.values[stretch.start - self.from..stretch.end - self.from], &self.tiles[self.at].0)
    }

    /// Takes the value of a row with a column of the source.
    #[inline]
    pub(super) fn take(&mut self, row: u32, column: usize, value: i32) {
        // Without places the least is beyond all values.
        if value >= self.values[column - self.from] {
            self.offer(row, column - self.from, value);
        }
    }

    fn offer(&mut self, row: u32, column: usize, value: i32) {
        let position = row.wrapping_sub(self.first[column]);
        let least = self.values[column];
        if value == NOT_ALLOWED || (value == least && position >= self.positions[column]) {
            return;
        }
        let first = self.first[column];
        let places = &mut self.places[column * self.length..(column + 1) * self.length];
        // The worst goes: a free place if there is one, as nothing is less than it.
        let order = |place: &(i32, u32)| (place.0, std::cmp::Reverse(place.1.wrapping_sub(first)));
        if let Some(place) = places.iter_mut().min_by_key(|place| order(place)) {
            *place = (value, row);
        }
        if let Some(worst) = places.iter().min_by_key(|place| order(place)) {
            self.values[column] = worst.0;
            self.positions[column] = if worst.0 == NOT_ALLOWED { 0 } else { worst.1.wrapping_sub(first) };
        }
    }

    /// The lists, one a column, empty ones too.
    pub(super) fn lists(&self) -> Lists {
        let of = (0..self.values.len()).map(|at| {
            let of = (self.from + at) as u32;
            let places = &self.places[at * self.length..(at + 1) * self.length];
            let kept = places.iter().filter(|(value, _)| *value != NOT_ALLOWED);
            let mut pairs: Vec<Listed> = kept
                .map(|(gain, with)| Listed { with: *with, gain: i64::from(*gain), rank: i64::from(*gain) })
                .collect();
            pairs.sort_unstable_by(|one, next| one.before(self.turn, of, next));
            let full = pairs.len() == self.length;
            List { of, pairs, rest: i64::from(self.values[at]), full, ..List::default() }
        });
        Lists { length: self.length, span: self.turn.span, of: of.collect() }
    }
}
