//! Which of the matchings that serve as many people is preferred, or that nobody would rather have somebody else.

use super::Matching;
use serde::{Deserialize, Serialize};

/// Most steps in which fits are told apart, as many as the solver's leximin tells apart.
pub const MAX_STEPS: u8 = 100;

/// Most ranks of choices that are told apart.
pub const MAX_RANKS: u8 = 8;

/// What decides between matchings that serve as many people of every tier, before the criteria that the aim puts first
/// and total fit do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quality {
    /// Nothing more.
    #[default]
    TotalFit,
    /// The least fit of a proposed pair is as great as can be: the bottleneck.
    LeastFit,
    /// As few proposals with the least fits as can be, then as few with the next: leximin over steps of fit.
    WorstOffFirst {
        /// In how many steps fits are told apart, 1 to [`MAX_STEPS`].
        steps: u8,
    },
    /// As many first choices as can be, then as many second ones, and so on: the greedy-maximum profile.
    MostFirstChoices {
        /// How many ranks count, 1 to [`MAX_RANKS`].
        ranks: u8,
    },
    /// As few proposals beyond the last rank as can be, then as few at the last, and so on: the generous-maximum profile.
    FewestLastChoices {
        /// How many ranks count, 1 to [`MAX_RANKS`].
        ranks: u8,
    },
    /// No mentee and mentor would both rather have each other than what is proposed to them. An aim of its own: nothing is
    /// made as great as can be, and it may serve fewer people.
    Stable {
        /// Which of the stable matchings.
        method: StableMethod,
    },
}

/// Which of the stable matchings is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StableMethod {
    /// The seed breaks ties; then every mentee has the best mentor that they have in any stable matching: deferred
    /// acceptance, mentees proposing (Gale and Shapley 1962).
    #[default]
    BestForMentees,
    /// Ties are used to serve more people: at least two thirds of the most that any stable matching serves (Király 2013).
    MoreServed,
}

impl StableMethod {
    /// Every method under the name that the programme file has for it.
    pub const NAMES: [(&'static str, Self); 2] =
        [("best_for_mentees", Self::BestForMentees), ("more_served", Self::MoreServed)];
}

impl Quality {
    /// Every kind under the name that the programme file has for it.
    pub const NAMES: [&'static str; 6] =
        ["total_fit", "least_fit", "worst_off_first", "most_first_choices", "fewest_last_choices", "stable"];

    /// How many levels of choices it puts before the criteria of the aim.
    pub(crate) const fn ranks(self) -> u8 {
        match self {
            Self::MostFirstChoices { ranks } | Self::FewestLastChoices { ranks } => ranks,
            Self::TotalFit | Self::LeastFit | Self::WorstOffFirst { .. } | Self::Stable { .. } => 0,
        }
    }

    /// Whether nothing is made as great as can be: the matching only has to be stable.
    pub const fn is_stable(self) -> bool {
        matches!(self, Self::Stable { .. })
    }
}

impl Matching {
    /// The fits that [`Quality::WorstOffFirst`] tells apart, ascending: of `steps` even steps of the most that a fit can
    /// be, rounded up, those above the floor. A fit counts as at least one of them or not. None for other qualities.
    pub fn fit_steps(&self) -> Vec<i64> {
        let Quality::WorstOffFirst { steps } = self.aim.quality else { return Vec::new() };
        let (full, steps) = (i128::from(self.full_fit()), i128::from(steps.max(1)));
        let step = |at: i128| i64::try_from((full * at + steps - 1) / steps).unwrap_or(i64::MAX);
        let mut fits: Vec<i64> = (1..=steps).map(step).filter(|fit| *fit > self.aim.floor).collect();
        fits.dedup();
        fits
    }
}
