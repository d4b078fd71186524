//! `delivery_method`: at least one way of meeting suits both.

use super::in_common::InCommon;
use super::{Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::UnknownData;

/// Both sides' answers.
pub(super) struct DeliveryMethod<'a>(InCommon<'a>);

impl<'a> DeliveryMethod<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        Self(InCommon::new(compiled, "delivery_methods", unknown))
    }
}

impl Rule for DeliveryMethod<'_> {
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        self.0.verdict(mentee, mentor)
    }
}
