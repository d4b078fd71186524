//! `shared_time`: time that both are free.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Compiled, Side};
use crate::domain::POINTS_SCALE;
use crate::outcome::Because;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "shared_time",
    looks_at: "How many half hours of the week both are free.",
    why: "Time is among the commonest reasons why mentors stop (STAR project, OJJDP, 2017 and 2018). The more of it \
        two people share, the easier it is to move a meeting instead of missing it.",
    effect: "Either availability blank is unknown. Otherwise 1000 × min(s, f) / f, rounded down: s is the number of \
        shared half hours, f that of `full_at_minutes`. Half hours that do not follow each other count too; for one \
        long enough stretch, use the rule `time_overlap`.",
    settings: &[(
        "full_at_minutes",
        "shared time that earns full points, a multiple of 30 from 30 to 10080; 240 when absent",
    )],
    example: r#"[[criteria]]
criterion = "shared_time"
full_at_minutes = 180
weight = 2
why = "More shared time, fewer missed meetings.""#,
    cannot_know: "Whether people will use the time, how long the way there takes, and whether somebody who wrote \
        little is busy or brief.",
};

/// Both sides' weeks and the shared half hours that earn full points.
pub(super) struct SharedTime<'a> {
    mentees: &'a Side<'a>,
    mentors: &'a Side<'a>,
    full_at: u32,
}

impl<'a> SharedTime<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, full_at_half_hours: u32) -> Self {
        Self { mentees: &compiled.mentees, mentors: &compiled.mentors, full_at: full_at_half_hours }
    }

    fn half_hours(&self, mentee: usize, mentor: usize) -> Option<u32> {
        Some(self.mentees.week(mentee)?.shared(self.mentors.week(mentor)?).half_hours())
    }
}

impl Criterion for SharedTime<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        self.half_hours(mentee, mentor).map_or(Points::Unknown, |shared| {
            Points::Known(POINTS_SCALE * i64::from(shared.min(self.full_at)) / i64::from(self.full_at))
        })
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        let shared = self.half_hours(mentee, mentor);
        shared.map_or_else(|| unknown(&self.blanks(mentee, mentor)), Because::SharedHalfHours)
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let blank = (self.mentees.week(mentee).is_none(), self.mentors.week(mentor).is_none());
        Blank::sides(blank.0, blank.1, &"availability".into())
    }
}
