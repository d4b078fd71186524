//! What a programme is for and how it works: presets, purposes, settings, and the factors that purposes put on weights.

use super::{Criterion, CriterionKind};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A word of a closed list that a programme file writes.
macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $of:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[doc = $of])+ $variant,)+
        }

        impl $name {
            /// Every word of a programme file with what it stands for.
            pub const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];

            /// The word that a programme file writes.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

words! {
    /// Criteria and gates that a programme takes ready made.
    Preset {
        /// Goals and an end date.
        Mentoring = "mentoring",
        /// Company: interests, nearness, reviews, and no end unless one is planned.
        Befriending = "befriending",
    }
}

words! {
    /// What the support is to do.
    Purpose {
        /// A definite aim, told closer by sub-goals.
        Targeted = "targeted",
        /// To change how somebody behaves.
        Behaviour = "behaviour",
        /// To try what somebody would not meet otherwise.
        Opportunities = "opportunities",
        /// To be there.
        Supportive = "supportive",
    }
}

words! {
    /// What a targeted programme aims at.
    SubGoal {
        /// Learning and qualifications.
        Education = "education",
        /// Work, and the way there.
        Employment = "employment",
        /// A life without offending.
        Desistance = "desistance",
        /// A life in a new country.
        Integration = "integration",
        /// The next step at work.
        Career = "career",
    }
}

words! {
    /// Where the programme stands.
    Setting {
        /// A charity, a club, a neighbourhood.
        Community = "community",
        /// A council, a school, a prison, the health service.
        Statutory = "statutory",
        /// A firm.
        Business = "business",
    }
}

words! {
    /// How firmly the support is arranged.
    Formality {
        /// Goals are agreed before anybody is matched.
        Formal = "formal",
        /// People may begin without.
        Informal = "informal",
    }
}

/// What a programme says of itself beside its rules and criteria.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// Ready-made criteria and gates.
    pub preset: Option<Preset>,
    /// What the support is to do.
    pub purpose: Option<Purpose>,
    /// What a targeted programme aims at, in the order of the file.
    pub sub_goals: Vec<SubGoal>,
    /// Where it stands.
    pub setting: Option<Setting>,
    /// How firmly it is arranged: stated, or as the preset has it.
    pub formality: Option<Formality>,
    /// Months to the next review; a relationship without a planned end is asked for that long.
    pub review_months: Option<u8>,
    /// Whether no end is planned.
    pub open_ended: bool,
}

impl Design {
    /// Whether the programme says nothing of the kind.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// Whether weights have to be told with where they come from.
    pub const fn shifts_weights(&self) -> bool {
        self.preset.is_some() || self.purpose.is_some()
    }
}

/// Who says a weight or a factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SaidBy {
    /// The programme file.
    File,
    /// The preset that the file names.
    Preset,
    /// The engine's table of factors.
    Engine,
}

/// A factor on a weight, and for the sake of what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Factored {
    /// The purpose or sub-goal, by its word.
    pub sake: Arc<str>,
    /// What the weight is multiplied by.
    pub factor: i64,
    /// Who says so.
    pub by: SaidBy,
}

/// Where a weight in force comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Weighing {
    /// The weight before factors.
    pub stated: i64,
    /// Who states it.
    pub by: SaidBy,
    /// The factors other than 1, the purpose's before that of sub-goals.
    pub factors: Vec<Factored>,
}

/// A factor that the programme file gives in place of the engine's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFactor {
    /// The purpose or sub-goal, by its word.
    pub sake: Arc<str>,
    /// The criterion, by its id.
    pub criterion: Arc<str>,
    /// What its weight is multiplied by.
    pub factor: i64,
}

/// Greatest factor.
pub const MAX_FACTOR: i64 = 10;

/// One line of the engine's table: for the sake of a purpose or sub-goal, criteria of a kind, of this attribute where
/// one is named, weigh so many times as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactorLine {
    /// The purpose or sub-goal, by its word.
    pub sake: &'static str,
    /// The kind of criterion, by its word.
    pub criterion: &'static str,
    /// An attribute that the criterion names; none for all.
    pub attribute: Option<&'static str>,
    /// What the weight is multiplied by.
    pub factor: i64,
}

const fn line(sake: &'static str, criterion: &'static str, attribute: Option<&'static str>, factor: i64) -> FactorLine {
    FactorLine { sake, criterion, attribute, factor }
}

/// The engine's factors. Modest on purpose: research does not say how much any of them is worth.
pub const FACTORS: &[FactorLine] = &[
    line("targeted", "coverage", Some("goals"), 2),
    line("targeted", "lookup", None, 2),
    line("behaviour", "training_held", None, 3),
    line("behaviour", "shared_time", None, 2),
    line("behaviour", "coverage", Some("goals"), 2),
    line("opportunities", "coverage", Some("wants_to_try"), 5),
    line("opportunities", "coverage", None, 3),
    line("supportive", "shared_tags", Some("interests"), 2),
    line("supportive", "shared_dislikes", None, 2),
    line("supportive", "distance", None, 2),
    line("supportive", "duration", None, 2),
    line("education", "coverage", Some("goals"), 2),
    line("employment", "coverage", Some("goals"), 2),
    line("employment", "lookup", None, 2),
    line("desistance", "shared_tags", Some("lived_experience"), 3),
    line("integration", "shared_tags", Some("languages"), 3),
    line("career", "coverage", Some("goals"), 2),
    line("career", "lookup", None, 2),
    line("career", "level_distance", None, 2),
];

impl FactorLine {
    /// Whether the line is about the criterion.
    pub fn is_about(&self, kind: &CriterionKind) -> bool {
        let names = |attribute: &str| kind.attributes().iter().any(|key| key.as_str() == attribute);
        self.criterion == kind.name() && self.attribute.is_none_or(names)
    }
}

impl Design {
    /// The purpose and the sub-goals, by their words.
    pub fn sakes(&self) -> impl Iterator<Item = &'static str> {
        self.purpose.map(Purpose::word).into_iter().chain(self.sub_goals.iter().map(|goal| goal.word()))
    }

    /// The factors other than 1 on a criterion: that of the purpose, then the greatest of the sub-goals', the first
    /// among equals. A factor of the file's own takes the place of the engine's for the same purpose or sub-goal.
    pub fn factors(&self, criterion: &Criterion, own: &[OwnFactor]) -> Vec<Factored> {
        let of = |sake| factor(sake, criterion, own);
        let purpose = self.purpose.map(|purpose| of(purpose.word()));
        let mut greatest: Option<Factored> = None;
        for factored in self.sub_goals.iter().map(|goal| of(goal.word())) {
            if greatest.as_ref().is_none_or(|known| factored.factor > known.factor) {
                greatest = Some(factored);
            }
        }
        purpose.into_iter().chain(greatest).filter(|one| one.factor != 1).collect()
    }
}

/// What a purpose or sub-goal multiplies the weight of a criterion by: the file's own factor, else the greatest of the
/// engine's, else 1.
pub fn factor(sake: &'static str, criterion: &Criterion, own: &[OwnFactor]) -> Factored {
    let said = own.iter().find(|one| *one.sake == *sake && one.criterion == criterion.id);
    let line = || FACTORS.iter().filter(|line| line.sake == sake && line.is_about(&criterion.kind));
    let (factor, by) = said.map_or_else(
        || (line().map(|line| line.factor).max().unwrap_or(1), SaidBy::Engine),
        |said| (said.factor, SaidBy::File),
    );
    Factored { sake: sake.into(), factor, by }
}
