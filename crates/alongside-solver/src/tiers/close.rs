//! Which columns take nobody of a later tier.

use super::{NONE, Seats};
use crate::problem::Problem;
use crate::solution::SolveError;

/// Closes every column that a row of the tier without a seat can reach. Time: edges of the rows reached.
///
/// # Errors
///
/// [`SolveError::Unsound`] if such a column has room: one more row could have been seated.
pub(super) fn close(problem: &Problem, seats: &mut Seats, tier: u8) -> Result<(), SolveError> {
    let worth = problem.tier_count() - tier;
    let waiting = |row: &usize| problem.tiers()[*row] == tier && seats.seating.edge_of[*row] == NONE;
    let mut rows: Vec<u32> = (0..problem.rows()).filter(waiting).map(|row| row as u32).collect();
    while let Some(row) = rows.pop() {
        for column in &problem.edge_columns()[problem.edges_of(row as usize)] {
            if seats.worth[*column as usize] != 0 {
                continue;
            }
            if seats.seating.has_room(problem, *column) {
                return Err(SolveError::Unsound);
            }
            seats.worth[*column as usize] = worth;
            rows.extend_from_slice(seats.seating.holders(*column));
        }
    }
    Ok(())
}
