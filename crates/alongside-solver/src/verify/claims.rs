//! All that a solution says of itself.

use super::flaw::{Flaw, Flaws};
use super::{Verified, assignment, verify};
use crate::problem::Problem;
use crate::solution::{Solution, Status};
use std::fmt;

/// A number that a solution states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// How many places are filled in a tier.
    Served(usize),
    /// How many columns are used.
    ColumnsUsed,
    /// The total of a level of value.
    Total(usize),
    /// The bound of a level of value.
    Bound(usize),
    /// How many levels or tiers there are.
    Length,
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Served(tier) => write!(f, "the number served in tier {tier}"),
            Self::ColumnsUsed => f.write_str("the number of columns used"),
            Self::Total(level) => write!(f, "the total of level {level}"),
            Self::Bound(level) => write!(f, "the bound of level {level}"),
            Self::Length => f.write_str("the number of totals"),
        }
    }
}

/// Proves everything a solution says: that its edges are an assignment, that they add up to its numbers, and, where it
/// calls itself best, that they are. Of a solution that is only the best found, the bounds are not proven: the first is
/// only not below its total.
///
/// # Errors
///
/// What is wrong, at most [`MAX_FLAWS`](super::MAX_FLAWS).
pub fn solution(problem: &Problem, solution: &Solution) -> Result<Verified, Vec<Flaw>> {
    let found = match (solution.status, &solution.certificate) {
        (Status::Optimal, Some(certificate)) => verify(problem, &solution.edges, certificate)?,
        (Status::Optimal, None) => return Err(vec![Flaw::NoCertificate]),
        (Status::BestFound, _) => assignment(problem, problem, &solution.edges)?,
    };
    let mut flaws = Flaws::default();
    let mut equal = |claim, claimed: i128, found: i128| {
        if claimed != found {
            flaws.push(Flaw::Claimed { claim, claimed, found });
        }
    };
    let lengths = [
        (solution.served.len(), found.served.len()),
        (solution.totals.len(), found.totals.len()),
        (solution.bounds.len(), found.totals.len()),
    ];
    for (claimed, found) in lengths {
        equal(Claim::Length, claimed as i128, found as i128);
    }
    for (tier, (claimed, found)) in solution.served.iter().zip(&found.served).enumerate() {
        equal(Claim::Served(tier), *claimed as i128, *found as i128);
    }
    equal(Claim::ColumnsUsed, solution.columns_used as i128, found.columns_used as i128);
    for (level, (claimed, found)) in solution.totals.iter().zip(&found.totals).enumerate() {
        equal(Claim::Total(level), i128::from(*claimed), *found);
    }
    for (level, (bound, total)) in solution.bounds.iter().zip(&found.totals).enumerate() {
        let bound = i128::from(*bound);
        // Later bounds are about the best assignment, which may well be behind where it is ahead before.
        if solution.status == Status::Optimal || (level == 0 && bound < *total) {
            equal(Claim::Bound(level), bound, *total);
        }
    }
    flaws.none().map(|()| found)
}
