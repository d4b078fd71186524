//! Checks and training whose dates stand in columns of their own.

use super::at::{At, Tally};
use super::columns::Columns;
use super::shape::day_of;
use crate::read::{Cells, Header};
use crate::report::Report;
use alongside::input::{Node, RecordConfig};
use alongside::issue::{IssueCode, Place};
use std::sync::Arc;

/// One check or training item.
#[derive(Debug)]
pub(crate) struct HeldPlan {
    /// `checks` or `training`.
    pub(crate) field: Arc<str>,
    name: String,
    issued: Option<usize>,
    expires: Option<usize>,
    drop_time: bool,
    dropped: Tally,
}

impl HeldPlan {
    pub(crate) fn of(field: &Arc<str>, config: &RecordConfig, columns: &mut Columns<'_>) -> Self {
        let mut find = |header: &Option<String>| columns.find(header.as_deref()?, field, &config.place);
        let (issued, expires) = (find(&config.issued), find(&config.expires));
        let (field, name, drop_time) = (field.clone(), config.name.clone(), config.drop_time);
        Self { field, name, issued, expires, drop_time, dropped: Tally::default() }
    }

    /// The item as this row has it; none when both its dates are blank.
    pub(crate) fn node(&self, cells: Cells<'_>, at: &At<'_>) -> Option<Node> {
        let date = |column: Option<usize>| {
            let date = cells.trimmed(column?);
            if let Some(day) = day_of(&date).filter(|_| self.drop_time) {
                self.dropped.add(at.row);
                return Some(Node::text(day));
            }
            (!date.is_empty()).then(|| Node::text(date))
        };
        let (issued, expires) = (date(self.issued), date(self.expires));
        if issued.is_none() && expires.is_none() {
            return None;
        }
        let name = Some(("name", Node::text(&self.name)));
        let dates = [issued.map(|date| ("issued", date)), expires.map(|date| ("expires", date))];
        Some(Node::table(name.into_iter().chain(dates.into_iter().flatten())))
    }

    /// What is said once of the whole sheet.
    pub(crate) fn check(&self, header: &Header, report: &mut Report) {
        if let Some(told) = self.dropped.told() {
            let headers = [self.issued, self.expires].into_iter().flatten().map(|column| header.name(column));
            let place = report.place(None, Some(&headers.collect::<Vec<_>>().join(" + ")));
            let place = Place { field: Some(self.field.clone()), ..place };
            let message = format!("a time of day is dropped ({told})");
            report.push(IssueCode::TimeDropped, place, message, "nothing, if the day is what counts");
        }
    }
}
