//! Edits of an instance, drawn one after the other: what a coordinator does to a proposal.

#![allow(clippy::indexing_slicing, reason = "rows, columns and edges of an instance are numbered without a gap")]

use super::sparse::Sparse;
use crate::dice::{Dice, draw};
use alongside_solver::warm::{EditError, Live, NewPair};
use alongside_solver::{Problem, ProblemError, ProblemParts};
use std::collections::BTreeSet;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A pair of the proposal is barred.
    Reject,
    /// A pair of the proposal is settled.
    Keep,
    /// A pair that is not in the proposal is settled.
    KeepOther,
    /// A person comes who has the pairs that another has.
    AddRow,
    /// A person leaves.
    RemoveRow,
    /// A column has one place more.
    Widen,
    /// A column has one place less.
    Narrow,
    /// A column comes that has the pairs that another has.
    AddColumn,
    /// A column leaves.
    RemoveColumn,
    /// A pair is worth something else.
    Value,
}

/// Every kind.
pub const KINDS: [Kind; 10] = [
    Kind::Reject,
    Kind::Keep,
    Kind::KeepOther,
    Kind::AddRow,
    Kind::RemoveRow,
    Kind::Widen,
    Kind::Narrow,
    Kind::AddColumn,
    Kind::RemoveColumn,
    Kind::Value,
];

/// An edit that is ready to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Bars a pair.
    Reject(u32, u32),
    /// Settles a pair.
    Keep(u32, u32),
    /// Adds a row of tier 0.
    AddRow(Vec<(u32, Vec<i64>)>),
    /// Takes a row out.
    RemoveRow(u32),
    /// Gives a column so many places.
    Capacity(u32, u32),
    /// Adds a column of one place.
    AddColumn(Vec<(u32, Vec<i64>)>),
    /// Takes a column out.
    RemoveColumn(u32),
    /// Changes the value of a pair at level 0.
    Value(u32, u32, i64),
}

impl Edit {
    /// Makes it; how many rows moved.
    ///
    /// # Errors
    /// None for an edit drawn for the state as it is.
    pub fn make(&self, live: &mut Live) -> Result<usize, EditError> {
        let moved = match self {
            Self::Reject(row, column) => live.reject(*row, *column),
            Self::Keep(row, column) => live.keep(*row, *column),
            Self::AddRow(pairs) => live.add_row(0, &new(pairs)),
            Self::RemoveRow(row) => live.remove_row(*row),
            Self::Capacity(column, places) => live.set_capacity(*column, *places),
            Self::AddColumn(pairs) => live.add_column(1, &new(pairs)),
            Self::RemoveColumn(column) => live.remove_column(*column),
            Self::Value(row, column, value) => live.set_value(*row, *column, 0, *value),
        };
        moved.map(<[_]>::len)
    }

    /// The pair that it is about.
    pub const fn pair(&self) -> Option<(u32, u32)> {
        match self {
            Self::Reject(row, column) | Self::Keep(row, column) | Self::Value(row, column, _) => Some((*row, *column)),
            _ => None,
        }
    }
}

fn new(pairs: &[(u32, Vec<i64>)]) -> Vec<NewPair<'_>> {
    pairs.iter().map(|(with, values)| NewPair { with: *with, values }).collect()
}

/// Draws edits, and remembers which rows and columns there are and what they have to do with each other.
#[derive(Debug)]
pub struct Editor {
    dice: Dice,
    /// The pairs of each row as they were at the start.
    rows: Vec<Vec<u32>>,
    back: Vec<Vec<u32>>,
    values: Vec<Vec<i64>>,
    here: Vec<bool>,
    open: Vec<bool>,
    capacities: Vec<u32>,
    kept: Vec<u32>,
    barred: BTreeSet<(u32, u32)>,
    seeded: bool,
}

/// The number that decides among equals, of a pair.
pub const fn lot(row: u32, column: u32) -> i64 {
    (draw(row as u64, 7, column as u64) >> 33).cast_signed()
}

impl Editor {
    /// For an instance; `seeded` if it has a last level of [lots](lot).
    pub fn new(sparse: &Sparse, seeded: bool, seed: u64) -> Self {
        let count = sparse.row_starts.len() - 1;
        let span = |row: usize| sparse.row_starts[row]..sparse.row_starts[row + 1];
        let mut back = vec![Vec::new(); sparse.capacities.len()];
        for row in 0..count {
            sparse.columns[span(row)].iter().for_each(|column| back[*column as usize].push(row as u32));
        }
        Self {
            dice: Dice::new(seed),
            rows: (0..count).map(|row| sparse.columns[span(row)].to_vec()).collect(),
            values: (0..count).map(|row| sparse.values[span(row)].to_vec()).collect(),
            back,
            here: vec![true; count],
            open: vec![true; sparse.capacities.len()],
            capacities: sparse.capacities.clone(),
            kept: vec![0; sparse.capacities.len()],
            barred: BTreeSet::new(),
            seeded,
        }
    }

    /// The next edit of a kind. None if the dice name somebody who is not there any more.
    pub fn draw(&mut self, kind: Kind, live: &Live) -> Option<Edit> {
        let row = self.dice.roll(self.here.len() as u64) as u32;
        let column = self.dice.roll(self.open.len() as u64) as u32;
        let (row_at, column_at) = (row as usize, column as usize);
        let here = self.here[row_at];
        let open = self.open[column_at];
        match kind {
            Kind::Reject => {
                let column = live.assignment_of(row).filter(|_| here)?;
                self.barred.insert((row, column));
                Some(Edit::Reject(row, column))
            }
            Kind::Keep => {
                let column = live.assignment_of(row).filter(|_| here)?;
                self.here[row_at] = false;
                self.kept[column as usize] += 1;
                Some(Edit::Keep(row, column))
            }
            Kind::KeepOther | Kind::Value => {
                let (column, value) = self.pair_of(row)?;
                if kind == Kind::Value {
                    return Some(Edit::Value(row, column, value));
                }
                let room = self.capacities[column as usize] > self.kept[column as usize];
                let other = room && live.assignment_of(row) != Some(column);
                other.then(|| {
                    self.here[row_at] = false;
                    self.kept[column as usize] += 1;
                    Edit::Keep(row, column)
                })
            }
            Kind::AddRow => {
                let new = self.here.len() as u32;
                let like = self.rows[row_at].clone();
                let pairs = like.into_iter().filter(|column| self.open[*column as usize]);
                let pairs: Vec<u32> = pairs.collect();
                let pairs: Vec<_> = pairs.into_iter().map(|column| (column, self.worth(new, column))).collect();
                self.rows.push(pairs.iter().map(|pair| pair.0).collect());
                self.values.push(pairs.iter().map(|pair| pair.1[0]).collect());
                self.here.push(true);
                Some(Edit::AddRow(pairs))
            }
            Kind::RemoveRow => here.then(|| {
                self.here[row_at] = false;
                Edit::RemoveRow(row)
            }),
            Kind::Widen => open.then(|| {
                self.capacities[column_at] += 1;
                Edit::Capacity(column, self.capacities[column_at])
            }),
            Kind::Narrow => (open && self.capacities[column_at] > self.kept[column_at]).then(|| {
                self.capacities[column_at] -= 1;
                Edit::Capacity(column, self.capacities[column_at])
            }),
            Kind::AddColumn => {
                let new = self.open.len() as u32;
                let like = self.back[column_at].clone();
                let pairs: Vec<u32> = like.into_iter().filter(|row| self.here[*row as usize]).collect();
                let pairs: Vec<_> = pairs.into_iter().map(|row| (row, self.worth(row, new))).collect();
                self.back.push(pairs.iter().map(|pair| pair.0).collect());
                self.open.push(true);
                self.capacities.push(1);
                self.kept.push(0);
                Some(Edit::AddColumn(pairs))
            }
            Kind::RemoveColumn => (open && self.kept[column_at] == 0).then(|| {
                self.open[column_at] = false;
                Edit::RemoveColumn(column)
            }),
        }
    }

    /// A pair of a row that is still allowed, and another value for it, up to a tenth of the greatest away.
    fn pair_of(&mut self, row: u32) -> Option<(u32, i64)> {
        let pairs = &self.rows[row as usize];
        let at = self.dice.roll(pairs.len().max(1) as u64) as usize;
        let column = *pairs.get(at)?;
        let allowed = self.here[row as usize] && self.open[column as usize] && !self.barred.contains(&(row, column));
        let value = self.values[row as usize][at] + self.dice.roll(201).cast_signed() - 100;
        allowed.then_some((column, value.clamp(1, 1000)))
    }

    fn worth(&mut self, row: u32, column: u32) -> Vec<i64> {
        let value = 1 + self.dice.roll(1000).cast_signed();
        if self.seeded { vec![value, lot(row, column)] } else { vec![value] }
    }
}

/// The value of a pair of an instance.
pub fn value_of(sparse: &Sparse, row: u32, column: u32) -> Option<i64> {
    let span = *sparse.row_starts.get(row as usize)?..*sparse.row_starts.get(row as usize + 1)?;
    let at = sparse.columns[span.clone()].binary_search(&column).ok()?;
    sparse.values.get(span.start + at).copied()
}

/// The instance as the solver takes it, everybody in one tier; with `seeded`, a last level of [lots](lot).
///
/// # Errors
/// None for an instance of this package.
pub fn problem(sparse: &Sparse, seeded: bool) -> Result<Problem, ProblemError> {
    let mut levels = vec![sparse.values.clone()];
    if seeded {
        let rows = sparse.row_starts.windows(2).enumerate();
        let row_of = rows.flat_map(|(row, span)| std::iter::repeat_n(row as u32, span[1] - span[0]));
        levels.push(row_of.zip(&sparse.columns).map(|(row, column)| lot(row, *column)).collect());
    }
    Problem::new(ProblemParts {
        tier_count: 1,
        tiers: vec![0; sparse.row_starts.len() - 1],
        capacities: sparse.capacities.clone(),
        row_starts: sparse.row_starts.clone(),
        columns: sparse.columns.clone(),
        levels,
        ..ProblemParts::default()
    })
}
