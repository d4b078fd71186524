//! The engine for Python: converts, calls, converts back. What it says and decides is the engine's.

mod convert;
mod error;
mod outcome;
mod programme;
mod run;
mod shortlists;
mod tools;

use pyo3::prelude::*;

/// The compiled half of the package `alongside`.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use crate::outcome::Outcome;
    #[pymodule_export]
    use crate::programme::{Programme, validate};
    #[pymodule_export]
    use crate::shortlists::Shortlists;
    #[pymodule_export]
    use crate::tools::{generate, schema, terms};
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python's name for it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
