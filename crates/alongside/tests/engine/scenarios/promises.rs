//! What could end a relationship early is shown to staff as facts, and takes nobody's help away.

use super::{pairs, proposal, raised, story, told};
use crate::support;
use alongside::IssueCode;
use alongside::domain::Side;
use alongside::outcome::StaffFact;
use serde_json::{Value, json};

/// Planned from 2 November 2026 to 2 May 2027.
fn with(mentor: Value, mentee: Value) -> alongside::Outcome {
    let both = |mut person: Value, id: &str| {
        person["id"] = id.into();
        json!([person])
    };
    told(&story(&json!({}), both(mentor, "Osbert"), both(mentee, "Ana")))
}

#[test]
fn a_promise_shorter_than_planned_is_a_fact_for_staff_and_refuses_nobody() {
    let facts =
        |months: Value| proposal(&with(json!({ "promised_months": months }), json!({})), "Ana").for_staff.clone();
    let ends = |day: &str| vec![StaffFact::PromiseEnds(day.parse().unwrap())];
    assert_eq!(facts(json!(4)), ends("2027-03-02"));
    assert_eq!(facts(json!(5.9)), ends("2027-04-02"));
    assert_eq!(facts(json!(6)), []);
    assert_eq!(facts(Value::Null), []);
}

#[test]
fn an_end_of_availability_and_a_likely_move_are_told_of_either_side() {
    let outcome = with(
        json!({ "available_until": "2027-05-01", "move_likely": "no" }),
        json!({ "available_until": "2027-05-02", "move_likely": "yes" }),
    );
    assert_eq!(pairs(&outcome), [("Ana", "Osbert")]);
    assert_eq!(
        proposal(&outcome, "Ana").for_staff,
        [StaffFact::MentorUntil("2027-05-01".parse().unwrap()), StaffFact::MoveLikely(Side::Mentee)]
    );
}

#[test]
fn an_independent_visitor_who_is_there_already_is_told_before_and_with_the_pair_and_refuses_nobody() {
    let mentee = |support: Value| json!([{ "id": "Ana", "existing_support": support }, { "id": "Bo" }]);
    let document = |support: Value| story(&json!({}), json!([{ "id": "Osbert", "capacity": 2 }]), mentee(support));
    let supported = document(json!("Independent Visitor; personal adviser"));
    assert_eq!(raised(&supported), [IssueCode::SupportedAlready]);

    let (outcome, without) = (support::outcome(&supported), told(&document(Value::Null)));
    assert_eq!(pairs(&outcome), pairs(&without));
    let fact = StaffFact::ExistingSupport(vec!["independent_visitor".into(), "personal_adviser".into()]);
    assert_eq!(proposal(&outcome, "Ana").for_staff, [fact]);
    assert_eq!(proposal(&outcome, "Ana").fit, proposal(&without, "Ana").fit);
}

#[test]
fn risk_never_lowers_anybodys_place() {
    let mentees = |risky: Value| {
        json!([
            { "id": "Ana", "move_likely": risky, "available_until": "2026-12-24", "waiting_since": "2026-06-01" },
            { "id": "Bo", "waiting_since": "2026-07-01" },
        ])
    };
    let pairs_of = |risky: Value| {
        let mentors = json!([{ "id": "Osbert" }]);
        let outcome = told(&story(&json!({ "seed": 4 }), mentors, mentees(risky)));
        outcome.proposals.iter().map(|one| (one.mentee.clone(), one.fit)).collect::<Vec<_>>()
    };
    assert_eq!(pairs_of(json!("yes")), pairs_of(json!("no")));
}
