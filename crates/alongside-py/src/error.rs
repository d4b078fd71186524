//! The engine's errors as the exceptions of `alongside.errors`.

use crate::convert::to_python;
use alongside::domain::Side;
use alongside::outcome::OutcomeFault;
use alongside::{Error, Issues, Severity};
use alongside_sheets::NotWritten;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// The exception of that name with those arguments.
macro_rules! raise {
    ($py:expr, $name:literal, $arguments:expr) => {{
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        match CLASS.import($py, "alongside.errors", $name).and_then(|class| class.call1($arguments)) {
            Ok(exception) => PyErr::from_value(exception),
            Err(error) => error,
        }
    }};
}

/// What is wrong with a programme; the message tells the errors, the list has the warnings too.
pub(crate) fn invalid_programme(py: Python<'_>, issues: &Issues) -> PyErr {
    let errors = issues.iter().filter(|issue| issue.severity == Severity::Error);
    let message = errors.map(ToString::to_string).collect::<Vec<_>>().join("\n");
    match to_python(py, issues) {
        Ok(issues) => raise!(py, "InvalidProgramme", (message, issues)),
        Err(error) => error,
    }
}

/// Why a text is no outcome.
pub(crate) fn invalid_outcome(py: Python<'_>, fault: &OutcomeFault) -> PyErr {
    raise!(py, "InvalidOutcome", (fault.to_string(), fault.line))
}

/// Why a run stopped.
pub(crate) fn stopped(py: Python<'_>, error: &Error) -> PyErr {
    let message = (error.to_string(),);
    match error {
        Error::UnknownPerson { .. } => raise!(py, "UnknownPerson", message),
        Error::NotEligible { .. } => raise!(py, "NotEligible", message),
        Error::NotACandidate { .. } => raise!(py, "NotACandidate", message),
        Error::AnotherProgramme => raise!(py, "AnotherProgramme", message),
        Error::NoPrices => raise!(py, "NoPrices", message),
        Error::NoFlow { .. } => raise!(py, "NoFlow", message),
        Error::LimitExceeded(_) => raise!(py, "LimitExceeded", message),
        _ => raise!(py, "AlongsideError", message),
    }
}

/// Why an outcome is no workbook.
pub(crate) fn too_large(py: Python<'_>, fault: &NotWritten) -> PyErr {
    raise!(py, "LimitExceeded", (fault.to_string(),))
}

/// As [`stopped`], for a text that cannot be anybody's id.
pub(crate) fn unknown_person(py: Python<'_>, side: Side) -> PyErr {
    raise!(py, "UnknownPerson", (format!("nobody among the {} has the id asked for", side.plural()),))
}
