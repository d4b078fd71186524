//! What the solver works on: who has whom, what columns are worth, and each row's candidates.

use super::candidates::{self, Candidates, First};
use super::cell::{Cell, Number};
use super::error::DenseError;
use super::lane::Lane;
use super::matrix::Matrix;
use super::narrow::{Narrow, Range};
use super::scale::{LIMIT, Scale};
use super::select::{Rest, Selector};
use multiversion::multiversion;

/// No row, no column.
pub(super) const NONE: u32 = u32::MAX;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Every row has a column.
    Matched,
    /// The control wanted no more.
    Stopped,
}

/// A partial assignment and potentials that prove each of its pairs to be the cheapest for its row.
///
/// Kept true throughout: a column's potential is not above its base, and is its base while it has no row; a row that
/// has a column has there the least of cost less potential.
#[derive(Debug)]
pub(super) struct State<'a, T> {
    pub(super) matrix: &'a Matrix<'a, T>,
    pub(super) scale: Scale,
    pub(super) candidates: Candidates,
    /// Potential of each column. Never rises.
    pub(super) potentials: Vec<i64>,
    /// By how much that is below its base, as a number not above 0.
    pub(super) fallen: Vec<i64>,
    /// Where each column's potential began: 0, or the least cell of the column. Costs are counted from there.
    bases: Vec<i64>,
    /// The row that a column has.
    pub(super) row_of: Vec<u32>,
    /// The column that a row has.
    pub(super) column_of: Vec<u32>,
    /// What that costs, less the column's base.
    pub(super) paid: Vec<i64>,
    /// Rows read again.
    pub(super) read_again: u64,
    /// Searches made.
    pub(super) searches: u64,
    /// The matrix again, where that is worth it.
    pub(super) narrow: Option<Narrow>,
    /// The least and the greatest cost, once known.
    range: Option<Range>,
    selector: Selector<i64>,
    /// The costs less potentials of the row read last.
    pub(super) reduced: Vec<i64>,
}

impl<'a, T: Cell> State<'a, T> {
    pub(super) fn new(matrix: &'a Matrix<'a, T>, first: First) -> Self {
        let chosen = first.bases.is_none();
        let mut state = Self::unchosen(matrix, first);
        if !chosen {
            (0..matrix.rows()).for_each(|row| state.refresh(row));
        }
        state
    }

    /// The same without candidates where they were not chosen.
    pub(super) fn unchosen(matrix: &'a Matrix<'a, T>, first: First) -> Self {
        let First { scale, candidates, bases } = first;
        let bases = bases.unwrap_or_else(|| vec![0; matrix.columns()]);
        Self {
            matrix,
            scale,
            candidates,
            potentials: bases.clone(),
            fallen: vec![0; matrix.columns()],
            bases,
            row_of: vec![NONE; matrix.columns()],
            column_of: vec![NONE; matrix.rows()],
            paid: vec![0; matrix.rows()],
            read_again: 0,
            searches: 0,
            narrow: None,
            range: None,
            selector: Selector::new(),
            reduced: Vec::new(),
        }
    }

    /// Makes a narrow copy of the matrix, once.
    pub(super) fn narrow(&mut self) {
        if self.narrow.is_none() {
            let (copy, range) = Narrow::copy(self.matrix, &self.scale);
            self.narrow = Some(copy);
            self.range = range;
        }
    }

    /// Whether all costs and potentials fit in such numbers, as far as the narrow copy tells.
    pub(super) fn fits<L: Lane>(&self) -> bool {
        let fits = |range: &Option<Range>| range.is_some_and(|(least, most)| least >= -L::LIMIT && most <= L::LIMIT);
        fits(&self.range) && self.potentials.iter().all(|potential| potential.abs() <= L::LIMIT)
    }

    /// What a cell costs, less the column's base.
    pub(super) fn cost(&self, row: usize, column: u32) -> i64 {
        let cell = self.matrix.row(row)[column as usize];
        cell.whole(&self.scale) - self.bases[column as usize]
    }

    /// What a column began with.
    pub(super) fn base(&self, column: u32) -> i64 {
        self.bases[column as usize]
    }

    /// The potential of a row that has this column.
    #[inline]
    pub(super) fn worth(&self, row: usize, column: u32) -> i64 {
        self.paid[row] - self.fallen[column as usize]
    }

    /// Gives a row a column at a cost less the column's base, and tells which row had it.
    pub(super) fn give(&mut self, row: usize, column: u32, cost: i64) -> u32 {
        self.column_of[row] = column;
        self.paid[row] = cost;
        std::mem::replace(&mut self.row_of[column as usize], row as u32)
    }

    /// Lowers a column's potential.
    pub(super) fn lower(&mut self, column: u32, by: i64) -> Result<(), DenseError> {
        let potential = self.potentials[column as usize] - by;
        if potential < -LIMIT {
            return Err(DenseError::Overflow);
        }
        self.potentials[column as usize] = potential;
        self.fallen[column as usize] -= by;
        Ok(())
    }

    /// Reads a row again and chooses its candidates by what columns are worth now.
    pub(super) fn refresh(&mut self, row: usize) {
        self.read_again += 1;
        self.reduce(row);
        let keep = candidates::keep(self.matrix.rows(), self.matrix.columns());
        let rest = self.selector.select(&self.reduced, row, keep, self.candidates.room);
        for (cell, column) in &mut self.selector.chosen {
            *cell += self.fallen[*column as usize];
        }
        let at = row * self.candidates.room;
        for (slot, (cost, column)) in self.selector.chosen.iter().enumerate() {
            self.candidates.columns[at + slot] = *column;
            self.candidates.costs[at + slot] = *cost;
        }
        self.candidates.counts[row] = self.selector.chosen.len() as u32;
        self.candidates.bounds[row] = match rest {
            Rest::None => i64::MAX,
            Rest::From(bound) => bound,
            Rest::Above(below) => below + 1,
        };
    }

    /// A row's costs less potentials, in all columns.
    pub(super) fn reduce(&mut self, row: usize) {
        let columns = self.matrix.columns();
        let cells = row * columns..(row + 1) * columns;
        let (potentials, into) = (&self.potentials, &mut self.reduced);
        match &self.narrow {
            None | Some(Narrow::None) => reduced(&self.matrix.cells()[cells], &self.scale, potentials, into),
            Some(Narrow::Eight(whole, width)) => {
                reduced(&whole[row * width..][..columns], &Scale::WHOLE, potentials, into);
            }
            Some(Narrow::Two(narrow, scale)) => reduced(&narrow[cells], scale, potentials, into),
            Some(Narrow::Four(narrow, scale)) => reduced(&narrow[cells], scale, potentials, into),
        }
    }
}

/// Costs less potentials.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn reduced<T: Number>(row: &[T], scale: &Scale, potentials: &[i64], into: &mut Vec<i64>) {
    into.resize(row.len(), 0);
    for ((into, cell), potential) in into.iter_mut().zip(row).zip(potentials) {
        *into = cell.whole(scale).wrapping_sub(*potential);
    }
}
