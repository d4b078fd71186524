//! The pairs that are kept: compressed sparse rows that grow.

use super::lists::{Listed, Lists};
use super::owed::{Owed, beside, referred};
use super::packing::digits;
use super::source::AllPairs;
use crate::problem::{Problem, ProblemError, ProblemParts};
use crate::solution::SolveError;
use rayon::prelude::*;

/// A set of pairs, row by row, columns ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairSet {
    pub(super) starts: Vec<usize>,
    pub(super) columns: Vec<u32>,
}

impl PairSet {
    /// No pairs of so many rows.
    pub fn new(rows: usize) -> Self {
        Self { starts: vec![0; rows + 1], columns: Vec::new() }
    }

    /// Whether the pair is in the set. Time: logarithmic in the row's pairs.
    pub fn contains(&self, row: u32, column: u32) -> bool {
        let row = row as usize;
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(start), Some(end)) => self.columns[*start..*end].binary_search(&column).is_ok(),
            _ => false,
        }
    }

    /// Where a pair of the set stands.
    pub(super) fn place(&self, row: u32, column: u32) -> usize {
        let range = self.starts[row as usize]..self.starts[row as usize + 1];
        range.start + self.columns[range].partition_point(|before| *before < column)
    }

    /// Number of pairs.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Adds pairs, ascending by row and column; those of rows beyond the last are passed over. Returns where each of the
    /// new pairs came to stand, and nothing for pairs that were there.
    pub fn add(&mut self, pairs: impl ExactSizeIterator<Item = (u32, u32)>) -> Vec<usize> {
        let rows = self.starts.len() - 1;
        let mut starts = Vec::with_capacity(rows + 1);
        let mut columns = Vec::with_capacity(self.columns.len() + pairs.len());
        let mut added = Vec::with_capacity(pairs.len());
        let mut new = pairs.peekable();
        for row in 0..rows {
            starts.push(columns.len());
            let mut old = self.columns[self.starts[row]..self.starts[row + 1]].iter().copied().peekable();
            while let Some((_, column)) = new.next_if(|(of, _)| *of as usize == row) {
                while let Some(before) = old.next_if(|before| *before < column) {
                    columns.push(before);
                }
                if old.peek() != Some(&column) && (columns.len() == starts[row] || columns.last() != Some(&column)) {
                    added.push(columns.len());
                    columns.push(column);
                }
            }
            columns.extend(old);
        }
        starts.push(columns.len());
        (self.starts, self.columns) = (starts, columns);
        added
    }
}

/// The kept pairs with their values.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) set: PairSet,
    /// Values level by level, as far as levels were asked for.
    pub(super) levels: Vec<Vec<i64>>,
    /// Of which pairs the reference has not been asked yet.
    pub(super) owed: Owed,
}

impl Kept {
    /// None yet, with so many levels.
    pub(super) fn new(rows: usize, levels: usize) -> Self {
        Self { set: PairSet::new(rows), levels: vec![Vec::new(); levels], owed: Owed::default() }
    }

    /// Adds the pairs of lists of rows and of columns: `price` is what a list's gain has less than the value. Where
    /// lists tell the values of all levels, the reference is asked [later](Self::settle); elsewhere the values come from it.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] if kernel and reference disagree about a pair.
    pub(super) fn add<S: AllPairs>(
        &mut self,
        source: &S,
        rows: &Lists,
        columns: &Lists,
        scale: &[i64],
        price: impl Fn(u32) -> i64 + Sync,
    ) -> Result<usize, SolveError> {
        let sum = |list: u32, pair: &Listed| ((list, pair.with), pair.gain + price(pair.with));
        let of_rows = rows.of.iter().flat_map(|list| list.pairs.iter().map(move |pair| sum(list.of, pair)));
        let of_columns =
            columns.of.iter().flat_map(|list| list.pairs.iter().map(|pair| ((pair.with, list.of), pair.gain)));
        let mut told: Vec<((u32, u32), i64)> = of_rows.chain(of_columns).collect();
        told.par_sort_unstable();
        let added = self.set.add(told.iter().map(|(pair, _)| *pair));
        let depth = self.levels.len();
        let new = if scale.len() == depth {
            self.told(&told, &added, scale)
        } else {
            referred(source, (&self.set.starts, &self.set.columns), &added, depth)?
        };
        drop(told);
        for (level, values) in self.levels.iter_mut().enumerate() {
            *values = grown(values, &added, new.iter().skip(level).step_by(depth).copied(), self.set.len());
        }
        let many = added.len();
        self.owed.grow(added, (scale.len() == depth).then_some(depth));
        let agree = |row: u32, column: u32, gain: i64, price: i64| {
            let place = self.set.place(row, column);
            let sum = self.levels.iter().zip(scale).map(|(level, unit)| level[place] * unit).sum::<i64>();
            sum == gain + price
        };
        let of_rows = rows.of.par_iter();
        let of_columns = columns.of.par_iter();
        let rows_agree =
            of_rows.all(|list| list.pairs.iter().all(|pair| agree(list.of, pair.with, pair.gain, price(pair.with))));
        let columns_agree =
            of_columns.all(|list| list.pairs.iter().all(|pair| agree(pair.with, list.of, pair.gain, 0)));
        if rows_agree && columns_agree { Ok(many) } else { Err(SolveError::Unsound) }
    }

    /// The values, pair by pair, that lists told of the pairs at these places, ascending.
    fn told(&self, told: &[((u32, u32), i64)], places: &[usize], scale: &[i64]) -> Vec<i64> {
        let mut values = vec![0; places.len() * scale.len()];
        let (mut into, mut told) = (values.chunks_mut(scale.len()), told.iter());
        let mut places = places.iter().peekable();
        for (row, end) in self.set.starts.iter().skip(1).enumerate() {
            while let Some(place) = places.next_if(|place| *place < end) {
                let pair = (row as u32, self.set.columns[*place]);
                let sum = told.find(|(of, _)| *of == pair);
                if let (Some((_, sum)), Some(into)) = (sum, into.next()) {
                    digits(*sum, scale, into);
                }
            }
        }
        values
    }

    /// Asks the reference of all pairs that it was not asked of yet.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] if kernel and reference disagree about a pair.
    pub(super) fn settle<S: AllPairs>(&mut self, source: &S) -> Result<(), SolveError> {
        let levels: Vec<&[i64]> = self.levels.iter().map(Vec::as_slice).collect();
        self.owed.ask(source, (&self.set.starts, &self.set.columns), &levels, None)
    }

    /// Does work on a problem of the kept pairs while the reference is asked of some of them.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] if kernel and reference disagree about a pair.
    pub(super) fn beside<S: AllPairs, R: Send>(
        &mut self,
        source: &S,
        problem: &Problem,
        work: impl FnOnce() -> R + Send,
    ) -> Result<R, SolveError> {
        let pairs = (problem.row_starts.as_slice(), problem.edge_columns());
        let levels: Vec<&[i64]> = problem.levels.iter().chain(&self.levels).map(Vec::as_slice).collect();
        beside(&mut self.owed, (source, pairs, &levels), work)
    }

    /// The same where the pairs are in no problem: the work has them, and their values level by level.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] if kernel and reference disagree about a pair.
    pub(super) fn beside_pairs<S: AllPairs, R: Send>(
        &mut self,
        source: &S,
        work: impl FnOnce(&PairSet, &[Vec<i64>]) -> R + Send,
    ) -> Result<R, SolveError> {
        let (set, levels) = (&self.set, &self.levels);
        let values: Vec<&[i64]> = levels.iter().map(Vec::as_slice).collect();
        beside(&mut self.owed, (source, (&set.starts, &set.columns), &values), || work(set, levels))
    }

    /// Levels whose values are at hand.
    pub(super) fn depth(&self) -> usize {
        self.levels.len()
    }

    /// Works out the values of one more level.
    pub(super) fn deepen<S: AllPairs>(&mut self, source: &S) -> Result<(), SolveError> {
        let level = self.levels.len();
        let mut values = vec![0; self.set.columns.len()];
        let (mut rest, mut rows) = (&mut *values, Vec::with_capacity(source.rows()));
        for (row, starts) in self.set.starts.windows(2).enumerate() {
            let (of_row, others) = rest.split_at_mut(starts[1] - starts[0]);
            rows.push((row, of_row, &self.set.columns[starts[0]..starts[1]]));
            rest = others;
        }
        let all = rows.into_par_iter().all(|(row, values, columns)| {
            values.iter_mut().zip(columns).all(|(value, column)| match source.value(level, row, *column as usize) {
                Some(known) => {
                    *value = known;
                    true
                }
                None => false,
            })
        });
        self.levels.push(values);
        if all { Ok(()) } else { Err(SolveError::Unsound) }
    }

    /// Makes a problem of the kept pairs with so many levels, without a copy; see [`Kept::take_back`].
    pub(super) fn problem(&mut self, frame: &ProblemParts, levels: usize) -> Result<Problem, ProblemError> {
        let mut given = std::mem::take(&mut self.levels);
        let held = given.split_off(levels);
        let problem = Problem::new(ProblemParts {
            row_starts: std::mem::take(&mut self.set.starts),
            columns: std::mem::take(&mut self.set.columns),
            levels: given,
            use_columns: frame.use_columns && levels > 0,
            ..frame.clone()
        });
        self.levels = held;
        problem
    }

    /// Takes the pairs back out of the problem that was made of them.
    pub(super) fn take_back(&mut self, problem: Problem) {
        (self.set.starts, self.set.columns) = (problem.row_starts, problem.columns);
        let held = std::mem::replace(&mut self.levels, problem.levels);
        self.levels.extend(held);
    }
}

/// The values of a grown set: those that were there, and at the places in `added` new ones.
fn grown(old: &[i64], added: &[usize], new: impl Iterator<Item = i64>, len: usize) -> Vec<i64> {
    let mut values = Vec::with_capacity(len);
    let mut rest = old.iter().copied();
    for (place, value) in added.iter().zip(new) {
        let before = place - values.len();
        values.extend(rest.by_ref().take(before));
        values.push(value);
    }
    values.extend(rest);
    values
}
