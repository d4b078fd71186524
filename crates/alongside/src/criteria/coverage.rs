//! `coverage`: how much of what the mentee names the mentor's answer covers.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Compiled, Terms, shared};
use crate::domain::{AttributeKey, Matching, POINTS_SCALE, Person};
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

/// Both sides' answers as bit sets over the words of the mentees' attribute.
pub(super) struct Coverage {
    /// What each mentee stated; none for a blank.
    stated: Vec<Option<Vec<u64>>>,
    /// What each mentor has, as far as mentees have words for it; none for a blank.
    offered: Vec<Option<Vec<u64>>>,
    labels: Vec<Arc<str>>,
    fields: (Arc<str>, Arc<str>),
}

impl Coverage {
    pub(super) fn new(compiled: &Compiled<'_>, mentee: &AttributeKey, mentor: &AttributeKey) -> Self {
        let matching = compiled.matching;
        let mentees = matching.mentees.iter().map(|one| &one.person);
        let mentors = matching.mentors.iter().map(|one| &one.person);
        let (stated, offered) = covers(matching, (mentee, mentees), (mentor, mentors));
        let labels =
            matching.attributes.get(mentee).map_or_else(Vec::new, |one| one.labels.values().cloned().collect());
        Self { stated, offered, labels, fields: (mentee.as_str().into(), mentor.as_str().into()) }
    }

    fn of_mentee(&self, mentee: usize) -> Option<&[u64]> {
        self.stated.get(mentee)?.as_deref()
    }

    fn of_mentor(&self, mentor: usize) -> Option<&[u64]> {
        self.offered.get(mentor)?.as_deref()
    }
}

/// A person's terms as bits; none for a blank.
type Row = Option<Vec<u64>>;

/// The terms that some people name, and those that others have, in the words of the first attribute.
pub(super) fn covers<'p>(
    matching: &Matching,
    (first, stating): (&AttributeKey, impl Iterator<Item = &'p Person>),
    (second, offering): (&AttributeKey, impl Iterator<Item = &'p Person>),
) -> (Vec<Row>, Vec<Row>) {
    let declared = matching.attributes.get(first);
    let words = declared.map(Terms::empty);
    let of_first = declared.map(|known| &known.vocabulary);
    let of_second = matching.attributes.get(second).map(|known| &known.vocabulary);
    let stated = |person: &Person| {
        let named = person.answers.get(first)?.terms();
        Some(words.as_ref()?.set_of(named.map(|word| of_first.map_or(word, |known| known.canonical(word)))))
    };
    let offered = |person: &Person| {
        let had = person.answers.get(second)?.terms().flat_map(|word| {
            let above = of_second.into_iter().flat_map(|known| known.above(word));
            above.chain([of_second.map_or(word, |known| known.canonical(word))])
        });
        Some(words.as_ref()?.set_of(had))
    };
    (stating.map(stated).collect(), offering.map(offered).collect())
}

/// Bits that are set.
fn count(row: &[u64]) -> u32 {
    row.iter().map(|word| word.count_ones()).sum()
}

impl Criterion for Coverage {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        let (Some(stated), Some(offered)) = (self.of_mentee(mentee), self.of_mentor(mentor)) else {
            return Points::Unknown;
        };
        let covered: u32 = stated.iter().zip(offered).map(|(stated, offered)| (stated & offered).count_ones()).sum();
        Points::Known(POINTS_SCALE * i64::from(covered) / i64::from(count(stated).max(1)))
    }

    fn stated(&self, mentee: usize) -> Option<&[u64]> {
        self.of_mentee(mentee)
    }

    fn offered(&self, mentor: usize) -> Option<&[u64]> {
        self.of_mentor(mentor)
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match (self.of_mentee(mentee), self.of_mentor(mentor)) {
            (Some(stated), Some(offered)) => Because::Covered {
                stated: count(stated),
                terms: shared(stated, offered).filter_map(|term| self.labels.get(term).cloned()).collect(),
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
