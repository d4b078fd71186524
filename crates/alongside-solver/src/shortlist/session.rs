//! Lists issued one after another.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::error::Error;
use std::fmt;

use super::residual::{Residual, safe, turn};
use super::standing::Standing;
use crate::problem::Problem;
use crate::solution::SolveError;

/// Which edges belong to some assignment with every tier's number as great as it can be. Time: one flow over the tiers
/// alone, then linear in the edges.
///
/// # Errors
///
/// As [`crate::network::solve`].
pub fn safe_edges(problem: &Problem) -> Result<Vec<bool>, SolveError> {
    let standing = Standing::new(problem)?;
    Ok(safe(&standing, &Residual::new(&standing)))
}

/// The options of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeList {
    /// The row.
    pub row: u32,
    /// Edges of the row, the best first: by level 0, then level 1 and so on, then by column.
    pub options: Vec<usize>,
}

/// Rows that choose for themselves, and nobody the worse for it.
///
/// Call the numbers of places filled, tier by tier, that the best assignment reaches with everything taken so far
/// [`SafeLists::served`]. What is promised:
///
/// - Whatever option of whatever list is picked, these numbers stay what they are. So while nobody declines, everybody
///   picks in turn and in the end every tier's number is as great as it was possible at all.
/// - [`SafeLists::decline`] strikes the pairs a row was offered. The row is not punished: it waits again, behind the
///   others, and is offered what else is safe for it, if anything. The numbers are those of what is left; they may be
///   smaller, because a pair that somebody refuses cannot be counted on. Rows for which there was no room may now have
///   some.
/// - [`SafeLists::leave`] is for a row that wants nothing any more: all its pairs are struck.
///
/// When no list is left, what is taken is an assignment with just these numbers. A row that wants several columns has
/// its turn several times.
///
/// Time: a turn is linear in the edges; declining and leaving solve a flow over the tiers alone. Memory: a few words an
/// edge.
#[derive(Debug, Clone)]
pub struct SafeLists<'p> {
    pub(super) standing: Standing<'p>,
    pub(super) length: usize,
    waiting: VecDeque<u32>,
    residual: Residual,
    safe: Vec<bool>,
}

/// An edge was picked that is not safe, or no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotSafe {
    /// The edge.
    pub edge: usize,
}

impl<'p> SafeLists<'p> {
    /// Lists of at most `length` options, and of one if that is 0. Rows have their turn by tier, within a tier in their own order.
    ///
    /// # Errors
    ///
    /// As [`crate::network::solve`].
    pub fn new(problem: &'p Problem, length: usize) -> Result<Self, SolveError> {
        let standing = Standing::new(problem)?;
        let mut waiting: Vec<u32> = (0..problem.rows() as u32).collect();
        waiting.sort_by_key(|row| problem.tiers()[*row as usize]);
        let residual = Residual::new(&standing);
        let safe = safe(&standing, &residual);
        Ok(Self { standing, length: length.max(1), waiting: waiting.into(), residual, safe })
    }

    /// The list of the row whose turn it is: the first waiting that has an option. None when nobody has. The same list
    /// until something is picked or declined.
    pub fn next_list(&self) -> Option<SafeList> {
        self.waiting.iter().find_map(|row| self.list(*row))
    }

    /// The list of a row, out of turn; none if nothing is safe for it.
    pub fn list(&self, row: u32) -> Option<SafeList> {
        if self.standing.demands.get(row as usize).is_none_or(|wants| *wants == 0) {
            return None;
        }
        let edges = self.standing.problem.edges_of(row as usize);
        let mut options: Vec<usize> = edges.filter(|edge| self.safe[*edge]).collect();
        self.sort(&mut options);
        options.truncate(self.length);
        (!options.is_empty()).then_some(SafeList { row, options })
    }

    /// The best first.
    pub(super) fn sort(&self, options: &mut [usize]) {
        let values = |edge: &usize| Reverse(self.standing.problem.values(*edge).collect::<Vec<i64>>());
        options.sort_by_cached_key(|edge| (values(edge), *edge));
    }

    /// A row picks an option. Any edge that is safe now may be picked, whether it is on the list last given or not.
    ///
    /// # Errors
    ///
    /// [`NotSafe`] if the edge is in no assignment with these numbers, because it never was or because of what was
    /// picked or declined since; nothing has changed then.
    pub fn pick(&mut self, edge: usize) -> Result<(), NotSafe> {
        let refused = NotSafe { edge };
        let safe = self.safe.get(edge).copied().unwrap_or(false);
        let row = *self.standing.edge_rows.get(edge).filter(|_| safe).ok_or(refused)?;
        if !self.standing.chosen[edge] {
            let way = self.residual.way(self.standing.problem.columns[edge], row).ok_or(refused)?;
            turn(&mut self.standing, edge, &way);
        }
        self.standing.take(edge);
        self.look_again();
        Ok(())
    }

    /// A row declines all options of a list: these pairs are struck and the row waits again behind the others.
    ///
    /// # Errors
    ///
    /// As [`crate::network::solve`].
    pub fn decline(&mut self, list: &SafeList) -> Result<(), SolveError> {
        if let Some(at) = self.waiting.iter().position(|row| *row == list.row) {
            self.waiting.remove(at);
            self.waiting.push_back(list.row);
        }
        let edges = self.standing.problem.edges_of(list.row as usize);
        self.strike(list.options.iter().copied().filter(|edge| edges.contains(edge)))
    }

    /// A row leaves: all its pairs that are not taken yet are struck.
    ///
    /// # Errors
    ///
    /// As [`crate::network::solve`].
    pub fn leave(&mut self, row: u32) -> Result<(), SolveError> {
        self.waiting.retain(|waiting| *waiting != row);
        self.strike(self.standing.problem.edges_of(row as usize))
    }

    fn strike(&mut self, edges: impl Iterator<Item = usize>) -> Result<(), SolveError> {
        for edge in edges {
            self.standing.open[edge] = false;
        }
        self.standing.solve()?;
        self.look_again();
        Ok(())
    }

    fn look_again(&mut self) {
        self.residual = Residual::new(&self.standing);
        self.safe = safe(&self.standing, &self.residual);
    }

    /// The edges taken, in the order they were.
    pub fn taken(&self) -> &[usize] {
        &self.standing.taken
    }

    /// Places of each tier that can be filled with what is taken and what is left: no assignment that contains what is
    /// taken fills more of a tier without filling fewer of one before it.
    pub fn served(&self) -> Vec<usize> {
        self.standing.served()
    }
}

impl fmt::Display for NotSafe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "pair {} would cost somebody a place", self.edge)
    }
}

impl Error for NotSafe {}
