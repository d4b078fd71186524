//! How sheets are mapped to people: the `sheets` part of a programme document.

mod column;
pub(super) mod format;
mod rows;
mod run;
mod text;

pub use column::{ColumnConfig, ColumnSource};
pub use format::{Encoding, FormatConfig};
pub use rows::{ConditionConfig, ExcludeConfig};
pub use run::{HoursConfig, MarksConfig, OneHotConfig, RunConfig};
pub use text::{DurationConfig, Reading, TextConfig, TimeUnit};

use super::keys::{SHEET, SHEET_CONSENT, SHEET_PREFERENCE, SHEET_RECORD, SHEET_WHEN, SHEETS};
use super::reader::{Source, TableReader, suggestion};
use super::{DateOrder, Document, FurtherKind, Node, Value};
use crate::domain::{Side, Strength};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::BTreeMap;

/// The `sheets` part of a document. Attribute and field names in it are checked with the rest of the programme.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetsConfig {
    /// The mentors' sheet.
    pub mentors: Option<SheetConfig>,
    /// The mentees' sheet.
    pub mentees: Option<SheetConfig>,
    /// Further sheets: relationships, decisions, terms, scores.
    pub further: BTreeMap<FurtherKind, SheetConfig>,
    /// How dates are written where a sheet does not say.
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
    /// How its dates are written, where not as in the other sheets.
    pub dates: Option<DateOrder>,
    /// Which rows belong to this side; all where absent.
    pub only: Option<ConditionConfig>,
    /// Rows left out on purpose; the first that fits gives the reason.
    pub exclude: Vec<ExcludeConfig>,
    /// Whether rows with the same id are gathered into one person.
    pub several_per_person: bool,
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
    /// Whether a time of day behind a date is dropped.
    pub drop_time: bool,
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
    /// Between several values of which any will do; each of them parts.
    pub separators: Vec<String>,
    /// Translations; an empty text makes no wish.
    pub values: Vec<(String, String)>,
    /// Column and value without which the wish does not stand.
    pub when: Option<ConditionConfig>,
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
    /// The answers that give consent.
    pub is: Vec<String>,
    /// Header of a column filled in where consent was withdrawn.
    pub withdrawn: Option<String>,
}

/// The words for orders of dates.
const ORDERS: &[(&str, DateOrder)] = &[
    ("year-month-day", DateOrder::YearMonthDay),
    ("day/month/year", DateOrder::DayMonthYear),
    ("month/day/year", DateOrder::MonthDayYear),
];

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
        config.dates = table.choice("dates", ORDERS, issues).unwrap_or_default();
        let mut sheet = |side: Side| {
            let node = table.node(side.plural())?;
            SheetConfig::read(&source, &table.below(side.plural()), node, issues)
        };
        config.mentors = sheet(Side::Mentor);
        config.mentees = sheet(Side::Mentee);
        for kind in FurtherKind::ALL {
            let Some(node) = table.node(kind.name()) else { continue };
            let path = table.below(kind.name());
            if let Some(sheet) = SheetConfig::read(&source, &path, node, issues) {
                refuse_of_people(&source, &path, kind, node, issues);
                config.further.insert(kind, sheet);
            }
        }
        config
    }
}

/// What only sheets of people have does nothing elsewhere.
fn refuse_of_people(source: &Source, path: &str, kind: FurtherKind, node: &Node, issues: &mut Issues) {
    for key in ["checks", "training", "preferences", "consent", "rows"] {
        if let Some(value) = node.get(key).filter(|value| value.value != Value::Null) {
            let message = format!("`{key}` does nothing for a sheet of {}", kind.name());
            let place = source.place(&format!("{path}.{key}"), value.line);
            issues.push(IssueCode::BadSetting, place, message, "leave it out");
        }
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
        let exclude = each("exclude", issues);
        let rows = [("one_per_person", false), ("several_per_person", true)];
        Some(Self {
            place: table.own_place(),
            file: table.text("file", issues).map(str::to_owned),
            format: FormatConfig::read(&table, issues),
            dates: table.choice("dates", ORDERS, issues),
            only: table.node("only").and_then(|node| ConditionConfig::only(source, table.below("only"), node, issues)),
            exclude: exclude
                .iter()
                .filter_map(|(path, item)| ExcludeConfig::read(source, path, item, issues))
                .collect(),
            several_per_person: table.choice("rows", &rows, issues).unwrap_or(false),
            columns: table.node("columns").and_then(|node| column::read_columns(source, path, node, issues)),
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

/// Separators and joins may be white space, so they are taken as they stand.
fn untrimmed<'a>(table: &TableReader<'a>, key: &str) -> Option<&'a str> {
    match &table.node(key)?.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// From text to text under that key.
fn read_values(source: &Source, table: &TableReader<'_>, key: &str, issues: &mut Issues) -> Vec<(String, String)> {
    let Some(node) = table.node(key) else { return Vec::new() };
    let Value::Table(entries) = &node.value else {
        let (message, remedy) = (format!("`{key}` is not a table"), format!("write `{key} = {{ \"M\" = \"man\" }}`"));
        issues.push(IssueCode::WrongType, table.place(key), message, remedy);
        return Vec::new();
    };
    let mut values = Vec::with_capacity(entries.len());
    for (from, to) in entries {
        if let Value::Text(to) = &to.value {
            values.push((from.clone(), to.clone()));
        } else {
            let place = source.place(&format!("{}.{from}", table.below(key)), to.line);
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
        let drop_time = table.flag("drop_time", issues).unwrap_or(false);
        Some(Self { place: table.own_place(), name, issued, expires, drop_time })
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
            ConditionConfig::of(&TableReader::new(source, table.below("when"), node, &SHEET_WHEN, issues)?, issues)
        });
        Some(Self {
            place: table.own_place(),
            attribute: attribute?.to_owned(),
            strength: strength?,
            column,
            value,
            separators: text::read_separators(&table, issues),
            values: read_values(source, &table, "values", issues),
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
            is: text::read_words(&table, "is", issues).unwrap_or_else(|| vec!["yes".to_owned()]),
            withdrawn: table.text("withdrawn", issues).map(str::to_owned),
        })
    }
}

/// A remedy for a field name that nobody knows, for readers of sheets.
pub fn field_suggestion<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    suggestion(word, known)
}
