//! How far a run may go, and who is told.

use crate::progress::{Part, Progress, Stage};
use alongside_solver as solver;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a run may spend and whom it tells.
#[derive(Clone, Copy, Default)]
pub(crate) struct Control<'a> {
    /// Asked now and then while solving; once it says true, the best found is wanted.
    pub(crate) should_stop: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Asked for each mentee while screening, now and then while solving and before each question; once it says true,
    /// nobody wants a result any more and the run ends as soon as it can.
    pub(crate) give_up: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Told now and then how far the run is, from any thread.
    pub(crate) progress: Option<&'a (dyn Fn(Progress) + Sync)>,
    /// Told of each part of the run as soon as it is over.
    pub(crate) over: Option<&'a (dyn Fn(Part) + Sync)>,
}

impl Control<'_> {
    /// Whether nobody wants the result any more.
    pub(crate) fn gives_up(&self) -> bool {
        self.give_up.is_some_and(|give_up| give_up())
    }

    /// Tells that a part of the run is over.
    pub(crate) fn over(&self, part: impl FnOnce() -> Part) {
        if let Some(over) = self.over {
            over(part());
        }
    }

    /// Tells that one more of a stage is done.
    pub(crate) fn tell(&self, stage: Stage, counter: &AtomicUsize, of: usize) {
        if let Some(progress) = self.progress {
            let done = counter.fetch_add(1, Ordering::Relaxed) + 1;
            progress(Progress { stage, done, of });
        }
    }

    /// The same limits without a word: for work inside a stage that is told already.
    pub(crate) fn unheard(&self) -> Self {
        Self { progress: None, over: None, ..*self }
    }

    /// Runs something of the solver's within these limits, told as the stage of solving.
    pub(crate) fn solving<R>(&self, run: impl FnOnce(&solver::Control<'_>) -> R) -> R {
        let told = self.progress.map(|progress| {
            move |solver::Progress { done, of }| progress(Progress { stage: Stage::Solving, done, of })
        });
        let progress = told.as_ref().map(|told| told as &(dyn Fn(solver::Progress) + Sync));
        run(&solver::Control { should_stop: self.should_stop, give_up: self.give_up, progress })
    }
}

impl fmt::Debug for Control<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Control")
            .field("should_stop", &self.should_stop.map(|_| "..."))
            .field("give_up", &self.give_up.map(|_| "..."))
            .field("progress", &self.progress.map(|_| "..."))
            .field("over", &self.over.map(|_| "..."))
            .finish()
    }
}
