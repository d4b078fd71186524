//! How two people would rather meet, what keeps them from it, and what they speak.

use super::{details, pairs, points, proposal, raised, story, told, waiting};
use alongside::domain::Way;
use alongside::outcome::{Because, Met, Obstacle, Outcome};
use alongside::{Engine, IssueCode};
use serde_json::{Value, json};

/// Befriending in one of three ways, with what each needs.
fn befriending(mentors: Value, mentees: Value) -> Value {
    story(
        &json!({
            "basis": { "hearing_access": { "basis": "disability_support" } },
            "delivery": { "telephone_needs": ["phone", "hearing_access"], "internet_needs": ["device"],
                "online_supervision_under": 16, "language": {} },
            "rules": [{ "rule": "travel", "who": "nobody", "max_km": 5 }],
            "criteria": [{ "criterion": "delivery_preference", "weight": 2, "why": "People should meet as they like." }],
        }),
        mentors,
        mentees,
    )
}

/// The ways of the mentee's proposal, with what is missing for each.
fn ways(outcome: &Outcome, mentee: &str) -> Vec<(Way, Met, String)> {
    proposal(outcome, mentee).ways.iter().map(|way| (way.way, way.possible, way.missing.join(", "))).collect()
}

#[test]
fn whoever_would_rather_be_rung_up_gets_the_befriender_who_likes_to_ring() {
    let person = |id: &str, methods: &str| {
        json!({ "id": id, "place": "M1 1AE", "languages": "English",
        "delivery_methods": methods })
    };
    let outcome = told(&befriending(
        json!([person("Osbert", "face_to_face; telephone"), person("Petra", "telephone; face_to_face")]),
        json!([person("Winnie", "telephone; face_to_face")]),
    ));
    assert_eq!(pairs(&outcome), [("Winnie", "Petra")]);
    let liked = |of_mentor| Because::Liked { way: "telephone".into(), of_mentee: 1, of_mentor };
    assert_eq!(points(proposal(&outcome, "Winnie"), "delivery_preference"), (1000, &liked(1)));
    let said = Engine::new()
        .explain(
            &crate::support::programme(&befriending(
                json!([person("Osbert", "face_to_face; telephone")]),
                json!([person("Winnie", "telephone; face_to_face")]),
            )),
            &super::id("Winnie"),
            Some(&super::id("Osbert")),
        )
        .unwrap();
    let part = &said.pair.unwrap().contributions[0];
    assert_eq!((part.points, &part.because), (750, &liked(2)), "his second of two ways has half his points");
}

#[test]
fn somebodys_only_way_has_full_points() {
    let person =
        |id: &str, methods: &str| json!({ "id": id, "place": "M1 1AE", "age": 81, "delivery_methods": methods });
    let outcome = told(&befriending(
        json!([person("Osbert", "face_to_face")]),
        json!([person("Winnie", "internet; telephone; face_to_face")]),
    ));
    let (points, _) = points(proposal(&outcome, "Winnie"), "delivery_preference");
    assert_eq!(points, 666, "the mean of 1000 and 333");
}

#[test]
fn each_shared_way_that_is_not_possible_is_named_with_what_it_lacks() {
    let mut mentor = json!({ "id": "Osbert", "place": "M1 1AE", "languages": "English; Welsh", "phone": "no" });
    let mut mentee = json!({ "id": "Winnie", "place": "SW1A 1AA", "languages": "English", "age": 81 });
    for person in [&mut mentor, &mut mentee] {
        person["delivery_methods"] = "face_to_face; telephone; internet".into();
    }
    mentee["hearing_access"] = "no".into();
    let outcome = told(&befriending(json!([mentor]), json!([mentee])));
    assert_eq!(
        ways(&outcome, "Winnie"),
        [
            (Way::FaceToFace, Met::No, "distance".to_owned()),
            (Way::Telephone, Met::No, "mentee hearing_access, mentor phone".to_owned()),
            (Way::Internet, Met::Yes, String::new()),
        ]
    );
    // What is not possible is not liked either: face to face comes first in both lists.
    let liked = Because::Liked { way: "internet".into(), of_mentee: 2, of_mentor: 2 };
    assert_eq!(points(proposal(&outcome, "Winnie"), "delivery_preference"), (500, &liked));
}

#[test]
fn a_child_without_supervision_meets_in_person() {
    let person = |id: &str, age: i64| {
        json!({ "id": id, "place": "M1 1AE", "age": age,
        "delivery_methods": "internet; face_to_face" })
    };
    let outcome = told(&befriending(json!([person("Osbert", 40)]), json!([person("Pip", 12)])));
    let said = ways(&outcome, "Pip");
    assert_eq!(said[0], (Way::Internet, Met::No, "mentee online_supervision".to_owned()));
    assert_eq!(said[1], (Way::FaceToFace, Met::Yes, String::new()));
}

#[test]
fn with_no_language_in_common_they_can_visit_and_not_ring() {
    let with = |methods: &str, languages: Value| {
        let person = |id: &str, languages: Value| {
            json!({ "id": id, "place": "M1 1AE", "languages": languages, "age": 34,
            "delivery_methods": methods })
        };
        told(&befriending(json!([person("Osbert", json!("English"))]), json!([person("Amal", languages)])))
    };
    let visiting = with("telephone; face_to_face", json!("Arabic"));
    assert_eq!(
        ways(&visiting, "Amal"),
        [(Way::Telephone, Met::No, "language".to_owned()), (Way::FaceToFace, Met::Yes, String::new()),]
    );
    let ringing = with("telephone", json!("Arabic"));
    let said = details(&waiting(&ringing, "Amal").reasons, "delivery_method");
    assert_eq!(said, [(Obstacle::NoCommonLanguage, None, 1)]);
    let asked = with("telephone", Value::Null);
    let said = details(&waiting(&asked, "Amal").reasons, "delivery_method");
    assert_eq!(said, [(Obstacle::Blank, Some("languages"), 1)], "a blank is asked for");
    assert_eq!(pairs(&with("internet", json!("Arabic"))).len(), 1, "the programme asks it of the telephone alone");
}

#[test]
fn an_interpreter_helps_only_where_the_programme_says_so() {
    let with = |interpreters: Value| {
        let mut document = befriending(
            json!([{ "id": "Osbert", "languages": "English", "delivery_methods": "telephone" }]),
            json!([{ "id": "Amal", "languages": "Arabic", "delivery_methods": "telephone", "interpreter": "yes" }]),
        );
        document["delivery"]["language"] = json!({ "interpreter_for": interpreters });
        let nobody_looks = (interpreters == json!([])).then_some(IssueCode::AnswersUnused);
        assert_eq!(raised(&document), nobody_looks.into_iter().collect::<Vec<_>>());
        pairs(&crate::support::outcome(&document)).len()
    };
    assert_eq!(with(json!([])), 0);
    assert_eq!(with(json!(["telephone"])), 1);
}

#[test]
fn too_far_for_a_visit_and_a_language_not_known_is_asked_and_not_refused() {
    let person = |id: &str, place: &str, languages: Value| json!({ "id": id, "place": place, "languages": languages, "delivery_methods": "face_to_face; telephone" });
    let outcome = told(&befriending(
        json!([person("Osbert", "M1 1AE", json!("English"))]),
        json!([person("Amal", "SW1A 1AA", Value::Null)]),
    ));
    let said = details(&waiting(&outcome, "Amal").reasons, "travel");
    assert_eq!(said, [(Obstacle::Blank, Some("languages"), 1)]);
}

#[test]
fn what_ways_need_is_asked_for_without_listing_the_rule() {
    let mut document = befriending(
        json!([{ "id": "Osbert", "delivery_methods": "telephone", "languages": "English" }]),
        json!([{ "id": "Winnie", "delivery_methods": "telephone", "languages": "English", "hearing_access": "no" }]),
    );
    document["rules"] = json!([]);
    assert_eq!(raised(&document), [IssueCode::NoWayLeft]);
    let outcome = crate::support::outcome(&document);
    let said = details(&waiting(&outcome, "Winnie").reasons, "delivery_method");
    assert_eq!(said, [(Obstacle::Blank, Some("delivery_methods"), 1)]);
    document["rules"] = json!([{ "rule": "travel", "id": "delivery_method", "who": "nobody", "max_km": 5 }]);
    assert_eq!(raised(&document), [IssueCode::DuplicateName, IssueCode::NoWayLeft]);
}

#[test]
fn a_form_of_support_can_be_liked_as_well() {
    let person = |id: &str, models: &str| json!({ "id": id, "delivery_models": models });
    let mut document = befriending(
        json!([person("Osbert", "together; one_to_one"), person("Petra", "one_to_one; together")]),
        json!([person("Winnie", "one_to_one; together")]),
    );
    document.as_object_mut().unwrap().remove("delivery");
    document["rules"] = json!([]);
    document["criteria"][0]["attribute"] = "delivery_models".into();
    document["criteria"][0]["side"] = "mentor".into();
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Winnie", "Petra")]);
    document["criteria"][0]["attribute"] = "interests".into();
    assert_eq!(raised(&document), [IssueCode::BadSetting]);
}
