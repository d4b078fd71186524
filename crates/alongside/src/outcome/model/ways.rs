//! How two people could meet.

use super::Met;
use crate::domain::Way;
use serde::{Deserialize, Serialize};

/// A way of meeting that both named, and whether it is possible for the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PossibleWay {
    /// Which.
    pub way: Way,
    /// Whether they can meet so; `unknown` where a blank leaves it open.
    pub possible: Met,
    /// What is in the way, or what a blank leaves open: `mentee phone` and the like, `language`, `distance`.
    pub missing: Vec<String>,
}
