//! The proposal, and the best further options.

use std::error::Error;
use std::fmt;

use crate::control::Control;
use crate::network;
use crate::problem::{Ceilings, Problem, ProblemParts};
use crate::solution::{Solution, SolveError};

/// How long lists may be and how often a column may stand on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lengths {
    /// Options a row has at most, those proposed included.
    pub options: u32,
    /// Lists a column stands on at most, those where it is proposed included. A column proposed more often is on no
    /// further list.
    pub appearances: u32,
}

/// A list for each row: what is proposed to it and further options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortlists {
    /// All edges on lists, ascending: by row, within a row by column.
    pub edges: Vec<usize>,
    /// Those of them that were not proposed, ascending.
    pub further: Vec<usize>,
    /// The problem that the further options solve: the rows' demands are the options still wanted, the columns'
    /// capacities the appearances left.
    pub problem: Problem,
    /// Its solution, certificate included.
    pub solution: Solution,
    /// The edge of the original problem that each edge of [`Shortlists::problem`] is, ascending.
    pub originals: Vec<usize>,
}

/// Why no shortlists were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShortlistError {
    /// What is proposed is not an assignment of the problem.
    Proposal,
    /// More options are wanted than a problem may have places: see [`crate::problem::MAX_ROWS`].
    TooMany,
    /// As of the solver.
    Solve(SolveError),
}

/// The best further options beside an assignment, which stays as it is.
///
/// Best in the order of the problem's own objective: as many options as possible for rows of tier 0, then of tier 1 and
/// so on, then the greatest totals, level after level. A row that wants no place or a column without capacity is on no
/// list. Common limits of sets of columns do not bind, nor do columns used count: both are about places given, and an
/// option is not one yet. Time: one [`network::solve`] with as many units as there are options.
///
/// # Errors
///
/// If the proposal is not an assignment, lists are too long altogether, or the solver fails.
pub fn shortlists(
    problem: &Problem,
    proposal: &[usize],
    lengths: Lengths,
    control: &Control<'_>,
) -> Result<Shortlists, ShortlistError> {
    let proposal = Solution::of(problem, proposal.to_vec()).map_err(|_| ShortlistError::Proposal)?.edges;
    let mut proposed = vec![false; problem.edges()];
    let in_list = |room: u32, most: u32| if room == 0 { 0 } else { most };
    let mut appearances: Vec<u32> =
        problem.capacities().iter().map(|room| in_list(*room, lengths.appearances)).collect();
    for edge in &proposal {
        proposed[*edge] = true;
        let left = &mut appearances[problem.columns[*edge] as usize];
        *left = left.saturating_sub(1);
    }
    let originals: Vec<usize> = (0..problem.edges()).filter(|edge| !proposed[*edge]).collect();
    let mut row_starts = vec![0];
    let mut options = Vec::with_capacity(problem.rows());
    for row in 0..problem.rows() {
        let edges = problem.edges_of(row);
        let have = proposed[edges.clone()].iter().filter(|proposed| **proposed).count();
        let others = edges.len() - have;
        let wanted = in_list(problem.demands()[row], lengths.options) as usize;
        options.push(wanted.saturating_sub(have).min(others) as u32);
        row_starts.push(row_starts[row] + others);
    }
    let rest = Problem::new(ProblemParts {
        tier_count: problem.tier_count(),
        tiers: problem.tiers().to_vec(),
        demands: options,
        capacities: appearances,
        ceilings: Ceilings::default(),
        use_columns: false,
        row_starts,
        columns: originals.iter().map(|edge| problem.columns[*edge]).collect(),
        levels: problem.levels.iter().map(|level| originals.iter().map(|edge| level[*edge]).collect()).collect(),
    })
    .map_err(|_| ShortlistError::TooMany)?;
    let solution = network::solve(&rest, control)?;
    let further: Vec<usize> = solution.edges.iter().map(|edge| originals[*edge]).collect();
    let mut edges = proposal;
    edges.extend(&further);
    edges.sort_unstable();
    Ok(Shortlists { edges, further, problem: rest, solution, originals })
}

impl From<SolveError> for ShortlistError {
    fn from(error: SolveError) -> Self {
        Self::Solve(error)
    }
}

impl fmt::Display for ShortlistError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Proposal => f.write_str("what is proposed is not an assignment"),
            Self::TooMany => f.write_str("the lists are too long altogether"),
            Self::Solve(error) => error.fmt(f),
        }
    }
}

impl Error for ShortlistError {}
