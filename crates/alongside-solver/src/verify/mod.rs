//! Whether an assignment is one, and its certificate proves it.
//!
//! Nothing here is shared with a solver: of this crate it knows [`Problem`], [`Certificate`] and [`Solution`] alone,
//! and of a problem only what everybody may ask. What is looked at is looked at once, in order, with sums in 128 bits,
//! so that no certificate, however absurd, overflows or is taken for another.
//!
//! - [`verify`] proves an assignment best for a problem as it stands, [`solution`] all that a [`Solution`] says;
//! - [`objective`](fn@objective) does so where the levels of value are others than the problem's: thresholds one after
//!   another for the best of the worst ([`Thresholds`]) or the profile of choices ([`Profile`]); [`bottleneck`] proves
//!   that the worst could not be better;
//! - [`bound`](fn@bound) turns any potentials, also those of a search that was stopped, into what no assignment exceeds;
//! - [`dense`] proves an assignment over a matrix of costs, [`stable`] that nobody would rather have each other.

mod assignment;
mod bottleneck;
mod bound;
mod claims;
mod conditions;
pub mod dense;
mod flaw;
mod objective;
mod prices;
pub mod stable;

pub use bottleneck::{Cover, bottleneck, bottleneck_after};
pub use bound::bound;
pub use claims::{Claim, solution};
pub use flaw::{Flaw, MAX_FLAWS, Part};
pub use objective::{AtLeast, Objective, Profile, Thresholds};

use crate::certificate::Certificate;
use crate::problem::Problem;
use assignment::Holding;
use flaw::Flaws;
use prices::Prices;

#[cfg(doc)]
use crate::solution::Solution;

/// What an assignment adds up to that was found to be one, and best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Places filled in each tier.
    pub served: Vec<usize>,
    /// Columns used at least once.
    pub columns_used: usize,
    /// Total of each level of value.
    pub totals: Vec<i128>,
}

/// Proves that the edges, in any order, are an assignment of the problem and that none is better.
///
/// Time: edges times levels, at most; memory: rows, columns and sets times levels, and a bit an edge.
///
/// # Errors
///
/// What is wrong, at most [`MAX_FLAWS`]: first what keeps the edges from being an assignment and the certificate from
/// having its shape. Only where there is nothing of that kind, every condition of [`Certificate`] that does not hold.
pub fn verify(problem: &Problem, edges: &[usize], certificate: &Certificate) -> Result<Verified, Vec<Flaw>> {
    objective(problem, problem, edges, certificate)
}

/// The same where levels of value are those of `values` in place of the problem's own. Tiers, and columns used where
/// the problem asks for them, come before as ever.
///
/// # Errors
///
/// As [`verify`].
pub fn objective<O: Objective + ?Sized>(
    problem: &Problem,
    values: &O,
    edges: &[usize],
    certificate: &Certificate,
) -> Result<Verified, Vec<Flaw>> {
    let mut flaws = Flaws::default();
    let holding = Holding::of(problem, edges, &mut flaws);
    let prices = Prices::of(problem, values.levels(), certificate, &mut flaws);
    match (holding, prices) {
        (Some(holding), Some(prices)) => {
            conditions::check(problem, values, &holding, &prices, &mut flaws);
            flaws.none().map(|()| holding.adds_up_to(problem, values))
        }
        _ => Err(flaws.list()),
    }
}

/// Says what the edges, in any order, add up to, if they are an assignment; not a word on how good it is.
///
/// # Errors
///
/// What keeps them from being one, at most [`MAX_FLAWS`].
pub fn assignment<O: Objective + ?Sized>(
    problem: &Problem,
    values: &O,
    edges: &[usize],
) -> Result<Verified, Vec<Flaw>> {
    let mut flaws = Flaws::default();
    let holding = Holding::of(problem, edges, &mut flaws);
    holding.map(|holding| holding.adds_up_to(problem, values)).ok_or_else(|| flaws.list())
}
