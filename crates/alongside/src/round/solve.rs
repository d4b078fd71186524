//! Solving a candidate graph for the programme's aim.

use super::searched::searched;
use super::stable::{Stability, most_served, stable};
use crate::candidates::CandidateGraph;
use crate::compile::Compiled;
use crate::control::Control;
use crate::domain::{Matching, Quality};
use crate::error::Error;
use crate::outcome::{Level, LevelName};
use crate::solve::aims::{self, Aim, AimError, Cover, Quantisation, Reached};
use crate::solve::{Control as SolverControl, Problem, Solution, SolveError, Status};

/// A solved candidate graph.
pub(crate) struct Solved {
    pub(crate) solution: Solution,
    /// The mentor of each mentee.
    pub(crate) assignment: Vec<Option<u32>>,
    /// What the aim's quality reaches, where it is more than numbers to add up.
    pub(super) quality: Vec<Level>,
    pub(super) cover: Option<Cover>,
    /// Where the aim is that the matching be stable.
    pub(super) stable: Option<Stability>,
    /// What the people served of each tier cannot exceed, where they are not proved.
    pub(super) tier_bounds: Option<Vec<i64>>,
}

impl Solved {
    /// A solution of which everything is said by its levels.
    pub(super) fn of(solution: Solution, assignment: Vec<Option<u32>>) -> Self {
        Self { solution, assignment, quality: Vec::new(), cover: None, stable: None, tier_bounds: None }
    }
}

/// Solves a candidate graph for the programme's aim.
pub(crate) fn solve(compiled: &Compiled<'_>, graph: &CandidateGraph, control: &Control<'_>) -> Result<Solved, Error> {
    best(compiled, graph, &graph.problem(compiled)?, control)
}

/// The best of a graph's problem, or of part of it.
fn best(
    compiled: &Compiled<'_>,
    graph: &CandidateGraph,
    problem: &Problem,
    control: &Control<'_>,
) -> Result<Solved, Error> {
    if let Quality::Stable { method } = compiled.matching.aim.quality {
        let solution = stable(compiled, problem, graph.fit_level(), method, &[])?;
        let most = most_served(problem, control)?;
        let stable = Some(Stability { method, most });
        let assignment = solution.assignment(problem);
        return Ok(Solved { stable, ..Solved::of(solution, assignment) });
    }
    let aimed = Aimed::new(compiled, graph);
    let (solution, proof) =
        control.solving(|control| aimed.solve(problem, None, control)).map_err(|error| refused(&error))?;
    let assignment = solution.assignment(problem);
    if !compiled.company.holds(compiled, &assignment) {
        let found = searched(compiled, problem, &[], control)?;
        return found.ok_or_else(|| Error::Solver(SolveError::Unsound.to_string()));
    }
    let quality = aimed.levels(problem, &solution, &proof);
    Ok(Solved { quality, cover: proof.cover, ..Solved::of(solution, assignment) })
}

/// What all levels would reach with a pair made; none where it is no candidate.
pub(crate) fn with_pair(
    compiled: &Compiled<'_>,
    graph: &CandidateGraph,
    (mentee, mentor): (usize, u32),
    control: &Control<'_>,
) -> Result<Option<Vec<Level>>, Error> {
    let problem = graph.problem(compiled)?;
    if let Quality::Stable { method } = compiled.matching.aim.quality {
        let Some(edge) = problem.edge(mentee, mentor) else { return Ok(None) };
        let solution = stable(compiled, &problem, graph.fit_level(), method, &[edge])?;
        return Ok(Some(levels(compiled, &solution, &[], None)));
    }
    let aimed = Aimed::new(compiled, graph);
    if problem.use_columns() {
        return with_pair_first(compiled, &problem, &aimed, (mentee, mentor), control);
    }
    let Some(forced) = problem.with_row_forced(mentee, mentor) else { return Ok(None) };
    let fit = problem.edge(mentee, mentor).and_then(|edge| problem.level(aimed.level).get(edge)).copied();
    let mut proof = Proof::default();
    let solved = control.unheard().solving(|control| {
        forced.solve_with(|rest| {
            let (solution, found) = aimed.solve(rest, fit, control)?;
            proof = found;
            Ok(solution)
        })
    });
    let solution = solved.map_err(|error: AimError| refused(&error))?;
    if !compiled.company.holds(compiled, &solution.assignment(&problem)) {
        let edge = problem.edge(mentee, mentor);
        let found = searched(compiled, &problem, edge.as_slice(), &control.unheard())?;
        return Ok(found.map(|found| levels(compiled, &found.solution, &[], found.tier_bounds.as_deref())));
    }
    let quality = aimed.levels(&problem, &solution, &proof);
    Ok(Some(levels(compiled, &solution, &quality, None)))
}

/// The same where mentors used count, which a problem without the pair could not tell.
fn with_pair_first(
    compiled: &Compiled<'_>,
    problem: &Problem,
    aimed: &Aimed,
    (mentee, mentor): (usize, u32),
    control: &Control<'_>,
) -> Result<Option<Vec<Level>>, Error> {
    let Some((first, edges)) = problem.with_row_first(mentee, mentor) else { return Ok(None) };
    let solved = control.unheard().solving(|control| aimed.solve(&first, None, control));
    let (found, proof) = solved.map_err(|error| refused(&error))?;
    let own = found.edges.iter().filter_map(|edge| edges.get(*edge)).map(|edge| *edge as usize).collect();
    let solution = Solution::of(problem, own).map_err(|error| Error::Solver(error.to_string()))?;
    let solution = Solution { status: found.status, bounds: found.bounds, ..solution };
    if !compiled.company.holds(compiled, &solution.assignment(problem)) {
        let edge = problem.edge(mentee, mentor);
        let found = searched(compiled, problem, edge.as_slice(), &control.unheard())?;
        return Ok(found.map(|found| levels(compiled, &found.solution, &[], found.tier_bounds.as_deref())));
    }
    let quality = aimed.levels(problem, &solution, &proof);
    Ok(Some(levels(compiled, &solution, &quality, None)))
}

/// What all levels would reach with a pair barred; none where it is no candidate.
pub(crate) fn without_pair(
    compiled: &Compiled<'_>,
    graph: &CandidateGraph,
    (mentee, mentor): (usize, u32),
    control: &Control<'_>,
) -> Result<Option<Vec<Level>>, Error> {
    let Some(problem) = graph.problem(compiled)?.without_edge(mentee, mentor) else { return Ok(None) };
    let solved = best(compiled, graph, &problem, &control.unheard())?;
    Ok(Some(levels(compiled, &solved.solution, &solved.quality, solved.tier_bounds.as_deref())))
}

/// What the solver proved beside a solution.
#[derive(Default)]
struct Proof {
    /// Levels of the quality, from the first one on, that are proved.
    levels: usize,
    cover: Option<Cover>,
}

/// The aim's quality over the pairs of a graph.
struct Aimed {
    quality: Quality,
    /// The level that counts fit.
    level: usize,
    /// How many levels come before the quality: days waited, where the aim counts them.
    ahead: usize,
    /// The fits that are told apart.
    steps: Vec<i64>,
}

impl Aimed {
    fn new(compiled: &Compiled<'_>, graph: &CandidateGraph) -> Self {
        let matching = compiled.matching;
        let ahead = usize::from(matching.aim.longest_waiting_first);
        Self { quality: matching.aim.quality, level: graph.fit_level(), ahead, steps: matching.fit_steps() }
    }

    /// The best of a problem whose edges are the graph's or some of them. `beside` is the fit of a pair that is made
    /// beforehand: then no least fit above it is of use.
    fn solve(
        &self,
        problem: &Problem,
        beside: Option<i64>,
        control: &SolverControl<'_>,
    ) -> Result<(Solution, Proof), AimError> {
        let level = self.level;
        match self.quality {
            // A stable matching is found before anything comes here.
            Quality::TotalFit
            | Quality::MostFirstChoices { .. }
            | Quality::FewestLastChoices { .. }
            | Quality::Stable { .. } => Ok((crate::solve::solve(problem, control)?, Proof::default())),
            Quality::WorstOffFirst { .. } => {
                let aim = Aim::Leximin { level, quantisation: Quantisation::Cuts(self.steps.clone()) };
                let aimed = aims::solve_after(problem, self.ahead, &aim, control)?;
                let Reached::Leximin(reached) = aimed.reached else { return Err(SolveError::Unsound.into()) };
                Ok((aimed.solution, Proof { levels: reached.proven, cover: None }))
            }
            Quality::LeastFit => {
                let aimed = aims::solve_after(problem, self.ahead, &Aim::Bottleneck { level }, control)?;
                let Reached::Bottleneck(reached) = aimed.reached else { return Err(SolveError::Unsound.into()) };
                if let (Some(fit), Some(least)) = (beside, reached.least)
                    && fit < least
                {
                    let (above, edges) = aims::above(problem, level, fit);
                    let found = crate::solve::solve(&above, control)?;
                    let own = found.edges.iter().filter_map(|edge| edges.get(*edge).copied()).collect();
                    return Ok((Solution { edges: own, ..found }, Proof { levels: 1, cover: None }));
                }
                let proven = aimed.solution.status == Status::Optimal || reached.cover.is_some();
                Ok((aimed.solution, Proof { levels: usize::from(proven), cover: reached.cover }))
            }
        }
    }

    /// The levels of the quality that are no sums of the problem's own, as a solution of the problem reaches them.
    fn levels(&self, problem: &Problem, solution: &Solution, proof: &Proof) -> Vec<Level> {
        let all = problem.level(self.level);
        let fits = || solution.edges.iter().filter_map(|edge| all.get(*edge).copied());
        match self.quality {
            Quality::LeastFit => {
                let value = fits().min().unwrap_or(0);
                let most = all.iter().copied().max().unwrap_or(0);
                let bound = if proof.levels > 0 || solution.edges.is_empty() { value } else { most };
                vec![Level { level: LevelName::LeastFit, value, bound }]
            }
            Quality::WorstOffFirst { .. } => {
                let steps = self.steps.iter().enumerate();
                let level = |(at, step): (usize, &i64)| {
                    let value = count(fits().filter(|fit| fit >= step).count());
                    let bound = if at < proof.levels { value } else { count(solution.edges.len()) };
                    Level { level: LevelName::FitAtLeast(*step), value, bound }
                };
                steps.map(level).collect()
            }
            Quality::TotalFit
            | Quality::MostFirstChoices { .. }
            | Quality::FewestLastChoices { .. }
            | Quality::Stable { .. } => Vec::new(),
        }
    }
}

fn count(people: usize) -> i64 {
    i64::try_from(people).unwrap_or(i64::MAX)
}

/// Why the solver gave no answer.
pub(super) fn refused(error: &AimError) -> Error {
    match error {
        AimError::Solve(SolveError::GivenUp) => Error::GivenUp,
        error => Error::Solver(error.to_string()),
    }
}

/// A solution's levels under the aim's names: those of people served, mentors used, days waited, those of the quality, the others of the
/// problem. People served are proved where no bounds are given.
pub(super) fn levels(
    compiled: &Compiled<'_>,
    solution: &Solution,
    quality: &[Level],
    tier_bounds: Option<&[i64]>,
) -> Vec<Level> {
    let matching = compiled.matching;
    let bound = |at: usize, served: i64| tier_bounds.and_then(|bounds| bounds.get(at).copied()).unwrap_or(served);
    let tiers = (1..=matching.aim.tiers).zip(&solution.served).enumerate();
    let mut levels: Vec<Level> = tiers
        .map(|(at, (tier, served))| {
            let value = count(*served);
            Level { level: LevelName::TierServed(tier), value, bound: bound(at, value) }
        })
        .collect();
    let (value, bound) = levels.iter().fold((0, 0), |(value, bound), one| (value + one.value, bound + one.bound));
    levels.push(Level { level: LevelName::PeopleServed, value, bound });
    if matching.aim.most_mentors {
        let value = count(solution.columns_used);
        let open = count((0..compiled.mentors()).filter(|mentor| compiled.open_places(*mentor) > 0).count());
        let bound = match tier_bounds.and_then(|bounds| bounds.get(usize::from(matching.aim.tiers))) {
            Some(bound) => *bound,
            None if solution.status == Status::Optimal => value,
            None => open.min(bound),
        };
        levels.push(Level { level: LevelName::MentorsUsed, value, bound });
    }
    let totals = solution.totals.iter().zip(&solution.bounds);
    let names = added_up(matching).into_iter().chain([LevelName::Seed]);
    let mut added = names.zip(totals).map(|(level, (value, bound))| Level { level, value: *value, bound: *bound });
    levels.extend(added.by_ref().take(usize::from(matching.aim.longest_waiting_first)));
    levels.extend_from_slice(quality);
    levels.extend(added);
    levels
}

/// The levels to which every pair adds something, in order, but for the seed's: those of the problem.
pub(crate) fn added_up(matching: &Matching) -> Vec<LevelName> {
    let waited = matching.aim.longest_waiting_first.then_some(LevelName::DaysWaited);
    let choices: Vec<LevelName> = match matching.aim.quality {
        Quality::MostFirstChoices { ranks } => (1..=ranks).map(LevelName::Choice).collect(),
        Quality::FewestLastChoices { ranks } => (1..=ranks).rev().map(LevelName::ChoiceWithin).collect(),
        Quality::TotalFit | Quality::LeastFit | Quality::WorstOffFirst { .. } | Quality::Stable { .. } => Vec::new(),
    };
    let first = matching.aim.first.iter().filter_map(|at| matching.criteria.get(*at));
    let names =
        waited.into_iter().chain(choices).chain(first.map(|criterion| LevelName::Criterion(criterion.id.clone())));
    names.chain([LevelName::TotalFit]).collect()
}
