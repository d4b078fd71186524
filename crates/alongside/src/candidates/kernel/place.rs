//! Places in records, and orders of columns in which neighbours are alike.

use super::classes::Classes;
use super::distance::{Nearness, SPOT_WORDS, Spot};
use super::records::Parts;
use super::{CLASSES, Kernel};
use crate::compile::{Compiled, about};
use crate::domain::{Answer, AttributeKey, Traveller};

/// Mentors' places and ways of meeting.
#[derive(Debug)]
pub(super) struct Where {
    /// Classes of all mentors by their ways of meeting.
    pub(super) ways: Classes,
    /// Where spots begin in a record.
    pub(super) at: usize,
}

impl Where {
    /// None where mentors name their ways of meeting in too many combinations.
    pub(super) fn new<'a>(compiled: &'a Compiled<'a>, parts: &mut Parts<'a>) -> Option<Self> {
        let ways =
            super::wishes::by_answer(&compiled.mentors, compiled.mentors(), &AttributeKey::new("delivery_methods"));
        if ways.len() > CLASSES {
            return None;
        }
        let of = ways.of.clone();
        let at = parts.add(SPOT_WORDS, move |mentor, words| {
            let place = compiled.mentors.place(mentor);
            let metres = place.map_or([0; 3], crate::domain::Place::metres);
            words.copy_from_slice(&Spot { metres, way: of[mentor] as u8, nowhere: place.is_none() }.words());
        });
        Some(Self { ways, at })
    }

    fn by_class(&self, holds: impl Fn(usize) -> bool) -> [bool; CLASSES] {
        let mut table = [false; CLASSES];
        for (entry, mentor) in table.iter_mut().zip(&self.ways.one) {
            *entry = holds(*mentor);
        }
        table
    }
}

/// The criterion of distance for a mentee: none where the mentee's place is blank and points turn on it.
pub(super) fn nearness(
    kernel: &Kernel<'_>,
    places: &Where,
    mentee: usize,
    (near, far, weight, unknown): (u32, u32, i32, i32),
) -> Nearness {
    let place = kernel.compiled.mentees.place(mentee);
    let never = places.by_class(|mentor| kernel.meeting.never_in_person(mentee, mentor));
    Nearness {
        place: place.map_or([0; 3], crate::domain::Place::metres),
        never,
        near: i32::try_from(near).unwrap_or(i32::MAX),
        far: i32::try_from(far).unwrap_or(i32::MAX),
        weight,
        unknown,
        nowhere: place.is_none(),
    }
}

/// Mentors alike in what these rules look at together: rows pass over those who will not do.
pub(super) fn in_order_of_kind(compiled: &Compiled<'_>, columns: &mut [u32], attributes: &[AttributeKey]) {
    let classes = |key: &AttributeKey| super::wishes::by_answer(&compiled.mentors, compiled.mentors(), key);
    let classes: Vec<Classes> = attributes.iter().map(classes).collect();
    columns.sort_by_cached_key(|mentor| {
        let of: Vec<u32> = classes.iter().map(|classes| classes.of[*mentor as usize]).collect();
        (of, *mentor)
    });
}

/// Mentors in an order in which neighbours in space stay near each other (Morton 1966), those together who are alike in
/// ways of meeting and who travel about as far; those without a place first.
pub(super) fn in_order_of_place(compiled: &Compiled<'_>, who: Traveller, columns: &mut [u32]) {
    let ways = super::wishes::by_answer(&compiled.mentors, compiled.mentors(), &AttributeKey::new("delivery_methods"));
    let reaches = matches!(who, Traveller::Mentor | Traveller::Either | Traveller::Both);
    let key = AttributeKey::new("max_travel_km");
    let reach = |mentor: usize| {
        let person = compiled.matching.mentors.get(mentor).filter(|_| reaches).map(|mentor| &mentor.person);
        let metres = person.and_then(|person| person.answers.get(&key)).and_then(Answer::position);
        about(metres.map(|metres| metres.unsigned_abs().saturating_pow(2)))
    };
    let spread = |value: u64, axis: u32| (0..21).fold(0, |all, bit| all | (value >> bit & 1) << (3 * bit + axis));
    columns.sort_by_cached_key(|mentor| {
        let mentor = *mentor as usize;
        let order = compiled.mentors.place(mentor).map(|place| {
            let metres = place.metres().into_iter().zip(0..);
            // The earth's radius is below 2^23 metres; steps of 8 metres are enough.
            metres
                .map(|(at, axis)| spread((i64::from(at) + (1 << 23)).unsigned_abs() >> 3, axis))
                .fold(0, |all, one| all | one)
        });
        (ways.of[mentor], reach(mentor), order, mentor)
    });
}
