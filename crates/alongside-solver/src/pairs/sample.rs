//! A first look at the prices: one pair in so many, before all of them are gone over.

use super::lists::{Lists, Turn};
use super::pass::Pass;
use super::price::ByReducedCost;
use super::prices::Prices;
use super::run::Run;
use super::source::AllPairs;
use super::sweep::Sweep;

/// One pair in so many is looked at. With 4 a look takes twice as long, with 16 it leaves a tenth more to be found.
const SHARE: usize = 8;

/// Rows that are held against the same columns stand together in so many, so that they are got through together.
const TOGETHER: usize = 64;

impl<S: AllPairs> Run<'_, S> {
    /// Looks for pairs not kept that break the prices, each row among one column in [`SHARE`], rows taking turns so that
    /// every column meets as many. It proves nothing and is soon done: prices that come of the first few pairs are far
    /// off, and a few of the pairs say so as well as all. `round` shifts the turns.
    pub(super) fn sample(&self, prices: &Prices, round: usize) -> Pass {
        let turn = Turn { span: self.source.columns() as u32 };
        let length = self.plan.added.max(1);
        let mut lists = Lists { length, span: turn.span, of: Vec::new() };
        let (mut rows, mut pairs) = (0, 0);
        for share in 0..SHARE {
            let own: Vec<u32> = (0..self.source.rows() as u32)
                .filter(|row| (*row as usize / TOGETHER + round) % SHARE == share)
                .collect();
            let columns: Vec<u32> = (share as u32..self.source.columns() as u32).step_by(SHARE).collect();
            if own.is_empty() || columns.is_empty() {
                continue;
            }
            rows += own.len();
            pairs += own.len() as u64 * columns.len() as u64;
            let (source, selected) = (self.source.select(&columns), prices.columns.select(&columns));
            let sweep = Sweep {
                source: &source,
                names: Some(&columns),
                columns: 0..columns.len(),
                scale: &prices.scale,
                prices: selected.as_gains(),
                judge: &ByReducedCost { source: self.source, prices, kept: &self.kept.set, room: None },
                length,
                turn,
                enough: usize::MAX,
                counts: false,
            };
            lists = lists.merge(sweep.rows(&own));
        }
        Pass::new(lists, prices, rows, pairs)
    }
}
