//! An edited problem held in the plainest way, to compare with.

use super::oracle::Dice;
use crate::warm::{EditError, Live, Moved, NewPair};
use crate::{Problem, ProblemParts};
use std::collections::BTreeMap;

/// The pairs in a map; rows and columns as they are.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) tier_count: u8,
    pub(super) levels: usize,
    pub(super) tiers: Vec<u8>,
    pub(super) gone_rows: Vec<bool>,
    pub(super) kept: BTreeMap<u32, u32>,
    pub(super) capacities: Vec<u32>,
    pub(super) gone_columns: Vec<bool>,
    pub(super) pairs: BTreeMap<(u32, u32), Vec<i64>>,
}

impl Model {
    pub(super) fn of(problem: &Problem) -> Self {
        let pairs = (0..problem.rows()).flat_map(|row| {
            let edge = move |edge: usize| ((row as u32, problem.edge_columns()[edge]), problem.values(edge).collect());
            problem.edges_of(row).map(edge)
        });
        Self {
            tier_count: problem.tier_count(),
            levels: problem.level_count(),
            tiers: problem.tiers().to_vec(),
            gone_rows: vec![false; problem.rows()],
            kept: BTreeMap::new(),
            capacities: problem.capacities().to_vec(),
            gone_columns: vec![false; problem.columns()],
            pairs: pairs.collect(),
        }
    }

    /// The problem that is left for the solver.
    pub(super) fn problem(&self) -> Problem {
        let mut parts = ProblemParts {
            tier_count: self.tier_count,
            tiers: self.tiers.clone(),
            capacities: self.capacities.clone(),
            row_starts: vec![0],
            levels: vec![Vec::new(); self.levels],
            ..ProblemParts::default()
        };
        self.kept.values().for_each(|column| parts.capacities[*column as usize] -= 1);
        for row in 0..self.tiers.len() as u32 {
            for ((_, column), values) in self.pairs.range((row, 0)..=(row, u32::MAX)) {
                if !self.kept.contains_key(&row) {
                    parts.columns.push(*column);
                    parts.levels.iter_mut().zip(values).for_each(|(level, value)| level.push(*value));
                }
            }
            parts.row_starts.push(parts.columns.len());
        }
        Problem::new(parts).unwrap()
    }

    fn kept_at(&self, column: u32) -> u32 {
        self.kept.values().filter(|kept| **kept == column).count() as u32
    }

    fn row_error(&self, row: u32) -> Option<EditError> {
        if self.gone_rows.get(row as usize) != Some(&false) {
            return Some(EditError::NoRow(row));
        }
        self.kept.contains_key(&row).then_some(EditError::Kept(row))
    }

    fn column_error(&self, column: u32) -> Option<EditError> {
        (self.gone_columns.get(column as usize) != Some(&false)).then_some(EditError::NoColumn(column))
    }

    /// Makes a random edit on both. The model's own idea of whether it is allowed must agree.
    pub(super) fn edit(&mut self, live: &mut Live, dice: &mut Dice) -> Option<Vec<Moved>> {
        let row = dice.roll(self.tiers.len() as u64 + 1) as u32;
        let column = dice.roll(self.capacities.len() as u64 + 1) as u32;
        let missing = (!self.pairs.contains_key(&(row, column))).then_some(EditError::NoPair(row, column));
        match dice.roll(12) {
            0 | 1 => {
                let error = self.row_error(row).or(missing);
                same(error, live.reject(row, column))?.inspect(|_| {
                    self.pairs.remove(&(row, column));
                })
            }
            2 => {
                let error = self.row_error(row);
                let here = |column: &u32| self.column_error(*column).is_none();
                let mut pairs: Vec<(u32, Vec<i64>)> = (0..self.capacities.len() as u32)
                    .filter(here)
                    .map(|column| (column, dice.values(self.levels)))
                    .collect();
                pairs.retain(|_| dice.roll(3) > 0);
                let new: Vec<NewPair<'_>> =
                    pairs.iter().map(|(with, values)| NewPair { with: *with, values }).collect();
                same(error, live.set_pairs(row, &new))?.inspect(|_| {
                    self.pairs.extend(pairs.into_iter().map(|(column, values)| ((row, column), values)));
                })
            }
            3 => {
                let values = dice.values(self.levels);
                let error = self.row_error(row).or(self.column_error(column));
                same(error, live.set_pair(row, column, &values))?.inspect(|_| {
                    self.pairs.insert((row, column), values);
                })
            }
            4 => {
                let level = dice.roll(self.levels.max(1) as u64) as usize;
                let value = (dice.number(9) - 4) * dice.scale;
                let error = (self.levels == 0).then_some(EditError::Levels).or(self.row_error(row)).or(missing);
                same(error, live.set_value(row, column, level, value))?.inspect(|_| {
                    self.pairs.get_mut(&(row, column)).unwrap()[level] = value;
                })
            }
            5 | 6 => {
                let full = self.capacities.get(column as usize).is_some_and(|all| *all == self.kept_at(column));
                let error = self.row_error(row).or(missing).or(full.then_some(EditError::NoPlace(column)));
                same(error, live.keep(row, column))?.inspect(|_| {
                    self.kept.insert(row, column);
                })
            }
            7 => {
                let error = match self.row_error(row) {
                    Some(EditError::Kept(_)) => None,
                    other => other.or(Some(EditError::NotKept(row))),
                };
                same(error, live.release(row))?.inspect(|_| {
                    self.kept.remove(&row);
                })
            }
            8 => self.add_row(live, dice)?,
            9 => {
                let error = self.row_error(row).filter(|error| *error == EditError::NoRow(row));
                same(error, live.remove_row(row))?.inspect(|_| {
                    self.gone_rows[row as usize] = true;
                    self.kept.remove(&row);
                    self.pairs.retain(|(pair, _), _| *pair != row);
                })
            }
            10 if dice.roll(2) == 0 => self.add_column(live, dice)?,
            10 => {
                let kept = (self.kept_at(column) > 0).then_some(EditError::KeptAt(column));
                let error = self.column_error(column).or(kept);
                same(error, live.remove_column(column))?.inspect(|_| {
                    self.gone_columns[column as usize] = true;
                    self.capacities[column as usize] = 0;
                    self.pairs.retain(|(_, pair), _| *pair != column);
                })
            }
            _ => {
                let capacity = dice.roll(4) as u32;
                let short = (self.kept_at(column) > capacity).then_some(EditError::KeptAt(column));
                let error = self.column_error(column).or(short);
                same(error, live.set_capacity(column, capacity))?.inspect(|_| {
                    self.capacities[column as usize] = capacity;
                })
            }
        }
    }

    fn add_row(&mut self, live: &mut Live, dice: &mut Dice) -> Option<Option<Vec<Moved>>> {
        let tier = dice.roll(u64::from(self.tier_count)) as u8;
        let row = self.tiers.len() as u32;
        let here = (0..self.capacities.len() as u32).filter(|column| !self.gone_columns[*column as usize]);
        let mut pairs: Vec<(u32, Vec<i64>)> = here.map(|column| (column, dice.values(self.levels))).collect();
        pairs.retain(|_| dice.roll(2) == 0);
        pairs.reverse();
        let new: Vec<NewPair<'_>> = pairs.iter().map(|(with, values)| NewPair { with: *with, values }).collect();
        let moved = same(None, live.add_row(tier, &new))?;
        self.tiers.push(tier);
        self.gone_rows.push(false);
        self.pairs.extend(pairs.into_iter().map(|(column, values)| ((row, column), values)));
        Some(moved)
    }

    fn add_column(&mut self, live: &mut Live, dice: &mut Dice) -> Option<Option<Vec<Moved>>> {
        let column = self.capacities.len() as u32;
        let here = (0..self.tiers.len() as u32).filter(|row| self.row_error(*row).is_none());
        let mut pairs: Vec<(u32, Vec<i64>)> = here.map(|row| (row, dice.values(self.levels))).collect();
        pairs.retain(|_| dice.roll(2) == 0);
        let new: Vec<NewPair<'_>> = pairs.iter().map(|(with, values)| NewPair { with: *with, values }).collect();
        let capacity = dice.roll(3) as u32;
        let moved = same(None, live.add_column(capacity, &new))?;
        self.capacities.push(capacity);
        self.gone_columns.push(false);
        self.pairs.extend(pairs.into_iter().map(|(row, values)| ((row, column), values)));
        Some(moved)
    }
}

/// That an edit was refused as expected (the outer `None`) or made.
fn same(expected: Option<EditError>, made: Result<&[Moved], EditError>) -> Option<Option<Vec<Moved>>> {
    assert_eq!(expected, made.err());
    made.ok().map(|moved| Some(moved.to_vec()))
}
