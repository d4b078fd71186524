//! Conditions that are not a flow: branch and bound over it.
//!
//! Two conditions that charities have do not fit a flow: a limit on the sum of what pairs use up where they use up
//! unequal amounts (hours, a weighted caseload), and members of one column who must accept each other, or find times
//! that suit all of them. With any, the problem is NP-hard: one column and a budget is the knapsack problem, one column
//! and pairs to be kept apart the independent set problem (Garey and Johnson 1979). So nothing is promised about time; what is promised is a true
//! answer: best, or best found and a bound that nothing exceeds.
//!
//! The relaxation is the flow of [`crate::network`], with what conditions imply for it: edges that fit no budget alone
//! are closed, and no column or set takes more than the number of its lightest edges that fit. Where its answer breaks
//! a condition, the tree branches on the edges that break it (Land and Doig 1960): some edge of them is missing from
//! any assignment that keeps the condition, and which one is missing first tells the branches apart, so that no
//! assignment is looked at twice. A node's bound is the flow's, or a lower one from prices on what the conditions
//! leave scarce: a Lagrangian relaxation, level by level. Nodes are taken in the order of their bounds; every relaxed
//! answer is repaired into one that holds, and that is polished by moves of one or two rows.
//!
//! Tiers are levels of their own here. The one sum that stands for them in a flow (see
//! [`Problem`](crate::Problem)) rests on an exchange property that these conditions break: serving one more of tier 2
//! and one more of tier 3 may cost one of tier 1.

mod company;
mod dual;
mod keep;
mod node;
mod parts;
mod repair;
#[cfg(test)]
mod tests;
mod tree;
mod violated;
mod worth;

pub use company::Company;
pub use parts::{Budget, ConditionParts, Conditions, ConditionsError, Weights};
pub use worth::Worth;

use crate::control::Control;
use crate::solution::SolveError;

/// How much may be done, and what has to be proved by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// How many nodes of the tree may be looked at. One always is.
    pub nodes: usize,
    /// How many flows the prices of each level may take at the root.
    pub steps: usize,
    /// How many levels of value count. Those after them tell equals apart as far as answers are found anyway; nothing is
    /// proved of them.
    pub levels: usize,
}

impl Limit {
    /// So many nodes, prices at leisure, and every level counts.
    pub const fn of(nodes: usize) -> Self {
        Self { nodes, steps: STEPS, levels: usize::MAX }
    }
}

/// Steps of the prices at the root that are enough for most problems.
const STEPS: usize = 150;

/// An assignment that keeps all conditions, and how good it is known to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounded {
    /// The edges chosen, ascending.
    pub edges: Vec<usize>,
    /// What they are worth.
    pub worth: Worth,
    /// No assignment that keeps the conditions is worth more than this, in the order of worths. It has the levels that
    /// count; those of [`Limit::levels`] and no more where it is above the worth.
    pub bound: Worth,
    /// Nothing exceeds this at each level of the objective, tiers first, where the levels before are as in `worth`; the
    /// levels that do not count are as in `worth`.
    pub bounds: Vec<i64>,
    /// Nodes of the tree looked at.
    pub nodes: usize,
}

impl Bounded {
    /// Whether no assignment that keeps the conditions is better at the levels that count, proven.
    pub fn optimal(&self) -> bool {
        self.worth == self.bound
    }
}

/// The best assignment under conditions, as far as the limit allows. [`Control::should_stop`] is asked between
/// nodes and between the steps of prices; the first flow is always solved. The same answer every time, for the same
/// limit.
///
/// Time: a node costs about six flows ([`crate::network::solve`]), the root up to 150 for each level of the objective,
/// and again when a better answer changes what the levels before reach. Memory: for each open node its decisions, a
/// worth, and a price for each budget and each pair of edges kept apart.
///
/// # Errors
///
/// As [`crate::network::solve`].
pub fn solve(conditions: &Conditions<'_>, limit: Limit, control: &Control<'_>) -> Result<Bounded, SolveError> {
    solve_with(conditions, &[], limit, control)?.ok_or(SolveError::Unsound)
}

/// The best assignment that has these edges, ascending; none where they break a condition or do not fit together.
///
/// # Errors
///
/// As [`solve`].
pub fn solve_with(
    conditions: &Conditions<'_>,
    edges: &[usize],
    limit: Limit,
    control: &Control<'_>,
) -> Result<Option<Bounded>, SolveError> {
    tree::Tree::new(conditions, edges, limit, control).grow(limit.nodes)
}

/// Edges of `chosen`, ascending, that break a condition together; none where all hold. Time: linear in chosen edges and
/// the budgets they are in, beside what [`Company`] takes.
pub fn broken(conditions: &Conditions<'_>, chosen: &[usize]) -> Option<Vec<usize>> {
    violated::find(conditions, chosen, &|_| false)
}
