//! Exact assignment of rows to columns, in integers, knowing nothing of people.
//!
//! A [`Problem`] has rows that want at most one column each, columns with a
//! capacity, the edges that are allowed, and values on the edges. A [`Solver`]
//! finds the assignment that is best in strict order: most rows of tier 0
//! served, then of tier 1 and so on, then the highest total at level 0, then at
//! level 1 and so on. No weighted sum stands in for that order.
//!
//! ```
//! use alongside::solve::{Control, Hungarian, Problem, ProblemParts, Solver, Status};
//!
//! // Row 0 may go to either column, row 1 to column 0 only.
//! let problem = Problem::new(ProblemParts {
//!     tier_count: 1,
//!     tiers: vec![0, 0],
//!     capacities: vec![1, 1],
//!     row_starts: vec![0, 2, 3],
//!     columns: vec![0, 1, 0],
//!     levels: vec![vec![9, 2, 5]],
//! })?;
//! let solution = Hungarian.solve(&problem, &Control::default())?;
//! assert_eq!(solution.assignment, [Some(1), Some(0)]);
//! assert_eq!(solution.served, [2]);
//! assert_eq!(solution.totals, [7]);
//! assert_eq!(solution.status, Status::Optimal);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(clippy::float_arithmetic)]

mod bound;
mod check;
mod dense;
mod edit;
mod error;
mod favourites;
mod greedy;
mod hungarian;
mod matching;
mod pack;
mod part;
mod problem;
mod solution;
mod split;
mod table;
mod weight;

use crate::progress::{Progress, Stage};
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

pub use edit::Forced;
pub use error::{ProblemError, SolveError};
pub use hungarian::Hungarian;
pub use problem::{MAX_EDGES, MAX_LEVELS, MAX_ROWS, MAX_TIERS, MAX_VALUE, Problem, ProblemParts};
pub use solution::{Components, Solution, Status};

/// Something that solves problems.
pub trait Solver {
    /// The best assignment, or within the limits of `control` the best found.
    ///
    /// # Errors
    ///
    /// A [`SolveError`] if the answer fails its own check.
    fn solve(&self, problem: &Problem, control: &Control<'_>) -> Result<Solution, SolveError>;
}

/// How far a solver may go for the exact answer. Beyond it, it still serves as
/// many rows of each tier as is possible.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Largest matrix, in cells, for one independent part: the places that are
    /// filled times the places they choose from, a column counting once for
    /// each row it can take. Checked before anything is allocated. At most 4
    /// bytes a cell are used, and 16 to 128 bytes an edge.
    pub max_cells: usize,
    /// Asked before each part, not within one; once it says true, the parts not
    /// begun are given the best found. The tiers are settled first, and a part
    /// in which everybody's favourite is free is solved regardless: both
    /// take about the time needed to read the problem.
    pub should_stop: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Asked for each mentee while screening, before each part and before each
    /// question; once it says true, nobody wants a result any more and the run
    /// ends as soon as it can.
    pub give_up: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Told now and then how far the run is, from any thread.
    pub progress: Option<&'a (dyn Fn(Progress) + Sync)>,
}

impl Control<'_> {
    /// Whether nobody wants the result any more.
    pub(crate) fn gives_up(&self) -> bool {
        self.give_up.is_some_and(|give_up| give_up())
    }

    /// Tells that one more of a stage is done.
    pub(crate) fn tell(&self, stage: Stage, counter: &AtomicUsize, of: usize) {
        if let Some(progress) = self.progress {
            let done = counter.fetch_add(1, Ordering::Relaxed) + 1;
            progress(Progress { stage, done, of });
        }
    }

    /// The same limits without a word: for work inside a stage that is told already.
    pub(crate) fn unheard(&self) -> Self {
        Self { progress: None, ..*self }
    }
}

impl Default for Control<'_> {
    /// 40 million cells, never stopped, nobody listening.
    fn default() -> Self {
        Self { max_cells: 40_000_000, should_stop: None, give_up: None, progress: None }
    }
}

impl fmt::Debug for Control<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Control")
            .field("max_cells", &self.max_cells)
            .field("should_stop", &self.should_stop.map(|_| "..."))
            .field("give_up", &self.give_up.map(|_| "..."))
            .field("progress", &self.progress.map(|_| "..."))
            .finish()
    }
}
