//! Who takes part, and the way in.

use super::orders::{Orders, StableError};
use super::ties::Ties;
use super::{deferred, larger};
use crate::problem::Problem;

/// Which stable assignment is sought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Method {
    /// Ties broken first; then the best for every row among all assignments stable under the orders so broken, and no
    /// row gains by giving another order than its own (Gale and Shapley 1962; Dubins and Freedman 1981; Roth 1984).
    #[default]
    BestForRows,
    /// Ties used to serve more rows: at least two thirds of the most that any weakly stable assignment serves (Király
    /// 2013). A row may gain here by giving another order than its own.
    Larger,
}

/// What else there is to say about the assignment sought.
#[derive(Debug, Clone, Copy, Default)]
pub struct How<'a> {
    /// Which one.
    pub method: Method,
    /// How ties are broken.
    pub ties: Ties<'a>,
    /// Edges that stand whatever the orders say: their rows take no part, their columns have a place less. A pair that
    /// stands and has no edge is taken out by the caller: a row without edges, a capacity less by one.
    pub kept: &'a [usize],
}

/// A stable assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stable {
    /// Its edges, the kept ones among them, ascending.
    pub edges: Vec<usize>,
    /// Rows served in each tier, those of kept edges among them.
    pub served: Vec<usize>,
    /// How often a row asked a column.
    pub proposals: u64,
}

/// Finds an assignment that has no [blocking pair](super::blocking_pairs).
///
/// Time: edges, plus sorting each row's list, plus for every proposal the logarithm of the column's capacity. Memory:
/// four bytes an edge, and 24 for every place that some row can come to hold.
///
/// # Errors
///
/// [`StableError`] if the problem has rows that want none or several columns or sets of columns with a common limit,
/// if keys are not one for each, or if the kept edges do not fit beside each other.
pub fn solve(orders: &Orders<'_>, how: &How<'_>) -> Result<Stable, StableError> {
    let problem = orders.problem;
    how.ties.check(problem)?;
    let market = Market::new(problem, how.kept)?;
    let (mut edges, proposals) = match how.method {
        Method::BestForRows => deferred::run(orders, &how.ties, &market),
        Method::Larger => larger::run(orders, &how.ties, &market),
    };
    edges.extend_from_slice(how.kept);
    edges.sort_unstable();
    let mut served = vec![0; usize::from(problem.tier_count())];
    let mut edge = edges.iter().copied().peekable();
    for (row, tier) in problem.tiers().iter().enumerate() {
        let range = problem.edges_of(row);
        while edge.next_if(|edge| range.contains(edge)).is_some() {
            served[usize::from(*tier)] += 1;
        }
    }
    Ok(Stable { edges, served, proposals })
}

/// What is left once kept edges are taken out.
#[derive(Debug)]
pub(super) struct Market {
    /// Whether a row is spoken for.
    pub kept: Vec<bool>,
    /// Places left in each column.
    pub room: Vec<u32>,
}

impl Market {
    pub(super) fn new(problem: &Problem, kept: &[usize]) -> Result<Self, StableError> {
        if let Some(row) = problem.demands().iter().position(|demand| *demand != 1) {
            return Err(StableError::Demand { row });
        }
        if !problem.limits().is_empty() {
            return Err(StableError::Ceilings);
        }
        let mut market = Self { kept: vec![false; problem.rows()], room: problem.capacities().to_vec() };
        for &edge in kept {
            let refused = StableError::Kept { edge };
            let column = *problem.edge_columns().get(edge).ok_or(refused)?;
            let row = problem.row_starts().partition_point(|start| *start <= edge) - 1;
            let room = &mut market.room[column as usize];
            if *room == 0 || std::mem::replace(&mut market.kept[row], true) {
                return Err(refused);
            }
            *room -= 1;
        }
        Ok(market)
    }
}
