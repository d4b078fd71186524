//! Potentials of the components brought together.
//!
//! Within a component every potential is fixed but for one number, added to its columns and taken from its rows. The
//! moves between components go one way only, so these numbers come out of two walks in the order of the moves: from
//! the outside, where the number is 0, against them, and then along them.

use super::components::Components;
use super::part::Level;
use super::standing::Standing;
use super::tight::FURTHEST;
use crate::certificate::Potentials;
use crate::problem::Problem;
use crate::solution::SolveError;
use crate::tiers::NONE;

/// Shifts every component so that no tight edge between two of them is undercut; only rows that are `crossing` have
/// any. Time: tight edges of those.
///
/// # Errors
///
/// [`SolveError::Overflow`] where a potential would lie further from 0 than [`FURTHEST`].
pub(super) fn shift(
    level: &Level<'_, '_>,
    components: &Components,
    crossing: &[bool],
    found: &mut Potentials,
) -> Result<(), SolveError> {
    let of = |node: u32| components.of[node as usize];
    let runs: Vec<&[u32]> = components.order.chunk_by(|one, other| of(*one) == of(*other)).collect();
    let outside = components.outside();
    let moves = moves(level, components, crossing, found);
    let mut shifts = vec![0_i64; runs.len()];
    for against in moves.chunk_by(|one, other| one.from == other.from).filter(|run| run[0].from > outside) {
        let inner = against.iter().filter(|one| one.to >= outside);
        let most = inner.map(|one| shifts[one.to as usize].saturating_sub(one.least)).min();
        shifts[against[0].from as usize] = checked(most.unwrap_or(0).min(0))?;
    }
    let mut next = moves.len();
    for component in (0..runs.len()).rev() {
        let start = moves[..next].partition_point(|one| (one.from as usize) < component);
        for one in moves[start..next].iter().filter(|one| one.to < outside) {
            let least = shifts[component].saturating_add(one.least);
            shifts[one.to as usize] = shifts[one.to as usize].max(least);
        }
        next = start;
    }
    for (column, potential) in found.columns.iter_mut().enumerate() {
        *potential = checked(potential.saturating_add(shifts[components.of[column] as usize]))?;
    }
    for (row, potential) in found.rows.iter_mut().enumerate() {
        let column = level.standing.seating.column(row);
        if column != NONE {
            *potential = checked(potential.saturating_sub(shifts[components.of[column as usize] as usize]))?;
        }
    }
    Ok(())
}

pub(super) fn checked(potential: i64) -> Result<i64, SolveError> {
    if (-FURTHEST..=FURTHEST).contains(&potential) { Ok(potential) } else { Err(SolveError::Overflow) }
}

/// A move from one component to another with a lower number, which has to be shifted by at least so much more.
struct Move {
    from: u32,
    to: u32,
    least: i64,
}

/// Every move between components, in order of where they begin.
fn moves(level: &Level<'_, '_>, components: &Components, crossing: &[bool], found: &Potentials) -> Vec<Move> {
    let Level { problem, standing, .. } = *level;
    let outside = components.outside();
    let mut moves = Vec::new();
    for node in &components.order {
        let from = components.of[*node as usize];
        let mut add = |to: u32, least: i64| {
            if to != from {
                moves.push(Move { from, to, least });
            }
        };
        let leave = |row: usize, add: &mut dyn FnMut(u32, i64)| {
            let edges = if crossing[row] { level.tight.of_row(row) } else { &[] };
            for edge in edges {
                let column = problem.edge_columns()[*edge as usize] as usize;
                if components.of[column] != from {
                    let sum = found.rows[row] + found.columns[column];
                    add(components.of[column], level.values[*edge as usize] - sum);
                }
            }
        };
        if *node as usize == problem.columns() {
            standing.waiting().for_each(|row| leave(row, &mut add));
            // What may have room is worth nothing less than nothing.
            for column in (0..*node).filter(|column| standing.may_have_room(*column)) {
                add(components.of[column as usize], -found.columns[column as usize]);
            }
        } else {
            standing.seating.holders(*node).iter().for_each(|row| leave(*row as usize, &mut add));
            if let Some(most) = most(standing, problem, found, *node) {
                add(outside, -most);
            }
        }
    }
    moves
}

/// The most that a column's component may be shifted: a row that may wait gets nothing less than nothing, a column
/// with room is worth nothing.
fn most(standing: &Standing, problem: &Problem, found: &Potentials, column: u32) -> Option<i64> {
    if standing.scarce[column as usize] {
        let rows = standing.seating.holders(column).iter().filter(|row| !standing.row_seated[**row as usize]);
        rows.map(|row| found.rows[*row as usize]).min()
    } else {
        standing.seating.has_room(problem, column).then(|| -found.columns[column as usize])
    }
}

/// The potentials where nothing is to decide: a column is worth nothing, a row what it gets.
pub(super) fn settled(problem: &Problem, level: &Level<'_, '_>) -> Potentials {
    let value = |edge: &u32| if *edge == NONE { 0 } else { level.values[*edge as usize] };
    Potentials {
        rows: level.standing.seating.edge_of.iter().map(value).collect(),
        columns: vec![0; problem.columns()],
        groups: Vec::new(),
    }
}
