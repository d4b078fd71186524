//! `delivery_model`: at least one form of support suits both.

use super::in_common::InCommon;
use super::{Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{AttributeKey, UnknownData};
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "delivery_model",
    looks_at: "The `delivery_models` of both: `one_to_one`, `together` (one mentor with several mentees at a time), \
        `individually` (one mentor with several, each alone), `dedicated` (support as the mentor's work).",
    why: "One to one is the usual form, and some people would rather come into a small group, or will not be in one \
        (NCVO, on models of delivery). Who came for company of their own should not find three others there.",
    effect: "Either answer blank: `blank`. No form in common: refused as `none_shared`.",
    settings: &[(
        "unknown",
        "`needs_check` or `allow`: what happens to a pair where either answer is blank; `needs_check` when \
                absent",
    )],
    example: r#"[[rules]]
rule = "delivery_model"
unknown = "allow"           # here a blank means that any form will do
why = "Nobody is put into a group who did not ask for one.""#,
    cannot_know: "Who else would be in the group, and whether they get on. It looks at the two alone.",
};

/// Both sides' answers.
pub(super) struct DeliveryModel<'a>(InCommon<'a>);

impl<'a> DeliveryModel<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        Self(InCommon::new(compiled, "delivery_models", unknown))
    }
}

impl Rule for DeliveryModel<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Answers(vec![AttributeKey::new("delivery_models")])
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        self.0.verdict(mentee, mentor)
    }
}
