//! Results as sheets.

use alongside::domain::{Date, PersonId, Side, Strength, Support, UnknownAnswer};
use alongside::outcome::{
    Against, Alternative, Asked, Because, Contribution, CriterionReport, Met, OUTCOME_FORMAT, Outcome,
    ProgrammeSummary, Proposal, Refusals, Status, Totals, Unmatched, WishResult,
};
use alongside_sheets::{restore, write_proposals, write_unmatched};

#[expect(clippy::unwrap_used, reason = "a test that fails here should stop here")]
fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn criterion(id: &str) -> CriterionReport {
    let (id, criterion, why) = (id.into(), "shared_tags".to_owned(), "for the test".to_owned());
    CriterionReport { id, criterion, weight: 2, why, unknown: UnknownAnswer::Neutral, points: 0 }
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
        contribution: 2 * points,
        because: Because::NoWish,
    };
    let alternative = |mentor| Alternative { mentor: id(mentor), fit: 1, places_free: 1 };
    Outcome {
        format: OUTCOME_FORMAT.to_owned(),
        engine: "0".to_owned(),
        programme: ProgrammeSummary {
            name: "Sample".into(),
            support: Support::Mentoring,
            as_of: day,
            planned_until: day,
            seed: 0,
            floor: 0,
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
        records: Vec::new(),
        urgent: Vec::new(),
        kept: Vec::new(),
        held: Vec::new(),
        proposals: vec![Proposal {
            mentee: id("=1+1"),
            mentor: id("007"),
            tier: 1,
            fit: 1300,
            contributions: vec![part("interests", 250), part("=time", 400)],
            wishes: vec![wish(Met::Yes), wish(Met::No), wish(Met::Unknown)],
            against: Some(Against { criterion: "interests".into(), lost: 1500 }),
            alternatives: vec![alternative("008"), alternative("a, b")],
        }],
        unmatched: vec![Unmatched {
            mentee: id("-w"),
            tier: 2,
            waiting_since: None,
            waiting_days: None,
            reasons: vec![
                Refusals { rule: "time".into(), refused: 12, needs_check: 3, alone: 4, details: Vec::new() },
                Refusals { rule: "age".into(), refused: 0, needs_check: 1, alone: 0, details: Vec::new() },
            ],
            asked: Asked { all: 15, refused: 12, needs_check: 3, ..Asked::default() },
            needed_elsewhere: 0,
            servable: false,
        }],
        idle: Vec::new(),
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
        "mentee_id,mentor_id,fit,tier,interests,'=time,wishes_met,against,alternatives\n\
         '=1+1,007,1300,1,500,800,1 of 3,interests,\"008; a, b\"\n"
    );
    assert_eq!(restore("'=1+1"), "=1+1");
}

#[test]
fn people_left_waiting_are_written_with_reasons() {
    let mut out = Vec::new();
    write_unmatched(&outcome(), &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "mentee_id,tier,waiting_since,waiting_days,servable,candidates,needed_elsewhere,refused,needs_check,\
         below_floor,reasons\n\
         '-w,2,,,no,0,0,12,3,0,\"time: 12 refused, 3 need a check (4 by this rule alone); age: 1 needs a check\"\n"
    );
}

#[test]
fn a_writer_that_fails_is_told() {
    let mut small = [0_u8; 10];
    assert!(write_proposals(&outcome(), &mut small.as_mut_slice()).is_err());
}
