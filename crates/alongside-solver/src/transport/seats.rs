//! Who holds what.

use super::crowd::{Crowd, is_crowd};
use super::graph::{Graph, NONE};
use super::number::Number;
use std::cmp::Reverse;

/// All that a search asks of an item, together in 32 bytes where numbers have 4.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<N> {
    pub(super) price: N,
    /// Distance in the search that `stamp` names.
    pub(super) dist: N,
    pub(super) stamp: u32,
    /// How many more bidders it takes.
    pub(super) room: u32,
    /// The edge by which the search came here; its bidder.
    pub(super) by_edge: u32,
    pub(super) by_bidder: u32,
    /// Where items take one bidder: the edge chosen, and its bidder. Where they take several, `owner` is the item's
    /// crowd, if it has one.
    pub(super) edge: u32,
    pub(super) owner: u32,
}

/// Prices and the edges chosen so far. A chosen edge is tight: profit plus price is its value.
///
/// `MANY`: items may take several bidders, and a bidder wants one item. Otherwise an item takes one; `MULTI`: bidders
/// may want several.
#[derive(Debug)]
pub(super) struct Seats<'g, N, const MANY: bool, const MULTI: bool> {
    pub(super) graph: &'g Graph<'g, N>,
    pub(super) items: Vec<Item<N>>,
    /// Unless `MULTI`: the edge chosen for each bidder.
    pub(super) chosen: Vec<u32>,
    /// `MANY`: the bidders of each item, beginning at its entry of `first`; `place` is where each bidder stands.
    pub(super) holders: Vec<u32>,
    pub(super) first: Vec<u32>,
    pub(super) place: Vec<u32>,
    pub(super) crowds: Vec<Crowd<N>>,
}

impl<'g, N: Number, const MANY: bool, const MULTI: bool> Seats<'g, N, MANY, MULTI> {
    pub(super) fn new(graph: &'g Graph<'g, N>, prices: &[N]) -> Self {
        let capacities = graph.given.capacities;
        let item = |(price, room): (&N, &u32)| Item {
            price: *price,
            dist: N::default(),
            stamp: 0,
            room: *room,
            by_edge: NONE,
            by_bidder: NONE,
            edge: NONE,
            owner: NONE,
        };
        let mut items: Vec<Item<N>> = prices.iter().zip(capacities).map(item).collect();
        let chosen = if MULTI { Vec::new() } else { vec![NONE; graph.bidders()] };
        let (first, holders) = if MANY { graph.stands().clone() } else { (Vec::new(), 0) };
        let place = if MANY { vec![NONE; graph.bidders()] } else { Vec::new() };
        let mut crowds = Vec::new();
        if MANY {
            for (at, item) in items.iter_mut().enumerate() {
                let end = first.get(at + 1).copied().unwrap_or(holders as u32);
                if is_crowd(end - first[at]) {
                    item.owner = crowds.len() as u32;
                    crowds.push(Crowd::new());
                }
            }
        }
        Self { graph, items, chosen, holders: vec![NONE; holders], first, place, crowds }
    }

    /// How many bidders hold an item.
    pub(super) fn held(&self, item: u32) -> u32 {
        self.graph.given.capacities[item as usize] - self.items[item as usize].room
    }

    /// Gives a bidder an item with room.
    pub(super) fn seat(&mut self, bidder: u32, edge: u32) {
        let at = self.graph.edges[edge as usize].item;
        let held = self.held(at);
        let item = &mut self.items[at as usize];
        item.room -= 1;
        if MANY {
            let place = self.first[at as usize] + held;
            self.holders[place as usize] = bidder;
            self.place[bidder as usize] = place;
            if item.owner != NONE {
                self.crowds[item.owner as usize].push(Reverse((item.price, bidder)));
            }
        } else {
            item.edge = edge;
            item.owner = bidder;
        }
        if !MULTI {
            self.chosen[bidder as usize] = edge;
        }
    }

    /// Takes an item from a bidder.
    pub(super) fn leave(&mut self, bidder: u32, at: u32) {
        let last = self.first.get(at as usize).map_or(0, |first| first + self.held(at) - 1);
        let item = &mut self.items[at as usize];
        item.room += 1;
        if MANY {
            let place = self.place[bidder as usize];
            let moved = self.holders[last as usize];
            self.holders[place as usize] = moved;
            self.place[moved as usize] = place;
        } else {
            item.owner = NONE;
            item.edge = NONE;
        }
        if !MULTI {
            self.chosen[bidder as usize] = NONE;
        }
    }

    /// What a bidder gets at its best item.
    pub(super) fn best(&self, bidder: u32) -> N {
        let net = |edge: &super::graph::Edge<N>| edge.value.minus(self.items[edge.item as usize].price);
        self.graph.edges_of(bidder).iter().map(net).max().unwrap_or_default()
    }

    /// The item of an edge.
    #[inline]
    pub(super) fn item_of(&self, edge: u32) -> u32 {
        self.graph.edges[edge as usize].item
    }
}
