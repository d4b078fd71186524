//! A bidder without an item looks for the nearest room.

use super::graph::NONE;
use super::heap::Heap;
use super::number::Number;
use super::seats::Seats;
use std::cmp::Reverse;

/// Shortest augmenting paths from bidders that lack items (Edmonds and Karp 1972; Jonker and Volgenant 1987): Dijkstra's
/// method over the items in reduced costs, which ends at the first item with room. Prices of the items passed rise
/// by as much as they were nearer than that.
#[derive(Debug)]
pub(super) struct Forward<N: Number> {
    pub(super) stamp: u32,
    /// Edges looked at, since somebody set it to 0.
    pub(super) visits: usize,
    heap: Heap<N::Key>,
    /// Items at the distance that the search has come to.
    ready: Vec<u32>,
    /// Of crowds: who was asked, which crowd, and the price at which it leaves.
    aside: Vec<(u32, u32, N)>,
    /// Items whose bidders have been asked.
    passed: Vec<u32>,
    /// In which search a bidder was last asked, of a crowd or with `MULTI`; there also as the holder of which item.
    pub(super) asked: Vec<(u32, u32)>,
    /// Of a sweep: bidders to ask, and the item that each would leave.
    pub(super) stack: Vec<(u32, u32)>,
    /// Of a sweep, where items may take several: how many holders of each item have been asked.
    pub(super) heard: Vec<u32>,
}

/// Where the search stands.
struct Reach<N> {
    /// Distance of the nearest item with room.
    bound: N,
    end: u32,
}

impl<N: Number> Forward<N> {
    pub(super) fn new<const MANY: bool, const MULTI: bool>(seats: &Seats<'_, N, MANY, MULTI>) -> Self {
        let asked = if MULTI || MANY { vec![(0, NONE); seats.graph.bidders()] } else { Vec::new() };
        Self {
            stamp: 0,
            visits: 0,
            heap: Heap::new(),
            ready: Vec::new(),
            aside: Vec::new(),
            passed: Vec::new(),
            asked,
            stack: Vec::new(),
            heard: vec![0; if MANY { seats.items.len() } else { 0 }],
        }
    }

    /// How many searches there were.
    pub(super) fn stamps(&self) -> u32 {
        self.stamp
    }

    /// One more item for a bidder. False: no room in reach, or only further off than this width counts.
    pub(super) fn place<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        root: u32,
    ) -> bool {
        let mut reach = self.begin();
        let best = seats.best(root);
        if MULTI {
            self.asked[root as usize] = (self.stamp, NONE);
        }
        self.ask(seats, &mut reach, root, best, N::default());
        self.run(seats, &mut reach) && {
            self.turn(seats, reach.end, root);
            true
        }
    }

    /// Raises prices until some bidder without an item finds room at a price that nothing beats. False: as for one.
    pub(super) fn together<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        roots: &[u32],
    ) -> bool {
        let mut reach = self.begin();
        for root in roots {
            let best = seats.best(*root);
            if MULTI {
                self.asked[*root as usize] = (self.stamp, NONE);
            }
            self.ask(seats, &mut reach, *root, best, N::default());
        }
        self.run(seats, &mut reach)
    }

    fn begin(&mut self) -> Reach<N> {
        self.stamp += 1;
        self.heap.clear();
        self.ready.clear();
        self.passed.clear();
        Reach { bound: N::LIMIT, end: NONE }
    }

    /// Goes on to the nearest room. False: there is none.
    fn run<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        reach: &mut Reach<N>,
    ) -> bool {
        while let Some((at, dist)) = self.next(seats, reach.bound) {
            if MANY && at >= seats.items.len() as u32 {
                self.ask_next(seats, reach, at - seats.items.len() as u32);
                continue;
            }
            self.passed.push(at);
            if MANY && seats.items[at as usize].owner != NONE {
                self.open(seats, at);
            } else if MANY {
                let first = seats.first[at as usize];
                for place in first..first + seats.held(at) {
                    let bidder = seats.holders[place as usize];
                    let edge = seats.graph.edges[seats.chosen[bidder as usize] as usize];
                    let net = edge.value.minus(seats.items[at as usize].price);
                    self.ask(seats, reach, bidder, net, dist);
                }
            } else {
                let item = &seats.items[at as usize];
                let bidder = item.owner;
                if MULTI {
                    let asked = &mut self.asked[bidder as usize];
                    if asked.0 == self.stamp {
                        continue;
                    }
                    *asked = (self.stamp, at);
                }
                let net = seats.graph.edges[item.edge as usize].value.minus(item.price);
                self.ask(seats, reach, bidder, net, dist);
            }
        }
        for (crowd, bidder, price) in self.aside.drain(..) {
            seats.crowds[crowd as usize].push(Reverse((price, bidder)));
        }
        reach.end != NONE && self.raise(seats, reach.bound)
    }

    /// Puts the next of an item's crowd into the queue: it can lead nowhere nearer than where it would leave.
    fn open<const MANY: bool, const MULTI: bool>(&mut self, seats: &mut Seats<'_, N, MANY, MULTI>, at: u32) {
        if let Some(rise) = seats.first_to_leave(at) {
            let dist = seats.items[at as usize].dist.plus(rise);
            self.heap.push(dist.key(seats.items.len() as u32 + at));
        }
    }

    /// Asks the next of an item's crowd.
    fn ask_next<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        reach: &mut Reach<N>,
        at: u32,
    ) {
        let item = seats.items[at as usize];
        if let Some(Reverse((_, bidder))) = seats.crowds[item.owner as usize].pop() {
            let asked = &mut self.asked[bidder as usize];
            // Named twice: once is enough.
            if std::mem::replace(&mut asked.0, self.stamp) != self.stamp {
                self.aside.push((item.owner, bidder, seats.leaves_at(bidder, at)));
                let edge = seats.graph.edges[seats.chosen[bidder as usize] as usize];
                self.ask(seats, reach, bidder, edge.value.minus(item.price), item.dist);
            }
        }
        self.open(seats, at);
    }

    /// The nearest item not yet passed, if it is nearer than the nearest room.
    #[inline]
    fn next<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &Seats<'_, N, MANY, MULTI>,
        bound: N,
    ) -> Option<(u32, N)> {
        if let Some(at) = self.ready.pop() {
            let dist = seats.items[at as usize].dist;
            // Rooms at this distance end the search at once.
            return (dist < bound).then_some((at, dist));
        }
        loop {
            let (dist, at) = N::split(self.heap.pop()?);
            if dist >= bound {
                return None;
            }
            if (MANY && at as usize >= seats.items.len()) || seats.items[at as usize].dist == dist {
                return Some((at, dist));
            }
        }
    }

    /// Where a bidder could go instead, that gets `net` where it is, at distance `dist`.
    #[inline]
    fn ask<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        reach: &mut Reach<N>,
        bidder: u32,
        net: N,
        dist: N,
    ) {
        let from = dist.plus(net);
        let range = seats.graph.range_of(bidder);
        self.visits += range.len();
        for (edge, at) in seats.graph.edges[range.clone()].iter().zip(range) {
            let item = &mut seats.items[edge.item as usize];
            let new = from.minus(edge.value.minus(item.price));
            if new >= reach.bound || (item.stamp == self.stamp && item.dist <= new) {
                continue;
            }
            item.stamp = self.stamp;
            item.dist = new;
            item.by_edge = at as u32;
            item.by_bidder = bidder;
            if item.room > 0 {
                reach.bound = new;
                reach.end = edge.item;
                if new == dist {
                    return;
                }
            } else if new == dist {
                self.ready.push(edge.item);
            } else {
                self.heap.push(new.key(edge.item));
            }
        }
    }

    /// Raises the prices of the items passed. False: further than this width counts.
    fn raise<const MANY: bool, const MULTI: bool>(&self, seats: &mut Seats<'_, N, MANY, MULTI>, bound: N) -> bool {
        let mut greatest = N::default();
        for at in &self.passed {
            let item = &mut seats.items[*at as usize];
            item.price = item.price.plus(bound.minus(item.dist));
            greatest = greatest.max(item.price);
        }
        greatest <= N::LIMIT
    }

    /// Moves everybody along the path that ends at an item with room.
    pub(super) fn turn<const MANY: bool, const MULTI: bool>(
        &self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        end: u32,
        root: u32,
    ) {
        let mut to = end;
        loop {
            let (edge, bidder) = (seats.items[to as usize].by_edge, seats.items[to as usize].by_bidder);
            let from = match () {
                () if bidder == root => NONE,
                () if MULTI => self.asked[bidder as usize].1,
                () => seats.item_of(seats.chosen[bidder as usize]),
            };
            if from != NONE {
                seats.leave(bidder, from);
            }
            seats.seat(bidder, edge);
            if from == NONE {
                return;
            }
            to = from;
        }
    }
}
