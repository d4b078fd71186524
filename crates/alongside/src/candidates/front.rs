//! What a pair is worth at the levels before total fit.

use crate::compile::Compiled;
use crate::criteria::Criteria;
use crate::domain::{Aim, Quality};

/// The levels that stand between people served and total fit and to which every pair adds something: days waited and
/// ranks of choices where the aim counts them, then the criteria that it puts first.
#[derive(Debug, Clone)]
pub(crate) struct Front<'a> {
    criteria: &'a Criteria<'a>,
    aim: &'a Aim,
    /// How long each mentee has waited, where that counts.
    days_waited: Vec<i64>,
    /// The mentors each mentee chose, first choice first, where choices count.
    choices: Vec<Vec<usize>>,
}

impl<'a> Front<'a> {
    /// The levels of a programme.
    pub(crate) fn new(compiled: &'a Compiled<'a>, criteria: &'a Criteria<'a>) -> Self {
        let matching = compiled.matching;
        let ranks = usize::from(matching.aim.quality.ranks());
        // A mentor who is not in the programme keeps the rank, so that the next choice does not become an earlier one.
        let chosen = |mentee: &crate::domain::Mentee| {
            let places = mentee.choices.iter().take(ranks).map(|id| compiled.mentor_at(id).unwrap_or(usize::MAX));
            places.collect()
        };
        let choices = if ranks == 0 { Vec::new() } else { matching.mentees.iter().map(chosen).collect() };
        let waited = matching.mentees.iter().filter(|_| matching.aim.longest_waiting_first);
        let days_waited = waited.map(|mentee| matching.days_waited(mentee)).collect();
        Self { criteria, aim: &matching.aim, days_waited, choices }
    }

    /// How many such levels an aim has.
    pub(crate) fn width(aim: &Aim) -> usize {
        Self::ahead(aim) + aim.first.len()
    }

    /// How many of them come before the criteria.
    fn ahead(aim: &Aim) -> usize {
        usize::from(aim.longest_waiting_first) + usize::from(aim.quality.ranks())
    }

    /// Which of the levels counts a criterion, if one does.
    pub(crate) fn level_of(aim: &Aim, criterion: usize) -> Option<usize> {
        let at = aim.first.iter().position(|first| *first == criterion)?;
        Some(Self::ahead(aim) + at)
    }

    /// What a pair adds to each.
    pub(crate) fn worth(&self, mentee: usize, mentor: usize) -> Vec<i64> {
        let ranks = usize::from(self.aim.quality.ranks());
        let mut worth = Vec::with_capacity(Self::width(self.aim));
        worth.extend(self.days_waited.get(mentee));
        if ranks > 0 {
            let choices = self.choices.get(mentee).map_or(&[][..], Vec::as_slice);
            let rank = choices.iter().position(|chosen| *chosen == mentor);
            worth.extend((0..ranks).map(|level| match self.aim.quality {
                // From the last rank down: at this rank or a better one.
                Quality::FewestLastChoices { .. } => i64::from(rank.is_some_and(|rank| rank < ranks - level)),
                _ => i64::from(rank == Some(level)),
            }));
        }
        worth.extend(self.aim.first.iter().map(|criterion| self.criteria.points_of(*criterion, mentee, mentor)));
        worth
    }
}
