//! From one solution of the kept pairs to the next: mended, taken a level further, or found anew.

use super::answer::PairsError;
use super::lists::Lists;
use super::mending::Mending;
use super::pass::Pass;
use super::prices::Prices;
use super::run::Run;
use super::source::AllPairs;
use crate::certificate::Certificate;
use crate::problem::Problem;
use crate::solution::Solution;
use crate::solve::solve_again;
use crate::warm::NewPair;
use std::time::{Duration, Instant};

/// A solution is mended rather than found anew once no more than one in so many rows has a pair that breaks it. With
/// one in two, programmes of a hundred thousand took a tenth less, and a made-up country of that size six times as long;
/// with one in five, programmes of ten thousand mended for longer than a new solution takes.
const FEW: usize = 15;

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
            let known = (certificate, self.settled(levels));
            let again = || solve_again(&problem, &edges, known, self.control);
            if let Some(solution) = self.kept.beside(self.source, &problem, again)?? {
                return Ok((problem, solution, begun.elapsed()));
            }
            self.kept.take_back(problem);
        }
        self.solve(levels)
    }

    /// Of so many levels of value, how many hold for all pairs and are settled.
    fn settled(&self, levels: usize) -> usize {
        if levels > self.source.together() { levels - 1 } else { 0 }
    }

    /// Remembers a solution to go on from, unless it moved what is settled.
    pub(super) fn remember(&mut self, levels: usize, mates: Vec<Option<u32>>, certificate: &Certificate) {
        let settled = self.settled(levels) + 1;
        let moved = |(_, before): &(_, Certificate)| before.levels.get(..settled) != certificate.levels.get(..settled);
        if !self.before.as_ref().is_some_and(moved) {
            self.before = Some((mates, certificate.clone()));
        }
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
            let settled = levels > self.source.together();
            self.mending = self.kept.beside(self.source, &problem, || Mending::new(&problem, solution, settled))?;
            self.kept.take_back(problem);
        }
        let price = |column: u32| prices.columns.of(column);
        let added = self.kept.add(self.source, &pass.lists, &Lists::default(), &prices.scale, price)?;
        if let Some(mending) = self.mending.take() {
            self.mending = self.kept.beside_pairs(self.source, |set, values| {
                let values =
                    |row, column| values.iter().map(|level| level[set.place(row, column)]).take(levels).collect();
                mended(mending, values, &pass.lists)
            })?;
        }
        Ok(added)
    }
}

/// With the pairs of these lists, of these values; none where that could not be mended.
fn mended(mut mending: Mending, values: impl Fn(u32, u32) -> Vec<i64>, lists: &Lists) -> Option<Mending> {
    // All pairs of a row at once: it need not move to each of them in turn.
    let all = lists.of.iter().all(|list| {
        let values: Vec<Vec<i64>> = list.pairs.iter().map(|pair| values(list.of, pair.with)).collect();
        let pairs = list.pairs.iter().zip(&values);
        let pairs: Vec<NewPair<'_>> = pairs.map(|(pair, values)| NewPair { with: pair.with, values }).collect();
        mending.add(list.of, &pairs)
    });
    all.then_some(mending)
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
