//! The answer to "why this pair, why not that one, why nobody".

use super::{
    Against, Alternative, Contribution, GroundReport, Held, Kept, Level, Objection, Obstacle, PossibleWay, Proposal,
    StaffFact, Unmatched, Urgent, WishResult,
};
use crate::domain::PersonId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Why a mentee has the proposal they have, or none; and, when a mentor is named, what speaks for and against that
/// pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// Whom it is about.
    pub mentee: PersonId,
    /// The ground that gives them their tier; none where it is the one stated, or the last.
    #[serde(default)]
    pub ground: Option<GroundReport>,
    /// The programme that they were referred to, by id, where several share the run.
    #[serde(default)]
    pub programme: Option<Arc<str>>,
    /// The mentor whom they nominated and do not have, and why; none where they have them, or nominated nobody.
    #[serde(default)]
    pub nomination: Option<NominationNotMet>,
    /// Their proposal, if they have one.
    pub proposal: Option<Proposal>,
    /// The pair that goes on, if they have one.
    pub kept: Option<Kept>,
    /// The pair that a person has to look at first, if theirs is one.
    pub urgent: Option<Urgent>,
    /// What is held for them.
    pub held: Vec<Held>,
    /// Why they wait, if they do.
    pub unmatched: Option<Unmatched>,
    /// All their candidates, best first.
    pub candidates: Vec<Alternative>,
    /// The pair asked about.
    pub pair: Option<PairExplanation>,
}

/// A mentor whom a mentee nominated and does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NominationNotMet {
    /// Whom they nominated.
    pub mentor: PersonId,
    /// Whether the mentor is a natural one; of others a nomination makes no pair by name.
    pub natural: bool,
    /// Whether nominated natural mentors come first in the programme, or are candidates like others.
    pub first: bool,
    /// All that rules say against the two, refusals first.
    pub objections: Vec<Objection>,
    /// The mentor's supervisor, where their caseload has no room for one more relationship of this mentor's.
    pub full_supervisor: Option<PersonId>,
    /// Who has the mentor's places: pairs that go on, are urgent, held or proposed, in order of mentee id.
    pub holders: Vec<PersonId>,
}

/// What speaks for and against one pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairExplanation {
    /// The mentor asked about.
    pub mentor: PersonId,
    /// Whether the pair is proposed.
    pub proposed: bool,
    /// The programmes that share the mentor with the mentee's, where the mentor is not of it.
    #[serde(default)]
    pub shared_by: Vec<Arc<str>>,
    /// What every rule says, in order.
    pub verdicts: Vec<RuleVerdict>,
    /// What the pair's fit is, or would be were it allowed.
    pub fit: i64,
    /// The mentee's fit: the sum of the mentee's shares.
    pub mentee_fit: i64,
    /// The mentor's fit: the rest.
    pub mentor_fit: i64,
    /// Its parts.
    pub contributions: Vec<Contribution>,
    /// Both people's wishes.
    pub wishes: Vec<WishResult>,
    /// Every way of meeting that both named, in the mentee's order, and what is missing where it is not possible.
    #[serde(default)]
    pub ways: Vec<PossibleWay>,
    /// Facts for staff: what could end the relationship early, and what carers said.
    pub for_staff: Vec<StaffFact>,
    /// The criterion on which most is lost.
    pub against: Option<Against>,
    /// Whether the fit, or either side's, lies below the programme's floor for it.
    pub below_floor: bool,
    /// Which floors it does not reach, by how much.
    #[serde(default)]
    pub missed_floors: Vec<MissedFloor>,
    /// The mentor's places.
    pub capacity: u32,
    /// Of these, places that pairs that go on, are urgent or held leave for the matching.
    pub places_open: u32,
    /// The mentor's supervisor.
    #[serde(default)]
    pub supervisor: Option<PersonId>,
    /// How many more relationships of this mentor's the supervisor's caseload has room for, pairs that go on, are urgent or
    /// held aside; none without a supervisor.
    #[serde(default)]
    pub supervisor_room: Option<u32>,
    /// Who holds the mentor's places: pairs that go on, are urgent, held or proposed, in order of mentee id.
    pub holders: Vec<PersonId>,
    /// What the whole matching would reach if this pair were made, level by level; none where the rules, the floor, the
    /// capacity, or a pair or hold of the mentee do not allow it.
    pub if_made: Option<Vec<Level>>,
    /// What it would reach if this pair were barred, level by level; none where it is no candidate.
    pub if_barred: Option<Vec<Level>>,
    /// In how many of the best matchings the pair is, where the choice of the seed does not count; none where it is no
    /// candidate, and where the run was stopped before anything was proved.
    pub within: Option<Within>,
    /// What the matching reaches as proposed, level by level.
    pub as_proposed: Vec<Level>,
}

/// In how many of the matchings that are best at every level but the seed's a pair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// In every one of them.
    All,
    /// In some: other pairs would do as well.
    Some,
    /// In none.
    None,
}

/// What one rule says of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleVerdict {
    /// The rule's id.
    pub rule: Arc<str>,
    /// The kind of rule.
    pub kind: String,
    /// Its answer.
    pub answer: Answered,
    /// What stands in the way, if anything.
    pub obstacle: Option<Obstacle>,
    /// The check, training item or attribute it is about.
    pub about: Option<Arc<str>>,
    /// What else the rule finds in the way: further checks, training items or capabilities.
    #[serde(default)]
    pub further: Vec<FurtherObjection>,
}

/// One thing more that a rule finds in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FurtherObjection {
    /// What stands in the way.
    pub obstacle: Obstacle,
    /// The check, training item or capability it is about.
    pub about: Option<Arc<str>>,
}

/// A floor that a pair does not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissedFloor {
    /// Whose fit it is about.
    pub of: FloorOf,
    /// What the pair reaches.
    pub reached: i64,
    /// What the programme asks for.
    pub floor: i64,
}

/// Whose fit a floor is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FloorOf {
    /// The fit of the pair: `floor`.
    Pair,
    /// The mentee's part of it: `mentee_floor`.
    Mentee,
    /// The mentor's part of it: `mentor_floor`.
    Mentor,
}

/// A rule's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// The pair is allowed by this rule.
    Eligible,
    /// It is not.
    Refused,
    /// Something must be found out first; until then it is not proposed.
    NeedsCheck,
}
