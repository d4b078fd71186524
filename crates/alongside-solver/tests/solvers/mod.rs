//! The solvers under test, all with one face.

use alongside_solver::{Control, Problem, Solution, SolveError, network, solve};

/// A way to solve a problem.
pub(crate) type Solve = fn(&Problem, &Control<'_>) -> Result<Solution, SolveError>;

/// Every solver that takes any problem.
pub(crate) const ANY: &[(&str, Solve)] = &[("network", network::solve), ("solve", solve::solve)];

#[allow(dead_code, reason = "not every test file stops a solver")]
/// A clock that says stop from its so manieth answer on.
pub(crate) fn stops_after(asked: usize) -> impl Fn() -> bool + Sync {
    let count = std::sync::atomic::AtomicUsize::new(0);
    move || count.fetch_add(1, std::sync::atomic::Ordering::Relaxed) >= asked
}
