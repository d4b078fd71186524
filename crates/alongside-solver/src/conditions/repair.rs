//! From a relaxed answer to one that holds.

use std::cmp::Reverse;

use super::keep::Kept;
use super::parts::Conditions;

/// An assignment that keeps every condition, near the one given: the best of its edges that fit together, then whatever
/// else fits, then rows left out put in the place of others that fit elsewhere. `order` is that of the edges from the
/// most to the least wanted. Nothing is promised about how good it is.
pub(super) fn repair(conditions: &Conditions<'_>, order: &[u32], relaxed: &[usize]) -> Vec<usize> {
    let mut wanted = vec![false; conditions.problem.edges()];
    for edge in relaxed {
        wanted[*edge] = true;
    }
    let mut kept = Kept::new(conditions);
    let in_order = || order.iter().map(|edge| *edge as usize);
    for edge in in_order().filter(|edge| wanted[*edge]) {
        if kept.fits(edge) {
            kept.choose(edge);
        }
    }
    for edge in in_order() {
        if kept.fits(edge) {
            kept.choose(edge);
        }
    }
    for edge in in_order() {
        if !kept.chosen[edge] && kept.wants(conditions.edge_rows[edge] as usize) > 0 {
            displace(conditions, &mut kept, edge);
        }
    }
    kept.edges()
}

/// Chooses an edge at the cost of one other of its column whose row fits elsewhere, if there is one.
fn displace(conditions: &Conditions<'_>, kept: &mut Kept<'_, '_>, edge: usize) {
    for &other in conditions.edges_of(conditions.problem.columns[edge]) {
        let other = other as usize;
        if !kept.chosen[other] {
            continue;
        }
        kept.release(other);
        if kept.fits(edge) {
            kept.choose(edge);
            let row = conditions.edge_rows[other] as usize;
            if let Some(elsewhere) = conditions.problem.edges_of(row).find(|edge| *edge != other && kept.fits(*edge)) {
                kept.choose(elsewhere);
                return;
            }
            kept.release(edge);
        }
        kept.choose(other);
    }
}

/// The edges from the most to the least wanted: by tier, then by values.
pub(super) fn order(conditions: &Conditions<'_>) -> Vec<u32> {
    let problem = conditions.problem;
    let mut order: Vec<u32> = (0..problem.edges() as u32).collect();
    order.sort_by_key(|edge| {
        let edge = *edge as usize;
        let tier = problem.tiers()[conditions.edge_rows[edge] as usize];
        (tier, Reverse(problem.values(edge).collect::<Vec<i64>>()))
    });
    order
}
