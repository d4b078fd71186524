//! Whether a row and a column would rather have each other.

use super::assignment::Holding;
use super::flaw::{Flaw, Flaws};
use crate::problem::Problem;

/// What both sides think of every edge: 0 is best, equal ranks are a tie.
#[derive(Debug, Clone, Copy)]
pub struct Preferences<'p> {
    /// The rank of each edge for its row.
    pub rows: &'p [u32],
    /// The rank of each edge for its column.
    pub columns: &'p [u32],
}

/// The edges that block an assignment, ascending: those not chosen of which
///
/// - the row has a place left, or ranks its column before the worst it has;
/// - the column, and the set it is in, has room, or the column ranks the row before the worst it holds.
///
/// None blocks exactly if the assignment is weakly stable (Gale and Shapley 1962; Irving 1994 for ties). Time: edges.
///
/// # Errors
///
/// What keeps the edges from being an assignment, or the preferences from being two sides'.
pub fn blocking(problem: &Problem, edges: &[usize], preferences: Preferences<'_>) -> Result<Vec<usize>, Vec<Flaw>> {
    let mut flaws = Flaws::default();
    for ranks in [preferences.rows, preferences.columns] {
        if ranks.len() != problem.edges() {
            flaws.push(Flaw::Ranks { expected: problem.edges(), given: ranks.len() });
        }
    }
    let holding = Holding::of(problem, edges, &mut flaws);
    let (Some(holding), 0) = (holding, flaws.count()) else { return Err(flaws.list()) };

    // The worst rank held: an edge ranked before it is wanted. 0, which nothing is before, where nothing is held.
    let mut rows: Vec<u32> = vec![0; problem.rows()];
    let mut columns: Vec<u32> = vec![0; problem.columns()];
    let edge_columns = problem.edge_columns();
    for row in 0..problem.rows() {
        for edge in problem.edges_of(row).filter(|edge| holding.has(*edge)) {
            let column = edge_columns[edge] as usize;
            rows[row] = rows[row].max(preferences.rows[edge]);
            columns[column] = columns[column].max(preferences.columns[edge]);
        }
    }
    let row_wants =
        |row: usize, edge: usize| holding.rows[row] < problem.demands()[row] || preferences.rows[edge] < rows[row];
    let column_wants = |column: u32, edge: usize| {
        let (at, set) = (column as usize, problem.group_of(column).map(|set| set as usize));
        let set_has_room = set.is_none_or(|set| holding.sets[set] < u64::from(problem.limits()[set]));
        (holding.columns[at] < problem.capacities()[at] && set_has_room) || preferences.columns[edge] < columns[at]
    };
    let found = (0..problem.rows()).flat_map(|row| problem.edges_of(row).map(move |edge| (row, edge)));
    let blocks = |&(row, edge): &(usize, usize)| {
        !holding.has(edge) && row_wants(row, edge) && column_wants(edge_columns[edge], edge)
    };
    Ok(found.filter(blocks).map(|(_, edge)| edge).collect())
}
