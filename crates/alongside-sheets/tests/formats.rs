//! Sheets as they come: other delimiters and encodings, headers further down, and what is said aloud of them.

mod support;

use alongside::input::{Document, Notation};
use alongside_sheets::{Files, SheetFormat, load_from, read_sheets_from};
use std::collections::BTreeMap;
use support::{mentors, plain};

const NAMED: &str = "columns = { id = \"Id\", name = \"Prénom\" }";

#[test]
fn what_was_found_out_is_said_aloud() {
    let rows = "Id;Prénom\n1;Zoë, made up\n2;Up\n";
    let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once('\u{feff}').chain(rows.chars()).collect::<String>().encode_utf16().flat_map(unit).collect()
    };
    let marked = format!("\u{feff}{rows}").into_bytes();
    let windows: Vec<u8> = rows.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let declared = format!("encoding = \"windows-1252\"\n{NAMED}");
    for (bytes, mapping, encoding) in [
        (rows.as_bytes().to_vec(), NAMED, "UTF-8"),
        (marked, NAMED, "UTF-8"),
        (utf16(u16::to_le_bytes), NAMED, "UTF-16LE"),
        (utf16(u16::to_be_bytes), NAMED, "UTF-16BE"),
        (windows, &declared, "Windows-1252"),
    ] {
        let read = mentors(bytes, mapping);
        assert!(read.issues.is_empty(), "{encoding}: {}", read.issues);
        assert_eq!((read.field(0, "name").as_str(), read.people.len()), ("Zoë, made up", 2));
        let sheet = &read.sheets[0];
        let format = SheetFormat::Text { encoding: encoding.into(), delimiter: ";".into() };
        assert_eq!((sheet.format.as_ref(), sheet.header_row), (Some(&format), Some(1)));
        assert_eq!(format.to_string(), format!("{encoding}, semicolons between cells"));
    }
}

#[test]
fn rows_above_the_declared_header_are_not_read() {
    let text = "Volunteers, autumn; a report\n\"printed\non paper\"\n\nId|Prénom\n1|Sample\n2\n";
    let read = mentors(text, &format!("header_row = 4\n{NAMED}"));
    assert_eq!(read.field(0, "name"), "Sample");
    assert_eq!((read.sheets[0].header_row, read.issue().place.row), (Some(4), Some(6)));
}

#[test]
fn sheets_in_memory_are_read_as_those_on_disk_and_nothing_else_is_opened() {
    let toml = "[sheets]\nmentors = { file = \"m.csv\" }\nmentees = { file = \"/etc/hostname\" }\n";
    let document = Document::parse(toml, Notation::Toml, None).unwrap();
    let mut files = BTreeMap::from([("m.csv".to_owned(), b"id\tname\nm1\tSample\n".to_vec())]);
    let read = read_sheets_from(&document, Files::Held(&files));
    let (people, issues, sources) = (read.people, read.issues, read.sources);
    assert_eq!(issues.iter().map(|issue| issue.code.name()).collect::<Vec<_>>(), ["file-missing"]);
    assert_eq!((people.len(), sources.len()), (1, 1));
    assert_eq!(plain(people[0].field("name").unwrap()), "Sample");
    files.insert("/etc/hostname".to_owned(), b"id\ne1\n".to_vec());
    let read = read_sheets_from(&document, Files::Held(&files));
    let (issues, sources, sheets) = (read.issues, read.sources, read.sheets);
    assert!(issues.is_empty() && sources.len() == 2 && sheets.len() == 2, "{issues}");
    let failure = load_from(&document, Files::Held(&files), Vec::new()).unwrap_err();
    assert!(failure.issues.iter().all(|issue| issue.code.name() != "file-missing"));
}
