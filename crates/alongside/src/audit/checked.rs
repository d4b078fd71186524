//! How much an audit looked at.

use super::book::Book;
use super::survey::Survey;
use serde::{Deserialize, Serialize};

/// What was asked again. A clean audit is worth as much as these counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Pairs of which every rule was asked: all of them.
    pub pairs: usize,
    /// Rules asked of each pair.
    pub rules: usize,
    /// Candidate pairs found.
    pub candidates: usize,
    /// Pairs compared that a person has to look at first.
    pub urgent: usize,
    /// Pairs compared that go on.
    pub kept: usize,
    /// Holds compared.
    pub held: usize,
    /// Proposals between people of the programme.
    pub proposals: usize,
    /// Contributions compared.
    pub contributions: usize,
    /// Wishes compared.
    pub wishes: usize,
    /// Alternatives compared.
    pub alternatives: usize,
    /// Waiting mentees compared.
    pub waiting: usize,
    /// Idle mentors compared.
    pub idle: usize,
    /// Reasons compared, one for each rule that did not allow everybody.
    pub reasons: usize,
    /// Levels compared.
    pub levels: usize,
    /// Questions compared.
    pub questions: usize,
    /// Answers to questions (best and worst apart) found again by solving anew; the others, of which there are some
    /// when the limit was reached or the proposal could not be proved, were only looked for.
    pub answers: usize,
    /// Changes to the proposal looked at for them.
    pub answer_steps: u64,
    /// What could be shown of the proposal's optimality.
    pub proof: Proof,
    /// Whether the outcome's certificate proved it; of a stable matching, whether its prices prove how many could be served.
    pub certified: bool,
    /// Changes to the proposal looked at for it; none where the certificate was enough.
    pub proof_steps: u64,
}

/// What could be shown of the proposal's optimality.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// The proposals are no matching over candidates, so nothing was asked of their optimality.
    #[default]
    NotAsked,
    /// Every level is the greatest possible while those before it are kept.
    EveryLevel,
    /// Tiers and people served are the greatest possible; the outcome claims no more.
    ServedLevels,
    /// No mentee and mentor would both rather have each other; the outcome claims no more.
    Stable,
    /// Every condition is kept. That nothing better keeps them all rests on the engine's search, which was too long to be
    /// repeated; or the outcome claims no more than to be the best found.
    NotRepeated,
    /// Another matching does better, or two people would rather have each other where that was the aim.
    Refuted,
    /// The declared limit was reached first.
    Unfinished,
}

impl Checked {
    /// Notes what the pass over all pairs saw.
    pub(super) fn survey(&mut self, book: &Book<'_>, survey: &Survey<'_>) {
        self.pairs = survey.pairs;
        self.rules = book.matching.rules.len();
        self.candidates = survey.candidates();
    }
}
