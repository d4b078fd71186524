//! The proof that comes with a matching.

use serde::{Deserialize, Serialize};

/// A proof that no other matching does better: a price for every mentee and for a place with every mentor, level by
/// level. What the prices must keep to, the specification says; whoever has the programme can check it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// One for all tiers together, then one for each level after people served, in order.
    pub levels: Vec<Prices>,
}

/// The prices at one level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prices {
    /// Every mentee's, by id.
    pub mentees: Vec<i64>,
    /// That of a place with every mentor, by id.
    pub mentors: Vec<i64>,
}
