//! The whole run: keep a few, solve, look for what breaks the proof, add it, solve again.

use super::again::mates;
use super::answer::{Answer, PairsError};
use super::bound::{Bound, Proven, chosen};
use super::kept::Kept;
use super::known::{Known, UNKNOWN};
use super::mending::Mending;
use super::plan::Plan;
use super::prices::Prices;
use super::report::{Report, Round, Step};
use super::source::{AllPairs, MAX_BLOCK_VALUE};
use super::tight::Tight;
use crate::certificate::Certificate;
use crate::control::Control;
use crate::problem::{MAX_LEVELS, Problem, ProblemParts};
use crate::solution::{Solution, SolveError, Status};
use crate::solve::solve;
use std::time::{Duration, Instant};

/// The best assignment over all pairs of a source, with a certificate that holds for all of them, in memory
/// proportional to rows, columns and the pairs kept.
///
/// `frame` says everything of rows and columns that a problem does; its edges and levels do not matter. Keeps the best
/// few pairs of each row and column; finds the greatest numbers served and looks over all pairs for any that break
/// their cover, until none does; solves the kept pairs exactly, looks over all pairs for any that break the potentials,
/// adds those, and solves again, level after level, until none is left. Each round looks only where potentials have
/// moved far enough.
///
/// Once `control` says stop, or after the plan's rounds, numbers served are still best and proven, and the answer is
/// the best found with a bound.
///
/// # Errors
///
/// See [`PairsError`].
pub fn best_over_all_pairs<S: AllPairs>(
    source: &S,
    frame: &ProblemParts,
    plan: &Plan<'_>,
    control: &Control<'_>,
) -> Result<Answer, PairsError> {
    let together = source.together();
    let sound = (1..=MAX_LEVELS).contains(&source.levels()) && (1..=source.levels()).contains(&together);
    if !sound || (0..together).any(|level| !(0..=MAX_BLOCK_VALUE).contains(&source.most(level))) {
        return Err(PairsError::Source);
    }
    let frame = ProblemParts { row_starts: Vec::new(), columns: Vec::new(), levels: Vec::new(), ..frame.clone() };
    if frame.tiers.len() != source.rows() || frame.capacities.len() != source.columns() {
        return Err(PairsError::Source);
    }
    let no_edges = vec![0; source.rows() + 1];
    Problem::new(ProblemParts { row_starts: no_edges, ..frame.clone() })?;
    let kept = Kept::new(source.rows(), together);
    let mut run = Run {
        source,
        frame,
        plan,
        control,
        kept,
        mending: None,
        before: None,
        tight: None,
        allowed: Vec::new(),
        uncounted: Vec::new(),
        report: Report::default(),
    };
    let (known, bound) = run.scan()?;
    run.cover()?;
    run.price(known, bound)
}

/// A run while it goes on.
pub(super) struct Run<'a, S> {
    pub(super) source: &'a S,
    pub(super) frame: ProblemParts,
    pub(super) plan: &'a Plan<'a>,
    pub(super) control: &'a Control<'a>,
    pub(super) kept: Kept,
    /// The kept pairs as last solved, once there is little left to find.
    pub(super) mending: Option<Mending>,
    /// The column of each row where the kept pairs were last solved, and the proof: of all pairs for the numbers served
    /// and for the levels that are settled.
    pub(super) before: Option<(Vec<Option<u32>>, Certificate)>,
    /// Pairs that are as good as their potentials at all levels before the one at hand, once they are known.
    pub(super) tight: Option<Tight>,
    /// Pairs of each row that are allowed, and which rows have more of them than were counted.
    pub(super) allowed: Vec<u32>,
    pub(super) uncounted: Vec<bool>,
    report: Report,
}

impl<S: AllPairs> Run<'_, S> {
    /// Levels of the objective before the first of value.
    pub(super) fn levels_before(&self) -> usize {
        1 + usize::from(self.frame.use_columns)
    }

    /// Solves the kept pairs with so many levels of value.
    pub(super) fn solve(&mut self, levels: usize) -> Result<(Problem, Solution, Duration), PairsError> {
        let begun = Instant::now();
        let problem = self.kept.problem(&self.frame, levels)?;
        // Numbers served are settled whatever the time; only totals may be left open.
        let control = if levels == 0 { Control { should_stop: None, ..*self.control } } else { *self.control };
        let solution = self.kept.beside(self.source, &problem, || solve(&problem, &control))??;
        Ok((problem, solution, begun.elapsed()))
    }

    fn price(mut self, mut known: Known, mut bound: Bound) -> Result<Answer, PairsError> {
        let mut levels = self.source.together();
        let (mut rounds, mut samples, mut begins) = (0, 0, false);
        loop {
            let (problem, solution, solving) = self.solve_again(levels)?;
            let stopped = self.control.stops() || rounds >= self.plan.rounds;
            let certificate = match &solution.certificate {
                Some(certificate) if !stopped && solution.status == Status::Optimal => certificate,
                _ => return self.stop(problem, solution, &bound),
            };
            let slack = if levels == self.source.together() { self.plan.slack >> rounds.min(31) } else { 0 };
            let prices = Prices::new(self.source, &self.frame, certificate, slack)?;
            let (mates, chosen) = (mates(&problem, &solution), chosen(&problem, &solution.edges));
            self.kept.take_back(problem);
            self.remember(levels, mates, certificate);
            let begun = Instant::now();
            if samples < self.plan.samples && self.uncounted.contains(&true) {
                let pass = self.sample(&prices, samples);
                samples += 1;
                if pass.broken > 0 {
                    let added = self.add(levels, &prices, &pass, &solution)?;
                    let looked = (pass.rows, pass.pairs);
                    self.note(Step::Sample, solving, begun.elapsed(), looked, (pass.broken, added));
                    continue;
                }
            }
            rounds += 1;
            let pass = self.pass(&prices, certificate, &mut known, std::mem::take(&mut begins));
            let proven = Proven { certificate, prices: &prices, known: &known, lists: &pass.lists, chosen: &chosen };
            bound.tighten(&proven, self.source.most(0), &self.frame, &solution.served);
            let last = levels == self.source.levels();
            let added = if pass.broken == 0 && last { 0 } else { self.add(levels, &prices, &pass, &solution)? };
            let looked = (pass.rows, pass.pairs);
            self.note(Step::Price { level: levels - 1 }, solving, begun.elapsed(), looked, (pass.broken, added));
            if self.control.gives_up() {
                return Err(SolveError::GivenUp.into());
            }
            if pass.broken > 0 {
                if added == 0 {
                    return Err(SolveError::Unsound.into());
                }
                continue;
            }
            if last {
                self.kept.settle(self.source)?;
                let problem = self.kept.problem(&self.frame, levels)?;
                return Ok(Answer { problem, solution, allowed: self.allowed, report: self.report });
            }
            levels += 1;
            begins = true;
            self.mending = None;
            self.tight = None;
            self.kept.deepen(self.source)?;
            known.rows.push(vec![UNKNOWN; self.source.rows()]);
            known.columns.push(vec![0; self.source.columns()]);
        }
    }

    /// The end of a run that has to stop: the assignment at hand and the best bound there is.
    fn stop(mut self, problem: Problem, solution: Solution, bound: &Bound) -> Result<Answer, PairsError> {
        self.kept.take_back(problem);
        self.kept.settle(self.source)?;
        self.count_rest();
        while self.kept.depth() < self.source.levels() {
            self.kept.deepen(self.source)?;
        }
        let problem = self.kept.problem(&self.frame, self.source.levels())?;
        let parts = solution.parts;
        let mut solution = Solution { parts, ..Solution::of(&problem, solution.edges)? };
        solution.status = Status::BestFound;
        if let (Some(level), Some(total)) = (solution.bounds.first_mut(), solution.totals.first()) {
            *level = bound.total(&solution.served).max(*total);
        }
        Ok(Answer { problem, solution, allowed: self.allowed, report: self.report })
    }

    pub(super) fn note(
        &mut self,
        step: Step,
        solving: Duration,
        passing: Duration,
        (rows, pairs): (usize, u64),
        (broken, added): (usize, usize),
    ) {
        let kept = self.kept.set.len();
        let round = Round { step, solving, passing, rows, pairs, broken, added, kept };
        self.plan.watch.iter().for_each(|watch| watch(&round));
        self.report.rounds.push(round);
    }
}

/// What one place filled for a row counts at the first level.
pub(super) fn priority(frame: &ProblemParts, row: usize) -> i64 {
    i64::from(frame.tier_count - frame.tiers[row])
}
