//! Whether potentials prove an assignment, told by other means than the conditions: by adding up.

use super::case::Case;
use super::{Pair, Tuple};
use alongside_solver::Certificate;

/// Whether the certificate proves that no assignment is worth more than this one: all potentials of rows and groups
/// are at least zero, and what the potentials add up to, which no assignment exceeds, is what this one is worth.
pub(crate) fn proves(case: &Case, chosen: &[Pair], certificate: &Certificate, worth: &dyn Fn(Pair) -> Tuple) -> bool {
    let width = certificate.levels.len();
    let zero: Tuple = vec![0; width];
    let row = |at: usize| -> Tuple { certificate.levels.iter().map(|level| i128::from(level.rows[at])).collect() };
    let column =
        |at: usize| -> Tuple { certificate.levels.iter().map(|level| i128::from(level.columns[at])).collect() };
    let group = |at: usize| -> Tuple { certificate.levels.iter().map(|level| i128::from(level.groups[at])).collect() };
    if (0..case.rows()).any(|at| row(at) < zero) || (0..case.limits.len()).any(|at| group(at) < zero) {
        return false;
    }
    let bonus: Tuple = (0..width).map(|at| i128::from(case.use_columns && at == 1)).collect();
    let mut bound = zero.clone();
    let mut add = |tuple: Tuple, times: u32| {
        if tuple > zero {
            bound.iter_mut().zip(tuple).for_each(|(sum, number)| *sum += i128::from(times) * number);
        }
    };
    for (at, demand) in case.demands.iter().enumerate() {
        add(row(at), *demand);
    }
    for pair in case.pairs() {
        add(minus(&minus(&worth(pair), &row(pair.0)), &column(pair.1)), 1);
    }
    for (at, capacity) in case.capacities.iter().enumerate().filter(|(_, capacity)| **capacity > 0) {
        let own = minus(&column(at), &case.group_of[at].map_or(zero.clone(), |of| group(of as usize)));
        add(own.iter().zip(&bonus).map(|(a, b)| a + b).collect(), 1);
        add(own, capacity - 1);
    }
    for (at, limit) in case.limits.iter().enumerate() {
        add(group(at), *limit);
    }
    bound == value(case, chosen, worth, &bonus)
}

fn minus(left: &[i128], right: &[i128]) -> Tuple {
    left.iter().zip(right).map(|(a, b)| a - b).collect()
}

fn value(case: &Case, chosen: &[Pair], worth: &dyn Fn(Pair) -> Tuple, bonus: &[i128]) -> Tuple {
    let used = super::worth::columns_used(case, chosen) as i128;
    let mut sum: Tuple = bonus.iter().map(|number| used * number).collect();
    for pair in chosen {
        sum.iter_mut().zip(worth(*pair)).for_each(|(sum, number)| *sum += number);
    }
    sum
}
