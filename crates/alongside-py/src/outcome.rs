//! A proposed matching and everything that explains it.

use crate::convert::to_python;
use crate::error::{invalid_outcome, too_large};
use crate::run::aside;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::sync::Arc;

/// A proposed matching with its reasons; it never changes, and every list it gives is a new one.
#[pyclass(module = "alongside", frozen, eq)]
#[derive(PartialEq, Eq)]
pub(crate) struct Outcome(Arc<alongside::Outcome>);

impl Outcome {
    pub(crate) fn new(outcome: alongside::Outcome) -> Self {
        Self(Arc::new(outcome))
    }

    pub(crate) fn share(&self) -> Arc<alongside::Outcome> {
        Arc::clone(&self.0)
    }
}

#[pymethods]
impl Outcome {
    /// Reads what `to_json` wrote.
    #[staticmethod]
    fn from_json(py: Python<'_>, text: String) -> PyResult<Self> {
        let read = aside(py, 1, move |_| alongside::Outcome::from_json(&text))?;
        read.map(Self::new).map_err(|fault| invalid_outcome(py, &fault))
    }

    /// The text of `outcome.json`.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    /// Everything in it, as `to_json` has it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &*self.0)
    }

    /// The bytes of a workbook (XLSX) for people who work in a spreadsheet; the same outcome gives the same bytes.
    fn to_workbook<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let outcome = self.share();
        let written = aside(py, 1, move |_| alongside_sheets::workbook(&outcome))?;
        written.map(|bytes| PyBytes::new(py, &bytes)).map_err(|fault| too_large(py, &fault))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let totals = &self.0.totals;
        Ok(format!("<Outcome {}: {} served, {} waiting>", self.status(py)?, totals.served, totals.waiting))
    }

    /// Version of the outcome's format.
    #[getter]
    fn format(&self) -> &str {
        &self.0.format
    }

    /// Version of the engine that wrote it.
    #[getter]
    fn engine(&self) -> &str {
        &self.0.engine
    }

    /// What it says of its programme.
    #[getter]
    fn programme<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.programme)
    }

    /// `optimal` if every level is proved to be the greatest possible, `best_found` if not, `stable` where that is the aim.
    #[getter]
    fn status<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.status)
    }

    /// The aim, level by level, in order of importance.
    #[getter]
    fn levels<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.levels)
    }

    /// Counts over the whole programme.
    #[getter]
    fn totals<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.totals)
    }

    /// The rules in force, in order.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.rules)
    }

    /// The criteria in force, in order.
    #[getter]
    fn criteria<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.criteria)
    }

    /// The grounds on which mentees stand in an earlier tier, in order.
    #[getter]
    fn priority<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.priority)
    }

    /// Supervisors and their caseloads, by id.
    #[getter]
    fn supervisors<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.supervisors)
    }

    /// The programmes that share the run, in the file's order; none where the file is one programme.
    #[getter]
    fn programmes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.programmes)
    }

    /// What the programme put on record about sensitive data and protected characteristics.
    #[getter]
    fn records<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.records)
    }

    /// Pairs that meet or were kept and that a hard rule does not allow, by mentee id.
    #[getter]
    fn urgent<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.urgent)
    }

    /// Pairs that go on, by mentee id.
    #[getter]
    fn kept<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.kept)
    }

    /// What coordinators hold, by mentee id, then mentor id.
    #[getter]
    fn held<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.held)
    }

    /// Proposed pairs, by mentee id.
    #[getter]
    fn proposals<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.proposals)
    }

    /// Mentees left waiting: by tier, then longest waiting, then id.
    #[getter]
    fn unmatched<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.unmatched)
    }

    /// Mentors with nobody proposed, by id.
    #[getter]
    fn idle<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.idle)
    }

    /// Blanks that criteria ask about: by criterion, side, person.
    #[getter]
    fn questions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.questions)
    }

    /// Mentors whom the programme lacks, by attribute.
    #[getter]
    fn recruitment<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.recruitment)
    }

    /// The proof that no other matching does better: prices of everybody at each level; none if there is none.
    #[getter]
    fn certificate<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.certificate)
    }

    /// What being stable costs in people served; none where the aim is another.
    #[getter]
    fn stability<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.0.stability)
    }
}
