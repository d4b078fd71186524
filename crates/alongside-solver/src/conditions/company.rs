//! Which rows can share a column, where that is more than which two cannot.

use std::fmt::Debug;

/// Says which rows cannot share a column together: because no time suits them all, say.
///
/// What it says has to be the same every time, and whatever has a part that cannot share cannot share itself.
pub trait Company: Debug + Sync {
    /// Rows of these, ascending, that cannot share the column, as few as can easily be told; none where all can. They
    /// are given ascending, at least one.
    fn at_odds(&self, column: u32, rows: &[u32]) -> Option<Vec<u32>>;
}
