//! What people read: facts of the engine laid out in lines and columns.

pub(crate) mod blocking;
pub(crate) mod explanation;
pub(crate) mod findings;
pub(crate) mod issues;
pub(crate) mod names;
pub(crate) mod places;
pub(crate) mod programmes;
pub(crate) mod recognised;
pub(crate) mod shortlists;
pub(crate) mod style;
pub(crate) mod text;
pub(crate) mod validated;

mod cost;
mod fields;
mod idle;
mod kept;
mod proposals;
mod questions;
mod reasons;
mod records;
mod recruitment;
mod summary;
mod supervisors;
pub(crate) mod table;
mod unmatched;
mod waterfall;
mod weights;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use alongside::Outcome;
use names::Names;

/// Most problems of one code that are printed for people; data has them all.
const SHOWN_PER_CODE: usize = 50;

/// How much of an outcome is shown, and to whom.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    /// Columns of the screen.
    pub(crate) width: usize,
    /// Whether every row is shown.
    pub(crate) all: bool,
    /// What people are called.
    pub(crate) names: &'a Names,
}

impl View<'_> {
    /// How many rows are shown where there is room for `most`.
    const fn rows(&self, most: usize) -> usize {
        if self.all { usize::MAX } else { most }
    }

    /// A line about the rows that are not shown, if any.
    fn more(&self, there: usize, most: usize) -> String {
        match there.saturating_sub(self.rows(most)) {
            0 => String::new(),
            more => format!("  ... and {more} more: --all shows them here, --out DIR writes them\n"),
        }
    }
}

/// The whole outcome, as a coordinator would show it to a colleague.
pub(crate) fn outcome(outcome: &Outcome, view: View<'_>) -> String {
    [
        summary::render(outcome, view.width),
        weights::render(outcome, view.width),
        kept::render(outcome, view),
        proposals::render(outcome, view),
        unmatched::render(outcome, view),
        programmes::render(outcome, view),
        supervisors::render(outcome, view),
        idle::render(outcome, view),
        recruitment::render(outcome, view.width),
        questions::render(outcome, view),
        records::render(outcome, view),
    ]
    .concat()
}
