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
    /// Where the aim is that the least fit be as great as can be: why no greater one is possible.
    #[serde(default)]
    pub cover: Option<Cover>,
}

/// The proof that not everybody who is served can be given a pair with some greater fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// That fit: the next one above the least of the proposals that any candidate pair has, or one more than the least
    /// where none has more.
    pub fit: i64,
    /// A matching that serves as many, in which as many pairs as can be have that fit: the mentor of every mentee, by
    /// their places in order of id.
    pub mentor_of: Vec<Option<u32>>,
    /// The proof that no more can: the prices of that matching where a pair counts 1 if it has that fit, and nothing
    /// else counts. One level for all tiers together, one for the count.
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
    /// That of room in every supervisor's caseload, by id.
    #[serde(default)]
    pub supervisors: Vec<i64>,
}
