//! Rules that object to nobody but where something is on record.

use super::bits;
use super::objections::Sink;
use super::{Order, pair};
use crate::domain::Side;
use crate::eligibility::{Records, Rule};

/// What is on record, by position.
pub(super) struct OnRecord<'r> {
    rule: &'r (dyn Rule + 'r),
    of: Side,
    records: Records<'r>,
    /// People of the other side to whom the rule objects whoever asks.
    others: Vec<u64>,
    /// For each person asked about, the people of the other side with whom more is on record.
    asked: Vec<Vec<u32>>,
    people: Vec<u32>,
}

impl<'r> OnRecord<'r> {
    pub(super) fn new(
        rule: &'r (dyn Rule + 'r),
        mut records: Records<'r>,
        of: Side,
        owns: usize,
        order: &Order,
    ) -> Self {
        let mut asked: Vec<Vec<u32>> = vec![Vec::new(); owns];
        for (mentee, mentor) in records.pairs.drain(..) {
            let (own, other) = pair(of, mentee, mentor);
            asked[own].push(order.position(other));
        }
        for row in &mut asked {
            row.sort_unstable();
            row.dedup();
        }
        for side in [&mut records.mentees, &mut records.mentors] {
            side.sort_unstable();
        }
        let mut others = bits::nobody(order.people.len());
        let theirs = if of == Side::Mentee { &records.mentors } else { &records.mentees };
        for other in theirs {
            bits::set(&mut others, order.position(*other) as usize);
        }
        Self { rule, of, records, others, asked, people: order.people.clone() }
    }

    pub(super) fn ask(&self, person: usize, sink: &mut Sink<'_, 'r>) {
        let own = if self.of == Side::Mentee { &self.records.mentees } else { &self.records.mentors };
        let mut usual =
            if own.binary_search(&person).is_ok() { bits::everybody(sink.people) } else { self.others.clone() };
        for at in &self.asked[person] {
            let at = *at as usize;
            bits::clear(&mut usual, at);
            let (mentee, mentor) = pair(self.of, person, self.people[at] as usize);
            sink.put_one(self.rule.verdict(mentee, mentor), at);
        }
        sink.put(self.records.usual, &usual);
    }
}
