//! What people allowed, and no longer allow, to be used.

use crate::support::outcome;
use alongside::Programme;
use serde_json::{Value, json};

/// One pair, one sensitive answer each; the mentee's consent in these words, and withdrawn in March.
fn consenting(consent: &Value) -> Value {
    let person = |id: &str| json!({ "id": id, "ethnicity": "Irish", "consent": ["ethnicity 2026-01-01"] });
    let mut mentee = person("e");
    mentee["consent"] = consent.clone();
    mentee["consent_withdrawn"] = json!(["ethnicity 2026-03-01"]);
    json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "basis": { "ethnicity": { "basis": "consent" } },
        "criteria": [{ "criterion": "same_value", "attribute": "ethnicity", "weight": 1, "why": "It was asked for." }],
        "mentors": [person("m")],
        "mentees": [mentee],
    })
}

#[test]
fn the_latest_of_several_consents_counts_in_any_order() {
    let one = outcome(&consenting(&json!(["ethnicity 2026-02-01", "ethnicity 2026-04-01"])));
    let other = outcome(&consenting(&json!(["ethnicity 2026-04-01", "ethnicity 2026-02-01"])));
    // Withdrawn in March and given again in April: it may be used.
    assert_eq!((one.proposals[0].fit, other.proposals[0].fit), (1000, 1000));
    assert_eq!(one.to_json(), other.to_json());
}

#[test]
fn the_latest_of_several_withdrawals_counts_in_any_order() {
    let with = |withdrawn: Value| {
        let mut document = consenting(&json!("ethnicity 2026-04-01"));
        document["mentees"][0]["consent_withdrawn"] = withdrawn;
        outcome(&document).proposals[0].fit
    };
    // Withdrawn again in May: it may not be used, and half of the points is what an unknown earns.
    assert_eq!(with(json!(["ethnicity 2026-03-01", "ethnicity 2026-05-01"])), 500);
    assert_eq!(with(json!(["ethnicity 2026-05-01", "ethnicity 2026-03-01"])), 500);
}

#[test]
fn more_than_an_attribute_and_a_day_is_no_consent() {
    let mut document = consenting(&json!("ethnicity 2026-04-01 asked, and she said no"));
    assert!(Programme::from_json(&document.to_string()).is_err());
    document["mentees"][0]["consent"] = "ethnicity 2026-04-01".into();
    assert!(Programme::from_json(&document.to_string()).is_ok());
}

/// Two mentors and two mentees who all consented; the last one withdrew.
fn withdrawn(answer: &Value) -> Value {
    let person = |id: &str, experience: &str| json!({ "id": id, "lived_experience": [experience], "consent": ["lived_experience"] });
    let mut last = person("e2", "care");
    last["lived_experience"] = answer.clone();
    last["consent_withdrawn"] = json!(["lived_experience"]);
    json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "basis": { "lived_experience": { "basis": "consent" } },
        "criteria": [{ "criterion": "shared_tags", "attribute": "lived_experience", "rare_counts_more": true,
            "weight": 1, "why": "It was asked for." }],
        "mentors": [person("m1", "care"), person("m2", "bereavement")],
        "mentees": [person("e1", "care"), last],
    })
}

#[test]
fn a_withdrawn_answer_is_as_if_it_had_never_been_given() {
    let never = outcome(&withdrawn(&Value::Null));
    for answer in [json!(["care"]), json!("Bereavement; prison"), json!(["CARE"])] {
        // Not even its spelling is printed in place of the others'.
        assert_eq!(outcome(&withdrawn(&answer)).proposals, never.proposals, "{answer}");
    }
}
