//! Finds the columns that the programme asks for and remembers what each one feeds.

use super::vocabulary::is_monitoring;
use crate::read::{Found, Header};
use crate::report::{Report, shown};
use alongside::input::nearest;
use alongside::issue::{IssueCode, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One use of a column.
#[derive(Debug)]
pub(crate) struct Feed {
    pub(crate) field: Arc<str>,
    pub(crate) column: usize,
    /// Where the programme asks for it.
    place: Place,
}

/// The columns of one sheet, being asked for.
#[derive(Debug)]
pub(crate) struct Columns<'a> {
    pub(crate) header: &'a Header,
    /// Row of the header.
    pub(crate) row: u32,
    pub(crate) report: &'a mut Report,
    pub(crate) feeds: Vec<Feed>,
    /// Repeated headers already told.
    told: Vec<String>,
}

impl<'a> Columns<'a> {
    pub(crate) const fn new(header: &'a Header, row: u32, report: &'a mut Report) -> Self {
        Self { header, row, report, feeds: Vec::new(), told: Vec::new() }
    }

    /// The column of that header, which feeds that field; otherwise an issue.
    pub(crate) fn find(&mut self, name: &str, field: &Arc<str>, place: &Place) -> Option<usize> {
        match self.header.find(name) {
            Found::Column(column) => {
                self.feed(field, column, place.clone());
                Some(column)
            }
            Found::Repeated(count) => {
                self.repeated(name, count);
                None
            }
            Found::Nothing => {
                self.missing(name, place);
                None
            }
        }
    }

    /// Remembers that the column feeds the field.
    pub(crate) fn feed(&mut self, field: &Arc<str>, column: usize, place: Place) {
        self.feeds.push(Feed { field: field.clone(), column, place });
    }

    /// Notes a header that several columns carry, once.
    pub(crate) fn repeated(&mut self, name: &str, count: usize) {
        if self.told.iter().any(|told| told == name.trim()) {
            return;
        }
        self.told.push(name.trim().to_owned());
        let message = format!("{count} columns have this header, so that it does not tell which one is meant");
        let place = self.report.place(Some(self.row), Some(name));
        self.report.push(IssueCode::RepeatedHeader, place, message, "give each of them a header of its own");
    }

    fn missing(&mut self, name: &str, place: &Place) {
        let place = Place { column: Some(shown(name).into()), ..place.clone() };
        let file = self.report.file();
        let message = format!("the sheet `{file}` has no column with this header");
        // Only a header close to the one sought is shown: the first row may hold no headers but a person.
        let names = self.header.names().iter().map(String::as_str).filter(|name| !name.is_empty());
        let remedy = match nearest(name, names) {
            Some(near) => format!("did you mean `{}`?", shown(near)),
            None => format!("check that row {} of the sheet holds the headers, and this one among them", self.row),
        };
        self.report.push(IssueCode::MissingColumn, place, message, remedy);
    }

    /// Notes columns that feed both monitoring and anything else.
    pub(crate) fn check_monitoring(&mut self) {
        for feed in self.feeds.iter().filter(|feed| is_monitoring(&feed.field)) {
            let other = self.feeds.iter().find(|other| other.column == feed.column && !is_monitoring(&other.field));
            if let Some(other) = other {
                let column = Some(shown(self.header.name(feed.column)).into());
                let place = Place { column, field: Some(feed.field.clone()), ..feed.place.clone() };
                let message = format!("the column feeds both `{}` and `{}`", shown(&feed.field), other.field);
                let remedy = "ask people twice, once for matching and once for monitoring, or use it for one of them";
                self.report.push(IssueCode::MonitoringForMatching, place, message, remedy);
            }
        }
    }

    /// From field to the headers that feed it.
    pub(crate) fn by_field(&self) -> BTreeMap<Arc<str>, Vec<usize>> {
        let mut fields: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
        for feed in &self.feeds {
            let columns = fields.entry(feed.field.clone()).or_default();
            if !columns.contains(&feed.column) {
                columns.push(feed.column);
            }
        }
        fields
    }
}
