//! What the rules said of everybody on the other side of one person.

use super::rules::{Objection, Verdict};
use crate::outcome::Asked;

/// Where a pair ends up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Refused,
    NeedsCheck,
    BelowFloor,
    Settled,
    WithoutPlace,
    Candidate,
}

/// What one rule said.
#[derive(Debug, Clone, Default)]
pub(super) struct RuleTally<'a> {
    pub(super) refused: usize,
    pub(super) needs_check: usize,
    /// Of these, people whom every other rule finds eligible.
    pub(super) alone: usize,
    details: Vec<(Objection<'a>, usize)>,
}

/// What all of them said.
#[derive(Debug, Clone)]
pub(super) struct Tally<'a> {
    pub(super) asked: Asked,
    /// One for each rule, in order.
    pub(super) rules: Vec<RuleTally<'a>>,
}

impl<'a> Tally<'a> {
    /// Nobody asked yet, of so many rules.
    pub(super) fn new(rules: usize) -> Self {
        Self { asked: Asked::default(), rules: vec![RuleTally::default(); rules] }
    }

    /// Counts one person of the other side.
    pub(super) fn count(&mut self, standing: Standing, verdicts: &[Verdict<'a>]) {
        let asked = &mut self.asked;
        asked.all += 1;
        *match standing {
            Standing::Refused => &mut asked.refused,
            Standing::NeedsCheck => &mut asked.needs_check,
            Standing::BelowFloor => &mut asked.below_floor,
            Standing::Settled => &mut asked.settled,
            Standing::WithoutPlace => &mut asked.without_place,
            Standing::Candidate => &mut asked.candidates,
        } += 1;
        if !matches!(standing, Standing::Refused | Standing::NeedsCheck) {
            return;
        }
        let objecting = verdicts.iter().filter(|verdict| **verdict != Verdict::Eligible).count();
        for (rule, verdict) in self.rules.iter_mut().zip(verdicts) {
            let objection = match *verdict {
                Verdict::Eligible => continue,
                Verdict::Refused(objection) => {
                    rule.refused += 1;
                    objection
                }
                Verdict::NeedsCheck(objection) => {
                    rule.needs_check += 1;
                    objection
                }
            };
            rule.alone += usize::from(objecting == 1);
            rule.note(objection, 1);
        }
    }
}

impl<'a> RuleTally<'a> {
    /// Counts people to whom the rule objects so.
    fn note(&mut self, objection: Objection<'a>, people: usize) {
        match self.details.iter_mut().find(|(known, _)| *known == objection) {
            Some((_, known)) => *known += people,
            None => self.details.push((objection, people)),
        }
    }

    /// What stood in the way of how many, in order.
    pub(super) fn details(&self) -> Vec<(Objection<'a>, usize)> {
        let mut details = self.details.clone();
        details.sort_unstable();
        details
    }
}

impl Tally<'_> {
    /// Adds what was said of other people.
    pub(super) fn add(&mut self, other: &Self) {
        let (asked, more) = (&mut self.asked, &other.asked);
        asked.all += more.all;
        asked.refused += more.refused;
        asked.needs_check += more.needs_check;
        asked.below_floor += more.below_floor;
        asked.settled += more.settled;
        asked.without_place += more.without_place;
        asked.candidates += more.candidates;
        for (rule, more) in self.rules.iter_mut().zip(&other.rules) {
            rule.refused += more.refused;
            rule.needs_check += more.needs_check;
            rule.alone += more.alone;
            more.details.iter().for_each(|(objection, people)| rule.note(*objection, *people));
        }
    }
}
