//! The engine and the sheets as the commands see them: the only file that knows how they are called.

use crate::args::Input;
use crate::stop::Stop;
use alongside::domain::{PersonId, Programme, Side};
use alongside::input::{Document, MAX_DOCUMENT_BYTES, Notation};
use alongside::issue::{IssueCode, Issues, Place};
use alongside::outcome::{Explanation, OUTCOME_FORMAT, Outcome};
use alongside::{Engine, input};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

mod stub;
pub(crate) use stub::{Audit, Checked, Loaded, Overrides, Proof, Role, SheetSummary, Source};
#[cfg(test)]
pub(crate) use stub::{Finding, FindingCode};

/// How messages call a programme that comes on standard input.
const STDIN: &str = "standard input";

/// Largest outcome that is read back; one for 100,000 people stays well below.
const MAX_OUTCOME_BYTES: u64 = 1 << 30;

/// Reads the programme that the command line names, and its sheets.
pub(crate) fn read(input: &Input) -> Result<Loaded, Stop> {
    let overrides = Overrides { mentors: input.mentors.clone(), mentees: input.mentees.clone() };
    let loaded = if input.is_stdin() {
        let bytes = stdin()?;
        let document = stdin_document(&bytes).map_err(Stop::Invalid)?;
        let source = Source::of(Role::Programme, "-", &bytes);
        drop(bytes);
        stub::load(&document, Path::new("."), &overrides, vec![source])
    } else {
        stub::read_programme(&input.programme, &overrides)
    };
    loaded.map_err(|failure| Stop::Invalid(failure.issues))
}

fn stdin() -> Result<Vec<u8>, Stop> {
    let stdin = io::stdin().lock();
    if stdin.is_terminal() {
        return Err(Stop::Usage("`-` reads a JSON document, but nothing is piped into the command".to_owned()));
    }
    let mut bytes = Vec::new();
    // One byte more than allowed tells that it is too long.
    let read = stdin.take(MAX_DOCUMENT_BYTES as u64 + 1).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| Stop::io("cannot read standard input", &error))
}

fn stdin_document(bytes: &[u8]) -> Result<Document, Issues> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        one(IssueCode::Encoding, named(STDIN), "the document is not UTF-8", "write it with a JSON library")
    })?;
    Document::parse(text, Notation::Json, Some(STDIN))
}

/// Matches, for no longer than the limit.
pub(crate) fn run(programme: &Programme, limit: Option<Duration>) -> Result<Outcome, Stop> {
    let started = Instant::now();
    let should_stop = || limit.is_some_and(|limit| started.elapsed() >= limit);
    Ok(Engine::new().stop_when(&should_stop).run(programme)?)
}

/// Explains a mentee's proposal, or one pair.
pub(crate) fn explain(
    programme: &Programme,
    mentee: &PersonId,
    mentor: Option<&PersonId>,
) -> Result<Explanation, Stop> {
    Ok(Engine::new().explain(programme, mentee, mentor)?)
}

/// Asks everything in the outcome again.
pub(crate) fn audit(programme: &Programme, outcome: &Outcome) -> Audit {
    stub::audit(programme, outcome)
}

/// The bytes of outcome.json.
pub(crate) fn outcome_json(outcome: &Outcome) -> Result<Vec<u8>, Stop> {
    pretty(outcome)
}

/// The bytes of proposals.csv.
pub(crate) fn proposals_csv(outcome: &Outcome) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    stub::write_proposals(outcome, &mut bytes).map_err(|error| Stop::io("cannot write proposals.csv", &error))?;
    Ok(bytes)
}

/// The bytes of unmatched.csv.
pub(crate) fn unmatched_csv(outcome: &Outcome) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    stub::write_unmatched(outcome, &mut bytes).map_err(|error| Stop::io("cannot write unmatched.csv", &error))?;
    Ok(bytes)
}

/// Indented JSON with a line feed at its end.
pub(crate) fn pretty(value: &impl Serialize) -> Result<Vec<u8>, Stop> {
    let mut bytes = serde_json::to_vec_pretty(value)
        .map_err(|_| Stop::Failed("internal error: a result that JSON cannot say".to_owned()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads an outcome back; a folder stands for the outcome.json in it.
pub(crate) fn read_outcome(path: &Path) -> Result<Outcome, Stop> {
    let path = if path.is_dir() { path.join("outcome.json") } else { path.to_owned() };
    let name = path.to_string_lossy();
    let (code, remedy) = (IssueCode::FileMissing, "give outcome.json, or the folder that `match --out` wrote");
    let missing = |error: io::Error| Stop::Invalid(one(code, named(&name), &why(&error), remedy));
    let file = File::open(&path).map_err(missing)?;
    let mut bytes = Vec::new();
    file.take(MAX_OUTCOME_BYTES + 1).read_to_end(&mut bytes).map_err(missing)?;
    if bytes.len() as u64 > MAX_OUTCOME_BYTES {
        let message = format!("the outcome is larger than {MAX_OUTCOME_BYTES} bytes");
        return Err(Stop::Invalid(one(IssueCode::LimitExceeded, named(&name), &message, "give an outcome")));
    }
    parse_outcome(&bytes, &name).map_err(Stop::Invalid)
}

fn parse_outcome(bytes: &[u8], name: &str) -> Result<Outcome, Issues> {
    #[derive(Deserialize)]
    struct Head {
        format: Option<String>,
    }
    let remedy = "give an outcome.json as `alongside match` writes it";
    let refused = |error: &serde_json::Error| {
        let line = u32::try_from(error.line()).ok().filter(|line| *line > 0);
        // What serde says beyond these words may quote the file.
        let told = error.to_string();
        let detail = match (error.classify(), told.strip_prefix("missing field `").and_then(|t| t.split_once('`'))) {
            (serde_json::error::Category::Data, Some((field, _))) => format!("no outcome: `{field}` is missing here"),
            (serde_json::error::Category::Data, None) => {
                format!("no outcome: column {} has something that does not belong there", error.column())
            }
            (serde_json::error::Category::Eof, _) => "the JSON ends too early".to_owned(),
            _ => format!("not JSON, at column {}", error.column()),
        };
        let code = if error.is_data() { IssueCode::WrongType } else { IssueCode::Syntax };
        one(code, Place { line, ..named(name) }, &detail, remedy)
    };
    let head: Head = serde_json::from_slice(bytes).map_err(|error| refused(&error))?;
    match head.format.as_deref() {
        Some(OUTCOME_FORMAT) => serde_json::from_slice(bytes).map_err(|error| refused(&error)),
        Some(other) if other.starts_with("alongside-outcome/") => {
            let message = format!("an outcome of another version than {OUTCOME_FORMAT}");
            Err(one(IssueCode::UnknownValue, at(name, "format"), &message, "check it with the version that wrote it"))
        }
        _ => {
            let message = format!("no outcome: `format` is not {OUTCOME_FORMAT}");
            Err(one(IssueCode::UnknownValue, at(name, "format"), &message, remedy))
        }
    }
}

/// What a file was read as, in a word.
pub(crate) const fn role(role: Role) -> &'static str {
    match role {
        Role::Programme => "programme",
        Role::Mentors => "mentors",
        Role::Mentees => "mentees",
    }
}

/// The known word closest to this one, if it is close enough to be a slip.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    input::nearest(word, known)
}

fn one(code: IssueCode, place: Place, message: &str, remedy: &str) -> Issues {
    let mut issues = Issues::new();
    issues.push(code, place, message, remedy);
    issues
}

fn named(file: &str) -> Place {
    Place { file: Some(file.into()), ..Place::default() }
}

fn at(file: &str, path: &str) -> Place {
    Place { path: Some(path.to_owned()), ..named(file) }
}

fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "the file may not be read".to_owned(),
        kind => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (IssueCode, Place, String) {
        let issues = parse_outcome(text.as_bytes(), "outcome.json").unwrap_err();
        let issue = issues.iter().next().unwrap();
        (issue.code, issue.place.clone(), issue.message.clone())
    }

    #[test]
    fn what_is_no_outcome_is_refused_with_its_place_and_none_of_its_text() {
        assert_eq!(told("mentee,mentor\nB01,V01\n").0, IssueCode::Syntax);
        assert_eq!(told("{\n\n").1.line, Some(3));
        assert_eq!(told("[1]").0, IssueCode::WrongType);
        assert_eq!(told("{\"format\": \"alongside-manifest/1\"}").1.path.as_deref(), Some("format"));
        assert!(told("{\"format\": \"alongside-outcome/9\"}").2.contains("another version"));
        let (code, place, message) = told("{\n\"format\": \"alongside-outcome/1\",\n\"engine\": {\"Ann\": 1}}");
        assert_eq!((code, place.line), (IssueCode::WrongType, Some(3)));
        assert!(!message.contains("Ann"), "{message}");
        assert!(told("{\"format\": \"alongside-outcome/1\"}").2.contains("`engine` is missing"));
    }

    #[test]
    fn an_outcome_comes_back_as_it_was_written() {
        let outcome = crate::render::samples::outcome();
        let bytes = outcome_json(&outcome).unwrap();
        assert!(bytes.ends_with(b"}\n"));
        assert_eq!(parse_outcome(&bytes, "outcome.json").unwrap(), outcome);
    }
}
