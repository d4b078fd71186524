//! Deferred acceptance: rows propose, columns hold the best so far.

use super::holders::{Holder, Holders, heapify, replace};
use super::lists;
use super::market::Market;
use super::orders::Orders;
use super::ties::{Side, Ties};

/// Edges chosen, in no order, and the number of proposals.
///
/// Every row asks the best column that has not sent it away yet; a column holds the best rows that asked, up to its
/// capacity, and sends the others away (Gale and Shapley 1962, section 3). With ties broken the outcome does not depend
/// on who asks first, so each row sent away asks again at once.
pub(super) fn run(orders: &Orders<'_>, ties: &Ties<'_>, market: &Market) -> (Vec<usize>, u64) {
    let problem = orders.problem;
    let (starts, columns) = (problem.row_starts(), problem.edge_columns());
    let lists = lists::sorted(orders, ties);
    let mut next: Vec<u32> = starts[..problem.rows()].iter().map(|start| *start as u32).collect();
    let mut holders = Holders::new(&market.room, columns);
    let mut proposals = 0;
    for first in (0..problem.rows()).filter(|row| !market.kept[*row]) {
        let mut row = first;
        let mut brings = ties.row(Side::Column, row);
        while (next[row] as usize) < starts[row + 1] {
            let edge = lists[next[row] as usize];
            next[row] += 1;
            proposals += 1;
            let column = columns[edge as usize];
            let tie = ties.edge(brings, column);
            let asks = Holder { score: orders.columns[edge as usize], tie, edge, row: row as u32 };
            if holders.has_room(column) {
                holders.take(column, asks);
                if !holders.has_room(column) {
                    heapify(holders.of(column));
                }
                break;
            }
            if let Some(gone) = replace(holders.of(column), asks) {
                row = gone.row as usize;
                brings = ties.row(Side::Column, row);
            }
        }
    }
    (holders.all().map(|holder| holder.edge as usize).collect(), proposals)
}
