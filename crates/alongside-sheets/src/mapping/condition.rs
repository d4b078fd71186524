//! Conditions on a row: that a column says one of some answers.

use super::columns::Columns;
use super::fold::{fold, fold_into};
use crate::read::Cells;
use crate::report::{Report, shown};
use alongside::input::ConditionConfig;
use alongside::issue::{IssueCode, Place};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One condition.
#[derive(Debug)]
pub(crate) struct Condition {
    column: usize,
    is: BTreeSet<String>,
    place: Place,
    /// Whether any row met it, and whether any had another answer in this column.
    met: Cell<bool>,
    missed: Cell<bool>,
}

impl Condition {
    pub(crate) fn of(config: &ConditionConfig, field: &Arc<str>, columns: &mut Columns<'_>) -> Option<Self> {
        let column = columns.find(&config.column, field, &config.place)?;
        Some(Self::on(column, &config.is, config.place.clone()))
    }

    /// A condition on a column already found.
    pub(crate) fn on(column: usize, is: &[String], place: Place) -> Self {
        let is = is.iter().map(|answer| fold(answer)).collect();
        Self { column, is, place, met: Cell::new(false), missed: Cell::new(false) }
    }

    pub(crate) const fn column(&self) -> usize {
        self.column
    }

    /// Whether the row meets it.
    pub(crate) fn holds(&self, cells: Cells<'_>, buffer: &mut String) -> bool {
        fold_into(&cells.cell(self.column), buffer);
        let holds = self.is.contains(buffer.as_str());
        if holds {
            self.met.set(true);
        } else if !buffer.is_empty() {
            self.missed.set(true);
        }
        holds
    }

    /// Notes that no row met it although there were other answers: most likely the answer is written otherwise.
    pub(crate) fn check(&self, headers: &[String], report: &mut Report) {
        if self.met.get() || !self.missed.get() {
            return;
        }
        let column = headers.get(self.column).map(|header| shown(header).into());
        let place = Place { column, ..self.place.clone() };
        let message = format!("no row of the sheet `{}` has such an answer, and some have another", report.file());
        let remedy = "compare the answers in the sheet with those of the programme file";
        report.push(IssueCode::IdleCondition, place, message, remedy);
    }
}
