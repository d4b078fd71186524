//! Which rows of a sheet are people of its side.

use super::text::read_words;
use crate::input::Node;
use crate::input::Value;
use crate::input::keys::{SHEET_EXCLUDE, SHEET_ONLY};
use crate::input::reader::{Source, TableReader};
use crate::issue::{IssueCode, Issues, Place};

/// That a column says one of some answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionConfig {
    /// Where it stands in the document.
    pub place: Place,
    /// The header.
    pub column: String,
    /// The answers, capital letters aside; an empty one is a blank cell.
    pub is: Vec<String>,
}

/// Rows left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcludeConfig {
    /// Which rows.
    pub condition: ConditionConfig,
    /// Why.
    pub why: String,
}

impl ConditionConfig {
    pub(super) fn only(source: &Source, path: String, node: &Node, issues: &mut Issues) -> Option<Self> {
        Self::of(&TableReader::new(source, path, node, &SHEET_ONLY, issues)?, issues)
    }

    /// Reads `column` and `is` of any table that has them.
    pub(super) fn of(table: &TableReader<'_>, issues: &mut Issues) -> Option<Self> {
        let (column, is) = (table.required_text("column", issues), read_answers(table, issues));
        Some(Self { place: table.own_place(), column: column?.to_owned(), is: is? })
    }
}

impl ExcludeConfig {
    pub(super) fn read(source: &Source, path: &str, node: &Node, issues: &mut Issues) -> Option<Self> {
        let table = TableReader::new(source, path, node, &SHEET_EXCLUDE, issues)?;
        let (condition, why) = (ConditionConfig::of(&table, issues), table.required_text("why", issues));
        Some(Self { condition: condition?, why: why?.to_owned() })
    }
}

/// One text or a list of texts, of which one may be empty: it stands for a blank cell.
fn read_answers(table: &TableReader<'_>, issues: &mut Issues) -> Option<Vec<String>> {
    let Some(node) = table.node("is") else {
        table.missing("is", issues);
        return None;
    };
    let blank = |node: &Node| matches!(&node.value, Value::Text(text) if text.trim().is_empty());
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    if items.is_empty() {
        let remedy = "list the answers that count";
        issues.push(IssueCode::BadSetting, table.place("is"), "`is` lists no answer", remedy);
        return None;
    }
    if items.iter().any(blank) {
        let texts: Option<Vec<String>> = items
            .iter()
            .map(|item| if let Value::Text(text) = &item.value { Some(text.trim().to_owned()) } else { None })
            .collect();
        if texts.is_some() {
            return texts;
        }
    }
    let words = read_words(table, "is", issues)?;
    (words.len() == items.len()).then_some(words)
}
