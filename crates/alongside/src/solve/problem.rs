//! The problem: rows, columns, edges and levels of value.

use std::cmp::Ordering;
use std::ops::Range;

use super::error::ProblemError;
use super::table::Table;

/// Most rows in one problem: with [`MAX_VALUE`] it keeps every total below 2^62.
pub const MAX_ROWS: usize = 1 << 22;
/// Most edges in one problem, so that an edge fits in 32 bits.
pub const MAX_EDGES: usize = (1 << 31) - 1;
/// Most priority tiers.
pub const MAX_TIERS: u8 = 8;
/// Most levels of value, a last tie-breaking level included.
pub const MAX_LEVELS: usize = 14;
/// Furthest a value may lie from 0.
pub const MAX_VALUE: i64 = 1 << 40;

/// The material of a [`Problem`], not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProblemParts {
    /// Number of priority tiers, 1 to [`MAX_TIERS`]. A tier may be empty.
    pub tier_count: u8,
    /// Priority tier of each row; 0 is served first.
    pub tiers: Vec<u8>,
    /// How many rows each column takes at most.
    pub capacities: Vec<u32>,
    /// Edges in compressed sparse rows: row `r` has the edges
    /// `row_starts[r] .. row_starts[r + 1]`. One entry more than rows.
    pub row_starts: Vec<usize>,
    /// The column of each edge, strictly ascending within a row.
    pub columns: Vec<u32>,
    /// One value per edge at each level, larger is better; level 0 decides
    /// first.
    pub levels: Vec<Vec<i64>>,
}

/// A checked assignment problem: every row takes at most one column, a column
/// takes at most its capacity, and only along an edge.
///
/// The objective is strictly lexicographic: rows served in tier 0, in tier 1
/// and so on, then the total of level 0, of level 1 and so on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub(super) graph: Graph,
    pub(super) levels: Table<Table<i64>>,
}

/// Who may go where, without values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Graph {
    pub(super) tier_count: u8,
    pub(super) tiers: Table<u8>,
    pub(super) capacities: Table<u32>,
    pub(super) row_starts: Table<usize>,
    pub(super) columns: Table<u32>,
}

impl Graph {
    /// The edges of a row.
    pub(super) fn edges_of(&self, row: usize) -> Range<usize> {
        self.row_starts[row]..self.row_starts[row + 1]
    }

    /// The column of an edge.
    pub(super) fn column(&self, edge: usize) -> usize {
        self.columns[edge] as usize
    }
}

impl Problem {
    /// Checks the parts and makes a problem of them.
    ///
    /// # Errors
    ///
    /// The first inconsistency found, as a [`ProblemError`].
    ///
    /// Time: linear in the edges times the levels. Nothing is copied.
    pub fn new(parts: ProblemParts) -> Result<Self, ProblemError> {
        super::check::check(&parts)?;
        Ok(Self {
            graph: Graph {
                tier_count: parts.tier_count,
                tiers: parts.tiers.into(),
                capacities: parts.capacities.into(),
                row_starts: parts.row_starts.into(),
                columns: parts.columns.into(),
            },
            levels: parts.levels.into_iter().map(Table::from).collect(),
        })
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.graph.tiers.len()
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.graph.capacities.len()
    }

    /// Number of edges.
    pub fn edges(&self) -> usize {
        self.graph.columns.len()
    }

    /// Number of priority tiers.
    pub fn tier_count(&self) -> u8 {
        self.graph.tier_count
    }

    /// Number of levels of value.
    pub fn level_count(&self) -> usize {
        self.levels.len()
    }

    /// Priority tier of each row.
    pub fn tiers(&self) -> &[u8] {
        self.graph.tiers.as_slice()
    }

    /// Capacity of each column.
    pub fn capacities(&self) -> &[u32] {
        self.graph.capacities.as_slice()
    }

    /// The edges of a row as (column, edge) in ascending order; none for a
    /// row that does not exist.
    pub fn row_edges(&self, row: usize) -> impl Iterator<Item = (u32, usize)> {
        let edges = if row < self.rows() { self.graph.edges_of(row) } else { 0..0 };
        edges.map(|edge| (self.graph.columns[edge], edge))
    }

    /// The edge between a row and a column, if there is one. Time: logarithmic
    /// in the row's edges.
    pub fn edge(&self, row: usize, column: u32) -> Option<usize> {
        if row >= self.rows() {
            return None;
        }
        let edges = self.graph.edges_of(row);
        let found = self.graph.columns.as_slice().get(edges.clone())?.binary_search(&column);
        found.ok().map(|at| edges.start + at)
    }

    /// The value of an edge at every level; empty for an edge that does not
    /// exist.
    pub fn values(&self, edge: usize) -> impl Iterator<Item = i64> {
        self.levels.iter().filter_map(move |level| level.as_slice().get(edge).copied())
    }

    /// Compares two edges level by level.
    pub(super) fn compare(&self, left: usize, right: usize) -> Ordering {
        self.levels
            .iter()
            .map(|level| level[left].cmp(&level[right]))
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    }
}
