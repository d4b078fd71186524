//! From a relaxed answer to one that holds.

use std::cmp::Reverse;

use super::keep::Kept;
use super::parts::Conditions;

/// An assignment that keeps every condition, near the one given: the best of its edges that fit together, then whatever
/// else fits, then rows left out put in the place of others that fit elsewhere. `order` is that of the edges from the
/// most to the least wanted; the edges of `must`, ascending, which keep every condition together, are chosen whatever
/// they are worth. Nothing is promised about how good it is.
pub(super) fn repair(conditions: &Conditions<'_>, order: &[u32], relaxed: &[usize], must: &[usize]) -> Vec<usize> {
    let mut wanted = vec![false; conditions.problem.edges()];
    for edge in relaxed {
        wanted[*edge] = true;
    }
    let mut kept = Kept::new(conditions);
    for edge in must {
        kept.choose(*edge);
    }
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
    let mut others = Vec::new();
    for edge in in_order() {
        if !kept.chosen[edge] && kept.wants(conditions.edge_rows[edge] as usize) > 0 {
            displace(conditions, &mut kept, (edge, must), &mut others);
        }
    }
    kept.edges()
}

/// Chooses an edge at the cost of one other of its column whose row fits elsewhere, if there is one.
fn displace(
    conditions: &Conditions<'_>,
    kept: &mut Kept<'_, '_>,
    (edge, must): (usize, &[usize]),
    others: &mut Vec<u32>,
) {
    others.clear();
    others.extend(kept.of_column(conditions.problem.columns[edge]));
    others.retain(|other| must.binary_search(&(*other as usize)).is_err());
    others.sort_unstable();
    for &other in others.iter() {
        let other = other as usize;
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

/// Rows that move to a better column, alone or by sending one other row on: until no such move gains anything. The rows
/// served stay the same and no fewer columns are used, so the answer only ever gets better. The edges of `must` stay.
pub(super) fn polish(conditions: &Conditions<'_>, chosen: &[usize], must: &[usize]) -> Vec<usize> {
    let mut kept = Kept::new(conditions);
    for edge in chosen {
        kept.choose(*edge);
    }
    let mut others = Vec::new();
    loop {
        let mut moved = false;
        for edge in kept.edges() {
            // It may have been sent on since.
            if kept.chosen[edge] && must.binary_search(&edge).is_err() {
                moved |= move_row(conditions, &mut kept, (edge, must), &mut others);
            }
        }
        if !moved {
            return kept.edges();
        }
    }
}

/// Moves the row of a chosen edge if that gains something.
fn move_row(
    conditions: &Conditions<'_>,
    kept: &mut Kept<'_, '_>,
    (edge, must): (usize, &[usize]),
    others: &mut Vec<u32>,
) -> bool {
    let problem = conditions.problem;
    let column = |edge: usize| problem.columns[edge];
    kept.release(edge);
    let empties = problem.use_columns() && kept.of_column(column(edge)).is_empty();
    let costs_use = |kept: &Kept<'_, '_>, to: usize| {
        empties && column(to) != column(edge) && !kept.of_column(column(to)).is_empty()
    };
    for to in problem.edges_of(conditions.edge_rows[edge] as usize).filter(|to| *to != edge) {
        if kept.fits(to) {
            if gains(conditions, &[to], &[edge]) && !costs_use(kept, to) {
                kept.choose(to);
                return true;
            }
            continue;
        }
        others.clear();
        others.extend(kept.of_column(column(to)));
        others.retain(|other| must.binary_search(&(*other as usize)).is_err());
        for &other in others.iter() {
            let other = other as usize;
            kept.release(other);
            if kept.fits(to) {
                kept.choose(to);
                let on = problem.edges_of(conditions.edge_rows[other] as usize).find(|on| {
                    *on != other
                        && gains(conditions, &[to, *on], &[edge, other])
                        && kept.fits(*on)
                        && !costs_use(kept, *on)
                });
                if let Some(on) = on {
                    kept.choose(on);
                    return true;
                }
                kept.release(to);
            }
            kept.choose(other);
        }
    }
    kept.choose(edge);
    false
}

/// Whether some edges are worth more than others, level after level.
fn gains(conditions: &Conditions<'_>, these: &[usize], those: &[usize]) -> bool {
    let total = |level: &[i64], edges: &[usize]| edges.iter().map(|edge| level[*edge]).sum::<i64>();
    let differences = conditions.problem.levels.iter().map(|level| total(level, these) - total(level, those));
    differences.into_iter().find(|difference| *difference != 0).is_some_and(|difference| difference > 0)
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
