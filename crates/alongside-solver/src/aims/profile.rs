//! The profile of choices.

use super::error::AimError;
use super::quantisation::MAX_CUTS;
use super::sequence::{self, Steps};
use super::{Aimed, Reached};
use crate::control::Control;
use crate::problem::Problem;

/// Which end of the profile decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As many of the first rank as can be, then as many of the second, and so on: greedy maximum.
    Greedy,
    /// As few of the last rank as can be, then as few of the one before, and so on: generous maximum.
    Generous,
}

/// What profile was reached.
///
/// The certificate of the solution has a level for each rank, between the tiers (and the columns used) and the
/// problem's levels of value: from the first rank on, an edge of the rank is worth 1; for a generous profile, from the
/// last rank back, an edge of the rank is worth -1. [`verify::Profile`](crate::verify::Profile), which counts ranks
/// from 0, checks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Which end decided.
    pub kind: Kind,
    /// How many ranks, from the end that decides, are proven; all if the solution is optimal.
    pub proven: usize,
    /// Places filled of each rank, the first rank first.
    pub counts: Vec<usize>,
}

pub(super) fn solve(
    problem: &Problem,
    ahead: usize,
    (level, ranks): (usize, u32),
    kind: Kind,
    control: &Control<'_>,
) -> Result<Aimed, AimError> {
    if ranks as usize > MAX_CUTS {
        return Err(AimError::TooMany { given: u64::from(ranks) });
    }
    let values = problem.level(level);
    if let Some(edge) = values.iter().position(|rank| !(1..=i64::from(ranks)).contains(rank)) {
        return Err(AimError::Rank { edge });
    }
    // From the end that decides.
    let class = |rank: &i64| match kind {
        Kind::Greedy => rank - 1,
        Kind::Generous => i64::from(ranks) - rank,
    };
    let classes = values.iter().map(|rank| class(rank).unsigned_abs() as u32).collect();
    let sign = if kind == Kind::Greedy { 1 } else { -1 };
    let steps = Steps { classes, count: ranks as usize, sign, beyond: false };
    let (solution, proven) = sequence::solve(problem, ahead, &steps, control)?;
    let count = |rank: i64| solution.edges.iter().filter(|edge| values[**edge] == rank).count();
    let counts = (1..=i64::from(ranks)).map(count).collect();
    Ok(Aimed { solution, reached: Reached::Profile(Profile { kind, proven, counts }) })
}
