//! Aligned columns within the width of the screen.

use super::style::{self, paint};
use super::text::Put;
use super::text::{cut, width, wrap};

/// Columns between two columns.
const GAP: usize = 2;
/// Widest a column with an id or a number becomes.
const WIDEST: usize = 28;
/// Narrowest a column of prose becomes; a narrower screen breaks the lines itself.
const NARROWEST: usize = 16;

/// How a column takes its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// As wide as its widest cell, cut beyond reason.
    Left,
    /// The same, aligned to the right.
    Right,
    /// What is left over, shared among all such columns; long cells go over several lines.
    Prose,
}

/// A table of cells of plain text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    columns: Vec<(String, Kind)>,
    rows: Vec<Vec<Vec<String>>>,
}

impl Table {
    /// No column yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A column of short text.
    pub(crate) fn left(mut self, header: &str) -> Self {
        self.columns.push((header.to_owned(), Kind::Left));
        self
    }

    /// A column of numbers.
    pub(crate) fn right(mut self, header: &str) -> Self {
        self.columns.push((header.to_owned(), Kind::Right));
        self
    }

    /// A column of prose.
    pub(crate) fn prose(mut self, header: &str) -> Self {
        self.columns.push((header.to_owned(), Kind::Prose));
        self
    }

    /// Adds a row of one-line cells.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| vec![cell]).collect());
    }

    /// Adds a row whose cells may have several lines.
    pub(crate) fn tall_row(&mut self, cells: impl IntoIterator<Item = Vec<String>>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The table in so many columns of the screen, indented by two, each line ending in a line feed.
    pub(crate) fn render(&self, screen: usize) -> String {
        let widths = self.widths(screen.saturating_sub(GAP));
        let mut text = String::new();
        if self.columns.iter().any(|(header, _)| !header.is_empty()) {
            let header: Vec<_> = self.columns.iter().map(|(header, _)| vec![header.clone()]).collect();
            self.line_up(&header, &widths, &mut |line| text.put(format_args!("{}\n", paint(style::QUIET, line))));
        }
        for row in &self.rows {
            self.line_up(row, &widths, &mut |line| {
                text.push_str(line);
                text.push('\n');
            });
        }
        text
    }

    fn widths(&self, room: usize) -> Vec<usize> {
        let widest = |at: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(at)).flatten().map(|line| width(line));
            let header = self.columns.get(at).map_or(0, |(header, _)| width(header));
            cells.max().unwrap_or(0).max(header)
        };
        let natural: Vec<usize> = (0..self.columns.len()).map(widest).collect();
        let prose = |at: usize| self.columns.get(at).is_some_and(|(_, kind)| *kind == Kind::Prose);
        let fixed: usize =
            natural.iter().enumerate().filter(|(at, _)| !prose(*at)).map(|(_, width)| (*width).min(WIDEST)).sum();
        let gaps = GAP * self.columns.len().saturating_sub(1);
        let mut left = room.saturating_sub(fixed + gaps);
        // The narrowest prose is served first, so that what it does not need goes to the others.
        let mut order: Vec<usize> = (0..natural.len()).filter(|at| prose(*at)).collect();
        order.sort_by_key(|at| natural.get(*at).copied());
        let mut widths: Vec<usize> = natural.iter().map(|width| (*width).min(WIDEST)).collect();
        for (done, at) in order.iter().enumerate() {
            let share = (left / (order.len() - done)).max(NARROWEST);
            if let (Some(width), Some(natural)) = (widths.get_mut(*at), natural.get(*at)) {
                *width = (*natural).min(share);
                left = left.saturating_sub(*width);
            }
        }
        widths
    }

    fn line_up(&self, row: &[Vec<String>], widths: &[usize], print: &mut dyn FnMut(&str)) {
        let cells: Vec<Vec<String>> = row
            .iter()
            .zip(widths)
            .zip(&self.columns)
            .map(|((lines, width), (_, kind))| {
                let fit = |line: &String| match kind {
                    Kind::Prose => wrap(line, *width, GAP),
                    Kind::Left | Kind::Right => vec![cut(line, *width)],
                };
                lines.iter().flat_map(fit).collect()
            })
            .collect();
        for at in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = " ".repeat(GAP);
            for ((cell, columns), (_, kind)) in cells.iter().zip(widths).zip(&self.columns) {
                let text = cell.get(at).map_or("", String::as_str);
                let padding = " ".repeat(columns.saturating_sub(width(text)));
                match kind {
                    Kind::Right => line.extend([&padding, text]),
                    Kind::Left | Kind::Prose => line.extend([text, &padding]),
                }
                line.push_str(&" ".repeat(GAP));
            }
            print(line.trim_end());
        }
    }
}
