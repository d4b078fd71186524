//! Facts about a pair for staff alone: what could end it early, and what carers said. None refuses or scores anything.

use super::Met;
use crate::domain::{Date, Side, Strength};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One fact, without a judgement on the people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StaffFact {
    /// Why that person excludes the other, where a reason is on record.
    Excluded(Exclusion),
    /// What the mentor promised ends on that day, before the last planned one.
    PromiseEnds(Date),
    /// The mentee can take part until that day, before the last planned one.
    MenteeUntil(Date),
    /// The mentor can take part until that day, before the last planned one.
    MentorUntil(Date),
    /// That person said that a move is likely.
    MoveLikely(Side),
    /// Who supports the mentee already, such as an Independent Visitor.
    ExistingSupport(Vec<Arc<str>>),
    /// Whether anybody has asked whom the mentee knows and would name: told where it is `false` and nobody is named.
    NetworkContacted(bool),
    /// How many adults the mentee can turn to already: told where it is `small` and nobody is named.
    OwnNetwork(Arc<str>),
    /// Of what the mentee's carer was informed.
    CarerInformedOf(Vec<Arc<str>>),
    /// What the mentee's carer would like, kept apart from what the mentee wishes, and whether the pair gives it.
    CarerWish(CarerWish),
}

/// Why somebody excludes the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Who.
    pub by: Side,
    /// Why, as it was written down.
    pub reason: String,
}

/// One wish of a mentee's carer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CarerWish {
    /// The mentor's attribute.
    pub attribute: String,
    /// How strongly.
    pub strength: Strength,
    /// What is wished, as for the mentee's own wishes.
    pub want: String,
    /// Whether the pair gives it.
    pub met: Met,
}
