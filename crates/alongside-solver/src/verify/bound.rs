//! What no assignment exceeds.

use super::Objective;
use super::flaw::Flaws;
use super::prices::{Prices, leading};
use crate::certificate::Certificate;
use crate::problem::Problem;
use std::cmp::Ordering;

/// The tuple that no assignment exceeds in lexicographic order, whatever the potentials are, as long as they have this
/// problem's shape: the tiers' sum, columns used where they are a level, then the levels of value.
///
/// This is weak duality: each row, column and set counts its places at its potential where that is above zero, and
/// each edge what it is worth beyond the two it joins. An assignment that reaches the bound is best, and its potentials
/// are a certificate of it where those of rows and sets are not below zero. Time: edges times levels.
///
/// None if the certificate has another shape or the sums leave 128 bits.
pub fn bound<O: Objective + ?Sized>(problem: &Problem, values: &O, certificate: &Certificate) -> Option<Vec<i128>> {
    let prices = Prices::of(problem, values.levels(), certificate, &mut Flaws::default())?;
    let width = leading(problem) + values.levels();
    let mut sum = vec![0_i128; width];
    let mut tuple = vec![0_i128; width];
    for row in 0..problem.rows() {
        widen(&mut tuple, prices.row(row));
        add_positive(&mut sum, &tuple, problem.demands()[row])?;
        let below_zero = sign(&tuple) == Ordering::Less;
        for edge in problem.edges_of(row).filter(|edge| !values.excludes(*edge)) {
            let column = problem.edge_columns()[edge] as usize;
            for (level, (to, v)) in tuple.iter_mut().zip(prices.column(column)).enumerate() {
                let u = if below_zero { 0 } else { i128::from(prices.row(row)[level]) };
                let worth = match level.checked_sub(leading(problem)) {
                    Some(level) => values.value(level, edge),
                    None if level == 0 => problem.priority(row),
                    None => 0,
                };
                *to = i128::from(worth) - u - i128::from(*v);
            }
            add_positive(&mut sum, &tuple, 1)?;
        }
    }
    for (column, &takes) in problem.capacities().iter().enumerate().filter(|(_, takes)| **takes > 0) {
        let set = prices.set_of(problem, column);
        let free = set.iter().find(|g| **g != 0).is_some_and(|g| *g < 0);
        for (to, (v, g)) in tuple.iter_mut().zip(prices.column(column).iter().zip(set)) {
            *to = i128::from(*v) - if free { 0 } else { i128::from(*g) };
        }
        add_positive(&mut sum, &tuple, takes - 1)?;
        if problem.use_columns() {
            tuple[1] += 1;
        }
        add_positive(&mut sum, &tuple, 1)?;
    }
    for (set, &takes) in problem.limits().iter().enumerate() {
        widen(&mut tuple, prices.set(set));
        add_positive(&mut sum, &tuple, takes)?;
    }
    Some(sum)
}

fn widen(tuple: &mut [i128], potentials: &[i64]) {
    tuple.iter_mut().zip(potentials).for_each(|(to, from)| *to = i128::from(*from));
}

fn sign(tuple: &[i128]) -> Ordering {
    tuple.iter().find(|number| **number != 0).map_or(Ordering::Equal, |number| number.cmp(&0))
}

/// Adds so many times a tuple that is above zero; nothing for one that is not.
fn add_positive(sum: &mut [i128], tuple: &[i128], times: u32) -> Option<()> {
    if sign(tuple) == Ordering::Greater {
        for (to, number) in sum.iter_mut().zip(tuple) {
            *to = to.checked_add(number.checked_mul(i128::from(times))?)?;
        }
    }
    Some(())
}
