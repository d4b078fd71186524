//! `shared_tags`: terms in common; a rare shared term may count up to twice as much as one that everybody has.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled, shared};
use crate::domain::{AttributeKey, POINTS_SCALE};
use crate::outcome::Because;
use std::sync::Arc;

/// Both sides' terms and what each shared term is worth.
pub(super) struct SharedTags<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    full_at: i64,
    /// Points of each term of the vocabulary, before division by `full_at`.
    values: Vec<i64>,
    labels: Vec<Arc<str>>,
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
        let labels: Vec<Arc<str>> = declared.map_or_else(Vec::new, |one| one.labels.values().cloned().collect());
        let mut holders = vec![0_i64; labels.len()];
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
            labels,
            field: attribute.as_str().into(),
        }
    }
}

impl Criterion for SharedTags<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        let (Some(theirs), Some(ours)) = (self.mentees.terms(mentee), self.mentors.terms(mentor)) else {
            return Points::Unknown;
        };
        let sum: i64 = shared(theirs, ours).filter_map(|term| self.values.get(term)).sum();
        Points::Known((sum / self.full_at).min(POINTS_SCALE))
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match (self.mentees.terms(mentee), self.mentors.terms(mentor)) {
            (Some(theirs), Some(ours)) => {
                Because::Shared(shared(theirs, ours).filter_map(|term| self.labels.get(term).cloned()).collect())
            }
            _ => unknown(&self.blanks(mentee, mentor)),
        }
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        Blank::sides(self.mentees.is_blank(mentee), self.mentors.is_blank(mentor), &self.field)
    }
}
