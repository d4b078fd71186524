//! `training`: the mentor has completed the required training and it has not lapsed.

use super::checks::held_until;
use super::{Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::Requirement;

/// For each mentor, what the training says.
pub(super) struct Training<'a>(Vec<Verdict<'a>>);

impl<'a> Training<'a> {
    pub(super) fn new(compiled: &Compiled<'a>, required: &'a [Requirement]) -> Self {
        let as_of = compiled.matching.as_of;
        let verdicts = compiled.matching.mentors.iter().map(|mentor| {
            Verdict::all(required.iter().map(|item| held_until(&mentor.training, item, as_of, as_of, false)))
        });
        Self(verdicts.collect())
    }
}

impl Rule for Training<'_> {
    fn verdict(&self, _: usize, mentor: usize) -> Verdict<'_> {
        self.0.get(mentor).copied().unwrap_or(Verdict::Eligible)
    }
}
