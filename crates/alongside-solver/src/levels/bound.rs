//! Upper bounds for parts that were not solved.

use crate::transport::Transport;

/// A total that no answer of a part exceeds.
///
/// Every bidder gets as many items as it wants, so at most the sum of its best; every item gets at most what it has
/// room for, and all together as many as the bidders want. The lesser of the two sums holds. Time: edges times their
/// logarithm.
pub(super) fn upper(transport: &Transport<'_>) -> i64 {
    let mut of_item: Vec<Vec<i64>> = vec![Vec::new(); transport.capacities.len()];
    let (mut by_bidder, mut pairs) = (0, 0);
    for (bidder, demand) in transport.demands.iter().enumerate() {
        let edges = transport.starts[bidder]..transport.starts[bidder + 1];
        for edge in edges.clone() {
            of_item[transport.items[edge] as usize].push(transport.values[edge]);
        }
        by_bidder += best(&mut transport.values[edges].to_vec(), *demand as usize).iter().sum::<i64>();
        pairs += *demand as usize;
    }
    let mut candidates = Vec::new();
    for (values, room) in of_item.iter_mut().zip(transport.capacities) {
        candidates.extend_from_slice(best(values, *room as usize));
    }
    by_bidder.min(best(&mut candidates, pairs).iter().sum())
}

/// The `count` largest values.
fn best(values: &mut [i64], count: usize) -> &[i64] {
    values.sort_unstable_by(|one, other| other.cmp(one));
    values.get(..count).unwrap_or(values)
}
