//! The vocabulary of mentoring and befriending: no serialisation of files, no algorithms.

mod activity;
mod aim;
mod answer;
mod answers;
mod attribute;
mod attribute_key;
mod capability;
mod criterion;
mod delivery;
mod design;
mod disclosure;
mod ethnicity;
mod gate;
mod held;
mod ids;
mod known;
mod lowers_nobody;
mod monitoring;
mod own;
mod person;
mod place;
mod preference;
mod preset;
mod priority;
mod programme;
mod programmes;
mod quality;
mod relationship;
mod rule;
mod sensitivity;
mod several;
mod standard;
mod supervisor;
mod terms;
mod tie;
mod vocabulary;
mod week;

pub use activity::{
    ADULT_AGE, Activity, CHECK_LEVELS, CheckLevel, CheckRow, DELIVERY_METHODS, MenteeGroup, Nation, SHIPPED_ROWS,
    ShippedRow, TABLE_NOTE,
};
pub use aim::{Aim, MAX_TIERS};
pub use answer::{Answer, Milli, days_from_epoch, normalise_term};
pub use answers::Answers;
pub use attribute::{Attribute, AttributeKind};
pub use attribute_key::AttributeKey;
pub(crate) use attribute_key::begins as name_begins;
pub use capability::{CAPABILITIES, CapabilityRow, NEEDING, SHIPPED_CAPABILITIES};
pub use criterion::{
    Criterion, CriterionKind, LookupEntry, NEUTRAL_POINTS, POINTS_SCALE, Relation, SuppliedScore, UnknownAnswer, View,
};
pub use delivery::{Delivery, InOrder, MODELS, Way};
pub use design::{
    Design, FACTORS, FactorLine, Factored, Formality, MAX_FACTOR, OwnFactor, Preset, Purpose, SaidBy, Setting, SubGoal,
    Weighing, factor,
};
pub use disclosure::{Audience, DISCLOSED_BESIDE, Disclosure, NEVER_DISCLOSED, PairStage};
pub use ethnicity::{ANY_OTHER, BROAD_ETHNICITY, BroadGroup, ENGLAND_WALES_2021, PREFER_NOT_TO_SAY};
pub use gate::{WHY_CAPABILITIES, WHY_CARER_CONSENT, WHY_HEARING_ACCESS, WHY_SUPERVISION};
pub use held::{Held, Requirement};
pub use ids::PersonId;
pub use known::KnownAs;
pub(crate) use lowers_nobody::asked_for_by;
pub use lowers_nobody::{LOWERS_NOBODY, lowers_nobody};
pub use monitoring::Monitoring;
pub use own::{OwnCriteria, OwnCriterion, OwnPoints};
pub use person::{Mentee, Mentor, OtherService, Person, Side};
pub use place::Place;
pub use preference::{Preference, Strength, Want};
pub use priority::{Ground, GroundKind, STANDARD_GROUNDS, StandardGround};
pub use programme::{Justification, Matching, OwnWeight, Programme, Support};
pub use programmes::{
    AGREES_TO_SHARING, APPROVED_FOR, Among, Eligibility, OneProgramme, REFERRED_TO, Sharing, Unfit, UnfitReason,
    sharing,
};
pub use quality::{MAX_RANKS, MAX_STEPS, Quality, StableMethod};
pub use relationship::{Decision, DecisionKind, Nominations, Relationship, RelationshipStatus};
pub use rule::{Bounds, Rule, RuleKind, Traveller, UnknownData};
pub use sensitivity::{Basis, BasisRecord, Protected, Sensitivity};
pub use several::{MOST_ARRANGED, SeveralMentees, Shortage};
pub use standard::{STANDARD_ATTRIBUTES, StandardAttribute};
pub use supervisor::{CaseloadWeights, Supervisor};
pub use terms::TermSet;
pub use tie::tie_break;
pub(crate) use tie::{tie_begun, tie_break_of};
pub use vocabulary::Vocabulary;
pub use week::{HALF_HOURS, Week, half_hour_words};

/// A day of the calendar, without time or zone.
pub use jiff::civil::Date;
