//! Several options for each row.
//!
//! [`shortlists`] adds to an assignment that is proposed anyway the best further options, so that a row has something
//! to fall back on. Those options promise nothing together: two rows may have the same one, and whoever comes second
//! finds it taken.
//!
//! [`SafeLists`] are for rows that choose for themselves. Every option on a list belongs to some assignment in which
//! every tier's number is as great as it can be, so that no choice costs anybody a place. That holds for one list at a
//! time, each issued after the choice before; [`SafeLists::lists_jointly`] gives lists, shorter ones, for which it holds
//! whatever all rows choose at once.

mod joint;
mod proposal;
mod residual;
mod session;
mod standing;
#[cfg(test)]
mod tests;

pub use joint::JointLists;
pub use proposal::{Lengths, ShortlistError, Shortlists, shortlists};
pub use session::{NotSafe, SafeList, SafeLists, safe_edges};
