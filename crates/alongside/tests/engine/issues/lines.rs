//! Problems are told by file and line, or by file, row and column.

use super::{codes, sound};
use alongside::domain::Side;
use alongside::input::{DateOrder, Document, Node, Notation, Origin, PersonRecord, SheetOrigin, build};
use alongside::{IssueCode, Issues};
use std::collections::BTreeMap;
use std::sync::Arc;

const PROGRAMME: &str = "\
name = \"Second Wind of Nowhere\"
support = \"mentoring\"
as_of = 2026-11-02
planned_months = 6

[safeguarding]
checks = [\"Enhanced DBS\"]

[[criteria]]
criterion = \"shared_time\"
weight = 1
why = \"Easier to move a meeting.\"

[[mentors]]
id = \"m1\"
checks = \"enhanced dbs 2026-01-01 to 2029-01-01\"

[[mentees]]
id = \"e1\"
";

fn issues(text: &str) -> Issues {
    let document = Document::parse(text, Notation::Toml, Some("programme.toml"));
    match document.and_then(|document| build(&document, Vec::new(), Vec::new())) {
        Ok(built) => built.warnings,
        Err(issues) => issues,
    }
}

#[test]
fn the_sound_file_raises_nothing() {
    assert!(issues(PROGRAMME).is_empty());
}

#[test]
fn a_fault_in_a_file_is_told_with_its_line() {
    for (from, to, code, line) in [
        ("as_of = 2026-11-02", "as_off = 2026-11-02", IssueCode::UnknownKey, 3),
        ("planned_months = 6", "planned_months = 0", IssueCode::BadNumber, 4),
        ("weight = 1", "weight = \"one\"", IssueCode::WrongType, 11),
        ("to 2029-01-01", "to 2025-01-01", IssueCode::BadRecord, 16),
        ("id = \"e1\"", "id = \"e1\"\npriority_tier = 2", IssueCode::BadTier, 20),
        ("id = \"e1\"", "id = \"e1\"\nage = 5\nbirth_date = 2020-11-02", IssueCode::BadAge, 20),
        ("why = \"", "why = ", IssueCode::Syntax, 12),
    ] {
        let issues = issues(&PROGRAMME.replace(from, to));
        let issue = issues.iter().find(|issue| issue.code == code).unwrap_or_else(|| panic!("{to}: {issues}"));
        assert_eq!((issue.place.file.as_deref(), issue.place.line), (Some("programme.toml"), Some(line)), "{issue}");
        let printed = issue.to_string();
        assert!(printed.starts_with(&format!("error[{code}]: programme.toml, line {line}")), "{printed}");
    }
}

#[test]
fn every_broken_line_of_a_file_is_told_at_once() {
    let issues = issues("name = \nsupport = \"mentoring\"\nas_of = = 3\n[aim\n");
    let lines: Vec<Option<u32>> = issues.iter().map(|issue| issue.place.line).collect();
    assert!(codes(&issues).iter().all(|code| *code == IssueCode::Syntax));
    assert!([1, 3, 4].iter().all(|line| lines.contains(&Some(*line))), "{lines:?}");
}

/// A mentee read from row 12 of a sheet.
fn row(field: &str, value: &str) -> PersonRecord {
    let headers: BTreeMap<Arc<str>, Arc<str>> =
        [("id", "Ref"), (field, "What they said")].map(|(field, header)| (field.into(), header.into())).into();
    let sheet = SheetOrigin { file: "mentees.csv".into(), headers, dates: DateOrder::DayMonthYear };
    let fields = vec![("id".into(), Node::text("e9")), (field.into(), Node::text(value))];
    PersonRecord { side: Side::Mentee, fields, origin: Origin::Row { sheet: Arc::new(sheet), row: 12 } }
}

#[test]
fn a_fault_in_a_sheet_is_told_with_row_and_column() {
    let document = Document::parse(&sound().to_string(), Notation::Json, None).unwrap();
    for (field, value, code) in [
        ("waiting_since", "31/02/2026", IssueCode::BadDate),
        ("age", "old enough", IssueCode::BadAge),
        ("preferences", "gender woman", IssueCode::BadPreference),
        ("exclusions", "m7", IssueCode::DanglingId),
        ("availability", "Mon", IssueCode::BadAvailability),
    ] {
        let issues = build(&document, vec![row(field, value)], Vec::new()).unwrap_err();
        assert_eq!(codes(&issues), [code], "{issues}");
        let place = &issues.iter().next().unwrap().place;
        assert_eq!((place.file.as_deref(), place.row), (Some("mentees.csv"), Some(12)));
        assert_eq!((place.column.as_deref(), place.field.as_deref()), (Some("What they said"), Some(field)));
        assert_eq!(place.to_string(), format!("mentees.csv, row 12, column \"What they said\", field {field}"));
    }
}

#[test]
fn a_declared_order_of_dates_is_used() {
    let document = Document::parse(&sound().to_string(), Notation::Json, None).unwrap();
    let built = build(&document, vec![row("waiting_since", "03/04/2026")], Vec::new()).unwrap();
    let id = alongside::domain::PersonId::new("e9").unwrap();
    let since = built.programme.matching().mentee(&id).unwrap().waiting_since;
    assert_eq!(since.map(|day| day.to_string()).as_deref(), Some("2026-04-03"));
}
