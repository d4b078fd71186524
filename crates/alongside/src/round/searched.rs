//! The best under conditions that no flow keeps: those on the mentees of one mentor together.

use super::solve::{Solved, refused};
use crate::compile::Compiled;
use crate::control::Control;
use crate::error::Error;
use crate::solve::conditions::{Conditions, Limit, solve_with};
use crate::solve::{Problem, Solution, Status};

/// Flows times candidate pairs that a search may take, so that it takes about as long whatever the programme's size.
const WORK: usize = 20_000_000;

/// The best assignment found that keeps the conditions and makes the pairs of `must`, ascending; none where that is not
/// possible. All levels but the seed's are searched for and bounded.
pub(super) fn searched(
    compiled: &Compiled<'_>,
    problem: &Problem,
    must: &[usize],
    control: &Control<'_>,
) -> Result<Option<Solved>, Error> {
    let parts = compiled.company.parts(compiled, problem);
    let conditions = Conditions::new(problem, parts).map_err(|error| Error::Solver(error.to_string()))?;
    let conditions = match compiled.company.sharing() {
        Some(company) => conditions.in_company(company),
        None => conditions,
    };
    let limit = limit(problem, compiled.matching.aim.search_nodes);
    let found = control.solving(|control| solve_with(&conditions, must, limit, control));
    let Some(found) = found.map_err(|error| refused(&error.into()))? else { return Ok(None) };
    let optimal = found.optimal();
    // Mentors used are bounded with the tiers, where they count.
    let tiers = usize::from(problem.tier_count()) + usize::from(problem.use_columns());
    let mut solution = Solution::of(problem, found.edges).map_err(|error| Error::Solver(error.to_string()))?;
    let (of_tiers, of_totals) = found.bounds.split_at(tiers.min(found.bounds.len()));
    solution.bounds = of_totals.to_vec();
    // The seed only tells equals apart: it is not searched for to the end.
    if let Some(last) = solution.bounds.last_mut() {
        *last = greatest(problem, problem.level_count().saturating_sub(1)).max(*last);
    }
    solution.status = if optimal { Status::Optimal } else { Status::BestFound };
    let assignment = solution.assignment(problem);
    Ok(Some(Solved { tier_bounds: Some(of_tiers.to_vec()), ..Solved::of(solution, assignment) }))
}

/// What no assignment exceeds at a level: everybody's best.
fn greatest(problem: &Problem, level: usize) -> i64 {
    let values = problem.level(level);
    let best =
        |row: usize| problem.edges_of(row).filter_map(|edge| values.get(edge).copied()).max().unwrap_or(0).max(0);
    (0..problem.rows()).map(best).sum()
}

/// As much as is done within the work of every size, or as many nodes as the programme asks for.
fn limit(problem: &Problem, nodes: Option<u32>) -> Limit {
    let flows = (WORK / (problem.edges() + problem.rows() + 1)).clamp(30, 20_000);
    let levels = usize::from(problem.tier_count()) + problem.level_count();
    let nodes = nodes.map_or((flows / 10).clamp(1, 1_000), |nodes| nodes as usize);
    Limit { nodes, steps: (flows / (3 * levels)).clamp(4, 150), levels: problem.level_count().saturating_sub(1) }
}
