//! Every condition of a certificate, one after another.

use super::Objective;
use super::assignment::Holding;
use super::flaw::{Flaw, Flaws, Part};
use super::prices::{Prices, leading};
use crate::problem::Problem;
use std::cmp::Ordering;

/// Looks at edges, rows, columns and sets, until there are flaws enough.
pub(super) fn check<O: Objective + ?Sized>(
    problem: &Problem,
    values: &O,
    holding: &Holding,
    prices: &Prices,
    flaws: &mut Flaws,
) {
    for row in 0..problem.rows() {
        edges_of(row, problem, values, holding, prices, flaws);
        let full = holding.rows[row] == problem.demands()[row];
        not_below_zero_nor_above_with_room(Part::Row, row, prices.row(row), full, flaws);
        if flaws.enough() {
            return;
        }
    }
    for column in 0..problem.columns() {
        check_column(column, problem, holding, prices, flaws);
    }
    for (set, (&holds, &takes)) in holding.sets.iter().zip(problem.limits()).enumerate() {
        not_below_zero_nor_above_with_room(Part::Set, set, prices.set(set), holds == u64::from(takes), flaws);
    }
}

/// `u + v - w` is not below 0 where an edge is not chosen, and not above where it is.
fn edges_of<O: Objective + ?Sized>(
    row: usize,
    problem: &Problem,
    values: &O,
    holding: &Holding,
    prices: &Prices,
    flaws: &mut Flaws,
) {
    let (potential, priority, leading) = (prices.row(row), problem.priority(row), leading(problem));
    for edge in problem.edges_of(row) {
        if values.excludes(edge) {
            if holding.has(edge) {
                flaws.push(Flaw::Excluded { edge });
            }
            continue;
        }
        let column = problem.edge_columns()[edge] as usize;
        let worth = |level: usize| match level.checked_sub(leading) {
            Some(level) => values.value(level, edge),
            None if level == 0 => priority,
            None => 0,
        };
        let pairs = potential.iter().zip(prices.column(column)).enumerate();
        let mut rest = pairs.map(|(level, (u, v))| i128::from(*u) + i128::from(*v) - i128::from(worth(level)));
        let Some((level, sign)) = decided(&mut rest) else { continue };
        match (holding.has(edge), sign) {
            (false, Ordering::Less) => flaws.push(Flaw::Passed { edge, row, column, level }),
            (true, Ordering::Greater) => flaws.push(Flaw::Overpaid { edge, row, column, level }),
            _ => {}
        }
    }
}

fn check_column(column: usize, problem: &Problem, holding: &Holding, prices: &Prices, flaws: &mut Flaws) {
    let (holds, takes) = (holding.columns[column], problem.capacities()[column]);
    let (potential, set) = (prices.column(column), prices.set_of(problem, column));
    // What the column gains by one row more or loses by one less, in itself: the first row counts as a column used.
    let gains = |first: bool| {
        let bonus = move |level| i128::from(first && problem.use_columns() && level == 1);
        let pairs = potential.iter().zip(set).enumerate();
        decided(&mut pairs.map(|(level, (v, g))| i128::from(*v) - i128::from(*g) + bonus(level)))
    };
    if holds > 0
        && let Some((level, Ordering::Less)) = gains(holds == 1)
    {
        flaws.push(Flaw::Negative { part: Part::Column, index: column, level });
    }
    if holds < takes
        && let Some((level, Ordering::Greater)) = gains(holds == 0)
    {
        flaws.push(Flaw::Priced { part: Part::Column, index: column, level });
    }
}

fn not_below_zero_nor_above_with_room(part: Part, index: usize, tuple: &[i64], full: bool, flaws: &mut Flaws) {
    match decided(&mut tuple.iter().map(|potential| i128::from(*potential))) {
        Some((level, Ordering::Less)) => flaws.push(Flaw::Negative { part, index, level }),
        Some((level, Ordering::Greater)) if !full => flaws.push(Flaw::Priced { part, index, level }),
        _ => {}
    }
}

/// The first level at which a tuple is not zero, and on which side.
fn decided(tuple: &mut impl Iterator<Item = i128>) -> Option<(usize, Ordering)> {
    let mut at = 0;
    for number in tuple {
        match number.cmp(&0) {
            Ordering::Equal => at += 1,
            sign => return Some((at, sign)),
        }
    }
    None
}
