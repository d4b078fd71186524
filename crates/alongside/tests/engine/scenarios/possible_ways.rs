//! How two people could meet: what the telephone and the internet need, and times that other services take.

use super::{details, pairs, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::Obstacle;
use serde_json::{Value, json};

/// Befriending in person within five kilometres, or on the telephone, between Manchester and London.
fn far_apart(mentor: Value, mentee: Value) -> Value {
    let made = |id: &str, place: &str, answers: Value| {
        let mut person = json!({ "id": id, "place": place, "delivery_methods": "face_to_face; telephone; internet" });
        person.as_object_mut().unwrap().extend(answers.as_object().unwrap().clone());
        json!([person])
    };
    story(
        &json!({
            "basis": { "hearing_access": { "basis": "disability_support" } },
            "delivery": { "telephone_needs": ["phone", "hearing_access"], "internet_needs": ["device"],
                "online_supervision_under": 16 },
            "rules": [{ "rule": "delivery_method" }, { "rule": "travel", "who": "nobody", "max_km": 5 }],
        }),
        made("Osbert", "M1 1AE", mentor),
        made("Winnie", "SW1A 1AA", mentee),
    )
}

#[test]
fn the_telephone_needs_a_phone_and_hearing_and_the_internet_a_device() {
    let met = |mentor: Value, mentee: Value| pairs(&told(&far_apart(mentor, mentee))).len();
    assert_eq!(met(json!({ "device": "no" }), json!({ "phone": "yes", "age": 81 })), 1, "they can ring each other");
    assert_eq!(met(json!({ "device": "no" }), json!({ "phone": "no", "age": 81 })), 0);
    assert_eq!(met(json!({ "phone": "no" }), json!({ "age": 81 })), 1, "they can meet online");
    assert_eq!(met(json!({ "phone": "no" }), json!({ "device": "no", "age": 81 })), 0);
    assert_eq!(met(json!({ "device": "no" }), json!({ "hearing_access": "no", "age": 81 })), 0);
    // What nobody said is not taken for a no.
    assert_eq!(met(json!({}), json!({ "age": 81 })), 1);
}

#[test]
fn where_only_a_visit_is_left_the_way_there_counts() {
    let outcome = told(&far_apart(json!({ "phone": "no", "device": "no" }), json!({ "age": 81 })));
    assert_eq!(details(&waiting(&outcome, "Winnie").reasons, "travel"), [(Obstacle::TooFar, None, 1)]);
}

#[test]
fn a_young_mentee_meets_online_only_where_somebody_supervises() {
    let met = |answers: Value| pairs(&told(&far_apart(json!({ "phone": "no" }), answers))).len();
    assert_eq!(met(json!({ "age": 15, "online_supervision": "yes" })), 1);
    assert_eq!(met(json!({ "age": 15, "online_supervision": "no" })), 0);
    assert_eq!(met(json!({ "age": 15 })), 0, "a blank is no supervision");
    assert_eq!(met(json!({ "online_supervision": Value::Null })), 0, "and a blank age may be fifteen");
    assert_eq!(met(json!({ "age": 16 })), 1);
}

#[test]
fn a_child_with_nobody_to_supervise_is_not_let_through_as_a_blank() {
    let mut document = far_apart(json!({}), json!({ "age": 12 }));
    document["mentees"][0]["delivery_methods"] = "internet".into();
    document["rules"] = json!([{ "rule": "delivery_method", "unknown": "allow" }]);
    assert_eq!(raised(&document), [IssueCode::BadSetting, IssueCode::NoWayLeft]);
}

#[test]
fn who_has_no_way_left_is_told_of_and_asked() {
    let mut document = far_apart(json!({}), json!({ "age": 81, "phone": "no" }));
    document["mentees"][0]["delivery_methods"] = "telephone".into();
    assert_eq!(raised(&document), [IssueCode::NoWayLeft]);
    let outcome = crate::support::outcome(&document);
    let said = details(&waiting(&outcome, "Winnie").reasons, "delivery_method");
    assert_eq!(said, [(Obstacle::Blank, Some("delivery_methods"), 1)]);
}

#[test]
fn a_way_that_somebody_took_back_is_no_way_of_theirs() {
    let mut document = far_apart(json!({}), json!({ "age": 81 }));
    let ways = |document: &Value| {
        let programme = crate::support::programme(document);
        programme.matching().mentees[0].person.ways.ways().count()
    };
    assert_eq!(ways(&document), 3);
    document["mentees"][0]["consent_withdrawn"] = "delivery_methods".into();
    assert_eq!(ways(&document), 0);
}

#[test]
fn times_of_other_services_are_not_free() {
    let with = |services: Value| {
        let document = story(
            &json!({ "rules": [{ "rule": "time_overlap", "minimum_minutes": 60 }] }),
            json!([{ "id": "Osbert", "availability": "Tue 14:00-17:00" }]),
            json!([{ "id": "Ana", "availability": "Tue 14:00-17:00", "other_services": services }]),
        );
        let outcome = told(&document);
        outcome.unmatched.first().map(|one| details(&one.reasons, "time_overlap")[0].0)
    };
    assert_eq!(with(Value::Null), None);
    assert_eq!(with(json!("counselling: Tue 14:00-16:00")), None, "an hour is left");
    assert_eq!(with(json!("counselling: Tue 14:00-16:00; swimming: Tue 16:00-16:30")), Some(Obstacle::TooShort));
    let whole = json!([{ "name": "day centre", "times": "Tue pm, Wed pm", "contact": "Nettle House" }]);
    assert_eq!(with(whole), Some(Obstacle::NoneShared), "no time left is not the same as not known");
}

#[test]
fn nobody_is_sent_where_a_licence_bars_them_from() {
    let with = |attends: Value| {
        let document = story(
            &json!({ "basis": { "barred_from": { "basis": "safeguarding" } }, "rules": [{ "rule": "co_location" }] }),
            json!([{ "id": "Osbert", "attends": attends }]),
            json!([{ "id": "Corin", "barred_from": "Nettle Estate" }]),
        );
        let outcome = told(&document);
        outcome.unmatched.first().map(|one| {
            let detail = &one.reasons[0].details[0];
            (detail.obstacle, detail.about.as_deref().map(str::to_owned))
        })
    };
    assert_eq!(with(json!("Far Moor; NETTLE estate")), Some((Obstacle::CoLocation, None)));
    assert_eq!(with(json!("Far Moor")), None);
    assert_eq!(with(Value::Null), Some((Obstacle::Blank, Some("attends".to_owned()))));
}
