//! From sheets that nobody has described to a programme that matches: looked at, drafted, the open questions answered
//! as a person would in an editor, read, matched.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use alongside::Engine;
use alongside::input::Document;
use alongside::input::Notation;
use alongside_sheets::recognise::{Answers, Proposal, Survey};
use alongside_sheets::{Failure, Loaded, Overrides, load};
use std::fmt::Write;
use std::path::Path;
use tempfile::TempDir;

struct Scheme {
    folder: TempDir,
    proposal: Proposal,
}

fn answers() -> Answers {
    Answers::seen_from("2026-11-02".parse().unwrap(), "as you said")
}

impl Scheme {
    /// Two sheets, or one of both sides.
    fn new(mentors: &str, mentees: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let survey = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
            Survey::of_file(&folder.path().join(name), name, None).unwrap()
        };
        let one = survey("mentors.csv", mentors);
        let proposal = match mentees {
            Some(mentees) => Proposal::new(Some(one), Some(survey("mentees.csv", mentees))),
            None => Proposal::of_one(one),
        };
        Self { folder, proposal }
    }

    fn draft(&self) -> String {
        self.proposal.draft(&answers())
    }

    fn load(&self, text: &str) -> Result<Loaded, Failure> {
        let document = Document::parse(text, Notation::Toml, Some("programme.toml"))
            .unwrap_or_else(|issues| panic!("{issues}\n{text}"));
        load(&document, self.folder.path(), &Overrides::default(), Vec::new())
    }

    /// The draft as it stands is refused for its open questions alone; answered, it is read and matched.
    fn becomes_a_match(&self, answers: &[(&str, &str)]) -> (String, usize) {
        let mut text = self.draft();
        let refused = self.load(&text).expect_err("the checks are open");
        assert!(refused.issues.iter().any(|issue| issue.message.contains("checks")), "{}\n{text}", refused.issues);
        for (open, answer) in [("# checks = []\n# why = \"...\"", "checks = []\nwhy = \"They meet in the library.\"")]
            .iter()
            .chain(answers)
        {
            assert!(text.contains(open), "no `{open}` in\n{text}");
            text = text.replace(open, answer);
        }
        let loaded = self.load(&text).unwrap_or_else(|failure| panic!("{}\n{text}", failure.issues));
        let outcome = Engine::new().run(&loaded.programme).unwrap();
        (text, outcome.proposals.len())
    }
}

fn rows(count: usize, mut row: impl FnMut(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, index| {
        writeln!(text, "{}", row(index)).unwrap();
        text
    })
}

#[test]
fn two_plain_sheets() {
    let likes = ["tea, chess", "jazz; tea", "chess, soup", "soup"];
    let like = |index: usize| likes[index % likes.len()];
    let mentors = rows(6, |n| format!("V{n},Pip {n},3{n}/1/1980,\"{}\",Mon pm; Sat am,{}", like(n), 1 + n % 2))
        .replace("30/1", "29/1")
        .replace("32/1", "13/1")
        .replace("33/1", "14/1")
        .replace("34/1", "15/1")
        .replace("35/1", "16/1");
    let mentors = format!("Ref,Name,Date of birth,Hobbies,Availability,Max mentees\n{mentors}");
    let mentees = rows(6, |n| format!("B{n},Pop {n},\"{}\",Mon pm,2026-0{}-01", like(n + 1), 1 + n));
    let mentees = format!("Ref,Name,Interests,Availability,Referral date\n{mentees}");
    let scheme = Scheme::new(&mentors, Some(&mentees));
    let (text, pairs) = scheme.becomes_a_match(&[]);
    assert_eq!(pairs, 6, "{text}");
    for line in [
        "id = \"Ref\"",
        "birth_date = \"Date of birth\"",
        "dates = \"day/month/year\"",
        "capacity = \"Max mentees\"",
        "waiting_since = \"Referral date\"",
        "criterion = \"shared_time\"",
        "attribute = \"interests\"",
    ] {
        assert!(text.contains(line), "no `{line}` in\n{text}");
    }
}

#[test]
fn one_sheet_for_both_sides() {
    let text = rows(8, |n| {
        let role = if n % 2 == 0 { "Mentor" } else { "Mentee" };
        format!("pip{n}@tea.example,Pip {n},{role},{}", if n < 4 { "Welsh; English" } else { "English" })
    });
    let scheme = Scheme::new(&format!("E-mail address,Full name,Role,Languages spoken\n{text}"), None);
    let (text, pairs) = scheme.becomes_a_match(&[]);
    assert_eq!(pairs, 4, "{text}");
    assert!(text.contains("made_from = [\"E-mail address\"]"), "{text}");
    assert!(text.contains("only = { column = \"Role\", is = [\"Mentor\"] }"), "{text}");
    assert!(text.contains("opaque_ids = true"), "{text}");
}

#[test]
fn ticked_boxes_and_a_week_of_hours() {
    let hours: Vec<String> = (1..=168).map(|hour| format!("Free {hour}")).collect();
    let sheet = |who: &str| {
        let people = rows(4, |n| {
            let free: Vec<&str> =
                (1..=168).map(|hour| if (10..14).contains(&(hour + n)) { "1" } else { "0" }).collect();
            format!("{who} {n},{},{},1,0,1", free.join(","), n % 2)
        });
        format!("Name,{},Chess,Jazz,Soup,Tea\n{people}", hours.join(","))
    };
    let scheme = Scheme::new(&sheet("Pip"), Some(&sheet("Pop")));
    let (text, pairs) = scheme.becomes_a_match(&[]);
    assert_eq!(pairs, 4, "{text}");
    assert!(text.contains("hours = { first = \"Free 1\", last = \"Free 168\" }"), "{text}");
    assert!(text.contains("one_hot = { first = \"Chess\", last = \"Tea\" }"), "{text}");
}

#[test]
fn sheets_in_another_tongue_below_a_title() {
    let mentors =
        "Ehrenamtliche 2026;;;\n\nKennung;Vorname;Nachname;Interessen\n1;Pip;Marmelade;Tee, Schach\n2;Pop;Keks;Tee\n";
    let mentees = "Kennung;Vorname;Nachname;Interessen\n8;Mim;Apfel;Schach\n9;Mom;Birne;Tee, Suppe\n";
    let scheme = Scheme::new(mentors, Some(mentees));
    let (text, pairs) = scheme.becomes_a_match(&[]);
    assert_eq!(pairs, 2, "{text}");
    for line in [
        "header_row = 3",
        "delimiter = \";\"",
        "id = \"Kennung\"",
        "name = { columns = [\"Vorname\", \"Nachname\"] }",
        "interests = { column = \"Interessen\", separator = \",\" }",
    ] {
        assert!(text.contains(line), "no `{line}` in\n{text}");
    }
}

#[test]
fn a_row_for_each_person_and_interest() {
    let mentors = "Volunteer no,Interest\n1,tea\n1,chess\n2,tea\n2,jazz\n";
    let mentees = "Ref,Interest\n7,tea\n8,jazz\n8,soup\n";
    let scheme = Scheme::new(mentors, Some(mentees));
    let (text, pairs) = scheme.becomes_a_match(&[]);
    assert_eq!(pairs, 2, "{text}");
    assert!(text.contains("rows = \"several_per_person\""), "{text}");
}

#[test]
fn two_worksheets_of_one_workbook() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in [
        ("Helpers", [["Ref", "Likes"], ["1", "tea; chess"], ["2", "jazz; tea"]]),
        ("Waiting", [["Ref", "Likes"], ["8", "chess"], ["9", "jazz; soup"]]),
    ] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scheme.xlsx");
    book.save(&path).unwrap();
    assert!(Survey::of_file(&path, "scheme.xlsx", None).is_err(), "which worksheet is meant has to be said");
    let survey = |sheet| Survey::of_file(&path, "scheme.xlsx", Some(sheet)).unwrap();
    let proposal = Proposal::new(Some(survey("Helpers")), Some(survey("Waiting")));
    let (text, pairs) = Scheme { folder, proposal }.becomes_a_match(&[]);
    assert_eq!(pairs, 2, "{text}");
    assert!(text.contains("sheet = \"Helpers\"") && text.contains("sheet = \"Waiting\""), "{text}");
}

#[test]
fn what_may_be_sensitive_is_flagged_and_never_read_unasked() {
    let mentors =
        "Id,Characteristics,Health,Monitoring: religion\n1,Lesbian,ok,\n2,Bisexual,,\n3,Lesbian,asthma,Quaker\n";
    let mentees = "Id,Ethnicity,Likes\n1,Made-up,tea\n2,Made-up,jazz\n";
    let text = Scheme::new(mentors, Some(mentees)).draft();
    assert!(text.contains("# The mentors column \"Characteristics\""), "{text}");
    assert!(text.contains("#     [basis.ethnicity]"), "{text}");
    assert!(text.contains("#   for monitoring alone"), "{text}");
    let read: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    for column in ["\"Characteristics\"", "\"Health\"", "\"Ethnicity\"", "religion\""] {
        assert!(!read.iter().any(|line| line.contains(column)), "{column} is read in\n{text}");
    }
    // Nobody's answer stands in the file.
    for answer in ["Lesbian", "Bisexual", "asthma", "Quaker", "Made-up", "jazz"] {
        assert!(!text.contains(answer), "{answer} in\n{text}");
    }
}

#[test]
fn dates_that_could_be_read_in_two_ways_stay_open() {
    let scheme = Scheme::new("Id,Born\n1,4/7/1950\n2,5/8/1960\n", Some("Id,Name\n8,Pip\n9,Pop\n"));
    let (text, _) = scheme.becomes_a_match(&[("# dates = \"day/month/year\"", "dates = \"day/month/year\"")]);
    assert!(text.contains("\ndates = \"day/month/year\"\n"), "{text}");
}

#[test]
fn a_single_sheet_of_one_side_says_what_is_missing() {
    let text = Scheme::new("Volunteer id,Max mentees\n1,2\n2,1\n", None).draft();
    assert!(text.contains("# OPEN: no sheet of mentees was given"), "{text}");
    assert!(Document::parse(&text, Notation::Toml, None).is_ok());
}

#[test]
fn the_same_sheets_give_the_same_draft_and_any_text_a_sound_one() {
    let strange = "\"a\"\"b\nc\",\\,\u{202e}x,,=1+1,\"# y\"\n1,2,3,4,5,6\n2,3,4,5,6,7\n";
    let scheme = Scheme::new(strange, Some(strange));
    assert_eq!(scheme.draft(), scheme.draft());
    assert!(Document::parse(&scheme.draft(), Notation::Toml, None).is_ok(), "{}", scheme.draft());
    assert!(Survey::of_file(Path::new("nowhere.csv"), "nowhere.csv", None).is_err());
}
