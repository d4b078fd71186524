//! Level after level, the aim's first and then the problem's.

use super::face::Face;
use super::raise::{Goal, Raised, raise};
use super::search::Search;
use crate::certificate::Certificate;
use crate::control::Control;
use crate::problem::Problem;
use crate::solution::{Solution, SolveError, Status};

/// The problem without its levels of value.
fn places(problem: &Problem) -> Problem {
    Problem { levels: Vec::new(), ..problem.clone() }
}

/// All assignments with as many places of each tier filled, and columns used where asked for, as can be. None, and an
/// assignment, if there was no time to prove that it is one.
pub(super) fn start<'a>(
    problem: &'a Problem,
    control: &Control<'_>,
) -> Result<(Option<Face<'a>>, Solution), SolveError> {
    let first = super::plain(&places(problem), control)?;
    let face = match (first.status, first.certificate) {
        (Status::Optimal, Some(certificate)) => Some(Face::new(problem, &first.edges, certificate)?),
        _ => None,
    };
    let mut solution = Solution::of(problem, first.edges)?;
    solution.parts = first.parts;
    bound(problem, &mut solution);
    Ok((face, solution))
}

/// Deals with `count` levels of the aim, whose values `worth` tells for level and edge, then with those of the problem:
/// the assignment, and how many levels of the aim are best.
pub(super) fn solve(
    problem: &Problem,
    count: usize,
    worth: impl Fn(usize, usize) -> i64,
    control: &Control<'_>,
) -> Result<(Solution, usize), SolveError> {
    let (face, mut solution) = start(problem, control)?;
    let Some(mut face) = face else { return Ok((solution, 0)) };
    let levels = count + problem.level_count();
    let mut search = Search::default();
    let mut best = 0;
    while best < levels {
        let raised = match best.checked_sub(count) {
            None => raise(&mut face, &mut search, |edge| worth(best, edge), Goal::Most, control)?,
            Some(level) => raise(&mut face, &mut search, |edge| problem.level(level)[edge], Goal::Most, control)?,
        };
        if raised != Raised::Best {
            break;
        }
        best += 1;
        control.tell(best, levels);
    }
    let parts = solution.parts;
    solution = Solution::of(problem, face.edges())?;
    solution.parts = parts;
    if best == levels {
        solution.status = Status::Optimal;
        solution.certificate = Some(Certificate { levels: face.levels });
    } else {
        solution.parts.exact = 0;
        bound(problem, &mut solution);
    }
    Ok((solution, best.min(count)))
}

/// Totals that no assignment whatever exceeds: every row has all it wants of its best edges.
pub(super) fn bound(problem: &Problem, solution: &mut Solution) {
    let mut best: Vec<i64> = Vec::new();
    for level in 0..problem.level_count() {
        let mut total = 0;
        for (row, demand) in problem.demands().iter().enumerate() {
            best.clear();
            best.extend(problem.level(level)[problem.edges_of(row)].iter().filter(|value| **value > 0));
            best.sort_unstable_by_key(|value| std::cmp::Reverse(*value));
            total += best.iter().take(*demand as usize).sum::<i64>();
        }
        solution.bounds[level] = total;
    }
}
