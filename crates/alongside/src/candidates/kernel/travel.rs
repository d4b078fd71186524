//! The rule of travel: who is too far off, told of sixty-four mentors at a time.

use super::bitmaps::{Bitmaps, WORDS};
use crate::compile::{Compiled, Limit, Meeting, PlacesTogether, TOGETHER};
use crate::domain::{AttributeKey, Person, Place, Side, Traveller, UnknownData};
use std::ops::Range;

/// Where a mentor is, if that is known, and the square of metres that is too far for them.
type Spot = (Option<Place>, i64);

/// The rule, ready for rows.
#[derive(Debug)]
pub(super) struct Far {
    reach: Reach,
    blank: bool,
    everybody: i64,
    own: Vec<i64>,
    spots: Vec<Spot>,
    /// For each mentee, the sets of columns of mentors with whom they have a way of meeting other than face to face.
    otherwise: Vec<Vec<u32>>,
    /// The set of columns whose place is blank.
    nowhere: u32,
}

/// Whose way counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The mentor's.
    Mentor,
    /// The mentee's, or nobody's: the mentor's does not count.
    Own,
    /// The longer.
    Either,
    /// The shorter.
    Both,
}

/// What a row says of journeys.
#[derive(Debug, Clone)]
pub(super) struct Journey {
    place: [f64; 3],
    /// Sets of columns of mentors who need not be met, or may be met wherever they are.
    excused: Vec<u32>,
    nowhere: u32,
    /// A mentor's own limit counts as no less than this and no more than that: squares of metres that are too far.
    limit: Limit,
}

/// Beyond any square of metres on the globe.
const NEVER_TOO_FAR: i64 = i64::MAX;

impl Far {
    pub(super) fn new(
        compiled: &Compiled<'_>,
        columns: &[u32],
        (who, max_km, unknown): (Traveller, Option<u32>, UnknownData),
        sets: &mut Bitmaps,
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
        let spot = |mentor: &u32| (compiled.mentors.place(*mentor as usize), limits[*mentor as usize]);
        let spots: Vec<Spot> = columns.iter().map(spot).collect();
        let meeting = Meeting::new(compiled);
        let tokens = |side, person| meeting.tokens(side, person, blank, false).unwrap_or_default();
        let having = |column: usize, add: &mut dyn FnMut(usize)| {
            for token in tokens(Side::Mentor, columns[column] as usize) {
                add(token.into());
            }
        };
        let ways = sets.add_all(meeting.tokens_in_all(), having);
        let filled: Vec<bool> = ways.clone().map(|set| !sets.is_empty(set)).collect();
        let set = |token: u16| filled[usize::from(token)].then_some(ways.start + u32::from(token));
        let otherwise = |mentee| tokens(Side::Mentee, mentee).into_iter().filter_map(set).collect();
        let otherwise = (0..compiled.mentees()).map(otherwise).collect();
        let nowhere = sets.add(|column| spots[column].0.is_none());
        Self { reach, blank, everybody, own, spots, otherwise, nowhere }
    }

    /// Where these columns are.
    pub(super) fn near(&self, columns: &[u32]) -> Near {
        Near::new(&columns.iter().map(|column| self.spots[*column as usize]).collect::<Vec<_>>())
    }

    /// What the rule is for a mentee; without a place of their own, only who need not meet or is excused is left.
    pub(super) fn journey(&self, compiled: &Compiled<'_>, mentee: usize) -> Journey {
        let place = compiled.mentees.place(mentee);
        // A limit of 0 is never kept, one beyond the globe always.
        let everybody = match (place, self.blank) {
            (Some(_), _) => self.everybody,
            (None, true) => NEVER_TOO_FAR,
            (None, false) => 0,
        };
        let blank = self.blank.then_some(self.nowhere);
        let excused = self.otherwise[mentee].iter().copied().chain(blank).collect();
        let (reach, own) = match place {
            Some(_) => (self.reach, self.own[mentee]),
            None => (Reach::Own, NEVER_TOO_FAR),
        };
        let place = place.map_or([0; 3], Place::metres);
        Journey::new(place, (excused, self.nowhere), (reach, own, everybody))
    }
}

impl Journey {
    pub(super) fn new(
        place: [i32; 3],
        (excused, nowhere): (Vec<u32>, u32),
        (reach, own, everybody): (Reach, i64, i64),
    ) -> Self {
        let (own, everybody) = (square(own), square(everybody));
        let both = if own < everybody { own } else { everybody };
        let (at_least, at_most) = match reach {
            Reach::Mentor => (f64::NEG_INFINITY, everybody),
            // The mentee's own, whatever the mentor's.
            Reach::Own => (f64::INFINITY, both),
            Reach::Either => (own, everybody),
            Reach::Both => (f64::NEG_INFINITY, both),
        };
        Self { place: place.map(f64::from), excused, nowhere, limit: Limit { at_least, at_most } }
    }
}

/// A square of whole metres, exact below 2^53, which is beyond any on the globe.
fn square(metres: i64) -> f64 {
    if metres == NEVER_TOO_FAR { f64::INFINITY } else { metres as f64 }
}

/// The square of the least whole distance beyond this one, all in metres.
fn too_far_from(metres: i64) -> i64 {
    (metres.clamp(-1, 20_000_000) + 1).pow(2)
}

/// Where columns are, 64 at a time.
#[derive(Debug)]
pub(super) struct Near {
    stretches: Vec<PlacesTogether>,
}

impl Near {
    pub(super) fn new(spots: &[Spot]) -> Self {
        let stretch =
            |spots: &[Spot]| PlacesTogether::new(spots.iter().map(|(place, limit)| (*place, Some(square(*limit)))));
        Self { stretches: spots.chunks(TOGETHER).map(stretch).collect() }
    }

    /// Keeps of some words' columns those whom the rule allows.
    pub(super) fn keep(&self, journey: &Journey, sets: &Bitmaps, words: &Range<usize>, bits: &mut [u64]) {
        let mut excused = [0; WORDS];
        let excused = &mut excused[..bits.len()];
        sets.union(&journey.excused, words, excused);
        let nowhere = sets.of(journey.nowhere, words);
        let stretches = &self.stretches[words.clone()];
        for ((bits, excused), (nowhere, stretch)) in bits.iter_mut().zip(excused).zip(nowhere.iter().zip(stretches)) {
            let asked = *bits & !*excused & !nowhere;
            *bits &= *excused;
            if asked != 0 {
                *bits |= asked & within(stretch, journey);
            }
        }
    }
}

/// Which of some columns are near enough, of those whose place is known.
fn within(stretch: &PlacesTogether, journey: &Journey) -> u64 {
    let (nearest, furthest) = stretch.squared(journey.place);
    if nearest >= journey.limit.of(stretch.longest) {
        0
    } else if furthest < journey.limit.of(stretch.shortest) {
        u64::MAX
    } else {
        !stretch.beyond(journey.place, journey.limit)
    }
}
