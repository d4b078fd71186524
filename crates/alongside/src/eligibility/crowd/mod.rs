//! What every rule says of everybody on the other side of one person: rows of bits in place of pairs.
//!
//! The rules themselves, pair by pair, are the reference, and where a rule looks at answers, wishes or records it is
//! asked once for all who are alike. Whole weeks, days and places have rows of their own. A rule that says nothing of
//! what it looks at is asked pair by pair.

#![allow(
    clippy::indexing_slicing,
    reason = "an index here is a person's place, position or class that the crowd itself laid out: a miss is a defect \
              of it, never of the programme"
)]

mod alike;
mod bits;
mod classes;
mod days;
mod hours;
mod objections;
mod records;
#[cfg(test)]
mod tests;
mod travel;
mod wishes;

pub(crate) use objections::Verdicts;

use super::{Looks, Rule, Rules, Verdict};
use crate::compile::{self, Compiled};
use crate::domain::{AttributeKey, Side};
use alike::Alike;
use bits::WORD;
use classes::Classes;
use objections::Sink;
use rayon::prelude::*;

/// The people of one side, as every rule sees them from the other.
pub(crate) struct Crowd<'r> {
    of: Side,
    order: Order,
    rules: Vec<Rows<'r>>,
}

/// People of the crowd by position.
#[derive(Debug)]
pub(crate) struct Crew(Vec<u64>);

/// The order in which people stand.
struct Order {
    people: Vec<u32>,
    positions: Vec<u32>,
}

/// Verdicts that object, with whom.
type Parts<'r> = Vec<(Verdict<'r>, Vec<u64>)>;

/// How one rule is asked.
enum Rows<'r> {
    Nobody,
    /// The same verdicts whoever asks.
    Fixed(Parts<'r>),
    /// One verdict for all.
    Alone(&'r (dyn Rule + 'r)),
    Classes(&'r (dyn Rule + 'r), Classes, Alike<Parts<'r>>),
    Records(records::OnRecord<'r>),
    Hours(Box<hours::Hours<'r>>),
    Days(Box<days::Days<'r>>),
    Travel(Box<travel::Ways<'r>>),
    Wishes(Box<wishes::Wishes<'r>>),
    Pairs(&'r (dyn Rule + 'r)),
}

impl std::fmt::Debug for Crowd<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Crowd").field("of", &self.of).field("people", &self.order.people.len()).finish_non_exhaustive()
    }
}

impl<'r> Crowd<'r> {
    /// Everybody whom people of the side could be paired with. Time and memory linear in people for each rule, but for
    /// finding who is alike, which takes a logarithm.
    pub(crate) fn new(compiled: &'r Compiled<'r>, rules: &'r Rules<'r>, of: Side) -> Self {
        let (owns, others) = match of {
            Side::Mentee => (compiled.mentees(), compiled.mentors()),
            Side::Mentor => (compiled.mentors(), compiled.mentees()),
        };
        let (own, other) = match of {
            Side::Mentee => (&compiled.mentees, &compiled.mentors),
            Side::Mentor => (&compiled.mentors, &compiled.mentees),
        };
        let travels = rules.rules.iter().find_map(|rule| match rule.looks() {
            Looks::Travel(travel) => Some(travel.reaches(of.other()).unwrap_or_default()),
            _ => None,
        });
        let order = Order::new(other, others, travels);
        let rows = rules.rules.par_iter().with_max_len(1).map(|rule| {
            let rule: &'r (dyn Rule + 'r) = &**rule;
            if !rule.could_object() || order.people.is_empty() {
                return Rows::Nobody;
            }
            match (rule.looks(), of) {
                (Looks::Mentor, Side::Mentee) => Rows::Fixed(parted(&order, |mentor| rule.verdict(0, mentor))),
                (Looks::Mentor, Side::Mentor) => Rows::Alone(rule),
                (Looks::Answers(keys), _) => {
                    let answers = |side: &'r compile::Side<'r>| {
                        let columns: Vec<&compile::Column> = keys.iter().map(|key| side.column(key)).collect();
                        move |one| columns.iter().map(|column| column.answer(one)).collect::<Vec<_>>()
                    };
                    let alike = Alike::new(owns, order.words(), answers(own));
                    Rows::Classes(rule, Classes::new(&order.people, answers(other)), alike)
                }
                (Looks::Kinds(kinds), _) => {
                    let (own, of) = match of {
                        Side::Mentee => (&kinds.mentees, &kinds.mentors),
                        Side::Mentor => (&kinds.mentors, &kinds.mentees),
                    };
                    let alike = Alike::new(owns, order.words(), |one| own[one]);
                    Rows::Classes(rule, Classes::new(&order.people, |one| of[one]), alike)
                }
                (Looks::Records(records), _) => Rows::Records(records::OnRecord::new(rule, records, of, owns, &order)),
                (Looks::Hours(time), _) => Rows::Hours(Box::new(hours::Hours::new(time, own, other, &order.people))),
                (Looks::Days(dates), _) => days::Days::new(dates, of, &order.people)
                    .map_or(Rows::Pairs(rule), |days| Rows::Days(Box::new(days))),
                (Looks::Travel(travel), _) => Rows::Travel(Box::new(travel::Ways::new(travel, of, compiled, &order))),
                (Looks::Wishes(preferences), _) => {
                    Rows::Wishes(Box::new(wishes::Wishes::new(preferences, of, (own, owns), other, &order.people)))
                }
            }
        });
        Self { of, rules: rows.collect(), order }
    }

    /// Nothing asked yet.
    pub(crate) fn verdicts(&self) -> Verdicts<'r> {
        Verdicts::new(self.rules.len(), self.order.people.len())
    }

    /// Those for whom it holds, by their place in the programme.
    pub(crate) fn crew(&self, holds: impl Fn(usize) -> bool) -> Crew {
        Crew(bits::those(self.order.people.len(), |at| holds(self.order.people[at] as usize)))
    }

    /// Whom all rules allow, by their place in the programme, in no order of meaning.
    pub(crate) fn allowed<'v>(&'v self, verdicts: &'v Verdicts<'_>) -> impl Iterator<Item = usize> + 'v {
        verdicts.allowed().map(|at| self.order.people[at] as usize)
    }

    /// Asks every rule about a person and everybody here. Time in proportion to the words that bits of everybody take.
    pub(crate) fn ask(&self, person: usize, verdicts: &mut Verdicts<'r>) {
        verdicts.ask(|rule, sink| match &self.rules[rule] {
            Rows::Nobody => {}
            Rows::Fixed(parts) => sink.put_all(parts),
            Rows::Alone(rule) => {
                let (mentee, mentor) = pair(self.of, person, 0);
                sink.put(rule.verdict(mentee, mentor), &bits::everybody(sink.people));
            }
            Rows::Classes(rule, classes, alike) => {
                let make = || classes.parted(|other| self.one(*rule, person, other));
                alike.with(person, make, |parts| sink.put_all(parts));
            }
            Rows::Records(records) => records.ask(person, sink),
            Rows::Hours(hours) => hours.ask(person, sink),
            Rows::Days(days) => days.ask(person, sink),
            Rows::Travel(travel) => travel.ask(person, sink),
            Rows::Wishes(wishes) => wishes.ask(person, sink),
            Rows::Pairs(rule) => self.pairs(*rule, person, sink),
        });
    }

    fn one(&self, rule: &'r (dyn Rule + 'r), person: usize, other: usize) -> Verdict<'r> {
        let (mentee, mentor) = pair(self.of, person, other);
        rule.verdict(mentee, mentor)
    }

    fn pairs(&self, rule: &'r (dyn Rule + 'r), person: usize, sink: &mut Sink<'_, 'r>) {
        for (at, other) in self.order.people.iter().enumerate() {
            sink.put_one(self.one(rule, person, *other as usize), at);
        }
    }
}

/// Mentee and mentor, of a person of the side and one of the other.
const fn pair(of: Side, own: usize, other: usize) -> (usize, usize) {
    match of {
        Side::Mentee => (own, other),
        Side::Mentor => (other, own),
    }
}

/// Everybody by what is said of them, where it objects.
fn parted<'r>(order: &Order, verdict: impl Fn(usize) -> Verdict<'r>) -> Parts<'r> {
    let mut parts: Parts<'r> = Vec::new();
    for (at, person) in order.people.iter().enumerate() {
        let said = verdict(*person as usize);
        if said.is_eligible() {
            continue;
        }
        let part = parts.iter().position(|(known, _)| *known == said).unwrap_or_else(|| {
            parts.push((said, bits::nobody(order.people.len())));
            parts.len() - 1
        });
        bits::set(&mut parts[part].1, at);
    }
    parts
}

impl Order {
    /// By id; where distance counts, in an order in which neighbours in space stay near each other (Morton 1966), those
    /// alike in ways of meeting together, and those who go about as far where that counts, so that whole words of bits
    /// are near or far at once.
    fn new(side: &compile::Side<'_>, many: usize, reach: Option<&[Option<u64>]>) -> Self {
        let mut people: Vec<u32> = (0..many as u32).collect();
        if let Some(reach) = reach {
            let ways = side.column(&AttributeKey::new("delivery_methods"));
            let spread =
                |value: u64, axis: u32| (0..21).fold(0, |all, bit| all | (value >> bit & 1) << (3 * bit + axis));
            people.sort_by_cached_key(|person| {
                let person = *person as usize;
                let place = side.place(person).map(|place| {
                    // The earth's radius is below 2^23 metres; steps of 8 metres are enough.
                    let steps = place.metres().map(|metres| (i64::from(metres) + (1 << 23)).unsigned_abs() >> 3);
                    steps.into_iter().zip(0..).fold(0, |all, (steps, axis)| all | spread(steps, axis))
                });
                let reach = reach.get(person).map(|square| compile::about(*square));
                (ways.answer(person), reach, place, person)
            });
        }
        let mut positions = vec![0; many];
        people.iter().zip(0..).for_each(|(person, at)| positions[*person as usize] = at);
        Self { people, positions }
    }

    /// Words of bits for everybody.
    const fn words(&self) -> usize {
        self.people.len().div_ceil(WORD)
    }

    fn position(&self, person: usize) -> u32 {
        self.positions[person]
    }
}

// A word's people are looked at together wherever the order makes them neighbours.
const _: () = assert!(WORD == 64);
