//! What is said of a matching that only has to be stable.

use super::Prices;
use crate::domain::StableMethod;
use serde::{Deserialize, Serialize};

/// A stable matching beside one that serves as many as can be served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stability {
    /// Which of the stable matchings it is.
    pub method: StableMethod,
    /// Pairs that would both rather have each other: none.
    pub blocking_pairs: usize,
    /// By tier.
    pub tiers: Vec<FewerServed>,
    /// Mentees with a proposal.
    pub served: usize,
    /// The most that could have one.
    pub most: usize,
    /// The difference.
    pub fewer: i64,
    /// A matching that serves the most of each tier in order: the mentor of every mentee, by their places in order of
    /// id.
    pub mentor_of: Vec<Option<u32>>,
    /// The proof that none serves more: the prices of that matching where nothing but tiers counts.
    pub prices: Prices,
}

/// How many of a tier a stable matching serves, and how many one that serves the most of each tier in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FewerServed {
    /// Which tier.
    pub tier: u8,
    /// Its mentees with a proposal.
    pub served: usize,
    /// Those who have one where the most of each tier in order are served.
    pub most: usize,
    /// The difference; below 0 where a tier after the first that loses gains.
    pub fewer: i64,
}
