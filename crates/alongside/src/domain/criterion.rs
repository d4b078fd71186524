//! Soft criteria: what makes one allowed pair fit better than another.

use super::{AttributeKey, PersonId, Requirement, Side, Weighing};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Most points a criterion gives a pair; the fewest is 0.
pub const POINTS_SCALE: i64 = 1000;

/// Points for an unknown that counts as neutral: the middle of the scale.
pub const NEUTRAL_POINTS: i64 = POINTS_SCALE / 2;

/// How a criterion counts a pair for which it knows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnknownAnswer {
    /// [`NEUTRAL_POINTS`].
    Neutral,
    /// 0 points.
    Lowest,
    /// [`NEUTRAL_POINTS`], and the question is listed with whether its answer could change the proposal.
    Ask,
}

impl UnknownAnswer {
    /// Points that an unknown gets.
    pub const fn points(self) -> i64 {
        match self {
            Self::Neutral | Self::Ask => NEUTRAL_POINTS,
            Self::Lowest => 0,
        }
    }
}

/// Whether two answers should agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The same value, or at least one term in common.
    Same,
    /// Another value, or no term in common.
    Different,
}

/// Through whose eyes a criterion looks at a pair: whose fit its points count to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The mentee's.
    Mentee,
    /// The mentor's.
    Mentor,
    /// Half the weight to each; of an odd weight, the mentee's half is the greater by one.
    Both,
}

impl View {
    /// What of a weight counts to the mentor's fit; the rest counts to the mentee's.
    pub const fn of_mentor(self, weight: i64) -> i64 {
        match self {
            Self::Mentee => 0,
            Self::Mentor => weight,
            Self::Both => weight / 2,
        }
    }
}

/// One criterion of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Name in outcomes.
    pub id: Arc<str>,
    /// Factor on the points, in force; a pair's fit is the sum of weight times points.
    pub weight: i64,
    /// Where the weight comes from.
    pub weighing: Weighing,
    /// Through whose eyes it looks.
    pub view: View,
    /// Why the programme has it, a sentence for coordinators.
    pub why: String,
    /// How blanks count.
    pub unknown: UnknownAnswer,
    /// What it looks at.
    pub kind: CriterionKind,
}

/// What a criterion looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CriterionKind {
    /// Terms in common.
    SharedTags {
        /// An attribute of kind tags.
        attribute: AttributeKey,
        /// Shared terms that earn full points.
        full_at: u32,
        /// Whether a rare shared term counts up to twice as much as one that everybody has.
        rare_counts_more: bool,
    },
    /// Dislikes in common.
    SharedDislikes {
        /// Shared dislikes that earn full points.
        full_at: u32,
        /// Whether a rare shared dislike counts up to twice as much as one that everybody has.
        rare_counts_more: bool,
    },
    /// How much of what the mentee names the mentor's answer covers.
    Coverage {
        /// The mentee's attribute, of kind tags.
        mentee_attribute: AttributeKey,
        /// The mentor's attribute, of kind tags.
        mentor_attribute: AttributeKey,
    },
    /// How much of what the mentor hopes to gain the mentee, or the programme, offers.
    Motivations {
        /// The mentee's attribute, of kind tags.
        mentee_attribute: AttributeKey,
        /// The mentor's attribute, of kind tags.
        mentor_attribute: AttributeKey,
    },
    /// The two answers agree, or differ.
    SameValue {
        /// Any attribute.
        attribute: AttributeKey,
        /// Which of the two earns the points.
        relation: Relation,
    },
    /// How far the mentor stands from the wished distance above the mentee.
    LevelDistance {
        /// An ordered attribute.
        attribute: AttributeKey,
        /// Wished mentor's position minus mentee's; no points lost there.
        ideal: i64,
        /// Distance from the ideal at which no points are left.
        span: i64,
    },
    /// Time that both are free.
    SharedTime {
        /// Shared half hours that earn full points.
        full_at_half_hours: u32,
    },
    /// How far apart the two are, where they would meet in person.
    Distance {
        /// Kilometres up to which there are full points.
        near_km: u32,
        /// Kilometres from which on there are none; above `near_km`.
        far_km: u32,
    },
    /// Prefer and avoid wishes.
    StatedPreferences {
        /// Whose wishes; none for both.
        side: Option<Side>,
        /// Only wishes about this attribute; none for all.
        attribute: Option<AttributeKey>,
    },
    /// The mentee's ranked choice of mentors.
    RankedChoices {
        /// Ranks that earn points, the first choice most.
        ranks: u32,
    },
    /// How much the two like the best way in which they can meet, or the best form of support for both.
    DeliveryPreference {
        /// `delivery_methods` or `delivery_models`.
        attribute: AttributeKey,
        /// Whose order counts; none for the mean of both.
        side: Option<Side>,
    },
    /// What the mentee's carer would like of a mentor.
    CarerPreferences,
    /// How much of the time that the mentee is there for the mentor can promise.
    Duration,
    /// How many of some training items the mentor holds through the planned period.
    TrainingHeld {
        /// The items; whose mentors they are asked of does not matter here.
        items: Vec<Requirement>,
    },
    /// Points from a table over one answer of each.
    Lookup {
        /// The mentee's attribute, of kind `one_of` or level.
        mentee_attribute: AttributeKey,
        /// The mentor's attribute, of kind `one_of` or level.
        mentor_attribute: AttributeKey,
        /// The table; each combination at most once.
        entries: Vec<LookupEntry>,
        /// Points of combinations that the table does not name.
        otherwise: i64,
    },
    /// Scores that were computed elsewhere.
    Supplied {
        /// Where the numbers are ranks, 1 the best: the greatest of them. None where they are points.
        ranks: Option<i64>,
        /// One line a pair, in order of mentee, then mentor.
        scores: Vec<SuppliedScore>,
    },
    /// A criterion of the embedding program, found by the criterion's id; see [`super::OwnCriterion`].
    Own,
}

/// One supplied score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuppliedScore {
    /// Of whom.
    pub mentee: PersonId,
    /// With whom.
    pub mentor: PersonId,
    /// Points from 0 to [`POINTS_SCALE`], or a rank from 1.
    pub number: i64,
}

/// One line of a lookup table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookupEntry {
    /// The mentee's answer, a normalised term.
    pub mentee: Arc<str>,
    /// The mentor's answer, a normalised term.
    pub mentor: Arc<str>,
    /// Points, 0 to [`POINTS_SCALE`].
    pub points: i64,
}

impl CriterionKind {
    /// The word that names the criterion in a programme file.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SharedTags { .. } => "shared_tags",
            Self::SharedDislikes { .. } => "shared_dislikes",
            Self::Coverage { .. } => "coverage",
            Self::Motivations { .. } => "motivations",
            Self::SameValue { .. } => "same_value",
            Self::LevelDistance { .. } => "level_distance",
            Self::SharedTime { .. } => "shared_time",
            Self::Distance { .. } => "distance",
            Self::StatedPreferences { .. } => "stated_preferences",
            Self::RankedChoices { .. } => "ranked_choices",
            Self::DeliveryPreference { .. } => "delivery_preference",
            Self::CarerPreferences => "carer_preferences",
            Self::Duration => "duration",
            Self::TrainingHeld { .. } => "training_held",
            Self::Lookup { .. } => "lookup",
            Self::Supplied { .. } => "supplied",
            Self::Own => "own",
        }
    }
    /// Through whose eyes the criterion looks where the programme does not say.
    pub const fn view(&self) -> View {
        match self {
            Self::Coverage { .. }
            | Self::RankedChoices { .. }
            | Self::CarerPreferences
            | Self::Duration
            | Self::TrainingHeld { .. }
            | Self::DeliveryPreference { side: Some(Side::Mentee), .. }
            | Self::StatedPreferences { side: Some(Side::Mentee), .. } => View::Mentee,
            Self::Motivations { .. }
            | Self::DeliveryPreference { side: Some(Side::Mentor), .. }
            | Self::StatedPreferences { side: Some(Side::Mentor), .. } => View::Mentor,
            _ => View::Both,
        }
    }

    /// The attributes the criterion names.
    pub fn attributes(&self) -> Vec<AttributeKey> {
        match self {
            Self::SharedTags { attribute, .. }
            | Self::SameValue { attribute, .. }
            | Self::DeliveryPreference { attribute, .. }
            | Self::LevelDistance { attribute, .. } => vec![attribute.clone()],
            Self::StatedPreferences { attribute, .. } => attribute.iter().cloned().collect(),
            Self::Duration => vec![AttributeKey::new("available_until"), AttributeKey::new("promised_months")],
            Self::SharedDislikes { .. } => vec![AttributeKey::new("dislikes")],
            Self::Lookup { mentee_attribute, mentor_attribute, .. }
            | Self::Coverage { mentee_attribute, mentor_attribute }
            | Self::Motivations { mentee_attribute, mentor_attribute } => {
                let mut keys = vec![mentee_attribute.clone(), mentor_attribute.clone()];
                keys.dedup();
                keys
            }
            Self::SharedTime { .. }
            | Self::Distance { .. }
            | Self::RankedChoices { .. }
            | Self::CarerPreferences
            | Self::TrainingHeld { .. }
            | Self::Supplied { .. }
            | Self::Own => Vec::new(),
        }
    }
}
