//! What is known of pairs that are not kept, so that a pass looks only where something may have changed.

use crate::certificate::Potentials;
use rayon::prelude::*;
use std::cmp::Ordering;

/// For each row `u` and each column `v`, tuples with one integer a level, such that every pair that is not kept is
/// worth at most `u + v`, compared lexicographically.
///
/// With new potentials `u'` and `v'` a pair can only break them if the row's gain `u' - u` is less than the column's
/// drop `v - v'`. So a row is looked at only with the columns that dropped by more than it gained.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// One entry a row at each level.
    pub(super) rows: Vec<Vec<i64>>,
    /// One entry a column at each level.
    pub(super) columns: Vec<Vec<i64>>,
}

/// Rows grouped by the columns they have to be looked at with.
#[derive(Debug)]
pub(super) struct Visit {
    /// Columns, ascending.
    pub(super) columns: Vec<u32>,
    /// Rows, ascending.
    pub(super) rows: Vec<u32>,
    /// The greatest drop among the columns left out, level by level; none if there are none.
    pub(super) outside: Option<Vec<i64>>,
}

/// A tuple from columns of levels.
pub(super) fn tuple(levels: &[Vec<i64>], at: usize) -> Vec<i64> {
    levels.iter().map(|level| level[at]).collect()
}

/// One tuple less or more another.
fn combined(one: &[i64], other: &[i64], with: impl Fn(i64, i64) -> i64) -> Vec<i64> {
    one.iter().zip(other).map(|(one, other)| with(*one, *other)).collect()
}

/// A bound that says nothing: far beyond what a pair can be worth, far from overflow.
pub(super) const UNKNOWN: i64 = 1 << 60;

/// How much smaller each next set of columns is.
const SHRINK: usize = 4;
/// No set of columns is smaller than this, as going over a row has a price too.
const SMALLEST: usize = 256;

impl Known {
    /// What has to be looked at with potentials given level by level. Rows not in any visit need not be; those in
    /// `whole` are looked at with all columns. The sets of columns are nested, each a quarter of the one before. Time:
    /// rows and columns times levels, with a logarithm.
    pub(super) fn visits(&self, rows: &[&[i64]], columns: &[&[i64]], whole: &[bool]) -> Vec<Visit> {
        let many = self.columns.first().map_or(0, Vec::len);
        let drop = |column: usize| {
            columns.iter().zip(&self.columns).map(move |(new, old)| old[column].saturating_sub(new[column]))
        };
        let mut order: Vec<u32> = (0..many as u32).collect();
        order.par_sort_unstable_by(|one, next| drop(*next as usize).cmp(drop(*one as usize)).then(one.cmp(next)));
        let mut sizes: Vec<usize> = std::iter::successors(Some(many), |size| Some(size / SHRINK))
            .take_while(|size| *size >= SMALLEST.min(many).max(1))
            .collect();
        sizes.reverse();
        let mut visits: Vec<Visit> = sizes
            .into_iter()
            .map(|size| {
                let mut columns = order[..size].to_vec();
                columns.sort_unstable();
                let outside = order.get(size).map(|column| drop(*column as usize).collect());
                Visit { columns, rows: Vec::new(), outside }
            })
            .collect();
        let greatest: Vec<i64> = order.first().map_or_else(Vec::new, |column| drop(*column as usize).collect());
        for row in 0..self.rows.first().map_or(0, Vec::len) {
            if whole.get(row).is_some_and(|whole| *whole) {
                visits.last_mut().into_iter().for_each(|visit| visit.rows.push(row as u32));
                continue;
            }
            let gain: Vec<i64> =
                rows.iter().zip(&self.rows).map(|(new, old)| new[row].saturating_sub(old[row])).collect();
            if many == 0 || gain >= greatest {
                continue;
            }
            let enough = |visit: &&mut Visit| visit.outside.as_ref().is_none_or(|outside| gain >= *outside);
            if let Some(visit) = visits.iter_mut().find(enough) {
                visit.rows.push(row as u32);
            }
        }
        visits.retain(|visit| !visit.rows.is_empty());
        visits
    }

    /// By how much a row gained at the last level, given what it has at the others and at that; the least number there is
    /// where nothing is known of it at the last.
    pub(super) fn gain(&self, settled: &[Potentials], last: &[i64], row: usize) -> i64 {
        let known = self.rows.iter().map(|level| level[row]);
        let unmoved = known.zip(settled).all(|(known, level)| known == level.rows[row]);
        match self.rows.last().map(|level| level[row]).filter(|known| unmoved && *known < UNKNOWN) {
            Some(known) => last[row].saturating_sub(known),
            None => i64::MIN,
        }
    }

    /// The greatest drop of any column; none if there are no columns.
    pub(super) fn greatest_drop(&self, columns: &[&[i64]]) -> Option<Vec<i64>> {
        let drops = (0..self.columns.first().map_or(0, Vec::len)).map(|column| {
            let levels = columns.iter().zip(&self.columns);
            levels.map(|(new, old)| old[column].saturating_sub(new[column])).collect()
        });
        drops.max()
    }

    /// Takes over new potentials of columns. What is known of every row is put so that it holds with them; `outside` is
    /// the greatest drop among the columns that a row was not looked at with, and `seen` what a pass found of it with
    /// the others.
    pub(super) fn renew(&mut self, row: usize, outside: Option<&[i64]>, seen: Option<&[i64]>) {
        let old = tuple(&self.rows, row);
        let unseen = outside.map(|drop| combined(&old, drop, i64::saturating_add));
        let bound = match (unseen.as_deref(), seen) {
            (Some(unseen), Some(seen)) => {
                if unseen.cmp(seen) == Ordering::Less {
                    seen
                } else {
                    unseen
                }
            }
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => return,
        };
        self.rows.iter_mut().zip(bound).for_each(|(level, value)| level[row] = *value);
    }
}
