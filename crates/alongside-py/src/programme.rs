//! A programme, and the questions that can be put to it.

use crate::convert::{Refused, document, sheets_in_memory, to_python};
use crate::error::{invalid_programme, stopped, unknown_person};
use crate::outcome::Outcome;
use crate::run::aside;
use crate::shortlists::{Shortlists, request};
use alongside::domain::{Audience, PairStage, PersonId, Side};
use alongside::input::{Document, Notation};
use alongside::{Engine, Issues, audit, texts};
use alongside_sheets::{Failure, Files, Loaded, Overrides, Role, SheetSummary, load, load_from, read_programme};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A programme that passed every check; it never changes.
#[pyclass(module = "alongside", frozen)]
pub(crate) struct Programme {
    shared: Arc<alongside::Programme>,
    warnings: Issues,
    sheets: Vec<SheetSummary>,
}

#[pymethods]
impl Programme {
    /// Reads a programme file and its sheets.
    #[staticmethod]
    #[pyo3(signature = (path, *, mentors=None, mentees=None, relationships=None, decisions=None, terms=None, scores=None))]
    #[expect(clippy::too_many_arguments, reason = "Python's keyword arguments, one for each sheet")]
    fn read(
        py: Python<'_>,
        path: PathBuf,
        mentors: Option<PathBuf>,
        mentees: Option<PathBuf>,
        relationships: Option<PathBuf>,
        decisions: Option<PathBuf>,
        terms: Option<PathBuf>,
        scores: Option<PathBuf>,
    ) -> PyResult<Self> {
        let overrides = Overrides { mentors, mentees, relationships, decisions, terms, scores };
        Self::of(py, aside(py, 1, move |_| read_programme(&path, &overrides))?)
    }

    /// Reads a programme from a mapping; files that it names are seen from `base`.
    #[staticmethod]
    #[pyo3(signature = (mapping, *, base=None))]
    fn from_dict(py: Python<'_>, mapping: &Bound<'_, PyAny>, base: Option<PathBuf>) -> PyResult<Self> {
        let document = mapped(py, mapping)?;
        Self::of(py, aside(py, 1, move |_| from_document(&document, base))?)
    }

    /// Reads a programme from the text of one JSON document; files that it names are seen from `base`.
    #[staticmethod]
    #[pyo3(signature = (text, *, base=None))]
    fn from_json(py: Python<'_>, text: String, base: Option<PathBuf>) -> PyResult<Self> {
        let read = move |_: &_| match Document::parse(&text, Notation::Json, None) {
            Ok(document) => from_document(&document, base),
            Err(issues) => Err(refused(issues)),
        };
        Self::of(py, aside(py, 1, read)?)
    }

    /// Reads a programme whose sheets are in memory, by the names that the programme gives them; no file is opened. The
    /// programme itself is a mapping, or the text of a programme file, TOML or JSON.
    #[staticmethod]
    fn from_sheets(py: Python<'_>, programme: &Bound<'_, PyAny>, sheets: &Bound<'_, PyAny>) -> PyResult<Self> {
        let files = sheets_in_memory(sheets)?;
        let handed_over: Vec<String> = files.keys().cloned().collect();
        let read = if programme.is_instance_of::<PyString>() {
            let text: String = programme.extract()?;
            aside(py, 1, move |_| match Document::parse(&text, notation(&text), None) {
                Ok(document) => from_memory(&document, &files),
                Err(issues) => Err(refused(issues)),
            })?
        } else {
            let document = mapped(py, programme)?;
            aside(py, 1, move |_| from_memory(&document, &files))?
        };
        // A sheet that nobody reads may be the one with the decisions.
        let sources = read.iter().flat_map(|loaded| &loaded.sources);
        let read_names: Vec<&str> =
            sources.filter(|source| source.role != Role::Programme).map(|source| &*source.name).collect();
        let unread = handed_over.iter().find(|name| !read_names.contains(&name.as_str()));
        match unread {
            Some(name) if read.is_ok() => {
                Err(PyValueError::new_err(format!("sheets: the programme has no sheet with the file {name:?}")))
            }
            _ => Self::of(py, read),
        }
    }

    /// What its coordinator should know of the reading.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.warnings)
    }

    /// The same, under the name that the command has.
    fn validate<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.warnings(py)
    }

    /// What each sheet held, and each of its fields: counts, ranges, and words that many people share.
    #[getter]
    fn summary<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, &self.sheets)
    }

    /// Proposes a matching. After `time_limit` seconds, the best found so far is proposed, and the status says so.
    ///
    /// Ctrl-C ends the waiting at once; the work is asked to stop and ends by itself.
    #[pyo3(name = "match", signature = (*, time_limit=None, threads=None))]
    fn propose(&self, py: Python<'_>, time_limit: Option<f64>, threads: Option<i64>) -> PyResult<Outcome> {
        let started = Instant::now();
        let limit = time_limit.map(Duration::try_from_secs_f64).transpose();
        let limit = limit.map_err(|error| PyValueError::new_err(format!("time_limit: {error}")))?;
        let threads = threads.map(|threads| u16::try_from(threads).ok().filter(|threads| *threads > 0));
        let threads = threads.map(|threads| threads.ok_or_else(|| PyValueError::new_err("threads: give 1 or more")));
        let threads = threads.transpose()?.unwrap_or(0).into();
        let programme = Arc::clone(&self.shared);
        let run = aside(py, threads, move |stop| {
            let should_stop = || limit.is_some_and(|limit| started.elapsed() >= limit);
            Engine::new().stop_when(&should_stop).give_up_when(&|| stop.asked()).run(&programme)
        })?;
        run.map(Outcome::new).map_err(|error| stopped(py, &error))
    }

    /// Says why a mentee has the proposal they have, or none, and what speaks for and against a pair.
    #[pyo3(signature = (mentee, mentor=None))]
    fn explain<'py>(&self, py: Python<'py>, mentee: &str, mentor: Option<&str>) -> PyResult<Bound<'py, PyAny>> {
        let id = |side, text| PersonId::new(text).ok_or_else(|| unknown_person(py, side));
        let mentee = id(Side::Mentee, mentee)?;
        let mentor = mentor.map(|mentor| id(Side::Mentor, mentor)).transpose()?;
        let programme = Arc::clone(&self.shared);
        let explained = aside(py, 0, move |stop| {
            Engine::new().give_up_when(&|| stop.asked()).explain(&programme, &mentee, mentor.as_ref())
        })?;
        to_python(py, &explained.map_err(|error| stopped(py, &error))?)
    }

    /// Lists several options for each mentee. With `safe`, `one_after_another` or `jointly`, no pick costs anybody a place.
    /// `picked` and `declined` are pairs of ids, mentee and mentor: what people answered so far.
    #[pyo3(signature = (*, options=3, appearances=None, safe=None, picked=None, declined=None))]
    fn shortlist(
        &self,
        py: Python<'_>,
        options: i64,
        appearances: Option<i64>,
        safe: Option<&str>,
        picked: Option<Vec<(String, String)>>,
        declined: Option<Vec<(String, String)>>,
    ) -> PyResult<Shortlists> {
        let answers = (picked.unwrap_or_default(), declined.unwrap_or_default());
        let request = request(py, options, appearances, safe, answers)?;
        let programme = Arc::clone(&self.shared);
        let listed =
            aside(py, 0, move |stop| Engine::new().give_up_when(&|| stop.asked()).shortlists(&programme, &request))?;
        listed.map(Shortlists::new).map_err(|error| stopped(py, &error))
    }

    /// Lists the pairs who would both rather have each other than what an outcome proposes to them.
    fn blocking_pairs<'py>(&self, py: Python<'py>, outcome: &Outcome) -> PyResult<Bound<'py, PyAny>> {
        let (programme, outcome) = (Arc::clone(&self.shared), outcome.share());
        let found = aside(py, 0, move |stop| {
            Engine::new().give_up_when(&|| stop.asked()).blocking_pairs(&programme, &outcome)
        })?;
        to_python(py, &found.map_err(|error| stopped(py, &error))?)
    }

    /// Says of every mentor what the best matching would gain with one more place, and lose with one less.
    fn places<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let programme = Arc::clone(&self.shared);
        let found = aside(py, 0, move |stop| Engine::new().give_up_when(&|| stop.asked()).places(&programme))?;
        to_python(py, &found.map_err(|error| stopped(py, &error))?)
    }

    /// Says of everybody, or of one person, which of several programmes fit them, and why the others do not.
    #[pyo3(signature = (person=None))]
    fn programmes<'py>(&self, py: Python<'py>, person: Option<&str>) -> PyResult<Bound<'py, PyAny>> {
        let found = Engine::new().programmes(&self.shared);
        let Some(id) = person else { return to_python(py, &found) };
        let one = PersonId::new(id).and_then(|id| found.only(&id));
        to_python(py, &one.ok_or_else(|| unknown_person(py, Side::Mentee))?)
    }

    /// What a mentee, mentor or carer may read about a pair, at a stage.
    #[pyo3(signature = (mentee, mentor, *, reader, stage))]
    fn text(&self, py: Python<'_>, mentee: &str, mentor: &str, reader: &str, stage: &str) -> PyResult<String> {
        fn word<T: Copy>(words: &[(&str, T)], word: &str) -> PyResult<T> {
            let found = words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
            let known = || words.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
            found.ok_or_else(|| PyValueError::new_err(format!("it can be {}", known())))
        }
        let (reader, stage) = (word(Audience::WORDS, reader)?, word(PairStage::WORDS, stage)?);
        let id = |side, text: &str| PersonId::new(text).ok_or_else(|| unknown_person(py, side));
        let (mentee, mentor) = (id(Side::Mentee, mentee)?, id(Side::Mentor, mentor)?);
        let matching = self.shared.matching();
        let text = texts::may_be_told(matching, &mentee, &mentor)
            .and_then(|()| texts::text(matching, &mentee, &mentor, reader, stage));
        text.map_err(|error| stopped(py, &error))
    }

    /// Asks everything in an outcome again, with code that shares nothing with the solver.
    fn check<'py>(&self, py: Python<'py>, outcome: &Outcome) -> PyResult<Bound<'py, PyAny>> {
        let (programme, outcome) = (Arc::clone(&self.shared), outcome.share());
        let audit = aside(py, 0, move |stop| audit::audit_unless(&programme, &outcome, &|| stop.asked()))?;
        // Given up only after Ctrl-C, which has ended this call already.
        to_python(py, &audit.map(|audit| audit.findings))
    }

    fn __repr__(&self) -> String {
        let matching = self.shared.matching();
        format!("<Programme: {} mentees, {} mentors>", matching.mentees.len(), matching.mentors.len())
    }
}

impl Programme {
    fn of(py: Python<'_>, read: Result<Loaded, Failure>) -> PyResult<Self> {
        match read {
            Ok(Loaded { programme, warnings, sheets, .. }) => {
                Ok(Self { shared: Arc::new(programme), warnings, sheets })
            }
            Err(failure) => Err(invalid_programme(py, &failure.issues)),
        }
    }
}

/// Every problem of a programme file and its sheets, errors and warnings; an empty list if there is none.
#[pyfunction]
#[pyo3(signature = (path, *, mentors=None, mentees=None, relationships=None, decisions=None, terms=None, scores=None))]
#[expect(clippy::too_many_arguments, reason = "Python's keyword arguments, one for each sheet")]
pub(crate) fn validate(
    py: Python<'_>,
    path: PathBuf,
    mentors: Option<PathBuf>,
    mentees: Option<PathBuf>,
    relationships: Option<PathBuf>,
    decisions: Option<PathBuf>,
    terms: Option<PathBuf>,
    scores: Option<PathBuf>,
) -> PyResult<Bound<'_, PyAny>> {
    let overrides = Overrides { mentors, mentees, relationships, decisions, terms, scores };
    let issues = aside(py, 1, move |_| match read_programme(&path, &overrides) {
        Ok(loaded) => loaded.warnings,
        Err(failure) => failure.issues,
    })?;
    to_python(py, &issues)
}

fn from_document(document: &Document, base: Option<PathBuf>) -> Result<Loaded, Failure> {
    load(document, &base.unwrap_or_default(), &Overrides::default(), Vec::new())
}

fn from_memory(document: &Document, files: &BTreeMap<String, Vec<u8>>) -> Result<Loaded, Failure> {
    load_from(document, Files::Held(files), Vec::new())
}

fn refused(issues: Issues) -> Failure {
    Failure { issues, sources: Vec::new(), sheets: Vec::new() }
}

/// A document in JSON is an object, and no TOML begins as one does.
fn notation(text: &str) -> Notation {
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    if begins.starts_with('{') { Notation::Json } else { Notation::Toml }
}

fn mapped(py: Python<'_>, mapping: &Bound<'_, PyAny>) -> PyResult<Document> {
    document(mapping).map_err(|refused| match refused {
        Refused::Python(error) => error,
        Refused::Limit(issues) => invalid_programme(py, &issues),
    })
}
