//! The rest of a tier: rows push each other on towards room.

use super::labels::Labels;
use super::{NONE, Seats};
use crate::control::Control;
use crate::problem::Problem;
use crate::solution::SolveError;
use std::collections::VecDeque;

/// Seats as many rows of the tier as can be, beside all those of earlier tiers.
///
/// Push and relabel (Goldberg and Tarjan, 1988) in the form for bipartite matching (Kaya, Langguth, Manne and Ucar,
/// Push-relabel based algorithms for the maximum transversal problem, 2013): a row without a seat takes one in its
/// column nearest to room, from the holder that has the shortest way on, and the column's label rises to what its
/// holders have left. Labels are made exact again whenever as many edges were looked at as there are; whoever cannot
/// reach room then waits. A row of an earlier tier never waits: where no room is left it takes the seat of a row of
/// this tier instead, which is there because sets that can be served together form a matroid.
pub(super) fn grow(
    problem: &Problem,
    seats: &mut Seats,
    labels: &mut Labels,
    tier: u8,
    control: &Control<'_>,
) -> Result<(), SolveError> {
    let waits = |row: &usize| {
        problem.tiers()[*row] == tier && seats.seating.edge_of[*row] == NONE && !problem.edges_of(*row).is_empty()
    };
    let mut active: VecDeque<u32> = (0..problem.rows()).filter(waits).map(|row| row as u32).collect();
    let mut looked = usize::MAX;
    while let Some(row) = active.pop_front() {
        if looked >= problem.edges() {
            if control.gives_up() {
                return Err(SolveError::GivenUp);
            }
            labels.renew(problem, seats, tier);
            looked = 0;
        }
        looked += problem.edges_of(row as usize).len();
        match push(problem, seats, labels, row, tier) {
            Push::Took(None) => {}
            Push::Took(Some(other)) => active.push_back(other),
            Push::Waits if problem.tiers()[row as usize] == tier => {}
            Push::Waits => return Err(SolveError::Unsound),
        }
    }
    Ok(())
}

enum Push {
    /// Seated, perhaps in another's place.
    Took(Option<u32>),
    /// Nothing to be had.
    Waits,
}

fn push(problem: &Problem, seats: &mut Seats, labels: &mut Labels, row: u32, tier: u8) -> Push {
    let this_tier = problem.tiers()[row as usize] == tier;
    let (mut least, mut second, mut chosen) = (labels.closed, labels.closed, NONE);
    for edge in problem.edges_of(row as usize) {
        let label = labels.column[problem.edge_columns()[edge] as usize];
        if label < least {
            (least, second, chosen) = (label, least, edge as u32);
        } else if label < second {
            second = label;
        }
    }
    if least >= if this_tier { labels.far } else { labels.closed } {
        return Push::Waits;
    }
    let most = if this_tier { labels.far } else { labels.closed };
    labels.row[row as usize] = (second + 1).min(most);
    let column = problem.edge_columns()[chosen as usize];
    if seats.seating.has_room(problem, column) {
        seats.seating.seat(problem, row as usize, chosen as usize);
        if !seats.seating.has_room(problem, column) {
            labels.heapify(seats, column);
            labels.column[column as usize] = labels.row[seats.seating.holders(column)[0] as usize];
        }
        return Push::Took(None);
    }
    let other = seats.seating.evict(problem, row, chosen);
    let holders = seats.seating.holders_mut(column);
    labels.sink(holders, 0);
    labels.column[column as usize] = labels.row[holders[0] as usize];
    Push::Took(Some(other))
}
