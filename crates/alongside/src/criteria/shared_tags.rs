//! `shared_tags`: terms in common; a rare shared term may count up to twice as much as one that everybody has.

use super::counted_as::counted_as;
use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled, Lattice, shared};
use crate::domain::{Attribute, AttributeKey, Matching, POINTS_SCALE};
use crate::outcome::{Because, CountedAs};
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "shared_tags",
    looks_at: "The terms that both have under one attribute of kind tags: interests, goals, things to do together.",
    why: "Programmes that considered shared interests did somewhat better than others: of all that can be matched \
        on, this has the broadest support, and it is modest (DuBois and others, 2011). Something in common gives a \
        first visit something to talk about. It promises no more than that.",
    effect: "A blank on either side is unknown. Otherwise each shared term is worth 1000; the sum is divided by \
        `full_at`, rounded down, and is at most 1000.\n\
        With `rare_counts_more`, a term is worth 500 + 500 × (N − n) / N, rounded down: N people of both sides \
        together answered the attribute, and n of them named the term. A term that everybody names is worth 500, one \
        that hardly anybody names nearly 1000.\n\
        Where a vocabulary is declared, synonyms count as one term, and a term stands for the broader ones above it \
        as well: football and tennis share sport. Of the terms in common, those above another one in common are left \
        out, so that one thing in common is not counted twice; how many have a term is counted with those below it.",
    settings: &[
        ("attribute", "an attribute of kind tags; required"),
        (
            "full_at",
            "how many shared terms, each worth 1000, earn full points, 1 to 100; 2 when absent: then one shared term is worth no less than a blank",
        ),
        (
            "rare_counts_more",
            "`true` where rare shared terms count up to twice as much as common ones; `false` when absent",
        ),
    ],
    example: r#"[[criteria]]
criterion = "shared_tags"
attribute = "interests"
full_at = 2
rare_counts_more = true
weight = 4
why = "Something to talk about on the first visit.""#,
    cannot_know: "How much an interest means to somebody, or that `walking` and `hiking` are alike, unless the \
        programme's `terms` say so: without them, words agree letter by letter, capital letters aside. A term that is \
        missing is no dislike; for what both dislike there is `shared_dislikes`.",
};

/// Both sides' terms and what each shared term is worth.
pub(super) struct SharedTags<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    full_at: i64,
    /// Points of each term of the vocabulary, before division by `full_at`.
    values: Vec<i64>,
    terms: Vec<(&'a Arc<str>, &'a Arc<str>)>,
    /// What the words mean, where a vocabulary says more than the words themselves.
    lattice: Option<&'a Lattice>,
    matching: &'a Matching,
    attribute: Option<&'a Attribute>,
    field: Arc<str>,
}

impl<'a> SharedTags<'a> {
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        attribute: &AttributeKey,
        full_at: u32,
        rare_counts_more: bool,
    ) -> Self {
        let (mentees, mentors) = (compiled.mentees.column(attribute), compiled.mentors.column(attribute));
        let declared = compiled.matching.attributes.get(attribute);
        let terms: Vec<_> = declared.map_or_else(Vec::new, |one| one.labels.iter().collect());
        let mut holders = vec![0_i64; terms.len()];
        let mut answers = 0;
        let rows = (0..compiled.mentees()).map(|at| mentees.terms(at));
        for row in rows.chain((0..compiled.mentors()).map(|at| mentors.terms(at))).flatten() {
            answers += 1;
            for term in shared(row, row) {
                if let Some(count) = holders.get_mut(term) {
                    *count += 1;
                }
            }
        }
        let value = |holders: i64| {
            if rare_counts_more && answers > 0 {
                POINTS_SCALE / 2 + POINTS_SCALE / 2 * (answers - holders) / answers
            } else {
                POINTS_SCALE
            }
        };
        Self {
            mentees,
            mentors,
            full_at: i64::from(full_at),
            values: holders.into_iter().map(value).collect(),
            terms,
            lattice: mentees.lattice(),
            matching: compiled.matching,
            attribute: declared,
            field: attribute.as_str().into(),
        }
    }
}

impl<'a> SharedTags<'a> {
    /// The shared terms with their labels; none where either is blank.
    fn shared(&self, mentee: usize, mentor: usize) -> Option<Vec<(&'a Arc<str>, &'a Arc<str>)>> {
        let (theirs, ours) = (self.mentees.terms(mentee)?, self.mentors.terms(mentor)?);
        let term = |at: usize| self.terms.get(at).copied();
        Some(match self.lattice {
            None => shared(theirs, ours).filter_map(term).collect(),
            Some(lattice) => {
                let both = lattice.narrowest(theirs, ours);
                shared(&both, &both).filter_map(term).collect()
            }
        })
    }
}

impl Criterion for SharedTags<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        let (Some(theirs), Some(ours)) = (self.mentees.terms(mentee), self.mentors.terms(mentor)) else {
            return Points::Unknown;
        };
        let worth = |theirs: &[u64], ours: &[u64]| shared(theirs, ours).filter_map(|term| self.values.get(term)).sum();
        let sum: i64 = match self.lattice {
            None => worth(theirs, ours),
            Some(lattice) => {
                let both = lattice.narrowest(theirs, ours);
                worth(&both, &both)
            }
        };
        Points::Known((sum / self.full_at).min(POINTS_SCALE))
    }

    fn worths(&self) -> Option<(&[i64], i64)> {
        Some((&self.values, self.full_at))
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        self.shared(mentee, mentor).map_or_else(
            || unknown(&self.blanks(mentee, mentor)),
            |shared| Because::Shared(shared.into_iter().map(|(_, label)| label.clone()).collect()),
        )
    }

    fn counted_as(&self, mentee: usize, mentor: usize) -> Vec<CountedAs> {
        let people = self.matching.mentees.get(mentee).zip(self.matching.mentors.get(mentor));
        let (Some(_), Some(attribute), Some((mentee_, mentor_))) = (self.lattice, self.attribute, people) else {
            return Vec::new();
        };
        let terms = self.shared(mentee, mentor).unwrap_or_default().into_iter().map(|(term, _)| term.clone());
        counted_as(attribute, &mentee_.person, &mentor_.person, terms)
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        Blank::sides(self.mentees.is_blank(mentee), self.mentors.is_blank(mentor), &self.field)
    }
}
