//! `motivations`: how much of what a mentor hopes to gain the mentee, or the programme, offers.

use super::coverage::covers;
use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Compiled, shared};
use crate::domain::{AttributeKey, POINTS_SCALE};
use crate::outcome::Because;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "motivations",
    looks_at: "What the mentor names in `motivations`, and what the mentee has in `offers`, with what the programme \
        `offers` to everybody.",
    why: "Both people are to gain from it. Most relationships that end early end for reasons on the mentor's side, so what \
        a volunteer came for is worth asking, and worth heeding: somebody who wants to practise a language will stay \
        where it is spoken.",
    effect: "1000 times the share of the mentor's terms that the mentee's answer has, rounded down. A term is had if it is \
        named or stands above one that is, as the programme's `terms` have it. What the programme offers counts as if \
        every mentee had answered it.\n\
        The points count to the mentor's fit, unless `view` says otherwise.",
    settings: &[
        ("mentee_attribute", "what mentees offer, an attribute of kind tags; `offers` when absent"),
        ("mentor_attribute", "what mentors hope for, an attribute of kind tags; `motivations` when absent"),
    ],
    example: r#"offers = ["training"]

[[criteria]]
criterion = "motivations"
weight = 3
why = "Volunteers stay where they find what they came for."

[[mentors]]
id = "m1"
motivations = ["practising Polish", "training"]

[[mentees]]
id = "e1"
offers = ["practising Polish"]"#,
    cannot_know: "Whether somebody says what they really hope for, and whether the hope comes true.",
};

/// What mentors hope for and what mentees offer, in the words of the mentors' attribute.
pub(super) struct Motivations {
    hoped: Vec<Option<Vec<u64>>>,
    offered: Vec<Option<Vec<u64>>>,
    labels: Vec<Arc<str>>,
    fields: (Arc<str>, Arc<str>),
}

impl Motivations {
    pub(super) fn new(compiled: &Compiled<'_>, mentee: &AttributeKey, mentor: &AttributeKey) -> Self {
        let matching = compiled.matching;
        let mentees = matching.mentees.iter().map(|one| &one.person);
        let mentors = matching.mentors.iter().map(|one| &one.person);
        let (hoped, offered) = covers(matching, (mentor, mentors), (mentee, mentees));
        let labels =
            matching.attributes.get(mentor).map_or_else(Vec::new, |one| one.labels.values().cloned().collect());
        Self { hoped, offered, labels, fields: (mentee.as_str().into(), mentor.as_str().into()) }
    }

    fn of_mentee(&self, mentee: usize) -> Option<&[u64]> {
        self.offered.get(mentee)?.as_deref()
    }

    fn of_mentor(&self, mentor: usize) -> Option<&[u64]> {
        self.hoped.get(mentor)?.as_deref()
    }
}

/// Bits that are set.
fn count(row: &[u64]) -> u32 {
    row.iter().map(|word| word.count_ones()).sum()
}

impl Criterion for Motivations {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        let (Some(offered), Some(hoped)) = (self.of_mentee(mentee), self.of_mentor(mentor)) else {
            return Points::Unknown;
        };
        let met: u32 = hoped.iter().zip(offered).map(|(hoped, offered)| (hoped & offered).count_ones()).sum();
        Points::Known(POINTS_SCALE * i64::from(met) / i64::from(count(hoped).max(1)))
    }

    fn stated(&self, mentee: usize) -> Option<&[u64]> {
        self.of_mentee(mentee)
    }

    fn offered(&self, mentor: usize) -> Option<&[u64]> {
        self.of_mentor(mentor)
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match (self.of_mentee(mentee), self.of_mentor(mentor)) {
            (Some(offered), Some(hoped)) => Because::Covered {
                stated: count(hoped),
                terms: shared(hoped, offered).filter_map(|term| self.labels.get(term).cloned()).collect(),
            },
            _ => unknown(&self.blanks(mentee, mentor)),
        }
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let mut blanks = Blank::sides(self.of_mentee(mentee).is_none(), false, &self.fields.0);
        blanks.extend(Blank::sides(false, self.of_mentor(mentor).is_none(), &self.fields.1));
        blanks
    }
}
