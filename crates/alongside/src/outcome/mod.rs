//! What a run hands back: proposals with reasons, people left waiting with reasons, totals level by level.

mod explain;
mod explanation;
mod json;
mod model;
mod standing;
mod words;
mod write;

pub(crate) use explain::explain;
pub use explanation::{
    Answered, Explanation, FloorOf, FurtherObjection, MissedFloor, NominationNotMet, PairExplanation, RuleVerdict,
    Within,
};
pub use json::OutcomeFault;
pub use model::*;
pub use words::{shared_words, telling};
pub(crate) use write::{outcome, reasons_of, summary};
