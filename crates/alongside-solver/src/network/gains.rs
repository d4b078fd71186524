//! What the flow runs through, and what it earns.

use crate::problem::Problem;

/// The network: rows, columns, sets and the edges open to the flow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Network<'a> {
    pub(crate) row_starts: &'a [usize],
    pub(crate) columns: &'a [u32],
    /// Tier of each row: the order in which rows enter, nothing more.
    pub(crate) tiers: &'a [u8],
    pub(crate) demands: &'a [u32],
    /// How many of a row's first places earn [`Gain::FirstPlaces`]. Empty: one each.
    pub(crate) paid: &'a [u32],
    pub(crate) capacities: &'a [u32],
    pub(crate) group_of: &'a [u32],
    pub(crate) limits: &'a [u32],
    /// Which edges may be used. Empty: all.
    pub(crate) open: &'a [bool],
}

impl<'a> Network<'a> {
    /// The whole network of a problem.
    pub(crate) fn of(problem: &'a Problem) -> Self {
        Self {
            row_starts: &problem.row_starts,
            columns: &problem.columns,
            tiers: &problem.tiers,
            demands: &problem.demands,
            paid: &[],
            capacities: &problem.capacities,
            group_of: &problem.group_of,
            limits: &problem.limits,
            open: &[],
        }
    }

    pub(super) fn rows(&self) -> usize {
        self.demands.len()
    }

    /// How many of a row's first places are paid.
    pub(super) fn paid(&self, row: usize) -> u32 {
        self.paid.get(row).copied().unwrap_or(1)
    }
}

/// What one level of an objective counts. Numbers are never negative but for those of edges.
#[derive(Debug, Clone)]
pub(crate) enum Gain<'a> {
    /// Every place filled, so much for each of the row's.
    Places(Vec<i64>),
    /// A row's first places, so much each (see [`Network::paid`]).
    FirstPlaces(Vec<i64>),
    /// Each column used at least once, so much.
    ColumnsUsed(i64),
    /// Each edge chosen.
    Edges(&'a [i64]),
    /// Each edge chosen and, on the same level, each column used at least once, so much.
    EdgesAndUse(&'a [i64], i64),
}

/// The objective of a problem, its tiers as the one level that stands for them.
pub(super) fn objective(problem: &Problem) -> Vec<Gain<'_>> {
    let tiers = Gain::Places((0..problem.rows()).map(|row| problem.priority(row)).collect());
    let used = problem.use_columns.then_some(Gain::ColumnsUsed(1));
    [tiers].into_iter().chain(used).chain(problem.levels.iter().map(|level| Gain::Edges(level))).collect()
}
