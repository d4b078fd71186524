//! `time_overlap`: both are free at the same time, long enough in one stretch.

use super::{Rule, Verdict};
use crate::compile::{Compiled, Side};
use crate::domain::UnknownData;
use crate::outcome::Obstacle;
use std::sync::Arc;

/// Both sides' weeks and the shortest useful stretch.
pub(super) struct TimeOverlap<'a> {
    mentees: &'a Side<'a>,
    mentors: &'a Side<'a>,
    half_hours: u32,
    unknown: UnknownData,
    about: Arc<str>,
}

impl<'a> TimeOverlap<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, half_hours: u32, unknown: UnknownData) -> Self {
        let (mentees, mentors) = (&compiled.mentees, &compiled.mentors);
        Self { mentees, mentors, half_hours, unknown, about: "availability".into() }
    }
}

impl Rule for TimeOverlap<'_> {
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let (Some(theirs), Some(ours)) = (self.mentees.week(mentee), self.mentors.week(mentor)) else {
            return Verdict::blank(self.unknown, &self.about);
        };
        let shared = theirs.shared(ours);
        match shared.half_hours() {
            0 => Verdict::refused(Obstacle::NoneShared),
            some if some < self.half_hours || shared.longest_run() < self.half_hours => {
                Verdict::refused(Obstacle::TooShort)
            }
            _ => Verdict::Eligible,
        }
    }
}
