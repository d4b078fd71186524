//! The short call over every stage.

use crate::domain::{PersonId, Programme};
use crate::error::Error;
use crate::outcome::{Explanation, Outcome};

/// Matches programmes. Holds only how far a run may go; one engine serves any number of programmes and threads.
#[derive(Clone, Copy)]
pub struct Engine<'a> {
    max_cells: usize,
    questions_tried: usize,
    should_stop: Option<&'a (dyn Fn() -> bool + Sync)>,
}

impl std::fmt::Debug for Engine<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("max_cells", &self.max_cells).finish_non_exhaustive()
    }
}

impl Default for Engine<'_> {
    fn default() -> Self {
        Self { max_cells: 40_000_000, questions_tried: 200, should_stop: None }
    }
}

impl<'a> Engine<'a> {
    /// An engine with the limits of the reference.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asked now and then while solving; once it answers true, what is left is solved by a quicker way that serves as
    /// many people but may miss the best quality, and the outcome says so.
    #[must_use]
    pub const fn stop_when(mut self, should_stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        self.should_stop = Some(should_stop);
        self
    }

    /// Matches the programme.
    ///
    /// # Errors
    /// [`Error::LimitExceeded`].
    pub fn run(&self, programme: &Programme) -> Result<Outcome, Error> {
        let _ = programme;
        Err(Error::LimitExceeded(String::new()))
    }

    /// Says why the mentee has the proposal they have, or none, and what speaks for and against a pair.
    ///
    /// # Errors
    /// [`Error::UnknownPerson`], [`Error::LimitExceeded`].
    pub fn explain(
        &self,
        programme: &Programme,
        mentee: &PersonId,
        mentor: Option<&PersonId>,
    ) -> Result<Explanation, Error> {
        let _ = (programme, mentee, mentor);
        Err(Error::LimitExceeded(String::new()))
    }
}
