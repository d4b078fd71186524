//! How one field is put together from the columns of a sheet.

use super::run::{HoursConfig, MarksConfig, OneHotConfig};
use super::text::TextConfig;
use crate::input::keys::COLUMN;
use crate::input::reader::{Source, TableReader};
use crate::input::{Node, Value};
use crate::issue::{IssueCode, Issues, Place};

/// How one field is put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnConfig {
    /// Where it stands in the document.
    pub place: Place,
    /// Where its value comes from.
    pub source: ColumnSource,
    /// What becomes of the text of a cell.
    pub text: TextConfig,
    /// Further sources, whose items are united with those of this one.
    pub also: Vec<Self>,
}

/// Where a field's value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnSource {
    /// The cells under these headers, joined.
    Columns {
        /// The headers.
        headers: Vec<String>,
        /// Between joined cells.
        join: String,
    },
    /// Neighbouring columns, each of which stands for one term.
    OneHot(OneHotConfig),
    /// Neighbouring columns, each of which stands for one stretch of the week.
    Hours(HoursConfig),
    /// An id worked out from other columns.
    MadeFrom {
        /// The headers of its parts.
        headers: Vec<String>,
        /// What the id begins with.
        prefix: String,
    },
    /// The same value in every row.
    Fixed(String),
}

/// The keys that name a source.
const SOURCES: [&str; 6] = ["column", "columns", "one_hot", "hours", "made_from", "fixed"];

/// Longest prefix of a made id, in bytes.
const MAX_PREFIX: usize = 32;

/// From field to column.
pub(super) fn read_columns(
    source: &Source,
    path: &str,
    node: &Node,
    issues: &mut Issues,
) -> Option<Vec<(String, ColumnConfig)>> {
    let path = format!("{path}.columns");
    let Value::Table(entries) = &node.value else {
        let place = source.place(&path, node.line);
        issues.push(IssueCode::WrongType, place, "`columns` is not a table", "write `field = \"Header\"` lines");
        return None;
    };
    let mut columns = Vec::with_capacity(entries.len());
    for (field, node) in entries {
        let path = format!("{path}.{field}");
        // `monitoring.ethnicity = "..."` is a table of fields in TOML.
        if let ("monitoring", Value::Table(answers)) = (field.as_str(), &node.value) {
            for (answer, node) in answers {
                let path = format!("{path}.{answer}");
                let column = ColumnConfig::read(source, &path, node, issues);
                columns.extend(column.map(|column| (format!("monitoring.{answer}"), column)));
            }
        } else {
            columns.extend(ColumnConfig::read(source, &path, node, issues).map(|column| (field.clone(), column)));
        }
    }
    Some(columns)
}

impl ColumnConfig {
    fn read(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Self> {
        let Value::List(items) = &node.value else { return Self::one(source, path, node, issues) };
        let each = items.iter().enumerate();
        let read: Vec<_> = each.map(|(at, item)| Self::one(source, &format!("{path}[{at}]"), item, issues)).collect();
        if items.is_empty() {
            let place = source.place(path, node.line);
            issues.push(IssueCode::BadSetting, place, "no source for this field", "name a column, or leave it out");
        }
        let mut read = read.into_iter().collect::<Option<Vec<_>>>()?.into_iter();
        let mut first = read.next()?;
        first.also = read.collect();
        Some(first)
    }

    fn one(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Self> {
        let place = source.place(path, node.line);
        if let Value::Text(header) = &node.value {
            let from = ColumnSource::Columns { headers: vec![header.clone()], join: " ".to_owned() };
            return Some(Self { place, source: from, text: TextConfig::default(), also: Vec::new() });
        }
        let table = TableReader::new(source, path, node, &COLUMN, issues)?;
        let named: Vec<&str> = SOURCES.into_iter().filter(|key| table.node(key).is_some()).collect();
        let [named] = named.as_slice() else {
            let remedy = "give one of `column`, `columns`, `one_hot`, `hours`, `made_from` and `fixed`";
            issues.push(IssueCode::BadSetting, place, "not exactly one source for this field", remedy);
            return None;
        };
        check_company(&table, named, issues);
        let text = TextConfig::read(source, &table, issues);
        let headers = |key: &str, issues: &mut Issues| -> Option<Vec<String>> {
            let headers: Vec<String> = table.texts(key, issues).into_iter().map(str::to_owned).collect();
            if headers.is_empty() && matches!(&table.node(key)?.value, Value::List(items) if items.is_empty()) {
                let message = format!("`{key}` names no column");
                issues.push(IssueCode::BadSetting, table.place(key), message, "name at least one header");
            }
            (!headers.is_empty()).then_some(headers)
        };
        let from = match *named {
            "column" => {
                let headers = vec![table.text("column", issues)?.to_owned()];
                ColumnSource::Columns { headers, join: " ".to_owned() }
            }
            "columns" => {
                let join = super::untrimmed(&table, "join").unwrap_or(" ").to_owned();
                ColumnSource::Columns { headers: headers("columns", issues)?, join }
            }
            "one_hot" => ColumnSource::OneHot(OneHotConfig::read(source, &table, issues)?),
            "hours" => ColumnSource::Hours(HoursConfig::read(source, &table, issues)?),
            "made_from" => {
                let headers = headers("made_from", issues)?;
                ColumnSource::MadeFrom { headers, prefix: read_prefix(&table, issues) }
            }
            _ => ColumnSource::Fixed(table.text("fixed", issues)?.to_owned()),
        };
        Some(Self { place, source: from, text, also: Vec::new() })
    }
}

fn read_prefix(table: &TableReader<'_>, issues: &mut Issues) -> String {
    let prefix = table.text("prefix", issues).unwrap_or_default();
    if prefix.len() > MAX_PREFIX || prefix.chars().any(char::is_control) {
        let message = format!("`prefix` is longer than {MAX_PREFIX} bytes or holds a control character");
        issues.push(IssueCode::BadSetting, table.place("prefix"), message, "write a short one, such as `m`");
    }
    prefix.to_owned()
}

/// Notes keys that do nothing beside the source, or without the key that they belong to.
fn check_company(table: &TableReader<'_>, source: &str, issues: &mut Issues) {
    let cells = matches!(source, "column" | "columns" | "fixed");
    let marks = matches!(source, "one_hot" | "hours");
    let yes_no = cells && table.node("yes_no").is_some();
    let duration = cells && table.node("duration").is_some();
    let rules: [(&[&str], bool, &str); 8] = [
        (&["join"], source == "columns", "`columns`"),
        (&["names"], source == "one_hot", "`one_hot`"),
        (MarksConfig::KEYS, marks, "`one_hot` or `hours`"),
        (&["starts", "ends", "minutes"], source == "hours", "`hours`"),
        (&["prefix"], source == "made_from", "`made_from`"),
        (TextConfig::KEYS, cells, "`column`, `columns` or `fixed`"),
        (&["yes", "no"], yes_no, "`yes_no`"),
        (&["unit", "units", "at_least"], duration, "`duration`"),
    ];
    for (keys, allowed, company) in rules {
        for key in keys.iter().filter(|key| !allowed && table.node(key).is_some()) {
            let message = format!("`{key}` does nothing here: it goes with {company}");
            issues.push(IssueCode::BadSetting, table.place(key), message, "leave it out, or change the source");
        }
    }
}
