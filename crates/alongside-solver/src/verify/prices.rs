//! A certificate, laid out so that one pair's potentials lie together.

use super::flaw::{Flaw, Flaws, Part};
use crate::certificate::Certificate;
use crate::problem::Problem;

/// The potentials, one tuple after another.
#[derive(Debug)]
pub(super) struct Prices {
    width: usize,
    rows: Vec<i64>,
    columns: Vec<i64>,
    sets: Vec<i64>,
    /// What stands for the set of a column that is in none.
    zero: Vec<i64>,
}

impl Prices {
    /// Copies; none, and what is wrong, if the certificate has not this problem's shape.
    pub(super) fn of(
        problem: &Problem,
        value_levels: usize,
        certificate: &Certificate,
        flaws: &mut Flaws,
    ) -> Option<Self> {
        let before = flaws.count();
        let (width, given) = (leading(problem) + value_levels, certificate.levels.len());
        if given != width {
            flaws.push(Flaw::Levels { expected: width, given });
        }
        for (level, potentials) in certificate.levels.iter().enumerate() {
            let mut length = |part, expected, given| {
                if given != expected {
                    flaws.push(Flaw::Length { level, part, expected, given });
                }
            };
            length(Part::Row, problem.rows(), potentials.rows.len());
            length(Part::Column, problem.columns(), potentials.columns.len());
            length(Part::Set, problem.limits().len(), potentials.groups.len());
        }
        if flaws.count() != before {
            return None;
        }
        let levels = &certificate.levels;
        Some(Self {
            width,
            rows: tuples(problem.rows(), levels.iter().map(|level| level.rows.as_slice())),
            columns: tuples(problem.columns(), levels.iter().map(|level| level.columns.as_slice())),
            sets: tuples(problem.limits().len(), levels.iter().map(|level| level.groups.as_slice())),
            zero: vec![0; width],
        })
    }

    pub(super) fn row(&self, row: usize) -> &[i64] {
        &self.rows[row * self.width..(row + 1) * self.width]
    }

    pub(super) fn column(&self, column: usize) -> &[i64] {
        &self.columns[column * self.width..(column + 1) * self.width]
    }

    pub(super) fn set(&self, set: usize) -> &[i64] {
        &self.sets[set * self.width..(set + 1) * self.width]
    }

    /// The tuple of the set that a column is in; zero for none.
    pub(super) fn set_of(&self, problem: &Problem, column: usize) -> &[i64] {
        let set = u32::try_from(column).ok().and_then(|column| problem.group_of(column));
        set.map_or(&self.zero, |set| self.set(set as usize))
    }
}

/// Levels before those of value: the tiers, and columns used where they are a level.
pub(super) fn leading(problem: &Problem) -> usize {
    1 + usize::from(problem.use_columns())
}

fn tuples<'c>(count: usize, levels: impl ExactSizeIterator<Item = &'c [i64]>) -> Vec<i64> {
    let width = levels.len();
    let mut tuples = vec![0; count * width];
    for (at, level) in levels.enumerate() {
        for (tuple, potential) in tuples.chunks_exact_mut(width).zip(level) {
            tuple[at] = *potential;
        }
    }
    tuples
}
