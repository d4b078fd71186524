//! The rule of travel over people who stand in an order in which neighbours in space are near each other, told of
//! sixty-four of them at a time.

use super::alike::Alike;
use super::bits;
use super::classes::Classes;
use super::objections::Sink;
use super::{Order, pair};
use crate::compile::{Compiled, Limit, PlacesTogether, TOGETHER};
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
    /// Of people of the asking side alike in these: who has another way of meeting them, and of whom that is not known.
    others: Alike<[Vec<u64>; 2]>,
    nowhere: Vec<u64>,
    /// One for each word of bits.
    words: Vec<Surroundings>,
}

/// Where the people of one word are.
struct Surroundings {
    places: PlacesTogether,
    /// Those whose reach is blank.
    blank: u64,
}

/// From where on it is too far, and open because a reach is blank: of those whose reach is known, and of the others.
struct Limits {
    far: Limit,
    open: Limit,
    blank: (f64, f64),
}

/// Never.
const NEVER: f64 = f64::INFINITY;

/// Whatever somebody's reach is.
const fn always(from: f64) -> Limit {
    Limit { at_least: from, at_most: from }
}

/// From their own reach on.
const THEIRS: Limit = Limit { at_least: f64::NEG_INFINITY, at_most: NEVER };

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
        let place = |person: u32| other.place(person as usize);
        let others = of.other();
        let owns = match of {
            Side::Mentee => compiled.mentees(),
            Side::Mentor => compiled.mentors(),
        };
        let whereabouts = |person: &u32| (place(*person), reach[*person as usize]);
        let words = people.chunks(TOGETHER).map(|people| Surroundings::of(people.iter().map(whereabouts)));
        Self {
            rule,
            of,
            own,
            meeting: Classes::new(people, |person| rule.meeting.tokens(others, person, true, false)),
            others: Alike::new(owns, order.words(), |person| rule.meeting.tokens(of, person, true, false)),
            words: words.collect(),
            nowhere: bits::those(people.len(), |at| place(people[at]).is_none()),
        }
    }

    pub(super) fn ask(&self, person: usize, sink: &mut Sink<'_, 'r>) {
        let rule = self.rule;
        let others = || {
            [Some(true), None].map(|known| {
                self.meeting.those(|other| {
                    let (mentee, mentor) = pair(self.of, person, other);
                    rule.meeting.another_way(mentee, mentor) == known
                })
            })
        };
        self.others.with(person, others, |[excused, speechless]| self.put(person, (excused, speechless), sink));
    }

    /// Puts what is said of those who are not excused; whether the speechless are is not known.
    fn put(&self, person: usize, (excused, speechless): (&[u64], &[u64]), sink: &mut Sink<'_, 'r>) {
        let rule = self.rule;
        let blank = Verdict::blank(rule.unknown, &rule.place);
        let mut row = bits::everybody(sink.people);
        bits::drop_all(&mut row, excused);
        let Some(place) = self.own.place(person).map(Place::metres) else { return sink.put(blank, &row) };
        let mut here = row.clone();
        bits::drop_all(&mut here, &self.nowhere);
        bits::drop_all(&mut row, &here);
        sink.put(blank, &row);
        let own = match self.of {
            Side::Mentee => rule.of_mentees[person],
            Side::Mentor => rule.of_mentors[person],
        };
        let (place, limits) = (place.map(f64::from), self.limits(own.map(square)));
        let mut open = row;
        row = here;
        for ((word, far), open) in self.words.iter().zip(&mut row).zip(&mut open) {
            (*far, *open) = if *far == 0 { (0, 0) } else { word.ask(*far, place, &limits) };
        }
        let mut unspoken = row.clone();
        bits::drop_all(&mut row, speechless);
        bits::drop_all(&mut unspoken, &row);
        sink.put(Verdict::refused(Obstacle::TooFar), &row);
        sink.put(Verdict::blank(rule.unknown, &rule.languages), &unspoken);
        sink.put(Verdict::blank(rule.unknown, &rule.reach), &open);
    }

    /// With one's own reach.
    fn limits(&self, own: Option<f64>) -> Limits {
        let never = always(NEVER);
        let ours = match self.rule.who {
            Traveller::Mentor => self.of == Side::Mentor,
            Traveller::Mentee => self.of == Side::Mentee,
            Traveller::Either | Traveller::Both | Traveller::Nobody => false,
        };
        let (far, open, blank) = match (self.rule.who, own) {
            (Traveller::Nobody, _) => (never, never, (NEVER, NEVER)),
            (Traveller::Mentor | Traveller::Mentee, Some(own)) if ours => (always(own), never, (own, NEVER)),
            (Traveller::Mentor | Traveller::Mentee, None) if ours => (never, always(0.0), (NEVER, 0.0)),
            (Traveller::Mentor | Traveller::Mentee, _) => (THEIRS, never, (NEVER, 0.0)),
            // Who is known to get there is enough; else it is open whether the other can.
            (Traveller::Either, Some(own)) => (Limit { at_least: own, ..THEIRS }, never, (NEVER, own)),
            (Traveller::Either, None) => (never, THEIRS, (NEVER, 0.0)),
            // Who is known not to get there is enough.
            (Traveller::Both, Some(own)) => (Limit { at_most: own, ..THEIRS }, never, (own, 0.0)),
            (Traveller::Both, None) => (THEIRS, always(0.0), (NEVER, 0.0)),
        };
        let most = self.rule.programme.map_or(NEVER, square);
        let within = |from: f64| from.min(most);
        let far = Limit { at_least: within(far.at_least), at_most: within(far.at_most) };
        Limits { far, open, blank: (within(blank.0), blank.1) }
    }
}

impl Surroundings {
    fn of(people: impl Iterator<Item = (Option<Place>, Option<u64>)> + Clone) -> Self {
        let blank = people.clone().enumerate().filter(|(_, (place, reach))| place.is_some() && reach.is_none());
        let blank = blank.fold(0, |blank, (bit, _)| blank | 1 << bit);
        Self { places: PlacesTogether::new(people.map(|(place, reach)| (place, reach.map(square)))), blank }
    }

    /// To whom of these it is too far, and for whom it is open.
    fn ask(&self, asked: u64, place: [f64; 3], limits: &Limits) -> (u64, u64) {
        let (nearest, farthest) = self.places.squared(place);
        let Limits { far, open, blank } = limits;
        if nearest >= far.of(self.places.longest) && (self.blank == 0 || nearest >= blank.0) {
            return (asked, 0);
        }
        let known = far.of(self.places.shortest).min(open.of(self.places.shortest));
        if farthest < known && (self.blank == 0 || farthest < blank.0.min(blank.1)) {
            return (0, 0);
        }
        let beyond = |known: Limit, blank: f64| {
            let known = self.beyond(asked & !self.blank, place, known);
            known | self.beyond(asked & self.blank, place, always(blank))
        };
        let far = beyond(*far, blank.0);
        (far, beyond(*open, blank.1) & !far)
    }

    /// Who of these is that far.
    fn beyond(&self, asked: u64, place: [f64; 3], from: Limit) -> u64 {
        if asked == 0 || from.at_least == NEVER {
            0
        } else if from.at_most <= 0.0 {
            asked
        } else {
            asked & self.places.beyond(place, from)
        }
    }
}

/// A square of whole metres.
fn square(metres: u64) -> f64 {
    metres as f64
}
