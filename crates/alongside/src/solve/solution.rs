//! What a solver gives back.

use super::error::SolveError;
use super::part::Served;
use super::problem::Problem;
use super::table::Table;

/// How good an assignment is known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No assignment is better, proven.
    Optimal,
    /// As many rows of each tier are served as is possible, proven; the totals
    /// may fall short of the best by no more than `bounds` minus `totals`.
    BestFound,
}

/// An assignment and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// The column of each row, or none.
    pub assignment: Vec<Option<u32>>,
    /// How good it is.
    pub status: Status,
    /// Rows served in each tier.
    pub served: Vec<usize>,
    /// Total of each level over the served rows.
    pub totals: Vec<i64>,
    /// For each level, a total that the best assignment does not exceed; equal
    /// to `totals` where the status is [`Status::Optimal`]. At level 0 it holds
    /// for every assignment that serves as many rows of each tier.
    pub bounds: Vec<i64>,
    /// How the problem came apart.
    pub components: Components,
}

/// The independent parts a problem came apart into. Rows and columns that no
/// best answer can use belong to none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Components {
    /// Number of parts.
    pub count: usize,
    /// Cells of the largest part, the number that
    /// [`Control::max_cells`](super::Control::max_cells) limits.
    pub largest: usize,
    /// Parts whose answer is proven best.
    pub exact: usize,
}

/// Total of each level over the pairs.
pub(super) fn totals(problem: &Problem, pairs: &[Served]) -> Vec<i64> {
    let levels = problem.levels.iter();
    levels.map(|level| pairs.iter().map(|&(_, edge)| level[edge]).sum()).collect()
}

/// An assignment made of pairs, with the rows served per tier.
///
/// # Errors
///
/// [`SolveError::Unsound`] if the pairs are not an assignment: this looks at
/// the problem alone, whatever made the pairs. Time: rows and columns.
pub(super) fn assign(
    problem: &Problem,
    pairs: impl IntoIterator<Item = Served>,
) -> Result<(Vec<Option<u32>>, Vec<usize>), SolveError> {
    let graph = &problem.graph;
    let mut assignment = Table::filled(None, problem.rows());
    let mut room = graph.capacities.clone();
    let mut served = Table::filled(0, usize::from(graph.tier_count));
    for (row, edge) in pairs {
        let twice = assignment[row].replace(graph.columns[edge]).is_some();
        let room = &mut room[graph.column(edge)];
        if twice || *room == 0 || !graph.edges_of(row).contains(&edge) {
            return Err(SolveError::Unsound);
        }
        *room -= 1;
        served[usize::from(graph.tiers[row])] += 1;
    }
    Ok((assignment.into(), served.into()))
}
