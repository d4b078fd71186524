//! A better answer where there was no time for the best.

use super::part::Level;
use super::standing::Standing;
use crate::control::Control;
use crate::solution::SolveError;
use crate::tiers::{NONE, Seating};

/// Times that everybody is asked.
const SWEEPS: usize = 2;
/// Holders of a column that are asked to change.
const ASKED: usize = 8;

/// Lets rows of the parts that were not solved move to a place left empty, change places with another, or take the
/// place of one that may wait, whichever gains most, as long as what has to stay filled stays filled. Time: tight edges
/// times the edges of a row.
///
/// # Errors
///
/// [`SolveError::GivenUp`].
pub(super) fn improve(level: &Level<'_, '_>, unsolved: &[bool], control: &Control<'_>) -> Result<Seating, SolveError> {
    let mut seating = level.standing.seating.clone();
    let open = |row: &usize| level.parts.of_row[*row] != NONE && unsolved[level.parts.of_row[*row] as usize];
    for _ in 0..SWEEPS {
        let mut gained = false;
        for row in (0..level.problem.rows()).filter(open) {
            if row.is_multiple_of(1024) && control.gives_up() {
                return Err(SolveError::GivenUp);
            }
            if let Some(change) = best(level, &seating, row) {
                make(level, &mut seating, row, &change);
                gained = true;
            }
        }
        if !gained {
            break;
        }
    }
    Ok(seating)
}

/// What a row may do: take an edge, and what becomes of whoever held its place.
struct Change {
    gain: i64,
    edge: u32,
    other: Option<(u32, Option<u32>)>,
}

fn best(level: &Level<'_, '_>, seating: &Seating, row: usize) -> Option<Change> {
    let Level { problem, values, standing, tight, parts } = *level;
    let worth = |edge: u32| if edge == NONE { 0 } else { values[edge as usize] };
    let (own, column) = (seating.edge_of[row], seating.column(row));
    let mut best: Option<Change> = None;
    let mut offer = |change: Change| {
        if change.gain > best.as_ref().map_or(0, |best| best.gain) {
            best = Some(change);
        }
    };
    for edge in tight.of_row(row).iter().copied().filter(|edge| *edge != own) {
        let to = problem.edge_columns()[edge as usize];
        if parts.of_column[to as usize] != parts.of_row[row] {
            continue;
        }
        let gain = worth(edge) - worth(own);
        if column != NONE && seating.has_room(problem, to) && may_leave(standing, column) {
            offer(Change { gain, edge, other: None });
            continue;
        }
        for other in seating.holders(to).iter().take(ASKED) {
            let left = worth(seating.edge_of[*other as usize]);
            if column == NONE {
                if !standing.row_seated[*other as usize] {
                    offer(Change { gain: gain - left, edge, other: Some((*other, None)) });
                }
                continue;
            }
            let back = tight.of_row(*other as usize).iter();
            let back = back.copied().find(|edge| problem.edge_columns()[*edge as usize] == column);
            if let Some(back) = back {
                offer(Change { gain: gain + worth(back) - left, edge, other: Some((*other, Some(back))) });
            }
        }
    }
    best
}

/// Whether a column may hold a row less.
fn may_leave(standing: &Standing, column: u32) -> bool {
    !standing.scarce[column as usize] && standing.may_have_room(column)
}

fn make(level: &Level<'_, '_>, seating: &mut Seating, row: usize, change: &Change) {
    if seating.edge_of[row] != NONE {
        seating.unseat(row);
    }
    if let Some((other, back)) = change.other {
        seating.unseat(other as usize);
        if let Some(back) = back {
            seating.seat(level.problem, other as usize, back as usize);
        }
    }
    seating.seat(level.problem, row, change.edge as usize);
}
