//! What rules that ask for a shared term have in common.

use super::Verdict;
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, UnknownData};
use crate::outcome::Obstacle;
use std::sync::Arc;

/// Two columns of tags that must share a term.
pub(super) struct InCommon<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    about: Arc<str>,
    unknown: UnknownData,
}

impl<'a> InCommon<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, attribute: &str, unknown: UnknownData) -> Self {
        let key = AttributeKey::new(attribute);
        let (mentees, mentors) = (compiled.mentees.column(&key), compiled.mentors.column(&key));
        Self { mentees, mentors, about: attribute.into(), unknown }
    }

    pub(super) fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        match self.mentees.agree(mentee, self.mentors, mentor) {
            Some(true) => Verdict::Eligible,
            Some(false) => Verdict::refused(Obstacle::NoneShared),
            None => Verdict::blank(self.unknown, &self.about),
        }
    }
}
