//! `age_bounds`: ages lie within bounds, in whole years.

use super::bounds::{Blank, outside};
use super::{Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, Bounds, UnknownData};
use std::sync::Arc;

/// Both sides' ages and their bounds, in thousandths of years as numbers are kept.
pub(super) struct AgeBounds<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    mentor: Bounds,
    mentee: Bounds,
    difference: Bounds,
    unknown: UnknownData,
    about: Arc<str>,
}

impl<'a> AgeBounds<'a> {
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        mentor: Bounds,
        mentee: Bounds,
        difference: Bounds,
        unknown: UnknownData,
    ) -> Self {
        let key = AttributeKey::new("age");
        let (mentees, mentors) = (compiled.mentees.column(&key), compiled.mentors.column(&key));
        Self { mentees, mentors, mentor, mentee, difference, unknown, about: "age".into() }
    }
}

impl Rule for AgeBounds<'_> {
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let ages = (self.mentees.position(mentee), self.mentors.position(mentor));
        match outside(ages, self.mentor, self.mentee, self.difference) {
            Ok(None) => Verdict::Eligible,
            Ok(Some(obstacle)) => Verdict::refused(obstacle),
            Err(Blank) => Verdict::blank(self.unknown, &self.about),
        }
    }
}
