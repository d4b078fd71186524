//! Stable assignments over two sides' preferences.
//!
//! Here nobody weighs one row's gain against another's loss. Rows order the columns they may have, columns order the
//! rows, and the assignment sought has no *blocking pair*: no row and column that would both rather have each other
//! than what they were given. [`solve`] finds one in time linear in the edges once the rows' lists are sorted;
//! [`blocking_pairs`] lists those of any assignment, of this or of another aim, which is the price that other aim pays;
//! [`Fewer`] says how many rows a stable assignment leaves without a place, tier by tier, which is the price of this
//! one. Tiers do not steer a stable assignment: they are only counted.
//!
//! Both orders may have ties, both may leave out whom they do not accept (there is no edge then), and columns take as
//! many rows as their capacity says. Stability is meant in the weak sense throughout: both have to gain strictly.

mod blocking;
mod deferred;
mod fewer;
mod holders;
mod larger;
mod lists;
mod market;
mod orders;
mod ranks;
mod ties;

#[cfg(test)]
mod tests;

pub use blocking::blocking_pairs;
pub use fewer::Fewer;
pub use market::{How, Method, Stable, solve};
pub use orders::{Orders, StableError};
pub use ranks::{column_ranks, row_ranks, scores_of_ranks};
pub use ties::Ties;
