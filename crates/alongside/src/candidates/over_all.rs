//! The best over all pairs of a programme that is too large to list them.

use super::CandidateGraph;
use super::pairs::ProgrammePairs;
use crate::compile::Compiled;
use crate::control::Control;
use crate::domain::{Quality, UnknownAnswer};
use crate::error::Error;
use crate::progress::Part;
use alongside_solver::certificate::{Certificate, Potentials};
use alongside_solver::pairs::{PairsError, Plan, best_over_all_pairs};
use alongside_solver::{Problem, Solution, SolveError};
use rayon::prelude::*;

/// Most mentees times mentors whose candidates are listed. Beyond it they are gone over without being stored.
pub const LISTED_PAIRS: u64 = 25_000_000;

/// A solved programme of which only some candidates are listed.
#[derive(Debug)]
pub(crate) struct OverAll {
    /// The candidates that were kept: the proposal's and the best of everybody among them.
    pub(crate) graph: CandidateGraph,
    /// The best over all candidates, by the edges of the graph's problem. Its certificate holds for all of them.
    pub(crate) solution: Solution,
    /// How many candidates there are, listed or not.
    pub(crate) candidates: usize,
}

/// Whether a programme's candidates are too many to list, and nothing that is asked of it turns on a list of all: the
/// questions that criteria ask do, any quality but total fit, and what the mentees of one mentor ask of each other.
pub(crate) fn is_large(compiled: &Compiled<'_>) -> bool {
    let pairs = compiled.mentees() as u64 * compiled.mentors() as u64;
    let total_fit = compiled.matching.aim.quality == Quality::TotalFit;
    pairs > LISTED_PAIRS
        && total_fit
        && compiled.company.is_empty()
        && compiled.matching.criteria.iter().all(|one| one.unknown != UnknownAnswer::Ask)
}

/// Finds the best over all pairs without listing them.
///
/// # Errors
/// [`Error::GivenUp`]; [`Error::LimitExceeded`] beyond what the solver takes; [`Error::Solver`].
pub(crate) fn over_all_pairs(
    compiled: &Compiled<'_>,
    pairs: &ProgrammePairs<'_>,
    control: &Control<'_>,
) -> Result<OverAll, Error> {
    let plan = Plan::for_source(pairs);
    let answer = control.solving(|control| best_over_all_pairs(pairs, &pairs.frame(), &plan, control));
    let answer = answer.map_err(|error| match error {
        PairsError::Solve(SolveError::GivenUp) => Error::GivenUp,
        PairsError::Problem(error) => Error::LimitExceeded(error.to_string()),
        error => Error::Solver(error.to_string()),
    })?;
    control.over(|| Part::AllPairs(answer.report.rounds.clone()));
    let (graph, edges) = listed(compiled, pairs, &answer.problem, &answer.solution.edges);
    let problem = graph.problem(compiled)?;
    let found = answer.solution;
    let mut solution = Solution::of(&problem, edges).map_err(|error| Error::Solver(error.to_string()))?;
    solution.status = found.status;
    solution.bounds = found.bounds;
    solution.parts = found.parts;
    solution.certificate = found.certificate.map(|certificate| by_mentor(compiled, pairs, certificate));
    let candidates = answer.allowed.iter().map(|allowed| *allowed as usize).sum();
    Ok(OverAll { graph, solution, candidates })
}

/// The kept pairs as candidates, mentors in order of id, and which of them are proposed.
fn listed(
    compiled: &Compiled<'_>,
    pairs: &ProgrammePairs<'_>,
    problem: &Problem,
    chosen: &[usize],
) -> (CandidateGraph, Vec<usize>) {
    let mut graph = CandidateGraph::with_room(problem.rows(), problem.edge_columns().len(), compiled);
    let mut edges = Vec::with_capacity(chosen.len());
    let mut chosen = chosen.iter().copied().peekable();
    let row = |of: usize| {
        let kept = problem.edges_of(of).zip(problem.edge_columns().get(problem.edges_of(of)).unwrap_or_default());
        let mut row: Vec<(u32, usize)> =
            kept.map(|(edge, column)| (pairs.mentor(*column as usize) as u32, edge)).collect();
        row.sort_unstable();
        row
    };
    let rows: Vec<Vec<(u32, usize)>> = (0..problem.rows()).into_par_iter().map(row).collect();
    for (of, row) in rows.iter().enumerate() {
        let proposed = chosen.next_if(|edge| problem.edges_of(of).contains(edge));
        for (mentor, edge) in row {
            if proposed == Some(*edge) {
                edges.push(graph.len());
            }
            graph.push(*mentor, problem.values(*edge));
        }
        graph.end_row();
    }
    (graph, edges)
}

/// The certificate with one potential a mentor in place of one a column; 0 for mentors who may meet nobody.
fn by_mentor(compiled: &Compiled<'_>, pairs: &ProgrammePairs<'_>, certificate: Certificate) -> Certificate {
    let level = |level: Potentials| {
        let mut columns = vec![0; compiled.mentors()];
        for (column, potential) in level.columns.iter().enumerate() {
            columns.get_mut(pairs.mentor(column)).into_iter().for_each(|place| *place = *potential);
        }
        Potentials { columns, ..level }
    };
    Certificate { levels: certificate.levels.into_iter().map(level).collect() }
}
