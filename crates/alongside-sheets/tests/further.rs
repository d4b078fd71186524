//! Sheets beside those of people: relationships, decisions, terms, scores.

mod support;

use alongside::input::{Document, FurtherKind, FurtherRecord, Notation};
use alongside::issue::IssueCode;
use alongside_sheets::{Overrides, Role, SheetsRead, read_sheets};
use support::{Folder, plain};

#[expect(clippy::unwrap_used, reason = "a test that fails here should stop here")]
fn read(folder: &Folder, toml: &str, overrides: &Overrides) -> SheetsRead {
    let document = Document::parse(toml, Notation::Toml, Some("programme.toml")).unwrap();
    read_sheets(&document, &folder.path(""), overrides)
}

fn field(record: &FurtherRecord, name: &str) -> String {
    record.field(name).map_or_else(String::new, plain)
}

fn codes(read: &SheetsRead) -> Vec<IssueCode> {
    read.issues.iter().map(|issue| issue.code).collect()
}

#[test]
fn headers_that_are_fields_and_columns_that_are_mapped_give_the_same_records() {
    let folder = Folder::new()
        .file("named.csv", "Mentor,Mentee,Status,Started\nV01,B02,past,\n\nV03,B04,,2026-03-09\n")
        .file("mapped.csv", "Volunteer;Member;Over?\nV01;B02;y\n\nV03;B04;\n");
    let named = read(&folder, "[sheets.relationships]\nfile = \"named.csv\"\n", &Overrides::default());
    let mapped = "[sheets.relationships]\nfile = \"mapped.csv\"\ndelimiter = \";\"\n[sheets.relationships.columns]\n\
        mentor = \"Volunteer\"\nmentee = \"Member\"\nstatus = { column = \"Over?\", values = { y = \"past\" } }\n";
    let mapped = read(&folder, mapped, &Overrides::default());
    for read in [&named, &mapped] {
        assert!(read.issues.is_empty() && read.people.is_empty(), "{}", read.issues);
        assert_eq!(read.sheets[0].role, Role::Relationships);
        assert_eq!((read.sheets[0].rows, read.sheets[0].blank_rows), (2, 1));
        let pairs: Vec<_> = read.further.iter().map(|one| (field(one, "mentor"), field(one, "mentee"))).collect();
        assert_eq!(pairs, [("V01".into(), "B02".into()), ("V03".into(), "B04".into())]);
        assert_eq!(
            (field(&read.further[0], "status"), field(&read.further[1], "status")),
            ("past".into(), String::new())
        );
        assert_eq!(read.further[1].place().row, Some(4));
        assert!(read.further.iter().all(|one| one.kind == FurtherKind::Relationships));
    }
    assert_eq!(mapped.further[0].field_place("status").column.as_deref(), Some("Over?"));
    assert_eq!(field(&named.further[1], "started"), "2026-03-09");
}

#[test]
fn every_required_column_that_is_missing_is_named() {
    let folder = Folder::new().file("scores.csv", "Mentor\nV01\n");
    let read = read(&folder, "[sheets.scores]\nfile = \"scores.csv\"\n", &Overrides::default());
    assert_eq!(codes(&read), [IssueCode::MissingColumn, IssueCode::MissingColumn]);
    assert!(read.issues.to_string().contains("`points`") && !read.whole, "{}", read.issues);
}

#[test]
fn what_only_people_have_is_refused() {
    let folder = Folder::new().file("terms.csv", "attribute,term\ninterests,Choir\n");
    let programme = "[sheets.terms]\nfile = \"terms.csv\"\nchecks = [{ name = \"DBS\", issued = \"term\" }]\n";
    assert_eq!(codes(&read(&folder, programme, &Overrides::default())), [IssueCode::BadSetting]);
    let programme = "[sheets.terms]\nfile = \"terms.csv\"\ncolumns = { term = \"term\", age = \"attribute\" }\n";
    let read = read(&folder, programme, &Overrides::default());
    assert!(codes(&read).contains(&IssueCode::UnknownAttribute), "{}", read.issues);
}

#[test]
fn a_sheet_in_which_nobody_has_written_yet_is_empty_and_sound() {
    let folder = Folder::new().file("pairs.csv", "mentor,mentee\n");
    let overrides = Overrides { relationships: Some(folder.path("pairs.csv")), ..Overrides::default() };
    let read = read(&folder, "", &overrides);
    assert!(read.issues.is_empty() && read.whole && read.further.is_empty(), "{}", read.issues);
    assert_eq!(read.sources[0].role, Role::Relationships);
}

#[test]
fn every_further_sheet_can_be_given_in_place_of_the_programmes() {
    let rows = [
        ("relationships", "mentor,mentee\na,b\n"),
        ("decisions", "decision,mentor,mentee,by,on,reason,attribute\nbar,a,b,c,2026-01-01,d,e\n"),
        ("terms", "attribute,term,synonyms\ninterests,Choir,singing; song\n"),
        ("scores", "mentor,mentee,points\na,b,1\n"),
    ];
    let folder = rows.iter().fold(Folder::new(), |folder, (name, rows)| folder.file(&format!("{name}.csv"), rows));
    let path = |name: &str| Some(folder.path(&format!("{name}.csv")));
    let overrides = Overrides {
        relationships: path("relationships"),
        decisions: path("decisions"),
        terms: path("terms"),
        scores: path("scores"),
        ..Overrides::default()
    };
    let read = read(&folder, "", &overrides);
    let kinds: Vec<_> = read.further.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, FurtherKind::ALL);
    let roles: Vec<_> = read.sources.iter().map(|source| source.role).collect();
    assert_eq!(roles, [Role::Relationships, Role::Decisions, Role::Terms, Role::Scores]);
    assert_eq!(field(&read.further[2], "synonyms"), "singing; song");
}
