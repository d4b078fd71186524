//! The criteria that presets bring.

use super::{AttributeKey, Criterion, CriterionKind, Formality, Preset, SaidBy, UnknownAnswer, Weighing};

impl Preset {
    /// The criteria that the preset brings, in order; `may_use` says of a sensitive attribute whether the programme may
    /// use it. Modest weights: there is little research on how much any of them matters.
    pub fn criteria(self, may_use: impl Fn(&str) -> bool) -> Vec<Criterion> {
        let preferences = CriterionKind::StatedPreferences { side: None, attribute: None };
        let choices = CriterionKind::RankedChoices { ranks: 3 };
        let interests = |full_at| tags("interests", full_at);
        let coverage = CriterionKind::Coverage {
            mentee_attribute: AttributeKey::new("goals"),
            mentor_attribute: AttributeKey::new("skills"),
        };
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
                ("coverage", 10, "Goals are what mentoring is for: the mentor can help with them.", coverage),
                ("interests", 4, "Something to talk about beside the goals.", interests(3)),
                ("lived_experience", 4, "Somebody who has been there, and said so.", tags("lived_experience", 1)),
                ("shared_time", 2, "Regular meetings need regular hours.", time),
            ],
            Self::Befriending => vec![
                (
                    "stated_preferences",
                    8,
                    "What people wish for themselves comes before any rule of ours.",
                    preferences,
                ),
                ("ranked_choices", 6, "Whom a befriendee chose, having read about them.", choices),
                ("interests", 10, "Company lasts where there is something to share.", interests(3)),
                (
                    "shared_dislikes",
                    2,
                    "People who dislike the same stay in touch for longer.",
                    CriterionKind::SharedDislikes { full_at: 2, rare_counts_more: false },
                ),
                ("distance", 6, "Whoever lives near can call in, and goes on calling.", distance(15)),
                ("shared_time", 4, "Regular visits need regular hours.", time),
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
                unknown: UnknownAnswer::Neutral,
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

fn tags(attribute: &str, full_at: u32) -> CriterionKind {
    CriterionKind::SharedTags { attribute: AttributeKey::new(attribute), full_at, rare_counts_more: false }
}
