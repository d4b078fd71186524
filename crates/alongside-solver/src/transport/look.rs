//! Where a bidder gets most.

use super::graph::{Graph, NONE};
use super::number::Number;

/// Edges remembered for each bidder.
const NEAR: usize = 8;
/// Fewest edges that are worth remembering some of.
const MANY: usize = 32;

/// The best edge at the prices of the day and the one after it; [`NONE`] where there is none.
pub(super) struct Best<N> {
    pub(super) net: N,
    pub(super) edge: u32,
    pub(super) second_net: N,
    pub(super) second: u32,
}

/// Looks through the edges of bidders. While prices only rise, a bidder with many edges is mostly served from the
/// eight that were best at its last full look: the others are no better than they were then (Bertsekas 1992 does so
/// with the third best).
#[derive(Debug)]
pub(super) struct Look<'g, N> {
    graph: &'g Graph<'g, N>,
    near: Vec<[u32; NEAR]>,
    /// What none of the edges not remembered exceeds; nothing is remembered where it is [`Number::LIMIT`].
    bounds: Vec<N>,
}

impl<'g, N: Number> Look<'g, N> {
    pub(super) fn new(graph: &'g Graph<'g, N>) -> Self {
        let bidders = if graph.edges.len() / MANY >= graph.bidders() { graph.bidders() } else { 0 };
        Self { graph, near: vec![[NONE; NEAR]; bidders], bounds: vec![N::LIMIT; bidders] }
    }

    /// To be told when prices have fallen.
    pub(super) fn forget(&mut self) {
        self.bounds.fill(N::LIMIT);
    }

    #[inline]
    pub(super) fn best(&mut self, prices: &[N], bidder: u32) -> Best<N> {
        let range = self.graph.range_of(bidder);
        let edges = &self.graph.edges[range.clone()];
        let ranks = if edges.len() >= MANY && !self.near.is_empty() {
            self.remembered(prices, bidder, range.start)
        } else {
            // Branches would be guessed wrong several times in so short a row.
            let (mut best, mut second) = (N::LAST, N::LAST);
            for (index, edge) in edges.iter().enumerate() {
                let rank = edge.value.minus(prices[edge.item as usize]).rank(index as u32);
                second = second.max(best.min(rank));
                best = best.max(rank);
            }
            (best, second)
        };
        let read = |rank: N::Rank| {
            if rank == N::LAST {
                return (N::LEAST, NONE);
            }
            let (net, index) = N::ranked(rank);
            (net, range.start as u32 + index)
        };
        let ((net, edge), (second_net, second)) = (read(ranks.0), read(ranks.1));
        Best { net, edge, second_net, second }
    }

    fn remembered(&mut self, prices: &[N], bidder: u32, start: usize) -> (N::Rank, N::Rank) {
        let bound = self.bounds[bidder as usize];
        if bound < N::LIMIT {
            let (mut best, mut second) = (N::LAST, N::LAST);
            for index in &self.near[bidder as usize] {
                let edge = &self.graph.edges[start + *index as usize];
                let rank = edge.value.minus(prices[edge.item as usize]).rank(*index);
                second = second.max(best.min(rank));
                best = best.max(rank);
            }
            if N::ranked(second).0 >= bound {
                return (best, second);
            }
        }
        let mut top = [N::LAST; NEAR + 1];
        for (index, edge) in self.graph.edges_of(bidder).iter().enumerate() {
            let rank = edge.value.minus(prices[edge.item as usize]).rank(index as u32);
            if rank > top[NEAR] {
                let mut at = NEAR;
                while at > 0 && top[at - 1] < rank {
                    top[at] = top[at - 1];
                    at -= 1;
                }
                top[at] = rank;
            }
        }
        for (near, rank) in self.near[bidder as usize].iter_mut().zip(top) {
            *near = N::ranked(rank).1;
        }
        self.bounds[bidder as usize] = N::ranked(top[NEAR]).0;
        (top[0], top[1])
    }
}
