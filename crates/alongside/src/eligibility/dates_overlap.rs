//! `dates_overlap`: both can take part in the planned period for long enough.

use super::{Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, UnknownData, days_from_epoch};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "dates_overlap",
    looks_at: "The `available_from` and `available_until` of both, and the planned period, from `as_of` to its last day.",
    why: "A relationship that ends within three months can leave a young person worse off than none; those that last \
        a year or longer help most (Grossman and Rhodes, 2002). A student who leaves in spring and a mentee who \
        starts after Easter should not be promised to each other.",
    effect: "The days on which both can take part run from the latest of `as_of` and the two `available_from` to the \
        earliest of the planned period's last day and the two `available_until`, both ends included; a blank is \
        open. No such day: refused as `none_shared`. Fewer than `minimum_days`: refused as `too_short`. Otherwise, \
        any of the four blank: `blank`, about `available_from` if one of these is blank, else `available_until`.",
    settings: &[
        (
            "minimum_days",
            "the fewest days on which both can take part, 1 to 3653 and no more than the planned period has; \
                required. Days, because a month is no fixed length",
        ),
        (
            "unknown",
            "`needs_check` or `allow`: what happens to a pair that the known days allow, where another is blank; \
                `needs_check` when absent. With `allow` a blank counts as open",
        ),
    ],
    example: r#"[[rules]]
rule = "dates_overlap"
minimum_days = 90
unknown = "allow"           # who names no day is there throughout
why = "We promise a school term at least.""#,
    cannot_know: "Holidays and illness in between, and whether somebody would stay longer if asked.",
};

/// Both sides' days, the planned period and how much of it is needed.
pub(super) struct DatesOverlap<'a> {
    /// First days of mentees and mentors.
    from: [&'a Column; 2],
    /// Last days of mentees and mentors.
    until: [&'a Column; 2],
    period: (i64, i64),
    minimum: i64,
    unknown: UnknownData,
    about: [Arc<str>; 2],
}

impl<'a> DatesOverlap<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, minimum_days: u32, unknown: UnknownData) -> Self {
        let fields = ["available_from", "available_until"];
        let [from, until] = fields.map(|field| {
            let key = AttributeKey::new(field);
            [compiled.mentees.column(&key), compiled.mentors.column(&key)]
        });
        let matching = compiled.matching;
        Self {
            from,
            until,
            period: (days_from_epoch(matching.as_of), days_from_epoch(matching.planned_until)),
            minimum: i64::from(minimum_days),
            unknown,
            about: fields.map(Arc::from),
        }
    }
}

impl Rule for DatesOverlap<'_> {
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let [theirs, ours] = self.from;
        let from = [theirs.position(mentee), ours.position(mentor)];
        let [theirs, ours] = self.until;
        let until = [theirs.position(mentee), ours.position(mentor)];
        let first = from.iter().flatten().fold(self.period.0, |first, day| first.max(*day));
        let last = until.iter().flatten().fold(self.period.1, |last, day| last.min(*day));
        let [about_from, about_until] = &self.about;
        match last - first + 1 {
            ..=0 => Verdict::refused(Obstacle::NoneShared),
            days if days < self.minimum => Verdict::refused(Obstacle::TooShort),
            _ if from.contains(&None) => Verdict::blank(self.unknown, about_from),
            _ if until.contains(&None) => Verdict::blank(self.unknown, about_until),
            _ => Verdict::Eligible,
        }
    }
}
