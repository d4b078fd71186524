//! The engine and the sheets as the commands see them: the only file that knows how they are called.

use crate::console::Console;
use crate::locate::Located;
use crate::progress::{Doing, during};
use crate::stop::Stop;
use crate::timings::Timings;
use alongside::blocking::BlockingPairs;
use alongside::domain::{PersonId, Programme};
use alongside::input::{Document, MAX_DOCUMENT_BYTES, Notation};
use alongside::issue::{IssueCode, Issues, Place};
use alongside::outcome::{Explanation, Outcome, OutcomeFault};
use alongside::places::Places;
use alongside::programmes::Programmes;
use alongside::shortlist::{Request, Shortlists};
use alongside::{Engine, audit, input};
use serde::Serialize;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::time::{Duration, Instant};

pub(crate) use alongside::audit::{Audit, Checked, Proof};
pub(crate) use alongside_sheets::recognise::{Answers, ColumnProposal, Interview, Proposal, Question, Survey};
pub(crate) use alongside_sheets::{Failure, FieldSummary, Loaded, Overrides, Role, SheetFormat, SheetSummary, Source};

/// How messages call a programme that comes on standard input.
const STDIN: &str = "standard input";

/// Largest outcome that is read back; one for 100,000 people stays well below.
const MAX_OUTCOME_BYTES: u64 = 1 << 30;

/// Reads the programme and its sheets.
pub(crate) fn read(input: &Located, console: &Console) -> Result<Loaded, Stop> {
    during(console, Doing::Reading, |_| read_quietly(input))
}

fn read_quietly(input: &Located) -> Result<Loaded, Stop> {
    let loaded = if input.is_stdin() {
        let bytes = stdin()?;
        let source = Source::of(Role::Programme, "-", &bytes);
        let document = stdin_document(&bytes);
        drop(bytes);
        let document = document.map_err(invalid)?;
        alongside_sheets::load(&document, Path::new(""), &input.overrides, vec![source])
    } else {
        alongside_sheets::read_programme(&input.programme, &input.overrides)
    };
    loaded.map_err(|failure| Stop::Invalid(Box::new(failure)))
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
    let place = Place { file: Some(STDIN.into()), ..Place::default() };
    let text = std::str::from_utf8(bytes)
        .map_err(|_| one(IssueCode::Encoding, place, "the document is not UTF-8", "write it with a JSON library"))?;
    Document::parse(text, Notation::Json, Some(STDIN))
}

/// Matches, for no longer than the limit.
pub(crate) fn run(
    programme: &Programme,
    limit: Option<Duration>,
    timings: &Timings,
    console: &Console,
) -> Result<Outcome, Stop> {
    let started = Instant::now();
    let should_stop = || limit.is_some_and(|limit| started.elapsed() >= limit);
    Ok(during(console, Doing::Screening, |counts| {
        let (told, over) = (|progress| counts.tell(progress), |part| timings.part(part));
        Engine::new().stop_when(&should_stop).watch(&told).tell_parts(&over).run(programme)
    })?)
}

/// Explains a mentee's proposal, or one pair.
pub(crate) fn explain(
    programme: &Programme,
    mentee: &PersonId,
    mentor: Option<&PersonId>,
    console: &Console,
) -> Result<Explanation, Stop> {
    Ok(during(console, Doing::Screening, |counts| {
        Engine::new().watch(&|progress| counts.tell(progress)).explain(programme, mentee, mentor)
    })?)
}

/// Lists several options for each mentee.
pub(crate) fn shortlists(programme: &Programme, request: &Request, console: &Console) -> Result<Shortlists, Stop> {
    Ok(during(console, Doing::Screening, |counts| {
        Engine::new().watch(&|progress| counts.tell(progress)).shortlists(programme, request)
    })?)
}

/// The same as a sheet.
pub(crate) fn shortlists_csv(lists: &Shortlists) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    alongside_sheets::write_shortlists(lists, &mut bytes)
        .map_err(|error| Stop::io("cannot write the lists", &error))?;
    Ok(bytes)
}

/// And as a workbook.
pub(crate) fn shortlists_xlsx(lists: &Shortlists) -> Result<Vec<u8>, Stop> {
    alongside_sheets::shortlists_workbook(lists).map_err(|error| Stop::Failed(error.to_string()))
}

/// Who would rather have each other than what is proposed to them.
pub(crate) fn blocking_pairs(
    programme: &Programme,
    outcome: &Outcome,
    console: &Console,
) -> Result<BlockingPairs, Stop> {
    Ok(during(console, Doing::Screening, |counts| {
        Engine::new().watch(&|progress| counts.tell(progress)).blocking_pairs(programme, outcome)
    })?)
}

/// What places are worth.
pub(crate) fn places(programme: &Programme, console: &Console) -> Result<Places, Stop> {
    Ok(during(console, Doing::Screening, |counts| {
        Engine::new().watch(&|progress| counts.tell(progress)).places(programme)
    })?)
}

/// Which of several programmes fit everybody, or one person.
pub(crate) fn programmes(programme: &Programme, person: Option<&str>) -> Result<Programmes, Stop> {
    let found = Engine::new().programmes(programme);
    let Some(id) = person else { return Ok(found) };
    let one = PersonId::new(id).and_then(|id| found.only(&id));
    one.ok_or_else(|| Stop::Usage("nobody has the id asked for".to_owned()))
}

/// Asks everything in the outcome again.
pub(crate) fn audit(programme: &Programme, outcome: &Outcome, console: &Console) -> Audit {
    during(console, Doing::Auditing, |_| audit::audit(programme, outcome))
}

/// The bytes of outcome.json.
pub(crate) fn outcome_json(outcome: &Outcome) -> Vec<u8> {
    outcome.to_json().into_bytes()
}

/// The bytes of proposals.csv.
pub(crate) fn proposals_csv(outcome: &Outcome) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    alongside_sheets::write_proposals(outcome, &mut bytes)
        .map_err(|error| Stop::io("cannot write proposals.csv", &error))?;
    Ok(bytes)
}

/// The bytes of unmatched.csv.
pub(crate) fn unmatched_csv(outcome: &Outcome) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    alongside_sheets::write_unmatched(outcome, &mut bytes)
        .map_err(|error| Stop::io("cannot write unmatched.csv", &error))?;
    Ok(bytes)
}

/// The bytes of matching.xlsx.
pub(crate) fn matching_xlsx(outcome: &Outcome) -> Result<Vec<u8>, Stop> {
    alongside_sheets::workbook(outcome).map_err(|error| Stop::Failed(error.to_string()))
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
    let place = |line| Place { file: Some(path.to_string_lossy().into()), line, ..Place::default() };
    let refused = |code, line, message: &str| {
        let remedy = "give an outcome.json, or the folder that `match --out` wrote; the programme is named before it";
        invalid(one(code, place(line), message, remedy))
    };
    let missing = |error: io::Error| refused(IssueCode::FileMissing, None, &why(&error));
    let file = File::open(&path).map_err(missing)?;
    let mut bytes = Vec::new();
    // One byte more than allowed tells that it is too long.
    file.take(MAX_OUTCOME_BYTES + 1).read_to_end(&mut bytes).map_err(missing)?;
    if bytes.len() as u64 > MAX_OUTCOME_BYTES {
        let message = format!("the outcome is larger than {MAX_OUTCOME_BYTES} bytes");
        return Err(refused(IssueCode::LimitExceeded, None, &message));
    }
    let text = String::from_utf8(bytes).map_err(|_| refused(IssueCode::Encoding, None, "the outcome is not UTF-8"))?;
    Outcome::from_json(&text).map_err(|OutcomeFault { line, message }| {
        refused(IssueCode::Syntax, line.and_then(|line| u32::try_from(line).ok()), &message)
    })
}

/// What a file was read as, in a word.
pub(crate) const fn role(role: Role) -> &'static str {
    match role {
        Role::Programme => "programme",
        Role::Mentors => "mentors",
        Role::Mentees => "mentees",
        Role::Relationships => "relationships",
        Role::Decisions => "decisions",
        Role::Terms => "terms",
        Role::Scores => "scores",
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

fn invalid(issues: Issues) -> Stop {
    Stop::Invalid(Box::new(Failure { issues, sources: Vec::new(), sheets: Vec::new() }))
}

fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "the file may not be read".to_owned(),
        kind => kind.to_string(),
    }
}
