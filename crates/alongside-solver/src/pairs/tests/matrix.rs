//! A source for tests: a matrix that is stored after all.

use super::run::draw;
use crate::pairs::{AllPairs, Bar, NOT_ALLOWED};
use crate::problem::{Problem, ProblemParts};
use std::ops::Range;

/// Values level by level, row by row; none where a pair is not allowed.
#[derive(Debug, Clone)]
pub(crate) struct Matrix {
    pub(crate) columns: usize,
    pub(crate) levels: usize,
    pub(crate) rows: Vec<Vec<Option<Vec<i64>>>>,
    /// Whether pairs below the bar are told as they are; a kernel may do either.
    pub(crate) frank: bool,
}

impl Matrix {
    pub(crate) fn new(rows: usize, columns: usize, value: impl Fn(usize, usize) -> Option<Vec<i64>>) -> Self {
        let rows: Vec<Vec<_>> = (0..rows).map(|row| (0..columns).map(|column| value(row, column)).collect()).collect();
        let levels = rows.iter().flatten().flatten().map(Vec::len).next().unwrap_or(1);
        Self { columns, levels, rows, frank: false }
    }

    /// The problem in which all pairs are listed.
    pub(crate) fn listed(&self, frame: &ProblemParts) -> Problem {
        let mut parts = ProblemParts { row_starts: vec![0], levels: vec![Vec::new(); self.levels], ..frame.clone() };
        for row in &self.rows {
            for (column, values) in row.iter().enumerate() {
                let Some(values) = values else { continue };
                parts.columns.push(column as u32);
                parts.levels.iter_mut().zip(values).for_each(|(level, value)| level.push(*value));
            }
            parts.row_starts.push(parts.columns.len());
        }
        Problem::new(parts).unwrap()
    }
}

impl AllPairs for Matrix {
    type Row = usize;

    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn columns(&self) -> usize {
        self.columns
    }

    fn levels(&self) -> usize {
        self.levels
    }

    fn together(&self) -> usize {
        if self.frank { 1 } else { (self.levels - 1).max(1) }
    }

    fn most(&self, level: usize) -> i32 {
        let values = self.rows.iter().flatten().flatten().map(|values| values[level].abs());
        values.max().unwrap_or(0) as i32
    }

    fn ranges(&self, row: &usize, into: &mut Vec<Range<usize>>) {
        // Without the columns at both ends that are not allowed, and in two pieces.
        let allowed = |column: &usize| self.rows[*row][*column].is_some();
        let Some(first) = (0..self.columns).find(allowed) else { return };
        let last = (0..self.columns).rfind(allowed).unwrap();
        let middle = first + (last - first) / 2;
        into.extend([first..middle, middle..last + 1]);
    }

    fn prepare(&self, row: usize) -> usize {
        row
    }

    fn values(&self, row: &usize, columns: Range<usize>, bar: Bar<'_>, values: &mut [i32]) {
        assert_eq!((columns.len(), columns.len()), (values.len(), bar.prices.len()));
        for (at, column) in columns.enumerate() {
            let value = self.rows[*row][column].as_ref().map_or(NOT_ALLOWED, |values| {
                bar.scale.iter().zip(values).map(|(unit, value)| unit * *value as i32).sum()
            });
            let wanted = self.frank || value >= bar.least + bar.prices[at];
            values[at] = if wanted { value } else { NOT_ALLOWED };
        }
    }

    fn value(&self, level: usize, row: usize, column: usize) -> Option<i64> {
        self.rows[row][column].as_ref().map(|values| values[level])
    }

    fn select(&self, columns: &[u32]) -> Self {
        let row = |row: &Vec<Option<Vec<i64>>>| columns.iter().map(|column| row[*column as usize].clone()).collect();
        let rows = self.rows.iter().map(row).collect();
        Self { columns: columns.len(), levels: self.levels, rows, frank: self.frank }
    }
}

/// A source too large to write down: values by a formula, many of them equal, a third of the pairs not allowed.
#[derive(Debug, Clone)]
pub(crate) struct Formula {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    pub(crate) seed: u64,
    /// Values at level 0 are below this.
    pub(crate) most: u64,
    /// Which columns of the formula these are; none for the first so many.
    pub(crate) chosen: Option<Vec<u32>>,
}

impl AllPairs for Formula {
    type Row = usize;

    fn rows(&self) -> usize {
        self.rows
    }

    fn columns(&self) -> usize {
        self.columns
    }

    fn levels(&self) -> usize {
        3
    }

    fn together(&self) -> usize {
        2
    }

    fn most(&self, level: usize) -> i32 {
        [self.most as i32, 20][level]
    }

    fn prepare(&self, row: usize) -> usize {
        row
    }

    fn values(&self, row: &usize, columns: Range<usize>, bar: Bar<'_>, values: &mut [i32]) {
        for ((column, value), price) in columns.zip(values).zip(bar.prices) {
            let levels =
                bar.scale.iter().enumerate().map(|(level, unit)| Some(unit * self.value(level, *row, column)? as i32));
            let worth = levels.sum::<Option<i32>>().unwrap_or(NOT_ALLOWED);
            *value = if worth >= bar.least + price { worth } else { NOT_ALLOWED };
        }
    }

    fn value(&self, level: usize, row: usize, column: usize) -> Option<i64> {
        let column = self.chosen.as_ref().map_or(column, |chosen| chosen[column] as usize);
        let dice = draw(self.seed, (row as u64) << 32 | column as u64);
        let most = [self.most, 20, 1 << 40][level];
        (dice % 3 > 0).then(|| (draw(dice, level as u64) % most) as i64)
    }

    fn select(&self, columns: &[u32]) -> Self {
        let name = |column: &u32| self.chosen.as_ref().map_or(*column, |chosen| chosen[*column as usize]);
        Self { columns: columns.len(), chosen: Some(columns.iter().map(name).collect()), ..self.clone() }
    }
}
