//! `delivery_method`: at least one way of meeting suits both.

use super::in_common::InCommon;
use super::{Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{AttributeKey, UnknownData};
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "delivery_method",
    looks_at: "The `delivery_methods` of both: `face_to_face`, `telephone`, `internet`.",
    why: "Meeting in person is the usual way, and the telephone or the internet reach people whom nobody could \
        visit; programmes choose according to need (NCVO, on methods of delivery). Two people with no way in common \
        never begin.",
    effect: "Either answer blank: `blank`. No way in common: refused as `none_shared`.",
    settings: &[(
        "unknown",
        "`needs_check` or `allow`: what happens to a pair where either answer is blank; `needs_check` when \
                absent",
    )],
    example: r#"[[rules]]
rule = "delivery_method"
unknown = "needs_check"
why = "A visit, a telephone call or a video call: one of them has to suit both.""#,
    cannot_know: "How far the two live apart, whether the telephone can be heard, and whether the device works.",
};

/// Both sides' answers.
pub(super) struct DeliveryMethod<'a>(InCommon<'a>);

impl<'a> DeliveryMethod<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        Self(InCommon::new(compiled, "delivery_methods", unknown))
    }
}

impl Rule for DeliveryMethod<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Answers(vec![AttributeKey::new("delivery_methods")])
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        self.0.verdict(mentee, mentor)
    }
}
