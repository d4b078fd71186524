//! One level, one part: every demand filled at the greatest total.
//!
//! An auction finds prices where room is scarce (`auction`), exact bids and a sweep place most bidders (`sweep`),
//! shortest augmenting paths the rest (`forward`), and reverse paths bring down prices that an item with room may not
//! have, or fill those that must be full (`reverse`). The last two alone are exact from any prices; the others only save
//! time. It is counted in 32 bits first, and again in 64 if that was too narrow.
//!
//! Time: at worst places times (edges + items times their logarithm); seen: a few dozen looks at each edge. Memory: 8 to
//! 24 bytes an edge, some 80 a bidder or item.
//!
//! Sources: Edmonds and Karp 1972 (paths); Jonker and Volgenant 1987 (row reduction, sparse paths); Bertsekas 1988 and
//! 1992 (auction); Volgenant 1996 (reverse paths); Hopcroft and Karp 1973 (sweeps).

mod auction;
mod clock;
mod crowd;
mod finish;
mod forward;
mod graph;
mod heap;
mod level;
mod look;
mod number;
mod reverse;
mod seats;
mod stalls;
mod sweep;
#[cfg(test)]
mod tests;

use crate::control::Control;
use crate::solution::SolveError;
use finish::{Tuning, finish};
use graph::Graph;
use number::Number;

/// One transportation problem: bidders that want items, each edge at most once.
///
/// Either every demand is 1 or every capacity is.
#[derive(Debug, Clone, Copy)]
pub struct Transport<'a> {
    /// Bidder `i` has the edges `starts[i] .. starts[i + 1]`; one entry more than bidders, the first 0.
    pub starts: &'a [usize],
    /// The item of each edge, ascending within a bidder.
    pub items: &'a [u32],
    /// What each edge is worth, of any sign, at most 2^40 from 0.
    pub values: &'a [i64],
    /// How many different items each bidder gets, exactly.
    pub demands: &'a [u32],
    /// How many bidders each item takes at most.
    pub capacities: &'a [u32],
    /// Whether it takes exactly so many.
    pub required: &'a [bool],
}

/// The best plan, and the prices that prove it.
///
/// On every edge profit plus price is at least the value, on a chosen one exactly that. An optional item's price is at
/// least 0, and 0 where it has room; a required one's has any sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The edges chosen, ascending.
    pub chosen: Vec<u32>,
    /// One entry a bidder.
    pub profits: Vec<i64>,
    /// One entry an item.
    pub prices: Vec<i64>,
}

impl Transport<'_> {
    fn bidders(&self) -> usize {
        self.demands.len()
    }

    /// Whether the parts agree in length, and either side wants or takes one each.
    fn is_whole(&self) -> bool {
        let edges = self.items.len();
        self.starts.len() == self.bidders() + 1
            && self.starts.first() == Some(&0)
            && self.starts.last() == Some(&edges)
            && self.values.len() == edges
            && self.required.len() == self.capacities.len()
            && (self.wants_one() || self.takes_one())
    }

    fn wants_one(&self) -> bool {
        self.demands.iter().all(|demand| *demand == 1)
    }

    fn takes_one(&self) -> bool {
        self.capacities.iter().all(|capacity| *capacity == 1)
    }
}

/// The plan of the greatest total that fills every demand and every required item. `None`: `should_stop` said so.
///
/// # Errors
///
/// [`SolveError::GivenUp`]; [`SolveError::Overflow`] if prices leave 2^60; [`SolveError::Unsound`] if there is no plan
/// at all or the lists do not fit together.
pub fn solve(transport: &Transport<'_>, control: &Control<'_>) -> Result<Option<Plan>, SolveError> {
    solve_by(transport, None, control, Tuning::USUAL)
}

/// The same, beginning with prices, one an item. Whatever they are, the plan is the best; with those of a problem much
/// like this one it is found sooner where there is no room to spare; elsewhere they are not looked at.
///
/// # Errors
///
/// Those of [`solve`].
pub fn solve_from(
    transport: &Transport<'_>,
    prices: &[i64],
    control: &Control<'_>,
) -> Result<Option<Plan>, SolveError> {
    solve_by(transport, Some(prices), control, Tuning::USUAL)
}

fn solve_by(
    transport: &Transport<'_>,
    begun: Option<&[i64]>,
    control: &Control<'_>,
    tuning: Tuning,
) -> Result<Option<Plan>, SolveError> {
    if !transport.is_whole() || begun.is_some_and(|prices| prices.len() != transport.capacities.len()) {
        return Err(SolveError::Unsound);
    }
    match attempt::<i32>(transport, begun, control, tuning)? {
        Answer::Plan(plan) => return Ok(Some(plan)),
        Answer::Stopped => return Ok(None),
        Answer::TooNarrow => {}
    }
    match attempt::<i64>(transport, begun, control, tuning)? {
        Answer::Plan(plan) => Ok(Some(plan)),
        Answer::Stopped => Ok(None),
        Answer::TooNarrow => Err(transport.verdict()),
    }
}

/// What came of counting in one width.
enum Answer {
    Plan(Plan),
    Stopped,
    /// No path in reach; perhaps there is one further off than this width counts.
    TooNarrow,
}

impl Transport<'_> {
    /// Why the widest numbers did not do: no path is longer than all values together.
    fn verdict(&self) -> SolveError {
        let spread = graph::ends(self.values).map_or(0, |(least, most)| i128::from(most) - i128::from(least));
        let steps = 2 * (self.bidders() as i128 + self.capacities.len() as i128 + 1);
        if spread * steps < i128::from(i64::LIMIT) { SolveError::Unsound } else { SolveError::Overflow }
    }
}

fn attempt<N: Number>(
    transport: &Transport<'_>,
    begun: Option<&[i64]>,
    control: &Control<'_>,
    tuning: Tuning,
) -> Result<Answer, SolveError> {
    let Some(graph) = Graph::<N>::new(transport) else { return Ok(Answer::TooNarrow) };
    match (transport.wants_one(), transport.takes_one()) {
        (true, true) => finish::<N, false, false>(&graph, begun, control, tuning),
        (true, false) => finish::<N, true, false>(&graph, begun, control, tuning),
        (false, _) => finish::<N, false, true>(&graph, begun, control, tuning),
    }
}
