//! Finds the columns that the programme asks for and remembers what each one feeds.

use super::vocabulary::is_monitoring;
use crate::limits::MAX_USES;
use crate::read::{Found, Header};
use crate::report::{Report, shown};
use alongside::input::{RunConfig, nearest};
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
            Found::Repeated(columns) => {
                self.repeated(name, &columns);
                None
            }
            Found::Beginnings(columns) => {
                let message = format!("{} headers of the sheet begin like this", columns.len());
                let remedy = format!("write more of the one that is meant: {}", self.quoted(&columns));
                let place = Place { column: Some(shown(name).into()), ..place.clone() };
                self.report.push(IssueCode::RepeatedHeader, place, message, remedy);
                None
            }
            Found::Nothing => {
                self.missing(name, place);
                None
            }
        }
    }

    /// The columns of a run, each of which feeds the field; otherwise issues.
    pub(crate) fn run(&mut self, run: &RunConfig, field: &Arc<str>, place: &Place) -> Option<Vec<usize>> {
        let (first, last) = match run {
            RunConfig::Listed(headers) => {
                let found: Vec<_> = headers.iter().map(|header| self.find(header, field, place)).collect();
                return found.into_iter().collect();
            }
            RunConfig::Between { first, last } => (self.find(first, field, place), self.find(last, field, place)),
        };
        let (first, last) = (first?, last?);
        if last < first {
            let message = "the last column of the run stands before the first";
            self.report.push(IssueCode::ColumnRun, place.clone(), message, "exchange `first` and `last`");
            return None;
        }
        if self.feeds.len() + (last - first) > MAX_USES {
            let message = format!("the mapping of the sheet names more than {MAX_USES} columns");
            let remedy = "name each column once, and only those that are needed";
            self.report.push(IssueCode::LimitExceeded, place.clone(), message, remedy);
            return None;
        }
        for column in first..=last {
            self.feed(field, column, place.clone());
        }
        Some((first..=last).collect())
    }

    /// The labels of some columns, as they may be named in a programme.
    fn quoted(&self, columns: &[usize]) -> String {
        let labels = columns.iter().map(|column| format!("`{}`", shown(self.header.name(*column))));
        labels.collect::<Vec<_>>().join(", ")
    }

    /// Remembers that the column feeds the field.
    pub(crate) fn feed(&mut self, field: &Arc<str>, column: usize, place: Place) {
        self.feeds.push(Feed { field: field.clone(), column, place });
    }

    /// Forgets that these columns feed the field.
    pub(crate) fn leave_out(&mut self, field: &Arc<str>, columns: &[usize]) {
        self.feeds.retain(|feed| feed.field != *field || !columns.contains(&feed.column));
    }

    /// Notes a header that several columns carry, once.
    pub(crate) fn repeated(&mut self, name: &str, columns: &[usize]) {
        if self.told.iter().any(|told| told == name.trim()) {
            return;
        }
        self.told.push(name.trim().to_owned());
        let message =
            format!("{} columns have this header, so that it does not tell which one is meant", columns.len());
        let apart = columns.iter().all(|column| self.header.find(self.header.name(*column)) == Found::Column(*column));
        let remedy = if apart {
            format!("name one of them by its number: {}", self.quoted(columns))
        } else {
            "give each of them a header of its own".to_owned()
        };
        let place = self.report.place(Some(self.row), Some(name));
        self.report.push(IssueCode::RepeatedHeader, place, message, remedy);
    }

    fn missing(&mut self, name: &str, place: &Place) {
        let place = Place { column: Some(shown(name).into()), ..place.clone() };
        let file = self.report.file();
        let message = format!("the sheet `{file}` has no column with this header");
        // Only a header close to the one sought is shown: the first row may hold no headers but a person.
        let names = self.header.labels().iter().map(String::as_str).filter(|name| !name.is_empty());
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

    /// From field to the columns that feed it.
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
