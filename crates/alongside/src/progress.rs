//! How far a run is, in counts: the engine has no clock.

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
