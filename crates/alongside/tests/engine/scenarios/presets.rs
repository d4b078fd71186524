//! Mentoring with goals and an end, befriending without either, and purposes that shift what counts.

use super::{pairs, proposal, raised, story, told, waiting};
use crate::support;
use alongside::domain::{Formality, Preset, SaidBy};
use alongside::outcome::Obstacle;
use alongside::{IssueCode, Outcome};
use serde_json::{Value, json};

/// Noor wants a first job and likes chess; one mentor knows about work, the other plays chess.
fn job_club(design: &Value) -> Value {
    story(
        design,
        json!([
            { "id": "Chess player", "skills": ["cooking"], "interests": ["chess", "art", "walks"] },
            { "id": "Fitter", "skills": ["a first job", "interviews"], "interests": ["football"] },
        ]),
        json!([{ "id": "Noor", "goals": ["a first job", "interviews"], "interests": ["chess", "art", "walks"] }]),
    )
}

fn weight(outcome: &Outcome, criterion: &str) -> i64 {
    outcome.criteria.iter().find(|one| &*one.id == criterion).unwrap().weight
}

#[test]
fn mentoring_looks_at_goals_first_and_befriending_at_interests() {
    let mentoring = told(&job_club(&json!({ "preset": "mentoring" })));
    assert_eq!(pairs(&mentoring), [("Noor", "Fitter")]);
    let befriending = told(&job_club(&json!({ "preset": "befriending" })));
    assert_eq!(pairs(&befriending), [("Noor", "Chess player")]);
    // What the file lists stays, in front, with its weight, and takes the place of what the preset brings.
    let mine = json!({
        "preset": "mentoring",
        "criteria": [
            { "criterion": "shared_tags", "id": "interests", "attribute": "interests", "weight": 30,
              "why": "Our mentees say so." },
            { "criterion": "shared_time", "id": "hours", "weight": 1, "why": "Evenings are rare." },
        ],
    });
    let outcome = told(&job_club(&mine));
    assert_eq!(pairs(&outcome), [("Noor", "Chess player")]);
    let ids: Vec<&str> = outcome.criteria.iter().map(|one| &*one.id).collect();
    assert_eq!(ids[..5], ["interests", "hours", "stated_preferences", "ranked_choices", "coverage"]);
    assert_eq!(ids[5..], ["something_new", "something_to_learn", "shared_time", "duration"]);
    let by: Vec<SaidBy> = outcome.criteria.iter().map(|one| one.weighing.as_ref().unwrap().by).collect();
    assert_eq!(by[..3], [SaidBy::File, SaidBy::File, SaidBy::Preset]);
}

#[test]
fn a_purpose_shifts_weights_and_says_so() {
    let supportive = told(&job_club(&json!({ "preset": "mentoring", "purpose": "supportive" })));
    assert_eq!((weight(&supportive, "interests"), weight(&supportive, "coverage")), (8, 10));
    let both = json!({ "preset": "mentoring", "purpose": "targeted", "sub_goals": ["education", "employment"] });
    let targeted = told(&job_club(&both));
    // Twice for the purpose, twice for the greater of the two sub-goals.
    assert_eq!(weight(&targeted, "coverage"), 40);
    let report = targeted.criteria.iter().find(|one| &*one.id == "coverage").unwrap();
    let words = report.weighing.as_ref().unwrap().words();
    assert_eq!(words, "10 from the preset, x 2 for targeted, x 2 for education");
    assert_eq!(
        targeted.programme.design.unwrap().words(),
        "preset mentoring; purpose targeted (education, employment); formal"
    );
    // The file's own factor stands in place of the engine's.
    let own = json!({ "preset": "mentoring", "purpose": "opportunities",
        "factors": [{ "sake": "opportunities", "criterion": "interests", "factor": 7 }] });
    let outcome = told(&job_club(&own));
    assert_eq!((weight(&outcome, "interests"), weight(&outcome, "coverage")), (28, 30));
    assert_eq!(support::outcome(&job_club(&own)).criteria, outcome.criteria);
    // 30 x 1000 for the goals, nothing for the interests.
    assert_eq!(proposal(&outcome, "Noor").contributions.iter().map(|one| one.contribution).max(), Some(30_000));
}

#[test]
fn nobody_is_ready_for_mentoring_before_their_goals_are_known() {
    let mentees = json!([
        { "id": "Ada", "goals": ["reading"] },
        { "id": "Bo" },
        { "id": "Cy" },
    ]);
    let document =
        |design: Value| story(&design, json!([{ "id": "Vi", "capacity": 3 }, { "id": "Xe" }]), mentees.clone());
    let mut meeting = document(json!({ "preset": "mentoring" }));
    meeting["relationships"] = json!([{ "mentee": "Cy", "mentor": "Xe", "started": "2026-03-02" }]);
    let outcome = told(&meeting);
    assert_eq!(outcome.proposals.len(), 1);
    let bo = waiting(&outcome, "Bo");
    assert_eq!(super::details(&bo.reasons, "goals"), [(Obstacle::Blank, Some("goals"), 2)]);
    assert_eq!(bo.reasons[0].words(), "goals: 2 to be checked, 2 by this rule alone");
    // Who meets already goes on meeting.
    assert_eq!((outcome.kept.len(), outcome.urgent.len()), (1, 0));
    // Informal support begins without.
    let informal = told(&document(json!({ "preset": "mentoring", "formality": "informal" })));
    assert_eq!(informal.proposals.len(), 3);
    assert!(informal.rules.iter().all(|rule| rule.rule != "goals"));
    let formal = told(&document(json!({ "formality": "formal", "setting": "statutory" })));
    assert_eq!(formal.proposals.len(), 1);
}

#[test]
fn befriending_may_have_no_end_and_checks_hold_until_the_next_review() {
    let mut document = story(
        &json!({ "support": "befriending", "preset": "befriending", "review_months": 3, "planned_months": null,
            "safeguarding": { "checks": ["DBS"] } }),
        json!([
            { "id": "Ida", "checks": ["DBS 2025-01-01 to 2027-02-01"] },
            { "id": "Jo", "checks": ["DBS 2025-01-01 to 2027-02-02"] },
        ]),
        json!([{ "id": "Kit" }]),
    );
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Kit", "Jo")], "a check that ends before the review is refused");
    assert_eq!(outcome.programme.planned_until.to_string(), "2027-02-02");
    let design = outcome.programme.design.unwrap();
    assert!(design.open_ended);
    assert_eq!((design.preset, design.formality), (Some(Preset::Befriending), Some(Formality::Informal)));
    // Mentoring has an end, and befriending one or a review.
    document["preset"] = "mentoring".into();
    assert_eq!(raised(&document), [IssueCode::MissingKey]);
    document["preset"] = "befriending".into();
    document["review_months"] = Value::Null;
    assert_eq!(raised(&document), [IssueCode::MissingKey]);
}

#[test]
fn a_word_that_would_do_nothing_is_told() {
    let raised = |design: Value| raised(&job_club(&design));
    assert_eq!(raised(json!({ "preset": "mentoring", "sub_goals": ["career"] })), [IssueCode::BadSetting]);
    assert_eq!(raised(json!({ "purpose": "targeted", "sub_goals": ["carer"] })), [IssueCode::UnknownValue]);
    assert_eq!(raised(json!({ "purpose": "targeted", "sub_goals": ["career", "career"] })), [IssueCode::DuplicateName]);
    let factor = |sake: &str, criterion: &str, factor: i64| {
        json!({ "preset": "mentoring", "purpose": "supportive",
            "factors": [{ "sake": sake, "criterion": criterion, "factor": factor }] })
    };
    assert_eq!(raised(factor("supportive", "interests", 3)), []);
    assert_eq!(raised(factor("opportunities", "interests", 3)), [IssueCode::BadSetting]);
    assert_eq!(raised(factor("supportive", "intrests", 3)), [IssueCode::UnknownValue]);
    assert_eq!(raised(factor("supportive", "interests", 0)), [IssueCode::BadNumber]);
}
