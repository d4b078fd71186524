//! Every code that the reading of sheets raises: its place, and that no cell's text is told.

mod support;

use alongside::issue::{IssueCode, Severity};
use alongside_sheets::{Overrides, limits};
use support::{Folder, Read, mentees, mentors};

const NAMED: &str = "columns = { id = \"Id\", name = \"Name\" }";

fn expect(read: &Read, code: IssueCode, row: Option<u32>, column: Option<&str>) {
    let issue = read.issue();
    assert_eq!((issue.code, issue.place.row, issue.place.column.as_deref()), (code, row, column), "{issue}");
    assert!(!issue.remedy.is_empty() && !issue.message.ends_with('.'));
    read.keeps_secret(&["Zebedee", "Sample"]);
    // A row that is too long for its cells is refused alone, like a ragged one; everything else refuses the sheet.
    if issue.severity == Severity::Error && !(code == IssueCode::LimitExceeded && column.is_some()) {
        assert!(read.people.is_empty() && read.sheets.iter().all(|sheet| !sheet.readable));
    }
}

#[test]
fn a_missing_file_is_told_where_it_is_named() {
    let read = Folder::new().read("[sheets.mentors]\nfile = \"gone.csv\"\n");
    expect(&read, IssueCode::FileMissing, None, None);
    let place = &read.issue().place;
    assert_eq!((place.file.as_deref(), place.path.as_deref()), (Some("programme.toml"), Some("sheets.mentors.file")));
    assert!(read.issue().message.contains("gone.csv") && read.sources.is_empty());
}

#[test]
fn a_missing_override_is_told_by_its_own_name() {
    let folder = Folder::new();
    let mentees = Some(folder.path("gone.csv"));
    let read = folder.read_with("", &Overrides { mentors: None, mentees });
    expect(&read, IssueCode::FileMissing, None, None);
    assert!(read.issue().place.file.as_deref().unwrap().ends_with("gone.csv"));
}

#[test]
fn both_sheets_are_read_before_giving_up() {
    let folder = Folder::new().file("b.csv", "%PDF-1.7");
    let read = folder.read("[sheets]\nmentors = { file = \"a.csv\" }\nmentees = { file = \"b.csv\" }\n");
    assert_eq!(read.codes(), [IssueCode::FileMissing, IssueCode::NotCsv]);
    assert_eq!(read.sheets.len(), 2);
}

#[test]
fn other_encodings_are_told_with_their_row() {
    let read = mentors(b"Id,Name\r\n1,\"Sam\nple\"\r\n\r\n2,Zo\xeb Sample\r\n", NAMED);
    expect(&read, IssueCode::Encoding, Some(4), None);
    assert!(read.issue().remedy.contains("windows-1252"));
    let mut utf16: Vec<u8> = "\u{feff}Id,Name\n1,Sample\n2,Zebedee".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(mentors(&utf16, NAMED).people.len(), 2);
    utf16.push(0);
    expect(&mentors(utf16, NAMED), IssueCode::Encoding, Some(3), None);
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    for bytes in [&b"PK\x03\x04rest"[..], b"\x89PNG\r\n", b"<html><body>Sample</body>"] {
        expect(&mentors(bytes, NAMED), IssueCode::NotCsv, None, None);
    }
    expect(&mentors("Id,Name\n1,Sam\0ple\n", NAMED), IssueCode::NotCsv, Some(2), None);
    expect(&mentors("Id,Name\n1,Sample\n2,\"Zebedee\n3,Sample\n", NAMED), IssueCode::NotCsv, Some(3), None);
    expect(&mentors("Id,\"Name\n1,Sample\n", NAMED), IssueCode::NotCsv, Some(1), None);
}

#[test]
fn the_wrong_delimiter_is_told_once() {
    let comma = format!("delimiter = \",\"\n{NAMED}");
    let read = mentors("Id;Name;Town\n1;Sample;a,b\n2;Zebedee;c\n", &comma);
    expect(&read, IssueCode::NotCsv, Some(1), None);
    assert!(read.issue().remedy.contains("delimiter = \";\""));
    let read = mentors("id\tname\n1\tSample\n", "delimiter = \",\"");
    assert!(read.issue().remedy.contains("delimiter = \"tab\""));
}

#[test]
fn a_delimiter_that_cannot_be_told_is_asked_for() {
    let read = mentors("Id,Name;Town\n1,Sample;Zebedee\n", NAMED);
    expect(&read, IssueCode::UnsureDelimiter, None, None);
    assert!(read.issue().remedy.contains("`delimiter = \",\"` or `delimiter = \";\"`"));
}

#[test]
fn a_declared_header_row_must_hold_something() {
    for (text, row) in [("Id,Name\n\n1,Sample\n", 2), ("Id,Name\n1,Sample\n", 9)] {
        let read = mentors(text, &format!("header_row = {row}\n{NAMED}"));
        expect(&read, IssueCode::EmptySheet, Some(row), None);
    }
}

#[test]
fn limits_are_kept() {
    let wide = "x,".repeat(limits::MAX_COLUMNS);
    expect(&mentors(wide, NAMED), IssueCode::LimitExceeded, Some(1), None);
    let long = format!("Id,Name\n1,{}\n", "Zebedee ".repeat(9_000));
    expect(&mentors(&long, NAMED), IssueCode::LimitExceeded, Some(2), Some("Name"));
    let read = mentors(long.replace("Name", "Zebedee"), NAMED);
    assert_eq!(read.codes(), [IssueCode::MissingColumn, IssueCode::LimitExceeded]);
    read.keeps_secret(&["Zebedee"]);
    let mapping = format!("columns = {{ id = \"Id\", name = {{ columns = [{}] }} }}", "\"Name\",".repeat(257));
    expect(&mentors("Id,Name\n1,Sample\n", &mapping), IssueCode::LimitExceeded, None, None);
    let header: Vec<String> = (0..4_000).map(|number| number.to_string()).collect();
    let run = "{ one_hot = { first = \"1\", last = \"3999\" } },".repeat(17);
    let many = format!("{}\nx{}\n", header.join(","), ",".repeat(3_999));
    let read = mentors(many, &format!("columns = {{ id = \"0\", interests = [{run}] }}"));
    expect(&read, IssueCode::LimitExceeded, None, None);
    let tall = format!("id\n{}", "1\n".repeat(limits::MAX_ROWS + 1));
    expect(&mentors(tall, ""), IssueCode::LimitExceeded, None, None);
    let folder = Folder::new();
    let file = std::fs::File::create(folder.path("m.csv")).unwrap();
    file.set_len(limits::MAX_FILE_BYTES + 1).unwrap();
    expect(&folder.read("sheets.mentors.file = \"m.csv\""), IssueCode::LimitExceeded, None, None);
}

#[test]
fn sheets_without_people_are_told() {
    for text in ["", "\u{feff}", "\n\n", " , \n", "Id,Name\n", "Id,Name\n,\n\n"] {
        expect(&mentors(text, NAMED), IssueCode::EmptySheet, None, None);
    }
}

#[test]
fn missing_columns_are_told_where_they_are_asked_for() {
    let read = mentors("Id,Nmae\n1,Sample\n", NAMED);
    expect(&read, IssueCode::MissingColumn, None, Some("Name"));
    let issue = read.issue();
    assert_eq!((issue.place.file.as_deref(), issue.place.line), (Some("programme.toml"), Some(3)));
    assert!(issue.message.contains("m.csv") && issue.remedy.contains("`Nmae`"));
    let read = mentors("Zebedee,Sample\n1,Sample\n", NAMED);
    assert_eq!(read.codes(), [IssueCode::MissingColumn, IssueCode::MissingColumn]);
    read.keeps_secret(&["Zebedee", "Sample"]);
}

#[test]
fn every_part_of_the_mapping_is_looked_up() {
    let mapping = "columns.id = \"Id\"\nchecks = [{ name = \"dbs\", issued = \"A\", expires = \"B\" }]\n\
        training = [{ name = \"t\", expires = \"C\" }]\n\
        preferences = [{ attribute = \"gender\", strength = \"must\", column = \"D\", when = { column = \"E\", is = \"x\" } }]\n\
        consent = [{ attribute = \"ethnicity\", column = \"F\", withdrawn = \"G\" }]\n";
    let read = mentors("Id\n1\n", mapping);
    let columns: Vec<_> = read.issues.iter().filter_map(|issue| issue.place.column.as_deref()).collect();
    assert_eq!(columns, ["A", "B", "C", "D", "E", "F", "G"]);
}

#[test]
fn a_sheet_without_ids_is_told_once() {
    let read = mentors("Nr,Name\n1,Sample\n2,Zebedee\n", "columns.name = \"Name\"");
    expect(&read, IssueCode::MissingColumn, None, None);
    expect(&mentors("Nr,Interests\n1,Sample\n", ""), IssueCode::MissingColumn, None, None);
}

#[test]
fn repeated_headers_matter_only_where_they_are_used() {
    let read = mentors("Id,Name,Name \n1,Sample,Zebedee\n", NAMED);
    expect(&read, IssueCode::RepeatedHeader, Some(1), Some("Name"));
    let read = mentors("id,Waiting since,waiting_since\n1,Sample,Zebedee\n", "");
    expect(&read, IssueCode::RepeatedHeader, Some(1), Some("waiting_since"));
    let read = mentors("Id,General,General\n1,Sample,Zebedee\n", "columns.id = \"Id\"");
    expect(&read, IssueCode::UnusedColumn, Some(1), None);
}

#[test]
fn every_ragged_row_is_told_with_both_counts() {
    let read = mentors("Id,Name\n1,Sample\n2\n\n3,Zebedee,x\n4,\"a\nb\"\n", NAMED);
    let rows: Vec<_> = read.issues.iter().map(|issue| (issue.code, issue.place.row)).collect();
    assert_eq!(rows, [(IssueCode::RaggedRow, Some(3)), (IssueCode::RaggedRow, Some(5))]);
    assert!(read.issues.iter().last().unwrap().message.contains("3 cells where the header has 2"));
    read.keeps_secret(&["Zebedee", "Sample"]);
    let sheet = &read.sheets[0];
    assert_eq!((sheet.rows, sheet.blank_rows, sheet.refused_rows), (2, 1, 2));
}

#[test]
fn issues_of_one_kind_are_capped_and_counted() {
    let read = mentors(format!("Id,Name\n{}", "Zebedee\n".repeat(70)), NAMED);
    assert_eq!(read.issues.len(), limits::MAX_ISSUES_PER_CODE + 1);
    assert!(read.issues.iter().last().unwrap().message.starts_with("20 further"));
}

#[test]
fn unused_columns_are_named_once_and_not_loaded() {
    let read = mentors("Id,Diary,Name,,Notes\n1,Zebedee,x,,Sample\n", NAMED);
    expect(&read, IssueCode::UnusedColumn, Some(1), None);
    let message = &read.issue().message;
    assert!(
        message.starts_with("3 columns") && message.contains("\"Diary\"") && message.contains("1 without a header")
    );
    assert_eq!(read.people[0].fields.len(), 2);
    assert_eq!(
        (read.sheets[0].used.join(","), read.sheets[0].unused.join(",")),
        ("Id,Name".into(), "Diary,Notes".into())
    );
}

#[test]
fn names_that_nobody_knows_are_told_with_the_nearest() {
    let read = mentees("Id,Hobbies\n1,Sample\n", "columns = { id = \"Id\", intrests = \"Hobbies\" }");
    expect(&read, IssueCode::UnknownAttribute, None, None);
    assert!(read.issue().remedy.contains("`interests`"));
    assert_eq!(read.issue().place.path.as_deref(), Some("sheets.mentees.columns.intrests"));
    let wish = "columns.id = \"Id\"\npreferences = [{ attribute = \"gendre\", strength = \"must\", column = \"W\" }]\n";
    expect(&mentees("Id,W\n1,Sample\n", wish), IssueCode::UnknownAttribute, None, None);
    let consent = "columns.id = \"Id\"\nconsent = [{ attribute = \"ethnicty\", column = \"C\" }]\n";
    expect(&mentees("Id,C\n1,Sample\n", consent), IssueCode::UnknownAttribute, None, None);
    expect(
        &mentees("Id\n1\n", "columns = { id = \"Id\", monitoring = \"Id\" }"),
        IssueCode::UnknownAttribute,
        None,
        None,
    );
}

#[test]
fn one_column_cannot_serve_matching_and_monitoring() {
    let mapping = "columns = { id = \"Id\", ethnicity = \"E\", monitoring.ethnicity = \"E\" }";
    let read = mentees("Id,E\n1,Sample\n", mapping);
    expect(&read, IssueCode::MonitoringForMatching, None, Some("E"));
    assert_eq!(read.issue().place.path.as_deref(), Some("sheets.mentees.columns.monitoring.ethnicity"));
    let wish = "preferences = [{ attribute = \"gender\", strength = \"must\", column = \"Monitoring.Faith\" }]\n";
    let read = mentees("id,Monitoring.Faith\n1,Sample\n", wish);
    expect(&read, IssueCode::MonitoringForMatching, Some(1), Some("Monitoring.Faith"));
}

#[test]
fn faults_of_the_mapping_bring_no_others_with_them() {
    let read = mentors("Id,Name\n1,Sample\n", "columns = { id = { column = \"Id\", fixed = \"x\" } }");
    expect(&read, IssueCode::BadSetting, None, None);
    let read = Folder::new().read("[sheets.mentors]\n");
    expect(&read, IssueCode::MissingKey, None, None);
}
