//! The criteria that presets bring.

use super::{AttributeKey, Criterion, CriterionKind, Formality, Preset, SaidBy, UnknownAnswer, Weighing};

impl Preset {
    /// The criteria that the preset brings, in order; `may_use` says of a sensitive attribute whether the programme may
    /// use it. Modest weights: there is little research on how much any of them matters.
    pub fn criteria(self, may_use: impl Fn(&str) -> bool) -> Vec<Criterion> {
        let preferences = CriterionKind::StatedPreferences { side: None, attribute: None };
        let choices = CriterionKind::RankedChoices { ranks: 3 };
        let interests = |full_at| tags("interests", full_at);
        let coverage = |mentee, mentor| CriterionKind::Coverage {
            mentee_attribute: AttributeKey::new(mentee),
            mentor_attribute: AttributeKey::new(mentor),
        };
        let new = |weight| {
            let why = "What one likes to do and the other would like to try.";
            ("something_new", weight, why, coverage("wants_to_try", "interests"))
        };
        let learn = |weight| {
            let why = "What one knows how to do and the other would like to try.";
            ("something_to_learn", weight, why, coverage("wants_to_try", "skills"))
        };
        let duration = ("duration", 2, "Whoever can promise the time that is planned is there to the end.");
        let time = CriterionKind::SharedTime { full_at_half_hours: 8 };
        let distance = |far_km| CriterionKind::Distance { near_km: 2, far_km };
        let listed = match self {
            Self::Mentoring => vec![
                (
                    "stated_preferences",
                    8,
                    "What people wish for themselves comes before any rule of ours.",
                    preferences,
                ),
                ("ranked_choices", 6, "Whom a mentee chose, having read about them.", choices),
                (
                    "coverage",
                    10,
                    "Goals are what mentoring is for: the mentor can help with them.",
                    coverage("goals", "skills"),
                ),
                ("interests", 4, "Something to talk about beside the goals.", interests(2)),
                new(2),
                learn(2),
                ("lived_experience", 4, "Somebody who has been there, and said so.", tags("lived_experience", 1)),
                ("shared_time", 2, "Regular meetings need regular hours.", time),
                (duration.0, duration.1, duration.2, CriterionKind::Duration),
            ],
            Self::Befriending => vec![
                (
                    "stated_preferences",
                    8,
                    "What people wish for themselves comes before any rule of ours.",
                    preferences,
                ),
                ("ranked_choices", 6, "Whom a befriendee chose, having read about them.", choices),
                ("interests", 10, "Company lasts where there is something to share.", interests(2)),
                new(3),
                learn(3),
                (
                    "shared_dislikes",
                    2,
                    "People who dislike the same stay in touch for longer.",
                    CriterionKind::SharedDislikes { full_at: 2, rare_counts_more: false },
                ),
                ("distance", 6, "Whoever lives near can call in, and goes on calling.", distance(15)),
                ("shared_time", 4, "Regular visits need regular hours.", time),
                (duration.0, duration.1, duration.2, CriterionKind::Duration),
            ],
        };
        let may = |kind: &CriterionKind| {
            !kind.attributes().iter().any(|key| key.as_str() == "lived_experience" && !may_use(key.as_str()))
        };
        listed
            .into_iter()
            .filter(|(.., kind)| may(kind))
            .map(|(id, weight, why, kind)| Criterion {
                id: id.into(),
                weight,
                weighing: Weighing { stated: weight, by: SaidBy::Preset, factors: Vec::new() },
                view: kind.view(),
                why: why.to_owned(),
                unknown: blanks(&kind),
                kind,
            })
            .collect()
    }

    /// How firmly the support is arranged where the programme does not say.
    pub const fn formality(self) -> Formality {
        match self {
            Self::Mentoring => Formality::Formal,
            Self::Befriending => Formality::Informal,
        }
    }
}

/// What would be tried and what is promised is for whoever said so; a blank earns nothing there.
fn blanks(kind: &CriterionKind) -> UnknownAnswer {
    let tries = kind.attributes().iter().any(|key| key.as_str() == "wants_to_try");
    if tries || *kind == CriterionKind::Duration { UnknownAnswer::Lowest } else { UnknownAnswer::Neutral }
}

fn tags(attribute: &str, full_at: u32) -> CriterionKind {
    CriterionKind::SharedTags { attribute: AttributeKey::new(attribute), full_at, rare_counts_more: false }
}
