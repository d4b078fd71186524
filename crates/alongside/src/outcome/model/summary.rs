//! Counts, rules, criteria and records.

use crate::domain::{Date, PersonId, Purpose, Setting, SubGoal, UnknownAnswer, View, Weighing};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Counts over the whole programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// Mentees.
    pub mentees: usize,
    /// Mentors.
    pub mentors: usize,
    /// Capacities of all mentors.
    pub places: u64,
    /// Of these, taken before the matching: by pairs that go on, are urgent or are held.
    pub places_taken: u64,
    /// Candidate pairs: allowed by every rule, at or above the floor, the mentee taking part, the mentor
    /// having at least one place left.
    pub candidates: usize,
    /// Mentees with a proposal.
    pub served: usize,
    /// Mentees whose pair goes on; none of them is newly served.
    pub continuing: usize,
    /// Mentees whose pair is urgent.
    pub urgent: usize,
    /// Mentees who are held, alone or with a mentor.
    pub held: usize,
    /// All other mentees: the five add up to all of them.
    pub waiting: usize,
    /// Fit of all proposals.
    pub total_fit: i64,
    /// The most that the fit of one pair can be.
    pub full_fit: i64,
    /// By tier.
    pub tiers: Vec<TierTotals>,
}

/// Counts of one tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "as in the totals")]
pub struct TierTotals {
    pub tier: u8,
    pub mentees: usize,
    pub served: usize,
    pub continuing: usize,
    pub urgent: usize,
    pub held: usize,
    pub waiting: usize,
}

/// One rule in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleReport {
    /// Its id.
    pub id: Arc<str>,
    /// The kind of rule.
    pub rule: String,
    /// The programme's reason, where it gave one.
    pub why: Option<String>,
}

/// One supervisor's caseload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupervisorReport {
    /// Who it is.
    pub supervisor: PersonId,
    /// Most that the relationships of their mentors may count at a time.
    pub caseload: u32,
    /// How many mentors they supervise.
    pub mentors: usize,
    /// What relationships of these mentors count before the matching: those that go on, are urgent or held.
    pub before: u32,
    /// What proposals to these mentors count.
    pub proposed: u32,
    /// What is left of the caseload beside both; nothing, where they exceed it.
    #[serde(default)]
    pub left: u32,
}

/// One of several programmes that share the run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProgrammeReport {
    /// Its id.
    pub programme: Arc<str>,
    /// Its name.
    pub name: String,
    /// What it is to do, where it says so itself.
    pub purpose: Option<Purpose>,
    /// What it aims at, where it is targeted.
    pub sub_goals: Vec<SubGoal>,
    /// Where it stands.
    pub setting: Option<Setting>,
    /// The programmes to which its mentors may be shown, by id.
    pub shares_with: Vec<Arc<str>>,
    /// Mentees who were referred to it.
    pub mentees: usize,
    /// Of these, mentees with a proposal.
    pub served: usize,
    /// Mentees whose pair goes on.
    pub continuing: usize,
    /// Mentees whose pair is urgent.
    pub urgent: usize,
    /// Mentees who are held.
    pub held: usize,
    /// All other mentees: the five add up to its mentees.
    pub waiting: usize,
    /// Mentors who were approved for it.
    pub mentors: usize,
    /// Their capacities.
    pub places: u64,
    /// Mentors of other programmes who may be shown to it, and agreed.
    pub shared_in: usize,
    /// Its mentors who may be shown to programmes that are none of theirs, and agreed.
    pub shared_out: usize,
    /// Of its mentees with a proposal, those with a mentor of other programmes.
    pub served_by_others: usize,
    /// Proposals of its mentors to mentees of programmes that it shares them with and that are none of theirs.
    pub lent: usize,
    /// What the criteria weigh for its mentees, in order of the criteria; empty where they weigh what the file says.
    pub weights: Vec<ProgrammeWeight>,
}

/// What one criterion weighs for the mentees of one of several programmes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProgrammeWeight {
    /// The criterion's id.
    pub criterion: Arc<str>,
    /// Its weight in force, after all were scaled to the sum that they have in the file.
    pub weight: i64,
    /// Where it comes from, before that.
    pub weighing: Weighing,
}

/// A ground on which mentees stand in an earlier tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroundReport {
    /// Its id.
    pub id: Arc<str>,
    /// The tier that it gives.
    pub tier: u8,
    /// The programme's reason.
    pub why: String,
    /// The attribute that it looks at.
    pub attribute: Option<String>,
    /// The longest wait that is promised, in days, where it looks at the wait.
    pub promised_days: Option<u32>,
    /// How many mentees have their tier by it.
    pub mentees: usize,
}

/// One criterion in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CriterionReport {
    /// Its id.
    pub id: Arc<str>,
    /// The kind of criterion.
    pub criterion: String,
    /// Its weight, in force.
    pub weight: i64,
    /// Where the weight comes from; none where the programme has neither preset nor purpose, and it is the file's.
    pub weighing: Option<Weighing>,
    /// Through whose eyes it looks.
    pub view: View,
    /// The programme's reason.
    pub why: String,
    /// How blanks count.
    pub unknown: UnknownAnswer,
    /// Points of all proposals.
    pub points: i64,
}

/// Something the programme put on record, printed so that nothing works silently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "record", rename_all = "snake_case", deny_unknown_fields)]
pub enum Record {
    /// The basis for using a sensitive attribute.
    Basis {
        /// The attribute.
        attribute: String,
        /// What is relied on.
        basis: crate::domain::Basis,
        /// The programme's note.
        note: Option<String>,
    },
    /// Why a rule or criterion bears on a protected characteristic.
    Reason {
        /// The rule's or criterion's id.
        of: Arc<str>,
        /// The attribute.
        attribute: String,
        /// The programme's reason.
        reason: String,
    },
    /// A row of the table of checks that is the programme's own.
    CheckRow {
        /// Its name; a shipped row of that name does not count.
        row: Arc<str>,
        /// The check that it requires; none where it requires none.
        check: Option<Arc<str>>,
        /// Where the programme has it from.
        source: Arc<str>,
    },
    /// Why volunteers' hard wishes on a protected characteristic are accepted.
    Justification {
        /// The attribute.
        attribute: String,
        /// The programme's reason.
        reason: String,
    },
    /// A coordinator's decision.
    Decision {
        /// `keep`, `bar`, `hold`, `honour` or `allow_close_friend`.
        decision: String,
        /// The mentee it is about.
        mentee: Option<PersonId>,
        /// The mentor it is about.
        mentor: Option<PersonId>,
        /// The attribute of the wish that is honoured.
        attribute: Option<String>,
        /// Who decided.
        by: String,
        /// When.
        on: Date,
        /// Why.
        reason: String,
    },
}
