//! The least value, as great as can be.

use super::error::AimError;
use super::face::Face;
use super::raise::{Goal, Raised, raise};
use super::search::Search;
use super::{Aimed, Reached, sequence};
use crate::certificate::Certificate;
use crate::control::Control;
use crate::problem::Problem;
use crate::solution::{Solution, SolveError};

/// What bottleneck was reached.
///
/// The certificate of the solution is for the problem [`above`] the least value: the same without its edges worth less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bottleneck {
    /// The least value of a chosen edge; none if no place is filled.
    pub least: Option<i64>,
    /// Why it cannot be greater, and that as many places are filled as can be; none if all edges are worth the same, if
    /// no place is filled, or if there was no time.
    pub cover: Option<Cover>,
}

/// The proof that no assignment with as many places of each tier filled (and as many columns used, where they count, and
/// as much at the levels that come before the aim) has edges of at least some value alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// That value: the next one above the least that was reached, or one more than that where no edge is worth more.
    pub value: i64,
    /// As many places as can be are worth at least that much here, and not all are. Ascending.
    pub edges: Vec<usize>,
    /// How many of them are.
    pub reached: usize,
    /// The proof that it is as many as can be: the certificate of `edges` for the problem whose last level of value, after
    /// those that come before the aim, is 1 for an edge worth at least that much and 0 for every other.
    pub certificate: Certificate,
}

/// The problem without the edges worth less than a value at a level, and the edge of the problem that each of the rest
/// is. Time: edges times levels.
pub fn above(problem: &Problem, level: usize, least: i64) -> (Problem, Vec<usize>) {
    let kept: Vec<usize> = (0..problem.edges()).filter(|edge| problem.level(level)[*edge] >= least).collect();
    let mut filtered = problem.clone();
    filtered.columns = kept.iter().map(|edge| problem.columns[*edge]).collect();
    for (start, own) in filtered.row_starts.iter_mut().zip(&problem.row_starts) {
        *start = kept.partition_point(|edge| edge < own);
    }
    for (level, own) in filtered.levels.iter_mut().zip(&problem.levels) {
        *level = kept.iter().map(|edge| own[*edge]).collect();
    }
    (filtered, kept)
}

/// Binary search over the values that occur. What a value that can be reached leaves open is all that greater ones are
/// looked for in (thresholds: Garfinkel 1971; Gross 1959 for the problem).
pub(super) fn solve(problem: &Problem, ahead: usize, level: usize, control: &Control<'_>) -> Result<Aimed, AimError> {
    let values = problem.level(level);
    let (face, mut solution) = sequence::start(problem, ahead, values.to_vec(), control)?;
    let mut reached = Bottleneck { least: least(values, &solution.edges), cover: None };
    let Some(first) = face else { return Ok(Aimed { solution, reached: Reached::Bottleneck(reached) }) };
    let Some(least_found) = reached.least else { return finish(problem, level, reached, control) };
    let mut distinct = values.to_vec();
    distinct.sort_unstable();
    distinct.dedup();

    // Every place can be worth what `low` says, none of the assignments reaches what `high` says.
    let (mut low, mut high) = (distinct.partition_point(|value| *value < least_found), distinct.len());
    let (mut face, mut search) = (first.clone(), Search::default());
    let mut stopped = false;
    while low + 1 < high && !stopped {
        let middle = low + (high - low) / 2;
        let lasting = face.settled.iter().all(|edge| values[*edge] >= distinct[middle]);
        let below = (0..values.len()).filter(|edge| values[*edge] < distinct[middle]).map(|edge| (edge, -1));
        match if lasting { raise(&mut face, &mut search, below, Goal::Nothing, control)? } else { Raised::OutOfReach } {
            Raised::Best(_) => {
                let found = least(values, &face.edges()).unwrap_or(distinct[middle]);
                low = distinct.partition_point(|value| *value < found).max(middle);
            }
            Raised::OutOfReach => high = middle,
            Raised::Stopped => stopped = true,
        }
    }
    reached.least = Some(distinct[low]);
    solution = Solution { parts: solution.parts, ..Solution::of(problem, face.edges())? };
    // Where no edge is worth more, one above all of them proves the places filled; that needs no proof beside the
    // certificate where no edge was left out.
    let next = distinct.get(low + 1).copied().or_else(|| (distinct.len() > 1).then(|| distinct[low] + 1));
    if let (false, Some(value)) = (stopped, next) {
        reached.cover = cover(first, values, value, &mut search, control)?;
        stopped = reached.cover.is_none();
    }
    if stopped {
        sequence::bound(problem, &mut solution);
        return Ok(Aimed { solution, reached: Reached::Bottleneck(reached) });
    }
    finish(problem, level, reached, control)
}

fn least(values: &[i64], edges: &[usize]) -> Option<i64> {
    edges.iter().map(|edge| values[*edge]).min()
}

/// As many places as can be worth so much, and the proof; none if there was no time.
fn cover(
    mut face: Face<'_>,
    values: &[i64],
    value: i64,
    search: &mut Search,
    control: &Control<'_>,
) -> Result<Option<Cover>, SolveError> {
    let reaching = (0..values.len()).filter(|edge| values[*edge] >= value).map(|edge| (edge, 1));
    let Raised::Best(potentials) = raise(&mut face, search, reaching, Goal::Most, control)? else { return Ok(None) };
    face.levels.push(potentials);
    let edges = face.edges();
    let reached = edges.iter().filter(|edge| values[**edge] >= value).count();
    if reached == edges.len() {
        return Err(SolveError::Unsound);
    }
    Ok(Some(Cover { value, edges, reached, certificate: Certificate { levels: face.levels } }))
}

/// The best at the levels of value, above the bottleneck.
fn finish(problem: &Problem, level: usize, reached: Bottleneck, control: &Control<'_>) -> Result<Aimed, AimError> {
    let (filtered, own) = above(problem, level, reached.least.unwrap_or(i64::MIN));
    let found = super::plain(&filtered, control)?;
    let edges = found.edges.iter().map(|edge| own[*edge]).collect();
    Ok(Aimed { solution: Solution { edges, ..found }, reached: Reached::Bottleneck(reached) })
}
