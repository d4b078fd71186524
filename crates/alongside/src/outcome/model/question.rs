//! Blanks that criteria ask about.

use crate::domain::{PersonId, Side};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A blank that a criterion asks about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The criterion that asks.
    pub criterion: Arc<str>,
    /// Whose answer is blank.
    pub side: Side,
    /// Who.
    pub person: PersonId,
    /// What is blank.
    pub field: String,
    /// Candidate pairs it bears on.
    pub pairs: usize,
    /// Whether the proposal would be another if every such pair got the most that an answer could give.
    pub best_changes: Option<bool>,
    /// Whether it would be another if every such pair got the least. Both absent beyond the declared limit of
    /// questions tried out.
    pub worst_changes: Option<bool>,
}
