//! People left waiting and idle, with reasons.

use crate::domain::{Date, PersonId, Shortage};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A mentee left waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unmatched {
    /// Who waits.
    pub mentee: PersonId,
    /// Their tier.
    pub tier: u8,
    /// The ground that gives them their tier, as for a proposal.
    #[serde(default)]
    pub tier_by: Option<Arc<str>>,
    /// The programme that they were referred to, as for a proposal.
    #[serde(default)]
    pub programme: Option<Arc<str>>,
    /// Since when.
    pub waiting_since: Option<Date>,
    /// Days from then to the programme's date; negative never occurs, a later day counts as 0.
    pub waiting_days: Option<i64>,
    /// What the rules said of every mentor, in order of rules; rules that allowed all are left out.
    pub reasons: Vec<Refusals>,
    /// Who was asked and what is left: the numbers add up to all mentors.
    pub asked: Asked,
    /// Candidates without a place left: they all went to others, or their supervisor's caseload is full.
    pub needed_elsewhere: usize,
    /// Of these, candidates who have a place and whose supervisor's caseload is full, by supervisor.
    #[serde(default)]
    pub held_back: Vec<HeldBack>,
    /// Of them, candidates who have a place and whose supervisor has room, and who have too little of something else left,
    /// by what.
    #[serde(default)]
    pub short_of: Vec<ShortOf>,
    /// Whether any mentor at all could have served them: at least one candidate.
    pub servable: bool,
}

/// Candidates whom a full caseload holds back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HeldBack {
    /// Whose caseload.
    pub supervisor: PersonId,
    /// How many candidates with a place of their own.
    pub candidates: usize,
}

/// Candidates who have too little of something left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShortOf {
    /// Of what.
    pub of: Shortage,
    /// How many candidates.
    pub candidates: usize,
}

/// All people of the other side, divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// All of them.
    pub all: usize,
    /// Refused by at least one rule.
    pub refused: usize,
    /// Refused by none, but at least one rule needs something found out first.
    pub needs_check: usize,
    /// Allowed by every rule, below a floor.
    pub below_floor: usize,
    /// Allowed and at or above the floor, the mentee having a pair already or being held.
    pub settled: usize,
    /// Allowed and at or above the floor, the mentee taking part, the mentor having no place left before the matching, or
    /// too little of what several mentees share.
    pub without_place: usize,
    /// Candidates.
    pub candidates: usize,
}

/// What one rule said of all people of the other side. Counts of several rules overlap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Refusals {
    /// The rule's id.
    pub rule: Arc<str>,
    /// People it refused.
    pub refused: usize,
    /// People for whom it needs something found out.
    pub needs_check: usize,
    /// People whom every other rule would allow.
    pub alone: usize,
    /// The same people by what stood in the way, in order of the words.
    pub details: Vec<Detail>,
}

/// People whom a rule did not allow, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Detail {
    /// What stood in the way.
    pub obstacle: Obstacle,
    /// The check, training item or attribute, where the rule looks at several.
    pub about: Option<Arc<str>>,
    /// How many people.
    pub people: usize,
}

/// What stands in the way of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// They are one person.
    SamePerson,
    /// One of them excludes the other.
    Excluded,
    /// A required check or training item is not on record. Needs a check.
    NotRecorded,
    /// A check has no known expiry. Needs a check.
    ExpiryUnknown,
    /// Every record of it is issued after the programme's date.
    NotYetIssued,
    /// It has expired.
    Expired,
    /// It is valid now and expires before the planned period ends.
    ExpiresInPeriod,
    /// They met before, and are not to be proposed again.
    PastPair,
    /// A coordinator barred the pair.
    Barred,
    /// A coordinator holds the pair, or one of the two. Needs a check.
    OnHold,
    /// The mentee's must or never.
    WishOfMentee,
    /// The mentor's must or never.
    WishOfMentor,
    /// Blank data leaves the mentee's must or never open. Needs a check.
    UnknownForWishOfMentee,
    /// Blank data leaves the mentor's must or never open. Needs a check.
    UnknownForWishOfMentor,
    /// Data the rule needs is blank. Needs a check.
    Blank,
    /// Nothing in common.
    NoneShared,
    /// The mentor has less of it than the mentee needs.
    NotEnough,
    /// Shared time, but no stretch long enough.
    TooShort,
    /// The mentor lies outside the bounds.
    MentorOutOfBounds,
    /// The mentee lies outside the bounds.
    MenteeOutOfBounds,
    /// The difference lies outside the bounds.
    DifferenceOutOfBounds,
    /// The answers differ and should agree.
    NotSame,
    /// The answers agree and should differ.
    NotDifferent,
    /// They are family.
    Kin,
    /// They are close friends.
    CloseFriend,
    /// They know each other, and the mentee did not nominate the mentor.
    Acquaintance,
    /// They are close friends, the mentee nominated the mentor, and no coordinator's decision is on record. Needs a
    /// check.
    UndecidedFriend,
    /// A natural mentor whom the mentee did not nominate.
    NotNominated,
    /// Too far for whoever would have to travel.
    TooFar,
    /// The mentee's age is one that the programme's activity, as declared, does not cover. Needs a check.
    OutsideActivity,
    /// A barrier or need of the mentee asks for a capability that the mentor does not have.
    CapabilityMissing,
    /// The mentee's carer does not consent.
    CarerRefuses,
    /// One of them is barred from a place where the other is.
    CoLocation,
    /// They could begin only on or after the day of the mentee's transition.
    StartsTooLate,
    /// Every way of meeting that both accept asks for a language in common, and they have none.
    NoCommonLanguage,
    /// The programme that the mentee was referred to is not for them.
    MenteeNotEligible,
    /// The mentor is of other programmes, and none of them shares with the mentee's.
    NotShared,
    /// The mentor does not agree to be shown to other programmes.
    SharingRefused,
    /// The mentee's programme does not take such mentors.
    MentorNotEligible,
}

/// A mentor with nobody proposed, kept or held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Idle {
    /// Who.
    pub mentor: PersonId,
    /// Their places.
    pub capacity: u32,
    /// What the rules said of every mentee, in order of rules; rules that allowed all are left out.
    pub reasons: Vec<Refusals>,
    /// The mentees, divided.
    pub asked: Asked,
    /// Candidates who are served by others.
    pub served_elsewhere: usize,
    /// The supervisor whose full caseload keeps them idle though a candidate waits.
    #[serde(default)]
    pub held_back_by: Option<PersonId>,
}
