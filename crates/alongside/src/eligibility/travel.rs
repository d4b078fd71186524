//! `travel`: whoever travels can reach the other, where the two would have to meet.

use super::{Looks, Rule, Verdict};
use crate::compile::{Compiled, Meeting, Side, squared_metres};
use crate::domain::{self, AttributeKey, Person, Traveller, UnknownData};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use rayon::prelude::*;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "travel",
    looks_at: "How far apart the `place` of both is in a straight line, how far the one who travels can go \
        (`max_travel_km`), and the `delivery_methods` of both.",
    why: "Support in person needs a way there, week after week, and volunteers mostly come from the local community. \
        On the telephone and on the internet distance does not matter (NCVO, on methods of delivery).",
    effect: "The two are known to share a way of meeting other than `face_to_face`, for which they speak what \
        `delivery.language` asks: eligible, however far apart. Where it would be `too_far` and only a blank in \
        `languages` leaves such a way open: `blank` about `languages`. \
        Otherwise, either place blank: `blank`. Farther apart than `max_km`: refused as `too_far`. Farther than \
        everybody named by `who` can travel: refused as `too_far`; with `both`, farther than one of them can. Where an \
        answer to `max_travel_km` could change that and is blank: `blank`. Distance is kept in metres. A postcode \
        stands for the middle of its sector, half of whose addresses are within 0.8 km of it; one that the table does \
        not have is a blank and never distance 0.",
    settings: &[
        (
            "who",
            "who travels, so that their `max_travel_km` has to reach: `mentor`, `mentee`, `either` (one of the two is \
                enough), `both` (each has to), or `nobody`, where only `max_km` counts; `mentor` when absent, because \
                it is the volunteer who offers to come, and somebody who sees too few people often cannot",
        ),
        ("max_km", "a distance beyond which nobody is to travel, 1 to 20000; no such bound when absent"),
        (
            "unknown",
            "`needs_check` or `allow`: what happens to a pair where a place or distance that is needed is blank; \
                `needs_check` when absent",
        ),
    ],
    example: r#"[[rules]]
rule = "travel"
who = "mentor"
max_km = 25
why = "A visit that takes half a day to reach soon stops.""#,
    cannot_know: "Roads, rivers, hills, buses and what a journey costs: the way is always longer than the straight \
        line. Of a postcode it knows the sector alone.",
};

/// Farther than any two points of the globe, in metres.
const FARTHEST: i64 = 20_000_000;

/// Both sides' places and the distances from which on they are too far.
pub(crate) struct Travel<'a> {
    mentees: &'a Side<'a>,
    mentors: &'a Side<'a>,
    pub(super) meeting: Meeting<'a>,
    pub(super) who: Traveller,
    pub(super) unknown: UnknownData,
    /// Squares of the least distances in metres that are too far: for the programme, each mentee and each mentor.
    pub(super) programme: Option<u64>,
    pub(super) of_mentees: Vec<Option<u64>>,
    pub(super) of_mentors: Vec<Option<u64>>,
    pub(super) place: Arc<str>,
    pub(super) reach: Arc<str>,
    pub(super) languages: Arc<str>,
}

impl<'a> Travel<'a> {
    pub(crate) fn new(compiled: &'a Compiled<'a>, who: Traveller, max_km: Option<u32>, unknown: UnknownData) -> Self {
        let key = AttributeKey::new("max_travel_km");
        // Thousandths of a kilometre are metres.
        let reach = |person: &Person| person.answers.get(&key)?.position().map(too_far_from);
        let matching = compiled.matching;
        Self {
            mentees: &compiled.mentees,
            mentors: &compiled.mentors,
            meeting: Meeting::new(compiled),
            who,
            unknown,
            programme: max_km.map(|km| too_far_from(i64::from(km) * 1000)),
            of_mentees: matching.mentees.par_iter().map(|mentee| reach(&mentee.person)).collect(),
            of_mentors: matching.mentors.par_iter().map(|mentor| reach(&mentor.person)).collect(),
            place: "place".into(),
            reach: "max_travel_km".into(),
            languages: "languages".into(),
        }
    }

    /// From where on it is too far for each person of a side, where that counts at all.
    pub(super) fn reaches(&self, of: domain::Side) -> Option<&[Option<u64>]> {
        match (of, self.who) {
            (domain::Side::Mentee, Traveller::Mentee | Traveller::Either | Traveller::Both) => Some(&self.of_mentees),
            (domain::Side::Mentor, Traveller::Mentor | Traveller::Either | Traveller::Both) => Some(&self.of_mentors),
            _ => None,
        }
    }

    /// Whether it is too far for whoever travels; none where a blank leaves it open.
    fn too_far(&self, squared: u64, mentee: usize, mentor: usize) -> Option<bool> {
        let beyond = |from: Option<&Option<u64>>| (*from?).map(|from| squared >= from);
        let of_mentor = || beyond(self.of_mentors.get(mentor));
        let of_mentee = || beyond(self.of_mentees.get(mentee));
        match self.who {
            Traveller::Mentor => of_mentor(),
            Traveller::Mentee => of_mentee(),
            // Whatever the other's answer is, one who can go is enough, and one who cannot is.
            Traveller::Either => settled(of_mentor(), of_mentee(), false),
            Traveller::Both => settled(of_mentor(), of_mentee(), true),
            Traveller::Nobody => Some(false),
        }
    }
}

/// The square of the least whole distance beyond this one, all in metres.
fn too_far_from(metres: i64) -> u64 {
    (metres.clamp(-1, FARTHEST) + 1).unsigned_abs().pow(2)
}

/// What two answers come to where one like `deciding` decides alone.
fn settled(one: Option<bool>, other: Option<bool>, deciding: bool) -> Option<bool> {
    if one == Some(deciding) || other == Some(deciding) { Some(deciding) } else { one.and(other) }
}

impl Rule for Travel<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Travel(self)
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let another = self.meeting.another_way(mentee, mentor);
        if another == Some(true) {
            return Verdict::Eligible;
        }
        match self.in_person(mentee, mentor) {
            // What they speak could still let them talk instead.
            Verdict::Refused(_) if another.is_none() => Verdict::blank(self.unknown, &self.languages),
            said => said,
        }
    }
}

impl Travel<'_> {
    /// What the rule says of meeting face to face.
    pub(crate) fn in_person(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let (Some(theirs), Some(ours)) = (self.mentees.place(mentee), self.mentors.place(mentor)) else {
            return Verdict::blank(self.unknown, &self.place);
        };
        let squared = squared_metres(theirs, ours);
        if self.programme.is_some_and(|from| squared >= from) {
            return Verdict::refused(Obstacle::TooFar);
        }
        match self.too_far(squared, mentee, mentor) {
            Some(true) => Verdict::refused(Obstacle::TooFar),
            Some(false) => Verdict::Eligible,
            None => Verdict::blank(self.unknown, &self.reach),
        }
    }
}
