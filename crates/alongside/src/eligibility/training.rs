//! `training`: the mentor has completed the required training and it has not lapsed.

use super::checks::{asked_of, held_until};
use super::{Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::Requirement;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "training",
    looks_at: "The training that the mentor has completed, against what `[safeguarding]` requires, on `as_of`.",
    why: "Preparation and support carry relationships. In a national survey of 1,451 mentoring programmes, how often \
        mentors were trained and supported was the one thing that went along with fewer early endings (Prevention \
        Science, doi 10.1007/s11121-020-01200-9).",
    effect: "As for `checks`, with two differences: an item has to be valid on `as_of` only, and a record without a \
        known expiry does not lapse. For each required item, in order:\n\
        - no record of that name: needs a check, `not_recorded`\n\
        - one issued by `as_of`, or without a day of issue, and valid on `as_of` or without a known last day: fine\n\
        - otherwise, one issued after `as_of`: refused, `not_yet_issued`; else refused, `expired`\n\
        The first item refused decides; if none is, the first that needs a person to look.",
    settings: &[(
        "safeguarding.training",
        "the required items, each a name or a table with `name`, `valid_months` (1 to 600; without it, a record \
                without an expiry date does not lapse) and `roles`, the kinds of mentors of whom it is required \
                (everybody when absent), as where peer mentors need more. None when absent",
    )],
    example: r#"[safeguarding]
checks = []
training = ["induction", { name = "safeguarding adults", valid_months = 36 }, { name = "peer support", roles = ["peer"] }]
why = "Mentors and mentees are colleagues and meet at work."

[[mentors]]
id = "m1"
role_type = "volunteer"
training = ["induction 2026-03-02", "safeguarding adults 2025-06-12"]"#,
    cannot_know: "What somebody took from the training, and support that is still to come: supervision, visits, a \
        person to ring.",
};

/// For each mentor, what the training says.
pub(super) struct Training<'a>(Vec<Vec<Verdict<'a>>>);

impl<'a> Training<'a> {
    pub(super) fn new(compiled: &Compiled<'a>, required: &'a [Requirement]) -> Self {
        let as_of = compiled.matching.as_of;
        let verdicts = compiled.matching.mentors.iter().map(|mentor| {
            asked_of(compiled, mentor, required, |item| {
                held_until(&mentor.training, |record| record.name == item.name, item, as_of, as_of, false)
            })
        });
        Self(verdicts.collect())
    }
}

impl Rule for Training<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Mentor
    }

    fn verdict(&self, _: usize, mentor: usize) -> Verdict<'_> {
        Verdict::all(self.0.get(mentor).into_iter().flatten().copied())
    }

    fn further(&self, _: usize, mentor: usize) -> Vec<Verdict<'_>> {
        self.0.get(mentor).map_or_else(Vec::new, |of| Verdict::beside(of))
    }
}
