//! The outcome as it is written and read: versioned, the same bytes from the library, the command and Python.

use crate::domain::{Date, PersonId, Side, Strength, Support, UnknownAnswer};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The version of this model.
pub const OUTCOME_FORMAT: &str = "alongside-outcome/1";

/// A proposed matching and everything that explains it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The aim, level by level, in order of importance.
    pub levels: Vec<Level>,
    /// Counts over the whole programme.
    pub totals: Totals,
    /// The rules in force, in order.
    pub rules: Vec<RuleReport>,
    /// The criteria in force, in order.
    pub criteria: Vec<CriterionReport>,
    /// What the programme recorded about sensitive data and protected characteristics.
    pub records: Vec<Record>,
    /// Proposed pairs, by mentee id.
    pub proposals: Vec<Proposal>,
    /// Mentees left waiting: by tier, then longest waiting (an unknown day last), then id.
    pub unmatched: Vec<Unmatched>,
    /// Mentors with nobody proposed, by id.
    pub idle: Vec<Idle>,
    /// Questions whose answers are blank, for criteria that ask: by criterion, side, person.
    pub questions: Vec<Question>,
}

/// What the outcome says of its programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields mirror those of the programme")]
pub struct ProgrammeSummary {
    pub name: String,
    pub support: Support,
    pub as_of: Date,
    pub planned_until: Date,
    pub seed: u64,
    pub floor: i64,
}

/// How sure the levels are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Each level is the greatest possible while those before it are kept.
    Optimal,
    /// A declared limit was reached: tiers and people served are the greatest possible, quality lies between the value
    /// and the bound.
    BestFound,
}

/// One level of the aim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[serde(rename_all = "snake_case")]
pub enum LevelName {
    /// Mentees of a tier with a proposal.
    TierServed(u8),
    /// Mentees with a proposal.
    PeopleServed,
    /// Points of the criterion of this id, summed over the proposals.
    Criterion(Arc<str>),
    /// Fit, summed over the proposals.
    TotalFit,
    /// The tie values of the seed, summed over the proposals: decides between matchings equal in all else.
    Seed,
}

/// Counts over the whole programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// Mentees.
    pub mentees: usize,
    /// Mentors.
    pub mentors: usize,
    /// Capacities of all mentors.
    pub places: u64,
    /// Candidate pairs: allowed by every rule, at or above the floor, the mentor having at least one place.
    pub candidates: usize,
    /// Mentees with a proposal.
    pub served: usize,
    /// Mentees without one.
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
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "as in the totals")]
pub struct TierTotals {
    pub tier: u8,
    pub mentees: usize,
    pub served: usize,
    pub waiting: usize,
}

/// One rule in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleReport {
    /// Its id.
    pub id: Arc<str>,
    /// The kind of rule.
    pub rule: String,
    /// The programme's reason, where it gave one.
    pub why: Option<String>,
}

/// One criterion in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionReport {
    /// Its id.
    pub id: Arc<str>,
    /// The kind of criterion.
    pub criterion: String,
    /// Its weight.
    pub weight: i64,
    /// The programme's reason.
    pub why: String,
    /// How blanks count.
    pub unknown: UnknownAnswer,
    /// Points of all proposals.
    pub points: i64,
}

/// Something the programme put on record, printed so that nothing works silently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Why volunteers' hard wishes on a protected characteristic are accepted.
    Justification {
        /// The attribute.
        attribute: String,
        /// The programme's reason.
        reason: String,
    },
    /// A coordinator's decision to honour a mentee's never.
    Decision {
        /// Whose wish.
        mentee: PersonId,
        /// The attribute.
        attribute: String,
        /// Who decided.
        by: String,
        /// When.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// One proposed pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Who is matched.
    pub mentee: PersonId,
    /// With whom.
    pub mentor: PersonId,
    /// The mentee's tier.
    pub tier: u8,
    /// The sum of the contributions.
    pub fit: i64,
    /// One for each criterion, in order.
    pub contributions: Vec<Contribution>,
    /// Every wish of the mentee, then of the mentor, and whether the pair gives it.
    pub wishes: Vec<WishResult>,
    /// The criterion on which most is lost, wishes and choices that nobody made aside; absent when nothing is.
    pub against: Option<Against>,
    /// The mentee's next best candidates, at most [`MAX_ALTERNATIVES`], best first; equals by tie value, highest first.
    pub alternatives: Vec<Alternative>,
}

/// Most alternatives that a proposal lists.
pub const MAX_ALTERNATIVES: usize = 3;

/// What one criterion adds to a pair's fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// The criterion's id.
    pub criterion: Arc<str>,
    /// 0 to 1000.
    pub points: i64,
    /// The criterion's weight.
    pub weight: i64,
    /// Weight times points.
    pub contribution: i64,
    /// What the points rest on.
    pub because: Because,
}

/// What points rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Blank data, as `mentor interests`: mentee's first, attributes in order of name.
    Unknown(Vec<String>),
    /// Nobody whom the criterion heeds stated a soft wish.
    NoWish,
    /// The mentee chose nobody.
    NoChoice,
    /// Terms in common, as printed, in order of their normalised form.
    Shared(Vec<Arc<str>>),
    /// Whether the two answers agree.
    Same(bool),
    /// How far the mentor stands above the mentee; below when negative.
    Difference {
        /// Mentor's position minus mentee's.
        by: i64,
        /// What positions count.
        unit: Unit,
    },
    /// Shared half hours.
    SharedHalfHours(u32),
    /// Soft wishes.
    Wishes {
        /// Heeded by the criterion.
        asked: u32,
        /// Given by the pair.
        met: u32,
        /// Not to be known from blank data.
        unknown: u32,
    },
    /// Rank of the mentor among the mentee's choices, 1 for the first; none if not chosen.
    Choice(Option<u32>),
    /// Whether the table names the combination.
    InTable(bool),
}

/// What positions on an attribute's line count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Steps of the declared order.
    Levels,
    /// Thousandths of the number.
    Thousandths,
    /// Days.
    Days,
}

/// A wish and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WishResult {
    /// Whose wish.
    pub side: Side,
    /// About which attribute of the other.
    pub attribute: String,
    /// How strongly.
    pub strength: Strength,
    /// What: `same`, `different`, terms as printed joined by ` or `, or a range such as `25 to 40`.
    pub want: String,
    /// Whether the pair goes along with the wish.
    pub met: Met,
}

/// Whether a pair goes along with a wish: has what is wished for, or has not what is wished against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Blank data leaves it open.
    Unknown,
}

/// The strongest point against a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Against {
    /// The criterion; the first in order among equals.
    pub criterion: Arc<str>,
    /// Weight times the points missing to 1000.
    pub lost: i64,
}

/// Another candidate for the same mentee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The mentor.
    pub mentor: PersonId,
    /// Fit of that pair.
    pub fit: i64,
    /// Places of that mentor that the proposal leaves free.
    pub places_free: u32,
}

/// A mentee left waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unmatched {
    /// Who waits.
    pub mentee: PersonId,
    /// Their tier.
    pub tier: u8,
    /// Since when.
    pub waiting_since: Option<Date>,
    /// Days from then to the programme's date; negative never occurs, a later day counts as 0.
    pub waiting_days: Option<i64>,
    /// What the rules said of every mentor, in order of rules; rules that allowed all are left out.
    pub reasons: Vec<Refusals>,
    /// Who was asked and what is left: the numbers add up to all mentors.
    pub asked: Asked,
    /// Candidates whose places all went to others.
    pub needed_elsewhere: usize,
    /// Whether any mentor at all could have served them: at least one candidate.
    pub servable: bool,
}

/// All people of the other side, divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// All of them.
    pub all: usize,
    /// Refused by at least one rule.
    pub refused: usize,
    /// Refused by none, but at least one rule needs something found out first.
    pub needs_check: usize,
    /// Allowed by every rule, below the floor.
    pub below_floor: usize,
    /// Allowed and at or above the floor, the mentor having no place at all.
    pub without_place: usize,
    /// Candidates.
    pub candidates: usize,
}

/// What one rule said of all people of the other side. Counts of several rules overlap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// A mentor with nobody proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// A blank that a criterion asks about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The criterion that asks.
    pub criterion: Arc<str>,
    /// Whose answer is blank.
    pub side: Side,
    /// Who.
    pub person: PersonId,
    /// What is blank.
    pub field: String,
    /// Candidate pairs it bears on.
    pub pairs: usize,
    /// Whether the proposal would be another if every such pair got the most that an answer could give.
    pub best_changes: Option<bool>,
    /// Whether it would be another if every such pair got the least. Both absent beyond the declared limit of
    /// questions tried out.
    pub worst_changes: Option<bool>,
}
