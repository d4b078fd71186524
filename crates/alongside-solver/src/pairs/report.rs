//! What a run over all pairs did, stage by stage.

use std::time::Duration;

/// What one step of a run was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Going over as many pairs of everybody as it takes to begin with, keeping the best few.
    Scan,
    /// Making the numbers served hold over all pairs.
    Cover,
    /// Looking at a few of all pairs for those that break the prices of the first levels of value.
    Sample,
    /// Making the total of this level of value, and those before it, hold over all pairs.
    Price {
        /// The level.
        level: usize,
    },
}

/// One step of a run: a solution of the kept pairs, held against all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// What for.
    pub step: Step,
    /// Time spent on solving the kept pairs.
    pub solving: Duration,
    /// Time spent on passes over pairs.
    pub passing: Duration,
    /// Rows of which some pairs were looked at.
    pub rows: usize,
    /// Pairs that these rows were held against, those of them ruled out by place counted as well.
    pub pairs: u64,
    /// Rows with a pair that broke the potentials.
    pub broken: usize,
    /// Pairs added to those kept.
    pub added: usize,
    /// Pairs kept afterwards.
    pub kept: usize,
}

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The steps in order.
    pub rounds: Vec<Round>,
}

impl Report {
    /// Rounds that held an assignment against all pairs.
    pub fn price_rounds(&self) -> usize {
        self.rounds.iter().filter(|round| matches!(round.step, Step::Price { .. })).count()
    }
}
