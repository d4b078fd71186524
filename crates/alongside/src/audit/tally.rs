//! What the rules said of everybody on the other side of one person.

use super::rules::Verdict;
use crate::outcome::{Asked, Obstacle};
use std::collections::BTreeMap;

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
    pub(super) details: BTreeMap<(Obstacle, Option<&'a str>), usize>,
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
            *rule.details.entry(objection).or_default() += 1;
        }
    }
}
