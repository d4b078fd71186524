//! Pairs that are as good as their potentials at the levels that are settled: no others can break those of the next.

use super::known::Known;
use super::lists::{List, Listed, Lists, Turn};
use super::pass::Pass;
use super::price::ByReducedCost;
use super::prices::Prices;
use super::run::Run;
use super::source::AllPairs;
use super::sweep::Judge;
use crate::certificate::{Certificate, Potentials};
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many of them are remembered, and may be.
#[derive(Debug)]
pub(super) struct Room {
    most: usize,
    taken: AtomicUsize,
}

impl Room {
    /// Room for so many.
    pub(super) fn new(most: usize) -> Self {
        Self { most, taken: AtomicUsize::new(0) }
    }

    /// Whether there is room for as many more. Once there was not, there never is, whoever asked first.
    pub(super) fn takes(&self, many: usize) -> bool {
        self.taken.fetch_add(many, Ordering::Relaxed).saturating_add(many) <= self.most
    }

    /// Whether everybody found room.
    pub(super) fn was_enough(&self) -> bool {
        self.taken.load(Ordering::Relaxed) <= self.most
    }
}

/// What the first pass at a level found of them: the columns of each row, without pairs kept before.
#[derive(Debug)]
pub(super) struct Tight {
    /// The potentials of the levels that are settled.
    settled: Vec<Potentials>,
    rows: Vec<(u32, Vec<u32>)>,
}

impl Tight {
    /// From the lists of the first pass at a level. None where there was no room for all, or where a pair breaks what
    /// should be settled.
    pub(super) fn new(lists: &mut Lists, room: &Room, prices: &Prices, certificate: &Certificate) -> Option<Self> {
        let rows: Vec<(u32, Vec<u32>)> = lists
            .of
            .iter_mut()
            .filter(|list| !list.tight.is_empty())
            .map(|list| (list.of, std::mem::take(&mut list.tight)))
            .collect();
        let breaks = |list: &List| list.pairs.iter().any(|pair| pair.gain > prices.bars[list.of as usize]);
        if !room.was_enough() || lists.of.iter().any(breaks) {
            return None;
        }
        let (_, settled) = certificate.levels.split_last()?;
        Some(Self { settled: settled.to_vec(), rows })
    }
}

impl<S: AllPairs> Run<'_, S> {
    /// The same as a pass over all pairs, where potentials moved at the last level alone: all others that are not kept
    /// are worth less than their potentials at a level before it. None where that is not so. Time linear in these pairs;
    /// values are only worked out of those whose column dropped by more than their row gained.
    pub(super) fn pass_over_tight(
        &self,
        prices: &Prices,
        certificate: &Certificate,
        known: &mut Known,
    ) -> Option<Pass> {
        let tight = self.tight.as_ref().filter(|tight| certificate.levels.starts_with(&tight.settled))?;
        let turn = Turn { span: self.source.columns() as u32 };
        let length = self.plan.added.max(1);
        let judge = ByReducedCost { source: self.source, prices, kept: &self.kept.set, room: None };
        let last = certificate.levels.last()?;
        let drops: Vec<i64> =
            known.columns.last()?.iter().zip(&last.columns).map(|(old, new)| old.saturating_sub(*new)).collect();
        let list = |(row, columns): &(u32, Vec<u32>)| {
            let gain = prices.bars[*row as usize];
            let least = known.gain(&tight.settled, &last.rows, *row as usize);
            let listed = |with: u32| judge.rank(*row, with, gain).map(|rank| Listed { with, gain, rank });
            let moved = columns.iter().filter(|column| drops[**column as usize] > least);
            let mut pairs: Vec<Listed> = moved.filter_map(|column| listed(*column)).collect();
            pairs.sort_unstable_by(|one, next| one.before(turn, *row, next));
            let full = pairs.len() > length;
            pairs.truncate(length);
            List { of: *row, pairs, rest: gain, full, ..List::default() }
        };
        let of: Vec<List> = tight.rows.par_iter().map(list).collect();
        let rows: Vec<&[i64]> = certificate.levels.iter().map(|level| level.rows.as_slice()).collect();
        known.rows.iter_mut().zip(&rows).for_each(|(old, new)| old.copy_from_slice(new));
        for list in &of {
            known.renew(list.of as usize, None, Some(&self.seen(prices, &rows, list)));
        }
        let columns = certificate.levels.iter().map(|level| &level.columns);
        known.columns.iter_mut().zip(columns).for_each(|(old, new)| old.copy_from_slice(new));
        let pairs = tight.rows.iter().map(|(_, columns)| columns.len() as u64).sum();
        let lists = Lists { length, span: turn.span, of };
        Some(Pass::new(lists, prices, tight.rows.len(), pairs))
    }
}
