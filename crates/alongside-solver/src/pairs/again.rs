//! From one solution of the kept pairs to the next: mended, taken a level further, or found anew.

use super::answer::PairsError;
use super::lists::{Listed, Lists};
use super::mending::Mending;
use super::pass::Pass;
use super::prices::Prices;
use super::run::Run;
use super::source::AllPairs;
use crate::problem::Problem;
use crate::solution::Solution;
use crate::solve::solve_last;
use crate::warm::NewPair;
use std::time::{Duration, Instant};

/// A solution is mended rather than found anew once no more than one in so many rows has a pair that breaks it. With
/// one in two, programmes of a hundred thousand took a tenth less, and a made-up country of that size six times as long.
const FEW: usize = 5;

impl<S: AllPairs> Run<'_, S> {
    /// The solution of the kept pairs: the one at hand where it was mended, a new one otherwise.
    pub(super) fn solve_again(&mut self, levels: usize) -> Result<(Problem, Solution, Duration), PairsError> {
        let begun = Instant::now();
        if let Some(mending) = self.mending.take() {
            let problem = self.kept.problem(&self.frame, levels)?;
            if let Some(solution) = mending.solution(&problem) {
                self.mending = Some(mending);
                return Ok((problem, solution, begun.elapsed()));
            }
            self.kept.take_back(problem);
        }
        if let Some((mates, certificate)) = &self.before {
            let problem = self.kept.problem(&self.frame, levels)?;
            let edges: Vec<usize> = edges(&problem, mates).collect();
            if let Some(solution) = solve_last(&problem, &edges, certificate, self.control)? {
                return Ok((problem, solution, begun.elapsed()));
            }
            self.kept.take_back(problem);
        }
        self.solve(levels)
    }

    /// Adds what a pass found to the kept pairs. Where that is little, the solution is mended row by row.
    pub(super) fn add(
        &mut self,
        levels: usize,
        prices: &Prices,
        pass: &Pass,
        solution: &Solution,
    ) -> Result<usize, PairsError> {
        let few = pass.broken <= self.source.rows() / FEW && pass.broken > 0 && !self.control.stops();
        if !few {
            self.mending = None;
        } else if self.mending.is_none() {
            let problem = self.kept.problem(&self.frame, levels)?;
            // What it cannot take is solved from the beginning every time.
            self.mending = Mending::new(&problem, solution, levels > self.source.together());
            self.kept.take_back(problem);
        }
        let price = |column: u32| prices.columns.of(column);
        let added = self.kept.add(self.source, &pass.lists, &Lists::default(), &prices.scale, price)?;
        if let Some(mut mending) = self.mending.take() {
            // All pairs of a row at once: it need not move to each of them in turn.
            let mended = pass.lists.of.iter().all(|list| {
                let values = |pair: &Listed| self.kept.values(list.of, pair.with, levels);
                let values: Vec<Vec<i64>> = list.pairs.iter().map(values).collect();
                let pairs = list.pairs.iter().zip(&values);
                let pairs: Vec<NewPair<'_>> = pairs.map(|(pair, values)| NewPair { with: pair.with, values }).collect();
                mending.add(list.of, &pairs)
            });
            self.mending = mended.then_some(mending);
        }
        Ok(added)
    }
}

/// The column of each row in a solution.
pub(super) fn mates(problem: &Problem, solution: &Solution) -> Vec<Option<u32>> {
    let mut chosen = solution.edges.iter().copied().peekable();
    let mate = |row: usize| {
        let end = problem.edges_of(row).end;
        chosen.next_if(|edge| *edge < end).and_then(|edge| problem.edge_columns().get(edge).copied())
    };
    (0..problem.rows()).map(mate).collect()
}

/// The edges by which rows have these columns.
pub(super) fn edges<'p>(problem: &'p Problem, mates: &'p [Option<u32>]) -> impl Iterator<Item = usize> + 'p {
    mates.iter().enumerate().filter_map(|(row, mate)| {
        let own = problem.edges_of(row);
        let columns = problem.edge_columns().get(own.clone())?;
        Some(own.start + columns.binary_search(mate.as_ref()?).ok()?)
    })
}
