//! `contact`: they agree on how to keep in touch between meetings, and on how often.

use super::enough::Enough;
use super::in_common::InCommon;
use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, UnknownData};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "contact",
    looks_at: "The `contact_channels` of both, their `contact_times`, and the `contacts_per_week` that the mentor can \
        give to all mentees together and that the mentee needs.",
    why: "Flexible contact between meetings carries relationships, and what it asks of mentors has to be managed \
        (Foundations practice guide, third key principle): limits on both sides that do not meet disappoint both.",
    effect: "In this order:\n\
        - both channels known and none in common: refused, `none_shared`\n\
        - both times known and none in common: refused, `none_shared` about `contact_times`; who says nothing of it may be \
        reached at any time\n\
        - both numbers known and the mentor's is below the mentee's: refused, `not_enough`\n\
        - a channel is blank: `blank` about `contact_channels`; a number is: about `contacts_per_week`\n\
        Beyond pairs, the mentees of one mentor together need no more contacts than the mentor can give, as with `hours`: \
        who finds them gone to others waits for that reason, `contact`.",
    settings: &[(
        "unknown",
        "`needs_check` or `allow`: what happens to a pair where an answer is blank; `needs_check` when absent",
    )],
    example: r#"[[rules]]
rule = "contact"

[[mentors]]
id = "m1"
contact_channels = ["text", "call"]
contact_times = ["evenings", "weekends"]
contacts_per_week = 4

[[mentees]]
id = "e1"
contact_channels = ["text"]
contact_times = ["evenings"]
contacts_per_week = 2"#,
    cannot_know: "How quickly somebody answers, and what happens in an emergency: agree on that when the two meet.",
};

/// Both sides' channels, times and numbers.
pub(super) struct Contact<'a> {
    channels: InCommon<'a>,
    /// Times at which mentees and mentors may be reached.
    times: [&'a Column; 2],
    about_times: Arc<str>,
    number: Enough<'a>,
}

impl<'a> Contact<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        let times = AttributeKey::new("contact_times");
        Self {
            times: [compiled.mentees.column(&times), compiled.mentors.column(&times)],
            about_times: "contact_times".into(),
            channels: InCommon::new(compiled, "contact_channels", unknown),
            number: Enough::new(compiled, "contacts_per_week", unknown),
        }
    }

    /// No time in common; a blank is any time.
    fn untimely(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        match self.times[0].agree(mentee, self.times[1], mentor) {
            Some(false) => Verdict::Refused(Hurdle { obstacle: Obstacle::NoneShared, about: Some(&self.about_times) }),
            Some(true) | None => Verdict::Eligible,
        }
    }
}

impl Rule for Contact<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Answers(["contact_channels", "contact_times", "contacts_per_week"].map(AttributeKey::new).into())
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let said =
            [self.channels.verdict(mentee, mentor), self.untimely(mentee, mentor), self.number.verdict(mentee, mentor)];
        Verdict::all(said.into_iter())
    }
}
