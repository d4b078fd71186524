//! `contact`: they agree on how to keep in touch between meetings, and on how often.

use super::enough::Enough;
use super::in_common::InCommon;
use super::{Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{AttributeKey, UnknownData};
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "contact",
    looks_at: "The `contact_channels` of both, and the `contacts_per_week` that the mentor can give to all mentees \
        together and that the mentee needs.",
    why: "Flexible contact between meetings carries relationships, and what it asks of mentors has to be managed \
        (Foundations practice guide, third key principle): limits on both sides that do not meet disappoint both.",
    effect: "In this order:\n\
        - both channels known and none in common: refused, `none_shared`\n\
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
contacts_per_week = 4

[[mentees]]
id = "e1"
contact_channels = ["text"]
contacts_per_week = 2"#,
    cannot_know: "At which hours somebody may be written to, and how quickly they answer.",
};

/// Both sides' channels and numbers.
pub(super) struct Contact<'a> {
    channels: InCommon<'a>,
    number: Enough<'a>,
}

impl<'a> Contact<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        Self {
            channels: InCommon::new(compiled, "contact_channels", unknown),
            number: Enough::new(compiled, "contacts_per_week", unknown),
        }
    }
}

impl Rule for Contact<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Answers(vec![AttributeKey::new("contact_channels"), AttributeKey::new("contacts_per_week")])
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        Verdict::all([self.channels.verdict(mentee, mentor), self.number.verdict(mentee, mentor)].into_iter())
    }
}
