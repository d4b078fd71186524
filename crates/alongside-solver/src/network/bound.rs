//! Bounds on the totals after a stop, from any potentials at all.

use crate::certificate::Potentials;
use crate::problem::{NO_GROUP, Problem};

/// For each level of value, a total that no assignment with the best tiers exceeds.
///
/// `tiers` are potentials that prove the tiers best: complementary slackness says of each edge, row, column and set
/// whether every such assignment uses it, leaves it, fills it or is free to choose. `partial` are the potentials, one
/// of each level of the objective, as they stood at the stop: at one level they are the multipliers of a Lagrangian
/// relaxation (Geoffrion 1974) of everything but those alternatives. Time: edges times levels, and sorting a row's.
pub(super) fn totals(problem: &Problem, tiers: &[Potentials], partial: &[Potentials]) -> Vec<i64> {
    let first_value = 1 + usize::from(problem.use_columns());
    let none = Potentials::default();
    let tiers = tiers.first().unwrap_or(&none);
    (0..problem.level_count())
        .map(|level| total(problem, tiers, partial.get(first_value + level).unwrap_or(&none), problem.level(level)))
        .collect()
}

fn total(problem: &Problem, tiers: &Potentials, prices: &Potentials, values: &[i64]) -> i64 {
    let group_price = |group: u32, at: &Potentials| at.groups.get(group as usize).copied().unwrap_or(0);
    let mut bound: i128 = 0;
    let (mut fixed, mut open) = (Vec::new(), Vec::new());
    for row in 0..problem.rows() {
        fixed.clear();
        open.clear();
        for edge in problem.edges_of(row) {
            let column = problem.columns[edge] as usize;
            let reduced = tiers.rows[row] + tiers.columns[column] - problem.priority(row);
            let worth = i128::from(values[edge]) - i128::from(prices.columns[column]);
            match reduced {
                ..0 => fixed.push(worth),
                0 => open.push(worth),
                _ => {}
            }
        }
        bound += fixed.iter().sum::<i128>();
        let left = (problem.demands[row] as usize).saturating_sub(fixed.len());
        open.sort_unstable_by(|left, right| right.cmp(left));
        let filled = tiers.rows[row] > 0;
        bound += open.iter().take(left).filter(|worth| filled || **worth > 0).sum::<i128>();
    }
    for (column, group) in problem.group_of.iter().enumerate() {
        let (beyond, price) = match *group {
            NO_GROUP => (0, 0),
            group => (group_price(group, tiers), group_price(group, prices)),
        };
        let each = i128::from(prices.columns[column]) - i128::from(price);
        bound += most(each, tiers.columns[column] - beyond, problem.capacities[column]);
    }
    for (group, limit) in problem.limits.iter().enumerate() {
        bound += most(i128::from(group_price(group as u32, prices)), group_price(group as u32, tiers), *limit);
    }
    i64::try_from(bound).unwrap_or(if bound > 0 { i64::MAX } else { i64::MIN })
}

/// The most that a column or set can be worth: full if it is scarce, empty if it has room that nobody may use.
fn most(each: i128, scarce: i64, room: u32) -> i128 {
    let full = each * i128::from(room);
    match scarce {
        1.. => full,
        0 => full.max(0),
        _ => 0,
    }
}
