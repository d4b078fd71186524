//! `same_value`: the two answers agree, or differ.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, POINTS_SCALE, Relation};
use crate::outcome::Because;
use std::sync::Arc;

/// Both sides' answers and which relation earns the points.
pub(super) struct SameValue<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    relation: Relation,
    field: Arc<str>,
}

impl<'a> SameValue<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, attribute: &AttributeKey, relation: Relation) -> Self {
        let (mentees, mentors) = (compiled.mentees.column(attribute), compiled.mentors.column(attribute));
        Self { mentees, mentors, relation, field: attribute.as_str().into() }
    }
}

impl Criterion for SameValue<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        self.mentees.agree(mentee, self.mentors, mentor).map_or(Points::Unknown, |agree| {
            Points::Known(if agree == (self.relation == Relation::Same) { POINTS_SCALE } else { 0 })
        })
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        let agree = self.mentees.agree(mentee, self.mentors, mentor);
        agree.map_or_else(|| unknown(&self.blanks(mentee, mentor)), Because::Same)
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        Blank::sides(self.mentees.is_blank(mentee), self.mentors.is_blank(mentor), &self.field)
    }
}
