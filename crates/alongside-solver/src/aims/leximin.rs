//! The worst off first.

use super::error::AimError;
use super::sequence::{self, Steps};
use super::{Aimed, Reached};
use crate::control::Control;
use crate::problem::Problem;

/// What leximin reached.
///
/// The certificate of the solution has a level for each cut, between the tiers (and the columns used) and the problem's
/// levels of value: an edge is worth 1 there if its value is not below the cut, else 0.
/// [`verify::Thresholds`](crate::verify::Thresholds) with the same cuts checks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leximin {
    /// The cuts between values that count as different, ascending.
    pub cuts: Vec<i64>,
    /// How many of the cuts are dealt with and proven; all of them if the solution is optimal.
    pub proven: usize,
    /// Places that stay empty, of all the rows want.
    pub empty: usize,
    /// Places filled whose value lies below the first cut, from the first to below the second, and so on to the last
    /// cut and beyond: one more than there are cuts.
    pub classes: Vec<usize>,
    /// The values of the places filled, ascending.
    pub values: Vec<i64>,
}

/// As few places below the first cut as can be, then as few below the second, and so on. As all places that can be are
/// filled, that is the lexicographic order of the sorted values.
pub(super) fn solve(
    problem: &Problem,
    ahead: usize,
    (level, cuts): (usize, &[i64]),
    control: &Control<'_>,
) -> Result<Aimed, AimError> {
    let values = problem.level(level);
    let classes = values.iter().map(|value| cuts.partition_point(|cut| cut <= value) as u32).collect();
    let steps = Steps { classes, count: cuts.len(), sign: -1, beyond: true };
    let (solution, proven) = sequence::solve(problem, ahead, &steps, control)?;
    let mut reached: Vec<i64> = solution.edges.iter().map(|edge| values[*edge]).collect();
    reached.sort_unstable();
    let mut classes = vec![0; cuts.len() + 1];
    for value in &reached {
        classes[cuts.partition_point(|cut| cut <= value)] += 1;
    }
    let wanted: usize = problem.demands().iter().map(|demand| *demand as usize).sum();
    let empty = wanted - reached.len();
    let reached = Leximin { cuts: cuts.to_vec(), proven, empty, classes, values: reached };
    Ok(Aimed { solution, reached: Reached::Leximin(reached) })
}
