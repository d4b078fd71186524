//! The rule of days: who of the other side begins after, or ends before, each day.
//!
//! Two people have too few days in common if and only if one of four things holds: the one alone has too few, the other
//! alone, or either begins too late for the other's end. Each is a row that can be laid out beforehand.

use super::bits;
use super::classes::Classes;
use super::objections::Sink;
use crate::domain::Side;
use crate::eligibility::Verdict;
use crate::eligibility::dates_overlap::DatesOverlap;
use crate::outcome::Obstacle;

/// Rows of people by day.
pub(super) struct Days<'r> {
    rule: &'r DatesOverlap<'r>,
    of: Side,
    /// Who begins at or after each first day, days ascending.
    from: Later,
    /// Who ends at or before each last day: kept by the day's negative.
    until: Later,
    /// Who alone has no day in the period, and fewer than are asked for.
    alone: [Vec<u64>; 2],
    /// People alike in which of both is blank, and in whether a day of transition is.
    blanks: Classes,
    /// Where the rule asks for a start before a transition: who can begin only after their own, and who has to begin
    /// before each day, kept by the day's negative.
    transition: Option<(Vec<u64>, Later)>,
}

/// For each day, who has it or a later one.
struct Later {
    days: Vec<i64>,
    rows: Vec<Vec<u64>>,
}

/// Later than any day that can be written.
const NEVER: i64 = 1 << 40;

/// Most bytes that rows by day may take.
const MOST_BYTES: usize = 1 << 26;

impl Later {
    /// None where there are too many different days.
    fn new(of: &[i64]) -> Option<Self> {
        let mut days = of.to_vec();
        days.sort_unstable();
        days.dedup();
        if days.len() * of.len() / 8 > MOST_BYTES {
            return None;
        }
        let mut rows = vec![bits::nobody(of.len()); days.len()];
        for (at, day) in of.iter().enumerate() {
            let row = days.partition_point(|known| known < day);
            bits::set(&mut rows[row], at);
        }
        for at in (1..rows.len()).rev() {
            let (earlier, later) = rows.split_at_mut(at);
            bits::join(&mut earlier[at - 1], &later[0]);
        }
        Some(Self { days, rows })
    }

    /// Who has that day or a later one.
    fn at_least(&self, day: i64) -> Option<&[u64]> {
        self.rows.get(self.days.partition_point(|known| *known < day)).map(Vec::as_slice)
    }
}

impl<'r> Days<'r> {
    /// None where there are too many different days.
    pub(super) fn new(rule: &'r DatesOverlap<'r>, of: Side, people: &[u32]) -> Option<Self> {
        let other = of.other();
        let days: Vec<(i64, i64)> = people.iter().map(|person| rule.days(other, *person as usize)).collect();
        let open_end = |at: usize| match other {
            Side::Mentee => rule.start_before(people[at] as usize),
            Side::Mentor => None,
        };
        let transition = match rule.before {
            Some(_) => {
                // A day that nobody has stands for nobody's transition.
                let before: Vec<i64> = (0..people.len()).map(|at| -open_end(at).unwrap_or(NEVER)).collect();
                let late = bits::those(people.len(), |at| open_end(at).is_some_and(|day| days[at].0 >= day));
                Some((late, Later::new(&before)?))
            }
            None => None,
        };
        let alone = |fewest: i64| bits::those(days.len(), |at| days[at].1 - days[at].0 + 1 < fewest);
        Some(Self {
            from: Later::new(&days.iter().map(|(from, _)| *from).collect::<Vec<_>>())?,
            until: Later::new(&days.iter().map(|(_, until)| -until).collect::<Vec<_>>())?,
            alone: [alone(1), alone(rule.minimum)],
            blanks: Classes::new(people, |person| {
                let transition = rule.before.filter(|_| other == Side::Mentee);
                (rule.blank(other, person), transition.is_some_and(|days| days.position(person).is_none()))
            }),
            transition,
            rule,
            of,
        })
    }

    pub(super) fn ask(&self, person: usize, sink: &mut Sink<'_, 'r>) {
        let own = self.rule.days(self.of, person);
        let none = self.fewer(own, 1, &self.alone[0], sink.people);
        sink.put(Verdict::refused(Obstacle::NoneShared), &none);
        let mut short = self.fewer(own, self.rule.minimum, &self.alone[1], sink.people);
        bits::drop_all(&mut short, &none);
        sink.put(Verdict::refused(Obstacle::TooShort), &short);
        bits::join(&mut short, &none);
        let mut late = self.late(person, own.0, sink.people);
        bits::drop_all(&mut late, &short);
        sink.put(Verdict::refused(Obstacle::StartsTooLate), &late);
        bits::join(&mut short, &late);
        let blank = self.rule.blank(self.of, person);
        let other = self.of.other();
        let said = |one: usize| {
            let mentee = if self.of == Side::Mentee { person } else { one };
            self.rule.open(mentee, blank, self.rule.blank(other, one))
        };
        for (verdict, mut row) in self.blanks.parted(said) {
            bits::drop_all(&mut row, &short);
            sink.put(verdict, &row);
        }
    }

    /// With whom the person could begin only when a transition is past.
    fn late(&self, person: usize, first: i64, people: usize) -> Vec<u64> {
        let Some((alone, before)) = &self.transition else { return bits::nobody(people) };
        match self.of {
            Side::Mentee => match self.rule.start_before(person) {
                Some(day) if first >= day => bits::everybody(people),
                Some(day) => self.from.at_least(day).map_or_else(|| bits::nobody(people), <[u64]>::to_vec),
                None => bits::nobody(people),
            },
            Side::Mentor => {
                let mut found = alone.clone();
                // Theirs is on the mentor's first day or before it.
                before.at_least(-first).into_iter().for_each(|row| bits::join(&mut found, row));
                found
            }
        }
    }

    /// Who has fewer than so many days in common with the person.
    fn fewer(&self, own: (i64, i64), fewest: i64, alone: &[u64], people: usize) -> Vec<u64> {
        if own.1 - own.0 + 1 < fewest {
            return bits::everybody(people);
        }
        let mut found = alone.to_vec();
        // They begin so late that too little is left of the person's time, or end so early.
        let late = self.from.at_least(own.1 + 2 - fewest);
        let early = self.until.at_least(-(own.0 + fewest - 2));
        late.into_iter().chain(early).for_each(|row| bits::join(&mut found, row));
        found
    }
}
