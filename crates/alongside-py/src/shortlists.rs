//! Several options for each mentee.

use crate::convert::to_python;
use crate::error::{too_large, unknown_person};
use crate::run::aside;
use alongside::domain::{PersonId, Side};
use alongside::shortlist::{Kind, Request};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::num::NonZeroU32;
use std::sync::Arc;

/// Lists of options with their reasons; they never change, and every list they give is a new one.
#[pyclass(module = "alongside", frozen, eq)]
#[derive(PartialEq, Eq)]
pub(crate) struct Shortlists(Arc<alongside::shortlist::Shortlists>);

impl Shortlists {
    pub(crate) fn new(lists: alongside::shortlist::Shortlists) -> Self {
        Self(Arc::new(lists))
    }
}

#[pymethods]
impl Shortlists {
    /// Everything as the text of one JSON document.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    /// Everything in it, as `to_json` has it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &*self.0)
    }

    /// One row for each option, as the text of a sheet.
    fn to_csv(&self, py: Python<'_>) -> PyResult<String> {
        let lists = Arc::clone(&self.0);
        py.detach(move || {
            let mut bytes = Vec::new();
            alongside_sheets::write_shortlists(&lists, &mut bytes)?;
            String::from_utf8(bytes).map_err(|error| PyValueError::new_err(error.to_string()))
        })
    }

    /// The same as the bytes of a workbook (XLSX).
    fn to_workbook<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let lists = Arc::clone(&self.0);
        let written = aside(py, 1, move |_| alongside_sheets::shortlists_workbook(&lists))?;
        written.map(|bytes| PyBytes::new(py, &bytes)).map_err(|fault| too_large(py, &fault))
    }

    fn __repr__(&self) -> String {
        let options: usize = self.0.lists.iter().map(|list| list.options.len()).sum();
        format!("<Shortlists: {} lists, {options} options>", self.0.lists.len())
    }

    /// `proposal`, `one_after_another` or `jointly`.
    #[getter]
    fn kind<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.kind)
    }

    /// What was picked, as it was asked with.
    #[getter]
    fn picked<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.picked)
    }

    /// What was declined, as it was asked with.
    #[getter]
    fn declined<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.declined)
    }

    /// How many of each tier picked and how many can be served.
    #[getter]
    fn tiers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.tiers)
    }

    /// A list for every mentee who takes part.
    #[getter]
    fn lists<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.lists)
    }
}

/// Pairs of ids, mentee and mentor.
type Pairs = Vec<(String, String)>;

/// What Python asks for.
pub(crate) fn request(
    py: Python<'_>,
    options: i64,
    appearances: Option<i64>,
    safe: Option<&str>,
    (picked, declined): (Pairs, Pairs),
) -> PyResult<Request> {
    let positive = |name: &str, number: i64| {
        let number = u32::try_from(number).ok().and_then(NonZeroU32::new);
        number.ok_or_else(|| PyValueError::new_err(format!("{name}: give 1 or more")))
    };
    let kind = match safe {
        None => Kind::Proposal,
        Some(word) => {
            let found = Kind::SAFE.into_iter().find(|(name, _)| *name == word);
            found.ok_or_else(|| PyValueError::new_err("safe: give one_after_another or jointly"))?.1
        }
    };
    let mut request = Request::new(positive("options", options)?, kind);
    if let Some(appearances) = appearances {
        if kind != Kind::Proposal {
            return Err(PyValueError::new_err("appearances: does nothing with safe lists"));
        }
        request.appearances = positive("appearances", appearances)?;
    }
    let id = |side, text: &str| PersonId::new(text).ok_or_else(|| unknown_person(py, side));
    let pairs = |pairs: Pairs| {
        let pair = |(mentee, mentor): (String, String)| Ok((id(Side::Mentee, &mentee)?, id(Side::Mentor, &mentor)?));
        pairs.into_iter().map(pair).collect::<PyResult<Vec<_>>>()
    };
    (request.picked, request.declined) = (pairs(picked)?, pairs(declined)?);
    Ok(request)
}
