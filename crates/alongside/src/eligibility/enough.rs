//! What a mentor offers of something, against what one mentee needs.

use super::Verdict;
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, UnknownData};
use crate::outcome::Obstacle;
use std::sync::Arc;

/// Both sides' numbers.
pub(super) struct Enough<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    unknown: UnknownData,
    about: Arc<str>,
}

impl<'a> Enough<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, attribute: &str, unknown: UnknownData) -> Self {
        let key = AttributeKey::new(attribute);
        let (mentees, mentors) = (compiled.mentees.column(&key), compiled.mentors.column(&key));
        Self { mentees, mentors, unknown, about: attribute.into() }
    }

    pub(super) fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        match (self.mentees.position(mentee), self.mentors.position(mentor)) {
            (Some(need), Some(offered)) if offered < need => Verdict::refused(Obstacle::NotEnough),
            (Some(_), Some(_)) => Verdict::Eligible,
            _ => Verdict::blank(self.unknown, &self.about),
        }
    }
}
