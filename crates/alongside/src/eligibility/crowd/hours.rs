//! The rule of time: for each half hour of the week, who of the other side is free.

use super::bits;
use super::objections::Sink;
use crate::compile;
use crate::domain::{HALF_HOURS, Week};
use crate::eligibility::Verdict;
use crate::eligibility::time_overlap::TimeOverlap;
use crate::outcome::Obstacle;

/// Who is free when, by position.
pub(super) struct Hours<'r> {
    rule: &'r TimeOverlap<'r>,
    own: &'r compile::Side<'r>,
    known: Vec<u64>,
    /// Row by row for each half hour: who is free in it.
    free: Vec<u64>,
    /// The same: for whom a stretch that is long enough begins with it.
    long: Vec<u64>,
}

impl<'r> Hours<'r> {
    pub(super) fn new(
        rule: &'r TimeOverlap<'r>,
        own: &'r compile::Side<'r>,
        other: &compile::Side<'_>,
        people: &[u32],
    ) -> Self {
        let width = bits::nobody(people.len()).len();
        let (mut free, mut long) = (vec![0; width * HALF_HOURS], vec![0; width * HALF_HOURS]);
        let mut known = bits::nobody(people.len());
        for (at, person) in people.iter().enumerate() {
            let Some(week) = other.week(*person as usize) else { continue };
            bits::set(&mut known, at);
            for (rows, slots) in [(&mut free, *week), (&mut long, week.beginnings(rule.half_hours))] {
                bits::each(slots.words()).for_each(|slot| bits::set(&mut rows[slot * width..], at));
            }
        }
        Self { rule, own, known, free, long }
    }

    pub(super) fn ask(&self, person: usize, sink: &mut Sink<'_, 'r>) {
        let blank = Verdict::blank(self.rule.unknown, &self.rule.about);
        let Some(week) = self.own.week(person) else { return sink.put(blank, &bits::everybody(sink.people)) };
        let shared = self.among(&self.free, week);
        let long = self.among(&self.long, &week.beginnings(self.rule.half_hours));
        let mut row = self.known.clone();
        bits::drop_all(&mut row, &shared);
        sink.put(Verdict::refused(Obstacle::NoneShared), &row);
        row.copy_from_slice(&shared);
        bits::drop_all(&mut row, &long);
        sink.put(Verdict::refused(Obstacle::TooShort), &row);
        if !blank.is_eligible() {
            row.copy_from_slice(&bits::everybody(sink.people));
            bits::drop_all(&mut row, &self.known);
            sink.put(blank, &row);
        }
    }

    /// Everybody in a row of any of these half hours.
    fn among(&self, rows: &[u64], slots: &Week) -> Vec<u64> {
        let width = self.known.len();
        let mut found = vec![0; width];
        bits::each(slots.words()).for_each(|slot| bits::join(&mut found, &rows[slot * width..(slot + 1) * width]));
        found
    }
}
