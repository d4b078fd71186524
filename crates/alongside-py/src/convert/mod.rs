//! Python's values and the engine's, in both directions.

mod from_python;
mod to_python;

pub(crate) use from_python::{Refused, document};
pub(crate) use to_python::to_python;
