//! How the places stand: who has taken what, and a best assignment of the rest.

use crate::certificate::Potentials;
use crate::control::Control;
use crate::network::{Gain, Network, optimise};
use crate::problem::{NO_GROUP, Problem};
use crate::solution::SolveError;

/// What is taken, what is left, and an assignment of what is left with every tier's number as great as it can be.
#[derive(Debug, Clone)]
pub(super) struct Standing<'p> {
    pub(super) problem: &'p Problem,
    /// Neither taken nor declined.
    pub(super) open: Vec<bool>,
    pub(super) demands: Vec<u32>,
    pub(super) capacities: Vec<u32>,
    pub(super) limits: Vec<u32>,
    /// Edges taken, in the order taken.
    pub(super) taken: Vec<usize>,
    /// The assignment of the rest.
    pub(super) chosen: Vec<bool>,
    pub(super) prices: Potentials,
    pub(super) edge_rows: Vec<u32>,
}

impl<'p> Standing<'p> {
    pub(super) fn new(problem: &'p Problem) -> Result<Self, SolveError> {
        let edge_rows = (0..problem.rows()).flat_map(|row| problem.edges_of(row).map(move |_| row as u32)).collect();
        let mut standing = Self {
            problem,
            open: vec![true; problem.edges()],
            demands: problem.demands().to_vec(),
            capacities: problem.capacities().to_vec(),
            limits: problem.limits().to_vec(),
            taken: Vec::new(),
            chosen: Vec::new(),
            prices: Potentials::default(),
            edge_rows,
        };
        standing.solve()?;
        Ok(standing)
    }

    /// The network of what is left.
    pub(super) fn network(&self) -> Network<'_> {
        Network {
            demands: &self.demands,
            capacities: &self.capacities,
            limits: &self.limits,
            open: &self.open,
            ..Network::of(self.problem)
        }
    }

    /// What each place of a row counts in the sum that stands for the tiers.
    pub(super) fn priorities(&self) -> Vec<i64> {
        (0..self.problem.rows()).map(|row| self.problem.priority(row)).collect()
    }

    /// Assigns the rest anew.
    pub(super) fn solve(&mut self) -> Result<(), SolveError> {
        let flow = optimise(&self.network(), &[Gain::Places(self.priorities())], &Control::default())?;
        let mut chosen = vec![false; self.problem.edges()];
        for edge in flow.chosen {
            chosen[edge] = true;
        }
        self.chosen = chosen;
        self.prices = flow.potentials.into_iter().next().unwrap_or_default();
        Ok(())
    }

    /// Takes a chosen edge for good. The rest of the assignment and its potentials stay best for what is left: row,
    /// column and set lose a place they held, so that each is as full as before.
    pub(super) fn take(&mut self, edge: usize) {
        self.taken.push(edge);
        self.chosen[edge] = false;
        self.open[edge] = false;
        let column = self.problem.columns[edge] as usize;
        self.demands[self.edge_rows[edge] as usize] -= 1;
        self.capacities[column] -= 1;
        match self.problem.group_of[column] {
            NO_GROUP => {}
            group => self.limits[group as usize] -= 1,
        }
    }

    /// Places of each tier filled by what is taken and by the assignment of the rest.
    pub(super) fn served(&self) -> Vec<usize> {
        let mut served = vec![0; usize::from(self.problem.tier_count())];
        let chosen = self.chosen.iter().enumerate().filter(|(_, chosen)| **chosen).map(|(edge, _)| edge);
        for edge in chosen.chain(self.taken.iter().copied()) {
            served[usize::from(self.problem.tiers()[self.edge_rows[edge] as usize])] += 1;
        }
        served
    }
}
