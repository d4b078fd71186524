//! The best of the assignments that are left, at one level more.

use super::face::Face;
use super::release::release;
use super::search::Search;
use crate::control::Control;
use crate::solution::SolveError;

/// How a level went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raised {
    /// It is best, and proven so.
    Best,
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
    /// Every place filled is worth 1, or else nothing is to change.
    All,
}

/// Searches between two questions whether to stop.
const BREATH: usize = 64;

/// Makes the total of one level as great as the levels before allow, and leaves the assignments best at it too.
///
/// [`release`] takes back what is worth less than it costs at prices easily found. For each place given up, Dijkstra's
/// search over reduced costs finds the cheapest way to fill it again, and moves the prices so that nothing else is worth
/// more than it costs (Ahuja, Magnanti and Orlin 1993, section 9.7). Where values are 0 or 1, most searches see a few
/// rows.
pub(super) fn raise(
    face: &mut Face<'_>,
    search: &mut Search,
    worth: impl Fn(usize) -> i64,
    goal: Goal,
    control: &Control<'_>,
) -> Result<Raised, SolveError> {
    let worth: Vec<i64> = face.open.iter().map(|open| worth(open.edge as usize)).collect();
    // A price is the sum of differences along a path that sees every row and column at most once.
    let most = worth.iter().map(|worth| worth.unsigned_abs()).max().unwrap_or(0);
    let steps = 2 * face.rows.len().min(face.columns.len()) as u64 + 8;
    if most.checked_mul(steps).is_none_or(|sum| sum > 1 << 59) {
        return Err(SolveError::Overflow);
    }
    let before = (control.should_stop.is_some() || goal == Goal::All).then(|| face.standing());
    let places = face.open.iter().filter(|open| open.chosen).count() as i128;

    search.begin(face);
    let released = release(face, search, &worth);
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
            search.fill::<true>(face, &worth, from)?
        } else if search.lacks(from) {
            search.fill::<false>(face, &worth, from)?
        } else {
            0
        };
        bound -= i128::from(cost);
        if goal == Goal::All && bound < places {
            face.put_back(before);
            return Ok(Raised::OutOfReach);
        }
    }
    if !search.is_settled() {
        return Err(SolveError::Unsound);
    }
    let chosen = face.open.iter().zip(&worth).filter(|(open, _)| open.chosen);
    if goal == Goal::All && chosen.map(|(_, worth)| i128::from(*worth)).sum::<i128>() < places {
        face.put_back(before);
        return Ok(Raised::OutOfReach);
    }
    let potentials = search.potentials(face);
    face.narrow(potentials, &worth)?;
    Ok(Raised::Best)
}
