//! A first seating that leaves little to do.

use super::Seats;
use crate::problem::Problem;

/// The crowd at a column that takes nobody more.
const FULL: u32 = u32::MAX;

/// Seats rows of a tier where there is room at once: those with the fewest edges first, each in the column that the
/// fewest rows per place could use. Time: edges of the tier.
///
/// A column that is full is as crowded as can be, from then on.
pub(super) fn seat(problem: &Problem, seats: &mut Seats, crowd: &mut [u32], tier: u8) {
    for (column, crowd) in (0..).zip(crowd.iter_mut()) {
        if !seats.seating.has_room(problem, column) {
            *crowd = FULL;
        }
    }
    for row in by_degree(problem, tier) {
        let edges = problem.edges_of(row as usize);
        let columns = &problem.edge_columns()[edges.clone()];
        // One number for crowd and edge: branches would be guessed wrong several times a row.
        let ranks = columns.iter().zip(0_u64..).map(|(column, at)| u64::from(crowd[*column as usize]) << 32 | at);
        let Some(best) = ranks.min().filter(|best| best >> 32 < u64::from(FULL)) else { continue };
        let edge = edges.start + (best as u32) as usize;
        let column = problem.edge_columns()[edge];
        seats.seating.seat(problem, row as usize, edge);
        if !seats.seating.has_room(problem, column) {
            crowd[column as usize] = FULL;
        }
    }
}

/// Edges per place of each column, in sixteenths.
pub(super) fn crowd(problem: &Problem) -> Vec<u32> {
    let mut degree = vec![0_u32; problem.columns()];
    for column in problem.edge_columns() {
        degree[*column as usize] += 1;
    }
    let pairs = degree.iter().zip(problem.capacities());
    pairs
        .map(|(degree, capacity)| (u64::from(*degree) * 16 / u64::from(*capacity).max(1)) as u32 & !(1 << 31))
        .collect()
}

/// The rows of a tier that have edges, by their number, equals in order: a counting sort.
fn by_degree(problem: &Problem, tier: u8) -> Vec<u32> {
    const LONG: usize = 255;
    let degree = |row: usize| problem.edges_of(row).len();
    let rows = || (0..problem.rows()).filter(|row| problem.tiers()[*row] == tier && degree(*row) > 0);
    let mut starts = [0_u32; LONG + 2];
    for row in rows() {
        starts[degree(row).min(LONG) + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut sorted = vec![0; starts[LONG + 1] as usize];
    for row in rows() {
        let at = &mut starts[degree(row).min(LONG)];
        sorted[*at as usize] = row as u32;
        *at += 1;
    }
    sorted
}
