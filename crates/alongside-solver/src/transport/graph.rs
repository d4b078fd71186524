//! The edges, packed.

use super::Transport;
use super::number::Number;
use std::cell::OnceCell;
use std::ops::Range;

/// Stands for no edge, no bidder or no item.
pub(super) const NONE: u32 = u32::MAX;

/// One edge, so that a bidder's edges stand in few cache lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge<N> {
    pub(super) item: u32,
    /// Value less the bidder's least.
    pub(super) value: N,
}

/// The edges of all bidders, each bidder's values shifted to begin at 0: what it gets in all is fixed, so the best
/// answer is the same.
#[derive(Debug)]
pub(super) struct Graph<'a, N> {
    pub(super) given: &'a Transport<'a>,
    pub(super) edges: Vec<Edge<N>>,
    /// The greatest value.
    pub(super) range: N,
    stands: OnceCell<Stands>,
}

/// Where each item's bidders begin to stand, and how many can stand in all.
pub(super) type Stands = (Vec<u32>, usize);

impl<'a, N: Number> Graph<'a, N> {
    /// The edges in this width; `None` if the values leave it.
    pub(super) fn new(given: &'a Transport<'a>) -> Option<Self> {
        let mut edges = Vec::with_capacity(given.items.len());
        let limit = N::LIMIT.wide() / 2;
        let mut range = 0;
        for bidder in 0..given.bidders() {
            let at = given.starts[bidder]..given.starts[bidder + 1];
            let (items, values) = (&given.items[at.clone()], &given.values[at]);
            let Some((least, most)) = ends(values) else { continue };
            let spread = most.checked_sub(least)?;
            if spread > limit {
                return None;
            }
            range = range.max(spread);
            edges.extend(
                items.iter().zip(values).map(|(item, value)| Edge { item: *item, value: N::narrow(value - least) }),
            );
        }
        Some(Self { given, edges, range: N::narrow(range), stands: OnceCell::new() })
    }

    /// Where bidders stand, counted once. No more stand at an item than have edges to it.
    pub(super) fn stands(&self) -> &Stands {
        self.stands.get_or_init(|| {
            let capacities = self.given.capacities;
            let mut first = vec![0; capacities.len()];
            for item in self.given.items {
                first[*item as usize] += 1;
            }
            let mut sum = 0;
            for (first, capacity) in first.iter_mut().zip(capacities) {
                sum += std::mem::replace(first, sum).min(*capacity);
            }
            (first, sum as usize)
        })
    }

    pub(super) fn bidders(&self) -> usize {
        self.given.bidders()
    }

    /// A bidder's edges, by index.
    #[inline]
    pub(super) fn range_of(&self, bidder: u32) -> Range<usize> {
        self.given.starts[bidder as usize]..self.given.starts[bidder as usize + 1]
    }

    #[inline]
    pub(super) fn edges_of(&self, bidder: u32) -> &[Edge<N>] {
        &self.edges[self.range_of(bidder)]
    }
}

/// The least and the greatest.
pub(super) fn ends(values: &[i64]) -> Option<(i64, i64)> {
    let first = *values.first()?;
    Some(values.iter().fold((first, first), |(least, most), value| (least.min(*value), most.max(*value))))
}
