//! When to ask whether to go on.

use crate::control::Control;
use crate::solution::SolveError;

/// Searches, or bids, between two looks.
const LOOK: usize = 256;

/// Counts the work done and asks now and then whether to go on.
#[derive(Debug)]
pub(super) struct Clock<'a> {
    control: &'a Control<'a>,
    since: usize,
}

impl<'a> Clock<'a> {
    pub(super) fn new(control: &'a Control<'a>) -> Self {
        Self { control, since: 0 }
    }

    /// Whether to stop, after so much more work.
    ///
    /// # Errors
    ///
    /// [`SolveError::GivenUp`].
    pub(super) fn stops_after(&mut self, work: usize) -> Result<bool, SolveError> {
        self.since += work;
        if self.since < LOOK {
            return Ok(false);
        }
        self.since = 0;
        if self.control.gives_up() { Err(SolveError::GivenUp) } else { Ok(self.control.stops()) }
    }
}
