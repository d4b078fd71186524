//! Near enough to meet.

use super::{Pair, Verdict};
use crate::audit::distance::between;
use crate::audit::facts::{answer, position};
use crate::audit::ways::{accepted, speaks};
use crate::domain::{Matching, Person, Traveller, UnknownData, Way};
use crate::outcome::Obstacle;

/// How far the person travels, in metres.
fn reach(person: &Person) -> Option<i64> {
    answer(person, "max_travel_km").and_then(position)
}

/// Whether whoever travels can, where the two cannot meet in another way.
pub(super) fn ask<'a>(
    matching: &Matching,
    who: Traveller,
    max_km: Option<u32>,
    unknown: UnknownData,
    pair: Pair<'a>,
) -> Verdict<'a> {
    let ways = accepted(matching, pair).unwrap_or_default();
    let others = ways.into_iter().filter(|way| *way != Way::FaceToFace);
    let spoken: Vec<Option<bool>> = others.map(|way| speaks(matching, way, pair)).collect();
    match in_person(who, max_km, unknown, pair) {
        _ if spoken.contains(&Some(true)) => Verdict::Eligible,
        Verdict::Refused(_) if spoken.contains(&None) => Verdict::blank(unknown, "languages"),
        said => said,
    }
}

/// Whether whoever travels can.
pub(in crate::audit) fn in_person(
    who: Traveller,
    max_km: Option<u32>,
    unknown: UnknownData,
    pair: Pair<'_>,
) -> Verdict<'_> {
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
