use super::names::Names;
use super::*;
use crate::backend::{Audit, Checked, Proof};
use alongside::audit::{Finding, FindingCode};
use alongside::domain::Support;
use alongside::issue::{IssueCode, Issues, Place};
use alongside::outcome::{
    Alternative, Answered, Explanation, Level, LevelName, Obstacle, PairExplanation, RuleVerdict, Status, Within,
};

/// What a reader without colours sees.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

fn view(names: &Names) -> View<'_> {
    View { width: 100, all: false, names }
}

#[test]
fn an_outcome_reads_as_a_report() {
    let names = Names::default();
    insta::assert_snapshot!(plain(&outcome(&samples::outcome(), view(&names))));
}

#[test]
fn a_narrow_screen_breaks_the_prose() {
    let names = Names::default();
    insta::assert_snapshot!(plain(&outcome(&samples::outcome(), View { width: 80, ..view(&names) })));
}

#[test]
fn a_limit_reached_shows_its_bounds() {
    let mut sample = samples::outcome();
    sample.status = Status::BestFound;
    for level in sample.levels.iter_mut().filter(|level| level.level == LevelName::TotalFit) {
        level.bound = 6100;
    }
    insta::assert_snapshot!(plain(&summary::render(&sample, 100)));
}

#[test]
fn nothing_to_propose_is_a_result() {
    let mut sample = samples::outcome();
    sample.proposals.clear();
    sample.unmatched.clear();
    let names = Names::default();
    assert_eq!(plain(&proposals::render(&sample, view(&names))), "\nProposals\n  none\n");
    assert_eq!(plain(&unmatched::render(&sample, view(&names))), "\nWaiting\n  nobody\n");
}

#[test]
fn many_records_alike_are_counted_and_the_first_are_shown() {
    let mut sample = samples::outcome();
    let on_age = |at: usize| alongside::outcome::Record::Decision {
        decision: "honour".to_owned(),
        mentee: Some(samples::id(&format!("B{at:02}"))),
        mentor: None,
        attribute: Some("age".to_owned()),
        by: "A coordinator".to_owned(),
        on: sample.programme.as_of,
        reason: "told in confidence".to_owned(),
    };
    sample.records = (0..14).map(on_age).collect();
    let names = Names::default();
    let short = plain(&records::render(&sample, view(&names)));
    assert!(short.contains("B09") && !short.contains("B10"), "{short}");
    let told = "  decision on age: 14, of which 10 are shown; --all shows the rest, --out DIR writes all\n";
    assert!(short.ends_with(told), "{short}");
    let long = plain(&records::render(&sample, View { all: true, ..view(&names) }));
    assert!(long.contains("B13") && !long.contains("--all"), "{long}");
    sample.records.truncate(10);
    assert!(!plain(&records::render(&sample, view(&names))).contains("--all"));
}

#[test]
fn what_a_person_must_look_at_is_counted_where_it_is_too_much_for_a_screen() {
    let mut sample = samples::outcome();
    sample.urgent = vec![samples::urgent(); 53];
    let names = Names::default();
    let text = plain(&kept::render(&sample, view(&names)));
    assert!(text.contains("... and 3 more: --all shows them here, --out DIR writes them\n"), "{text}");
}

#[test]
fn long_tables_end_with_a_count() {
    let mut sample = samples::outcome();
    let waiting = sample.unmatched[0].clone();
    sample.unmatched = vec![waiting; 25];
    let names = Names::default();
    let short = plain(&unmatched::render(&sample, view(&names)));
    assert!(short.ends_with("... and 5 more: --all shows them here, --out DIR writes them\n"), "{short}");
    let long = plain(&unmatched::render(&sample, View { all: true, ..view(&names) }));
    assert_eq!(long.matches("B02").count(), 25);
}

#[test]
fn a_report_fits_its_screen_and_steers_no_terminal() {
    let names = Names::default();
    for width in [80, 100, 140, 160] {
        let text = plain(&outcome(&samples::outcome(), View { width, ..view(&names) }));
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text}");
        for section in text.split("\n\n").skip(2) {
            assert!(section.lines().all(|line| text::width(line) <= width), "{width}\n{section}");
        }
    }
}

fn pair(proposed: bool, otherwise: Option<Vec<Level>>) -> PairExplanation {
    let sample = samples::outcome();
    let proposal = sample.proposals[0].clone();
    let verdict = |rule: &str, answer, obstacle, about: Option<&str>| RuleVerdict {
        rule: rule.into(),
        kind: rule.to_owned(),
        answer,
        obstacle,
        about: about.map(Into::into),
        further: Vec::new(),
    };
    PairExplanation {
        mentor: samples::id("V04"),
        proposed,
        shared_by: Vec::new(),
        verdicts: vec![
            verdict("checks", Answered::NeedsCheck, Some(Obstacle::NotRecorded), Some("two references")),
            verdict("time_overlap", Answered::Refused, Some(Obstacle::TooShort), None),
            verdict("shared_language", Answered::Eligible, None, None),
        ],
        fit: proposal.fit,
        mentee_fit: proposal.mentee_fit,
        mentor_fit: proposal.mentor_fit,
        contributions: proposal.contributions,
        wishes: proposal.wishes,
        ways: Vec::new(),
        for_staff: Vec::new(),
        against: proposal.against,
        below_floor: !proposed,
        missed_floors: Vec::new(),
        capacity: 2,
        places_open: 2,
        holders: vec![samples::id("B01"), samples::id("B03")],
        within: otherwise.as_ref().map(|_| if proposed { Within::Some } else { Within::None }),
        if_made: otherwise.clone(),
        if_barred: otherwise,
        supervisor: None,
        supervisor_room: None,
        as_proposed: sample.levels,
    }
}

/// Nothing to say of that mentee yet.
fn asked(mentee: &str) -> Explanation {
    Explanation {
        mentee: samples::id(mentee),
        ground: None,
        programme: None,
        nomination: None,
        proposal: None,
        kept: None,
        urgent: None,
        held: vec![],
        unmatched: None,
        candidates: vec![],
        pair: None,
    }
}

fn explain(answer: &Explanation) -> String {
    let names = Names::default();
    plain(&explanation::render(answer, Support::Befriending, 6000, view(&names)))
}

#[test]
fn why_this_pair() {
    let candidates = vec![
        Alternative { mentor: samples::id("V02"), fit: 4250, places_free: 0 },
        Alternative { mentor: samples::id("V01"), fit: 3000, places_free: 1 },
    ];
    let proposal = samples::proposals().swap_remove(0);
    let answer = Explanation { proposal: Some(proposal), candidates, ..asked("B01") };
    insta::assert_snapshot!(explain(&answer));
}

#[test]
fn why_not_that_one() {
    let mut levels = samples::outcome().levels;
    levels[1].value = 0;
    levels[2].value = 1;
    levels[4].value = 5900;
    let answer = Explanation {
        proposal: Some(samples::proposals().swap_remove(0)),
        pair: Some(pair(false, Some(levels))),
        ..asked("B01")
    };
    insta::assert_snapshot!(explain(&answer));
}

#[test]
fn why_nobody() {
    let unmatched = Some(samples::unmatched());
    let answer = Explanation { unmatched, pair: Some(pair(false, None)), ..asked("B02") };
    insta::assert_snapshot!(explain(&answer));
}

#[test]
fn why_a_pair_stands() {
    let outcome = samples::outcome();
    let kept = Explanation { kept: Some(samples::kept()), ..asked("B04") };
    let urgent = Explanation { urgent: Some(samples::urgent()), pair: Some(pair(false, None)), ..asked("B05") };
    let held = Explanation { held: outcome.held, pair: Some(pair(false, None)), ..asked("B06") };
    insta::assert_snapshot!([kept, urgent, held].iter().map(explain).collect::<Vec<_>>().join("\n---\n"));
}

fn problems() -> Issues {
    let place = |file: &str, row, column: Option<&str>| Place {
        file: Some(file.into()),
        row,
        column: column.map(Into::into),
        ..Place::default()
    };
    let mut issues = Issues::new();
    issues.push(IssueCode::BadAge, place("mentees.csv", Some(7), Some("Age")), "not a whole number", "write 72");
    let header = place("mentors.csv", None, Some("Fav\u{1b}[2J"));
    issues.push(IssueCode::UnusedColumn, header, "the column is not used", "name it in [sheets]");
    issues.push(IssueCode::BadAge, place("mentees.csv", Some(9), Some("Age")), "more than 130", "correct it");
    issues
}

#[test]
fn problems_stand_file_by_file_with_their_remedies() {
    insta::assert_snapshot!(plain(&issues::list(&problems())));
}

#[test]
fn many_problems_of_one_code_end_with_a_count() {
    let mut many = Issues::new();
    for row in 0..80 {
        let place = Place { file: Some("m.csv".into()), row: Some(row), ..Place::default() };
        many.push(IssueCode::BadAge, place, "not a whole number", "correct it");
    }
    let text = plain(&issues::list(&many));
    assert_eq!(text.matches("error[bad-age]").count(), 50);
    assert!(text.contains("... and 30 more of bad-age"), "{text}");
    let failure = crate::backend::Failure { issues: many, sources: vec![], sheets: vec![] };
    let all: serde_json::Value = serde_json::from_slice(&issues::json(&failure).unwrap()).unwrap();
    assert_eq!(all["issues"].as_array().unwrap().len(), 80);
}

#[test]
fn counts_are_words() {
    assert_eq!(issues::counts(&problems()), "2 errors, 1 warning");
    assert_eq!(issues::counts(&Issues::new()), "no problems");
}

#[test]
fn an_audit_says_what_it_looked_at() {
    let checked = Checked { pairs: 12, rules: 5, candidates: 4, proposals: 2, ..Checked::default() };
    let finding = Finding {
        code: FindingCode::NotEligible,
        mentee: Some(samples::id("B01")),
        mentor: Some(samples::id("V02")),
        about: Some("time_overlap".to_owned()),
        message: "the rule refuses the pair".to_owned(),
    };
    let clean = Audit { findings: vec![], checked: Checked { proof: Proof::EveryLevel, ..checked.clone() } };
    let faulty = Audit { findings: vec![finding], checked };
    let text = [&clean, &faulty].map(|audit| plain(&findings::render(audit, Support::Mentoring, 100))).join("\n---\n");
    insta::assert_snapshot!(text);
}
