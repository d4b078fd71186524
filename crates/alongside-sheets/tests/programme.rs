//! A programme file and its sheets together.

mod support;

use alongside::issue::IssueCode;
use alongside_sheets::{Failure, Overrides, Role, read_programme};
use support::Folder;

#[expect(clippy::unwrap_used, reason = "a test that fails here should stop here")]
fn failure(folder: &Folder, name: &str, overrides: &Overrides) -> Failure {
    read_programme(&folder.path(name), overrides).unwrap_err()
}

fn codes(failure: &Failure) -> Vec<IssueCode> {
    failure.issues.iter().map(|issue| issue.code).collect()
}

#[test]
fn a_programme_file_must_be_there_and_be_text() {
    let folder = Folder::new().file("p.toml", b"name = \"x\"\nsupport = \"\xff\"\n").file("q.toml", "a = \nb = \n");
    assert_eq!(codes(&failure(&folder, "gone.toml", &Overrides::default())), [IssueCode::FileMissing]);
    let fault = failure(&folder, "p.toml", &Overrides::default());
    let issue = fault.issues.iter().next().unwrap();
    assert_eq!((issue.code, issue.place.line), (IssueCode::Encoding, Some(2)));
    assert_eq!(fault.sources[0].role, Role::Programme);
    assert!(codes(&failure(&folder, "q.toml", &Overrides::default())).contains(&IssueCode::Syntax));
}

#[test]
fn json_is_told_by_the_extension() {
    let folder = Folder::new().file("p.JSON", "{\"sheets\": {\"mentors\": {\"file\": \"gone.csv\"}}}");
    assert_eq!(codes(&failure(&folder, "p.JSON", &Overrides::default())), [IssueCode::FileMissing]);
}

#[test]
fn overrides_stand_in_for_the_files_and_keep_the_mapping() {
    let folder = Folder::new().file("p.toml", "[sheets.mentors]\nfile = \"gone.csv\"\ncolumns.id = \"Nr\"\n");
    let folder = folder.file("here.csv", "Nr\n1\n").file("more.csv", "id\n2\n");
    let (mentors, mentees) = (Some(folder.path("here.csv")), Some(folder.path("more.csv")));
    let overrides = Overrides { mentors, mentees, ..Overrides::default() };
    let read = folder.read_with("[sheets.mentors]\nfile = \"gone.csv\"\ncolumns.id = \"Nr\"\n", &overrides);
    assert!(read.issues.is_empty(), "{}", read.issues);
    assert_eq!((read.field(0, "id"), read.field(1, "id")), ("1".into(), "2".into()));
    // Whatever the engine says of so small a programme, all three files were read.
    let sources = match read_programme(&folder.path("p.toml"), &overrides) {
        Ok(loaded) => loaded.sources,
        Err(fault) => fault.sources,
    };
    let roles: Vec<_> = sources.iter().map(|source| source.role).collect();
    assert_eq!(roles, [Role::Programme, Role::Mentors, Role::Mentees]);
}
