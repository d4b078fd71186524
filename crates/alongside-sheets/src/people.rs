//! The people of a programme's sheets, and the records of its further sheets.

use crate::kind::SheetKind;
use crate::mapping::{Record, Vocabulary};
use crate::read::{Sheet, Task, read_sheet};
use crate::source::{Files, Source};
use crate::summary::SheetSummary;
use alongside::domain::Side;
use alongside::input::{Document, FurtherKind, FurtherRecord, PersonRecord, SheetConfig, SheetsConfig};
use alongside::issue::{IssueCode, Issues, Place};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Sheets given elsewhere than in the programme, as on the command line. Their paths are seen from the current
/// directory; how they are mapped is still what the programme says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The mentors' sheet.
    pub mentors: Option<PathBuf>,
    /// The mentees' sheet.
    pub mentees: Option<PathBuf>,
    /// The sheet of relationships.
    pub relationships: Option<PathBuf>,
    /// The sheet of decisions.
    pub decisions: Option<PathBuf>,
    /// The sheet of terms.
    pub terms: Option<PathBuf>,
    /// The sheet of scores.
    pub scores: Option<PathBuf>,
}

impl Overrides {
    fn of(&self, kind: SheetKind) -> Option<&Path> {
        let path = match kind {
            SheetKind::People(Side::Mentor) => &self.mentors,
            SheetKind::People(Side::Mentee) => &self.mentees,
            SheetKind::Further(FurtherKind::Relationships) => &self.relationships,
            SheetKind::Further(FurtherKind::Decisions) => &self.decisions,
            SheetKind::Further(FurtherKind::Terms) => &self.terms,
            SheetKind::Further(FurtherKind::Scores) => &self.scores,
        };
        path.as_deref()
    }
}

/// Everything that the sheets gave.
#[derive(Debug, Default)]
pub struct SheetsRead {
    /// People in the order of the rows, mentors first.
    pub people: Vec<PersonRecord>,
    /// Records of further sheets, sheet after sheet in the order of the rows.
    pub further: Vec<FurtherRecord>,
    /// All the problems.
    pub issues: Issues,
    /// The files read.
    pub sources: Vec<Source>,
    /// What each sheet held.
    pub sheets: Vec<SheetSummary>,
    /// Whether no sheet, nor their configuration, was refused as a whole.
    pub whole: bool,
}

/// Reads the sheets of people that the document, or the overrides, name; as [`read_sheets`].
pub fn read_people(
    document: &Document,
    base: &Path,
    overrides: &Overrides,
) -> (Vec<PersonRecord>, Issues, Vec<Source>, Vec<SheetSummary>) {
    let read = read_kinds(document, Files::Folder(base), overrides, SheetKind::people());
    (read.people, read.issues, read.sources, read.sheets)
}

/// Reads every sheet that the document, or the overrides, name; relative files of the document are seen from `base`.
///
/// All problems of all sheets are told. The records hold nothing of a sheet that had to be refused as a whole, and no
/// refused row. Blank cells give no field. Sheets are read side by side. Time and memory are linear in the sheets.
pub fn read_sheets(document: &Document, base: &Path, overrides: &Overrides) -> SheetsRead {
    read_kinds(document, Files::Folder(base), overrides, SheetKind::all())
}

/// The same, from wherever the files are. No file is opened where they are held in memory.
pub fn read_sheets_from(document: &Document, files: Files<'_>) -> SheetsRead {
    read_kinds(document, files, &Overrides::default(), SheetKind::all())
}

fn read_kinds(
    document: &Document,
    files: Files<'_>,
    overrides: &Overrides,
    kinds: impl IntoIterator<Item = SheetKind>,
) -> SheetsRead {
    let mut read = SheetsRead::default();
    let config = SheetsConfig::read(document, &mut read.issues);
    let config_whole = !read.issues.has_errors();
    read.whole = config_whole;
    let vocabulary = |kind: SheetKind| match kind {
        SheetKind::People(_) => (kind, Vocabulary::of(document)),
        SheetKind::Further(further) => (kind, Vocabulary::of_records(further)),
    };
    let vocabularies: Vec<_> = SheetKind::all().map(vocabulary).collect();
    let by_itself = |kind: SheetKind| {
        let path = Some(format!("sheets.{}", kind.name()));
        overrides.of(kind).map(|_| unmapped(Place { file: document.file.clone(), path, ..Place::default() }))
    };
    let unmapped: Vec<_> = SheetKind::all().map(|kind| (kind, by_itself(kind))).collect();
    let configured = |kind: SheetKind| {
        let declared = match kind {
            SheetKind::People(side) => config.side(side),
            SheetKind::Further(kind) => config.further.get(&kind),
        };
        let by_itself = || unmapped.iter().find(|(of, _)| *of == kind).and_then(|(_, config)| config.as_ref());
        declared.or_else(by_itself)
    };
    let mut tasks = Vec::new();
    for kind in kinds {
        let instead = overrides.of(kind);
        let path = format!("sheets.{}", kind.name());
        let Some(of_sheet) = configured(kind) else { continue };
        let place = &of_sheet.place;
        let (name, path, named_at) = match (instead, &of_sheet.file) {
            (Some(instead), _) => {
                let name = instead.display().to_string();
                let named_at = Place { file: Some(name.as_str().into()), ..Place::default() };
                (name, instead.to_owned(), named_at)
            }
            (None, Some(file)) => {
                let named_at = Place { path: Some(format!("{path}.file")), ..place.clone() };
                (file.clone(), files.path(file), named_at)
            }
            (None, None) => {
                read.whole = false;
                if config_whole {
                    let message = format!("the {} sheet has no `file`", kind.name());
                    read.issues.push(IssueCode::MissingKey, place.clone(), message, "add `file = \"NAME.csv\"`");
                }
                continue;
            }
        };
        let Some((_, vocabulary)) = vocabularies.iter().find(|(of, _)| *of == kind) else { continue };
        let theirs = kind.other_side().and_then(|other| {
            let theirs = configured(other)?;
            let named = || theirs.file.as_ref().map(|file| files.path(file));
            let their_path = overrides.of(other).map(Path::to_owned).or_else(named)?;
            // Two worksheets of one workbook are two sheets.
            let same = theirs.format.sheet == of_sheet.format.sheet && same_file(files, &path, &their_path);
            same.then_some(theirs)
        });
        let dates = of_sheet.dates.unwrap_or(config.dates);
        let config = of_sheet;
        let files = if instead.is_some() { Files::Folder(Path::new("")) } else { files };
        let task = Task { kind, config, name, path, files, named_at, dates, theirs, vocabulary, config_whole };
        tasks.push((kind, task));
    }
    // Side by side, and taken in their own order.
    let sheets: Vec<_> = tasks.par_iter().map(|(kind, task)| (*kind, read_sheet(task))).collect();
    for (kind, sheet) in sheets {
        read.take(kind, sheet);
    }
    read
}

/// Whether both paths lead to one file, however they are written.
fn same_file(files: Files<'_>, one: &Path, other: &Path) -> bool {
    let on_disk = matches!(files, Files::Folder(_));
    let same = || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other);
    one == other || (on_disk && same())
}

impl SheetsRead {
    fn take(&mut self, kind: SheetKind, sheet: Sheet) {
        self.whole &= sheet.summary.readable;
        let records = sheet.records.into_iter();
        match kind {
            SheetKind::People(side) => {
                self.people.extend(records.map(|Record { fields, origin }| PersonRecord { side, fields, origin }));
            }
            SheetKind::Further(kind) => {
                self.further.extend(records.map(|Record { fields, origin }| FurtherRecord { kind, fields, origin }));
            }
        }
        self.issues.append(sheet.issues);
        self.sources.extend(sheet.source);
        self.sheets.push(sheet.summary);
    }
}

/// How a sheet is read of which the programme says nothing.
fn unmapped(place: Place) -> SheetConfig {
    SheetConfig { place, ..SheetConfig::default() }
}
