//! Places in columns, and stretches of columns that nobody of a row can reach.

use super::classes::{Classes, lanes};
use super::far::{ANY, Journey, NOWHERE, Nearness, Places, Reach, SHORT};
use super::lanes::{CLASSES, LANES, Lanes, Word};
use crate::compile::{Compiled, Meeting};
use crate::domain::{AttributeKey, Person, Traveller, UnknownData};
use std::ops::Range;
use std::sync::Arc;

/// Mentors' places and ways of meeting, in order of columns.
#[derive(Debug, Clone)]
pub(super) struct Where {
    /// Classes of all mentors by their ways of meeting, and whether a mentee and one of a class share a way other than
    /// face to face, or share ways and face to face is none of them.
    ways: Classes,
    /// The class of each mentor in order of columns.
    pub(super) classes: Vec<Lanes<u8>>,
    pub(super) places: Vec<Places>,
    /// Which mentors' places are blank.
    pub(super) nowhere: Vec<Lanes<u8>>,
    /// The class as a bit, and [`NOWHERE`] for a blank place; none where there are too many classes.
    pub(super) marks: Option<Vec<Lanes<u32>>>,
}

impl Where {
    /// None where mentors name their ways of meeting in too many combinations.
    pub(super) fn new(compiled: &Compiled<'_>, columns: &[u32]) -> Option<Self> {
        let ways =
            super::wishes::by_answer(&compiled.mentors, compiled.mentors(), &AttributeKey::new("delivery_methods"));
        if ways.len() > CLASSES {
            return None;
        }
        let place = |mentor: usize| compiled.mentors.place(mentor);
        let axes =
            [0, 1, 2].map(|axis| lanes(columns, 0, |mentor| place(mentor).map_or(0, |place| place.metres()[axis])));
        let [x, y, z] = axes;
        let places = x.into_iter().zip(y.into_iter().zip(z)).map(|(x, (y, z))| [x, y, z]).collect();
        Some(Self {
            classes: lanes(columns, 0, |mentor| ways.of[mentor] as u8),
            places,
            nowhere: lanes(columns, 0, |mentor| u8::from(place(mentor).is_none())),
            marks: (ways.len() <= 31).then(|| {
                let blank = |mentor: usize| if place(mentor).is_none() { NOWHERE } else { 0 };
                lanes(columns, 0, |mentor| 1 << ways.of[mentor] | blank(mentor))
            }),
            ways,
        })
    }

    /// The same with some of the columns.
    pub(super) fn select(&self, columns: &[u32]) -> Self {
        let pick = |axis: usize| {
            let of: Vec<Lanes<i32>> = self.places.iter().map(|places| places[axis]).collect();
            super::select(&of, columns)
        };
        let (x, y, z) = (pick(0), pick(1), pick(2));
        Self {
            ways: self.ways.clone(),
            classes: super::select(&self.classes, columns),
            places: x.into_iter().zip(y.into_iter().zip(z)).map(|(x, (y, z))| [x, y, z]).collect(),
            nowhere: super::select(&self.nowhere, columns),
            marks: self.marks.as_ref().map(|marks| super::select(marks, columns)),
        }
    }

    fn by_class(&self, holds: impl Fn(usize) -> bool) -> [i32; CLASSES] {
        let mut table = [0; CLASSES];
        for (entry, mentor) in table.iter_mut().zip(&self.ways.one) {
            *entry = i32::from(holds(*mentor));
        }
        table
    }
}

/// The rule of travel, ready for rows.
#[derive(Debug, Clone)]
pub(super) struct Far {
    reach: Reach,
    blank: bool,
    everybody: i64,
    own: Arc<Vec<i64>>,
    /// Each mentor's own square of metres that is too far, in order of columns.
    pub(super) limits: Vec<Lanes<i64>>,
    /// The same in 32 bits; none where somebody goes too far for that, though not everywhere.
    pub(super) short: Option<Vec<Lanes<u32>>>,
}

/// Beyond any square of metres on the globe.
const NEVER_TOO_FAR: i64 = i64::MAX;

impl Far {
    pub(super) fn new(
        compiled: &Compiled<'_>,
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
        let all_short = own.iter().chain(&limits).chain([&everybody]).all(|limit| shortened(*limit).is_some());
        let short = |mentor: usize| shortened(limits[mentor]).unwrap_or(0);
        Self {
            reach,
            blank,
            everybody,
            own: Arc::new(own),
            short: all_short.then(|| lanes(columns, 0, short)),
            limits: lanes(columns, 0, |mentor| limits[mentor]),
        }
    }

    pub(super) fn select(&self, columns: &[u32]) -> Self {
        Self {
            limits: super::select(&self.limits, columns),
            short: self.short.as_ref().map(|short| super::select(short, columns)),
            own: Arc::clone(&self.own),
            ..*self
        }
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
            need_not_bits: bits(&need_not),
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

/// A limit in 32 bits; none for one beyond [`SHORT`] that is not beyond everything.
pub(super) fn shortened(limit: i64) -> Option<u32> {
    if limit == NEVER_TOO_FAR { Some(ANY) } else { u32::try_from(limit).ok().filter(|_| limit <= SHORT * SHORT) }
}

/// The first classes as bits, those that 31 bits hold.
fn bits(holds: &[i32; CLASSES]) -> u32 {
    (0..31).filter(|class| holds[*class] != 0).fold(0, |bits, class| bits | 1 << class)
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
        never_bits: bits(&never),
        never,
        near: i32::try_from(near).unwrap_or(i32::MAX),
        far: i32::try_from(far).unwrap_or(i32::MAX),
        weight,
        unknown,
        nowhere: place.is_none(),
    }
}

/// Blocks of columns, so that rows can pass over those where nobody will do: by their common box, and by their kinds.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    columns: Range<usize>,
    /// None where no rule of travel holds.
    area: Option<Area>,
    /// Which kinds are among them, for every set of kinds in turn.
    kinds: Vec<Vec<u32>>,
}

/// Where the mentors of a stretch are.
#[derive(Debug, Clone)]
struct Area {
    low: [i32; 3],
    high: [i32; 3],
    /// The longest way that one of them goes.
    limit: i64,
    /// Whether some place is blank.
    nowhere: bool,
    /// Which classes of ways are among them.
    ways: Vec<u8>,
}

/// Columns in a stretch.
const STRETCH: usize = 128;

/// The stretches of the columns. `kinds` are sets of words a block, with their width.
pub(super) fn stretches(many: usize, far: Option<(&Where, &Far)>, kinds: &[(&[Lanes<u32>], usize)]) -> Vec<Stretch> {
    let stretch = |from: usize| {
        let columns = from..many.min(from + STRETCH);
        let blocks = columns.start / LANES..columns.end.div_ceil(LANES);
        let among = |(words, width): &(&[Lanes<u32>], usize)| {
            let word = |word: usize| blocks.clone().flat_map(move |block| words[block * width + word]);
            (0..*width).map(|at| word(at).fold(0, |all, bits| all | bits)).collect()
        };
        Stretch {
            area: far.map(|(places, far)| Area::new(columns.clone(), places, far)),
            kinds: kinds.iter().map(among).collect(),
            columns,
        }
    };
    (0..many).step_by(STRETCH).map(stretch).collect()
}

impl Area {
    fn new(columns: Range<usize>, places: &Where, far: &Far) -> Self {
        let mut found = Self { low: [i32::MAX; 3], high: [i32::MIN; 3], limit: 0, nowhere: false, ways: Vec::new() };
        for column in columns {
            let (block, lane) = (column / LANES, column % LANES);
            found.limit = found.limit.max(far.limits[block][lane]);
            let class = places.classes[block][lane];
            if !found.ways.contains(&class) {
                found.ways.push(class);
            }
            if places.nowhere[block][lane] == 1 {
                found.nowhere = true;
                continue;
            }
            for axis in 0..3 {
                let at = places.places[block][axis][lane];
                found.low[axis] = found.low[axis].min(at);
                found.high[axis] = found.high[axis].max(at);
            }
        }
        found
    }

    /// Whether the rule leaves anybody here for the row.
    fn is_open(&self, journey: &Journey) -> bool {
        if (self.nowhere && journey.blank) || self.ways.iter().any(|way| journey.need_not[usize::from(*way)] != 0) {
            return true;
        }
        if self.low[0] > self.high[0] {
            return false;
        }
        let apart = |axis: usize| {
            let place = journey.place[axis];
            i64::from((self.low[axis].saturating_sub(place)).max(place.saturating_sub(self.high[axis])).max(0))
        };
        let squared: i64 = (0..3).map(|axis| apart(axis).pow(2)).sum();
        let limit = match journey.reach {
            Reach::Mentor => self.limit,
            Reach::Own => journey.own,
            Reach::Either => self.limit.max(journey.own),
            Reach::Both => self.limit.min(journey.own),
        };
        squared < limit.min(journey.everybody)
    }
}

impl Stretch {
    /// Whether the rules leave anybody here for the row: that of travel, and for each set of kinds those that will do,
    /// where not all of them will.
    pub(super) fn is_open(&self, journey: Option<&Journey>, kinds: &[Option<&[Word]>]) -> bool {
        let some = |(among, wanted): (&Vec<u32>, Option<&[Word]>)| {
            let has = |(word, bits): &Word| among.get(*word).is_some_and(|has| has & bits != 0);
            wanted.is_none_or(|wanted| wanted.iter().any(has))
        };
        let near = || self.area.as_ref().zip(journey).is_none_or(|(area, journey)| area.is_open(journey));
        self.kinds.iter().zip(kinds.iter().copied()).all(some) && near()
    }

    pub(super) fn columns(&self) -> Range<usize> {
        self.columns.clone()
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
