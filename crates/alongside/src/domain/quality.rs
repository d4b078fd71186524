//! Which of the matchings that serve as many people is preferred.

use super::Matching;

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
}

impl Quality {
    /// Every kind under the name that the programme file has for it.
    pub const NAMES: [&'static str; 5] =
        ["total_fit", "least_fit", "worst_off_first", "most_first_choices", "fewest_last_choices"];

    /// How many levels of choices it puts before the criteria of the aim.
    pub(crate) const fn ranks(self) -> u8 {
        match self {
            Self::MostFirstChoices { ranks } | Self::FewestLastChoices { ranks } => ranks,
            Self::TotalFit | Self::LeastFit | Self::WorstOffFirst { .. } => 0,
        }
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
