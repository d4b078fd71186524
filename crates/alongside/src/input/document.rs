//! From the text of a programme file to its tree.

use super::{Node, Value};
use crate::domain::Date;
use crate::issue::{IssueCode, Issues, Place, shown_path};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Longest programme document in bytes; one with 100,000 people inside stays well below.
pub const MAX_DOCUMENT_BYTES: usize = 256 << 20;

/// Deepest nesting of tables and lists.
pub const MAX_DEPTH: usize = 64;

/// The two notations of the one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// For people.
    Toml,
    /// For programs.
    Json,
}

/// A programme document, read but not yet understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Name for messages.
    pub file: Option<Arc<str>>,
    /// Its tree; always a table.
    pub root: Node,
}

impl Document {
    /// Reads the text; `file` is the name that messages give it.
    ///
    /// # Errors
    /// `syntax`, `duplicate-key`, `limit-exceeded`; for TOML every syntax error at once.
    pub fn parse(text: &str, notation: Notation, file: Option<&str>) -> Result<Self, Issues> {
        let file: Option<Arc<str>> = file.map(Into::into);
        let place = |line| Place { file: file.clone(), line, ..Place::default() };
        let mut issues = Issues::new();
        if text.len() > MAX_DOCUMENT_BYTES {
            let message = format!("the document is larger than {MAX_DOCUMENT_BYTES} bytes");
            issues.push(IssueCode::LimitExceeded, place(None), message, "keep people in sheets, not in the document");
            return Err(issues);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root = match notation {
            Notation::Toml => parse_toml(text, &place, &mut issues),
            Notation::Json => parse_json(text, &place, &mut issues),
        };
        if let Some(root) = &root {
            if matches!(root.value, Value::Table(_)) {
                check_tree(root, "", 0, &place, &mut issues);
            } else {
                let message = format!("the document is {}, not a table of keys", root.type_name());
                issues.push(IssueCode::Syntax, place(None), message, "put the programme in one object");
            }
        }
        match root {
            Some(root) if !issues.has_errors() => Ok(Self { file, root }),
            _ => Err(issues),
        }
    }
}

fn parse_toml(text: &str, place: &dyn Fn(Option<u32>) -> Place, issues: &mut Issues) -> Option<Node> {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let line = |offset: usize| u32::try_from(starts.partition_point(|start| *start <= offset)).ok();
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let line = error.span().and_then(|span| line(span.start));
        // The parser's message may quote the text; only its first line, which names the grammar, is kept.
        let message = error.message().lines().next().unwrap_or("not TOML").to_owned();
        issues.push(IssueCode::Syntax, place(line), message, "mend the line; see the programme file's reference");
    }
    errors.is_empty().then(|| toml_table(&table, &line))
}

fn toml_table(table: &Spanned<DeTable<'_>>, line: &dyn Fn(usize) -> Option<u32>) -> Node {
    let mut entries: Vec<_> = table.get_ref().iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    let entries = entries.into_iter().map(|(key, value)| {
        let mut node = toml_value(value, line);
        node.line = line(key.span().start);
        (key.get_ref().to_string(), node)
    });
    Node { value: Value::Table(entries.collect()), line: line(table.span().start) }
}

fn toml_value(value: &Spanned<DeValue<'_>>, line: &dyn Fn(usize) -> Option<u32>) -> Node {
    let at = line(value.span().start);
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            i64::from_str_radix(&digits, number.radix()).map_or(Value::Decimal(f64::INFINITY), Value::Integer)
        }
        DeValue::Float(number) => Value::Decimal(number.as_str().replace('_', "").parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Datetime(moment) => {
            let text = moment.to_string();
            text.parse::<Date>().ok().filter(|_| text.len() == 10).map_or(Value::Text(text), Value::Date)
        }
        DeValue::Array(items) => Value::List(items.iter().map(|item| toml_value(item, line)).collect()),
        DeValue::Table(table) => {
            let table = toml_table(&Spanned::new(value.span(), table.clone()), line);
            return Node { line: at, ..table };
        }
    };
    Node { value, line: at }
}

fn parse_json(text: &str, place: &dyn Fn(Option<u32>) -> Place, issues: &mut Issues) -> Option<Node> {
    match serde_json::from_str::<Node>(text) {
        Ok(node) => Some(node),
        Err(error) => {
            let line = u32::try_from(error.line()).ok().filter(|line| *line > 0);
            let message = match error.classify() {
                serde_json::error::Category::Eof => "the JSON ends too early".to_owned(),
                _ => format!("not JSON, at column {}", error.column()),
            };
            issues.push(IssueCode::Syntax, place(line), message, "write the document with a JSON library");
            None
        }
    }
}

/// Refuses repeated keys, which JSON's grammar lets through, and nesting beyond the limit.
fn check_tree(node: &Node, path: &str, depth: usize, place: &dyn Fn(Option<u32>) -> Place, issues: &mut Issues) {
    let at = |line: Option<u32>| Place { path: (!path.is_empty()).then(|| shown_path(path)), ..place(line) };
    if depth > MAX_DEPTH {
        let message = format!("nested deeper than {MAX_DEPTH}");
        issues.push(IssueCode::LimitExceeded, at(node.line), message, "flatten the document");
        return;
    }
    match &node.value {
        Value::Table(entries) => {
            let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
            keys.sort_unstable();
            keys.dedup();
            if keys.len() < entries.len() {
                issues.push(
                    IssueCode::DuplicateKey,
                    at(node.line),
                    "a key stands more than once in this table",
                    "keep the one that is meant",
                );
            }
            for (key, value) in entries {
                let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                check_tree(value, &below, depth + 1, place, issues);
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                // Scalars cannot repeat keys; a list of a million of them needs no path each.
                if matches!(item.value, Value::Table(_) | Value::List(_)) {
                    check_tree(item, &format!("{path}[{index}]"), depth + 1, place, issues);
                }
            }
        }
        _ => {}
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NodeVisitor;
        impl<'de> Visitor<'de> for NodeVisitor {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any JSON value")
            }
            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
                Ok(Value::Bool(flag))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Integer(number))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
                // Beyond i64 only the fact that it is too large matters.
                Ok(i64::try_from(number).map_or(Value::Decimal(f64::INFINITY), Value::Integer))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
                Ok(Value::Decimal(number))
            }
            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.to_owned()))
            }
            fn visit_string<E>(self, text: String) -> Result<Value, E> {
                Ok(Value::Text(text))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Value::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
                let mut table = Vec::new();
                while let Some(entry) = entries.next_entry()? {
                    table.push(entry);
                }
                Ok(Value::Table(table))
            }
        }
        deserializer.deserialize_any(NodeVisitor).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toml_values_know_their_lines() {
        let text = "name = \"x\"\n\n[aim]\ntiers = 3\nas_of = 2026-01-31\n[[rules]]\nrule = \"a\"\n";
        let document = Document::parse(text, Notation::Toml, Some("p.toml")).unwrap();
        let aim = document.root.get("aim").unwrap();
        assert_eq!(aim.get("tiers").unwrap(), &Node { value: Value::Integer(3), line: Some(4) });
        assert_eq!(aim.get("as_of").unwrap().value, Value::Date(jiff::civil::date(2026, 1, 31)));
    }

    #[test]
    fn every_syntax_error_is_told_at_once() {
        let issues = Document::parse("a = \nb = 1\nc = = 2\n", Notation::Toml, None).unwrap_err();
        let lines: Vec<_> = issues.iter().map(|issue| issue.place.line).collect();
        assert!(lines.contains(&Some(1)) && lines.contains(&Some(3)), "{lines:?}");
    }

    #[test]
    fn repeated_keys_of_json_are_refused_with_their_path() {
        let issues = Document::parse(r#"{"aim":{"tiers":1,"tiers":2}}"#, Notation::Json, None).unwrap_err();
        let issue = issues.iter().next().unwrap();
        assert_eq!((issue.code, issue.place.path.as_deref()), (IssueCode::DuplicateKey, Some("aim")));
    }

    #[test]
    fn nesting_is_bounded_in_both_notations() {
        for (notation, text) in [
            (Notation::Json, format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))),
            (Notation::Toml, format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000))),
            (Notation::Toml, format!("a = {}{}", "{a=".repeat(100_000), "}".repeat(100_000))),
            (Notation::Toml, format!("{}a = 1", "a.".repeat(100_000))),
            (Notation::Toml, format!("{}a = 1", "a.".repeat(70))),
            (Notation::Json, format!("{{\"a\":{}{}}}", "[".repeat(70), "]".repeat(70))),
        ] {
            assert!(Document::parse(&text, notation, None).is_err());
        }
        let brackets = format!("# {0}\na = \"{0}\"\n", "[".repeat(200));
        assert!(Document::parse(&brackets, Notation::Toml, None).is_ok(), "brackets in texts nest nothing");
    }

    #[test]
    fn numbers_too_large_to_hold_are_never_cut_short() {
        let document = Document::parse("{\"a\": 99999999999999999999}", Notation::Json, None).unwrap();
        assert_eq!(document.root.get("a").map(|node| &node.value), Some(&Value::Decimal(1e20)));
        let document = Document::parse("a = 99999999999999999999", Notation::Toml, None).unwrap();
        assert_eq!(document.root.get("a").map(|node| &node.value), Some(&Value::Decimal(f64::INFINITY)));
        let issues = Document::parse("{\"a\": 1e999}", Notation::Json, None).unwrap_err();
        assert_eq!(issues.iter().next().map(|issue| issue.code), Some(IssueCode::Syntax));
    }
}
