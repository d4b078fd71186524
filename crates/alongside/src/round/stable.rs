//! A matching in which no two people would both rather have each other.

use super::orders::Sides;
use crate::compile::Compiled;
use crate::control::Control;
use crate::domain::{StableMethod, tie_begun};
use crate::error::Error;
use crate::solve::stable::{How, Method, Orders, StableError, Ties, blocking_pairs, solve};
use crate::solve::{Control as SolverControl, Problem, ProblemParts, Solution, SolveError};

/// What is known of a stable matching beside its pairs.
#[derive(Debug)]
pub(crate) struct Stability {
    /// Which of the stable matchings it is.
    pub(crate) method: StableMethod,
    /// A matching that serves the most of each tier in order, with its proof.
    pub(crate) most: Solution,
}

/// A stable matching over the pairs of a problem, those kept among its pairs. `fit` is the level that counts fit, the one
/// after it the seed's choice.
///
/// Time: pairs times the logarithm of their number.
pub(super) fn stable(
    compiled: &Compiled<'_>,
    problem: &Problem,
    fit: usize,
    method: StableMethod,
    kept: &[usize],
) -> Result<Solution, Error> {
    let sides = Sides::new(compiled, problem, fit);
    let orders = Orders::new(problem, &sides.mentees, &sides.mentors).map_err(refused)?;
    let matching = compiled.matching;
    let found = match method {
        StableMethod::BestForMentees => {
            // Broken here, the same way as everywhere, so that anybody can work the matching out again.
            let strict = sides.strict(problem.level(fit + 1));
            let orders = Orders::new(problem, &strict.mentees, &strict.mentors).map_err(refused)?;
            solve(&orders, &How { method: Method::BestForRows, kept, ..How::default() })
        }
        StableMethod::MoreServed => {
            let rows: Vec<u64> = matching.mentees.iter().map(|one| tie_begun(0, &one.person.id)).collect();
            let columns: Vec<u64> = matching.mentors.iter().map(|one| tie_begun(0, &one.person.id)).collect();
            let ties = Ties { seed: matching.seed, rows: &rows, columns: &columns };
            solve(&orders, &How { method: Method::Larger, ties, kept })
        }
    };
    let edges = found.map_err(refused)?.edges;
    if !blocking_pairs(&orders, &edges, kept).map_err(refused)?.is_empty() {
        return Err(Error::Solver("the matching is not stable".to_owned()));
    }
    Solution::of(problem, edges).map_err(|error| Error::Solver(error.to_string()))
}

/// A matching that serves the most of each tier in order, whatever else it does. Short even for large programmes, so a
/// limit on the time does not bear on it.
pub(super) fn most_served(problem: &Problem, control: &Control<'_>) -> Result<Solution, Error> {
    let parts = ProblemParts {
        tier_count: problem.tier_count(),
        tiers: problem.tiers().to_vec(),
        capacities: problem.capacities().to_vec(),
        row_starts: problem.row_starts().to_vec(),
        columns: problem.edge_columns().to_vec(),
        ..ProblemParts::default()
    };
    let alone = Problem::new(parts).map_err(|error| Error::LimitExceeded(error.to_string()))?;
    let within = SolverControl { give_up: control.give_up, ..SolverControl::default() };
    let solved = crate::solve::solve(&alone, &within);
    solved.map_err(|error| match error {
        SolveError::GivenUp => Error::GivenUp,
        error => Error::Solver(error.to_string()),
    })
}

fn refused(error: StableError) -> Error {
    Error::Solver(error.to_string())
}
