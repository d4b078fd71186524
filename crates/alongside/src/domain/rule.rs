//! Hard rules: what refuses a pair.

use super::{Activity, AttributeKey, CapabilityRow, Date, Relation, Requirement};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a rule does when the data it needs is blank. Safeguarding rules have no such choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnknownData {
    /// The pair needs a person to find out; it is never proposed as it stands.
    NeedsCheck,
    /// The pair is allowed.
    Allow,
}

/// Who travels to a meeting, so that what they say of `max_travel_km` bounds the distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Traveller {
    /// The mentor, to the mentee.
    Mentor,
    /// The mentee, to the mentor.
    Mentee,
    /// One of the two: it is enough that one can.
    Either,
    /// Each of the two has to be able to.
    Both,
    /// Nobody's own bound counts, only the programme's.
    Nobody,
}

/// A range with both ends included; an absent end is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Lowest allowed.
    pub min: Option<i64>,
    /// Highest allowed.
    pub max: Option<i64>,
}

impl Bounds {
    /// Whether the position lies within.
    pub fn contains(&self, position: i64) -> bool {
        self.min.is_none_or(|min| position >= min) && self.max.is_none_or(|max| position <= max)
    }

    /// Whether nothing is bounded.
    pub const fn is_open(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}

/// One hard rule of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Name in outcomes: the rule's own, or the one the programme gives.
    pub id: Arc<str>,
    /// Why the programme has it; written for every rule on a protected characteristic.
    pub why: Option<String>,
    /// What it does.
    pub kind: RuleKind,
}

/// What a rule looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleKind {
    /// Nobody is matched with themselves.
    Themselves,
    /// Nobody meets a person that either of them excludes.
    Exclusions,
    /// Family and close friends are not matched as strangers are.
    KnownTo,
    /// A natural mentor is only for a mentee who nominated them.
    Role,
    /// The mentor holds every required check, valid from the programme's date to the last planned day.
    Checks {
        /// What must be held.
        required: Vec<Requirement>,
        /// Last day of the planned period.
        until: Date,
    },
    /// The mentor holds the check that the programme's activity with this mentee asks for, valid as for `checks`.
    ActivityChecks {
        /// The activity, and the table in force.
        activity: Arc<Activity>,
        /// Last day of the planned period.
        until: Date,
    },
    /// The mentor has completed the required training, still valid on the programme's date.
    Training {
        /// What must be held.
        required: Vec<Requirement>,
    },
    /// Must and never wishes of both.
    Preferences,
    /// Nobody is proposed to whom they met before, unless that is said to be allowed.
    PastPairs,
    /// What coordinators barred or hold is not proposed.
    Decisions,
    /// Nobody is matched before it is known what they want to reach.
    Goals,
    /// At least one way of meeting suits both.
    DeliveryMethod {
        /// With blank data.
        unknown: UnknownData,
    },
    /// At least one form of support suits both.
    DeliveryModel {
        /// With blank data.
        unknown: UnknownData,
    },
    /// Both can take part in the planned period for long enough.
    DatesOverlap {
        /// Fewest days.
        minimum_days: u32,
        /// Whether the first of them has to be before the mentee's `transition_date`.
        before_transition: bool,
        /// With blank data.
        unknown: UnknownData,
    },
    /// Both are free at the same time, long enough in one stretch.
    TimeOverlap {
        /// Shortest useful stretch, in half hours.
        half_hours: u32,
        /// With blank data.
        unknown: UnknownData,
    },
    /// The mentor gives as many hours a week as the mentee needs.
    Hours {
        /// With blank data.
        unknown: UnknownData,
    },
    /// They agree on how to keep in touch between meetings, and on how often.
    Contact {
        /// With blank data.
        unknown: UnknownData,
    },
    /// They have a language in common.
    SharedLanguage {
        /// With blank data.
        unknown: UnknownData,
    },
    /// Whoever travels can reach the other, where the two would have to meet face to face.
    Travel {
        /// Who travels.
        who: Traveller,
        /// The programme's own bound in kilometres.
        max_km: Option<u32>,
        /// With blank data.
        unknown: UnknownData,
    },
    /// Ages lie within bounds; bounds are positions, thousandths of years, as for every number.
    AgeBounds {
        /// The mentor's age.
        mentor: Bounds,
        /// The mentee's age.
        mentee: Bounds,
        /// Mentor's age minus mentee's.
        difference: Bounds,
        /// With blank data.
        unknown: UnknownData,
    },
    /// Nobody meets somebody whom they would run into at a place from which they are barred.
    CoLocation {
        /// With blank data on where the other is.
        unknown: UnknownData,
    },
    /// The carer of a mentee below an age consents.
    CarerConsent {
        /// That age, in thousandths of years.
        under: i64,
    },
    /// The mentor has the capability that a barrier or need of the mentee asks for.
    Capabilities {
        /// The table in force.
        table: Vec<CapabilityRow>,
        /// With blank data of the mentor.
        unknown: UnknownData,
    },
    /// The mentee's programme is for them, and the mentor is of it, or shared with it, and one whom it takes.
    Programme {
        /// The attributes that tell whom the programmes are for, each once.
        bears_on: Vec<AttributeKey>,
        /// With blank data on whom they are for.
        unknown: UnknownData,
    },
    /// The two answers to one attribute stand in a declared relation.
    AttributeBounds {
        /// Which attribute.
        attribute: AttributeKey,
        /// Same or different, for any kind of attribute.
        relation: Option<Relation>,
        /// Mentor's position minus mentee's, for ordered attributes.
        difference: Bounds,
        /// Mentor's position, for ordered attributes.
        mentor: Bounds,
        /// Mentee's position, for ordered attributes.
        mentee: Bounds,
        /// With blank data.
        unknown: UnknownData,
    },
}

impl RuleKind {
    /// The word that names the rule in a programme file.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Themselves => "self",
            Self::Exclusions => "exclusions",
            Self::KnownTo => "known_to",
            Self::Role => "role",
            Self::Checks { .. } => "checks",
            Self::ActivityChecks { .. } => "activity_checks",
            Self::Training { .. } => "training",
            Self::Preferences => "preferences",
            Self::PastPairs => "past_pairs",
            Self::Decisions => "decisions",
            Self::Goals => "goals",
            Self::DeliveryMethod { .. } => "delivery_method",
            Self::DeliveryModel { .. } => "delivery_model",
            Self::DatesOverlap { .. } => "dates_overlap",
            Self::TimeOverlap { .. } => "time_overlap",
            Self::Hours { .. } => "hours",
            Self::Contact { .. } => "contact",
            Self::SharedLanguage { .. } => "shared_language",
            Self::Travel { .. } => "travel",
            Self::AgeBounds { .. } => "age_bounds",
            Self::CoLocation { .. } => "co_location",
            Self::CarerConsent { .. } => "carer_consent",
            Self::Capabilities { .. } => "capabilities",
            Self::Programme { .. } => "programme",
            Self::AttributeBounds { .. } => "attribute_bounds",
        }
    }
    /// The attributes the rule bears on beyond people's own wishes, where a programme chooses or bounds it.
    pub fn attributes(&self) -> Vec<AttributeKey> {
        match self {
            Self::AgeBounds { .. } => vec![AttributeKey::new("age")],
            Self::AttributeBounds { attribute, .. } => vec![attribute.clone()],
            Self::Programme { bears_on, .. } => bears_on.clone(),
            _ => Vec::new(),
        }
    }
}
