//! The outcome and its levels.

use super::{
    Certificate, CriterionReport, GroundReport, Held, Idle, Kept, ProgrammeReport, Proposal, Question, Record,
    RecruitmentNeed, RuleReport, Stability, SupervisorReport, Totals, Unmatched, Urgent,
};
use crate::domain::{Date, Design, Support};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The version of this model.
pub const OUTCOME_FORMAT: &str = "alongside-outcome/1";

/// A proposed matching and everything that explains it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// [`OUTCOME_FORMAT`].
    pub format: String,
    /// Version of the engine that wrote it.
    pub engine: String,
    /// The programme it is for.
    pub programme: ProgrammeSummary,
    /// Whether every level is proved to be the greatest possible.
    pub status: Status,
    /// The aim, level by level, in order of importance; none where the matching only has to be stable.
    pub levels: Vec<Level>,
    /// Counts over the whole programme.
    pub totals: Totals,
    /// The rules in force, in order.
    pub rules: Vec<RuleReport>,
    /// The criteria in force, in order.
    pub criteria: Vec<CriterionReport>,
    /// The grounds on which mentees stand in an earlier tier, in order.
    #[serde(default)]
    pub priority: Vec<GroundReport>,
    /// What the programme recorded about sensitive data and protected characteristics.
    pub records: Vec<Record>,
    /// Pairs that meet or were kept and that a hard rule does not allow, by mentee id: for a person to settle first.
    pub urgent: Vec<Urgent>,
    /// Pairs that go on, by mentee id.
    pub kept: Vec<Kept>,
    /// What coordinators hold, by mentee id (none first), then mentor id.
    pub held: Vec<Held>,
    /// Proposed pairs, by mentee id.
    pub proposals: Vec<Proposal>,
    /// Mentees left waiting: by tier, then longest waiting (an unknown day last), then id.
    pub unmatched: Vec<Unmatched>,
    /// Supervisors and their caseloads, by id.
    #[serde(default)]
    pub supervisors: Vec<SupervisorReport>,
    /// The programmes that share the run, in the file's order; none where the file is one programme.
    #[serde(default)]
    pub programmes: Vec<ProgrammeReport>,
    /// Mentors with nobody proposed, kept or held, by id.
    pub idle: Vec<Idle>,
    /// Questions whose answers are blank, for criteria that ask: by criterion, side, person.
    pub questions: Vec<Question>,
    /// Mentors whom the programme lacks, by attribute.
    pub recruitment: Vec<RecruitmentNeed>,
    /// The proof that no other matching does better; none where the status is not `optimal` or another program made the
    /// matching.
    #[serde(default)]
    pub certificate: Option<Certificate>,
    /// What being stable costs in people served; none where the aim is another.
    #[serde(default)]
    pub stability: Option<Stability>,
}

/// What the outcome says of its programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields mirror those of the programme")]
pub struct ProgrammeSummary {
    pub name: String,
    pub support: Support,
    pub design: Option<Design>,
    pub as_of: Date,
    pub planned_until: Date,
    pub seed: u64,
    pub floor: i64,
    pub mentee_floor: i64,
    pub mentor_floor: i64,
}

/// How sure the levels are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Each level is the greatest possible while those before it are kept.
    Optimal,
    /// A declared limit was reached: tiers and people served are the greatest possible, quality lies between the value
    /// and the bound.
    BestFound,
    /// No mentee and mentor would both rather have each other than what is proposed to them. That as many are served as
    /// could be is not claimed.
    Stable,
}

/// One level of the aim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// What is counted.
    pub level: LevelName,
    /// Reached by this matching.
    pub value: i64,
    /// No matching that keeps the earlier levels reaches more; equal to the value where the level is proved.
    pub bound: i64,
}

/// What a level counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LevelName {
    /// Mentees of a tier with a proposal.
    TierServed(u8),
    /// Mentees with a proposal.
    PeopleServed,
    /// Days that those with a proposal have waited, summed.
    DaysWaited,
    /// Mentors with somebody proposed; with `most_mentors`.
    MentorsUsed,
    /// The least fit of a proposed pair; 0 where there is none.
    LeastFit,
    /// Proposals whose fit is at least this.
    FitAtLeast(i64),
    /// Proposals that are the mentee's choice of this rank, 1 being the first.
    Choice(u8),
    /// Proposals that are the mentee's choice of this rank or a better one.
    ChoiceWithin(u8),
    /// Points of the criterion of this id, summed over the proposals.
    Criterion(Arc<str>),
    /// Fit, summed over the proposals.
    TotalFit,
    /// The tie values of the seed, summed over the proposals: decides between matchings equal in all else.
    Seed,
}
