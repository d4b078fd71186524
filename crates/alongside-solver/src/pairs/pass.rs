//! A pass over all pairs with new potentials: only where they have moved far enough.

use super::known::{Known, UNKNOWN};
use super::lists::{List, Lists, Turn};
use super::price::ByReducedCost;
use super::prices::Prices;
use super::run::{Run, priority};
use super::source::AllPairs;
use super::sweep::Sweep;
use super::tight::{Room, Tight};
use crate::certificate::Certificate;

/// What a pass found.
pub(super) struct Pass {
    pub(super) lists: Lists,
    pub(super) rows: usize,
    pub(super) pairs: u64,
    pub(super) broken: usize,
}

impl Pass {
    /// What the lists of some rows with some of their pairs say.
    pub(super) fn new(mut lists: Lists, prices: &Prices, rows: usize, pairs: u64) -> Self {
        lists.of.retain(|list| !list.pairs.is_empty());
        let breaks = |list: &&List| list.pairs.iter().any(|pair| prices.broken_by(list.of, pair));
        let broken = lists.of.iter().filter(breaks).count();
        Self { lists, rows, pairs, broken }
    }
}

impl<S: AllPairs> Run<'_, S> {
    /// Looks where the potentials have moved, and brings up to date what is known. Rows whose pairs are not counted yet
    /// are gone over with all columns, and counted meanwhile. `begins` tells the first pass at a level after those that
    /// are packed: it remembers the pairs that later passes at the level can do with.
    pub(super) fn pass(&mut self, prices: &Prices, certificate: &Certificate, known: &mut Known, begins: bool) -> Pass {
        if let Some(pass) = self.pass_over_tight(prices, certificate, known) {
            return pass;
        }
        let room = begins.then(|| Room::new(self.plan.remembered));
        let rows: Vec<&[i64]> = certificate.levels.iter().map(|level| level.rows.as_slice()).collect();
        let columns: Vec<&[i64]> = certificate.levels.iter().map(|level| level.columns.as_slice()).collect();
        let visits = known.visits(&rows, &columns, &self.uncounted);
        let greatest = known.greatest_drop(&columns);
        let turn = Turn { span: self.source.columns() as u32 };
        let length = self.plan.added.max(1);
        let mut lists = Lists { length, span: turn.span, of: Vec::new() };
        let (mut seen, mut pairs) = (0, 0);
        let mut visited = vec![false; self.source.rows()];
        for visit in &visits {
            seen += visit.rows.len();
            pairs += visit.rows.len() as u64 * visit.columns.len() as u64;
            let selected = prices.columns.select(&visit.columns);
            let all = visit.columns.len() == self.source.columns();
            let source = (!all).then(|| self.source.select(&visit.columns));
            let counts = all && visit.rows.iter().any(|row| self.uncounted[*row as usize]);
            let sweep = Sweep {
                source: source.as_ref().unwrap_or(self.source),
                names: (!all).then_some(&visit.columns[..]),
                scale: &prices.scale,
                columns: 0..visit.columns.len(),
                prices: selected.as_gains(),
                judge: &ByReducedCost { source: self.source, prices, kept: &self.kept.set, room: room.as_ref() },
                length,
                turn,
                enough: usize::MAX,
                counts,
            };
            let found = sweep.rows(&visit.rows);
            for list in &found.of {
                let row = list.of as usize;
                if counts {
                    self.counted(list);
                }
                visited[row] = true;
                known.renew(row, visit.outside.as_deref(), Some(&self.seen(prices, &rows, list)));
            }
            lists = lists.merge(found);
        }
        for row in (0..self.source.rows()).filter(|row| !visited[*row]) {
            known.renew(row, greatest.as_deref(), None);
        }
        known.columns.iter_mut().zip(&columns).for_each(|(old, new)| old.copy_from_slice(new));
        self.tight = room.and_then(|room| Tight::new(&mut lists, &room, prices, certificate));
        Pass::new(lists, prices, seen, pairs)
    }

    /// Takes over how many pairs of a row are allowed, from a list made with all columns.
    pub(super) fn counted(&mut self, list: &List) {
        self.allowed[list.of as usize] = list.allowed;
        self.uncounted[list.of as usize] = false;
    }

    /// What a list says of the pairs that a pass saw and did not list.
    pub(super) fn seen(&self, prices: &Prices, rows: &[&[i64]], list: &List) -> Vec<i64> {
        let row = list.of as usize;
        if !prices.later.is_empty() && !list.full {
            // Nothing that breaks any level was turned away.
            return rows.iter().map(|level| level[row]).collect();
        }
        let mut bound = prices.packing.unpack(list.rest);
        bound[0] += priority(&self.frame, row);
        bound.resize(rows.len(), UNKNOWN);
        bound
    }
}
