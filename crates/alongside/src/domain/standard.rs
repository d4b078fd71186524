//! The attributes that every programme has without declaring them.

use super::{Protected, Sensitivity};

/// A standard attribute, there without declaration.
#[derive(Debug, Clone, Copy)]
pub struct StandardAttribute {
    /// Its name, which is also the name of its field.
    pub name: &'static str,
    /// `tags`, `one_of`, `number` or `date`.
    pub kind: &'static str,
    /// How sensitive it is.
    pub sensitivity: Sensitivity,
    /// The protected characteristic it tells.
    pub protected: Option<Protected>,
    /// The terms it can have; empty where any word may occur.
    pub values: &'static [&'static str],
    /// What it means.
    pub meaning: &'static str,
}

/// The standard attributes, in the order of the reference.
pub const STANDARD_ATTRIBUTES: &[StandardAttribute] = &[
    StandardAttribute {
        name: "age",
        kind: "number",
        sensitivity: Sensitivity::Ordinary,
        protected: Some(Protected::Age),
        values: &[],
        meaning: "whole years on the programme's as_of date, given or worked out from birth_date",
    },
    StandardAttribute {
        name: "gender",
        kind: "one_of",
        sensitivity: Sensitivity::Ordinary,
        protected: Some(Protected::Sex),
        values: &[],
        meaning: "gender as the person describes it",
    },
    StandardAttribute {
        name: "ethnicity",
        kind: "one_of",
        sensitivity: Sensitivity::SpecialCategory,
        protected: Some(Protected::Race),
        values: &[],
        meaning: "ethnic group as the person describes it for matching, kept apart from monitoring",
    },
    StandardAttribute {
        name: "languages",
        kind: "tags",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "languages in which the person can hold a conversation",
    },
    StandardAttribute {
        name: "interests",
        kind: "tags",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "what the person likes to do or talk about",
    },
    StandardAttribute {
        name: "lived_experience",
        kind: "tags",
        sensitivity: Sensitivity::CriminalOffence,
        protected: None,
        values: &[],
        meaning: "experience the person is willing to share, such as care, bereavement or prison; it can reveal \
                  health and offences, so it carries the strictest label",
    },
    StandardAttribute {
        name: "delivery_methods",
        kind: "tags",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &["face_to_face", "internet", "telephone"],
        meaning: "ways of meeting that suit the person: face_to_face, telephone, internet",
    },
    StandardAttribute {
        name: "waiting_since",
        kind: "date",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "the day since which a mentee has been waiting",
    },
    StandardAttribute {
        name: "faith",
        kind: "one_of",
        sensitivity: Sensitivity::SpecialCategory,
        protected: Some(Protected::ReligionOrBelief),
        values: &[],
        meaning: "faith or belief as the person describes it for matching",
    },
    StandardAttribute {
        name: "dislikes",
        kind: "tags",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "what the person would rather not do or talk about; what is left unsaid is no dislike",
    },
    StandardAttribute {
        name: "goals",
        kind: "tags",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "what a mentee wants to reach or learn",
    },
    StandardAttribute {
        name: "skills",
        kind: "tags",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "what a mentor can help with",
    },
    StandardAttribute {
        name: "needs",
        kind: "tags",
        sensitivity: Sensitivity::SpecialCategory,
        protected: Some(Protected::Disability),
        values: &[],
        meaning: "what has to be provided for, such as step-free access or patience with memory loss; it can reveal health",
    },
    StandardAttribute {
        name: "delivery_models",
        kind: "tags",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &["one_to_one", "together", "individually", "dedicated"],
        meaning: "forms of support that suit the person: one_to_one, or one mentor with several mentees, together or individually, or dedicated support",
    },
    StandardAttribute {
        name: "role_type",
        kind: "one_of",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &["natural", "paid", "peer", "volunteer"],
        meaning: "what kind of mentor somebody is: volunteer, natural (from the mentee's own network), peer, paid",
    },
    StandardAttribute {
        name: "available_from",
        kind: "date",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "the first day on which the person can take part",
    },
    StandardAttribute {
        name: "available_until",
        kind: "date",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "the last day on which the person can take part",
    },
    StandardAttribute {
        name: "placement_type",
        kind: "one_of",
        sensitivity: Sensitivity::CriminalOffence,
        protected: None,
        values: &[
            "at_home",
            "foster",
            "high_needs",
            "independent",
            "kinship",
            "residential",
            "secure",
            "semi_independent",
            "supported",
            "temporary",
        ],
        meaning: "where a mentee lives; a secure place can reveal an offence, so it carries the strictest label",
    },
    StandardAttribute {
        name: "care_status",
        kind: "one_of",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &["at_risk", "care_leaver", "in_care", "none", "previously_in_care"],
        meaning: "whether a mentee is or was looked after by a council: in_care, care_leaver, at_risk, \
                  previously_in_care, none",
    },
    StandardAttribute {
        name: "transition_date",
        kind: "date",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "the day of a great change in a mentee's life, such as leaving care, school or prison",
    },
    StandardAttribute {
        name: "max_travel_km",
        kind: "number",
        sensitivity: Sensitivity::Ordinary,
        protected: None,
        values: &[],
        meaning: "how far the person can travel to a meeting, in kilometres as the crow flies",
    },
];
