//! Level after level, the aim's first and then the problem's.

use super::face::Face;
use super::raise::{Goal, Raised, raise};
use super::search::Search;
use crate::certificate::{Certificate, Potentials};
use crate::control::Control;
use crate::problem::Problem;
use crate::solution::{Solution, SolveError, Status};

/// All assignments with as many places of each tier filled, and columns used where asked for, as can be, and best at the
/// first `ahead` of the problem's levels. None, and an assignment, if there was no time to prove that it is one.
///
/// The one that the face begins at is the best by a level that is near to what is sought, so that little is left to be
/// changed; the first levels of its certificate prove that it fills most places.
pub(super) fn start<'a>(
    problem: &'a Problem,
    ahead: usize,
    near: Vec<i64>,
    control: &Control<'_>,
) -> Result<(Option<Face<'a>>, Solution), SolveError> {
    let first = super::plain(&with_one_level(problem, ahead, near), control)?;
    let face = match (first.status, first.certificate) {
        (Status::Optimal, Some(mut certificate)) => {
            certificate.levels.truncate(1 + usize::from(problem.use_columns()) + ahead);
            Some(Face::new(problem, &first.edges, certificate)?)
        }
        _ => None,
    };
    let mut solution = Solution::of(problem, first.edges)?;
    solution.parts = first.parts;
    bound(problem, &mut solution);
    Ok((face, solution))
}

/// The levels of an aim: at each, the edges of one class are worth 1, or -1, and all others 0.
#[derive(Debug)]
pub(super) struct Steps {
    /// The class of every edge; one not below `count` has no level.
    pub(super) classes: Vec<u32>,
    /// How many classes have a level.
    pub(super) count: usize,
    /// What the edges of a class are worth at its level.
    pub(super) sign: i64,
    /// Whether the certificate is to have levels at which an edge is worth 1 if its class is beyond that of the level,
    /// in place of -1 if it is that one.
    pub(super) beyond: bool,
}

/// The problem with one level of value after the first of its own, in place of the others.
fn with_one_level(problem: &Problem, ahead: usize, level: Vec<i64>) -> Problem {
    let (tiers, demands, capacities) = (problem.tiers.clone(), problem.demands.clone(), problem.capacities.clone());
    let (group_of, limits) = (problem.group_of.clone(), problem.limits.clone());
    let (row_starts, columns) = (problem.row_starts.clone(), problem.columns.clone());
    let (tier_count, use_columns) = (problem.tier_count, problem.use_columns);
    let levels = problem.levels[..ahead].iter().cloned().chain([level]).collect();
    Problem { tier_count, tiers, demands, capacities, group_of, limits, use_columns, row_starts, columns, levels }
}

impl Steps {
    /// A level whose best assignment is near to what the steps lead to: the earlier a class comes, the more it counts,
    /// and the difference to the next grows. Fourth powers were measured to leave fewer searches and to cost more
    /// than they saved.
    fn near(&self) -> Vec<i64> {
        let before = |class: &u32| (self.count as u64).abs_diff(u64::from(*class)).pow(2).cast_signed();
        self.classes.iter().map(|class| self.sign * before(class)).collect()
    }

    /// The edges class by class, and where each begins.
    fn by_class(&self) -> (Vec<usize>, Vec<usize>) {
        let mut starts = vec![0; self.count + 1];
        let own = |class: &u32| Some(*class as usize).filter(|class| *class < self.count);
        for class in self.classes.iter().filter_map(own) {
            starts[class + 1] += 1;
        }
        for class in 0..self.count {
            starts[class + 1] += starts[class];
        }
        let mut next = starts.clone();
        let mut edges = vec![0; starts[self.count]];
        for (edge, class) in self.classes.iter().enumerate().filter_map(|(edge, class)| Some((edge, own(class)?))) {
            edges[next[class]] = edge;
            next[class] += 1;
        }
        (edges, starts)
    }
}

/// Deals with the levels of the aim, then with those of the problem that come after it: the assignment, and how many levels of the aim are
/// best.
pub(super) fn solve(
    problem: &Problem,
    ahead: usize,
    steps: &Steps,
    control: &Control<'_>,
) -> Result<(Solution, usize), SolveError> {
    let (face, mut solution) = start(problem, ahead, steps.near(), control)?;
    let Some(mut face) = face else { return Ok((solution, 0)) };
    let (edges, starts) = steps.by_class();
    let mut search = Search::default();
    let count = steps.count;
    let levels = count + problem.level_count() - ahead;
    let mut best = 0;
    let mut sum = if steps.beyond && count > 0 { every_place(&face, &mut search, control)? } else { None };
    while best < levels && (sum.is_some() || !steps.beyond || best >= count) {
        let raised = match best.checked_sub(count) {
            None => {
                let class = edges[starts[best]..starts[best + 1]].iter().map(|edge| (*edge, steps.sign));
                raise(&mut face, &mut search, class, Goal::Most, control)?
            }
            Some(level) => {
                let values = problem.level(ahead + level).iter().copied().enumerate();
                raise(&mut face, &mut search, values, Goal::Most, control)?
            }
        };
        let Raised::Best(potentials) = raised else { break };
        match &mut sum {
            Some(sum) if best < count => {
                add(sum, &potentials);
                face.levels.push(sum.clone());
            }
            _ => face.levels.push(potentials),
        }
        best += 1;
        control.tell(best, levels);
    }
    let parts = solution.parts;
    solution = Solution::of(problem, face.edges())?;
    solution.parts = parts;
    if best == levels {
        solution.status = Status::Optimal;
        solution.certificate = Some(Certificate { levels: face.levels });
    } else {
        solution.parts.exact = 0;
        bound(problem, &mut solution);
    }
    Ok((solution, best.min(count)))
}

/// Potentials for a level at which every edge is worth 1. As the number of places filled is settled, they prove every
/// assignment of the face best at it: added to those of a level, they make each of its edges worth 1 more. None if
/// there was no time.
fn every_place(face: &Face<'_>, search: &mut Search, control: &Control<'_>) -> Result<Option<Potentials>, SolveError> {
    let every = (0..face.problem.edges()).map(|edge| (edge, 1));
    match raise(&mut face.clone(), search, every, Goal::Most, control)? {
        Raised::Best(potentials) => Ok(Some(potentials)),
        _ => Ok(None),
    }
}

/// One class after another not wanted is, in the sum, every class up to one not wanted.
fn add(sum: &mut Potentials, potentials: &Potentials) {
    let Potentials { rows, columns, groups } = potentials;
    for (sum, own) in [(&mut sum.rows, rows), (&mut sum.columns, columns), (&mut sum.groups, groups)] {
        sum.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
    }
}

/// Totals that no assignment whatever exceeds: every row has all it wants of its best edges.
pub(super) fn bound(problem: &Problem, solution: &mut Solution) {
    let mut best: Vec<i64> = Vec::new();
    for level in 0..problem.level_count() {
        let mut total = 0;
        for (row, demand) in problem.demands().iter().enumerate() {
            best.clear();
            best.extend(problem.level(level)[problem.edges_of(row)].iter().filter(|value| **value > 0));
            best.sort_unstable_by_key(|value| std::cmp::Reverse(*value));
            total += best.iter().take(*demand as usize).sum::<i64>();
        }
        solution.bounds[level] = total;
    }
}
