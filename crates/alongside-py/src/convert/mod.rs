//! Python's values and the engine's, in both directions.

mod from_python;
mod sheets;
mod to_python;

pub(crate) use from_python::{Refused, document};
pub(crate) use sheets::sheets_in_memory;
pub(crate) use to_python::to_python;

use pyo3::prelude::*;

/// The name of a value's type, which messages may say; the value itself they may not.
fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "this type".to_owned(), |name| name.to_string())
}
