//! How sheets are mapped to people: the `sheets` part of a programme document.

mod format;

pub use format::{Encoding, FormatConfig};

use super::keys::{COLUMN, SHEET, SHEET_CONSENT, SHEET_PREFERENCE, SHEET_RECORD, SHEET_WHEN, SHEETS};
use super::reader::{Source, TableReader, suggestion};
use super::{DateOrder, Document, Node, Value};
use crate::domain::{Side, Strength};
use crate::issue::{IssueCode, Issues, Place};

/// The `sheets` part of a document. Attribute and field names in it are checked with the rest of the programme.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetsConfig {
    /// The mentors' sheet.
    pub mentors: Option<SheetConfig>,
    /// The mentees' sheet.
    pub mentees: Option<SheetConfig>,
    /// How dates are written in both.
    pub dates: DateOrder,
}

impl SheetsConfig {
    /// The sheet of a side.
    pub const fn side(&self, side: Side) -> Option<&SheetConfig> {
        match side {
            Side::Mentor => self.mentors.as_ref(),
            Side::Mentee => self.mentees.as_ref(),
        }
    }
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetConfig {
    /// Where this part of the document stands.
    pub place: Place,
    /// The file, if the document names one.
    pub file: Option<String>,
    /// How its file is written.
    pub format: FormatConfig,
    /// From field to column; none when headers are taken as fields.
    pub columns: Option<Vec<(String, ColumnConfig)>>,
    /// Checks in columns of their own.
    pub checks: Vec<RecordConfig>,
    /// Training in columns of its own.
    pub training: Vec<RecordConfig>,
    /// Wishes in columns of their own.
    pub preferences: Vec<PreferenceConfig>,
    /// Consents in columns of their own.
    pub consent: Vec<ConsentConfig>,
}

/// How one field is put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnConfig {
    /// Where it stands in the document.
    pub place: Place,
    /// Headers; several are joined.
    pub columns: Vec<String>,
    /// Between joined cells.
    pub join: String,
    /// Between the items of a list in one cell.
    pub separator: Option<String>,
    /// Translations, capital letters and outer white space aside; an empty text makes a blank.
    pub values: Vec<(String, String)>,
    /// The same value in every row.
    pub fixed: Option<String>,
}

/// A check or training item with columns of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordConfig {
    /// Where it stands in the document.
    pub place: Place,
    /// The item.
    pub name: String,
    /// Header of the day of issue.
    pub issued: Option<String>,
    /// Header of the last valid day.
    pub expires: Option<String>,
}

/// A wish with columns of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreferenceConfig {
    /// Where it stands in the document.
    pub place: Place,
    /// The other person's attribute.
    pub attribute: String,
    /// How strongly.
    pub strength: Strength,
    /// Header of what is wished, or
    pub column: Option<String>,
    /// what is wished in every row.
    pub value: Option<String>,
    /// Between several values of which any will do.
    pub separator: Option<String>,
    /// Translations; an empty text makes no wish.
    pub values: Vec<(String, String)>,
    /// Column and value without which the wish does not stand.
    pub when: Option<(String, String)>,
}

/// A consent with a column of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentConfig {
    /// Where it stands in the document.
    pub place: Place,
    /// The attribute consented to.
    pub attribute: String,
    /// Header of the answer.
    pub column: String,
    /// The answer that gives consent.
    pub is: String,
    /// Header of a column filled in where consent was withdrawn.
    pub withdrawn: Option<String>,
}

/// The words for strengths.
pub(crate) const STRENGTHS: &[(&str, Strength)] =
    &[("must", Strength::Must), ("prefer", Strength::Prefer), ("avoid", Strength::Avoid), ("never", Strength::Never)];

impl SheetsConfig {
    /// Reads the `sheets` part; a document without one has no sheets.
    pub fn read(document: &Document, issues: &mut Issues) -> Self {
        let source = Source { file: document.file.clone() };
        let mut config = Self::default();
        let Some(node) = document.root.get("sheets") else { return config };
        let Some(table) = TableReader::new(&source, "sheets", node, &SHEETS, issues) else { return config };
        let orders = [
            ("year-month-day", DateOrder::YearMonthDay),
            ("day/month/year", DateOrder::DayMonthYear),
            ("month/day/year", DateOrder::MonthDayYear),
        ];
        config.dates = table.choice("dates", &orders, issues).unwrap_or_default();
        let mut sheet = |side: Side| {
            let node = table.node(side.plural())?;
            SheetConfig::read(&source, &table.below(side.plural()), node, issues)
        };
        config.mentors = sheet(Side::Mentor);
        config.mentees = sheet(Side::Mentee);
        config
    }
}

impl SheetConfig {
    fn read(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Self> {
        let table = TableReader::new(source, path, node, &SHEET, issues)?;
        let each = |key: &str, issues: &mut Issues| -> Vec<(String, &Node)> {
            let items = table.list(key, issues).iter().enumerate();
            items.map(|(index, item)| (format!("{path}.{key}[{index}]"), item)).collect()
        };
        let records = |key: &str, issues: &mut Issues| -> Vec<RecordConfig> {
            let items = each(key, issues);
            items.iter().filter_map(|(path, item)| RecordConfig::read(source, path, item, issues)).collect()
        };
        let (checks, training) = (records("checks", issues), records("training", issues));
        let preferences = each("preferences", issues);
        let consent = each("consent", issues);
        Some(Self {
            place: table.own_place(),
            file: table.text("file", issues).map(str::to_owned),
            format: FormatConfig::read(&table, issues),
            columns: table.node("columns").and_then(|node| read_columns(source, path, node, issues)),
            checks,
            training,
            preferences: preferences
                .iter()
                .filter_map(|(path, item)| PreferenceConfig::read(source, path, item, issues))
                .collect(),
            consent: consent
                .iter()
                .filter_map(|(path, item)| ConsentConfig::read(source, path, item, issues))
                .collect(),
        })
    }
}

fn read_columns(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Vec<(String, ColumnConfig)>> {
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
        let place = source.place(path, node.line);
        let plain = |columns: Vec<String>, fixed: Option<String>| Self {
            place: place.clone(),
            columns,
            join: " ".to_owned(),
            separator: None,
            values: Vec::new(),
            fixed,
        };
        if let Value::Text(header) = &node.value {
            return Some(plain(vec![header.clone()], None));
        }
        let table = TableReader::new(source, path, node, &COLUMN, issues)?;
        let mut columns: Vec<String> = table.texts("columns", issues).into_iter().map(str::to_owned).collect();
        columns.extend(table.text("column", issues).map(str::to_owned));
        let fixed = table.text("fixed", issues).map(str::to_owned);
        if columns.is_empty() == fixed.is_none() || (table.node("column").is_some() && table.node("columns").is_some())
        {
            let remedy = "give one of `column`, `columns` and `fixed`";
            issues.push(IssueCode::BadSetting, place, "not exactly one source for this field", remedy);
            return None;
        }
        let mut config = plain(columns, fixed);
        config.values = read_values(source, path, &table, issues);
        if let Some(join) = untrimmed(&table, "join") {
            join.clone_into(&mut config.join);
        }
        config.separator = read_separator(&table, issues);
        Some(config)
    }
}

/// Separators and joins may be white space, so they are taken as they stand.
fn untrimmed<'a>(table: &TableReader<'a>, key: &str) -> Option<&'a str> {
    match &table.node(key)?.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn read_separator(table: &TableReader<'_>, issues: &mut Issues) -> Option<String> {
    let separator = untrimmed(table, "separator");
    if separator.is_some_and(str::is_empty) || (separator.is_none() && table.node("separator").is_some()) {
        let message = "`separator` is not a text of at least one character";
        issues.push(IssueCode::BadSetting, table.place("separator"), message, "write it as `separator = \",\"`");
        return None;
    }
    separator.map(str::to_owned)
}

fn read_values(source: &Source, path: &str, table: &TableReader<'_>, issues: &mut Issues) -> Vec<(String, String)> {
    let Some(node) = table.node("values") else { return Vec::new() };
    let Value::Table(entries) = &node.value else {
        let message = "`values` is not a table";
        issues.push(IssueCode::WrongType, table.place("values"), message, "write `values = { \"M\" = \"man\" }`");
        return Vec::new();
    };
    let mut values = Vec::with_capacity(entries.len());
    for (from, to) in entries {
        if let Value::Text(to) = &to.value {
            values.push((from.clone(), to.clone()));
        } else {
            let place = source.place(&format!("{path}.values.{from}"), to.line);
            issues.push(IssueCode::WrongType, place, "a translation is not a text", "write it in quotes");
        }
    }
    values
}

impl RecordConfig {
    fn read(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Self> {
        let table = TableReader::new(source, path, node, &SHEET_RECORD, issues)?;
        let name = table.required_text("name", issues)?.to_owned();
        let header = |key: &str, issues: &mut Issues| table.text(key, issues).map(str::to_owned);
        let (issued, expires) = (header("issued", issues), header("expires", issues));
        if issued.is_none() && expires.is_none() {
            let remedy = "name the column of `issued`, of `expires`, or both";
            issues.push(IssueCode::BadSetting, table.own_place(), "no column for this item", remedy);
            return None;
        }
        Some(Self { place: table.own_place(), name, issued, expires })
    }
}

impl PreferenceConfig {
    fn read(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Self> {
        let table = TableReader::new(source, path, node, &SHEET_PREFERENCE, issues)?;
        let attribute = table.required_text("attribute", issues);
        let strength = table.required_choice("strength", STRENGTHS, issues);
        let header = |key: &str, issues: &mut Issues| table.text(key, issues).map(str::to_owned);
        let (column, value) = (header("column", issues), header("value", issues));
        if column.is_some() == value.is_some() {
            let remedy = "give one of `column` and `value`";
            issues.push(IssueCode::BadSetting, table.own_place(), "not exactly one source for this wish", remedy);
        }
        let when = table.node("when").and_then(|node| {
            let when = TableReader::new(source, table.below("when"), node, &SHEET_WHEN, issues)?;
            let (column, is) = (when.required_text("column", issues), when.required_text("is", issues));
            Some((column?.to_owned(), is?.to_owned()))
        });
        Some(Self {
            place: table.own_place(),
            attribute: attribute?.to_owned(),
            strength: strength?,
            column,
            value,
            separator: read_separator(&table, issues),
            values: read_values(source, path, &table, issues),
            when,
        })
    }
}

impl ConsentConfig {
    fn read(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Self> {
        let table = TableReader::new(source, path, node, &SHEET_CONSENT, issues)?;
        let attribute = table.required_text("attribute", issues);
        let column = table.required_text("column", issues);
        Some(Self {
            place: table.own_place(),
            attribute: attribute?.to_owned(),
            column: column?.to_owned(),
            is: table.text("is", issues).unwrap_or("yes").to_owned(),
            withdrawn: table.text("withdrawn", issues).map(str::to_owned),
        })
    }
}

/// A remedy for a field name that nobody knows, for readers of sheets.
pub fn field_suggestion<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    suggestion(word, known)
}
