//! The people of a programme's sheets.

use crate::mapping::Vocabulary;
use crate::read::{Sheet, Task, read_sheet};
use crate::source::{Files, Source};
use crate::summary::SheetSummary;
use alongside::domain::Side;
use alongside::input::{Document, PersonRecord, SheetConfig, SheetsConfig};
use alongside::issue::{IssueCode, Issues, Place};
use std::path::{Path, PathBuf};

/// Sheets given elsewhere than in the programme, as on the command line. Their paths are seen from the current
/// directory; how they are mapped is still what the programme says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The mentors' sheet.
    pub mentors: Option<PathBuf>,
    /// The mentees' sheet.
    pub mentees: Option<PathBuf>,
}

impl Overrides {
    fn side(&self, side: Side) -> Option<&Path> {
        match side {
            Side::Mentor => self.mentors.as_deref(),
            Side::Mentee => self.mentees.as_deref(),
        }
    }
}

/// Everything that the sheets gave.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) records: Vec<PersonRecord>,
    pub(crate) issues: Issues,
    pub(crate) sources: Vec<Source>,
    pub(crate) sheets: Vec<SheetSummary>,
    /// Whether no sheet, nor their configuration, was refused as a whole.
    pub(crate) whole: bool,
}

/// Reads the sheets that the document, or the overrides, name; relative files of the document are seen from `base`.
///
/// All problems of both sheets are told. The records are in the order of the rows, mentors first; they hold nobody of a
/// sheet that had to be refused as a whole, and no refused row. Blank cells give no field. Time and memory are linear in
/// the sheets, one of which is held in memory at a time.
pub fn read_people(
    document: &Document,
    base: &Path,
    overrides: &Overrides,
) -> (Vec<PersonRecord>, Issues, Vec<Source>, Vec<SheetSummary>) {
    let people = read_sheets(document, Files::Folder(base), overrides);
    (people.records, people.issues, people.sources, people.sheets)
}

/// The same, from wherever the files are. No file is opened where they are held in memory.
pub fn read_people_from(
    document: &Document,
    files: Files<'_>,
) -> (Vec<PersonRecord>, Issues, Vec<Source>, Vec<SheetSummary>) {
    let people = read_sheets(document, files, &Overrides::default());
    (people.records, people.issues, people.sources, people.sheets)
}

pub(crate) fn read_sheets(document: &Document, files: Files<'_>, overrides: &Overrides) -> People {
    let mut people = People::default();
    let config = SheetsConfig::read(document, &mut people.issues);
    let config_whole = !people.issues.has_errors();
    people.whole = config_whole;
    let vocabulary = Vocabulary::of(document);
    let unmapped = [Side::Mentor, Side::Mentee].map(|side| {
        let path = Some(format!("sheets.{}", side.plural()));
        overrides.side(side).map(|_| unmapped(Place { file: document.file.clone(), path, ..Place::default() }))
    });
    let [mentors, mentees] = &unmapped;
    let configured = |side: Side| {
        let unmapped = if side == Side::Mentor { mentors } else { mentees };
        config.side(side).or(unmapped.as_ref())
    };
    for side in [Side::Mentor, Side::Mentee] {
        let instead = overrides.side(side);
        let path = format!("sheets.{}", side.plural());
        let Some(config_of_side) = configured(side) else { continue };
        let place = &config_of_side.place;
        let (name, path, named_at) = match (instead, &config_of_side.file) {
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
                people.whole = false;
                if config_whole {
                    let message = format!("the {} sheet has no `file`", side.plural());
                    people.issues.push(IssueCode::MissingKey, place.clone(), message, "add `file = \"NAME.csv\"`");
                }
                continue;
            }
        };
        let other = if side == Side::Mentor { Side::Mentee } else { Side::Mentor };
        let theirs = configured(other).filter(|theirs| {
            let named = || theirs.file.as_ref().map(|file| files.path(file));
            overrides
                .side(other)
                .map(Path::to_owned)
                .or_else(named)
                .is_some_and(|their_path| same_file(&path, &their_path))
                // Two worksheets of one workbook are two sheets.
                && theirs.format.sheet == config_of_side.format.sheet
        });
        let dates = config_of_side.dates.unwrap_or(config.dates);
        let (config, vocabulary) = (config_of_side, &vocabulary);
        let files = if instead.is_some() { Files::Folder(Path::new("")) } else { files };
        let task = Task { side, config, name, path, files, named_at, dates, theirs, vocabulary, config_whole };
        people.take(read_sheet(&task));
    }
    people
}

/// Whether both paths lead to one file, however they are written.
fn same_file(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

impl People {
    fn take(&mut self, sheet: Sheet) {
        self.whole &= sheet.summary.readable;
        self.records.extend(sheet.people);
        self.issues.append(sheet.issues);
        self.sources.extend(sheet.source);
        self.sheets.push(sheet.summary);
    }
}

/// How a sheet is read of which the programme says nothing.
fn unmapped(place: Place) -> SheetConfig {
    SheetConfig { place, ..SheetConfig::default() }
}
