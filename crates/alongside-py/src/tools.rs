//! Made-up programmes and schemas.

use crate::convert::to_python;
use crate::error::invalid_programme;
use crate::run::aside;
use alongside::schema::Schema;
use alongside::synthetic::{Scheme, Synthetic};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// A made-up programme with its people, as a mapping for `Programme.from_dict`. Everything in it follows from the seed.
#[pyfunction]
#[pyo3(signature = (*, mentees, mentors, seed=0, shape="befriending"))]
pub(crate) fn generate<'py>(
    py: Python<'py>,
    mentees: u32,
    mentors: u32,
    seed: u64,
    shape: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let scheme = Scheme::named(shape).ok_or_else(|| {
        PyValueError::new_err(format!("shape: it can be {}", Scheme::ALL.map(Scheme::name).join(", ")))
    })?;
    if seed > i64::MAX as u64 {
        return Err(PyValueError::new_err("seed: give a whole number below 2**63"));
    }
    let made = Synthetic::new(scheme, seed).people(mentees, mentors);
    let document = aside(py, 1, move |_| made.document())?.map_err(|issues| invalid_programme(py, &issues))?;
    to_python(py, &document.root)
}

/// A vocabulary to begin with, as comma-separated text: a table to edit and name under `sheets.terms`.
#[pyfunction]
pub(crate) const fn terms() -> &'static str {
    alongside::reference::STARTING_TERMS
}

/// The JSON Schema of the programme file, the outcome, shortlists or the issues.
#[pyfunction]
#[pyo3(signature = (of="programme"))]
pub(crate) fn schema<'py>(py: Python<'py>, of: &str) -> PyResult<Bound<'py, PyAny>> {
    let schema = Schema::named(of)
        .ok_or_else(|| PyValueError::new_err(format!("it can be {}", Schema::ALL.map(Schema::name).join(", "))))?;
    to_python(py, &schema.value())
}
