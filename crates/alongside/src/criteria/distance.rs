//! `distance`: how far apart the two are.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Compiled, Meeting, Side, kilometres, metres};
use crate::domain::POINTS_SCALE;
use crate::outcome::Because;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "distance",
    looks_at: "How far apart the `place` of both is in a straight line, in whole kilometres, and their \
        `delivery_methods`.",
    why: "Neighbours meet more easily and more often. Where support is company, proximity is one of the things that \
        programmes weigh most; for support with a set goal a journey may be worth while.",
    effect: "The two are known to share a way of meeting, and `face_to_face` is not among those they share: 1000, \
        since distance costs them nothing. Otherwise a blank place is unknown. Let d be the distance in kilometres, \
        rounded to whole ones, halves upwards: the number that the outcome prints and the only one that counts. Up to \
        `near_km`: 1000. From `far_km` on: 0. Between: 1000 × (far_km − d) / (far_km − near_km), rounded down.",
    settings: &[
        (
            "near_km",
            "distance in kilometres up to which there are full points, 0 to 19999; 2 when absent, since of postcodes \
                no less can be told apart",
        ),
        ("far_km", "distance in kilometres from which on there are no points, 1 to 20000, above `near_km`; required"),
    ],
    example: r#"[[criteria]]
criterion = "distance"
near_km = 2
far_km = 15
weight = 3
why = "Neighbours can meet at short notice.""#,
    cannot_know: "How long the way takes. A river without a bridge, a bus that goes straight there, and a steep hill \
        are all the same to it. Of a postcode it knows the sector alone.",
};

/// Both sides' places and the ends of the line.
pub(super) struct Distance<'a> {
    mentees: &'a Side<'a>,
    mentors: &'a Side<'a>,
    meeting: Meeting<'a>,
    near: i64,
    far: i64,
}

impl<'a> Distance<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, near_km: u32, far_km: u32) -> Self {
        let (mentees, mentors) = (&compiled.mentees, &compiled.mentors);
        Self { mentees, mentors, meeting: Meeting::new(compiled), near: near_km.into(), far: far_km.into() }
    }

    fn kilometres(&self, mentee: usize, mentor: usize) -> Option<u32> {
        let apart = metres(self.mentees.place(mentee)?, self.mentors.place(mentor)?);
        u32::try_from(kilometres(apart)).ok()
    }
}

impl Criterion for Distance<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        if self.meeting.never_in_person(mentee, mentor) {
            return Points::Known(POINTS_SCALE);
        }
        self.kilometres(mentee, mentor).map_or(Points::Unknown, |apart| {
            let left = self.far - i64::from(apart).max(self.near);
            Points::Known(if left > 0 { POINTS_SCALE * left / (self.far - self.near) } else { 0 })
        })
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        if self.meeting.never_in_person(mentee, mentor) {
            return Because::NotInPerson;
        }
        let apart = self.kilometres(mentee, mentor);
        apart.map_or_else(|| unknown(&self.blanks(mentee, mentor)), Because::DistanceKm)
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        if self.meeting.never_in_person(mentee, mentor) {
            return Vec::new();
        }
        let blank = (self.mentees.place(mentee).is_none(), self.mentors.place(mentor).is_none());
        Blank::sides(blank.0, blank.1, &"place".into())
    }
}
