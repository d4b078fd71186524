//! What the rules say of everybody on the other side: counted so that no order of rules can change a count.

use crate::domain::Matching;
use crate::eligibility::{Rules, Verdict};
use crate::outcome::{Asked, Detail, Obstacle, Refusals};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Counts over many pairs of one person.
pub(super) struct Tally<'a> {
    matching: &'a Matching,
    rules: &'a Rules<'a>,
    counts: Vec<Count<'a>>,
    pub(super) asked: Asked,
}

#[derive(Default)]
struct Count<'a> {
    refused: usize,
    needs_check: usize,
    alone: usize,
    details: BTreeMap<(Obstacle, Option<&'a Arc<str>>), usize>,
}

/// Where a pair that every rule allows belongs.
pub(super) enum Allowed {
    BelowFloor,
    Settled,
    WithoutPlace,
    Candidate,
}

impl<'a> Tally<'a> {
    pub(super) fn new(matching: &'a Matching, rules: &'a Rules<'a>) -> Self {
        let counts = matching.rules.iter().map(|_| Count::default()).collect();
        Self { matching, rules, counts, asked: Asked::default() }
    }

    /// Asks every rule about one pair; `allowed` says where it belongs if all allow it.
    pub(super) fn ask(&mut self, mentee: usize, mentor: usize, allowed: impl FnOnce() -> Allowed) {
        let (mut against, mut refused) = (0, false);
        for (verdict, count) in self.rules.verdicts(mentee, mentor).zip(&mut self.counts) {
            let Some(hurdle) = verdict.hurdle() else { continue };
            against += 1;
            match verdict {
                Verdict::Refused(_) => {
                    refused = true;
                    count.refused += 1;
                }
                _ => count.needs_check += 1,
            }
            *count.details.entry((hurdle.obstacle, hurdle.about)).or_default() += 1;
        }
        if against == 1 {
            let alone =
                self.rules.verdicts(mentee, mentor).zip(&mut self.counts).find(|(verdict, _)| !verdict.is_eligible());
            if let Some((_, count)) = alone {
                count.alone += 1;
            }
        }
        self.asked.all += 1;
        let bin = match (against, refused) {
            (0, _) => match allowed() {
                Allowed::BelowFloor => &mut self.asked.below_floor,
                Allowed::Settled => &mut self.asked.settled,
                Allowed::WithoutPlace => &mut self.asked.without_place,
                Allowed::Candidate => &mut self.asked.candidates,
            },
            (_, true) => &mut self.asked.refused,
            (_, false) => &mut self.asked.needs_check,
        };
        *bin += 1;
    }

    /// The counts of rules that did not allow everybody.
    pub(super) fn refusals(self) -> Vec<Refusals> {
        let rules = self.matching.rules.iter().zip(self.counts);
        let told = rules.filter(|(_, count)| count.refused + count.needs_check > 0);
        let refusals = told.map(|(rule, count)| Refusals {
            rule: rule.id.clone(),
            refused: count.refused,
            needs_check: count.needs_check,
            alone: count.alone,
            details: count
                .details
                .into_iter()
                .map(|((obstacle, about), people)| Detail { obstacle, about: about.cloned(), people })
                .collect(),
        });
        refusals.collect()
    }
}
