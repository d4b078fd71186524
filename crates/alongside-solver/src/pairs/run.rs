//! The whole run: keep a few, solve, look for what breaks the proof, add it, solve again.

use super::bound::Bound;
use super::cover::cover_with;
use super::keep::{Rectangle, keep_among};
use super::kept::Kept;
use super::known::{Known, UNKNOWN};
use super::lists::{Lists, Turn};
use super::packing::Packing;
use super::price::ByReducedCost;
use super::prices::Prices;
use super::report::{Report, Round, Step};
use super::source::{AllPairs, MAX_BLOCK_VALUE};
use super::sweep::Sweep;
use crate::certificate::Certificate;
use crate::control::Control;
use crate::problem::{MAX_LEVELS, Problem, ProblemError, ProblemParts};
use crate::solution::{Solution, SolveError, Status};
use crate::solve::{solve, solve_last};
use crate::warm::Live;
use std::error::Error;
use std::fmt;
use std::time::{Duration, Instant};

/// How a run goes about it. None of it changes what is best, nor that it is proven.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    /// Pairs kept by each row to begin with.
    pub per_row: usize,
    /// Pairs kept by each column to begin with.
    pub per_column: usize,
    /// Of a row with more pairs than about so many, only these are looked at to begin with.
    pub among: usize,
    /// Most pairs added for a row in one round.
    pub added: usize,
    /// Pairs are added too if they miss breaking the potentials by less than this, in units of the last of the
    /// levels that the source puts together.
    pub slack: i32,
    /// Rounds of pricing after which the best found is returned with a bound.
    pub rounds: usize,
    /// Told of every round once it is over.
    pub watch: Option<&'a (dyn Fn(&Round) + Sync)>,
}

impl Plan<'_> {
    /// What was measured to do well: 20 a row, 5 a column, 12 more a round, a slack of a fiftieth of the values' range;
    /// the best of one pair in 25 to begin with, or of 400, where the others are counted with little work.
    pub fn for_source<S: AllPairs>(source: &S) -> Self {
        Self {
            per_row: 20,
            per_column: 5,
            among: if source.counts_alone() { (source.columns() / 25).max(400) } else { usize::MAX },
            added: 12,
            slack: source.most(source.together().max(1) - 1) / 50,
            rounds: 200,
            watch: None,
        }
    }
}

impl fmt::Debug for Plan<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let watch = self.watch.map(|_| "...");
        f.debug_struct("Plan")
            .field("per_row", &self.per_row)
            .field("per_column", &self.per_column)
            .field("among", &self.among)
            .field("added", &self.added)
            .field("slack", &self.slack)
            .field("rounds", &self.rounds)
            .field("watch", &watch)
            .finish()
    }
}

/// What a run over all pairs found.
#[derive(Debug)]
pub struct Answer {
    /// The kept pairs as a problem, at every level.
    pub problem: Problem,
    /// The assignment, by the problem's edges. Where its status is optimal, the certificate's potentials hold for every
    /// pair of the source, kept or not. Where it is not, `bounds` hold for every pair of the source at level 0.
    pub solution: Solution,
    /// How many pairs of each row are allowed, kept or not.
    pub allowed: Vec<u32>,
    /// What was done.
    pub report: Report,
}

/// Why a run gave no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PairsError {
    /// What was said of rows and columns, or the kept pairs, make no problem.
    Problem(ProblemError),
    /// The kept pairs could not be solved, or kernel and reference disagree: see [`SolveError::Unsound`].
    Solve(SolveError),
    /// The source has no or too many levels, or values at level 0 beyond
    /// [`MAX_BLOCK_VALUE`](super::MAX_BLOCK_VALUE).
    Source,
}

impl fmt::Display for PairsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(error) => error.fmt(f),
            Self::Solve(error) => error.fmt(f),
            Self::Source => write!(f, "pairs need 1 to {MAX_LEVELS} levels, the first within {MAX_BLOCK_VALUE} of 0"),
        }
    }
}

impl Error for PairsError {}

impl From<ProblemError> for PairsError {
    fn from(error: ProblemError) -> Self {
        Self::Problem(error)
    }
}

impl From<SolveError> for PairsError {
    fn from(error: SolveError) -> Self {
        Self::Solve(error)
    }
}

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
        live: None,
        before: None,
        allowed: Vec::new(),
        report: Report::default(),
    };
    let (known, bound) = run.scan()?;
    run.cover()?;
    run.price(known, bound)
}

/// A run while it goes on.
struct Run<'a, S> {
    source: &'a S,
    frame: ProblemParts,
    plan: &'a Plan<'a>,
    control: &'a Control<'a>,
    kept: Kept,
    /// The kept pairs as last solved, once there is little left to find.
    live: Option<Live>,
    /// The column of each row where the levels before were last solved, and the proof; once a level has begun, none.
    before: Option<(Vec<Option<u32>>, Certificate)>,
    /// Pairs of each row that are allowed.
    allowed: Vec<u32>,
    report: Report,
}

/// A solution is mended rather than found anew once no more than one in so many rows has a pair that breaks it. With
/// one in two, programmes of a hundred thousand took a tenth less, and a made-up country of that size six times as long.
const FEW: usize = 5;

/// Of a row with many pairs that break the cover so many times those that are added are looked at: any of them will
/// do, but good ones save rounds later.
const ENOUGH: usize = 8;

impl<S: AllPairs> Run<'_, S> {
    fn scan(&mut self) -> Result<(Known, Bound), PairsError> {
        let begun = Instant::now();
        let (plan, all) = (self.plan, Rectangle::all(self.source));
        let best = keep_among(self.source, &all, plan.per_row.max(1), plan.per_column, plan.among.max(1))?;
        let (packing, levels) = Packing::of_values(self.source)?;
        self.allowed = best.rows.of.iter().map(|list| list.allowed).collect();
        let bound = Bound::new(&best.rows, &packing, &self.frame, self.source.most(0));
        let known = self.after_scan(&best.rows, &packing);
        let added = self.kept.add(self.source, &best.rows, &best.columns, &packing.scale(levels), |_| 0)?;
        let pairs = self.source.rows() as u64 * self.source.columns() as u64;
        let rows = self.source.rows();
        self.note(Step::Scan, Duration::ZERO, begun.elapsed(), (rows, pairs), (0, added));
        Ok((known, bound))
    }

    /// What the lists say of pairs that are on none of them.
    fn after_scan(&self, lists: &Lists, packing: &Packing) -> Known {
        let before = self.levels_before();
        let levels = before + self.source.together();
        let mut rows = vec![vec![0; self.source.rows()]; levels];
        for list in &lists.of {
            let row = list.of as usize;
            // A row whose list never filled has no other pairs.
            rows[0][row] = if list.full { priority(&self.frame, row) } else { -UNKNOWN };
            let rest = if list.rest == i64::MAX { Vec::new() } else { packing.unpack(list.rest) };
            for (at, level) in rows[before..].iter_mut().enumerate() {
                level[row] = rest.get(at).copied().unwrap_or(UNKNOWN);
            }
        }
        Known { rows, columns: vec![vec![0; self.source.columns()]; levels] }
    }

    /// Levels of the objective before the first of value.
    fn levels_before(&self) -> usize {
        1 + usize::from(self.frame.use_columns)
    }

    /// Solves the kept pairs with so many levels of value.
    fn solve(&mut self, levels: usize) -> Result<(Problem, Solution, Duration), PairsError> {
        let begun = Instant::now();
        let problem = self.kept.problem(&self.frame, levels)?;
        // Numbers served are settled whatever the time; only totals may be left open.
        let control = if levels == 0 { Control { should_stop: None, ..*self.control } } else { *self.control };
        let solution = solve(&problem, &control)?;
        Ok((problem, solution, begun.elapsed()))
    }

    fn cover(&mut self) -> Result<(), PairsError> {
        loop {
            let (problem, solution, solving) = self.solve(0)?;
            self.kept.take_back(problem);
            let certificate = solution.certificate.ok_or(SolveError::Unsound)?;
            let potentials = certificate.levels.first().ok_or(SolveError::Unsound)?;
            let begun = Instant::now();
            let all = Rectangle::all(self.source);
            let length = self.plan.added.max(1);
            let (frame, set, enough) = (&self.frame, &self.kept.set, length * ENOUGH);
            let found = cover_with(self.source, &all, frame, potentials, set, (length, enough))?;
            let (packing, levels) = Packing::of_values(self.source)?;
            let broken = found.of.len();
            let added = self.kept.add(self.source, &found, &Lists::default(), &packing.scale(levels), |_| 0)?;
            let pairs = self.cover_pairs(&potentials.rows, &potentials.columns);
            self.note(Step::Cover, solving, begun.elapsed(), pairs, (broken, added));
            if self.control.gives_up() {
                return Err(SolveError::GivenUp.into());
            }
            if broken == 0 {
                return Ok(());
            }
            if added == 0 {
                // A kept pair cannot break the potentials of its own problem.
                return Err(SolveError::Unsound.into());
            }
        }
    }

    /// Rows and pairs that a pass over the cover looks at.
    fn cover_pairs(&self, rows: &[i64], columns: &[i64]) -> (usize, u64) {
        let mut given = columns.to_vec();
        given.sort_unstable();
        let less = |row: usize| given.partition_point(|value| *value < priority(&self.frame, row) - rows[row]);
        (0..rows.len())
            .map(less)
            .filter(|less| *less > 0)
            .fold((0, 0), |(rows, pairs), less| (rows + 1, pairs + less as u64))
    }

    fn price(mut self, mut known: Known, mut bound: Bound) -> Result<Answer, PairsError> {
        let mut levels = self.source.together();
        let mut rounds = 0;
        loop {
            let (problem, solution, solving) = self.solve_again(levels)?;
            let stopped = self.control.stops() || rounds >= self.plan.rounds;
            let certificate = match &solution.certificate {
                Some(certificate) if !stopped && solution.status == Status::Optimal => certificate,
                _ => return self.stop(problem, solution, &bound),
            };
            rounds += 1;
            let slack = if levels == self.source.together() { self.plan.slack } else { 0 };
            let prices = Prices::new(self.source, &self.frame, certificate, slack)?;
            let mates = mates(&problem, &solution);
            self.kept.take_back(problem);
            let begun = Instant::now();
            let pass = self.pass(&prices, certificate, &mut known);
            bound.tighten(
                certificate,
                &prices,
                self.source.most(0),
                &known,
                &pass.lists,
                &self.frame,
                &solution.served,
            );
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
                let problem = self.kept.problem(&self.frame, levels)?;
                return Ok(Answer { problem, solution, allowed: self.allowed, report: self.report });
            }
            levels += 1;
            self.live = None;
            self.before = Some((mates, certificate.clone()));
            self.kept.deepen(self.source)?;
            known.rows.push(vec![UNKNOWN; self.source.rows()]);
            known.columns.push(vec![0; self.source.columns()]);
        }
    }

    /// The solution of the kept pairs: the one at hand where it was mended, a new one otherwise.
    fn solve_again(&mut self, levels: usize) -> Result<(Problem, Solution, Duration), PairsError> {
        let begun = Instant::now();
        if let Some(live) = &self.live {
            let solution = live.solution();
            let problem = self.kept.problem(&self.frame, levels)?;
            return Ok((problem, solution, begun.elapsed()));
        }
        if let Some((mates, certificate)) = self.before.take() {
            let problem = self.kept.problem(&self.frame, levels)?;
            let edges: Vec<usize> = edges(&problem, &mates).collect();
            if let Some(solution) = solve_last(&problem, &edges, &certificate, self.control)? {
                return Ok((problem, solution, begun.elapsed()));
            }
            self.kept.take_back(problem);
        }
        self.solve(levels)
    }

    /// Adds what a pass found to the kept pairs. Where that is little, the solution is mended pair by pair.
    fn add(&mut self, levels: usize, prices: &Prices, pass: &Pass, solution: &Solution) -> Result<usize, PairsError> {
        let few = pass.broken <= self.source.rows() / FEW && pass.broken > 0 && !self.control.stops();
        if !few {
            self.live = None;
        } else if self.live.is_none() {
            let problem = self.kept.problem(&self.frame, levels)?;
            // What it cannot take is solved from the beginning every time.
            self.live = Live::new(&problem, solution).ok();
            self.kept.take_back(problem);
        }
        let price = |column: u32| prices.columns.of(column);
        let added = self.kept.add(self.source, &pass.lists, &Lists::default(), &prices.scale, price)?;
        if let Some(mut live) = self.live.take() {
            let pairs = pass.lists.of.iter().flat_map(|list| list.pairs.iter().map(|pair| (list.of, pair.with)));
            let mut mended = true;
            for (row, column) in pairs {
                mended &= live.set_pair(row, column, &self.kept.values(row, column, levels)).is_ok();
                if !mended {
                    break;
                }
            }
            self.live = mended.then_some(live);
        }
        Ok(added)
    }

    /// Looks where the potentials have moved, and brings up to date what is known.
    fn pass(&self, prices: &Prices, certificate: &Certificate, known: &mut Known) -> Pass {
        let rows: Vec<&[i64]> = certificate.levels.iter().map(|level| level.rows.as_slice()).collect();
        let columns: Vec<&[i64]> = certificate.levels.iter().map(|level| level.columns.as_slice()).collect();
        let visits = known.visits(&rows, &columns);
        let greatest = known.greatest_drop(&columns);
        let turn = Turn { span: self.source.columns() as u32 };
        let length = self.plan.added.max(1);
        let mut lists = Lists { length, span: turn.span, of: Vec::new() };
        let (mut seen, mut pairs) = (0, 0);
        let mut visited = vec![false; self.source.rows()];
        for visit in &visits {
            seen += visit.rows.len();
            pairs += visit.rows.len() as u64 * visit.columns.len() as u64;
            let selected = prices.columns.select(&visit.columns);
            let all = visit.columns.len() == self.source.columns();
            let source = (!all).then(|| self.source.select(&visit.columns));
            let sweep = Sweep {
                source: source.as_ref().unwrap_or(self.source),
                names: (!all).then_some(&visit.columns[..]),
                scale: &prices.scale,
                columns: 0..visit.columns.len(),
                prices: selected.as_gains(),
                judge: &ByReducedCost { source: self.source, prices, kept: &self.kept.set },
                length,
                turn,
                enough: usize::MAX,
            };
            let found = sweep.rows(&visit.rows);
            for list in &found.of {
                let row = list.of as usize;
                visited[row] = true;
                known.renew(row, visit.outside.as_deref(), Some(&self.seen(prices, &rows, list)));
            }
            lists = lists.merge(found);
        }
        for row in (0..self.source.rows()).filter(|row| !visited[*row]) {
            known.renew(row, greatest.as_deref(), None);
        }
        known.columns.iter_mut().zip(&columns).for_each(|(old, new)| old.copy_from_slice(new));
        lists.of.retain(|list| !list.pairs.is_empty());
        let breaks = |list: &&super::List| list.pairs.iter().any(|pair| prices.broken_by(list.of, pair));
        let broken = lists.of.iter().filter(breaks).count();
        Pass { lists, rows: seen, pairs, broken }
    }

    /// What a list says of the pairs that a pass saw and did not list.
    fn seen(&self, prices: &Prices, rows: &[&[i64]], list: &super::List) -> Vec<i64> {
        let row = list.of as usize;
        if !prices.later.is_empty() && !list.full {
            // Nothing that breaks any level was turned away.
            return rows.iter().map(|level| level[row]).collect();
        }
        let mut bound = prices.packing.unpack(list.rest);
        bound[0] += priority(&self.frame, row);
        bound.resize(rows.len(), UNKNOWN);
        bound
    }

    /// The end of a run that has to stop: the assignment at hand and the best bound there is.
    fn stop(mut self, problem: Problem, solution: Solution, bound: &Bound) -> Result<Answer, PairsError> {
        self.kept.take_back(problem);
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

    fn note(
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

/// The column of each row in a solution.
fn mates(problem: &Problem, solution: &Solution) -> Vec<Option<u32>> {
    let mut chosen = solution.edges.iter().copied().peekable();
    let mate = |row: usize| {
        let end = problem.edges_of(row).end;
        chosen.next_if(|edge| *edge < end).and_then(|edge| problem.edge_columns().get(edge).copied())
    };
    (0..problem.rows()).map(mate).collect()
}

/// The edges by which rows have these columns.
fn edges<'p>(problem: &'p Problem, mates: &'p [Option<u32>]) -> impl Iterator<Item = usize> + 'p {
    mates.iter().enumerate().filter_map(|(row, mate)| {
        let own = problem.edges_of(row);
        let columns = problem.edge_columns().get(own.clone())?;
        Some(own.start + columns.binary_search(mate.as_ref()?).ok()?)
    })
}

/// What a pass found.
struct Pass {
    lists: Lists,
    rows: usize,
    pairs: u64,
    broken: usize,
}

/// What one place filled for a row counts at the first level.
pub(super) fn priority(frame: &ProblemParts, row: usize) -> i64 {
    i64::from(frame.tier_count - frame.tiers[row])
}
