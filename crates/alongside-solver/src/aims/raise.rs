//! The best of the assignments that are left, at one level more.

use super::face::Face;
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
/// Potentials of columns and sets begin at 0, those of rows at what makes every open edge cost no less than it is
/// worth; a row gives up what then costs more than it is worth. For each place given up, Dijkstra's search over reduced
/// costs finds the cheapest way to fill it again (Ahuja, Magnanti and Orlin 1993, section 9.7). Where the level is 0 or
/// 1, most searches see a few rows.
pub(super) fn raise(
    face: &mut Face<'_>,
    search: &mut Search,
    worth: impl Fn(usize) -> i64,
    goal: Goal,
    control: &Control<'_>,
) -> Result<Raised, SolveError> {
    let worth: Vec<i64> = face.open.iter().map(|open| worth(open.edge as usize)).collect();
    // A potential is the sum of differences along a path that sees every row and column at most once.
    let most = worth.iter().map(|worth| worth.unsigned_abs()).max().unwrap_or(0);
    let steps = 2 * face.rows.len().min(face.columns.len()) as u64 + 8;
    if most.checked_mul(steps).is_none_or(|sum| sum > 1 << 60) {
        return Err(SolveError::Overflow);
    }
    let before = (control.should_stop.is_some() || goal == Goal::All).then(|| face.standing());

    search.begin(face);
    let places = face.open.iter().filter(|open| open.chosen).count();
    let (wanting, mut bound) = release(face, search, &worth);
    for (count, row) in wanting.into_iter().enumerate() {
        if count % BREATH == 0 {
            if control.gives_up() {
                return Err(SolveError::GivenUp);
            }
            if control.stops() {
                face.put_back(before);
                return Ok(Raised::Stopped);
            }
        }
        let cost = search.run(face, &worth, row)?;
        bound -= i128::from(cost);
        if goal == Goal::All && bound < places as i128 {
            face.put_back(before);
            return Ok(Raised::OutOfReach);
        }
    }
    let total: i64 = face.open.iter().zip(&worth).filter(|(open, _)| open.chosen).map(|(_, worth)| worth).sum();
    if goal == Goal::All && total < places as i64 {
        face.put_back(before);
        return Ok(Raised::OutOfReach);
    }
    let potentials = search.potentials(face);
    face.narrow(potentials, &worth)?;
    Ok(Raised::Best)
}

/// Sets the rows' potentials and takes back what is worth less. The rows that have a place to fill for it, once for
/// each; and what by these potentials no total exceeds, which every search lowers by at least what it costs.
fn release(face: &mut Face<'_>, search: &mut Search, worth: &[i64]) -> (Vec<u32>, i128) {
    let mut wanting = Vec::new();
    let mut bound = 0;
    for row in 0..face.rows.len() {
        let edges = face.starts[row] as usize..face.starts[row + 1] as usize;
        if edges.is_empty() {
            continue;
        }
        let (mut other, mut own) = (i64::MIN, i64::MAX);
        for (open, worth) in face.open[edges.clone()].iter().zip(&worth[edges.clone()]) {
            if open.chosen { own = own.min(*worth) } else { other = other.max(*worth) }
        }
        let flow = face.rows[row];
        let floor = if flow.bound { 0 } else { i64::MIN };
        let mut potential = other.max(floor);
        if !flow.can_grow() && own != i64::MAX {
            // No edge chosen need be dropped for a potential as low as the least of them.
            potential = potential.max(own);
        }
        let potential = if potential == i64::MIN { 0 } else { potential };
        search.set_row(row, potential);
        bound += i128::from(potential) * i128::from(flow.high);
        for at in edges {
            if !face.open[at].chosen {
                continue;
            }
            let excess = worth[at] - potential;
            bound += i128::from(excess.max(0));
            if excess < 0 {
                face.drop(at as u32);
                search.lack(face, face.open[at].column);
                wanting.push(row as u32);
            }
        }
        // A row that need not be served, and would gain, asks for all it wants.
        if flow.is_open() && potential > 0 {
            for _ in flow.now..flow.high {
                search.owe();
                wanting.push(row as u32);
            }
            face.rows[row].now = flow.high;
        }
    }
    (wanting, bound)
}
