//! What becomes of the text of a cell.

use super::{read_values, untrimmed};
use crate::input::Value;
use crate::input::reader::{Source, TableReader};
use crate::issue::{IssueCode, Issues};

/// What becomes of the text of a cell, in this order: split, cut, trimmed, ignored, translated, freed of a time
/// of day, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextConfig {
    /// Between the items of a list in one cell; each of them parts.
    pub separators: Vec<String>,
    /// Characters taken off both ends of every item, besides white space.
    pub trim: String,
    /// Only what stands before the first of this counts.
    pub before: Option<String>,
    /// Answers that mean a blank, capital letters aside.
    pub ignore: Vec<String>,
    /// Translations, capital letters and outer white space aside; an empty text makes a blank.
    pub values: Vec<(String, String)>,
    /// Whether a time of day behind a date is dropped.
    pub drop_time: bool,
    /// What the text is read as.
    pub reading: Reading,
}

/// What a text is read as.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Reading {
    /// As it stands.
    #[default]
    Text,
    /// A yes or a no.
    YesNo {
        /// Words that say yes, in place of the English ones.
        yes: Option<Vec<String>>,
        /// Words that say no, in place of the English ones.
        no: Option<Vec<String>>,
    },
    /// A length of time.
    Duration(DurationConfig),
}

/// How lengths of time are written, and in what unit they count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DurationConfig {
    /// What the result counts.
    pub unit: TimeUnit,
    /// What a number without a word counts.
    pub plain: Option<TimeUnit>,
    /// Further words for units.
    pub words: Vec<(String, TimeUnit)>,
    /// Whether `3+ years` counts as 3 years.
    pub at_least: bool,
}

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// Days.
    Days,
    /// Seven days.
    Weeks,
    /// Months.
    Months,
    /// Twelve months.
    Years,
}

impl TimeUnit {
    /// The units by name.
    pub const ALL: &'static [(&'static str, Self)] =
        &[("days", Self::Days), ("weeks", Self::Weeks), ("months", Self::Months), ("years", Self::Years)];

    /// The name in a programme file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

impl TextConfig {
    /// The keys that change a text, whatever company they need themselves.
    pub(super) const KEYS: &'static [&'static str] =
        &["separator", "separators", "trim", "before", "ignore", "values", "drop_time", "yes_no", "duration"];

    pub(super) fn read(source: &Source, table: &TableReader<'_>, issues: &mut Issues) -> Self {
        let flag = |key: &str, issues: &mut Issues| -> bool {
            let flag = table.flag(key, issues);
            if flag == Some(false) {
                let message = format!("`{key} = false` does nothing");
                issues.push(IssueCode::BadSetting, table.place(key), message, "leave it out");
            }
            flag == Some(true)
        };
        let (drop_time, yes_no) = (flag("drop_time", issues), flag("yes_no", issues));
        let duration = table.choice("duration", TimeUnit::ALL, issues);
        if yes_no && duration.is_some() {
            let message = "a cell is either a yes or no, or a length of time";
            issues.push(IssueCode::BadSetting, table.place("duration"), message, "keep one of the two");
        }
        let before = untrimmed(table, "before").map(str::to_owned);
        if table.node("before").is_some() && before.as_deref().is_none_or(|text| text.trim().is_empty()) {
            let message = "`before` is not a text of at least one character";
            issues.push(IssueCode::BadSetting, table.place("before"), message, "write it as `before = \"(\"`");
        }
        let words = |key: &str, issues: &mut Issues| read_words(table, key, issues);
        let reading = match duration {
            Some(unit) => Reading::Duration(DurationConfig {
                unit,
                plain: table.choice("unit", TimeUnit::ALL, issues),
                words: read_units(source, table, issues),
                at_least: table.flag("at_least", issues).unwrap_or(false),
            }),
            None if yes_no => Reading::YesNo { yes: words("yes", issues), no: words("no", issues) },
            None => Reading::Text,
        };
        Self {
            separators: read_separators(table, issues),
            // White space is taken as it stands here; what is no text is told.
            trim: untrimmed(table, "trim").or_else(|| table.text("trim", issues)).unwrap_or_default().to_owned(),
            before,
            ignore: words("ignore", issues).unwrap_or_default(),
            values: read_values(source, table, "values", issues),
            drop_time,
            reading,
        }
    }
}

/// A list of words that must not be empty; none when absent.
pub(super) fn read_words(table: &TableReader<'_>, key: &str, issues: &mut Issues) -> Option<Vec<String>> {
    table.node(key)?;
    Some(table.texts(key, issues).into_iter().map(str::to_owned).collect())
}

/// `separator`, or each of `separators`.
pub(super) fn read_separators(table: &TableReader<'_>, issues: &mut Issues) -> Vec<String> {
    let (one, many) = (table.node("separator"), table.node("separators"));
    let text = |value: &Value| match value {
        Value::Text(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    };
    let read = match (one, many) {
        (None, None) => return Vec::new(),
        (Some(one), None) => text(&one.value).map(|text| vec![text]),
        (None, Some(many)) => match &many.value {
            Value::List(items) if !items.is_empty() => items.iter().map(|item| text(&item.value)).collect(),
            _ => None,
        },
        (Some(_), Some(_)) => {
            let message = "both `separator` and `separators` are given";
            issues.push(IssueCode::BadSetting, table.place("separator"), message, "keep one of the two");
            return Vec::new();
        }
    };
    read.unwrap_or_else(|| {
        let (key, message, remedy) = if one.is_some() {
            let message = "`separator` is not a text of at least one character";
            ("separator", message, "write it as `separator = \",\"`")
        } else {
            let message = "`separators` is not a list of texts of at least one character";
            ("separators", message, "write it as `separators = [\",\", \"/\"]`")
        };
        issues.push(IssueCode::BadSetting, table.place(key), message, remedy);
        Vec::new()
    })
}

fn read_units(source: &Source, table: &TableReader<'_>, issues: &mut Issues) -> Vec<(String, TimeUnit)> {
    let Some(node) = table.node("units") else { return Vec::new() };
    let Value::Table(entries) = &node.value else {
        let message = "`units` is not a table";
        issues.push(IssueCode::WrongType, table.place("units"), message, "write `units = { \"Jahre\" = \"years\" }`");
        return Vec::new();
    };
    let mut units = Vec::with_capacity(entries.len());
    for (word, unit) in entries {
        let named = match &unit.value {
            Value::Text(text) => TimeUnit::ALL.iter().find(|(name, _)| *name == text.trim()),
            _ => None,
        };
        match named {
            Some((_, unit)) => units.push((word.clone(), *unit)),
            None => {
                let place = source.place(&format!("{}.{word}", table.below("units")), unit.line);
                let remedy = "it can be: days, weeks, months, years";
                issues.push(IssueCode::UnknownValue, place, "no unit of time", remedy);
            }
        }
    }
    units
}
