//! Ranks of choices that the aim counts, and fits that it tells apart.

use super::pairing::Pair;
use super::points::FULL;
use crate::domain::{Matching, Quality};
use crate::outcome::LevelName;

/// How many levels of choices there are.
pub(super) fn width(quality: Quality) -> usize {
    match quality {
        Quality::MostFirstChoices { ranks } | Quality::FewestLastChoices { ranks } => ranks.into(),
        _ => 0,
    }
}

/// Their names, in order.
pub(super) fn names(quality: Quality) -> Vec<LevelName> {
    match quality {
        Quality::MostFirstChoices { ranks } => (1..=ranks).map(LevelName::Choice).collect(),
        Quality::FewestLastChoices { ranks } => (1..=ranks).map(|at| LevelName::ChoiceWithin(ranks + 1 - at)).collect(),
        _ => Vec::new(),
    }
}

/// What the pair adds to each: 1 or nothing.
pub(super) fn counted(quality: Quality, pair: Pair<'_>) -> Vec<i128> {
    let place = pair.mentee.choices.iter().position(|chosen| *chosen == pair.mentor.person.id);
    let rank = place.map(|place| place + 1);
    let counts = |level: &LevelName| match *level {
        LevelName::Choice(which) => rank == Some(which.into()),
        LevelName::ChoiceWithin(last) => rank.is_some_and(|rank| rank <= last.into()),
        _ => false,
    };
    names(quality).iter().map(|level| i128::from(counts(level))).collect()
}

/// The fits that the aim tells apart, ascending: of even steps up to the most that a fit can be, rounded up, those above
/// the floor, each once.
pub(super) fn steps(matching: &Matching) -> Vec<i128> {
    let Quality::WorstOffFirst { steps } = matching.aim.quality else { return Vec::new() };
    let full: i128 = matching.criteria.iter().map(|criterion| i128::from(criterion.weight) * FULL).sum();
    let steps = i128::from(steps);
    let least = |at: i128| (at * full).div_euclid(steps) + i128::from((at * full).rem_euclid(steps) > 0);
    let mut fits: Vec<i128> = (1..=steps).map(least).collect();
    fits.dedup();
    fits.retain(|fit| *fit > matching.aim.floor.into());
    fits
}
