//! Solving again after a change, from what was known before.
//!
//! [`Live`] holds an optimal assignment with its prices. An edit spoils the proof in at most a few places: a row left
//! out that had something to lose, a place left empty that was worth something. Each is mended by one search for a
//! cheapest chain of moves, which looks only at columns nearer than its end.

mod anchor;
mod arrivals;
mod columns;
mod edits;
mod error;
mod export;
pub(crate) mod form;
mod forward;
pub(crate) mod heap;
pub(crate) mod layout;
mod live;
pub(crate) mod moves;
mod pairs;
mod recast;
mod reverse;
mod rows;
mod start;
pub(crate) mod state;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod tuple;

pub use edits::NewPair;
pub use error::{EditError, StartError};
pub use live::{Live, Objective};
pub use moves::Moved;
