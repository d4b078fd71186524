//! The best of the assignments that are left, at one level more.

use super::face::Face;
use super::release::release;
use super::search::Search;
use crate::certificate::Potentials;
use crate::control::Control;
use crate::solution::SolveError;

/// How a level went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Raised {
    /// It is best, and this proves it.
    Best(Potentials),
    /// There was no time: everything is as it was before.
    Stopped,
    /// The total wanted is out of reach: everything is as it was before.
    OutOfReach,
}

/// What the total of a level must be, for the search to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// As much as there can be.
    Most,
    /// At least 0, or else nothing is to change.
    Nothing,
}

/// Searches between two questions whether to stop.
const BREATH: usize = 64;

/// Makes the total of one level as great as the levels before allow, and leaves the assignments best at it too. The
/// level is given as edges of the problem and what they are worth; every other edge is worth 0, and those that are
/// settled do not matter.
///
/// [`release`] takes back what is worth less than it costs at prices easily found. For each place given up, Dijkstra's
/// search over reduced costs finds the cheapest way to fill it again, and moves the prices so that nothing else is worth
/// more than it costs (Ahuja, Magnanti and Orlin 1993, section 9.7). Where values are 0 or 1, most searches see a few
/// rows. Time, beside the searches: rows, columns, edges given, and the open edges of those whose prices change.
pub(super) fn raise(
    face: &mut Face<'_>,
    search: &mut Search,
    level: impl Iterator<Item = (usize, i64)>,
    goal: Goal,
    control: &Control<'_>,
) -> Result<Raised, SolveError> {
    face.tidy();
    let mut valued = Vec::new();
    let mut most = 0;
    for (edge, worth) in level.filter(|(_, worth)| *worth != 0) {
        if let Some(at) = face.place(edge) {
            face.worth[at as usize] = worth;
            valued.push(at);
            most = worth.unsigned_abs().max(most);
        }
    }
    let raised = fulfil(face, search, &valued, most, goal, control);
    if let Ok(Raised::Best(potentials)) = &raised {
        face.narrow(potentials, &valued)?;
    }
    for at in valued {
        face.worth[at as usize] = 0;
    }
    raised
}

fn fulfil(
    face: &mut Face<'_>,
    search: &mut Search,
    valued: &[u32],
    most: u64,
    goal: Goal,
    control: &Control<'_>,
) -> Result<Raised, SolveError> {
    // A price is the sum of differences along a path that sees every row and column at most once.
    let steps = 2 * face.rows.len().min(face.columns.len()) as u64 + 8;
    if most.checked_mul(steps).is_none_or(|sum| sum > 1 << 59) {
        return Err(SolveError::Overflow);
    }
    let before = (control.should_stop.is_some() || goal == Goal::Nothing).then(|| face.standing());
    search.begin(face);
    let released = release(face, search, valued);
    let mut bound = released.bound;
    let rows = released.rows.into_iter().map(|row| (row, true));
    // Once no row is left over, what columns still lack comes from rows that went without.
    let columns = released.columns.into_iter().map(|column| (column, false));
    for (count, (from, forward)) in rows.chain(columns).enumerate() {
        if count % BREATH == 0 {
            if control.gives_up() {
                return Err(SolveError::GivenUp);
            }
            if control.stops() {
                face.put_back(before);
                return Ok(Raised::Stopped);
            }
        }
        let cost = if forward {
            search.fill::<true>(face, from)?
        } else if search.lacks(from) {
            search.fill::<false>(face, from)?
        } else {
            0
        };
        bound -= i128::from(cost);
        if goal == Goal::Nothing && bound < 0 {
            face.put_back(before);
            return Ok(Raised::OutOfReach);
        }
    }
    if !search.is_settled() {
        return Err(SolveError::Unsound);
    }
    let chosen = valued.iter().filter(|at| face.is_chosen(**at));
    let total: i128 = chosen.map(|at| i128::from(face.worth[*at as usize])).sum();
    if goal == Goal::Nothing && total < 0 {
        face.put_back(before);
        return Ok(Raised::OutOfReach);
    }
    Ok(Raised::Best(search.potentials(face)))
}
