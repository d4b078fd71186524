//! Neighbouring columns that together make one field.

use super::read_values;
use super::text::read_words;
use crate::input::Value;
use crate::input::keys::SHEET_RUN;
use crate::input::reader::{Source, TableReader};
use crate::input::text::parse_moment;
use crate::issue::{IssueCode, Issues};

/// Minutes of a week.
const WEEK: u32 = 7 * 24 * 60;

/// Which columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunConfig {
    /// Those of these headers.
    Listed(Vec<String>),
    /// From one to another as they stand in the sheet, both included.
    Between {
        /// Header of the first.
        first: String,
        /// Header of the last.
        last: String,
    },
}

/// What counts as a mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarksConfig {
    /// Cells that are marked, in place of the usual ones, capital letters aside.
    pub marks: Option<Vec<String>>,
    /// Cells that are not, in place of the usual ones; a blank never is.
    pub unmarked: Option<Vec<String>>,
}

/// Columns each of which stands for one term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneHotConfig {
    /// The columns.
    pub run: RunConfig,
    /// From header to term, where the term is not the header; an empty text leaves the column out.
    pub names: Vec<(String, String)>,
    /// What counts as a mark.
    pub marks: MarksConfig,
}

/// Columns each of which stands for one stretch of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursConfig {
    /// The columns.
    pub run: RunConfig,
    /// When the first begins, in half hours from Monday 00:00.
    pub starts: u32,
    /// How long each lasts, in half hours.
    pub each: u32,
    /// How many there must be.
    pub count: u32,
    /// What counts as a mark.
    pub marks: MarksConfig,
}

impl MarksConfig {
    pub(super) const KEYS: &'static [&'static str] = &["marks", "unmarked"];

    fn read(table: &TableReader<'_>, issues: &mut Issues) -> Self {
        let (marks, unmarked) = (read_words(table, "marks", issues), read_words(table, "unmarked", issues));
        let fold = |words: &Option<Vec<String>>| -> Vec<String> {
            words.iter().flatten().map(|word| word.to_lowercase()).collect()
        };
        if fold(&marks).iter().any(|word| fold(&unmarked).contains(word)) {
            let message = "a cell cannot be marked and unmarked at once";
            issues.push(IssueCode::BadSetting, table.place("unmarked"), message, "keep it in one of the two lists");
        }
        Self { marks, unmarked }
    }
}

impl RunConfig {
    fn read(source: &Source, table: &TableReader<'_>, key: &str, issues: &mut Issues) -> Option<Self> {
        let node = table.node(key)?;
        if let Value::Table(_) = &node.value {
            let run = TableReader::new(source, table.below(key), node, &SHEET_RUN, issues)?;
            let (first, last) = (run.required_text("first", issues), run.required_text("last", issues));
            return Some(Self::Between { first: first?.to_owned(), last: last?.to_owned() });
        }
        let headers: Vec<String> = table.texts(key, issues).into_iter().map(str::to_owned).collect();
        if headers.is_empty() && matches!(&node.value, Value::List(_)) {
            let remedy = "list headers, or write `{ first = \"Header\", last = \"Header\" }`";
            issues.push(IssueCode::BadSetting, table.place(key), format!("`{key}` names no column"), remedy);
        }
        (!headers.is_empty()).then_some(Self::Listed(headers))
    }
}

impl OneHotConfig {
    pub(super) fn read(source: &Source, table: &TableReader<'_>, issues: &mut Issues) -> Option<Self> {
        let names = read_values(source, table, "names", issues);
        let marks = MarksConfig::read(table, issues);
        Some(Self { run: RunConfig::read(source, table, "one_hot", issues)?, names, marks })
    }
}

impl HoursConfig {
    pub(super) fn read(source: &Source, table: &TableReader<'_>, issues: &mut Issues) -> Option<Self> {
        let marks = MarksConfig::read(table, issues);
        let run = RunConfig::read(source, table, "hours", issues);
        let starts = table.required_text("starts", issues);
        let moment = |key: &str, text: &str, issues: &mut Issues| -> Option<u32> {
            let moment = parse_moment(text).filter(|minutes| minutes % 30 == 0);
            if moment.is_none() {
                let message = format!("`{key}` is not a day and a time on the hour or half hour");
                issues.push(IssueCode::BadSetting, table.place(key), message, "write it as `Mon 00:00`");
            }
            moment
        };
        let starts = starts.and_then(|text| moment("starts", text, issues));
        let ends = table.text("ends", issues).map(|text| moment("ends", text, issues));
        let minutes = table.integer("minutes", 30..=i64::from(WEEK), issues).unwrap_or(60);
        let minutes = u32::try_from(minutes).unwrap_or(60);
        if minutes % 30 != 0 {
            let message = "`minutes` is no multiple of 30";
            let remedy = "the engine counts in half hours; join or split the columns in the spreadsheet";
            issues.push(IssueCode::BadSetting, table.place("minutes"), message, remedy);
            return None;
        }
        let (run, starts) = (run?, starts?);
        let length = match ends {
            None => WEEK,
            // The same moment a week later.
            Some(ends) => match (ends? + WEEK - starts) % WEEK {
                0 => WEEK,
                length => length,
            },
        };
        if length % minutes != 0 {
            let message = format!("{length} minutes from `starts` to `ends` are no whole number of columns");
            issues.push(IssueCode::BadSetting, table.place("hours"), message, "mend `starts`, `ends` or `minutes`");
            return None;
        }
        Some(Self { run, starts: (starts % WEEK) / 30, each: minutes / 30, count: length / minutes, marks })
    }
}
