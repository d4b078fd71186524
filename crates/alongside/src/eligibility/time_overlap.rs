//! `time_overlap`: both are free at the same time, long enough in one stretch.

use super::{Looks, Rule, Verdict};
use crate::compile::{Compiled, Side};
use crate::domain::UnknownData;
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "time_overlap",
    looks_at: "The free times of both in a recurring week, kept in half hours.",
    why: "About three in ten matches of one large study ended within a year, mostly for reasons of the mentors, time \
        among them (STAR project, OJJDP, 2017 and 2018). Two people who are never free at once do not get that far.",
    effect: "Either availability blank: `blank`. No half hour in common: refused as `none_shared`. The longest \
        unbroken stretch of common half hours is shorter than `minimum_minutes`: refused as `too_short`. A stretch \
        may run over midnight, from Sunday into Monday as well.",
    settings: &[
        ("minimum_minutes", "the shortest stretch that is of use, a multiple of 30 from 30 to 10080; 60 when absent"),
        (
            "unknown",
            "`needs_check` or `allow`: what happens to a pair where either availability is blank; `needs_check` when \
                absent",
        ),
    ],
    example: r#"[[rules]]
rule = "time_overlap"
minimum_minutes = 90
why = "An hour together, and half an hour to get there.""#,
    cannot_know: "Holidays, shifts that change, single dates, and the way there. Times that the programme needs for \
        itself have to be left out of what people state.",
};

/// Both sides' weeks and the shortest useful stretch.
pub(super) struct TimeOverlap<'a> {
    mentees: &'a Side<'a>,
    mentors: &'a Side<'a>,
    pub(super) half_hours: u32,
    pub(super) unknown: UnknownData,
    pub(super) about: Arc<str>,
}

impl<'a> TimeOverlap<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, half_hours: u32, unknown: UnknownData) -> Self {
        let (mentees, mentors) = (&compiled.mentees, &compiled.mentors);
        Self { mentees, mentors, half_hours, unknown, about: "availability".into() }
    }
}

impl Rule for TimeOverlap<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Hours(self)
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let (Some(theirs), Some(ours)) = (self.mentees.week(mentee), self.mentors.week(mentor)) else {
            return Verdict::blank(self.unknown, &self.about);
        };
        let shared = theirs.shared(ours);
        match shared.half_hours() {
            0 => Verdict::refused(Obstacle::NoneShared),
            some if some < self.half_hours || shared.beginnings(self.half_hours).is_empty() => {
                Verdict::refused(Obstacle::TooShort)
            }
            _ => Verdict::Eligible,
        }
    }
}
