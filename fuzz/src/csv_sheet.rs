//! Any bytes as a sheet of delimited text.

use crate::canary::{CANARY, silent};
use crate::laws::{matched, sound};
use alongside::Issues;
use alongside::input::{Document, Notation};
use alongside_sheets::{Files, load_from, read_people_from};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How the sheets are mapped: every way of putting a field together.
const PROGRAMME: &str = include_str!("csv_sheet.toml");

/// The first line of a sheet that the programme maps.
const HEADER: &[u8] = b"Ref,First,Last,Born,M/F,Background,May use,Gone,Speaks,Likes,Weekdays,Weekend,How,Not with,\
Priority,DBS,DBS until,Courses,Wishes,Man or woman,How firm,Goals,Grade,Hours,Start,Form,Role,Sport,Sport,Art,8h,9h,\
Since\n";

/// What stands above a header that is not in the first row.
const PREAMBLE: &[u8] = b"Report; of \"the\" autumn,\n\n";

/// How a sheet is declared, and how its bytes are made.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// As they come.
    Found,
    /// A preamble before them.
    Lower,
    /// In UTF-16, either end first.
    Wide(fn(u16) -> [u8; 2]),
    /// As they come, and declared.
    Declared(&'static str),
}

const FORMS: &[Form] = &[
    Form::Found,
    Form::Lower,
    Form::Wide(u16::to_le_bytes),
    Form::Wide(u16::to_be_bytes),
    Form::Declared("encoding = \"windows-1252\""),
    Form::Declared("delimiter = \"tab\""),
    Form::Declared("delimiter = \",\""),
    Form::Declared("encoding = \"utf-16be\""),
];

/// For each form, sheets mapped and sheets whose headers are fields.
static DOCUMENTS: LazyLock<Vec<[Option<Document>; 2]>> = LazyLock::new(|| {
    let plain = PROGRAMME.split("\n[sheets.").next().unwrap_or_default();
    let parsed = |text: String| Document::parse(&text, Notation::Toml, None).ok();
    let documents = FORMS.iter().map(|form| {
        let declared = match form {
            Form::Lower => "header_row = 3",
            Form::Declared(line) => line,
            _ => "",
        };
        let sheet = |side: &str| format!("[sheets.{side}]\nfile = \"{side}.csv\"\n{declared}\n");
        let mut mapped = PROGRAMME.to_owned();
        for side in ["mentors", "mentees"] {
            mapped = mapped.replace(&format!("[sheets.{side}]\n"), &sheet(side));
        }
        [parsed(mapped), parsed(format!("{plain}{}{}", sheet("mentors"), sheet("mentees")))]
    });
    documents.collect()
});

/// First byte: which document (1), whether the programme's own header goes before (2), whether both sides read the
/// bytes or each a half (4), and the form (the bits above). The rest are the sheets. A `~` in a cell stands for a word
/// that no message may tell.
pub fn csv_sheet(data: &[u8]) {
    let [how, bytes @ ..] = data else { return };
    let form = usize::from(how >> 3) % FORMS.len();
    let (Some(form), Some(documents)) = (FORMS.get(form), DOCUMENTS.get(form)) else { return };
    let Some(Some(document)) = documents.get(usize::from(how & 1)) else { return };
    let headed = how & 2 != 0;
    let (mentors, mentees) = if how & 4 == 0 { (bytes, bytes) } else { bytes.split_at(bytes.len() / 2) };
    let sheet = |bytes: &[u8]| {
        let sheet = if headed { [HEADER, &marked(bytes)].concat() } else { bytes.to_vec() };
        match form {
            Form::Lower => [PREAMBLE, &sheet].concat(),
            Form::Wide(unit) => {
                let text = String::from_utf8_lossy(&sheet);
                std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(unit).collect()
            }
            Form::Found | Form::Declared(_) => sheet,
        }
    };
    let files =
        BTreeMap::from([("mentors.csv".to_owned(), sheet(mentors)), ("mentees.csv".to_owned(), sheet(mentees))]);
    // Under another delimiter, header and cells are one cell, which may be shown as the header that it is not.
    read(document, Files::Held(&files), headed && matches!(form, Form::Found | Form::Lower | Form::Wide(_)));
}

/// Reads the sheets of both sides twice, for themselves and as a programme. `secret` where no cell may be told.
pub(crate) fn read(document: &Document, files: Files<'_>, secret: bool) {
    let (records, issues, sources, sheets) = read_people_from(document, files);
    told(&issues, secret);
    assert!(sources.len() == 2 && sheets.len() == 2, "a sheet is not accounted for");
    let people: usize = sheets.iter().map(|sheet| sheet.people).sum();
    assert!(people == records.len(), "{people} people make {} records", records.len());
    for sheet in &sheets {
        assert!(sheet.people <= sheet.rows, "more people than rows");
        assert!(sheet.readable || sheet.rows == 0, "people of a sheet that was refused");
        assert!(!sheet.readable || (sheet.format.is_some() && sheet.header_row.is_some()), "read, and not said how");
    }
    match load_from(document, files, Vec::new()) {
        Ok(loaded) => {
            assert!(!loaded.warnings.has_errors(), "a programme was built in spite of errors");
            told(&loaded.warnings, secret);
            matched(&loaded.programme);
        }
        Err(failure) => {
            assert!(failure.issues.has_errors(), "a programme was refused without an error");
            told(&failure.issues, secret);
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
