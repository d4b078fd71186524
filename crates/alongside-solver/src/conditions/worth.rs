//! What an assignment is worth, and the order of worths.

use crate::problem::Problem;

/// What an assignment is worth. The order is that of the objective: field after field, entry after entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worth {
    /// Places filled in each tier.
    pub served: Vec<usize>,
    /// Columns used at least once where they are a level of the objective, 0 otherwise.
    pub columns_used: usize,
    /// Total of each level of value.
    pub totals: Vec<i64>,
}

impl Worth {
    /// What an assignment is worth; `edges` ascending. Time: rows, columns, and chosen edges times levels.
    pub(super) fn of(problem: &Problem, edge_rows: &[u32], edges: &[usize]) -> Self {
        let mut served = vec![0; usize::from(problem.tier_count())];
        let mut used = vec![false; if problem.use_columns() { problem.columns() } else { 0 }];
        for &edge in edges {
            served[usize::from(problem.tiers()[edge_rows[edge] as usize])] += 1;
            if let Some(used) = used.get_mut(problem.columns[edge] as usize) {
                *used = true;
            }
        }
        let total = |level| edges.iter().map(|edge| problem.level(level)[*edge]).sum();
        Self {
            served,
            columns_used: used.into_iter().filter(|used| *used).count(),
            totals: (0..problem.level_count()).map(total).collect(),
        }
    }

    /// The levels of the objective one after another.
    pub(super) fn levels(&self, problem: &Problem) -> Vec<i64> {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let used = problem.use_columns().then(|| count(self.columns_used));
        self.served.iter().map(|served| count(*served)).chain(used).chain(self.totals.iter().copied()).collect()
    }

    /// The worth with these levels.
    pub(super) fn from_levels(problem: &Problem, levels: &[i64]) -> Self {
        let (served, rest) = levels.split_at(usize::from(problem.tier_count()).min(levels.len()));
        let (used, totals) = rest.split_at(usize::from(problem.use_columns()).min(rest.len()));
        let count = |level: &i64| usize::try_from(*level).unwrap_or(0);
        Self {
            served: served.iter().map(count).collect(),
            columns_used: used.first().map_or(0, count),
            totals: totals.to_vec(),
        }
    }
}
