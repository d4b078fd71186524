//! `coverage`: how much of what the mentee names the mentor's answer covers.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled, Terms, shared};
use crate::domain::{Answer, AttributeKey, POINTS_SCALE};
use crate::outcome::Because;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "coverage",
    looks_at: "What the mentee wants to reach or learn, and what the mentor can help with: `goals` and `skills`, or \
        two other attributes of kind tags.",
    why: "Mentoring is for a purpose: a goal that the mentor can help with is worth more than a hobby in common, and \
        where the aim is to open up opportunities, what one has and the other would like to try counts for more than \
        what both have. That is what practice says; it is no finding that points predict success.",
    effect: "A blank on either side is unknown. Otherwise 1000 × covered / stated, rounded down: of the terms that \
        the mentee stated, how many the mentor has. What the mentor has beyond them neither earns nor costs points. Where \
        a vocabulary is declared, synonyms count as one term, and a goal is covered by what stands below it too: somebody \
        who can help with bread covers baking.",
    settings: &[
        ("mentee_attribute", "the mentee's attribute, of kind tags; `goals` when absent"),
        ("mentor_attribute", "the mentor's, of kind tags; `skills` when absent"),
    ],
    example: r#"[[criteria]]
criterion = "coverage"
weight = 5
why = "The mentor can help with what the mentee wants to work on.""#,
    cannot_know: "Which goal matters most to somebody, and that `finding work` and `job search` are alike, unless the \
        programme's `terms` say so. Who names one goal is covered wholly or not at all.",
};

/// Both sides' answers, the mentors' in the mentees' vocabulary.
pub(super) struct Coverage<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    /// The terms that each mentee named.
    named: Vec<Vec<u64>>,
    /// What each mentor has of the words that mentees use; empty for a mentor who has none of them.
    covering: Vec<Vec<u64>>,
    labels: Vec<Arc<str>>,
    fields: (Arc<str>, Arc<str>),
}

impl<'a> Coverage<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, mentee: &AttributeKey, mentor: &AttributeKey) -> Self {
        let matching = compiled.matching;
        let declared = matching.attributes.get(mentee);
        let terms = declared.map(Terms::empty);
        let row = |found: Vec<&Arc<str>>| terms.as_ref().map_or_else(Vec::new, |all| all.set_of(found.into_iter()));
        let named = matching.mentees.iter().map(|one| {
            let words = one.person.answers.get(mentee).into_iter().flat_map(Answer::terms);
            row(words.map(|word| declared.map_or(word, |known| known.vocabulary.canonical(word))).collect())
        });
        let of_mentors = matching.attributes.get(mentor);
        let covering = matching.mentors.iter().map(|one| {
            let words = one.person.answers.get(mentor).into_iter().flat_map(Answer::terms);
            let has = words.flat_map(|word| {
                let vocabulary = of_mentors.map(|known| &known.vocabulary);
                let counted = vocabulary.map_or(word, |vocabulary| vocabulary.canonical(word));
                vocabulary.into_iter().flat_map(|vocabulary| vocabulary.above(word)).chain([counted])
            });
            row(has.collect())
        });
        Self {
            mentees: compiled.mentees.column(mentee),
            mentors: compiled.mentors.column(mentor),
            named: named.collect(),
            covering: covering.collect(),
            labels: declared.map_or_else(Vec::new, |one| one.labels.values().cloned().collect()),
            fields: (mentee.as_str().into(), mentor.as_str().into()),
        }
    }

    /// What the mentee named and what of it the mentor has, if both answers are known.
    fn known(&self, mentee: usize, mentor: usize) -> Option<(&[u64], &[u64])> {
        let blank = self.mentees.is_blank(mentee) || self.mentors.is_blank(mentor);
        if blank { None } else { Some((self.named.get(mentee)?, self.covering.get(mentor)?)) }
    }
}

/// Bits that are set.
fn count(row: &[u64]) -> u32 {
    row.iter().map(|word| word.count_ones()).sum()
}

impl Criterion for Coverage<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        self.known(mentee, mentor).map_or(Points::Unknown, |(stated, covering)| {
            let covered: u32 = stated.iter().zip(covering).map(|(stated, has)| (stated & has).count_ones()).sum();
            Points::Known(POINTS_SCALE * i64::from(covered) / i64::from(count(stated).max(1)))
        })
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        self.known(mentee, mentor).map_or_else(
            || unknown(&self.blanks(mentee, mentor)),
            |(stated, covering)| Because::Covered {
                stated: count(stated),
                terms: shared(stated, covering).filter_map(|term| self.labels.get(term).cloned()).collect(),
            },
        )
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let mut blanks = Blank::sides(self.mentees.is_blank(mentee), false, &self.fields.0);
        blanks.extend(Blank::sides(false, self.mentors.is_blank(mentor), &self.fields.1));
        blanks
    }
}
