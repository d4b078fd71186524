//! How far a solver may go, and who is told.

use std::fmt;

/// What a run may spend and whom it tells.
#[derive(Clone, Copy, Default)]
pub struct Control<'a> {
    /// Asked now and then; once it says true, the tiers are still settled exactly and the rest is the best found.
    pub should_stop: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Asked now and then; once it says true, nobody wants a result any more.
    pub give_up: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Told now and then how far the run is, from any thread.
    pub progress: Option<&'a (dyn Fn(Progress) + Sync)>,
}

/// How far a solver is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is done.
    pub done: usize,
    /// Of how much.
    pub of: usize,
}

impl Control<'_> {
    /// Whether the best found is wanted now.
    pub fn stops(&self) -> bool {
        self.should_stop.is_some_and(|stop| stop())
    }

    /// Whether nobody wants the result any more.
    pub fn gives_up(&self) -> bool {
        self.give_up.is_some_and(|give_up| give_up())
    }

    /// Tells how far the run is.
    pub fn tell(&self, done: usize, of: usize) {
        if let Some(progress) = self.progress {
            progress(Progress { done, of });
        }
    }
}

impl fmt::Debug for Control<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Control")
            .field("should_stop", &self.should_stop.map(|_| "..."))
            .field("give_up", &self.give_up.map(|_| "..."))
            .field("progress", &self.progress.map(|_| "..."))
            .finish()
    }
}
