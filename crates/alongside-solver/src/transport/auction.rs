//! Prices to begin with.
//!
//! Shortest paths alone are exact, but where room is scarce the last of them wander far. An auction finds nearly the
//! same prices in a few bids a bidder (Bertsekas 1988, 1992): bidders without an item bid for their best one, by so
//! much that the second best becomes as good, and `epsilon` more, and whoever held it is without. Large steps settle
//! the rough prices, small ones the rest. What is then not exactly tight is released.

use super::clock::Clock;
use super::graph::{Graph, NONE};
use super::level::spare;
use super::look::Look;
use super::number::Number;
use super::stalls::Stalls;
use crate::solution::SolveError;

/// The first step is the spread of the values over the offers of a bidder. Steps become so many times smaller, down to
/// this part of the first.
const STEP: i64 = 5;
const LAST: i64 = 50;
/// Bids for each bidder after which the steps are too small for the prices there are, and how often that may be.
const WAR: usize = 8;
const RAISES: usize = 8;
/// A round of steps ends when only one in so many bidders is left: the last few would bid longest, and searches find
/// their items sooner.
const TAIL: usize = 500;
/// Rounds of exact bids.
const EXACT: usize = 30;

/// An auction for bidders that want one item each.
#[derive(Debug)]
pub(super) struct Auction<'g, N, const MANY: bool> {
    graph: &'g Graph<'g, N>,
    look: Look<'g, N>,
    stalls: Stalls<N, MANY>,
    /// The edge that each bidder holds.
    won: Vec<u32>,
    queue: Vec<u32>,
    next: Vec<u32>,
    /// What a bidder with one edge bids above the price: nothing else will do for it.
    high: N,
}

/// Prices to begin with, and for each bidder the edge that it holds.
pub(super) type Start<N> = (Vec<N>, Vec<u32>);

/// Prices, and the edge that each bidder holds, if any. Every one is tight: no edge of its bidder offers more. No
/// optional item with room has a price, unless the auction went by large steps. `begun` are prices of a problem much
/// like this one: where no place is to spare, the largest steps are left out then.
/// `None`: stopped.
pub(super) fn start<N: Number, const MANY: bool>(
    graph: &Graph<'_, N>,
    begun: Option<&[i64]>,
    clock: &mut Clock<'_>,
) -> Result<Option<Start<N>>, SolveError> {
    let bidders = graph.bidders();
    let high = graph.range.wide().saturating_mul(bidders.cast_signed() as i64).min(N::LIMIT.wide() / 4);
    let mut auction = Auction::<N, MANY> {
        graph,
        look: Look::new(graph),
        stalls: Stalls::new(graph),
        won: vec![NONE; bidders],
        queue: Vec::with_capacity(bidders),
        next: Vec::with_capacity(bidders),
        high: N::narrow(high),
    };
    let spare = spare(graph);
    if spare * 50 <= bidders + spare {
        let begun = spare == 0 && begun.is_some_and(|prices| auction.begin_with(prices));
        if !auction.by_steps(begun, spare == 0, clock)? {
            return Ok(None);
        }
        if auction.stalls.level(graph) {
            auction.look.forget();
        }
    }
    auction.release();
    auction.exact();
    Ok(Some((auction.stalls.prices, auction.won)))
}

impl<N: Number, const MANY: bool> Auction<'_, N, MANY> {
    /// Takes over prices. False: they leave this width, and all are 0.
    fn begin_with(&mut self, begun: &[i64]) -> bool {
        let limit = N::LIMIT.wide() / 4;
        let fit = begun.iter().all(|price| (-limit..=limit).contains(price));
        let prices = self.stalls.prices.iter_mut().zip(begun.iter().filter(|_| fit));
        for ((price, begun), required) in prices.zip(self.graph.given.required) {
            *price = N::narrow(if *required { *begun } else { (*begun).max(0) });
        }
        fit
    }

    /// Bids by steps that become small, the first of them left out where prices are near already. With raises, they become
    /// larger again where the prices there are turn out to be too far from what is wanted. False: stopped.
    fn by_steps(&mut self, near: bool, raises: bool, clock: &mut Clock<'_>) -> Result<bool, SolveError> {
        let (bidders, range) = (self.won.len(), self.graph.range.wide());
        let edges = self.graph.edges.len().max(1);
        let gap = (range / (edges / bidders).max(1).cast_signed() as i64).max(1);
        let (first, last) = (if near { gap / STEP } else { gap }, (gap / LAST).max(1));
        let mut step = first.max(last);
        let mut raises = if raises { RAISES } else { 0 };
        loop {
            self.won.fill(NONE);
            self.queue.clear();
            self.queue.extend(0..bidders as u32);
            if self.stalls.clear(self.graph.given.required) {
                self.look.forget();
            }
            let (mut bids, mut all) = (0, 0);
            while self.queue.len() > bidders / TAIL && all < bidders * WAR * WAR {
                if bids > bidders * WAR && raises > 0 && step < range {
                    step = step.saturating_mul(STEP).min(range);
                    raises -= 1;
                    bids = 0;
                }
                if clock.stops_after(self.queue.len())? {
                    return Ok(false);
                }
                bids += self.queue.len();
                all += self.queue.len();
                self.round(N::narrow(step));
            }
            if step <= last {
                return Ok(true);
            }
            step = (step / STEP).max(last);
        }
    }

    /// One bid for each bidder that waits. Those that lose their item wait for the next.
    fn round(&mut self, step: N) {
        self.next.clear();
        for at in 0..self.queue.len() {
            let bidder = self.queue[at];
            let best = self.look.best(&self.stalls.prices, bidder);
            if best.edge == NONE {
                continue;
            }
            let above = if best.second == NONE { self.high } else { best.net.minus(best.second_net) };
            self.take(bidder, best.edge, above.plus(step));
        }
        std::mem::swap(&mut self.queue, &mut self.next);
    }

    /// A bid by so much above the price.
    fn take(&mut self, bidder: u32, edge: u32, above: N) {
        let item = self.graph.edges[edge as usize].item;
        let bid = self.stalls.prices[item as usize].plus(above).min(N::narrow(N::LIMIT.wide() / 2));
        let out = self.stalls.take(item, bidder, bid);
        self.won[bidder as usize] = edge;
        if out != NONE {
            self.won[out as usize] = NONE;
            self.next.push(out);
        }
    }

    /// Takes away what is not tight, and has all bidders without an item wait. What stays is bid for anew, by so much
    /// as keeps it tight.
    fn release(&mut self) {
        self.queue.clear();
        let mut kept = Vec::with_capacity(self.won.len());
        for bidder in 0..self.won.len() as u32 {
            let won = self.won[bidder as usize];
            if won != NONE {
                let edge = self.graph.edges[won as usize];
                let price = self.stalls.prices[edge.item as usize];
                let best = self.look.best(&self.stalls.prices, bidder);
                if edge.value.minus(price) == best.net {
                    let above = if won == best.edge && best.second != NONE {
                        best.net.minus(best.second_net)
                    } else {
                        N::default()
                    };
                    kept.push((edge.item, bidder, price.plus(above)));
                    continue;
                }
                self.won[bidder as usize] = NONE;
            }
            self.queue.push(bidder);
        }
        self.stalls.seat(&kept);
    }

    /// A few rounds of bids without a step above the second best, so that every pair stays tight (the row reduction of
    /// Jonker and Volgenant 1987). Where best and second best are equal and both taken, it is left to the search.
    fn exact(&mut self) {
        for _ in 0..EXACT {
            self.next.clear();
            for at in 0..self.queue.len() {
                let bidder = self.queue[at];
                let best = self.look.best(&self.stalls.prices, bidder);
                if best.second == NONE {
                    continue;
                }
                let item = |edge: u32| self.graph.edges[edge as usize].item;
                let above = best.net.minus(best.second_net);
                if above > N::default() || self.stalls.has_room(item(best.edge)) {
                    self.take(bidder, best.edge, above);
                } else if self.stalls.has_room(item(best.second)) {
                    self.take(bidder, best.second, above);
                }
            }
            std::mem::swap(&mut self.queue, &mut self.next);
        }
    }
}
