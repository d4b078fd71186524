//! `attribute_bounds`: the two answers to one attribute stand in a declared relation.

use super::bounds::outside;
use super::{Hurdle, Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, Bounds, Relation, UnknownData};
use crate::outcome::Obstacle;
use std::sync::Arc;

/// Both sides' answers and what is asked of them.
pub(super) struct AttributeBounds<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    relation: Option<Relation>,
    difference: Bounds,
    mentor: Bounds,
    mentee: Bounds,
    unknown: UnknownData,
    about: Arc<str>,
}

impl<'a> AttributeBounds<'a> {
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        attribute: &AttributeKey,
        relation: Option<Relation>,
        (mentor, mentee, difference): (Bounds, Bounds, Bounds),
        unknown: UnknownData,
    ) -> Self {
        Self {
            mentees: compiled.mentees.column(attribute),
            mentors: compiled.mentors.column(attribute),
            relation,
            difference,
            mentor,
            mentee,
            unknown,
            about: attribute.as_str().into(),
        }
    }
}

impl Rule for AttributeBounds<'_> {
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let hurdle = |obstacle| Verdict::Refused(Hurdle { obstacle, about: Some(&self.about) });
        let agree = self.mentees.agree(mentee, self.mentors, mentor);
        match (self.relation, agree) {
            (Some(Relation::Same), Some(false)) => return hurdle(Obstacle::NotSame),
            (Some(Relation::Different), Some(true)) => return hurdle(Obstacle::NotDifferent),
            _ => {}
        }
        let positions = (self.mentees.position(mentee), self.mentors.position(mentor));
        match outside(positions, self.mentor, self.mentee, self.difference) {
            Ok(Some(obstacle)) => hurdle(obstacle),
            Ok(None) if self.relation.is_none() || agree.is_some() => Verdict::Eligible,
            _ => Verdict::blank(self.unknown, &self.about),
        }
    }
}
