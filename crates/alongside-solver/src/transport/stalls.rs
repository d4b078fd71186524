//! The items of an auction, and the bids that hold them.

use super::graph::{Graph, NONE};
use super::number::Number;

/// Prices of the items and who holds them. With `MANY` an item takes several bidders; once it is full its price is the
/// lowest bid.
#[derive(Debug)]
pub(super) struct Stalls<N, const MANY: bool> {
    pub(super) prices: Vec<N>,
    /// Unless `MANY`.
    owners: Vec<u32>,
    /// With `MANY`: a heap of bids for each item, lowest first, from its entry of `first` on, and how many there are.
    bids: Vec<(N, u32)>,
    first: Vec<u32>,
    held: Vec<u32>,
    capacities: Vec<u32>,
}

impl<N: Number, const MANY: bool> Stalls<N, MANY> {
    pub(super) fn new(graph: &Graph<'_, N>) -> Self {
        let items = graph.given.capacities.len();
        let (first, places) = if MANY { graph.stands().clone() } else { (Vec::new(), 0) };
        Self {
            prices: vec![N::default(); items],
            owners: if MANY { Vec::new() } else { vec![NONE; items] },
            bids: vec![(N::default(), NONE); places],
            first,
            held: if MANY { vec![0; items] } else { Vec::new() },
            capacities: if MANY { graph.given.capacities.to_vec() } else { Vec::new() },
        }
    }

    #[inline]
    pub(super) fn has_room(&self, item: u32) -> bool {
        let item = item as usize;
        if MANY { self.held[item] < self.capacities[item] } else { self.owners[item] == NONE }
    }

    /// Sends everybody away. Optional items that had room have price 0 again; says whether any price fell.
    pub(super) fn clear(&mut self, required: &[bool]) -> bool {
        let mut fell = false;
        for (item, required) in required.iter().enumerate() {
            if !required && self.prices[item] > N::default() && self.has_room(item as u32) {
                self.prices[item] = N::default();
                fell = true;
            }
        }
        self.owners.fill(NONE);
        self.held.fill(0);
        fell
    }

    /// Gives an item to a bidder. Who loses it, perhaps the same one.
    #[inline]
    pub(super) fn take(&mut self, item: u32, bidder: u32, bid: N) -> u32 {
        if MANY {
            return self.join(item as usize, bidder, bid);
        }
        self.prices[item as usize] = bid;
        std::mem::replace(&mut self.owners[item as usize], bidder)
    }

    fn join(&mut self, item: usize, bidder: u32, bid: N) -> u32 {
        let (first, held) = (self.first[item] as usize, self.held[item] as usize);
        let mut out = NONE;
        if self.has_room(item as u32) {
            self.bids[first + held] = (bid, bidder);
            rise(&mut self.bids[first..=first + held]);
            self.held[item] += 1;
        } else if held == 0 {
            self.prices[item] = bid;
            return bidder;
        } else {
            out = self.bids[first].1;
            self.bids[first] = (bid, bidder);
            sink(&mut self.bids[first..first + held]);
        }
        if !self.has_room(item as u32) {
            self.prices[item] = self.bids[first].0;
        }
        out
    }

    /// Gives items to those bidders alone, of whom no item has too many. Where an item is not full, its price stays.
    pub(super) fn seat(&mut self, holders: &[(u32, u32, N)]) {
        self.owners.fill(NONE);
        self.held.fill(0);
        for (item, bidder, bid) in holders {
            if MANY {
                self.join(*item as usize, *bidder, *bid);
            } else {
                self.owners[*item as usize] = *bidder;
            }
        }
    }
}

/// Lets the last entry rise to its place.
fn rise<T: Copy + Ord>(heap: &mut [T]) {
    let mut at = heap.len() - 1;
    while at > 0 && heap[at] < heap[(at - 1) / 2] {
        heap.swap(at, (at - 1) / 2);
        at = (at - 1) / 2;
    }
}

/// Lets the first entry sink to its place.
fn sink<T: Copy + Ord>(heap: &mut [T]) {
    let mut at = 0;
    loop {
        let mut below = at * 2 + 1;
        if below + 1 < heap.len() && heap[below + 1] < heap[below] {
            below += 1;
        }
        if below >= heap.len() || heap[at] <= heap[below] {
            return;
        }
        heap.swap(at, below);
        at = below;
    }
}
