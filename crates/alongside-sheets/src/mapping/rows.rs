//! Whose a row is: this side's, the other's, nobody's, or left out on purpose.

use super::columns::Columns;
use super::condition::Condition;
use crate::read::Cells;
use crate::report::Report;
use alongside::input::{ConditionConfig, SheetConfig};
use alongside::issue::IssueCode;
use std::sync::Arc;

/// Whose a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// This side's.
    Ours,
    /// The other side's alone, which reads the same sheet.
    Theirs,
    /// Left out, for the reason of that number.
    Excluded(usize),
    /// Nobody's.
    Nobodys,
}

/// How the rows of one sheet are told apart.
#[derive(Debug)]
pub(crate) struct RowsPlan {
    only: Option<Condition>,
    /// Of the other side, where it reads the same sheet: none where it takes every row.
    theirs: Option<Option<Condition>>,
    exclude: Vec<Condition>,
    /// Reasons of the exclusions.
    pub(crate) reasons: Vec<String>,
    /// Whether rows that are nobody's are told here, and not with the other side's reading of the same sheet.
    pub(crate) tells: bool,
}

impl RowsPlan {
    /// `theirs` is how the other side reads the same sheet, if it does.
    pub(crate) fn of(
        config: &SheetConfig,
        theirs: Option<&SheetConfig>,
        tells: bool,
        columns: &mut Columns<'_>,
    ) -> Self {
        // No field can be called so: the dot keeps the name apart.
        let (only_field, exclude_field): (Arc<str>, Arc<str>) = ("rows.only".into(), "rows.exclude".into());
        let only = config.only.as_ref().and_then(|only| Condition::of(only, &only_field, columns));
        let excludes = config.exclude.iter();
        let exclude: Vec<_> = excludes
            .filter_map(|exclude| {
                Some((Condition::of(&exclude.condition, &exclude_field, columns)?, exclude.why.clone()))
            })
            .collect();
        let (exclude, reasons) = exclude.into_iter().unzip();
        let of_theirs = |only: &ConditionConfig| match columns.header.find(&only.column) {
            crate::read::Found::Column(column) => Some(Condition::on(column, &only.is, only.place.clone())),
            // Told where the other side reads the sheet.
            _ => None,
        };
        let theirs = theirs.map(|config| config.only.as_ref().and_then(of_theirs));
        Self { only, theirs, exclude, reasons, tells }
    }

    /// Whose the row is. Every exclusion is looked at, so that one that never fits is told.
    pub(crate) fn whose(&self, cells: Cells<'_>, buffer: &mut String) -> Whose {
        let ours = self.only.as_ref().is_none_or(|only| only.holds(cells, buffer));
        let mut excluded = None;
        for (number, condition) in self.exclude.iter().enumerate() {
            if condition.holds(cells, buffer) && excluded.is_none() {
                excluded = Some(number);
            }
        }
        let theirs = match &self.theirs {
            None => false,
            Some(only) => only.as_ref().is_none_or(|only| only.holds(cells, buffer)),
        };
        match (ours, excluded) {
            (false, _) if theirs => Whose::Theirs,
            (_, Some(number)) => Whose::Excluded(number),
            (true, None) => Whose::Ours,
            (false, None) => Whose::Nobodys,
        }
    }

    /// Notes conditions that no row met.
    pub(crate) fn check(&self, headers: &[String], report: &mut Report) {
        self.only.iter().chain(&self.exclude).for_each(|condition| condition.check(headers, report));
    }

    /// Notes a row that is nobody's.
    pub(crate) fn tell(&self, row: u32, header: &crate::read::Header, report: &mut Report) {
        if !self.tells {
            return;
        }
        let column = self.only.as_ref().map(|only| header.name(only.column()));
        let message = "the row belongs to neither side by what this column says";
        let remedy = "add its answer to an `only`, or to an `exclude` with the reason";
        report.push(IssueCode::UnclaimedRow, report.place(Some(row), column), message, remedy);
    }
}
