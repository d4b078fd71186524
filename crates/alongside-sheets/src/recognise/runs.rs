//! Neighbouring columns of ticked boxes that belong together.

use super::evidence::{Kind, plain};
use super::survey::Column;

/// Neighbouring columns that say one thing together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) kind: RunKind,
    /// First and last column, both included.
    pub(super) first: usize,
    pub(super) last: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RunKind {
    /// One column for each stretch of so many minutes of a week.
    Hours { minutes: usize },
    /// One column for each term.
    OneHot,
}

impl Run {
    pub(super) const fn len(&self) -> usize {
        self.last + 1 - self.first
    }

    pub(super) const fn holds(&self, column: usize) -> bool {
        self.first <= column && column <= self.last
    }
}

/// Fewest neighbours that make a run.
const FEWEST: usize = 3;

/// The runs of a sheet, in order.
pub(super) fn find(columns: &[Column]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut open: Option<(usize, Option<String>)> = None;
    let mut close = |open: &mut Option<(usize, Option<String>)>, next: usize| {
        let Some((first, _)) = open.take() else { return };
        let last = next.saturating_sub(1);
        let count = next - first;
        let numbered = columns.get(first).is_some_and(|column| stem(&column.header).is_some());
        let kind = match count {
            168 if numbered => RunKind::Hours { minutes: 60 },
            336 if numbered => RunKind::Hours { minutes: 30 },
            _ => RunKind::OneHot,
        };
        if count >= FEWEST {
            runs.push(Run { kind, first, last });
        }
    };
    for (index, column) in columns.iter().enumerate() {
        let stem = stem(&column.header).map(|(stem, _)| stem);
        match &open {
            _ if !is_marked(column) => close(&mut open, index),
            Some((_, before)) if *before == stem => {}
            _ => {
                close(&mut open, index);
                open = Some((index, stem));
            }
        }
    }
    close(&mut open, columns.len());
    runs
}

/// Whether every filled cell is a tick or its absence, and the header is no question of its own.
fn is_marked(column: &Column) -> bool {
    let facts = &column.facts;
    facts.filled > 0
        && facts.count(Kind::Mark) == facts.filled
        && facts.plain_words().count() <= 2
        && !column.header.trim_end().ends_with('?')
        && !column.header.trim().is_empty()
}

/// What stands before the number at the end of a header, and the number. The `(2)` that tells repeated headers apart is
/// no such number.
pub(super) fn stem(header: &str) -> Option<(String, u32)> {
    let header = header.trim();
    let digits = header.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (stem, number) = header.split_at_checked(header.len() - digits)?;
    Some((plain(stem), number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::super::facts::Facts;
    use super::*;

    fn column(header: &str, cells: &[&str]) -> Column {
        let mut facts = Facts::new();
        for cell in cells {
            facts.add(cell);
        }
        Column { header: header.to_owned(), facts }
    }

    #[test]
    fn neighbours_with_ticks_make_a_run() {
        let ticks = ["1", "0", "1"];
        let mut columns = vec![column("Name", &["Pip", "Pop", "Pup"])];
        columns.extend(["Chess", "Jazz", "Soup"].map(|header| column(header, &ticks)));
        columns.push(column("Car?", &ticks));
        columns.extend(["Age", "Size"].map(|header| column(header, &ticks)));
        assert_eq!(find(&columns), [Run { kind: RunKind::OneHot, first: 1, last: 3 }]);
    }

    #[test]
    fn repeated_headers_do_not_part_a_run() {
        let columns = ["Chess", "General (1)", "Soup", "General (2)"].map(|header| column(header, &["1", "0"]));
        assert_eq!(find(&columns), [Run { kind: RunKind::OneHot, first: 0, last: 3 }]);
    }

    #[test]
    fn a_week_of_numbered_columns_is_availability() {
        let mut columns: Vec<Column> = (1..=168).map(|hour| column(&format!("Avail {hour}"), &["0", "1"])).collect();
        columns.extend(["A", "B", "C"].map(|header| column(header, &["x", ""])));
        let runs = find(&columns);
        let expected = Run { kind: RunKind::Hours { minutes: 60 }, first: 0, last: 167 };
        assert_eq!(runs.first(), Some(&expected));
        assert_eq!(runs.get(1), Some(&Run { kind: RunKind::OneHot, first: 168, last: 170 }));
    }
}
