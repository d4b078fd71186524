//! `past_pairs`: nobody is proposed to whom they met before.

use super::named_pairs::NamedPairs;
use super::{Looks, Records, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::RelationshipStatus;
use crate::outcome::Obstacle;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "past_pairs",
    looks_at: "The relationships whose status is `past`.",
    why: "A pair that ended, ended for a reason, and the sheet of answers does not tell it: without the record, the two \
        who suited best on paper a year ago suit best again.",
    effect: "Refused as `past_pair` where the two have a past relationship that does not say `again`. In force where \
        there is such a relationship and the programme does not set `past_pairs` to `allow`.",
    settings: &[
        ("past_pairs", "`refuse` or `allow`, at the top of the programme; `refuse` when absent"),
        (
            "again",
            "`yes` on one past relationship lets that pair be proposed; all of a pair's past relationships must \
            say it",
        ),
    ],
    example: r#"[[relationships]]
mentor = "m1"
mentee = "e1"
status = "past"
ended = 2025-06-30"#,
    cannot_know: "Pairs that nobody recorded, and why a pair ended.",
};

/// Mentee and mentor of the past pairs that may not be repeated.
pub(super) struct PastPairs(NamedPairs);

impl PastPairs {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let matching = compiled.matching;
        let past = matching.relationships.iter().filter(|one| one.status == RelationshipStatus::Past && !one.again);
        let pairs = past.filter_map(|one| compiled.places(&one.mentee, &one.mentor));
        Self(NamedPairs::new(matching.mentees.len(), pairs))
    }
}

impl Rule for PastPairs {
    fn looks(&self) -> Looks<'_> {
        Looks::Records(Records::of_pairs(self.0.iter().collect()))
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        if self.0.contains(mentee, mentor) { Verdict::refused(Obstacle::PastPair) } else { Verdict::Eligible }
    }
}
