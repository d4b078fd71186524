//! Level after level: the best at one, among those the best at the next.
//!
//! An answer that is best at the levels so far uses tight edges only, those whose reduced cost is 0 at each of them,
//! and every answer along tight edges that keeps full what has a worth is as good (complementary slackness). So a
//! level is solved on the tight edges of the one before alone, and its potentials narrow them down further. No weight
//! stands for an order of levels, nothing is packed, nothing can mix.
//!
//! What is tight falls into strongly connected components of moves; whatever leads from one to another is settled.
//! Inside each one side is filled in every answer, the *bidders*: rows, or columns that closed for a tier. Each is a
//! transport problem of its own, solved in parallel. Most problems have few ties, so little is left after the first
//! level of value but one pass over the edges.

mod better;
mod bound;
mod components;
mod part;
mod parts;
#[cfg(test)]
mod plain;
mod shift;
mod standing;
#[cfg(test)]
mod tests;
mod tight;

use crate::certificate::{Certificate, Potentials};
use crate::control::Control;
use crate::problem::Problem;
use crate::solution::{Parts as Count, SolveError};
use crate::tiers::{NONE, Seats};
use crate::transport::{self, Plan};
use components::Components;
use part::{Level, Part};
use parts::Parts;
use rayon::prelude::*;
use standing::Standing;
use std::sync::atomic::{AtomicUsize, Ordering};
use tight::Tight;

/// The best answer, or what there was when the run was stopped.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The edges in use, ascending.
    pub(crate) edges: Vec<usize>,
    /// A total for each level that the best answer does not exceed, where the run was stopped.
    pub(crate) bounds: Option<Vec<i64>>,
    pub(crate) certificate: Certificate,
    pub(crate) parts: Count,
}

/// Solves the levels of value of a plain problem, given the best seating of the tiers.
///
/// # Errors
///
/// Those of [`SolveError`].
pub(crate) fn solve(problem: &Problem, seats: Seats, control: &Control<'_>) -> Result<Answer, SolveError> {
    solve_after(problem, seats, (&[], &[]), control)
}

/// The same where the first levels of value are solved already: the seating is the best at them, as these potentials
/// prove. Parts are those of the first level of value, so none are counted where that one is known. The others begin
/// with potentials that were best of a problem much like this one, as far as they are told.
///
/// # Errors
///
/// Those of [`SolveError`].
pub(crate) fn solve_after(
    problem: &Problem,
    seats: Seats,
    (known, begun): (&[Potentials], &[Potentials]),
    control: &Control<'_>,
) -> Result<Answer, SolveError> {
    let mut certificate = Certificate { levels: vec![seats.potentials(problem)] };
    let mut tight = Tight::of_tiers(problem, &seats);
    let mut standing = Standing::new(problem, seats);
    let mut count = Count::default();
    let mut bounds = Vec::new();
    for at in 0..problem.level_count() {
        if let Some(known) = known.get(at) {
            let values = problem.level(at);
            tight.narrow(problem, values, known)?;
            standing.fix(known)?;
            let chosen = standing.seating.edge_of.iter().filter(|edge| **edge != NONE);
            bounds.push(chosen.map(|edge| values[*edge as usize]).sum());
            certificate.levels.push(known.clone());
            continue;
        }
        let components = Components::find(problem, &standing, &tight);
        let parts = Parts::of(problem, &standing, &tight, &components);
        let values = problem.level(at);
        let level = Level { problem, values, standing: &standing, tight: &tight, parts: &parts };
        let plans = plans(&level, begun.get(at), control, at == 0)?;
        let solved = plans.iter().filter(|(_, plan)| plan.is_some()).count();
        if at == 0 {
            let edges = plans.iter().map(|(part, _)| part.edge_count()).max();
            let pieces = parts.count() + parts.settled;
            count = Count { count: pieces, largest: edges.unwrap_or(usize::from(pieces > 0)), exact: pieces };
        }
        if solved < plans.len() {
            count.exact = if at == 0 { parts.settled } else { 0 };
            count.exact += if at + 1 == problem.level_count() { solved } else { 0 };
            for later in at..problem.level_count() {
                bounds.push(upper(&level, later, &plans, later == at));
            }
            let unsolved: Vec<bool> = plans.iter().map(|(_, plan)| plan.is_none()).collect();
            standing.seating = better::improve(&level, &unsolved, control)?;
            apply(problem, &mut standing, &parts, &plans)?;
            return Ok(Answer { edges: standing.seating.edges(), bounds: Some(bounds), certificate, parts: count });
        }
        let mut found = shift::settled(problem, &level);
        for (at, (part, plan)) in plans.iter().enumerate() {
            if let Some(plan) = plan {
                write(&parts, at, part, plan, &mut found)?;
            }
        }
        apply(problem, &mut standing, &parts, &plans)?;
        let level = Level { problem, values, standing: &standing, tight: &tight, parts: &parts };
        shift::shift(&level, &components, &crossing(&level, &plans), &mut found)?;
        tight.narrow(problem, values, &found)?;
        standing.fix(&found)?;
        let chosen = standing.seating.edge_of.iter().filter(|edge| **edge != NONE);
        bounds.push(chosen.map(|edge| values[*edge as usize]).sum());
        certificate.levels.push(found);
    }
    Ok(Answer { edges: standing.seating.edges(), bounds: None, certificate, parts: count })
}

/// Solves every part, the largest first.
fn plans<'a>(
    level: &Level<'_, 'a>,
    begun: Option<&Potentials>,
    control: &Control<'_>,
    told: bool,
) -> Result<Vec<(Part<'a>, Option<Plan>)>, SolveError> {
    let count = level.parts.count();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|part| std::cmp::Reverse(level.parts.rows(*part).len() + level.parts.columns(*part).len()));
    let done = AtomicUsize::new(0);
    let one = |part: usize| {
        if control.gives_up() {
            return Err(SolveError::GivenUp);
        }
        let made = Part::new(level, part);
        let plan = if control.stops() {
            None
        } else if let Some(begun) = begun {
            transport::solve_from(&made.transport(), &made.prices(level, part, begun), control)?
        } else {
            transport::solve(&made.transport(), control)?
        };
        if told {
            control.tell(done.fetch_add(1, Ordering::Relaxed) + 1, count);
        }
        Ok((part, made, plan))
    };
    let mut solved: Vec<_> = order.into_par_iter().with_max_len(1).map(one).collect::<Result<_, _>>()?;
    solved.sort_unstable_by_key(|(part, ..)| *part);
    Ok(solved.into_iter().map(|(_, made, plan)| (made, plan)).collect())
}

/// Whether each row may have a tight edge to another component: it is in no part, or one leads out of its part.
fn crossing(level: &Level<'_, '_>, plans: &[(Part<'_>, Option<Plan>)]) -> Vec<bool> {
    let mut crossing: Vec<bool> = level.parts.of_row.iter().map(|part| *part == NONE).collect();
    for row in plans.iter().flat_map(|(part, _)| &part.crossing) {
        crossing[*row as usize] = true;
    }
    crossing
}

/// Puts a part's potentials where they belong.
fn write(parts: &Parts, at: usize, part: &Part<'_>, plan: &Plan, found: &mut Potentials) -> Result<(), SolveError> {
    let (rows, columns) = part.potentials(plan);
    for (row, potential) in parts.rows(at).iter().zip(rows) {
        found.rows[*row as usize] = shift::checked(potential)?;
    }
    for (column, potential) in parts.columns(at).iter().zip(columns) {
        found.columns[*column as usize] = shift::checked(potential)?;
    }
    Ok(())
}

/// Seats the rows of the solved parts as their plans say.
fn apply(
    problem: &Problem,
    standing: &mut Standing,
    parts: &Parts,
    plans: &[(Part<'_>, Option<Plan>)],
) -> Result<(), SolveError> {
    for (at, (part, plan)) in plans.iter().enumerate() {
        let Some(plan) = plan else { continue };
        for column in parts.columns(at) {
            standing.seating.clear(*column);
        }
        standing.seating.seat_all(problem, part.chosen(plan, parts.rows(at)))?;
    }
    Ok(())
}

/// What the best answer does not exceed at a level, given what is settled and the parts of some level before or this.
fn upper(level: &Level<'_, '_>, at: usize, plans: &[(Part<'_>, Option<Plan>)], exact: bool) -> i64 {
    let values = level.problem.level(at);
    let rows = level.standing.seating.edge_of.iter().zip(&level.parts.of_row);
    let settled = rows.filter(|(edge, part)| **edge != NONE && **part == NONE);
    let settled: i64 = settled.map(|(edge, _)| values[*edge as usize]).sum();
    let parts = plans.iter().map(|(part, plan)| match plan {
        Some(plan) if exact => {
            let worth: Vec<i64> = part.worth(values).collect();
            plan.chosen.iter().map(|chosen| worth[*chosen as usize]).sum()
        }
        _ => {
            let values: Vec<i64> = part.worth(values).collect();
            bound::upper(&crate::transport::Transport { values: &values, ..part.transport() })
        }
    });
    settled + parts.sum::<i64>()
}
