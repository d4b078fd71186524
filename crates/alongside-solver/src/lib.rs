//! Exact assignment of rows to columns, in integers, with a proof.
//!
//! Nothing here knows of people. A [`Problem`] has rows that want columns, columns with room for some rows, the edges
//! that are allowed and values on the edges. [`solve`](solve::solve) finds the assignment that is best in strict
//! order, level after level, and a [`Certificate`] from which [`verify`](verify::verify), which shares no code with
//! the solvers, proves it in time linear in the edges.

#![deny(clippy::float_arithmetic)]
#![allow(
    clippy::indexing_slicing,
    reason = "an index here comes out of a checked problem or is counted by the code that uses it: a miss is a defect \
              of this crate, never of the caller's data"
)]

pub mod aims;
pub mod certificate;
pub mod conditions;
pub mod control;
pub mod dense;
pub mod levels;
pub mod network;
pub mod pairs;
pub mod problem;
pub mod settled;
pub mod shortlist;
pub mod solution;
pub mod solve;
pub mod stable;
pub mod tiers;
pub mod transport;
pub mod verify;
pub mod warm;

pub use certificate::{Certificate, Potentials};
pub use control::{Control, Progress};
pub use problem::{Ceilings, Forced, Problem, ProblemError, ProblemParts};
pub use solution::{Solution, SolveError, Status};
pub use solve::solve;

/// What the readme shows is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
