//! A first seating that leaves little to do.

use super::{NONE, Seats};
use crate::problem::Problem;

/// Seats rows of a tier where there is room at once: those with the fewest edges first, each in the column that the
/// fewest rows per place could use. Time: edges of the tier.
pub(super) fn seat(problem: &Problem, seats: &mut Seats, crowd: &[u32], tier: u8) {
    let rows: Vec<u32> = by_degree(problem, tier);
    for row in rows {
        let mut best = (u32::MAX, NONE);
        for edge in problem.edges_of(row as usize) {
            let column = problem.edge_columns()[edge];
            let open = seats.seating.has_room(problem, column);
            if open && crowd[column as usize] < best.0 {
                best = (crowd[column as usize], edge as u32);
            }
        }
        if best.1 != NONE {
            seats.seating.seat(problem, row as usize, best.1 as usize);
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
