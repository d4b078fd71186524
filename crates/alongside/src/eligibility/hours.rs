//! `hours`: the mentor gives as many hours a week as the mentee needs.

use super::enough::Enough;
use super::{Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{AttributeKey, UnknownData};
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "hours",
    looks_at: "The `hours_per_week` of both: what the mentor can give to all mentees together, and what the mentee needs.",
    why: "Mentors end relationships early mostly over time (STAR project, OJJDP, 2017 and 2018). Somebody who has two \
        hours a week cannot keep two promises of ninety minutes, whatever their places say.",
    effect: "Either answer blank: `blank`. The mentor has fewer than the mentee needs: refused as `not_enough`. Beyond \
        pairs, the mentees of one mentor together need no more than the mentor has, those whose pairs go on, are urgent or \
        held among them: who fits a mentor and finds the hours gone to others waits for that reason, `hours`. A blank \
        that is allowed needs nothing, and limits nothing.",
    settings: &[(
        "unknown",
        "`needs_check` or `allow`: what happens to a pair where either answer is blank; `needs_check` when absent",
    )],
    example: r#"[[rules]]
rule = "hours"
unknown = "allow"

[[mentors]]
id = "m1"
capacity = 3
hours_per_week = 2.5

[[mentees]]
id = "e1"
hours_per_week = 1.5"#,
    cannot_know: "The way there and back, and time to write things up: have people leave them out, or add them for all.",
};

/// Both sides' hours.
pub(super) struct Hours<'a>(Enough<'a>);

impl<'a> Hours<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        Self(Enough::new(compiled, "hours_per_week", unknown))
    }
}

impl Rule for Hours<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Answers(vec![AttributeKey::new("hours_per_week")])
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        self.0.verdict(mentee, mentor)
    }
}
