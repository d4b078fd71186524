//! The level of all prices.
//!
//! Every bidder gets all it wants whatever the prices, so they may all fall by as much and nobody minds. In the end
//! as many places are empty as there are too many, and have no price: if what prices differ by is about right, these
//! are the cheapest places (the condition that an auction with more objects than persons has to end with, Bertsekas and
//! Castañon 1992). So the level is brought down to where the cheapest places, so many, begin to cost anything.

use super::finish::wants;
use super::graph::{Graph, NONE};
use super::number::Number;
use super::seats::Seats;
use super::stalls::Stalls;
use std::cmp::Reverse;

/// Places that stay empty in every plan.
pub(super) fn spare<N: Number>(graph: &Graph<'_, N>) -> usize {
    let supply: usize = graph.given.capacities.iter().map(|capacity| *capacity as usize).sum();
    supply.saturating_sub(graph.bidders())
}

/// By how much prices may fall before so many places that may stay empty would cost less than nothing. `None`: not at
/// all. Time: items and their logarithm.
fn fall<N: Number>(graph: &Graph<'_, N>, price: impl Fn(usize) -> N, places: usize) -> Option<N> {
    let given = graph.given;
    let optional = (0..given.required.len()).filter(|item| !given.required[*item]);
    let mut order: Vec<(N, usize)> = optional.map(|item| (price(item), item)).collect();
    order.sort_unstable();
    let mut seen = 0;
    let first = order.iter().find(|(_, item)| {
        seen += given.capacities[*item] as usize;
        seen > places
    });
    let fall = first.or(order.last())?.0;
    let lowest = (0..given.required.len()).map(price).min()?;
    (fall > N::default() && fall.wide() - lowest.wide() <= N::LIMIT.wide()).then_some(fall)
}

/// A price after the fall.
fn fallen<N: Number>(price: N, fall: N, required: bool) -> N {
    let price = price.minus(fall);
    if required { price } else { price.max(N::default()) }
}

impl<N: Number, const MANY: bool> Stalls<N, MANY> {
    /// Brings prices down. Whoever held something may no longer want it. False: they stay.
    pub(super) fn level(&mut self, graph: &Graph<'_, N>) -> bool {
        let Some(fall) = fall(graph, |item| self.prices[item], spare(graph)) else { return false };
        for (price, required) in self.prices.iter_mut().zip(graph.given.required) {
            *price = fallen(*price, fall, *required);
        }
        true
    }
}

impl<N: Number, const MANY: bool, const MULTI: bool> Seats<'_, N, MANY, MULTI> {
    /// How many items have room that they should not have, or not at that price.
    pub(super) fn wanting(&self) -> usize {
        let items = self.items.iter().zip(self.graph.given.required);
        items.filter(|(item, required)| wants(item, **required)).count()
    }

    /// Brings prices down to where the cheapest places, so many, cost nothing, and sends away whoever holds one of them
    /// and would now rather be elsewhere. False: prices stay. Time: edges of those who hold something without a price.
    pub(super) fn level(&mut self, places: usize) -> bool {
        let Some(fall) = fall(self.graph, |item| self.items[item].price, places) else { return false };
        for (item, required) in self.items.iter_mut().zip(self.graph.given.required) {
            item.price = fallen(item.price, fall, *required);
        }
        for crowd in &mut self.crowds {
            // Nothing fell by more, so nobody leaves later than this.
            *crowd = crowd.drain().map(|Reverse((price, bidder))| Reverse((price.minus(fall), bidder))).collect();
        }
        for bidder in 0..self.chosen.len() as u32 {
            let edge = self.chosen[bidder as usize];
            if edge == NONE {
                continue;
            }
            let edge = self.graph.edges[edge as usize];
            let price = self.items[edge.item as usize].price;
            if price == N::default() && edge.value.minus(price) < self.best(bidder) {
                self.leave(bidder, edge.item);
            }
        }
        true
    }
}
