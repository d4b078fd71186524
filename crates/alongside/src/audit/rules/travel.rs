//! Near enough to meet.

use super::{Pair, Verdict};
use crate::audit::distance::{between, ways};
use crate::audit::facts::{answer, position};
use crate::domain::{Person, Traveller, UnknownData};
use crate::outcome::Obstacle;

/// How far the person travels, in metres.
fn reach(person: &Person) -> Option<i64> {
    answer(person, "max_travel_km").and_then(position)
}

/// Whether whoever travels can, where no other way of meeting is shared.
pub(super) fn ask(who: Traveller, max_km: Option<u32>, unknown: UnknownData, pair: Pair<'_>) -> Verdict<'_> {
    if ways(pair).into_iter().any(|way| way != "face_to_face") {
        return Verdict::Eligible;
    }
    let Some(apart) = between(pair) else { return Verdict::blank(unknown, "place") };
    let reaches = |person: &Person| reach(person).map(|reach| apart <= reach);
    let (mentor, mentee) = (reaches(&pair.mentor.person), reaches(&pair.mentee.person));
    let reached = match who {
        Traveller::Nobody => Some(true),
        Traveller::Mentor => mentor,
        Traveller::Mentee => mentee,
        Traveller::Either => match (mentor, mentee) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        Traveller::Both => match (mentor, mentee) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
    };
    if max_km.is_some_and(|km| apart > i64::from(km) * 1000) || reached == Some(false) {
        Verdict::refused(Obstacle::TooFar)
    } else if reached == Some(true) {
        Verdict::Eligible
    } else {
        Verdict::blank(unknown, "max_travel_km")
    }
}
