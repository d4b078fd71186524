//! Results as sheets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use alongside::domain::{Date, PersonId, Setting, Shortage, Side, Strength, Support, UnknownAnswer, View, Way};
use alongside::outcome::{
    Against, Alternative, Answered, Asked, Because, Contribution, CriterionReport, Decided, Held, Kept, Meeting, Met,
    OUTCOME_FORMAT, Objection, Obstacle, Outcome, PossibleWay, ProgrammeReport, ProgrammeSummary, Proposal, Refusals,
    ShortOf, StaffFact, Status, Totals, Unmatched, Urgent, WishResult,
};
use alongside::shortlist::{Kind, ListedOption, SHORTLISTS_FORMAT, Shorter, ShorterBecause, Shortlist, Shortlists};
use alongside_sheets::{restore, shortlists_workbook, workbook, write_proposals, write_shortlists, write_unmatched};
use calamine::{Data, Reader, SheetVisible, Xlsx};
use std::io::{Cursor, Read};

#[expect(clippy::unwrap_used, reason = "a test that fails here should stop here")]
fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn criterion(id: &str) -> CriterionReport {
    let (id, criterion, why) = (id.into(), "shared_tags".to_owned(), "for the test".to_owned());
    CriterionReport {
        id,
        criterion,
        weight: 2,
        weighing: None,
        view: View::Mentee,
        why,
        unknown: UnknownAnswer::Neutral,
        points: 0,
    }
}

#[expect(clippy::unwrap_used, reason = "a test that fails here should stop here")]
fn outcome() -> Outcome {
    let day: Date = "2026-01-31".parse().unwrap();
    let wish = |met| WishResult {
        side: Side::Mentee,
        attribute: "gender".into(),
        strength: Strength::Prefer,
        want: "same".into(),
        met,
    };
    let part = |criterion: &str, points| Contribution {
        criterion: criterion.into(),
        points,
        weight: 2,
        own_weight: None,
        contribution: 2 * points,
        mentee_share: 2 * points,
        mentor_share: 0,
        because: Because::NoWish,
        counted_as: Vec::new(),
    };
    let alternative = |mentor| Alternative { mentor: id(mentor), fit: 1, places_free: 1 };
    Outcome {
        certificate: None,
        stability: None,
        format: OUTCOME_FORMAT.to_owned(),
        engine: "0".to_owned(),
        programme: ProgrammeSummary {
            name: "Sample".into(),
            design: None,
            support: Support::Mentoring,
            as_of: day,
            planned_until: day,
            seed: 0,
            floor: 0,
            mentee_floor: 0,
            mentor_floor: 0,
        },
        status: Status::Optimal,
        levels: Vec::new(),
        totals: Totals {
            mentees: 2,
            mentors: 3,
            places: 3,
            places_taken: 0,
            candidates: 3,
            served: 1,
            continuing: 0,
            urgent: 0,
            held: 0,
            waiting: 1,
            total_fit: 1300,
            full_fit: 4000,
            tiers: Vec::new(),
        },
        rules: Vec::new(),
        criteria: vec![criterion("interests"), criterion("=time")],
        priority: Vec::new(),
        supervisors: Vec::new(),
        programmes: Vec::new(),
        records: Vec::new(),
        urgent: Vec::new(),
        kept: Vec::new(),
        held: Vec::new(),
        proposals: vec![Proposal {
            mentee: id("=1+1"),
            mentor: id("007"),
            tier: 1,
            tier_by: None,
            programme: None,
            shared_by: Vec::new(),
            fit: 1300,
            mentee_fit: 1300,
            mentor_fit: 0,
            contributions: vec![part("interests", 250), part("=time", 400)],
            wishes: vec![wish(Met::Yes), wish(Met::No), wish(Met::Unknown)],
            meeting: Some(Meeting {
                begins: Some("Tue 17:00".to_owned()),
                minutes: Some(60),
                together_with: Vec::new(),
            }),
            ways: vec![PossibleWay { way: Way::FaceToFace, possible: Met::No, missing: vec!["distance".to_owned()] }],
            for_staff: vec![StaffFact::MoveLikely(Side::Mentor)],
            against: Some(Against { criterion: "interests".into(), lost: 1500 }),
            alternatives: vec![alternative("008"), alternative("a, b")],
        }],
        unmatched: vec![Unmatched {
            mentee: id("-w"),
            tier: 2,
            tier_by: None,
            programme: None,
            waiting_since: None,
            waiting_days: None,
            reasons: vec![
                Refusals { rule: "time".into(), refused: 12, needs_check: 3, alone: 4, details: Vec::new() },
                Refusals { rule: "age".into(), refused: 0, needs_check: 1, alone: 0, details: Vec::new() },
            ],
            asked: Asked { all: 15, refused: 12, needs_check: 3, ..Asked::default() },
            needed_elsewhere: 1,
            held_back: Vec::new(),
            short_of: vec![ShortOf { of: Shortage::Hours, candidates: 1 }],
            servable: false,
        }],
        idle: Vec::new(),
        recruitment: Vec::new(),
        questions: Vec::new(),
    }
}

#[test]
fn proposals_are_written_as_documented() {
    let mut out = Vec::new();
    write_proposals(&outcome(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(
        text,
        "mentee_id,mentor_id,fit,tier,tier_by,interests,'=time,wishes_met,against,alternatives,for_staff,ways,meeting\n\
         '=1+1,007,1300,1,,500,800,1 of 3,interests,\"008; a, b\",for staff: the mentor is likely to move,face to face is not possible: distance,could meet Tue 17:00\n"
    );
    assert_eq!(restore("'=1+1"), "=1+1");
}

#[test]
fn people_left_waiting_are_written_with_reasons() {
    let mut out = Vec::new();
    write_unmatched(&outcome(), &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "mentee_id,tier,tier_by,waiting_since,waiting_days,servable,candidates,needed_elsewhere,held_back,short_of,\
         refused,needs_check,below_floor,reasons\n\
         '-w,2,,,,no,0,1,,1 has a place and no hours left,12,3,0,\"time: 12 refused, 3 need a check (4 by this rule alone); age: 1 needs a check\"\n"
    );
}

#[test]
fn a_writer_that_fails_is_told() {
    let mut small = [0_u8; 10];
    assert!(write_proposals(&outcome(), &mut small.as_mut_slice()).is_err());
}

/// The rows of a sheet in CSV, formulas alive again.
fn rows_of(csv: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv);
    reader.records().map(|row| row.unwrap().iter().map(|cell| restore(cell).to_owned()).collect()).collect()
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

#[test]
fn the_workbook_says_what_the_sheets_say() {
    let outcome = outcome();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook(&outcome).unwrap())).unwrap();
    assert_eq!(book.sheet_names(), ["Summary", "Proposals", "Waiting", "Idle"]);
    let (mut proposals, mut unmatched) = (Vec::new(), Vec::new());
    write_proposals(&outcome, &mut proposals).unwrap();
    write_unmatched(&outcome, &mut unmatched).unwrap();
    for (name, csv) in [("Proposals", proposals), ("Waiting", unmatched)] {
        let range = book.worksheet_range(name).unwrap();
        let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(shown).collect()).collect();
        let expected = rows_of(&csv);
        assert_eq!(rows[1..], expected[1..], "{name}");
        assert_eq!(rows[0].len(), expected[0].len());
        // What looks like a number is one only where the outcome has a number.
        assert!(range.rows().skip(1).all(|row| matches!(row[0], Data::String(_))));
    }
}

#[test]
fn pairs_that_stand_have_worksheets_and_everybody_is_counted() {
    let mut outcome = outcome();
    let day = outcome.programme.as_of;
    outcome.kept = vec![Kept {
        mentee: id("e7"),
        mentor: id("m7"),
        tier: 1,
        tier_by: None,
        current: true,
        since: Some(day),
        decision: Some(Decided { by: "=T".into(), on: day, reason: "they get on".into() }),
        nominated: false,
        fit: 650,
        mentee_fit: 650,
        mentor_fit: 0,
        contributions: Vec::new(),
        wishes: Vec::new(),
        ways: Vec::new(),
        for_staff: Vec::new(),
        against: None,
    }];
    let refused = |rule: &str| Objection {
        rule: rule.into(),
        answer: Answered::Refused,
        obstacle: Obstacle::NoneShared,
        about: None,
    };
    outcome.urgent = vec![Urgent {
        mentee: id("e8"),
        mentor: id("m8"),
        tier: 2,
        tier_by: None,
        current: true,
        since: None,
        decision: None,
        nominated: false,
        for_staff: Vec::new(),
        objections: vec![refused("time"), refused("language")],
    }];
    outcome.held = vec![Held { mentee: Some(id("e9")), mentor: None, by: "T".into(), on: day, reason: "ill".into() }];
    (outcome.totals.mentees, outcome.totals.continuing, outcome.totals.urgent, outcome.totals.held) = (5, 1, 1, 1);

    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook(&outcome).unwrap())).unwrap();
    assert_eq!(book.sheet_names(), ["Summary", "Urgent", "Kept", "On hold", "Proposals", "Waiting", "Idle"]);
    let mut rows = |name: &str| -> Vec<Vec<String>> {
        book.worksheet_range(name).unwrap().rows().map(|row| row.iter().map(shown).collect()).collect()
    };
    let day = day.to_string();
    assert_eq!(
        rows("Urgent")[1],
        ["e8", "m8", "2", "yes", "", "", "", "", "time: nothing in common; language: nothing in common"]
    );
    assert_eq!(rows("Kept")[1], ["e7", "m7", "650", "1", "yes", &day, "=T", &day, "they get on"]);
    assert_eq!(rows("On hold")[1], ["e9", "", "T", &day, "ill"]);
    let summary = rows("Summary");
    let number = |what: &str| summary.iter().find(|row| row[0] == what).unwrap()[1].parse::<usize>().unwrap();
    let all: usize = ["Proposed", "Waiting", "Kept", "Urgent", "On hold"].into_iter().map(number).sum();
    assert_eq!(all, number("Mentees"));
}

#[test]
fn the_workbook_holds_nothing_live_hidden_or_of_this_machine() {
    let outcome = outcome();
    let bytes = workbook(&outcome).unwrap();
    for threads in [1, 4] {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        assert!(bytes == threads.install(|| workbook(&outcome).unwrap()), "{threads:?}");
    }
    let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert!(book.sheets_metadata().iter().all(|sheet| sheet.visible == SheetVisible::Visible));
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for at in 0..package.len() {
        let mut part = package.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut xml = String::new();
        part.read_to_string(&mut xml).unwrap();
        for word in ["<f>", "<f ", "hyperlink", "external", "macro", "customXml"] {
            assert!(!xml.contains(word), "{word} in {name}");
        }
        // The list of what a filter covers is the only name that is defined, and the only thing hidden.
        let filters = xml.matches("_xlnm._FilterDatabase").count();
        assert_eq!(xml.matches("<definedName ").count(), filters, "{name}");
        assert_eq!(xml.matches("hidden=").count(), filters, "{name}");
        if name == "docProps/core.xml" {
            assert_eq!(xml.matches("2026-01-31T00:00:00Z").count(), 2, "{xml}");
            for nobody in ["<dc:creator></dc:creator>", "<cp:lastModifiedBy></cp:lastModifiedBy>"] {
                assert!(xml.contains(nobody), "{xml}");
            }
        }
    }
}

/// Two lists of three people: one of two options, one short of everything.
#[expect(clippy::unwrap_used, reason = "a test that fails here should stop here")]
fn lists() -> Shortlists {
    let outcome = outcome();
    let option = |mentor, proposed| ListedOption {
        mentor: id(mentor),
        proposed,
        fit: 1200,
        contributions: outcome.proposals.first().unwrap().contributions.clone(),
        wishes: Vec::new(),
        against: None,
    };
    let shorter = |because, candidates, left_out| {
        Some(Shorter { because, candidates, left_out, asked: None, reasons: Vec::new() })
    };
    let list = |mentee, turn, options, shorter| Shortlist { mentee: id(mentee), tier: 1, turn, options, shorter };
    Shortlists {
        format: SHORTLISTS_FORMAT.to_owned(),
        engine: "0".to_owned(),
        programme: outcome.programme.clone(),
        kind: Kind::OneAfterAnother,
        options: 3,
        appearances: None,
        full_fit: 4000,
        criteria: outcome.criteria.iter().map(|criterion| criterion.id.clone()).collect(),
        picked: Vec::new(),
        declined: Vec::new(),
        tiers: Vec::new(),
        lists: vec![
            list(
                "=e1",
                Some(1),
                vec![option("m1", true), option("m2", false)],
                shorter(ShorterBecause::WouldCostAPlace, 4, 2),
            ),
            list("e2", None, Vec::new(), shorter(ShorterBecause::NoMoreCandidates, 0, 0)),
        ],
    }
}

#[test]
fn a_list_of_options_is_a_row_for_each() {
    let mut out = Vec::new();
    write_shortlists(&lists(), &mut out).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows.len(), 4);
    let named = |row: usize, header: &str| {
        let column = rows[0].iter().position(|cell| cell == header).unwrap();
        rows[row][column].clone()
    };
    let first =
        ["mentee_id", "turn", "option", "mentor_id", "proposed", "fit", "remark"].map(|header| named(1, header));
    let remark = "the other 2 mentors who could be proposed would cost somebody a place";
    assert_eq!(first, ["'=e1", "1", "1", "m1", "yes", "1200", remark]);
    let second = ["option", "mentor_id", "proposed", "remark"].map(|header| named(2, header));
    assert_eq!(second, ["2", "m2", "no", ""]);
    let last = ["mentee_id", "turn", "option", "mentor_id", "remark"].map(|header| named(3, header));
    assert_eq!(last, ["e2", "", "", "", "no mentor could be proposed"]);

    let bytes = shortlists_workbook(&lists()).unwrap();
    assert_eq!(bytes, shortlists_workbook(&lists()).unwrap());
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("Shortlists").unwrap();
    assert_eq!(sheet.height(), 4);
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("=e1".to_owned())), "a text, no formula");
    assert_eq!(sheet.get_value((1, 6)), Some(&Data::Float(1200.0)));
}

#[test]
fn where_several_programmes_share_the_run_whose_is_whose_is_written() {
    let mut outcome = outcome();
    outcome.programmes = vec![ProgrammeReport {
        programme: "visitors".into(),
        name: "=Visitors".to_owned(),
        purpose: None,
        sub_goals: Vec::new(),
        setting: Some(Setting::Statutory),
        shares_with: vec!["line".into()],
        mentees: 2,
        served: 1,
        continuing: 0,
        urgent: 0,
        held: 0,
        waiting: 1,
        mentors: 1,
        places: 3,
        shared_in: 1,
        shared_out: 0,
        served_by_others: 1,
        lent: 0,
        weights: Vec::new(),
    }];
    outcome.proposals[0].programme = Some("visitors".into());
    outcome.proposals[0].shared_by = vec!["line".into(), "@other".into()];
    outcome.unmatched[0].programme = Some("visitors".into());
    let mut out = Vec::new();
    write_proposals(&outcome, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.starts_with("mentee_id,mentor_id,fit,tier,tier_by,programme,shared_by,interests,"), "{text}");
    assert!(text.contains(",visitors,\"line; @other\","), "{text}");
    let mut out = Vec::new();
    write_unmatched(&outcome, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.lines().next().unwrap().ends_with(",reasons,programme"), "{text}");
    assert!(text.lines().nth(1).unwrap().ends_with(",visitors"), "{text}");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook(&outcome).unwrap())).unwrap();
    let sheet = book.worksheet_range("Programmes").unwrap();
    let row: Vec<String> = sheet.rows().nth(1).unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(
        row,
        [
            "visitors",
            "=Visitors",
            "setting statutory",
            "line",
            "2",
            "1",
            "1",
            "0",
            "0",
            "0",
            "1",
            "1",
            "3",
            "1",
            "0",
            "0"
        ]
    );
}
