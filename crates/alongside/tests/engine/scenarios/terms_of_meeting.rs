//! Forms of support and days, on which two people have to agree before anything else.

use super::{details, pairs, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::Obstacle;
use serde_json::{Value, json};

#[test]
fn who_came_for_company_of_their_own_is_not_put_into_a_group() {
    let document = |unknown: &str| {
        story(
            &json!({ "rules": [{ "rule": "delivery_model", "unknown": unknown }] }),
            json!([{ "id": "lunch club", "delivery_models": "together", "capacity": 4 }, { "id": "did not say" }]),
            json!([{ "id": "Perpetua", "delivery_models": ["one_to_one", "individually"] }]),
        )
    };
    let outcome = told(&document("needs_check"));
    let said = details(&waiting(&outcome, "Perpetua").reasons, "delivery_model");
    assert_eq!(said, [(Obstacle::Blank, Some("delivery_models"), 1), (Obstacle::NoneShared, None, 1)]);
    assert_eq!(pairs(&told(&document("allow"))), [("Perpetua", "did not say")]);
}

/// A term of 90 days, planned from 2 November 2026 to 2 May 2027.
fn term(unknown: &str) -> Value {
    story(
        &json!({ "rules": [{ "rule": "dates_overlap", "minimum_days": 90, "unknown": unknown }] }),
        json!([
            { "id": "leaves in spring", "available_from": "2026-01-01", "available_until": "2027-03-31" },
            { "id": "left", "available_until": "2026-10-31" },
            { "id": "no end", "available_from": "2026-11-02" },
        ]),
        json!([{ "id": "Zeb", "available_from": "2027-01-02", "available_until": "2027-12-31" }]),
    )
}

#[test]
fn a_term_in_common_is_promised_or_nothing() {
    // From 2 January to 31 March there are 89 days, to 1 April 90.
    let mut document = term("needs_check");
    let outcome = told(&document);
    let said = details(&waiting(&outcome, "Zeb").reasons, "dates_overlap");
    assert_eq!(
        said,
        [(Obstacle::Blank, Some("available_until"), 1), (Obstacle::NoneShared, None, 1), (Obstacle::TooShort, None, 1)]
    );
    document["mentors"][0]["available_until"] = "2027-04-01".into();
    assert_eq!(pairs(&told(&document)), [("Zeb", "leaves in spring")]);
}

#[test]
fn a_blank_end_is_open_where_the_programme_says_so() {
    assert_eq!(pairs(&told(&term("allow"))), [("Zeb", "no end")]);
}

#[test]
fn more_days_than_are_planned_are_refused_as_a_setting() {
    let mut document = term("allow");
    // 182 days from 2 November to 2 May, both included.
    document["rules"][0]["minimum_days"] = 182.into();
    assert_eq!(raised(&document), []);
    document["rules"][0]["minimum_days"] = 183.into();
    assert_eq!(raised(&document), [IssueCode::BadSetting]);
}

#[test]
fn support_begins_before_somebody_leaves_care_or_not_with_this_mentor() {
    let with = |from: Value, transition: Value| {
        let document = story(
            &json!({ "rules": [{ "rule": "dates_overlap", "minimum_days": 60, "before_transition": true }] }),
            json!([{ "id": "Agnes", "available_from": from, "available_until": "2028-01-01" }]),
            json!([{ "id": "Bela", "available_from": "2026-11-02", "available_until": "2028-01-01",
                "transition_date": transition }]),
        );
        let outcome = told(&document);
        outcome.unmatched.first().map(|one| {
            let said = details(&one.reasons, "dates_overlap")[0];
            (said.0, said.1.map(str::to_owned))
        })
    };
    assert_eq!(with(json!("2027-01-11"), json!("2027-01-12")), None, "one day is enough to begin on");
    assert_eq!(with(json!("2027-01-11"), json!("2027-01-11")), Some((Obstacle::StartsTooLate, None)));
    assert_eq!(with(json!("2027-01-11"), json!("2026-10-30")), None, "what is past bounds nothing");
    assert_eq!(
        with(json!("2027-01-11"), Value::Null),
        Some((Obstacle::Blank, Some("transition_date".to_owned()))),
        "and a blank is asked for"
    );
}
