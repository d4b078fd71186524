//! `ranked_choices`: the mentee's ranked choice of mentors.

use super::{Blank, Criterion, Points};
use crate::compile::Compiled;
use crate::domain::POINTS_SCALE;
use crate::outcome::Because;
use crate::reference::Reference;
use std::collections::BTreeMap;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "ranked_choices",
    looks_at: "Where the mentor stands among the mentors whom the mentee chose, in `choices`.",
    why: "People should meet before they are matched, and be helped to choose (Foundations, practice guide on \
        mentoring and befriending). Who has met three volunteers and liked two can say so in order.",
    effect: "No choices: the points of an unknown, with the reason `no_choice`, which is never held against the \
        pair. A mentor at rank r, the first choice being 1, within `ranks`: 1000 × (ranks − r + 1) / ranks, rounded \
        down. Any other mentor: 0. So with 5 ranks the first choice earns 1000, the second 800.",
    settings: &[("ranks", "how many choices earn points, 1 to 100; 5 when absent")],
    example: r#"[[criteria]]
criterion = "ranked_choices"
ranks = 3
weight = 6
why = "They have met and said whom they liked."

[[mentees]]
id = "e1"
choices = ["m2", "m1"]"#,
    cannot_know: "How far apart two choices are, and how the mentors felt about it. It is the mentee's choice alone; \
        mentors have wishes and the last word.",
};

/// For each mentee, the rank of every mentor chosen, from 1.
pub(super) struct RankedChoices {
    choices: Vec<BTreeMap<usize, u32>>,
    ranks: u32,
}

impl RankedChoices {
    pub(super) fn new(compiled: &Compiled<'_>, ranks: u32) -> Self {
        let choices = compiled.matching.mentees.iter().map(|mentee| {
            (1..).zip(&mentee.choices).filter_map(|(rank, id)| Some((compiled.mentor_at(id)?, rank))).collect()
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
