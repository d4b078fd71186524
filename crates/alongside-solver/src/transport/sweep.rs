//! All bidders without items look for room at the prices of the day.

use super::forward::Forward;
use super::graph::NONE;
use super::number::Number;
use super::seats::Seats;

impl<N: Number> Forward<N> {
    /// Places as many of the bidders as it can along tight edges, each item passed once for all of them (the phases of
    /// Hopcroft and Karp 1973); the others stay in the list. Time: linear in the edges.
    ///
    /// With many ties, or along chains, most bidders find room so, where single searches would pass the same items
    /// again and again.
    pub(super) fn sweep<const MANY: bool, const MULTI: bool>(
        &mut self,
        seats: &mut Seats<'_, N, MANY, MULTI>,
        free: &mut Vec<u32>,
    ) {
        self.stamp += 1;
        self.heard.fill(0);
        free.retain(|root| {
            self.stack.clear();
            self.stack.push((*root, NONE));
            let Some(end) = self.dig(seats) else { return true };
            // What was not looked into may serve another.
            for (_, item) in &self.stack {
                seats.items[*item as usize].stamp = 0;
            }
            self.turn(seats, end, *root);
            false
        });
    }

    /// An item with room that the bidders on the stack reach.
    fn dig<const MANY: bool, const MULTI: bool>(&mut self, seats: &mut Seats<'_, N, MANY, MULTI>) -> Option<u32> {
        while let Some((mut bidder, from)) = self.stack.pop() {
            if MANY && from != NONE {
                // One of an item's holders after the other, and none twice: the item may be crowded.
                let heard = &mut self.heard[from as usize];
                if *heard >= seats.held(from) {
                    continue;
                }
                bidder = seats.holders[(seats.first[from as usize] + *heard) as usize];
                *heard += 1;
                self.stack.push((NONE, from));
            }
            if MULTI {
                let asked = &mut self.asked[bidder as usize];
                if from != NONE && asked.0 == self.stamp {
                    continue;
                }
                *asked = (self.stamp, from);
            }
            let net = if from == NONE {
                seats.best(bidder)
            } else {
                let edge = if MULTI { seats.items[from as usize].edge } else { seats.chosen[bidder as usize] };
                seats.graph.edges[edge as usize].value.minus(seats.items[from as usize].price)
            };
            let range = seats.graph.range_of(bidder);
            for (edge, at) in seats.graph.edges[range.clone()].iter().zip(range) {
                let item = &mut seats.items[edge.item as usize];
                if edge.value.minus(item.price) != net || item.stamp == self.stamp {
                    continue;
                }
                item.stamp = self.stamp;
                item.by_edge = at as u32;
                item.by_bidder = bidder;
                if item.room > 0 {
                    return Some(edge.item);
                }
                let owner = item.owner;
                self.stack.push((if MANY { NONE } else { owner }, edge.item));
            }
        }
        None
    }
}
