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

#[test]
fn words_and_scores_of_sheets_reach_the_programme() {
    let folder = Folder::new()
        .file(
            "p.toml",
            "name = \"n\"\nsupport = \"mentoring\"\nas_of = 2026-11-02\nplanned_months = 6\n\
            [safeguarding]\nchecks = []\nwhy = \"made up\"\n\
            [[criteria]]\ncriterion = \"supplied\"\nid = \"open_day\"\nweight = 1\nwhy = \"w\"\n\
            [sheets]\nmentors = { file = \"m.csv\" }\nmentees = { file = \"e.csv\" }\n\
            scores = { file = \"s.csv\", columns = { points = \"Score\", mentee = \"mentee\", \
            mentor = \"mentor\", criterion = \"criterion\" } }\nterms = { file = \"t.csv\" }\n",
        )
        .file("m.csv", "id,interests\nm1,footy\nm2,tenis\n")
        .file("e.csv", "id,interests\ne1,football\n")
        .file("t.csv", "term,synonyms,parent\nfootball,footy; soccer,sport\ntennis,,sport\n")
        .file("s.csv", "mentee,mentor,Score,criterion\ne1,m1,700,open_day\ne1,m2,20,\n");
    let loaded = read_programme(&folder.path("p.toml"), &Overrides::default()).unwrap();
    let told: Vec<_> = loaded.warnings.iter().map(|issue| (issue.code, issue.place.row)).collect();
    assert_eq!(told, [(IssueCode::NearMissTerm, Some(3))]);
    let matching = loaded.programme.matching();
    let vocabulary = &matching.attributes["interests"].vocabulary;
    assert_eq!((vocabulary.synonyms.len(), vocabulary.parents.len()), (2, 2));
    let scores = match &matching.criteria[0].kind {
        alongside::domain::CriterionKind::Supplied { scores, ranks: None } => scores.iter().map(|one| one.number),
        other => unreachable!("{other:?}"),
    };
    assert_eq!(scores.collect::<Vec<_>>(), [700, 20]);
}
