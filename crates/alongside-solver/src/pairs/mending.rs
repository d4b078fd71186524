//! Kept pairs that are mended rather than solved anew.

use super::again::{edges, mates};
use crate::certificate::{Certificate, Potentials};
use crate::problem::{Problem, ProblemParts};
use crate::solution::{Solution, SolveError, Status};
use crate::warm::{Live, NewPair};

/// A solution of the kept pairs that is mended when pairs come.
#[derive(Debug)]
pub(super) struct Mending {
    live: Live,
    /// Where all levels but the last are settled, the potentials of those, and only pairs that are tight at them take
    /// part: whatever happens at the last level, no other pair is made (complementary slackness), and they are few.
    settled: Option<Vec<Potentials>>,
}

impl Mending {
    /// Begins with a solution; none where warm solving cannot take it. Time: linear in the pairs.
    pub(super) fn new(problem: &Problem, solution: &Solution, all_but_last_settled: bool) -> Option<Self> {
        if !all_but_last_settled {
            return Some(Self { live: Live::new(problem, solution).ok()?, settled: None });
        }
        let (_, before) = solution.certificate.as_ref()?.levels.split_last()?;
        let (few, of_few) = narrowed(problem, solution).ok()?;
        Some(Self { live: Live::new(&few, &of_few).ok()?, settled: Some(before.to_vec()) })
    }

    /// Adds pairs of a row; whether that could be mended.
    pub(super) fn add(&mut self, row: u32, pairs: &[NewPair<'_>]) -> bool {
        self.live.set_pairs(row, pairs).is_ok()
    }

    /// The solution of all kept pairs, `problem`; none where potentials moved that were settled, so that the proof need
    /// not hold for all. Time: linear in rows and columns.
    pub(super) fn solution(&self, problem: &Problem) -> Option<Solution> {
        let Some(settled) = &self.settled else { return Some(self.live.solution()) };
        let mates: Vec<Option<u32>> = (0..problem.rows() as u32).map(|row| self.live.assignment_of(row)).collect();
        let mut solution = Solution::of(problem, edges(problem, &mates).collect()).ok()?;
        let certificate = self.live.certificate();
        // A pair that was left out for what it lacks at the settled levels lacks it still.
        if !certificate.levels.starts_with(settled) {
            return None;
        }
        solution.status = Status::Optimal;
        solution.bounds.clone_from(&solution.totals);
        solution.certificate = Some(certificate);
        Some(solution)
    }
}

/// The problem and its solution with no other pairs than those that are tight at all levels before the last. Time:
/// linear in the pairs.
fn narrowed(problem: &Problem, solution: &Solution) -> Result<(Problem, Solution), SolveError> {
    let certificate = solution.certificate.as_ref().filter(|_| problem.is_plain()).ok_or(SolveError::Unsound)?;
    let mut parts = ProblemParts {
        tier_count: problem.tier_count,
        tiers: problem.tiers.clone(),
        capacities: problem.capacities.clone(),
        row_starts: vec![0],
        levels: vec![Vec::new(); problem.level_count()],
        ..ProblemParts::default()
    };
    for row in 0..problem.rows() {
        for edge in problem.edges_of(row).filter(|edge| is_tight(problem, certificate, row, *edge)) {
            parts.columns.push(problem.columns[edge]);
            parts.levels.iter_mut().zip(problem.values(edge)).for_each(|(level, value)| level.push(value));
        }
        parts.row_starts.push(parts.columns.len());
    }
    let few = Problem::new(parts).map_err(|_| SolveError::Unsound)?;
    let edges = edges(&few, &mates(problem, solution)).collect();
    Ok((few, Solution { edges, ..solution.clone() }))
}

/// Whether the potentials of all levels but the last add up to what the pair is worth.
fn is_tight(problem: &Problem, certificate: &Certificate, row: usize, edge: usize) -> bool {
    let column = problem.columns[edge] as usize;
    let worth = std::iter::once(problem.priority(row)).chain(problem.values(edge));
    let before = certificate.levels.len().saturating_sub(1);
    let mut levels = certificate.levels.iter().zip(worth).take(before);
    levels.all(|(level, worth)| level.rows[row] + level.columns[column] == worth)
}
