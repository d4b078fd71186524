//! Lists as they are written.

use super::Kind;
use crate::domain::PersonId;
use crate::json;
use crate::outcome::{Against, Asked, Contribution, ProgrammeSummary, Refusals, WishResult};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The version of this model.
pub const SHORTLISTS_FORMAT: &str = "alongside-shortlists/1";

/// A list for every mentee who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shortlists {
    /// [`SHORTLISTS_FORMAT`].
    pub format: String,
    /// Version of the engine that wrote them.
    pub engine: String,
    /// The programme they are for.
    pub programme: ProgrammeSummary,
    /// What is promised of them.
    pub kind: Kind,
    /// Most options of a mentee.
    pub options: u32,
    /// Most lists that a mentor stands on; none for safe lists.
    pub appearances: Option<u32>,
    /// The most that the fit of one pair can be.
    pub full_fit: i64,
    /// Ids of the criteria in force, in order.
    pub criteria: Vec<Arc<str>>,
    /// What was picked so far, as it was asked with.
    pub picked: Vec<Pair>,
    /// What was declined so far, as it was asked with.
    pub declined: Vec<Pair>,
    /// By tier.
    pub tiers: Vec<TierNumbers>,
    /// Lists issued one after another in the order of their turns, mentees without options last; others by mentee id.
    pub lists: Vec<Shortlist>,
}

/// Two people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each says who it is")]
pub struct Pair {
    pub mentee: PersonId,
    pub mentor: PersonId,
}

/// How many of a tier have a mentor or can have one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TierNumbers {
    /// Which tier.
    pub tier: u8,
    /// Its mentees who picked.
    pub picked: usize,
    /// Those of the others who are proposed a mentor; with safe lists, who can be served at once beside all that was picked,
    /// which no pick from a list makes less.
    pub served: usize,
}

/// The options of one mentee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shortlist {
    /// Whose.
    pub mentee: PersonId,
    /// Their tier.
    pub tier: u8,
    /// When it is their turn, 1 for the first, where lists are issued one after another and there is something on this
    /// one: by tier, those who declined something after the others, then by id.
    pub turn: Option<usize>,
    /// The options: what is proposed first, where nothing is promised; the others by what the aim counts, best first.
    pub options: Vec<ListedOption>,
    /// Why there are not as many as were asked for, where there are not.
    pub shorter: Option<Shorter>,
}

/// A mentor whom a mentee may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ListedOption {
    /// Who.
    pub mentor: PersonId,
    /// Whether the matching proposes this pair.
    pub proposed: bool,
    /// The sum of the contributions.
    pub fit: i64,
    /// One for each criterion, in order.
    pub contributions: Vec<Contribution>,
    /// Every wish of the mentee, then of the mentor, and whether the pair gives it.
    pub wishes: Vec<WishResult>,
    /// The criterion on which most is lost, as for a proposal.
    pub against: Option<Against>,
}

/// Why a list has fewer options than were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shorter {
    /// The reason.
    pub because: ShorterBecause,
    /// The mentee's candidates.
    pub candidates: usize,
    /// Those of them who are not on the list, all for this reason.
    pub left_out: usize,
    /// All mentors, divided, where all candidates are on the list: why there are no more.
    pub asked: Option<Asked>,
    /// What the rules said of them, in order of rules; rules that allowed all are left out.
    pub reasons: Vec<Refusals>,
}

/// What keeps further options from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ShorterBecause {
    /// All candidates are on it.
    NoMoreCandidates,
    /// Each other candidate stands on as many lists as a mentor may.
    OnEnoughLists,
    /// Each other candidate would cost somebody a place: no matching that serves the most of each tier in order has the
    /// pair.
    WouldCostAPlace,
    /// There is no place left to back another option: each stands for a place of its own, so that all picks hold
    /// together.
    NoPlaceToBackIt,
}

impl Shortlists {
    /// The lists as JSON with a final line break, laid out as [`crate::Outcome::to_json`] does.
    pub fn to_json(&self) -> String {
        json::text(self)
    }
}
