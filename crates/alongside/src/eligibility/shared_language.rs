//! `shared_language`: they have a language in common.

use super::in_common::InCommon;
use super::{Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::UnknownData;

/// Both sides' answers.
pub(super) struct SharedLanguage<'a>(InCommon<'a>);

impl<'a> SharedLanguage<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        Self(InCommon::new(compiled, "languages", unknown))
    }
}

impl Rule for SharedLanguage<'_> {
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        self.0.verdict(mentee, mentor)
    }
}
