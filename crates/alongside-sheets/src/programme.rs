//! A programme with its sheets, from its file to the engine's own type.

use crate::people::{Overrides, SheetsRead, read_sheets, read_sheets_from};
use crate::read::decode;
use crate::source::{Files, NotRead, Role, Source, read_bounded};
use crate::summary::{self, SheetSummary};
use alongside::domain::Programme;
use alongside::input::{Document, MAX_DOCUMENT_BYTES, Notation, build};
use alongside::issue::{IssueCode, Issues, Place};
use std::fmt;
use std::path::Path;

/// A programme that was read without errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The programme.
    pub programme: Programme,
    /// What its coordinator should know of the reading; no errors.
    pub warnings: Issues,
    /// The files it was read from: the programme's first, then mentors, mentees, relationships, decisions, terms and scores.
    pub sources: Vec<Source>,
    /// What each sheet held.
    pub sheets: Vec<SheetSummary>,
}

/// Why a programme could not be read, and what was found on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// All the problems; at least one error, warnings among them. Files that cannot be opened are `file-missing`.
    pub issues: Issues,
    /// The files that were read.
    pub sources: Vec<Source>,
    /// What each sheet held.
    pub sheets: Vec<SheetSummary>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.issues.fmt(f)
    }
}

impl std::error::Error for Failure {}

/// Reads a programme file (JSON when the extension is `.json`, otherwise TOML) and its sheets; paths in it are seen from
/// its folder.
///
/// # Errors
/// All the problems of the document, its sheets and the programme at once, as far as one can be told without the other.
pub fn read_programme(path: &Path, overrides: &Overrides) -> Result<Loaded, Failure> {
    let mut sources = Vec::new();
    match read_document(path, &mut sources) {
        Ok(document) => load(&document, path.parent().unwrap_or(Path::new("")), overrides, sources),
        Err(issues) => Err(Failure { issues, sources, sheets: Vec::new() }),
    }
}

/// Reads the sheets of a document already read and builds its programme. Relative files are seen from `base`; `sources`
/// are the files read so far, to which the sheets are added.
///
/// # Errors
/// As [`read_programme`]. Where a sheet had to be refused as a whole, the programme is not built, since people missing
/// from it would be told as further faults.
pub fn load(document: &Document, base: &Path, overrides: &Overrides, sources: Vec<Source>) -> Result<Loaded, Failure> {
    load_read(document, read_sheets(document, base, overrides), sources)
}

/// The same, from wherever the files are. No file is opened where they are held in memory.
///
/// # Errors
/// As [`load`].
pub fn load_from(document: &Document, files: Files<'_>, sources: Vec<Source>) -> Result<Loaded, Failure> {
    load_read(document, read_sheets_from(document, files), sources)
}

fn load_read(document: &Document, read: SheetsRead, mut sources: Vec<Source>) -> Result<Loaded, Failure> {
    let (mut issues, mut sheets) = (read.issues, read.sheets);
    sources.extend(read.sources);
    summary::count(&read.people, &mut sheets);
    if !read.whole {
        return Err(Failure { issues, sources, sheets });
    }
    let (programme, further) = match build(document, read.people, read.further) {
        Ok(built) => (Some(built.programme), built.warnings),
        Err(further) => (None, further),
    };
    let rows_missing = sheets.iter().any(|sheet| sheet.refused_rows + sheet.unclaimed_rows > 0);
    issues = merge(issues, &further, rows_missing);
    match programme {
        Some(programme) if !issues.has_errors() => {
            summary::describe(programme.matching(), &mut sheets);
            Ok(Loaded { programme, warnings: issues, sources, sheets })
        }
        _ => Err(Failure { issues, sources, sheets }),
    }
}

/// Both lists, without what both tell and without what may only follow from refused rows.
fn merge(mut issues: Issues, further: &Issues, rows_missing: bool) -> Issues {
    let follows = |code| matches!(code, IssueCode::DanglingId | IssueCode::NobodyOnOneSide);
    let read = issues.clone();
    for issue in further {
        let told = read.iter().any(|told| told == issue) || (rows_missing && follows(issue.code));
        if !told {
            issues.push(issue.code, issue.place.clone(), issue.message.clone(), issue.remedy.clone());
        }
    }
    issues
}

fn read_document(path: &Path, sources: &mut Vec<Source>) -> Result<Document, Issues> {
    let name = path.display().to_string();
    let mut issues = Issues::new();
    let place = |line| Place { file: Some(name.as_str().into()), line, ..Place::default() };
    let bytes = match read_bounded(path, MAX_DOCUMENT_BYTES as u64) {
        Ok(bytes) => bytes,
        Err(NotRead::TooLarge) => {
            let message = format!("the document is larger than {MAX_DOCUMENT_BYTES} bytes");
            issues.push(IssueCode::LimitExceeded, place(None), message, "keep people in sheets, not in the document");
            return Err(issues);
        }
        Err(NotRead::Unavailable(why)) => {
            let message = format!("the programme file cannot be read: {why}");
            issues.push(IssueCode::FileMissing, place(None), message, "check the file's name and folder");
            return Err(issues);
        }
    };
    sources.push(Source::of(Role::Programme, &name, &bytes));
    let text = decode(&bytes).map_err(|misread| {
        let line = misread.before.and_then(|before| u32::try_from(before.split('\n').count()).ok());
        let remedy = "save it as plain text in UTF-8";
        issues.push(IssueCode::Encoding, place(line), misread.message, remedy);
        std::mem::take(&mut issues)
    })?;
    let json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    Document::parse(text, if json { Notation::Json } else { Notation::Toml }, Some(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_from_refused_rows_is_not_told() {
        let issues = |codes: &[IssueCode]| {
            let mut issues = Issues::new();
            for code in codes {
                issues.push(*code, Place::default(), "m", "r");
            }
            issues
        };
        let sheets = issues(&[IssueCode::RaggedRow, IssueCode::UnknownKey]);
        let built = issues(&[IssueCode::UnknownKey, IssueCode::DanglingId, IssueCode::BadAge]);
        let codes = |issues: Issues| issues.iter().map(|issue| issue.code).collect::<Vec<_>>();
        let told = codes(merge(sheets.clone(), &built, true));
        assert_eq!(told, [IssueCode::RaggedRow, IssueCode::UnknownKey, IssueCode::BadAge]);
        assert_eq!(codes(merge(sheets, &built, false)).len(), 4);
    }
}
