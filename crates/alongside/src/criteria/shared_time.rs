//! `shared_time`: time that both are free.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Compiled, Side};
use crate::domain::POINTS_SCALE;
use crate::outcome::Because;

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
