//! Places in records, and stretches of columns that nobody of a row can reach or everybody can.

use super::CLASSES;
use super::classes::Classes;
use super::far::{Journey, Nearness, Reach, SPOT_WORDS, Spot};
use super::records::Parts;
use crate::compile::{Compiled, Meeting};
use crate::domain::{AttributeKey, Person, Traveller, UnknownData};

/// Mentors' places and ways of meeting.
#[derive(Debug)]
pub(super) struct Where {
    /// Classes of all mentors by their ways of meeting.
    ways: Classes,
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
            words.copy_from_slice(&spot(compiled, mentor, of[mentor]).words());
        });
        Some(Self { ways, at })
    }

    fn spot(&self, compiled: &Compiled<'_>, mentor: usize) -> Spot {
        spot(compiled, mentor, self.ways.of[mentor])
    }

    fn by_class(&self, holds: impl Fn(usize) -> bool) -> [bool; CLASSES] {
        let mut table = [false; CLASSES];
        for (entry, mentor) in table.iter_mut().zip(&self.ways.one) {
            *entry = holds(*mentor);
        }
        table
    }
}

/// A mentor's place and class of ways of meeting.
fn spot(compiled: &Compiled<'_>, mentor: usize, way: u32) -> Spot {
    let place = compiled.mentors.place(mentor);
    let metres = place.map_or([0; 3], crate::domain::Place::metres);
    Spot { metres, way: way as u8, nowhere: place.is_none() }
}

/// The rule of travel, ready for rows.
#[derive(Debug)]
pub(super) struct Far {
    reach: Reach,
    blank: bool,
    everybody: i64,
    own: Vec<i64>,
    /// For each record the spot and the mentor's own square of metres that is too far: all that a pass reads of most.
    spots: Vec<(Spot, i64)>,
}

/// Beyond any square of metres on the globe.
const NEVER_TOO_FAR: i64 = i64::MAX;

impl Far {
    pub(super) fn new(
        compiled: &Compiled<'_>,
        places: &Where,
        columns: &[u32],
        (who, max_km, unknown): (Traveller, Option<u32>, UnknownData),
    ) -> Self {
        let blank = unknown == UnknownData::Allow;
        let key = AttributeKey::new("max_travel_km");
        // A blank that is allowed reaches everywhere; one that needs a check reaches nobody.
        let unknown = if blank { NEVER_TOO_FAR } else { 0 };
        let limit = |person: &Person| {
            let metres = person.answers.get(&key).and_then(crate::domain::Answer::position);
            metres.map_or(unknown, too_far_from)
        };
        let (reach, of_mentee) = match who {
            Traveller::Mentor => (Reach::Mentor, false),
            Traveller::Mentee => (Reach::Own, true),
            Traveller::Either => (Reach::Either, true),
            Traveller::Both => (Reach::Both, true),
            Traveller::Nobody => (Reach::Own, false),
        };
        let matching = compiled.matching;
        let own = |person: &Person| if of_mentee { limit(person) } else { NEVER_TOO_FAR };
        let own: Vec<i64> = matching.mentees.iter().map(|mentee| own(&mentee.person)).collect();
        let limits: Vec<i64> = matching.mentors.iter().map(|mentor| limit(&mentor.person)).collect();
        let everybody = max_km.map_or(NEVER_TOO_FAR, |km| too_far_from(i64::from(km) * 1000));
        let spot = |mentor: &u32| (places.spot(compiled, *mentor as usize), limits[*mentor as usize]);
        Self { reach, blank, everybody, own, spots: columns.iter().map(spot).collect() }
    }

    /// Whether the rule allows a record for the row.
    #[inline(always)]
    pub(super) fn allows(&self, journey: &Journey, record: u32) -> bool {
        let (spot, limit) = self.spots[record as usize];
        journey.allows(spot, limit)
    }

    /// The areas of these records, 64 at a time.
    pub(super) fn areas(&self, records: &[u32]) -> Vec<Area> {
        let area = |records: &[u32]| Area::new(records.iter().map(|record| self.spots[*record as usize]));
        records.chunks(64).map(area).collect()
    }

    /// What the rule is for a mentee; without a place of their own, only who need not meet or is excused is left.
    pub(super) fn journey(&self, compiled: &Compiled<'_>, places: &Where, mentee: usize) -> Journey {
        let meeting = Meeting::new(compiled);
        let place = compiled.mentees.place(mentee);
        // A limit of 0 is never kept, one beyond the globe always.
        let everybody = match (place, self.blank) {
            (Some(_), _) => self.everybody,
            (None, true) => NEVER_TOO_FAR,
            (None, false) => 0,
        };
        let somewhere = place.is_some();
        let need_not = places.by_class(|mentor| meeting.another_way(mentee, mentor));
        Journey {
            place: place.map_or([0; 3], crate::domain::Place::metres),
            need_not,
            blank: self.blank,
            everybody,
            own: if somewhere { self.own[mentee] } else { NEVER_TOO_FAR },
            reach: if somewhere { self.reach } else { Reach::Own },
        }
    }
}

/// The square of the least whole distance beyond this one, all in metres.
fn too_far_from(metres: i64) -> i64 {
    (metres.clamp(-1, 20_000_000) + 1).pow(2)
}

/// The criterion of distance for a mentee: none where the mentee's place is blank and points turn on it.
pub(super) fn nearness(
    compiled: &Compiled<'_>,
    places: &Where,
    mentee: usize,
    (near, far, weight, unknown): (u32, u32, i32, i32),
) -> Nearness {
    let meeting = Meeting::new(compiled);
    let place = compiled.mentees.place(mentee);
    let never = places.by_class(|mentor| meeting.never_in_person(mentee, mentor));
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

/// Where the mentors of a stretch of columns are, so that rows can tell of all of them at once.
#[derive(Debug)]
pub(super) struct Area {
    low: [i32; 3],
    high: [i32; 3],
    /// The longest and the shortest way that one of them goes, as squares that are too far.
    longest: i64,
    shortest: i64,
    /// Whether the place of any is blank.
    nowhere: bool,
    ways: Vec<u8>,
}

/// What the rule of travel leaves of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    Nobody,
    /// Who is to be asked one by one.
    Some,
    Everybody,
}

impl Area {
    fn new(spots: impl Iterator<Item = (Spot, i64)>) -> Self {
        let mut found = Self {
            low: [i32::MAX; 3],
            high: [i32::MIN; 3],
            longest: i64::MIN,
            shortest: i64::MAX,
            nowhere: false,
            ways: Vec::new(),
        };
        for (spot, limit) in spots {
            found.longest = found.longest.max(limit);
            found.shortest = found.shortest.min(limit);
            if !found.ways.contains(&spot.way) {
                found.ways.push(spot.way);
            }
            if spot.nowhere {
                found.nowhere = true;
                continue;
            }
            for axis in 0..3 {
                found.low[axis] = found.low[axis].min(spot.metres[axis]);
                found.high[axis] = found.high[axis].max(spot.metres[axis]);
            }
        }
        found
    }

    /// What the rule leaves of it for the row.
    pub(super) fn left(&self, journey: &Journey) -> Left {
        let need_not = |way: &u8| journey.need_not[usize::from(*way)];
        if self.ways.iter().all(need_not) {
            return Left::Everybody;
        }
        let some_need_not = self.ways.iter().any(need_not);
        if self.low[0] > self.high[0] {
            return match (journey.blank, some_need_not) {
                (true, _) => Left::Everybody,
                (false, true) => Left::Some,
                (false, false) => Left::Nobody,
            };
        }
        let (mut nearest, mut furthest) = (0_i64, 0_i64);
        for axis in 0..3 {
            let (low, high) = (i64::from(self.low[axis]), i64::from(self.high[axis]));
            let place = i64::from(journey.place[axis]);
            nearest += (low - place).max(place - high).max(0).pow(2);
            furthest += (place - low).max(high - place).pow(2);
        }
        if furthest < journey.limit(self.shortest) && (!self.nowhere || journey.blank) {
            Left::Everybody
        } else if nearest < journey.limit(self.longest) || some_need_not || (self.nowhere && journey.blank) {
            Left::Some
        } else {
            Left::Nobody
        }
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

/// Mentors in an order in which neighbours in space stay near each other (Morton 1966), those alike in ways of meeting
/// together; those without a place first.
pub(super) fn in_order_of_place(compiled: &Compiled<'_>, columns: &mut [u32]) {
    let ways = super::wishes::by_answer(&compiled.mentors, compiled.mentors(), &AttributeKey::new("delivery_methods"));
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
        (ways.of[mentor], order, mentor)
    });
}
