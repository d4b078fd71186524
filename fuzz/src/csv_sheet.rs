//! Any bytes as a sheet.

use crate::canary::{CANARY, silent};
use crate::laws::{matched, sound};
use alongside::Issues;
use alongside::input::{Document, Notation};
use alongside_sheets::{Overrides, load, read_people};
use std::sync::LazyLock;
use tempfile::TempDir;

/// How the sheets are mapped: every way of putting a field together.
const PROGRAMME: &str = include_str!("csv_sheet.toml");

/// The first line of a sheet that the programme maps.
const HEADER: &[u8] = b"Ref,First,Last,Born,M/F,Background,May use,Gone,Speaks,Likes,Weekdays,Weekend,How,Not with,\
Priority,DBS,DBS until,Courses,Wishes,Man or woman,How firm,Goals,Grade,Hours,Start,Form,Role,Sport,Sport,Art,8h,9h,\
Since\n";

/// Sheets mapped, and sheets whose headers are fields; `,` and `;`.
static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let plain = PROGRAMME.split("\n[sheets.").next().unwrap_or_default();
    let bare = format!("{plain}[sheets]\nmentees = {{ delimiter = \";\" }}\n");
    let read = [PROGRAMME, &bare].map(|text| Document::parse(text, Notation::Toml, None));
    read.into_iter().filter_map(Result::ok).collect()
});

/// A folder for the sheets, for as long as the process runs; none where there is nowhere to put it.
static FOLDER: LazyLock<Option<TempDir>> = LazyLock::new(|| {
    // In memory where the system has such a place: the fuzzer writes thousands of files a second.
    let memory = std::path::Path::new("/dev/shm");
    tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir()).ok()
});

/// First byte: which document (1), whether the programme's own header goes before (2), and whether both sides read the
/// bytes or each a half (3). The rest are the sheets. A `~` in a cell stands for a word that no message may tell.
pub fn csv_sheet(data: &[u8]) {
    let [how, bytes @ ..] = data else { return };
    let Some(folder) = FOLDER.as_ref() else { return };
    let Some(document) = DOCUMENTS.get(usize::from(how & 1)) else { return };
    let headed = how & 2 != 0;
    let (mentors, mentees) = if how & 4 == 0 { (bytes, bytes) } else { bytes.split_at(bytes.len() / 2) };
    let overrides = Overrides {
        mentors: Some(folder.path().join("mentors.csv")),
        mentees: Some(folder.path().join("mentees.csv")),
    };
    for (path, bytes) in [(&overrides.mentors, mentors), (&overrides.mentees, mentees)] {
        let sheet = if headed { [HEADER, &marked(bytes)].concat() } else { bytes.to_vec() };
        let written = path.as_ref().map(|path| std::fs::write(path, sheet));
        if !matches!(written, Some(Ok(()))) {
            return;
        }
    }

    let (records, issues, sources, sheets) = read_people(document, folder.path(), &overrides);
    told(&issues, headed);
    assert!(sources.len() == 2 && sheets.len() == 2, "a sheet is not accounted for");
    let people: usize = sheets.iter().map(|sheet| sheet.people).sum();
    assert!(people == records.len(), "{people} people make {} records", records.len());
    for sheet in &sheets {
        assert!(sheet.people <= sheet.rows, "more people than rows");
        assert!(sheet.readable || sheet.rows == 0, "people of a sheet that was refused");
    }
    match load(document, folder.path(), &overrides, Vec::new()) {
        Ok(loaded) => {
            assert!(!loaded.warnings.has_errors(), "a programme was built in spite of errors");
            told(&loaded.warnings, headed);
            matched(&loaded.programme);
        }
        Err(failure) => {
            assert!(failure.issues.has_errors(), "a programme was refused without an error");
            told(&failure.issues, headed);
        }
    }
}

/// The first row may be shown where nothing but it can tell what the columns are; nothing below it.
fn told(issues: &Issues, headed: bool) {
    sound(issues);
    if headed {
        silent(issues);
    }
}

fn marked(bytes: &[u8]) -> Vec<u8> {
    let mut marked = Vec::with_capacity(bytes.len());
    for &byte in bytes {
        if byte == b'~' {
            marked.extend_from_slice(CANARY.as_bytes());
        } else {
            marked.push(byte);
        }
    }
    marked
}
