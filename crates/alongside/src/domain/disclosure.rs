//! Who is told what of the other person, and from when on.

use super::AttributeKey;
use serde::{Deserialize, Serialize};

/// Who reads a text about a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The mentee.
    Mentee,
    /// The mentor.
    Mentor,
    /// The mentee's carer or parent.
    Carer,
}

impl Audience {
    /// Every word with what it stands for.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("mentee", Self::Mentee), ("mentor", Self::Mentor), ("carer", Self::Carer)];
}

/// How far two people have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PairStage {
    /// A coordinator suggests them to each other.
    Proposed,
    /// They meet to see whether they like to.
    Introduced,
    /// They agreed.
    Matched,
}

impl PairStage {
    /// Every word with what it stands for, the earliest first.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("proposed", Self::Proposed), ("introduced", Self::Introduced), ("matched", Self::Matched)];
}

/// From which stage on each audience is told something of the other person; nobody who is not named ever is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// An attribute, or `name`, `place` or `availability`.
    pub what: AttributeKey,
    /// The mentee, of the mentor.
    pub mentee: Option<PairStage>,
    /// The mentor, of the mentee.
    pub mentor: Option<PairStage>,
    /// The carer, of the mentor.
    pub carer: Option<PairStage>,
    /// Why a sensitive or protected answer is told; put on record.
    pub why: Option<String>,
}

/// What nobody is told of the other person, whatever the programme says: where somebody must not be, where they live,
/// whether they are or were looked after, when they leave care or prison, what makes relationships hard for them, what their
/// carer said, who supports them and how few they can turn to.
pub const NEVER_DISCLOSED: [&str; 9] = [
    "barred_from",
    "placement_type",
    "care_status",
    "transition_date",
    "relationship_barriers",
    "carer_consent",
    "carer_informed_of",
    "existing_support",
    "own_network",
];

/// What can be disclosed beside attributes.
pub const DISCLOSED_BESIDE: [&str; 3] = ["availability", "name", "place"];

impl Disclosure {
    /// Whether the audience is told at that stage.
    pub fn tells(&self, audience: Audience, stage: PairStage) -> bool {
        let from = match audience {
            Audience::Mentee => self.mentee,
            Audience::Mentor => self.mentor,
            Audience::Carer => self.carer,
        };
        from.is_some_and(|from| from <= stage)
    }
}
