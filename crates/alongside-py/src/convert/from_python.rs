//! From dicts, lists and plain values to the tree that documents are.

use super::type_name;
use alongside::Issues;
use alongside::domain::Date;
use alongside::input::{Document, MAX_DEPTH, MAX_DOCUMENT_BYTES, Node, Value};
use alongside::issue::{IssueCode, Place};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateAccess, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple,
};
use std::fmt::Write as _;

/// Why a mapping is no document.
pub(crate) enum Refused {
    /// A value that no document holds.
    Python(PyErr),
    /// More than a document may hold.
    Limit(Issues),
}

impl From<PyErr> for Refused {
    fn from(error: PyErr) -> Self {
        Self::Python(error)
    }
}

/// Reads a mapping. Its size is bounded as that of the same document in JSON is, and so is its depth, which ends
/// mappings that hold themselves.
pub(crate) fn document(mapping: &Bound<'_, PyAny>) -> Result<Document, Refused> {
    if !mapping.is_instance_of::<PyDict>() && mapping.cast::<PyMapping>().is_err() {
        let message = format!("a programme is a mapping, not {}", type_name(mapping));
        return Err(PyTypeError::new_err(message).into());
    }
    let mut reader = Reader { path: Path::default(), bytes_left: MAX_DOCUMENT_BYTES };
    Ok(Document { file: None, root: reader.node(mapping)? })
}

/// Where the reader stands, for messages.
#[derive(Default)]
struct Path(Vec<Step>);

enum Step {
    Key(String),
    Index(usize),
}

impl Path {
    fn text(&self) -> String {
        let mut text = String::new();
        for step in &self.0 {
            // Writing to memory cannot fail.
            let _ = match step {
                Step::Key(key) if text.is_empty() => write!(text, "{key}"),
                Step::Key(key) => write!(text, ".{key}"),
                Step::Index(index) => write!(text, "[{index}]"),
            };
        }
        if text.is_empty() { "the programme".to_owned() } else { text }
    }
}

struct Reader {
    path: Path,
    bytes_left: usize,
}

impl Reader {
    fn node(&mut self, value: &Bound<'_, PyAny>) -> Result<Node, Refused> {
        if self.path.0.len() > MAX_DEPTH {
            let message = format!("the document is nested deeper than {MAX_DEPTH}");
            return Err(self.limit(message, "flatten the document"));
        }
        // A value and what divides it from the next take two bytes of JSON at least.
        self.spend(2)?;
        let value = if value.is_none() {
            Value::Null
        } else if let Ok(flag) = value.cast::<PyBool>() {
            Value::Bool(flag.is_true())
        } else if value.is_instance_of::<PyInt>() {
            // Beyond 64 bits only the fact that it is too large matters, as in JSON.
            value.extract::<i64>().map_or(Value::Decimal(f64::INFINITY), Value::Integer)
        } else if let Ok(number) = value.cast::<PyFloat>() {
            Value::Decimal(number.value())
        } else if let Ok(text) = value.cast::<PyString>() {
            Value::Text(self.text(text)?)
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(list.iter())?
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.list(tuple.iter())?
        } else if let Some(day) = day(value) {
            day
        } else if let Ok(mapping) = value.cast::<PyDict>() {
            self.table(mapping.items())?
        } else if let Ok(mapping) = value.cast::<PyMapping>() {
            self.table(mapping.items()?)?
        } else {
            return Err(unusable(value, &self.path).into());
        };
        Ok(Node::new(value))
    }

    fn list<'py>(&mut self, items: impl Iterator<Item = Bound<'py, PyAny>>) -> Result<Value, Refused> {
        let mut list = Vec::new();
        for (index, item) in items.enumerate() {
            list.push(self.below(Step::Index(index), &item)?);
        }
        Ok(Value::List(list))
    }

    /// Takes a copy of the entries, which another thread cannot change meanwhile.
    fn table(&mut self, items: Bound<'_, PyList>) -> Result<Value, Refused> {
        let mut table = Vec::with_capacity(items.len());
        for item in items {
            let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
            let Ok(key) = key.cast::<PyString>() else {
                let message = format!("{}: a key is {}, not text", self.path.text(), type_name(&key));
                return Err(PyTypeError::new_err(message).into());
            };
            let key = self.text(key)?;
            table.push((key.clone(), self.below(Step::Key(key), &value)?));
        }
        Ok(Value::Table(table))
    }

    fn below(&mut self, step: Step, value: &Bound<'_, PyAny>) -> Result<Node, Refused> {
        self.path.0.push(step);
        let node = self.node(value)?;
        self.path.0.pop();
        Ok(node)
    }

    fn text(&mut self, text: &Bound<'_, PyString>) -> Result<String, Refused> {
        // Python's own error would carry the text.
        let unpaired = |_| PyValueError::new_err(format!("{}: text with half a character in it", self.path.text()));
        let text: String = text.extract().map_err(unpaired)?;
        self.spend(text.len())?;
        Ok(text)
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Refused> {
        let Some(left) = self.bytes_left.checked_sub(bytes) else {
            let message = format!("the document is larger than {MAX_DOCUMENT_BYTES} bytes");
            return Err(self.limit(message, "keep people in sheets, not in the document"));
        };
        self.bytes_left = left;
        Ok(())
    }

    fn limit(&self, message: String, remedy: &str) -> Refused {
        let mut issues = Issues::new();
        let place = Place { path: Some(self.path.text()), ..Place::default() };
        issues.push(IssueCode::LimitExceeded, place, message, remedy);
        Refused::Limit(issues)
    }
}

/// A day; a moment, which Python counts among the days, is none.
fn day(value: &Bound<'_, PyAny>) -> Option<Value> {
    let day = value.cast::<PyDate>().ok().filter(|day| !day.is_instance_of::<PyDateTime>())?;
    let (month, of_month) = (i8::try_from(day.get_month()).ok()?, i8::try_from(day.get_day()).ok()?);
    Date::new(i16::try_from(day.get_year()).ok()?, month, of_month).ok().map(Value::Date)
}

fn unusable(value: &Bound<'_, PyAny>, path: &Path) -> PyErr {
    PyTypeError::new_err(format!("{}: a programme cannot hold {}", path.text(), type_name(value)))
}
