//! `delivery_method`: at least one way of meeting suits both.

use super::{Looks, Rule, Verdict};
use crate::compile::{Compiled, Meeting};
use crate::domain::{AttributeKey, UnknownData};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "delivery_method",
    looks_at: "The `delivery_methods` of both: `face_to_face`, `telephone`, `internet`, without those that `delivery` \
        takes out; and their `languages` and `interpreter`, where `delivery.language` asks for them.",
    why: "Meeting in person is the usual way, and the telephone or the internet reach people whom nobody could \
        visit; programmes choose according to need (NCVO, on methods of delivery). Two people with no way in common \
        never begin.",
    effect: "Either answer blank: `blank`. No way in common: refused as `none_shared`. Where every way in common is one \
        for which `delivery.language` asks for a language in common: refused as `no_common_language` without one, and \
        `blank` about `languages` while an answer is missing. An interpreter of either will do for the ways in \
        `interpreter_for`. A programme that has `delivery` has this rule, listed or not.",
    settings: &[(
        "unknown",
        "`needs_check` or `allow`: what happens to a pair where either answer is blank; `needs_check` when \
                absent",
    )],
    example: r#"[[rules]]
rule = "delivery_method"
unknown = "needs_check"
why = "A visit, a telephone call or a video call: one of them has to suit both.""#,
    cannot_know: "How far the two live apart, which the rule `travel` asks, and whether the telephone can be heard and \
        the device works, unless people say so and `delivery` asks for it.",
};

/// Both sides' answers.
pub(super) struct DeliveryMethod<'a> {
    meeting: Meeting<'a>,
    unknown: UnknownData,
    methods: Arc<str>,
    languages: Arc<str>,
}

impl<'a> DeliveryMethod<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        let meeting = Meeting::new(compiled);
        Self { meeting, unknown, methods: "delivery_methods".into(), languages: "languages".into() }
    }
}

impl Rule for DeliveryMethod<'_> {
    fn looks(&self) -> Looks<'_> {
        let asked = if self.meeting.asks_language() { &["languages", "interpreter"][..] } else { &[] };
        Looks::Answers(std::iter::once(&"delivery_methods").chain(asked).map(|name| AttributeKey::new(name)).collect())
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let Some(ways) = self.meeting.shared(mentee, mentor) else {
            return Verdict::blank(self.unknown, &self.methods);
        };
        let mut said = Verdict::refused(Obstacle::NoneShared);
        for way in ways {
            match self.meeting.spoken(way, mentee, mentor) {
                Some(true) => return Verdict::Eligible,
                None => said = Verdict::blank(self.unknown, &self.languages),
                Some(false) if said == Verdict::refused(Obstacle::NoneShared) => {
                    said = Verdict::refused(Obstacle::NoCommonLanguage);
                }
                Some(false) => {}
            }
        }
        said
    }
}
