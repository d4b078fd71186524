//! Items that very many hold.

use super::graph::NONE;
use super::number::Number;
use super::seats::Seats;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Holders from which on an item has a crowd.
const CROWD: u32 = 16;

/// The holders of an item by a price up to which each of them stays for certain, lowest first. As other prices only
/// rise, such a price stays right however old it is, and a search need not ask those who would leave last.
///
/// Some may have left, some may be named twice.
pub(super) type Crowd<N> = BinaryHeap<Reverse<(N, u32)>>;

/// Whether an item can have a crowd.
pub(super) fn is_crowd(places: u32) -> bool {
    places > CROWD
}

impl<N: Number, const MANY: bool, const MULTI: bool> Seats<'_, N, MANY, MULTI> {
    /// Whether a bidder holds an item that may take many.
    fn holds(&self, bidder: u32, item: u32) -> bool {
        let edge = self.chosen[bidder as usize];
        edge != NONE && self.item_of(edge) == item
    }

    /// The first to leave that is there, and how much the price must rise for it, at least.
    pub(super) fn first_to_leave(&mut self, item: u32) -> Option<N> {
        let crowd = self.items[item as usize].owner as usize;
        while let Some(Reverse((price, bidder))) = self.crowds[crowd].peek().copied() {
            if self.holds(bidder, item) {
                return Some(price.minus(self.items[item as usize].price).max(N::default()));
            }
            self.crowds[crowd].pop();
        }
        None
    }

    /// The price at which a bidder leaves an item that it holds; [`Number::LIMIT`] if it has nowhere to go.
    pub(super) fn leaves_at(&self, bidder: u32, item: u32) -> N {
        let others = self.graph.edges_of(bidder).iter().filter(|edge| edge.item != item);
        let other = others.map(|edge| edge.value.minus(self.items[edge.item as usize].price)).max();
        let value = self.graph.edges[self.chosen[bidder as usize] as usize].value;
        other.map_or(N::LIMIT, |other| value.minus(other).min(N::LIMIT))
    }
}
