//! A row while its pairs stream by: its list, and what pairs still have to reach to come on it.

use super::filter::GROUP;
use super::lists::{List, Listed};
use super::source::AllPairs;
use super::sweep::{Judge, Sweep};
use std::ops::Range;

/// A row while its pairs stream by.
pub(super) struct Row<R> {
    pub(super) of: u32,
    pub(super) ready: R,
    pub(super) bar: i64,
    /// Worst pair that is certain of a place once the list has been full.
    pub(super) cut: Option<Listed>,
    /// The greatest gain turned away.
    pub(super) refused: i64,
    /// Pairs that are allowed, of those looked at, where they are counted.
    pub(super) allowed: u32,
    /// Pairs found, and those of them that had a rank.
    pub(super) found: usize,
    pub(super) ranked: usize,
    pub(super) pairs: Vec<Listed>,
    /// Columns that the list has to name.
    pub(super) tight: Vec<u32>,
    pub(super) ranges: Vec<Range<usize>>,
}

impl<S: AllPairs, J: Judge> Sweep<'_, S, J> {
    /// Whether enough of a row has been looked at.
    pub(super) fn is_over(&self, row: &Row<S::Row>) -> bool {
        if self.counts {
            row.allowed as usize >= self.enough
        } else {
            row.found >= self.enough && row.ranked >= self.length
        }
    }

    pub(super) fn begin(&self, of: u32) -> Row<S::Row> {
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
            found: 0,
            ranked: 0,
            pairs: Vec::with_capacity(2 * self.length),
            tight: Vec::new(),
            ranges,
        }
    }

    pub(super) fn offer(&self, row: &mut Row<S::Row>, column: u32, gain: i64) {
        if self.judge.remembers(row.of, column, gain) {
            row.tight.push(column);
        }
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

    pub(super) fn end(&self, mut row: Row<S::Row>) -> List {
        self.shorten(&mut row);
        let (of, turn) = (row.of, self.turn);
        row.pairs.sort_unstable_by(|one, next| one.before(turn, of, next));
        row.pairs.shrink_to_fit();
        // What the bar kept away has less than the bar; nothing is known of what was not looked at.
        let over = self.is_over(&row);
        let mut tight = row.tight;
        if !tight.is_empty() && !self.judge.has_room(tight.len()) {
            tight = Vec::new();
        }
        tight.shrink_to_fit();
        List {
            of,
            pairs: row.pairs,
            rest: if over { i64::MAX } else { row.refused.max(row.bar - 1) },
            full: over || row.refused > i64::MIN,
            allowed: row.allowed,
            tight,
        }
    }
}
