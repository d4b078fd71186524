//! Days waited and ranks of choices that the aim counts, and fits that it tells apart.

use super::calendar::day_number;
use super::pairing::Pair;
use super::points::FULL;
use crate::domain::{Matching, Mentee, Quality};
use crate::outcome::LevelName;

/// The names of the levels of days waited and of choices, in order.
pub(super) fn names(matching: &Matching) -> Vec<LevelName> {
    let mut names = Vec::new();
    if matching.aim.longest_waiting_first {
        names.push(LevelName::DaysWaited);
    }
    match matching.aim.quality {
        Quality::MostFirstChoices { ranks } => names.extend((1..=ranks).map(LevelName::Choice)),
        Quality::FewestLastChoices { ranks } => {
            names.extend((1..=ranks).map(|at| LevelName::ChoiceWithin(ranks + 1 - at)));
        }
        _ => {}
    }
    names
}

/// How many days the mentee has waited.
pub(super) fn waited(matching: &Matching, mentee: &Mentee) -> i128 {
    mentee.waiting_since.map_or(0, |since| i128::from(day_number(matching.as_of) - day_number(since)).max(0))
}

/// What the pair adds to each: the mentee's days, then 1 or nothing.
pub(super) fn counted(matching: &Matching, pair: Pair<'_>) -> Vec<i128> {
    let place = pair.mentee.choices.iter().position(|chosen| *chosen == pair.mentor.person.id);
    let rank = place.map(|place| place + 1);
    let counts = |level: &LevelName| match *level {
        LevelName::DaysWaited => waited(matching, pair.mentee),
        LevelName::Choice(which) => i128::from(rank == Some(which.into())),
        LevelName::ChoiceWithin(last) => i128::from(rank.is_some_and(|rank| rank <= last.into())),
        _ => 0,
    };
    names(matching).iter().map(counts).collect()
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
