//! Work aside, so that Python's other threads go on and Ctrl-C is answered.

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use rayon::ThreadPoolBuilder;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How often Python is asked whether somebody pressed Ctrl-C.
const ASKED_EVERY: Duration = Duration::from_millis(50);

/// Asks the work to stop.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(crate) fn asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Does the work on so many threads, 0 for one each core, and waits for it without holding the interpreter. A signal
/// ends the waiting at once and asks the work to stop, which then ends by itself, unheard.
///
/// The threads are of this call alone: threads shared by the whole process would be missing after a fork, and everybody
/// would wait for them for ever.
pub(crate) fn aside<T, F>(py: Python<'_>, threads: usize, work: F) -> PyResult<T>
where
    T: Send + 'static,
    F: FnOnce(&Stop) -> T + Send + 'static,
{
    let pool = ThreadPoolBuilder::new().num_threads(threads).thread_name(|_| "alongside".to_owned()).build();
    let pool = pool.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    let stop = Stop::default();
    py.detach(|| {
        let (done, waiting) = channel();
        let asked = stop.clone();
        pool.spawn(move || {
            // Nobody is there to hear it once the waiting has ended.
            let _ = done.send(catch_unwind(AssertUnwindSafe(|| work(&asked))));
        });
        loop {
            match waiting.recv_timeout(ASKED_EVERY) {
                Ok(Ok(result)) => return Ok(result),
                Ok(Err(panic)) => resume_unwind(panic),
                Err(RecvTimeoutError::Timeout) => {
                    Python::attach(|py| py.check_signals().inspect_err(|_| stop.0.store(true, Ordering::Relaxed)))?;
                }
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(PyRuntimeError::new_err("the work ended without a result"));
                }
            }
        }
    })
}
