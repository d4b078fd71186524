//! Whether the worst could be better.

use super::objective::{AtLeast, Thresholds};
use super::{Flaw, Verified, assignment, objective, verify};
use crate::certificate::Certificate;
use crate::problem::Problem;

/// Why no assignment that fills as many places has edges of at least some value alone.
#[derive(Debug, Clone, Copy)]
pub struct Cover<'c> {
    /// An assignment in which as many places as can be are worth that much.
    pub edges: &'c [usize],
    /// The proof: for [`Thresholds`] with this one value, [alone](Thresholds::alone).
    pub certificate: &'c Certificate,
}

/// Proves that the worst of an assignment is as good as can be, among those that fill as many places of each tier and
/// use as many columns where they count, and that of those with so good a worst this is best at the problem's levels.
///
/// `certificate` is for the problem without its edges worth less than the worst ([`AtLeast`]); `cover` is for the next
/// value up that occurs, or for the value above all of them. None is needed where no place is filled or no edge of the
/// problem is worth less than the worst and none more.
///
/// Time: edges times levels.
///
/// # Errors
///
/// What is wrong, at most [`MAX_FLAWS`](super::MAX_FLAWS).
pub fn bottleneck(
    problem: &Problem,
    level: usize,
    edges: &[usize],
    certificate: &Certificate,
    cover: Option<Cover<'_>>,
) -> Result<Verified, Vec<Flaw>> {
    bottleneck_after(problem, 0, level, edges, certificate, cover)
}

/// The same among the assignments that are best at the first `ahead` of the problem's levels of value too. The cover's
/// certificate has these levels before its one of values reached ([`Thresholds::after`]).
///
/// # Errors
///
/// As [`bottleneck`].
pub fn bottleneck_after(
    problem: &Problem,
    ahead: usize,
    level: usize,
    edges: &[usize],
    certificate: &Certificate,
    cover: Option<Cover<'_>>,
) -> Result<Verified, Vec<Flaw>> {
    let found = assignment(problem, problem, edges)?;
    let values = problem.level(level);
    let Some(worst) = edges.iter().filter_map(|edge| values.get(*edge).copied()).min() else {
        return verify(problem, edges, certificate);
    };
    let Some(above) = AtLeast::new(problem, level, worst) else { return Err(vec![Flaw::Cover]) };
    objective(problem, &above, edges, certificate)?;
    let Some(cover) = cover else {
        let all_alike = values.iter().all(|value| *value == worst);
        return if all_alike { Ok(found) } else { Err(vec![Flaw::NoCertificate]) };
    };
    // Where no value is greater, one more is asked for than anything is worth; such a cover proves the tiers alone.
    let next = values.iter().copied().filter(|value| *value > worst).min().unwrap_or(worst.saturating_add(1));
    let next = [next];
    let Some(reaches) = Thresholds::new(problem, level, &next) else { return Err(vec![Flaw::Cover]) };
    let shown = objective(problem, &reaches.after(ahead).alone(), cover.edges, cover.certificate)?;
    let as_many = shown.served == found.served
        && (!problem.use_columns() || shown.columns_used == found.columns_used)
        && shown.totals.iter().zip(&found.totals).take(ahead).all(|(shown, found)| shown == found);
    // Everybody served reaching the next value would be a better worst; that is what must be impossible.
    let all = found.served.iter().sum::<usize>() as i128;
    let fewer = shown.totals.get(ahead.min(problem.level_count())).is_some_and(|reached| *reached < all);
    if as_many && fewer { Ok(found) } else { Err(vec![Flaw::Cover]) }
}
