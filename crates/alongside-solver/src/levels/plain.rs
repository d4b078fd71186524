//! A transport problem solved in the plainest exact way.

use crate::control::Control;
use crate::solution::SolveError;
use crate::tiers::NONE;
use crate::transport::{Plan, Transport};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The best plan: successive shortest paths (Jewell 1958; with potentials, Edmonds and Karp 1972) from each bidder to
/// an item with room, then from each required item that is not full to one that may be left.
///
/// Nothing is done for speed: this is what faster ways are held against. Time: edges times bidders' demands.
///
/// # Errors
///
/// [`SolveError::Unsound`] where the demands cannot be filled, [`SolveError::Overflow`], [`SolveError::GivenUp`].
pub(crate) fn solve(transport: &Transport<'_>, control: &Control<'_>) -> Result<Option<Plan>, SolveError> {
    let mut plain = Plain::new(transport);
    for bidder in 0..transport.demands.len() {
        for _ in 0..transport.demands[bidder] {
            if control.gives_up() {
                return Err(SolveError::GivenUp);
            }
            if control.stops() {
                return Ok(None);
            }
            plain.fill(bidder)?;
        }
    }
    for item in 0..transport.capacities.len() {
        while transport.required[item] && plain.held[item].len() < transport.capacities[item] as usize {
            plain.complete(item)?;
        }
    }
    Ok(Some(plain.plan()))
}

struct Plain<'a> {
    transport: &'a Transport<'a>,
    bidder_of: Vec<u32>,
    taken: Vec<bool>,
    /// Edges chosen at each item.
    held: Vec<Vec<u32>>,
    /// All edges at each item.
    back: Vec<Vec<u32>>,
    profits: Vec<i64>,
    prices: Vec<i64>,
}

/// Distances of one search. An item is left along an edge in use, a bidder along any, for what one bidder holds has to
/// keep pace with its profit.
struct Reached {
    bidders: Vec<Option<i64>>,
    items: Vec<Option<i64>>,
    /// The edge by which each was reached.
    to_bidder: Vec<u32>,
    to_item: Vec<u32>,
}

impl<'a> Plain<'a> {
    fn new(transport: &'a Transport<'a>) -> Self {
        let (bidders, items) = (transport.demands.len(), transport.capacities.len());
        let mut back = vec![Vec::new(); items];
        let mut bidder_of = Vec::new();
        for bidder in 0..bidders {
            for edge in transport.starts[bidder]..transport.starts[bidder + 1] {
                bidder_of.push(bidder as u32);
                back[transport.items[edge] as usize].push(edge as u32);
            }
        }
        let best =
            |bidder: usize| transport.values[transport.starts[bidder]..transport.starts[bidder + 1]].iter().max();
        let profits = (0..bidders).map(|bidder| best(bidder).copied().unwrap_or(0)).collect();
        let taken = vec![false; transport.items.len()];
        Self { transport, bidder_of, taken, held: vec![Vec::new(); items], back, profits, prices: vec![0; items] }
    }

    fn reached(&self) -> Reached {
        let (bidders, items) = (self.transport.demands.len(), self.transport.capacities.len());
        Reached {
            bidders: vec![None; bidders],
            items: vec![None; items],
            to_bidder: vec![NONE; bidders],
            to_item: vec![NONE; items],
        }
    }

    fn spare(&self, edge: u32) -> i64 {
        let (bidder, item) = (self.bidder_of[edge as usize] as usize, self.transport.items[edge as usize] as usize);
        self.profits[bidder] + self.prices[item] - self.transport.values[edge as usize]
    }

    /// One more item for a bidder.
    fn fill(&mut self, bidder: usize) -> Result<(), SolveError> {
        let mut reached = self.reached();
        let mut heap = BinaryHeap::from([Reverse((0_i64, NONE, (bidder as u32) << 1))]);
        let mut end = None;
        // Bidders and items are told apart by a bit.
        while let Some(Reverse((far, by, node))) = heap.pop() {
            let at = (node >> 1) as usize;
            if by == NONE {
                reached.bidders[bidder] = Some(0);
                self.forward(&mut heap, 0, bidder);
            } else if node & 1 == 1 && reached.items[at].is_none() {
                reached.items[at] = Some(far);
                reached.to_item[at] = by;
                if self.held[at].len() < self.transport.capacities[at] as usize {
                    end = Some((at, far));
                    break;
                }
                for edge in &self.held[at] {
                    heap.push(Reverse((far, *edge, self.bidder_of[*edge as usize] << 1)));
                }
            } else if node & 1 == 0 && reached.bidders[at].is_none() {
                reached.bidders[at] = Some(far);
                reached.to_bidder[at] = by;
                self.forward(&mut heap, far, at);
            }
        }
        let (mut item, most) = end.ok_or(SolveError::Unsound)?;
        self.adjust(&reached, most, 1)?;
        loop {
            let edge = reached.to_item[item];
            self.take(edge);
            let from = self.bidder_of[edge as usize] as usize;
            let Some(left) = Some(reached.to_bidder[from]).filter(|left| *left != NONE) else { return Ok(()) };
            self.leave(left);
            item = self.transport.items[left as usize] as usize;
        }
    }

    fn forward(&self, heap: &mut BinaryHeap<Reverse<(i64, u32, u32)>>, far: i64, bidder: usize) {
        for edge in self.transport.starts[bidder]..self.transport.starts[bidder + 1] {
            heap.push(Reverse((far + self.spare(edge as u32), edge as u32, self.transport.items[edge] << 1 | 1)));
        }
    }

    /// One more bidder for a required item, from one that may be left.
    fn complete(&mut self, item: usize) -> Result<(), SolveError> {
        let mut reached = self.reached();
        let mut heap = BinaryHeap::from([Reverse((0, NONE, (item as u32) << 1 | 1))]);
        let mut end: Option<(i64, usize)> = None;
        while let Some(Reverse((far, by, node))) = heap.pop() {
            if end.is_some_and(|(most, _)| most <= far) {
                break;
            }
            let at = (node >> 1) as usize;
            if node & 1 == 1 && reached.items[at].is_none() {
                reached.items[at] = Some(far);
                reached.to_item[at] = by;
                if !self.transport.required[at] {
                    let most = far + self.prices[at];
                    if end.is_none_or(|(least, _)| most < least) {
                        end = Some((most, at));
                    }
                }
                for edge in &self.back[at] {
                    heap.push(Reverse((far + self.spare(*edge), *edge, self.bidder_of[*edge as usize] << 1)));
                }
            } else if node & 1 == 0 && reached.bidders[at].is_none() {
                reached.bidders[at] = Some(far);
                reached.to_bidder[at] = by;
                for edge in self.transport.starts[at]..self.transport.starts[at + 1] {
                    if self.taken[edge] {
                        heap.push(Reverse((far, edge as u32, self.transport.items[edge] << 1 | 1)));
                    }
                }
            }
        }
        let (most, mut at) = end.ok_or(SolveError::Unsound)?;
        self.adjust(&reached, most, -1)?;
        while at != item {
            let left = reached.to_item[at];
            self.leave(left);
            let taken = reached.to_bidder[self.bidder_of[left as usize] as usize];
            self.take(taken);
            at = self.transport.items[taken as usize] as usize;
        }
        Ok(())
    }

    /// Prices by how much nearer than the end each item is, up or down; profits against them.
    fn adjust(&mut self, reached: &Reached, most: i64, sign: i64) -> Result<(), SolveError> {
        let nearer = |far: &Option<i64>| far.map_or(0, |far| (most - far).max(0));
        for (price, far) in self.prices.iter_mut().zip(&reached.items) {
            *price = price.checked_add(sign * nearer(far)).ok_or(SolveError::Overflow)?;
        }
        for (profit, far) in self.profits.iter_mut().zip(&reached.bidders) {
            *profit = profit.checked_sub(sign * nearer(far)).ok_or(SolveError::Overflow)?;
        }
        let all = self.prices.iter().chain(&self.profits);
        if all.clone().all(|one| one.abs() < 1 << 60) { Ok(()) } else { Err(SolveError::Overflow) }
    }

    fn take(&mut self, edge: u32) {
        self.taken[edge as usize] = true;
        self.held[self.transport.items[edge as usize] as usize].push(edge);
    }

    fn leave(&mut self, edge: u32) {
        self.taken[edge as usize] = false;
        self.held[self.transport.items[edge as usize] as usize].retain(|held| *held != edge);
    }

    fn plan(self) -> Plan {
        let mut chosen: Vec<u32> = self.held.into_iter().flatten().collect();
        chosen.sort_unstable();
        Plan { chosen, profits: self.profits, prices: self.prices }
    }
}
