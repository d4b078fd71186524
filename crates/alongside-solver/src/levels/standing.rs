//! What must stay as it is while lower levels are decided.

use crate::certificate::Potentials;
use crate::problem::Problem;
use crate::solution::SolveError;
use crate::tiers::{NONE, Seating, Seats};

/// The answer so far and what the levels before have fixed about it.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) seating: Seating,
    /// Columns that closed for a tier: all their places are filled and rows may be left over. Around every other
    /// column all rows are seated and places may be left over.
    pub(crate) scarce: Vec<bool>,
    /// Columns that have to stay full: some level before gives another place a worth.
    pub(crate) column_full: Vec<bool>,
    /// Rows that have to stay seated.
    pub(crate) row_seated: Vec<bool>,
}

impl Standing {
    /// After the tiers.
    pub(crate) fn new(problem: &Problem, seats: Seats) -> Self {
        let row_seated = (0..problem.rows()).map(|row| problem.priority(row) > i64::from(seats.level(problem, row)));
        let row_seated = row_seated.collect();
        let scarce: Vec<bool> = seats.worth.iter().map(|worth| *worth > 0).collect();
        Self { seating: seats.seating, column_full: scarce.clone(), scarce, row_seated }
    }

    /// Whether a row could give up its place, or a column a row it holds without another, and nobody would mind.
    pub(crate) fn gives(&self, problem: &Problem, column: u32) -> bool {
        if self.scarce[column as usize] {
            self.seating.holders(column).iter().any(|row| !self.row_seated[*row as usize])
        } else {
            self.seating.has_room(problem, column)
        }
    }

    /// Whether a column may hold fewer rows than it could.
    pub(crate) fn may_have_room(&self, column: u32) -> bool {
        !self.column_full[column as usize]
    }

    /// Fixes what a level gives a worth to: it has to stay.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] where something that may be left over has a worth below 0.
    pub(crate) fn fix(&mut self, level: &Potentials) -> Result<(), SolveError> {
        let columns = self.column_full.iter_mut().zip(&level.columns);
        let rows = self.row_seated.iter_mut().zip(&level.rows);
        for (fixed, worth) in columns.chain(rows) {
            if !*fixed && *worth < 0 {
                return Err(SolveError::Unsound);
            }
            *fixed |= *worth > 0;
        }
        Ok(())
    }

    /// The rows that wait.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = usize> {
        self.seating.edge_of.iter().enumerate().filter(|(_, edge)| **edge == NONE).map(|(row, _)| row)
    }
}
