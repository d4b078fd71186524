//! What a run hands back: proposals with reasons, people left waiting with reasons, totals level by level.

mod model;

pub use model::*;
