//! Pairs that stand before the matching, and what is held.

use super::{Against, Contribution, Obstacle, PossibleWay, StaffFact, WishResult};
use crate::domain::{Date, PersonId};
use crate::outcome::Answered;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A pair that goes on: it meets already, or a coordinator keeps it. It takes a place, and is no proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Who is supported.
    pub mentee: PersonId,
    /// By whom.
    pub mentor: PersonId,
    /// The mentee's tier.
    pub tier: u8,
    /// The ground that gives them their tier, as for a proposal.
    #[serde(default)]
    pub tier_by: Option<Arc<str>>,
    /// Whether the two meet already: a current relationship.
    pub current: bool,
    /// Since when, where that is known.
    pub since: Option<Date>,
    /// The decision that keeps the pair, if there is one.
    pub decision: Option<Decided>,
    /// Whether the mentee nominated the mentor, a natural one, and nothing else makes them a pair.
    #[serde(default)]
    pub nominated: bool,
    /// The sum of the contributions. No floor applies.
    pub fit: i64,
    /// The mentee's fit: the sum of the mentee's shares.
    pub mentee_fit: i64,
    /// The mentor's fit: the rest.
    pub mentor_fit: i64,
    /// One for each criterion, in order.
    pub contributions: Vec<Contribution>,
    /// Every wish of the mentee, then of the mentor, and whether the pair gives it.
    pub wishes: Vec<WishResult>,
    /// Ways of meeting that both named, as for a proposal.
    #[serde(default)]
    pub ways: Vec<PossibleWay>,
    /// Facts for staff, as for a proposal.
    #[serde(default)]
    pub for_staff: Vec<StaffFact>,
    /// The criterion on which most is lost, as for a proposal.
    pub against: Option<Against>,
}

/// Who decided, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// Who.
    pub by: String,
    /// When.
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// A pair that meets or was kept, and that a hard rule does not allow: neither confirmed nor ended here. It keeps its
/// place; a person has to look at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Urgent {
    /// Who is supported.
    pub mentee: PersonId,
    /// By whom.
    pub mentor: PersonId,
    /// The mentee's tier.
    pub tier: u8,
    /// The ground that gives them their tier, as for a proposal.
    #[serde(default)]
    pub tier_by: Option<Arc<str>>,
    /// Whether the two meet already: a current relationship.
    pub current: bool,
    /// Since when, where that is known.
    pub since: Option<Date>,
    /// The decision that keeps the pair, if there is one.
    pub decision: Option<Decided>,
    /// Whether the mentee nominated the mentor, a natural one, and nothing else makes them a pair: it waits for what
    /// the rules name.
    #[serde(default)]
    pub nominated: bool,
    /// Facts for staff, as for a proposal; why one of the two excludes the other among them.
    #[serde(default)]
    pub for_staff: Vec<StaffFact>,
    /// Every rule that does not allow the pair, in order of rules; at least one.
    pub objections: Vec<Objection>,
}

/// What one rule has against a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// The rule's id.
    pub rule: Arc<str>,
    /// `refused` or `needs_check`.
    pub answer: Answered,
    /// What stands in the way.
    pub obstacle: Obstacle,
    /// The check, training item or attribute it is about.
    pub about: Option<Arc<str>>,
}

/// What a coordinator holds: a pair, whose place stays reserved, or one person, who is not proposed for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// The mentee, unless a mentor alone is held.
    pub mentee: Option<PersonId>,
    /// The mentor, unless a mentee alone is held.
    pub mentor: Option<PersonId>,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Date,
    /// Why.
    pub reason: String,
}
