//! Proposed pairs.

use super::{Contribution, PossibleWay, StaffFact, WishResult};
use crate::domain::PersonId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One proposed pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Who is matched.
    pub mentee: PersonId,
    /// With whom.
    pub mentor: PersonId,
    /// The mentee's tier.
    pub tier: u8,
    /// The ground that gives them their tier; none where it is the one stated, or the last.
    #[serde(default)]
    pub tier_by: Option<Arc<str>>,
    /// The programme that the mentee was referred to, by id, where several share the run.
    #[serde(default)]
    pub programme: Option<Arc<str>>,
    /// The programmes that share the mentor with that one; empty where the mentor is of it.
    #[serde(default)]
    pub shared_by: Vec<Arc<str>>,
    /// The sum of the contributions.
    pub fit: i64,
    /// The mentee's fit: the sum of the mentee's shares.
    pub mentee_fit: i64,
    /// The mentor's fit: the rest.
    pub mentor_fit: i64,
    /// One for each criterion, in order.
    pub contributions: Vec<Contribution>,
    /// Every wish of the mentee, then of the mentor, and whether the pair gives it.
    pub wishes: Vec<WishResult>,
    /// Every way of meeting that both named, in the mentee's order, and what is missing where it is not possible.
    #[serde(default)]
    pub ways: Vec<PossibleWay>,
    /// Facts for staff: what could end the relationship early, and what carers said. They refuse and score nothing.
    #[serde(default)]
    pub for_staff: Vec<StaffFact>,
    /// How the two could meet beside the mentor's other mentees; none where the programme does not say what several
    /// mentees ask of each other.
    #[serde(default)]
    pub meeting: Option<Meeting>,
    /// The criterion on which most is lost, wishes and choices that nobody made aside; absent when nothing is.
    pub against: Option<Against>,
    /// The mentee's next best candidates, at most [`MAX_ALTERNATIVES`], best first; equals by tie value, highest first.
    pub alternatives: Vec<Alternative>,
}

/// A way and a time in which two people could meet, beside all others that the mentor meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// When it could begin, such as `Tue 17:00`; none where the programme does not look at times.
    pub begins: Option<String>,
    /// How long it is, in minutes; none likewise.
    pub minutes: Option<u32>,
    /// The other mentees whom the mentor meets at the same time, in order of id.
    pub together_with: Vec<PersonId>,
}

/// Most alternatives that a proposal lists.
pub const MAX_ALTERNATIVES: usize = 3;

/// The strongest point against a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Against {
    /// The criterion; the first in order among equals.
    pub criterion: Arc<str>,
    /// Weight times the points missing to 1000.
    pub lost: i64,
}

/// Another candidate for the same mentee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The mentor.
    pub mentor: PersonId,
    /// Fit of that pair.
    pub fit: i64,
    /// Places of that mentor that the proposal leaves free.
    pub places_free: u32,
}
