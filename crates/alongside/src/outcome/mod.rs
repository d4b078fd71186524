//! What a run hands back: proposals with reasons, people left waiting with reasons, totals level by level.

mod explanation;
mod model;
mod words;

pub use explanation::{Answered, Explanation, PairExplanation, RuleVerdict};
pub use model::*;
