//! The way in: which path a problem takes.

#[cfg(test)]
pub(crate) mod tests;

use crate::certificate::Certificate;
use crate::control::Control;
use crate::levels;
use crate::problem::Problem;
use crate::solution::{Solution, SolveError, Status};
use crate::tiers::Seats;
use crate::verify::verify;

/// The best assignment of a problem, with its certificate.
///
/// Where nothing but capacities binds and every row wants one column, the tiers are settled by a matching and the
/// levels of value one after another by what it leaves open; other problems are solved by shortest paths over tuples
/// ([`network`](crate::network)). The answer does not depend on the number of threads. It is unique where no two
/// assignments agree at every level, which a last level of well mixed numbers makes all but certain.
///
/// Once [`Control::should_stop`] says so, the answer is [`Status::BestFound`]: places filled are still the best of each
/// tier, levels finished before are the best, the parts solved of the level in hand too, and the rest is what the
/// matching gave. [`Solution::bounds`] says how much better the best could be, and the certificate proves the tiers
/// and the levels finished, as many as it has.
///
/// # Errors
///
/// [`SolveError::GivenUp`]; [`SolveError::Overflow`] where potentials would leave 62 bits; [`SolveError::Unsound`] if
/// the answer fails the checks made on the way, a defect of the solver.
pub fn solve(problem: &Problem, control: &Control<'_>) -> Result<Solution, SolveError> {
    if !problem.is_plain() {
        return crate::network::solve(problem, control);
    }
    let seats = Seats::find(problem, control)?;
    solution_of(problem, levels::solve(problem, seats, control)?)
}

/// The best assignment of a problem of which fewer edges were solved before: by these, as the certificate proves of
/// those. The numbers served and the first so many levels of value are settled: the certificate has to prove them for
/// all edges. The other levels only begin with what it says. None where that leads nowhere, or where anything but
/// capacities binds.
pub(crate) fn solve_again(
    problem: &Problem,
    edges: &[usize],
    (certificate, settled): (&Certificate, usize),
    control: &Control<'_>,
) -> Result<Option<Solution>, SolveError> {
    let Some((tiers, levels)) = certificate.levels.split_first().filter(|_| problem.is_plain()) else {
        return Ok(None);
    };
    let Some((known, _)) = levels.split_at_checked(settled) else { return Ok(None) };
    let seats = Seats::known(problem, edges, tiers);
    let after = seats.and_then(|seats| levels::solve_after(problem, seats, (known, levels), control));
    let solution = match after {
        Ok(answer) => solution_of(problem, answer)?,
        Err(SolveError::GivenUp) => return Err(SolveError::GivenUp),
        Err(_) => return Ok(None),
    };
    let certificate = solution.certificate.as_ref();
    let proven = certificate.is_some_and(|certificate| verify(problem, &solution.edges, certificate).is_ok());
    Ok((proven || solution.status != Status::Optimal).then_some(solution))
}

fn solution_of(problem: &Problem, answer: levels::Answer) -> Result<Solution, SolveError> {
    let mut solution = Solution::of(problem, answer.edges)?;
    solution.parts = answer.parts;
    solution.certificate = Some(answer.certificate);
    match answer.bounds {
        Some(bounds) => solution.bounds = bounds,
        None => solution.status = Status::Optimal,
    }
    Ok(solution)
}
