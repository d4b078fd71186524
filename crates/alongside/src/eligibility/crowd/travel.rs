//! The rule of travel over people who stand in an order in which neighbours in space are near each other.

use super::bits::{self, WORD};
use super::classes::Classes;
use super::objections::Sink;
use super::{Order, pair};
use crate::compile::Compiled;
use crate::domain::{Place, Side, Traveller};
use crate::eligibility::Verdict;
use crate::eligibility::travel::Travel;
use crate::outcome::Obstacle;

/// Where the people of the other side are and how far they go, by position.
pub(super) struct Ways<'r> {
    rule: &'r Travel<'r>,
    of: Side,
    own: &'r crate::compile::Side<'r>,
    /// People alike in their ways of meeting, and in what they speak where that counts.
    meeting: Classes,
    nowhere: Vec<u64>,
    places: Vec<[i32; 3]>,
    /// The least square of metres that each does not go; none for a blank.
    reach: Vec<Option<u64>>,
    /// One for each word of bits.
    boxes: Vec<Surroundings>,
}

/// What is common to the people of one word.
struct Surroundings {
    low: [i32; 3],
    high: [i32; 3],
    /// The shortest and longest reach among them, and whether somebody's is blank.
    reach: (u64, u64),
    blank: bool,
}

/// From which squares of metres on it is too far, and open because a reach is blank.
type Limits = (u64, u64);

/// Never.
const NEVER: u64 = u64::MAX;

impl<'r> Ways<'r> {
    pub(super) fn new(rule: &'r Travel<'r>, of: Side, compiled: &'r Compiled<'r>, order: &Order) -> Self {
        let (own, other) = match of {
            Side::Mentee => (&compiled.mentees, &compiled.mentors),
            Side::Mentor => (&compiled.mentors, &compiled.mentees),
        };
        let people = &order.people;
        let reach = match of {
            Side::Mentee => &rule.of_mentors,
            Side::Mentor => &rule.of_mentees,
        };
        let reach: Vec<Option<u64>> = people.iter().map(|person| reach[*person as usize]).collect();
        let place = |at: usize| other.place(people[at] as usize);
        let places: Vec<[i32; 3]> = (0..people.len()).map(|at| place(at).map_or([0; 3], Place::metres)).collect();
        let nowhere = bits::those(people.len(), |at| place(at).is_none());
        let others = if of == Side::Mentee { Side::Mentor } else { Side::Mentee };
        let boxes = places.chunks(WORD).zip(reach.chunks(WORD)).zip(&nowhere);
        Self {
            rule,
            of,
            own,
            meeting: Classes::new(people, |person| rule.meeting.tokens(others, person, true, false)),
            boxes: boxes.map(|((places, reach), nowhere)| Surroundings::of(places, reach, *nowhere)).collect(),
            nowhere,
            places,
            reach,
        }
    }

    pub(super) fn ask(&self, person: usize, sink: &mut Sink<'_, 'r>) {
        let rule = self.rule;
        let excused = self.meeting.those(|other| {
            let (mentee, mentor) = pair(self.of, person, other);
            rule.meeting.another_way(mentee, mentor) == Some(true)
        });
        let speechless = self.meeting.those(|other| {
            let (mentee, mentor) = pair(self.of, person, other);
            rule.meeting.another_way(mentee, mentor).is_none()
        });
        let blank = Verdict::blank(rule.unknown, &rule.place);
        let mut row = bits::everybody(sink.people);
        bits::drop_all(&mut row, &excused);
        let Some(place) = self.own.place(person).map(Place::metres) else { return sink.put(blank, &row) };
        let mut here = row.clone();
        bits::drop_all(&mut here, &self.nowhere);
        bits::drop_all(&mut row, &here);
        sink.put(blank, &row);
        let own = match self.of {
            Side::Mentee => rule.of_mentees[person],
            Side::Mentor => rule.of_mentors[person],
        };
        let mut open = row;
        row = here;
        for (at, (far, open)) in row.iter_mut().zip(&mut open).enumerate() {
            (*far, *open) = if *far == 0 { (0, 0) } else { self.word(at, *far, place, own) };
        }
        let mut unspoken = row.clone();
        bits::drop_all(&mut row, &speechless);
        bits::drop_all(&mut unspoken, &row);
        sink.put(Verdict::refused(Obstacle::TooFar), &row);
        sink.put(Verdict::blank(rule.unknown, &rule.languages), &unspoken);
        sink.put(Verdict::blank(rule.unknown, &rule.reach), &open);
    }

    /// To whom of these it is too far, and for whom it is open.
    fn word(&self, at: usize, asked: u64, place: [i32; 3], own: Option<u64>) -> (u64, u64) {
        let around = &self.boxes[at];
        let (nearest, farthest) = around.squared(place);
        let (least, most) = (self.limits(own, Some(around.reach.0)), self.limits(own, Some(around.reach.1)));
        let blank = if around.blank { self.limits(own, None) } else { (NEVER, NEVER) };
        if nearest >= most.0 && (!around.blank || nearest >= blank.0) {
            return (asked, 0);
        }
        if farthest < least.0.min(blank.0) && farthest < least.1.min(blank.1) {
            return (0, 0);
        }
        let (mut far, mut open) = (0, 0);
        for bit in bits::each(&[asked]) {
            let there = at * WORD + bit;
            let squared = squared(place, self.places[there]);
            let (from, unknown) = self.limits(own, self.reach[there]);
            if squared >= from {
                far |= 1 << bit;
            } else if squared >= unknown {
                open |= 1 << bit;
            }
        }
        (far, open)
    }

    /// With one's own reach and somebody else's.
    fn limits(&self, own: Option<u64>, other: Option<u64>) -> Limits {
        let (mentee, mentor) = if self.of == Side::Mentee { (own, other) } else { (other, own) };
        let alone = |reach: Option<u64>| reach.map_or((NEVER, 0), |from| (from, NEVER));
        let (far, open) = match (self.rule.who, mentee, mentor) {
            (Traveller::Mentor, _, reach) | (Traveller::Mentee, reach, _) => alone(reach),
            (Traveller::Either, Some(one), Some(other)) => (one.max(other), NEVER),
            // Who is known to get there is enough; else it is open whether the other can.
            (Traveller::Either, Some(one), None) | (Traveller::Either, None, Some(one)) => (NEVER, one),
            (Traveller::Both, Some(one), Some(other)) => (one.min(other), NEVER),
            // Who is known not to get there is enough.
            (Traveller::Both, Some(one), None) | (Traveller::Both, None, Some(one)) => (one, 0),
            (Traveller::Either | Traveller::Both, None, None) => (NEVER, 0),
            (Traveller::Nobody, _, _) => (NEVER, NEVER),
        };
        (self.rule.programme.map_or(far, |from| far.min(from)), open)
    }
}

impl Surroundings {
    fn of(places: &[[i32; 3]], reach: &[Option<u64>], nowhere: u64) -> Self {
        let mut found = Self { low: [i32::MAX; 3], high: [i32::MIN; 3], reach: (NEVER, 0), blank: false };
        for (bit, (place, reach)) in places.iter().zip(reach).enumerate() {
            if nowhere >> bit & 1 == 1 {
                continue;
            }
            for (axis, at) in place.iter().enumerate() {
                found.low[axis] = found.low[axis].min(*at);
                found.high[axis] = found.high[axis].max(*at);
            }
            match reach {
                Some(reach) => found.reach = (found.reach.0.min(*reach), found.reach.1.max(*reach)),
                None => found.blank = true,
            }
        }
        found
    }

    /// The squares of the shortest and the longest way to anywhere in the box; of an empty one both without meaning.
    fn squared(&self, place: [i32; 3]) -> (u64, u64) {
        let (mut nearest, mut farthest) = (0, 0);
        for ((low, high), at) in self.low.into_iter().zip(self.high).zip(place) {
            let (low, high, at) = (i64::from(low), i64::from(high), i64::from(at));
            nearest += (low - at).max(at - high).max(0).unsigned_abs().pow(2);
            farthest += (at - low).abs().max((high - at).abs()).unsigned_abs().pow(2);
        }
        (nearest, farthest)
    }
}

fn squared(one: [i32; 3], other: [i32; 3]) -> u64 {
    one.into_iter().zip(other).map(|(a, b)| u64::from(a.abs_diff(b)).pow(2)).sum()
}
