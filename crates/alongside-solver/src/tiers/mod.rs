//! Most places filled, tier by tier, and why no more.
//!
//! The sets of rows that can be served together are the independent sets of a transversal matroid (Edmonds and
//! Fulkerson, Transversals and matroid partition, 1965), so the greedy order is right: the rows of tier 0 are seated
//! first, as many as can be, then those of tier 1 beside them, and no row that was counted loses its count again.
//!
//! After the last tier's searches the columns that a row left without a place can reach are *closed*: they are full
//! with rows that all came no later, and can take no later one. The tier at which a column closes is its potential,
//! its worth, and proves the numbers (a cover in the sense of Konig, 1931, one for each tier).

mod close;
mod greedy;
mod grow;
mod labels;
mod seating;

use crate::certificate::Potentials;
use crate::control::Control;
use crate::problem::Problem;
use crate::solution::SolveError;
pub(crate) use seating::{NONE, Seating};

/// A seating with the most rows of each tier, and its proof.
#[derive(Debug)]
pub(crate) struct Seats {
    pub(crate) seating: Seating,
    /// What one more place of each column would add to the sum of priorities: 0 while it can be reached from nobody
    /// who waits, else the priority of the tier at which it closed. A column that takes nobody is above every priority.
    pub(crate) worth: Vec<u8>,
}

impl Seats {
    /// Seats as many rows of each tier as can be, in order of tiers.
    ///
    /// Time: edges times the phases, in practice some dozens at most; memory: 8 bytes an edge.
    ///
    /// # Errors
    ///
    /// [`SolveError::GivenUp`], asked for between phases.
    pub(crate) fn find(problem: &Problem, control: &Control<'_>) -> Result<Self, SolveError> {
        let nobody = problem.tier_count() + 1;
        let worth = problem.capacities().iter().map(|capacity| if *capacity == 0 { nobody } else { 0 }).collect();
        let mut seats = Self { seating: Seating::empty(problem), worth };
        let mut labels = labels::Labels::new(problem, &seats);
        let mut crowd = greedy::crowd(problem);
        for tier in 0..problem.tier_count() {
            greedy::seat(problem, &mut seats, &mut crowd, tier);
            grow::grow(problem, &mut seats, &mut labels, tier, control)?;
            close::close(problem, &mut seats, tier)?;
        }
        Ok(seats)
    }

    /// A seating by these edges, the best as potentials of the tiers prove.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] where the edges are no seating or the potentials no tiers.
    pub(crate) fn known(problem: &Problem, edges: &[usize], potentials: &Potentials) -> Result<Self, SolveError> {
        let mut seating = Seating::empty(problem);
        let row = |edge: usize| problem.row_starts().partition_point(|start| *start <= edge) as u32 - 1;
        seating.seat_all(problem, edges.iter().map(|edge| (row(*edge), *edge as u32)))?;
        let nobody = problem.tier_count() + 1;
        let worth = problem.capacities().iter().zip(&potentials.columns).map(|(capacity, worth)| {
            if *capacity == 0 { Ok(nobody) } else { u8::try_from(*worth).map_err(|_| SolveError::Unsound) }
        });
        Ok(Self { seating, worth: worth.collect::<Result<_, _>>()? })
    }

    /// The level of the tight graph that a row is on: that of its column, or its own priority while it has none.
    pub(crate) fn level(&self, problem: &Problem, row: usize) -> u8 {
        match self.seating.column(row) {
            NONE => problem.tier_count() - problem.tiers()[row],
            column => self.worth[column as usize],
        }
    }

    /// The first component of the certificate.
    pub(crate) fn potentials(&self, problem: &Problem) -> Potentials {
        let row = |row| problem.priority(row) - i64::from(self.level(problem, row));
        Potentials {
            rows: (0..problem.rows()).map(row).collect(),
            columns: self.worth.iter().map(|worth| i64::from(*worth)).collect(),
            groups: Vec::new(),
        }
    }
}
