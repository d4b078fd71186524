//! An item with room looks for the nearest bidder to take it.

use super::graph::NONE;
use super::heap::Heap;
use super::number::Number;
use super::seats::Seats;

/// Shortest paths from items that should hold more, once every bidder has its items (Volgenant 1996 lowers prices so
/// for the part that the cheapest assignment leaves free): Dijkstra's method over the bidders in reduced costs. It ends
/// where an optional item gives a bidder away and has then come down to price 0, or where the item itself has. Prices
/// of the items passed fall by as much as they were nearer than that, profits of the bidders rise.
#[derive(Debug)]
pub(super) struct Reverse<N: Number> {
    /// The edges of each item: where they begin, and bidder and edge of each.
    starts: Vec<u32>,
    edges: Vec<(u32, u32)>,
    pub(super) profits: Vec<N>,
    bidders: Vec<Bidder<N>>,
    stamp: u32,
    heap: Heap<N::Key>,
    ready: Vec<u32>,
    asked: Vec<u32>,
    passed: Vec<u32>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Bidder<N> {
    dist: N,
    stamp: u32,
    /// The edge that it would take.
    edge: u32,
}

impl<N: Number> Reverse<N> {
    pub(super) fn new<const MANY: bool, const MULTI: bool>(seats: &Seats<'_, N, MANY, MULTI>, profits: Vec<N>) -> Self {
        let graph = seats.graph;
        let mut starts = vec![0u32; seats.items.len() + 1];
        for edge in &graph.edges {
            starts[edge.item as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut edges = vec![(NONE, NONE); graph.edges.len()];
        for bidder in 0..graph.bidders() as u32 {
            for edge in graph.range_of(bidder) {
                let next = &mut next[graph.edges[edge].item as usize];
                edges[*next as usize] = (bidder, edge as u32);
                *next += 1;
            }
        }
        let bidders = vec![Bidder::default(); graph.bidders()];
        let (heap, ready) = (Heap::new(), Vec::new());
        Self { starts, edges, profits, bidders, stamp: 0, heap, ready, asked: Vec::new(), passed: Vec::new() }
    }

    /// Fills one place of an item or, if it is optional, finds that it is best left and lowers its price to 0. False:
    /// nobody in reach, or only further off than this width counts.
    ///
    /// `stamp`: one not yet used, by searches of either kind.
    pub(super) fn fill<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        root: u32,
        stamp: u32,
    ) -> bool {
        self.stamp = stamp;
        self.heap.clear();
        self.ready.clear();
        self.asked.clear();
        self.passed.clear();
        let required = seats.graph.given.required;
        let (mut bound, mut end) = (N::LIMIT, NONE);
        if !required[root as usize] {
            (bound, end) = (seats.items[root as usize].price, root);
        }
        self.pass(seats, root, N::default(), NONE, bound);
        while let Some((bidder, dist)) = self.next(bound) {
            self.asked.push(bidder);
            let range = if MULTI { seats.graph.range_of(bidder) } else { 0..1 };
            for edge in range {
                let edge = if MULTI { edge as u32 } else { seats.chosen[bidder as usize] };
                let at = seats.item_of(edge);
                let item = &seats.items[at as usize];
                if (MULTI && item.owner != bidder) || item.stamp == self.stamp {
                    continue;
                }
                if !required[at as usize] && dist.plus(item.price) < bound {
                    (bound, end) = (dist.plus(item.price), at);
                }
                self.pass(seats, at, dist, bidder, bound);
            }
        }
        end != NONE && self.shift(seats, bound) && {
            self.turn(seats, end, root);
            true
        }
    }

    #[inline]
    fn next(&mut self, bound: N) -> Option<(u32, N)> {
        if let Some(bidder) = self.ready.pop() {
            let dist = self.bidders[bidder as usize].dist;
            return (dist < bound).then_some((bidder, dist));
        }
        loop {
            let (dist, bidder) = N::split(self.heap.pop()?);
            if dist >= bound {
                return None;
            }
            if self.bidders[bidder as usize].dist == dist {
                return Some((bidder, dist));
            }
        }
    }

    /// Asks every bidder that could take the item which `holder` leaves.
    fn pass<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        at: u32,
        dist: N,
        holder: u32,
        bound: N,
    ) {
        self.passed.push(at);
        let item = &mut seats.items[at as usize];
        item.stamp = self.stamp;
        item.dist = dist;
        item.by_bidder = holder;
        let from = dist.plus(item.price);
        let range = self.starts[at as usize] as usize..self.starts[at as usize + 1] as usize;
        for (bidder, edge) in &self.edges[range] {
            let value = seats.graph.edges[*edge as usize].value;
            let new = from.plus(self.profits[*bidder as usize].minus(value));
            let mark = &mut self.bidders[*bidder as usize];
            if new >= bound || (mark.stamp == self.stamp && mark.dist <= new) {
                continue;
            }
            *mark = Bidder { dist: new, stamp: self.stamp, edge: *edge };
            if new == dist {
                self.ready.push(*bidder);
            } else {
                self.heap.push(new.key(*bidder));
            }
        }
    }

    /// Lowers the prices of the items passed, raises the profits of the bidders asked. False: further than this width
    /// counts.
    fn shift<const MANY: bool, const MULTI: bool>(&mut self, seats: &mut Seats<'_, N, MANY, MULTI>, bound: N) -> bool {
        let zero = N::default();
        let mut within = true;
        for at in &self.passed {
            let item = &mut seats.items[*at as usize];
            item.price = item.price.minus(bound.minus(item.dist));
            within &= zero.minus(item.price) <= N::LIMIT;
        }
        for bidder in &self.asked {
            let profit = &mut self.profits[*bidder as usize];
            *profit = profit.plus(bound.minus(self.bidders[*bidder as usize].dist));
        }
        within
    }

    /// Moves everybody along the path from the item that gives a bidder away.
    fn turn<const MANY: bool, const MULTI: bool>(&self, seats: &mut Seats<'_, N, MANY, MULTI>, end: u32, root: u32) {
        let mut from = end;
        while from != root {
            let bidder = seats.items[from as usize].by_bidder;
            if from == end {
                seats.leave(bidder, from);
            }
            let edge = self.bidders[bidder as usize].edge;
            from = seats.item_of(edge);
            if from != root {
                seats.leave(seats.items[from as usize].by_bidder, from);
            }
            seats.seat(bidder, edge);
        }
    }
}
