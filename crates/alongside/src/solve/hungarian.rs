//! The solver: split, solve the parts side by side, put them together.

use crate::progress::Stage;
use rayon::prelude::*;
use std::sync::atomic::AtomicUsize;

use super::error::SolveError;
use super::matching::Matching;
use super::pack::MAX_PAIRS;
use super::part::{Part, Served};
use super::problem::Problem;
use super::solution::{Components, Solution, Status, assign, totals};
use super::split::Split;
use super::{Control, Solver, bound, dense, favourites, greedy};

/// The Hungarian method on each independent part, exact in integers.
///
/// A matching of the best count per tier comes first; from it the problem is
/// split into parts which are solved in parallel. The answer does not depend on
/// the number of threads, unless [`Control::should_stop`] turns true on the
/// way.
///
/// Time: for a part of `n` pairs among `m` places O(n² m); a part in which
/// everybody's favourite is free takes linear time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hungarian;

impl Solver for Hungarian {
    fn solve(&self, problem: &Problem, control: &Control<'_>) -> Result<Solution, SolveError> {
        let start = Matching::by_tier(&problem.graph);
        let split = Split::new(problem, &start);
        let parts = split.parts.as_slice();
        let solved_parts = AtomicUsize::new(0);
        let exact: Vec<Option<Vec<Served>>> = parts
            .par_iter()
            .map(|part| {
                let solved = solve_part(problem, part, control);
                control.tell(Stage::Solving, &solved_parts, parts.len());
                solved
            })
            .collect::<Result<_, _>>()?;
        let answers = greedy::fill_in(problem, &split, exact);

        assemble(problem, &start, parts, answers)
    }
}

/// A part's answer.
pub(super) struct Answer {
    pub(super) pairs: Vec<Served>,
    pub(super) exact: bool,
}

/// The best answer of a part, or none if it is too large or too late for it.
fn solve_part(problem: &Problem, part: &Part, control: &Control<'_>) -> Result<Option<Vec<Served>>, SolveError> {
    if let Some(answer) = favourites::solve(problem, part) {
        return Ok(Some(answer));
    }
    let too_large = part.cells() > control.max_cells || part.pairs() > MAX_PAIRS;
    if too_large || control.should_stop.is_some_and(|stop| stop()) || control.gives_up() {
        return Ok(None);
    }
    dense::solve(problem, part).map(Some)
}

/// One answer made of those of the parts, checked.
fn assemble(
    problem: &Problem,
    start: &Matching<'_>,
    parts: &[Part],
    answers: Vec<Answer>,
) -> Result<Solution, SolveError> {
    let sums: Vec<Sums> =
        parts.par_iter().zip(&answers).map(|(part, answer)| Sums::of(problem, part, answer)).collect();
    let mut all = Sums::zero(problem);
    for sum in &sums {
        add(&mut all.totals, &sum.totals);
        add(&mut all.bounds, &sum.bounds);
    }
    let pairs = answers.into_iter().flat_map(|answer| answer.pairs);
    let (assignment, served) = assign(problem, pairs)?;
    if served != start.served() {
        return Err(SolveError::Unsound);
    }
    Ok(Solution {
        assignment,
        status: if all.is_tight() { Status::Optimal } else { Status::BestFound },
        served,
        components: Components {
            count: parts.len(),
            largest: parts.iter().map(Part::cells).max().unwrap_or(0),
            exact: sums.iter().filter(|sum| sum.is_tight()).count(),
        },
        totals: all.totals,
        bounds: all.bounds,
    })
}

/// The totals of an answer, and a bound on those of the best.
struct Sums {
    totals: Vec<i64>,
    bounds: Vec<i64>,
}

impl Sums {
    fn zero(problem: &Problem) -> Self {
        let zero = vec![0; problem.level_count()];
        Self { totals: zero.clone(), bounds: zero }
    }

    fn of(problem: &Problem, part: &Part, answer: &Answer) -> Self {
        let totals = totals(problem, &answer.pairs);
        let bounds = if answer.exact {
            totals.clone()
        } else {
            let levels = 0..problem.level_count();
            levels.map(|level| bound::upper(problem, part, level)).collect()
        };
        Self { totals, bounds }
    }

    /// Whether the answer is proven best, however it was found: one that meets
    /// a bound on any answer at every level cannot be beaten.
    fn is_tight(&self) -> bool {
        self.totals == self.bounds
    }
}

/// Adds level by level.
fn add(sums: &mut [i64], more: &[i64]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += more;
    }
}
