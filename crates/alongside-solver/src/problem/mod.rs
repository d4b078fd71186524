//! The problem: rows, columns, edges, and what an assignment is worth.

mod check;
mod edit;
mod error;

use std::ops::Range;

pub use edit::Forced;
pub use error::ProblemError;

/// Most rows in one problem.
pub const MAX_ROWS: usize = 1 << 22;
/// Most edges in one problem, so that an edge fits in 32 bits.
pub const MAX_EDGES: usize = (1 << 31) - 1;
/// Most priority tiers.
pub const MAX_TIERS: u8 = 8;
/// Most levels of value, a last tie-breaking level included.
pub const MAX_LEVELS: usize = 14;
/// Furthest a value may lie from 0: with [`MAX_ROWS`] it keeps every total of single places below 2^62.
pub const MAX_VALUE: i64 = 1 << 40;

/// The material of a [`Problem`], not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProblemParts {
    /// Number of priority tiers, 1 to [`MAX_TIERS`]. A tier may be empty.
    pub tier_count: u8,
    /// Priority tier of each row; 0 is served first.
    pub tiers: Vec<u8>,
    /// How many different columns each row wants at most. Empty: one each.
    pub demands: Vec<u32>,
    /// How many rows each column takes at most.
    pub capacities: Vec<u32>,
    /// Common limits of disjoint sets of columns. Empty: none.
    pub ceilings: Ceilings,
    /// Whether a level "columns used at least once" stands between the rows served and level 0.
    pub use_columns: bool,
    /// Edges in compressed sparse rows: row `r` has the edges `row_starts[r] .. row_starts[r + 1]`. One entry more
    /// than rows.
    pub row_starts: Vec<usize>,
    /// The column of each edge, strictly ascending within a row.
    pub columns: Vec<u32>,
    /// One value per edge at each level, larger is better; level 0 decides first.
    pub levels: Vec<Vec<i64>>,
}

/// Sets of columns, no column in two, which together take at most so many rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ceilings {
    /// The set of each column, if it is in one. Empty: no column is.
    pub group_of: Vec<Option<u32>>,
    /// How many rows the columns of each set take together at most.
    pub limits: Vec<u32>,
}

/// A checked assignment problem.
///
/// A row is given at most as many columns as it wants, each at most once; a column takes at most its capacity, a set
/// of columns at most its ceiling; and only along an edge.
///
/// The objective is strictly lexicographic: places of rows of tier 0 filled, then of tier 1 and so on, then, where
/// asked for, columns used at least once, then the total of level 0, of level 1 and so on.
///
/// As the sets of rows that can be served together are independent sets of a matroid (of a polymatroid where rows want
/// several columns), the assignments with the best tiers are those of the greatest sum when each place filled for a
/// row of tier `t` counts `tier_count - t`: see [`Problem::priority`]. That sum is the first level of a
/// [`Certificate`](crate::Certificate).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub(crate) tier_count: u8,
    pub(crate) tiers: Vec<u8>,
    /// One entry a row, always.
    pub(crate) demands: Vec<u32>,
    pub(crate) capacities: Vec<u32>,
    /// The set of each column, one entry a column, always; [`NO_GROUP`] for none.
    pub(crate) group_of: Vec<u32>,
    pub(crate) limits: Vec<u32>,
    pub(crate) use_columns: bool,
    pub(crate) row_starts: Vec<usize>,
    pub(crate) columns: Vec<u32>,
    pub(crate) levels: Vec<Vec<i64>>,
}

/// Stands for a column in no set.
pub(crate) const NO_GROUP: u32 = u32::MAX;

impl Problem {
    /// Checks the parts and makes a problem of them. Time: linear in the edges times the levels; edges are not copied.
    ///
    /// # Errors
    ///
    /// The first inconsistency found.
    pub fn new(parts: ProblemParts) -> Result<Self, ProblemError> {
        check::check(&parts)?;
        let ProblemParts { tier_count, tiers, demands, capacities, ceilings, use_columns, row_starts, columns, levels } =
            parts;
        let demands = if demands.is_empty() { vec![1; tiers.len()] } else { demands };
        let group_of = if ceilings.group_of.is_empty() {
            vec![NO_GROUP; capacities.len()]
        } else {
            ceilings.group_of.iter().map(|group| group.unwrap_or(NO_GROUP)).collect()
        };
        let limits = ceilings.limits;
        Ok(Self { tier_count, tiers, demands, capacities, group_of, limits, use_columns, row_starts, columns, levels })
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.tiers.len()
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.capacities.len()
    }

    /// Number of edges.
    pub fn edges(&self) -> usize {
        self.columns.len()
    }

    /// Number of priority tiers.
    pub fn tier_count(&self) -> u8 {
        self.tier_count
    }

    /// Priority tier of each row.
    pub fn tiers(&self) -> &[u8] {
        &self.tiers
    }

    /// How many columns each row wants.
    pub fn demands(&self) -> &[u32] {
        &self.demands
    }

    /// How many rows each column takes.
    pub fn capacities(&self) -> &[u32] {
        &self.capacities
    }

    /// The set of columns with a common limit that a column belongs to.
    pub fn group_of(&self, column: u32) -> Option<u32> {
        self.group_of.get(column as usize).copied().filter(|group| *group != NO_GROUP)
    }

    /// The common limit of each set of columns.
    pub fn limits(&self) -> &[u32] {
        &self.limits
    }

    /// Whether columns used at least once are a level.
    pub fn use_columns(&self) -> bool {
        self.use_columns
    }

    /// Number of levels of value.
    pub fn level_count(&self) -> usize {
        self.levels.len()
    }

    /// The value of every edge at a level; empty beyond the last.
    pub fn level(&self, level: usize) -> &[i64] {
        self.levels.get(level).map_or(&[], Vec::as_slice)
    }

    /// What one place filled for a row counts in the sum that stands for the tiers.
    pub fn priority(&self, row: usize) -> i64 {
        self.tiers.get(row).map_or(0, |tier| i64::from(self.tier_count - tier))
    }

    /// Number of levels of the whole objective: the tiers' sum, columns used where asked for, levels of value.
    pub fn objective_levels(&self) -> usize {
        1 + usize::from(self.use_columns) + self.levels.len()
    }

    /// The edges of a row; none for a row that does not exist.
    pub fn edges_of(&self, row: usize) -> Range<usize> {
        match (self.row_starts.get(row), self.row_starts.get(row + 1)) {
            (Some(start), Some(end)) => *start..*end,
            _ => 0..0,
        }
    }

    /// Where each row's edges begin, and where the last one's end.
    pub fn row_starts(&self) -> &[usize] {
        &self.row_starts
    }

    /// The column of every edge.
    pub fn edge_columns(&self) -> &[u32] {
        &self.columns
    }

    /// The edge between a row and a column, if there is one. Time: logarithmic in the row's edges.
    pub fn edge(&self, row: usize, column: u32) -> Option<usize> {
        let edges = self.edges_of(row);
        let found = self.columns.get(edges.clone())?.binary_search(&column);
        found.ok().map(|at| edges.start + at)
    }

    /// The value of an edge at every level of value; empty for an edge that does not exist.
    pub fn values(&self, edge: usize) -> impl Iterator<Item = i64> {
        self.levels.iter().filter_map(move |level| level.get(edge).copied())
    }

    /// Whether every row wants one column and nothing but capacities binds: the form the fast paths take.
    pub fn is_plain(&self) -> bool {
        !self.use_columns && self.limits.is_empty() && self.demands.iter().all(|demand| *demand == 1)
    }
}
