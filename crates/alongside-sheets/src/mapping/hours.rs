//! Neighbouring columns, each of which stands for one stretch of the week.

use super::at::At;
use super::columns::Columns;
use super::marks::{Marks, REMEDY};
use crate::read::Cells;
use alongside::input::{HoursConfig, Node};
use alongside::issue::{IssueCode, Place};
use std::fmt::Write;
use std::sync::Arc;

/// Half hours of a day and of a week.
const DAY: usize = 48;
const WEEK: usize = 7 * DAY;

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The columns and the half hours that they stand for.
#[derive(Debug)]
pub(crate) struct HoursPlan {
    columns: Vec<usize>,
    starts: usize,
    each: usize,
    marks: Marks,
}

impl HoursPlan {
    pub(crate) fn of(config: &HoursConfig, field: &Arc<str>, place: &Place, columns: &mut Columns<'_>) -> Option<Self> {
        let run = columns.run(&config.run, field, place)?;
        let needed = usize::try_from(config.count).ok()?;
        if run.len() != needed {
            let each = u64::from(config.each) * 30;
            let message = format!("the run has {} columns, where {needed} of {each} minutes are needed", run.len());
            let remedy = "mend `first` and `last`, or declare `starts`, `ends` and `minutes` as the sheet has them";
            columns.report.push(IssueCode::ColumnRun, place.clone(), message, remedy);
            return None;
        }
        let half_hours = |count: u32| usize::try_from(count).unwrap_or(0);
        let (starts, each) = (half_hours(config.starts), half_hours(config.each));
        Some(Self { columns: run, starts, each, marks: Marks::of(&config.marks) })
    }

    /// The marked times as availability text; none where no cell is marked.
    pub(crate) fn node(&self, cells: Cells<'_>, field: &Arc<str>, at: &mut At<'_>) -> Option<Node> {
        let mut week = [false; WEEK];
        for (index, column) in self.columns.iter().enumerate() {
            match self.marks.read(&cells.cell(*column), at.buffer) {
                Some(true) => {
                    let first = self.starts + index * self.each;
                    (first..first + self.each).for_each(|slot| {
                        if let Some(free) = week.get_mut(slot % WEEK) {
                            *free = true;
                        }
                    });
                }
                Some(false) => {}
                None => at.unreadable(&[*column], field, "the cell is neither marked nor unmarked", REMEDY),
            }
        }
        let text = written(&week);
        (!text.is_empty()).then(|| Node::text(text))
    }
}

/// The free half hours as `Mon 17:00-20:00; Tue 09:00-24:00`, day by day.
fn written(week: &[bool; WEEK]) -> String {
    let mut text = String::new();
    for (name, day) in DAYS.iter().zip(week.chunks(DAY)) {
        let mut start = 0;
        for run in day.chunk_by(|one, next| one == next) {
            let end = start + run.len();
            if run.first() == Some(&true) {
                let separator = if text.is_empty() { "" } else { "; " };
                let clock = |slot: usize| (slot / 2, slot % 2 * 30);
                let ((from, from_minute), (to, to_minute)) = (clock(start), clock(end));
                // Writing to a String cannot fail.
                let _ = write!(text, "{separator}{name} {from:02}:{from_minute:02}-{to:02}:{to_minute:02}");
            }
            start = end;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_written_day_by_day() {
        let mut week = [false; WEEK];
        assert_eq!(written(&week), "");
        for slot in [0, 1, 2, 47, 48, 335] {
            week[slot] = true;
        }
        assert_eq!(written(&week), "Mon 00:00-01:30; Mon 23:30-24:00; Tue 00:00-00:30; Sun 23:30-24:00");
    }
}
