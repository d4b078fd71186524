//! Potentials of the components brought together.
//!
//! Within a component every potential is fixed but for one number, added to its columns and taken from its rows. The
//! moves between components go one way only, so these numbers come out of two walks in the order of the moves: from
//! the outside, where the number is 0, against them, and then along them.

use super::components::Components;
use super::part::Level;
use super::tight::FURTHEST;
use crate::certificate::Potentials;
use crate::problem::Problem;
use crate::solution::SolveError;
use crate::tiers::NONE;

/// Shifts every component so that no tight edge between two of them is undercut. Time: tight edges.
///
/// # Errors
///
/// [`SolveError::Overflow`] where a potential would lie further from 0 than [`FURTHEST`].
pub(super) fn shift(level: &Level<'_>, components: &Components, found: &mut Potentials) -> Result<(), SolveError> {
    let bounds = Bounds { level, components, found };
    let runs: Vec<&[u32]> = components.order.chunk_by(|one, other| bounds.of(*one) == bounds.of(*other)).collect();
    let outside = components.outside() as usize;
    let mut shifts = vec![0_i64; runs.len()];
    for component in outside + 1..runs.len() {
        let mut most = 0;
        for column in runs[component] {
            bounds.leaving(*column, |to, least| {
                if to >= outside {
                    most = most.min(shifts[to].saturating_sub(least));
                }
            });
            most = most.min(bounds.most(*column));
        }
        shifts[component] = checked(most)?;
    }
    for component in (0..runs.len()).rev() {
        let own = shifts[component];
        if component < outside {
            let least = runs[component].iter().map(|column| bounds.least(*column)).max().unwrap_or(0);
            shifts[component] = checked(own.max(least))?;
        }
        let own = shifts[component];
        for node in runs[component] {
            bounds.leaving(*node, |to, least| {
                if to < outside {
                    shifts[to] = shifts[to].max(own.saturating_add(least));
                }
            });
        }
    }
    for (column, potential) in found.columns.iter_mut().enumerate() {
        *potential = checked(potential.saturating_add(shifts[components.of[column] as usize]))?;
    }
    for (row, potential) in found.rows.iter_mut().enumerate() {
        let column = level.standing.seating.column(level.problem, row);
        if column != NONE {
            *potential = checked(potential.saturating_sub(shifts[components.of[column as usize] as usize]))?;
        }
    }
    Ok(())
}

fn checked(potential: i64) -> Result<i64, SolveError> {
    if (-FURTHEST..=FURTHEST).contains(&potential) { Ok(potential) } else { Err(SolveError::Overflow) }
}

struct Bounds<'a> {
    level: &'a Level<'a>,
    components: &'a Components,
    found: &'a Potentials,
}

impl Bounds<'_> {
    fn of(&self, node: u32) -> usize {
        self.components.of[node as usize] as usize
    }

    /// Every move from a node into another component, and by how much more that one must be shifted at least.
    fn leaving(&self, node: u32, mut each: impl FnMut(usize, i64)) {
        let Level { problem, standing, .. } = *self.level;
        if node as usize == problem.columns() {
            standing.waiting().for_each(|row| self.leaving_row(row, node, &mut each));
        } else {
            for row in standing.seating.holders(node) {
                self.leaving_row(*row as usize, node, &mut each);
            }
        }
    }

    fn leaving_row(&self, row: usize, node: u32, each: &mut impl FnMut(usize, i64)) {
        for edge in self.level.tight.of_row(row) {
            let column = self.level.problem.edge_columns()[*edge as usize];
            if self.of(column) != self.of(node) {
                let sum = self.found.rows[row] + self.found.columns[column as usize];
                each(self.of(column), self.level.values[*edge as usize] - sum);
            }
        }
    }

    /// The most a column's component may be shifted for its potential to stay in order with the outside.
    fn most(&self, column: u32) -> i64 {
        let Level { problem, standing, .. } = *self.level;
        if !standing.gives(problem, column) {
            i64::MAX
        } else if standing.scarce[column as usize] {
            let rows = standing.seating.holders(column).iter().filter(|row| !standing.row_seated[**row as usize]);
            rows.map(|row| self.found.rows[*row as usize]).min().unwrap_or(i64::MAX)
        } else {
            -self.found.columns[column as usize]
        }
    }

    /// The least a column's component must be shifted for the same.
    fn least(&self, column: u32) -> i64 {
        if self.level.standing.may_have_room(column) { -self.found.columns[column as usize] } else { i64::MIN }
    }
}

/// The potentials where nothing is to decide: a column is worth nothing, a row what it gets.
pub(super) fn settled(problem: &Problem, level: &Level<'_>) -> Potentials {
    let value = |edge: &u32| if *edge == NONE { 0 } else { level.values[*edge as usize] };
    Potentials {
        rows: level.standing.seating.edge_of.iter().map(value).collect(),
        columns: vec![0; problem.columns()],
        groups: Vec::new(),
    }
}
