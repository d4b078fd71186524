//! `dates_overlap`: both can take part in the planned period for long enough.

use super::{Looks, Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, Side, UnknownData, days_from_epoch};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "dates_overlap",
    looks_at: "The `available_from` and `available_until` of both, and the planned period, from `as_of` to its last day; \
        with `before_transition` the mentee's `transition_date` as well.",
    why: "A relationship that ends within three months can leave a young person worse off than none; those that last \
        a year or longer help most (Grossman and Rhodes, 2002). A student who leaves in spring and a mentee who \
        starts after Easter should not be promised to each other.",
    effect: "The days on which both can take part run from the latest of `as_of` and the two `available_from` to the \
        earliest of the planned period's last day and the two `available_until`, both ends included; a blank is \
        open. No such day: refused as `none_shared`. Fewer than `minimum_days`: refused as `too_short`. Otherwise, \
        any of the four blank: `blank`, about `available_from` if one of these is blank, else `available_until`.\n\
        With `before_transition`, a first common day that is not before the mentee's `transition_date` is refused as \
        `starts_too_late`, after `too_short`; a transition on or before `as_of` is past and bounds nothing; and a blank \
        `transition_date` is `blank`, after the others.",
    settings: &[
        (
            "minimum_days",
            "the fewest days on which both can take part, 1 to 3653 and no more than the planned period has; \
                required. Days, because a month is no fixed length",
        ),
        (
            "before_transition",
            "`true` where support has to start before the change that it is to carry over, such as leaving care or \
                prison; `false` when absent",
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
    pub(super) minimum: i64,
    unknown: UnknownData,
    about: [Arc<str>; 2],
    transition: Arc<str>,
    /// Mentees' days of transition, where the two have to start before.
    pub(super) before: Option<&'a Column>,
}

impl<'a> DatesOverlap<'a> {
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        (minimum_days, before_transition): (u32, bool),
        unknown: UnknownData,
    ) -> Self {
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
            transition: "transition_date".into(),
            before: before_transition.then(|| compiled.mentees.column(&AttributeKey::new("transition_date"))),
        }
    }
}

impl DatesOverlap<'_> {
    /// A person's first and last day within the planned period.
    pub(super) fn days(&self, side: Side, person: usize) -> (i64, i64) {
        let (from, until) = (of(self.from, side).position(person), of(self.until, side).position(person));
        let (first, last) = self.period;
        (from.map_or(first, |from| from.max(first)), until.map_or(last, |until| until.min(last)))
    }

    /// Which of both the person left blank.
    pub(super) fn blank(&self, side: Side, person: usize) -> [bool; 2] {
        [self.from, self.until].map(|days| of(days, side).position(person).is_none())
    }

    /// The day before which the mentee's support has to start; a transition that is past bounds nothing.
    pub(super) fn start_before(&self, mentee: usize) -> Option<i64> {
        self.before?.position(mentee).filter(|day| *day > self.period.0)
    }

    /// What is said of two people with enough days in common as far as they are known.
    pub(super) fn open(&self, mentee: usize, one: [bool; 2], other: [bool; 2]) -> Verdict<'_> {
        let ([from, until], [no_from, no_until]) = (&self.about, [one[0] || other[0], one[1] || other[1]]);
        if no_from {
            Verdict::blank(self.unknown, from)
        } else if no_until {
            Verdict::blank(self.unknown, until)
        } else if self.before.is_some_and(|days| days.position(mentee).is_none()) {
            Verdict::blank(self.unknown, &self.transition)
        } else {
            Verdict::Eligible
        }
    }
}

/// A side's column, of mentees' and mentors'.
const fn of(columns: [&Column; 2], side: Side) -> &Column {
    let [mentees, mentors] = columns;
    match side {
        Side::Mentee => mentees,
        Side::Mentor => mentors,
    }
}

impl Rule for DatesOverlap<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Days(self)
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let (theirs, ours) = (self.days(Side::Mentee, mentee), self.days(Side::Mentor, mentor));
        match theirs.1.min(ours.1) - theirs.0.max(ours.0) + 1 {
            ..=0 => Verdict::refused(Obstacle::NoneShared),
            days if days < self.minimum => Verdict::refused(Obstacle::TooShort),
            _ if self.start_before(mentee).is_some_and(|day| theirs.0.max(ours.0) >= day) => {
                Verdict::refused(Obstacle::StartsTooLate)
            }
            _ => self.open(mentee, self.blank(Side::Mentee, mentee), self.blank(Side::Mentor, mentor)),
        }
    }
}
