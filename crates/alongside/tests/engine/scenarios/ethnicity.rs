//! Somebody of one's own ethnic group, where that was wished for and both agreed that the answer may be used.

use super::{points, proposal, raised, story};
use crate::support::{built, outcome};
use alongside::IssueCode;
use alongside::outcome::{Because, Met, Record};
use serde_json::{Value, json};

fn programme(basis: &str, of_mentor: &Value) -> Value {
    let mut mentor = json!({ "id": "Marguerite", "ethnicity": "caribbean" });
    mentor.as_object_mut().unwrap().extend(of_mentor.as_object().unwrap().clone());
    story(
        &json!({
            "basis": { "ethnicity": { "basis": basis, "note": "sign-up form, question 9" } },
            "criteria": [{ "criterion": "stated_preferences", "weight": 2, "why": "It was asked for." }],
        }),
        json!([mentor]),
        json!([{ "id": "Ludovic", "ethnicity": "Caribbean", "consent": "ethnicity",
            "preferences": "prefer ethnicity same" }]),
    )
}

/// Points, how many wishes were met and how many left open, and what became of the wish.
fn told(document: &Value) -> (i64, u32, u32, Met) {
    let outcome = outcome(document);
    let ludovic = proposal(&outcome, "Ludovic");
    let (points, because) = points(ludovic, "stated_preferences");
    let Because::Wishes { asked: 1, met, unknown } = because else { panic!("{because:?}") };
    (points, *met, *unknown, ludovic.wishes[0].met)
}

#[test]
fn with_both_consents_the_wish_is_met() {
    let document = programme("consent", &json!({ "consent": ["ethnicity 2026-01-15"] }));
    assert!(built(&document).warnings.is_empty());
    assert_eq!(told(&document), (1000, 1, 0, Met::Yes));
    let records = outcome(&document).records;
    assert!(matches!(&records[..], [Record::Basis { attribute, .. }] if attribute == "ethnicity"));
}

#[test]
fn without_the_mentors_consent_the_answer_is_not_known() {
    let document = programme("consent", &json!({}));
    assert_eq!(raised(&document), [IssueCode::BlankedWithoutConsent]);
    assert_eq!(told(&document), (500, 0, 1, Met::Unknown));
}

#[test]
fn consent_that_begins_next_week_is_not_in_force() {
    let document = programme("consent", &json!({ "consent": "ethnicity 2026-11-09" }));
    assert_eq!(told(&document), (500, 0, 1, Met::Unknown));
}

#[test]
fn withdrawn_consent_is_heeded_on_every_basis() {
    let withdrawn = json!({ "consent": "ethnicity 2026-01-15", "consent_withdrawn": "ethnicity 2026-10-01" });
    for basis in ["consent", "social_care"] {
        let document = programme(basis, &withdrawn);
        assert_eq!(raised(&document), [IssueCode::BlankedWithoutConsent], "{basis}");
        assert_eq!(told(&document), (500, 0, 1, Met::Unknown), "{basis}");
    }
}

#[test]
fn consent_given_again_counts_again() {
    let again = json!({ "consent": "ethnicity 2026-10-20", "consent_withdrawn": "ethnicity 2026-10-01" });
    assert_eq!(told(&programme("consent", &again)), (1000, 1, 0, Met::Yes));
}

#[test]
fn consent_and_withdrawal_of_one_day_is_withdrawal() {
    let same_day = json!({ "consent": "ethnicity 2026-10-01", "consent_withdrawn": "ethnicity 2026-10-01" });
    assert_eq!(told(&programme("consent", &same_day)), (500, 0, 1, Met::Unknown));
}

#[test]
fn a_withdrawal_without_a_day_is_heeded_whatever_came_before() {
    let undated = json!({ "consent": "ethnicity 2026-10-20", "consent_withdrawn": "ethnicity" });
    assert_eq!(told(&programme("consent", &undated)), (500, 0, 1, Met::Unknown));
}

#[test]
fn on_another_basis_no_consent_is_asked() {
    let document = programme("not_for_profit_body", &json!({}));
    assert_eq!(raised(&document), []);
    assert_eq!(told(&document), (1000, 1, 0, Met::Yes));
}

#[test]
fn without_any_basis_the_programme_is_refused() {
    let mut document = programme("consent", &json!({}));
    document.as_object_mut().unwrap().remove("basis");
    assert!(raised(&document).contains(&IssueCode::MissingBasis));
}
