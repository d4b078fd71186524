//! `ranked_choices`: the mentee's ranked choice of mentors.

use super::{Blank, Criterion, Points};
use crate::compile::Compiled;
use crate::domain::POINTS_SCALE;
use crate::outcome::Because;
use std::collections::BTreeMap;

/// For each mentee, the rank of every mentor chosen, from 1.
pub(super) struct RankedChoices {
    choices: Vec<BTreeMap<usize, u32>>,
    ranks: u32,
}

impl RankedChoices {
    pub(super) fn new(compiled: &Compiled<'_>, ranks: u32) -> Self {
        let mentors = &compiled.matching.mentors;
        let choices = compiled.matching.mentees.iter().map(|mentee| {
            let ranked = (1..).zip(&mentee.choices).filter_map(|(rank, id)| {
                Some((mentors.binary_search_by(|mentor| mentor.person.id.cmp(id)).ok()?, rank))
            });
            ranked.collect()
        });
        Self { choices: choices.collect(), ranks }
    }

    fn rank(&self, mentee: usize, mentor: usize) -> Option<Option<u32>> {
        let choices = self.choices.get(mentee).filter(|choices| !choices.is_empty())?;
        Some(choices.get(&mentor).copied())
    }
}

impl Criterion for RankedChoices {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        match self.rank(mentee, mentor) {
            None => Points::Unknown,
            Some(Some(rank)) if rank <= self.ranks => {
                Points::Known(POINTS_SCALE * i64::from(self.ranks - rank + 1) / i64::from(self.ranks))
            }
            Some(_) => Points::Known(0),
        }
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        self.rank(mentee, mentor).map_or(Because::NoChoice, Because::Choice)
    }

    fn blanks(&self, _: usize, _: usize) -> Vec<Blank> {
        // Choosing nobody is an answer, not a question left open.
        Vec::new()
    }
}
