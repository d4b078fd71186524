//! A document as a tree whose every value knows where it stands, the same for TOML, JSON, sheets and Python.

use crate::domain::Date;
use serde::{Serialize, Serializer};

/// A value with the line it stands on, where the source has lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Line in the file, counted from 1.
    pub line: Option<u32>,
}

/// The kinds of value that documents hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// JSON's null: the same as an absent key.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number, NaN and infinity among them: whoever reads it must refuse what it cannot use.
    Decimal(f64),
    /// Text.
    Text(String),
    /// A TOML date.
    Date(Date),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the source; a repeated key stands twice.
    Table(Vec<(String, Node)>),
}

/// As JSON has it: dates as text, tables with their keys in order. What JSON cannot say, such as infinity, is null.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(flag) => serializer.serialize_bool(*flag),
            Value::Integer(number) => serializer.serialize_i64(*number),
            Value::Decimal(number) => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Date(date) => serializer.collect_str(date),
            Value::List(items) => serializer.collect_seq(items),
            Value::Table(entries) => serializer.collect_map(entries.iter().map(|(key, node)| (key, node))),
        }
    }
}

impl Node {
    /// A value that stands on no line.
    pub const fn new(value: Value) -> Self {
        Self { value, line: None }
    }

    /// Text that stands on no line.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(Value::Text(text.into()))
    }

    /// A list that stands on no line.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Value::List(items.into_iter().collect()))
    }

    /// A table that stands on no line.
    pub fn table<'a>(entries: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::new(Value::Table(entries.into_iter().map(|(key, node)| (key.to_owned(), node)).collect()))
    }

    /// What the value is called in messages.
    pub const fn type_name(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Integer(_) => "a whole number",
            Value::Decimal(_) => "a number",
            Value::Text(_) => "text",
            Value::Date(_) => "a date",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }

    /// The entry of that key, if this is a table and has one.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Table(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// Puts the entry in place of the key's present one, or adds it. Does nothing on anything but a table.
    pub fn set(&mut self, key: &str, node: Self) {
        if let Value::Table(entries) = &mut self.value {
            entries.retain(|(name, _)| name != key);
            entries.push((key.to_owned(), node));
        }
    }
}
