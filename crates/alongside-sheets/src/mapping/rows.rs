//! Whose a row is: this side's, the other's, nobody's, or left out on purpose.

use super::columns::Columns;
use super::condition::Condition;
use crate::read::{Cells, Found, Header};
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

/// How the other side tells the rows of the same sheet apart.
#[derive(Debug)]
struct Theirs {
    /// None where it takes every row.
    only: Option<Condition>,
    exclude: Vec<Condition>,
}

/// How the rows of one sheet are told apart.
#[derive(Debug)]
pub(crate) struct RowsPlan {
    only: Option<Condition>,
    theirs: Option<Theirs>,
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
        let theirs = theirs.map(|config| Theirs::of(config, columns));
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
        let their_only =
            |theirs: &Theirs, buffer: &mut String| theirs.only.as_ref().is_none_or(|only| only.holds(cells, buffer));
        let their_exclude = |theirs: &Theirs, buffer: &mut String| {
            theirs.exclude.iter().any(|condition| condition.holds(cells, buffer))
        };
        match (ours, excluded, &self.theirs) {
            (true, None, _) => Whose::Ours,
            (false, _, Some(theirs)) if their_only(theirs, buffer) => Whose::Theirs,
            (_, Some(number), _) => Whose::Excluded(number),
            (false, None, Some(theirs)) if their_exclude(theirs, buffer) => Whose::Theirs,
            (false, None, _) => Whose::Nobodys,
        }
    }

    /// Notes conditions that no row met.
    pub(crate) fn check(&self, headers: &[String], report: &mut Report) {
        self.only.iter().chain(&self.exclude).for_each(|condition| condition.check(headers, report));
    }

    /// Notes a row that is nobody's.
    pub(crate) fn tell(&self, row: u32, header: &Header, report: &mut Report) {
        if !self.tells {
            return;
        }
        let column = self.only.as_ref().map(|only| header.name(only.column()));
        let message = "the row belongs to neither side by what this column says";
        let remedy = "add its answer to an `only`, or to an `exclude` with the reason";
        report.push(IssueCode::UnclaimedRow, report.place(Some(row), column), message, remedy);
    }
}

impl Theirs {
    /// Columns that are not there are told where the other side reads the sheet.
    fn of(config: &SheetConfig, columns: &Columns<'_>) -> Self {
        let condition = |config: &ConditionConfig| match columns.header.find(&config.column) {
            Found::Column(column) => Some(Condition::on(column, &config.is, config.place.clone())),
            _ => None,
        };
        let exclude = config.exclude.iter().filter_map(|exclude| condition(&exclude.condition)).collect();
        Self { only: config.only.as_ref().and_then(condition), exclude }
    }
}
