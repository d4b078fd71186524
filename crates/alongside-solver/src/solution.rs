//! What a solver gives back.

use crate::certificate::Certificate;
use crate::problem::Problem;
use std::error::Error;
use std::fmt;

/// How good an assignment is known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No assignment is better, proven.
    Optimal,
    /// As many places of each tier are filled as is possible, proven; the totals may fall short of the best by no more
    /// than `bounds` minus `totals`.
    BestFound,
}

/// An assignment and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// The edges chosen, ascending: by row, within a row by column.
    pub edges: Vec<usize>,
    /// How good it is.
    pub status: Status,
    /// Places filled in each tier.
    pub served: Vec<usize>,
    /// Columns used at least once.
    pub columns_used: usize,
    /// Total of each level of value.
    pub totals: Vec<i64>,
    /// For each level of value, a total that the best assignment does not exceed; equal to `totals` where the status
    /// is [`Status::Optimal`]. At level 0 it holds for every assignment that fills as many places of each tier.
    pub bounds: Vec<i64>,
    /// The proof, where the status is [`Status::Optimal`].
    pub certificate: Option<Certificate>,
    /// How the problem came apart.
    pub parts: Parts,
}

/// The independent parts that a problem came apart into. Rows and columns that no best assignment can use belong to
/// none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// Number of parts.
    pub count: usize,
    /// Edges of the largest part.
    pub largest: usize,
    /// Parts whose answer is proven best.
    pub exact: usize,
}

impl Solution {
    /// What the chosen edges add up to, without a word on how good that is. Time: rows, columns, and chosen edges times
    /// levels.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] if the edges are not an assignment of this problem.
    pub fn of(problem: &Problem, mut edges: Vec<usize>) -> Result<Self, SolveError> {
        edges.sort_unstable();
        let mut served = vec![0; usize::from(problem.tier_count())];
        let mut room = problem.capacities().to_vec();
        let mut group_room = problem.limits().to_vec();
        let mut chosen = edges.iter().copied().peekable();
        for (row, demand) in problem.demands().iter().enumerate() {
            let range = problem.edges_of(row);
            let mut filled = 0;
            while let Some(edge) = chosen.next_if(|edge| range.contains(edge)) {
                if chosen.peek() == Some(&edge) {
                    return Err(SolveError::Unsound);
                }
                let column = problem.edge_columns()[edge];
                let take = |room: &mut u32| room.checked_sub(1).map(|left| *room = left).ok_or(SolveError::Unsound);
                take(&mut room[column as usize])?;
                if let Some(group) = problem.group_of(column) {
                    take(&mut group_room[group as usize])?;
                }
                filled += 1;
            }
            if filled > *demand {
                return Err(SolveError::Unsound);
            }
            served[usize::from(problem.tiers()[row])] += filled as usize;
        }
        if chosen.next().is_some() {
            return Err(SolveError::Unsound);
        }
        let levels = 0..problem.level_count();
        let totals: Vec<i64> = levels.map(|level| edges.iter().map(|edge| problem.level(level)[*edge]).sum()).collect();
        let columns_used = room.iter().zip(problem.capacities()).filter(|(left, all)| left < all).count();
        Ok(Self {
            edges,
            status: Status::BestFound,
            served,
            columns_used,
            bounds: totals.clone(),
            totals,
            certificate: None,
            parts: Parts::default(),
        })
    }

    /// The column of each row, for problems in which no row wants several; the first of them otherwise.
    pub fn assignment(&self, problem: &Problem) -> Vec<Option<u32>> {
        let mut assignment = vec![None; problem.rows()];
        let mut row = 0;
        for edge in &self.edges {
            while problem.edges_of(row).end <= *edge {
                row += 1;
            }
            assignment[row].get_or_insert(problem.edge_columns()[*edge]);
        }
        assignment
    }
}

/// Why no answer was returned. Running out of time is not an error: see [`Status::BestFound`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SolveError {
    /// The answer failed its own check: a defect in the solver; the answer is withheld.
    Unsound,
    /// Values so large, along so many edges, that potentials leave 64 bits. Seen before any harm is done.
    Overflow,
    /// [`Control::give_up`](crate::Control::give_up) said so.
    GivenUp,
}

impl fmt::Display for SolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unsound => "the assignment failed its own check and was withheld",
            Self::Overflow => "the values are too large to be added up along so many pairs",
            Self::GivenUp => "given up",
        })
    }
}

impl Error for SolveError {}
