//! Small made-up outcomes for the tests.

use alongside::domain::{PersonId, Side, Strength, Support, UnknownAnswer, View};
use alongside::outcome::*;

pub(crate) fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn contribution(criterion: &str, points: i64, weight: i64, because: Because) -> Contribution {
    Contribution {
        criterion: criterion.into(),
        points,
        weight,
        own_weight: None,
        contribution: points * weight,
        mentee_share: points * weight,
        mentor_share: 0,
        because,
        counted_as: Vec::new(),
    }
}

fn wish(side: Side, attribute: &str, strength: Strength, want: &str, met: Met) -> WishResult {
    WishResult { side, attribute: attribute.to_owned(), strength, want: want.to_owned(), met }
}

pub(crate) fn proposals() -> Vec<Proposal> {
    vec![
        Proposal {
            mentee: id("B01"),
            mentor: id("V02"),
            tier: 1,
            tier_by: None,
            programme: None,
            shared_by: Vec::new(),
            fit: 4250,
            mentee_fit: 4250,
            mentor_fit: 0,
            contributions: vec![
                contribution("wishes", 500, 3, Because::Wishes { asked: 2, met: 1, unknown: 0 }),
                contribution("shared_time", 750, 1, Because::SharedHalfHours(9)),
                contribution("interests", 1000, 2, Because::Shared(vec!["jazz".into(), "short walks".into()])),
            ],
            wishes: vec![
                wish(Side::Mentee, "gender", Strength::Prefer, "woman", Met::Yes),
                wish(Side::Mentee, "interests", Strength::Avoid, "football", Met::No),
                wish(Side::Mentor, "age", Strength::Prefer, "60 to 80", Met::Unknown),
            ],
            meeting: None,
            ways: Vec::new(),
            for_staff: Vec::new(),
            against: Some(Against { criterion: "wishes".into(), lost: 1500 }),
            alternatives: vec![Alternative { mentor: id("V01"), fit: 3000, places_free: 0 }],
        },
        Proposal {
            mentee: id("B03"),
            mentor: id("V01"),
            tier: 2,
            tier_by: None,
            programme: None,
            shared_by: Vec::new(),
            fit: 1500,
            mentee_fit: 1500,
            mentor_fit: 0,
            contributions: vec![
                contribution("wishes", 500, 3, Because::NoWish),
                contribution("shared_time", 0, 1, Because::SharedHalfHours(0)),
                contribution("interests", 0, 2, Because::Shared(vec![])),
            ],
            wishes: vec![],
            meeting: None,
            ways: Vec::new(),
            for_staff: Vec::new(),
            against: Some(Against { criterion: "interests".into(), lost: 2000 }),
            alternatives: vec![],
        },
    ]
}

pub(crate) fn unmatched() -> Unmatched {
    let detail = |obstacle, about: Option<&str>, people| Detail { obstacle, about: about.map(Into::into), people };
    Unmatched {
        mentee: id("B02"),
        tier: 1,
        tier_by: None,
        programme: None,
        waiting_since: Some("2026-03-01".parse().unwrap()),
        waiting_days: Some(246),
        reasons: vec![
            Refusals {
                rule: "checks".into(),
                refused: 1,
                needs_check: 1,
                alone: 0,
                details: vec![
                    detail(Obstacle::NotRecorded, Some("two references"), 1),
                    detail(Obstacle::Expired, Some("DBS check"), 1),
                ],
            },
            Refusals {
                rule: "time_overlap".into(),
                refused: 2,
                needs_check: 0,
                alone: 1,
                details: vec![detail(Obstacle::TooShort, None, 2)],
            },
        ],
        asked: Asked { all: 4, refused: 2, needs_check: 1, candidates: 1, ..Asked::default() },
        needed_elsewhere: 1,
        held_back: Vec::new(),
        short_of: Vec::new(),
        servable: true,
    }
}

pub(crate) fn kept() -> Kept {
    let proposal = proposals().swap_remove(0);
    Kept {
        mentee: id("B04"),
        mentor: id("V02"),
        tier: 1,
        tier_by: None,
        current: true,
        since: Some("2026-03-09".parse().unwrap()),
        decision: None,
        nominated: false,
        fit: proposal.fit,
        mentee_fit: proposal.mentee_fit,
        mentor_fit: proposal.mentor_fit,
        contributions: proposal.contributions,
        wishes: proposal.wishes,
        ways: Vec::new(),
        for_staff: Vec::new(),
        against: proposal.against,
    }
}

pub(crate) fn urgent() -> Urgent {
    let objection = |rule: &str, answer, obstacle, about: Option<&str>| Objection {
        rule: rule.into(),
        answer,
        obstacle,
        about: about.map(Into::into),
    };
    Urgent {
        mentee: id("B05"),
        mentor: id("V04"),
        tier: 1,
        tier_by: None,
        current: true,
        since: None,
        decision: Some(Decided {
            by: "T. Snug".to_owned(),
            on: "2026-10-05".parse().unwrap(),
            reason: "they\u{1b}[2J get on".to_owned(),
        }),
        nominated: false,
        for_staff: Vec::new(),
        objections: vec![
            objection("checks", Answered::Refused, Obstacle::Expired, Some("DBS check")),
            objection("exclusions", Answered::Refused, Obstacle::Excluded, None),
        ],
    }
}

pub(crate) fn outcome() -> Outcome {
    let level = |level, value, bound| Level { level, value, bound };
    Outcome {
        certificate: None,
        stability: None,
        format: OUTCOME_FORMAT.to_owned(),
        engine: "0.1.0".to_owned(),
        programme: ProgrammeSummary {
            name: "Tea and \u{1b}[31mtalk".to_owned(),
            support: Support::Befriending,
            design: None,
            as_of: "2026-11-02".parse().unwrap(),
            planned_until: "2027-11-01".parse().unwrap(),
            seed: 7,
            floor: 1000,
            mentee_floor: 0,
            mentor_floor: 0,
        },
        status: Status::Optimal,
        levels: vec![
            level(LevelName::TierServed(1), 1, 1),
            level(LevelName::TierServed(2), 1, 1),
            level(LevelName::PeopleServed, 2, 2),
            level(LevelName::Criterion("wishes".into()), 1000, 1000),
            level(LevelName::TotalFit, 5750, 5750),
            level(LevelName::Seed, 123_456_789, 123_456_789),
        ],
        totals: Totals {
            mentees: 6,
            mentors: 4,
            places: 5,
            places_taken: 3,
            candidates: 4,
            served: 2,
            continuing: 1,
            urgent: 1,
            held: 1,
            waiting: 1,
            total_fit: 5750,
            full_fit: 6000,
            tiers: vec![
                TierTotals { tier: 1, mentees: 5, served: 1, continuing: 1, urgent: 1, held: 1, waiting: 1 },
                TierTotals { tier: 2, mentees: 1, served: 1, continuing: 0, urgent: 0, held: 0, waiting: 0 },
            ],
        },
        rules: vec![RuleReport { id: "checks".into(), rule: "checks".to_owned(), why: None }],
        criteria: vec![CriterionReport {
            id: "wishes".into(),
            criterion: "stated_preferences".to_owned(),
            weight: 3,
            weighing: None,
            view: View::Both,
            why: "wishes matter most".to_owned(),
            unknown: UnknownAnswer::Neutral,
            points: 1000,
        }],
        priority: vec![GroundReport {
            id: "living_alone".into(),
            tier: 1,
            why: "Nobody else looks in.".to_owned(),
            attribute: Some("living".to_owned()),
            promised_days: None,
            mentees: 2,
        }],
        supervisors: Vec::new(),
        programmes: Vec::new(),
        records: vec![
            Record::Basis {
                attribute: "lived_experience".to_owned(),
                basis: alongside::domain::Basis::NotForProfitBody,
                note: Some("minute of 14 May".to_owned()),
            },
            Record::Justification { attribute: "gender".to_owned(), reason: "visits at home".to_owned() },
            Record::Decision {
                decision: "hold".to_owned(),
                mentee: Some(id("B06")),
                mentor: None,
                attribute: None,
                by: "T. Snug".to_owned(),
                on: "2026-10-19".parse().unwrap(),
                reason: "in hospital".to_owned(),
            },
            Record::Decision {
                decision: "honour".to_owned(),
                mentee: Some(id("B02")),
                mentor: None,
                attribute: Some("age".to_owned()),
                by: "T. Snug".to_owned(),
                on: "2026-10-12".parse().unwrap(),
                reason: "asked not to be reminded of somebody of that age, to be looked at again in a year".to_owned(),
            },
        ],
        urgent: vec![urgent()],
        kept: vec![kept()],
        held: vec![Held {
            mentee: Some(id("B06")),
            mentor: None,
            by: "T. Snug".to_owned(),
            on: "2026-10-19".parse().unwrap(),
            reason: "in hospital".to_owned(),
        }],
        proposals: proposals(),
        unmatched: vec![unmatched()],
        idle: vec![Idle {
            mentor: id("V03"),
            capacity: 0,
            reasons: vec![],
            asked: Asked { all: 3, without_place: 3, ..Asked::default() },
            served_elsewhere: 0,
            held_back_by: None,
        }],
        recruitment: vec![RecruitmentNeed {
            attribute: "gender".to_owned(),
            asked: 7,
            must: 3,
            waiting: 2,
            without: 0,
            mentors: 4,
            places: 6,
            short: 6,
            groups: vec![GroupNeed { what: "woman".to_owned(), asked: 6, places: 0 }],
        }],
        questions: vec![
            Question {
                criterion: "interests".into(),
                side: Side::Mentee,
                person: id("B02"),
                field: "interests".to_owned(),
                pairs: 2,
                best_changes: Some(true),
                worst_changes: Some(false),
            },
            Question {
                criterion: "interests".into(),
                side: Side::Mentor,
                person: id("V04"),
                field: "lived_experience".to_owned(),
                pairs: 1,
                best_changes: None,
                worst_changes: None,
            },
        ],
    }
}
