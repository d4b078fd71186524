//! How sensitive a field is, and what allows its use. Research pointers for a programme, not legal advice.

use serde::{Deserialize, Serialize};

/// Label that every attribute carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// Personal data like any other.
    Ordinary,
    /// Special-category data (UK GDPR Article 9): ethnicity, faith, health, sexual orientation ...
    SpecialCategory,
    /// May reveal criminal convictions or offences (UK GDPR Article 10), prison experience for example.
    CriminalOffence,
}

impl Sensitivity {
    /// Whether the programme must declare a basis before the attribute may be used.
    pub const fn needs_basis(self) -> bool {
        !matches!(self, Self::Ordinary)
    }
}

/// The nine protected characteristics of the Equality Act 2010, section 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the statute's own")]
pub enum Protected {
    Age,
    Disability,
    GenderReassignment,
    MarriageAndCivilPartnership,
    PregnancyAndMaternity,
    Race,
    ReligionOrBelief,
    Sex,
    SexualOrientation,
}

/// What allows a sensitive attribute to be used in matching.
///
/// The conditions of UK GDPR Article 9(2) and of the Data Protection Act 2018, Schedule 1, that matching programmes
/// may rely on. Which of them holds is the programme's decision, with advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Explicit consent of each person, recorded person by person (Article 9(2)(a)).
    Consent,
    /// Safeguarding of children and of individuals at risk (Schedule 1 paragraph 18).
    Safeguarding,
    /// Support for individuals with a particular disability or medical condition (Schedule 1 paragraph 16).
    DisabilitySupport,
    /// Counselling and similar confidential support (Schedule 1 paragraph 17).
    Counselling,
    /// Health or social care (Article 9(2)(h)).
    SocialCare,
    /// Activities of a not-for-profit body about its own members and contacts (Article 9(2)(d)).
    NotForProfitBody,
    /// Equality monitoring (Schedule 1 paragraph 8), which excludes decisions about a particular person: never
    /// usable for matching, named so that the mistake gets its own answer.
    EqualityMonitoring,
}

impl Basis {
    /// The word for it in programme files and outcomes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Safeguarding => "safeguarding",
            Self::DisabilitySupport => "disability_support",
            Self::Counselling => "counselling",
            Self::SocialCare => "social_care",
            Self::NotForProfitBody => "not_for_profit_body",
            Self::EqualityMonitoring => "equality_monitoring",
        }
    }
}

/// The programme's record of a basis for one attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasisRecord {
    /// What is relied on.
    pub basis: Basis,
    /// Where it was recorded or decided, printed in the outcome.
    pub note: Option<String>,
}
