//! How far a run is, in counts, and what is behind it: the engine has no clock.

use alongside_solver::pairs;

/// A stage of a run that can take long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Screening and scoring every pair; counts mentees.
    Screening,
    /// Solving the independent parts; counts parts.
    Solving,
    /// Trying out what an answer to a question would change; counts questions.
    Questions,
}

/// How far a stage is. Told from many threads at once, so a larger count may be heard before a smaller one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Which stage.
    pub stage: Stage,
    /// What is done of it, from 0.
    pub done: usize,
    /// All of it.
    pub of: usize,
}

/// A part of a run that is over. Who wants to know how long each took looks at a clock when told.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// People laid out in columns, rules and criteria ready to be asked.
    Columns,
    /// Every pair screened and scored, all candidates listed: in programmes small enough for that.
    Candidates,
    /// The best over all pairs found without listing them, with what was done round by round: in all others.
    AllPairs(Vec<pairs::Round>),
    /// The candidates solved for the aim.
    Solution,
    /// Proposals with their reasons and alternatives.
    Proposals,
    /// Reasons of everybody left waiting.
    Waiting,
    /// Reasons of everybody idle.
    Idle,
    /// Questions tried out.
    Questions,
}

impl Part {
    /// What it is called.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Candidates => "candidates",
            Self::AllPairs(_) => "all pairs",
            Self::Solution => "solution",
            Self::Proposals => "proposals",
            Self::Waiting => "waiting",
            Self::Idle => "idle",
            Self::Questions => "questions",
        }
    }
}
