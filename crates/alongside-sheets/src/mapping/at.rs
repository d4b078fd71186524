//! What is at hand while one row is read.

use crate::read::Header;
use crate::report::Report;
use alongside::issue::{IssueCode, Place};
use std::cell::Cell;
use std::sync::Arc;

/// One row being read: where it stands, and where its faults go.
#[derive(Debug)]
pub(crate) struct At<'a> {
    pub(crate) row: u32,
    pub(crate) header: &'a Header,
    /// For comparisons, so that they take no memory of their own.
    pub(crate) buffer: &'a mut String,
    pub(crate) report: &'a mut Report,
}

impl At<'_> {
    /// Notes a cell, or joined cells, that do not hold what the mapping declares.
    pub(crate) fn unreadable(&mut self, columns: &[usize], field: &Arc<str>, message: &str, remedy: &str) {
        self.note(IssueCode::UnreadableCell, columns, field, message, remedy);
    }

    pub(crate) fn note(&mut self, code: IssueCode, columns: &[usize], field: &Arc<str>, message: &str, remedy: &str) {
        let place = self.place(columns, field);
        self.report.push(code, place, message, remedy);
    }

    fn place(&self, columns: &[usize], field: &Arc<str>) -> Place {
        let headers: Vec<&str> = columns.iter().map(|column| self.header.name(*column)).collect();
        let headers = headers.join(" + ");
        let column = Some(headers.as_str()).filter(|headers| !headers.is_empty());
        Place { field: Some(field.clone()), ..self.report.place(Some(self.row), column) }
    }
}

/// How often something was met that is told once for the whole sheet, and in which row first.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    count: Cell<u32>,
    first: Cell<u32>,
}

impl Tally {
    pub(crate) fn add(&self, row: u32) {
        if self.count.get() == 0 {
            self.first.set(row);
        }
        self.count.set(self.count.get().saturating_add(1));
    }

    /// `3 cells, the first in row 7`; none when it was never met.
    pub(crate) fn told(&self) -> Option<String> {
        match self.count.get() {
            0 => None,
            1 => Some(format!("1 cell, in row {}", self.first.get())),
            count => Some(format!("{count} cells, the first in row {}", self.first.get())),
        }
    }
}
