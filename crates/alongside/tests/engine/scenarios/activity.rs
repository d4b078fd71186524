//! Which check a mentor must hold follows from what the programme does with whom; asking for more is told as well.

use super::{details, pairs, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::{Obstacle, Record};
use serde_json::{Value, json};

const BARRED: &str = "enhanced DBS with children's barred list";

/// Weekly mentoring in England from 14 to 21, with these further settings of the activity.
fn weekly(settings: &Value, mentors: Value, mentees: Value) -> Value {
    let mut activity = json!({
        "nation": "england", "mentees": ["children", "adults"], "days_in_30": 5, "valid_months": 36,
    });
    activity.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    story(&json!({ "safeguarding": { "activity": activity } }), mentors, mentees)
}

fn volunteers() -> Value {
    json!([
        { "id": "barred list checked", "checks": format!("{BARRED} 2026-02-02") },
        { "id": "enhanced alone", "checks": "enhanced DBS 2026-02-02" },
        { "id": "no check", "checks": "" },
    ])
}

#[test]
fn a_weekly_mentor_of_a_child_needs_the_barred_list_and_one_of_an_adult_does_not() {
    let document = weekly(&json!({}), volunteers(), json!([{ "id": "Ana", "age": 15 }, { "id": "Bo", "age": 19 }]));
    let outcome = told(&document);
    assert!(pairs(&outcome).contains(&("Ana", "barred list checked")));
    assert_eq!(outcome.proposals.len(), 2);
    let only_child = weekly(&json!({}), json!([volunteers()[1], volunteers()[2]]), json!([{ "id": "Ana", "age": 15 }]));
    let outcome = told(&only_child);
    assert_eq!(
        details(&waiting(&outcome, "Ana").reasons, "activity_checks"),
        [(Obstacle::NotRecorded, Some(BARRED), 2)]
    );
}

#[test]
fn up_to_three_days_in_thirty_an_enhanced_check_is_enough_but_not_where_they_are_away_overnight() {
    let ana = || json!([{ "id": "Ana", "age": 15 }]);
    let with = |settings: Value| weekly(&settings, json!([volunteers()[1]]), ana());
    assert_eq!(pairs(&told(&with(json!({ "days_in_30": 3 })))), [("Ana", "enhanced alone")]);
    assert_eq!(pairs(&told(&with(json!({ "days_in_30": 4 })))), []);
    assert_eq!(pairs(&told(&with(json!({ "days_in_30": 3, "overnight": true })))), []);
    // Nobody spends the night on the telephone.
    let rung = with(json!({ "days_in_30": 3, "overnight": true, "methods": ["telephone"] }));
    assert_eq!(pairs(&told(&rung)), [("Ana", "enhanced alone")]);
}

#[test]
fn what_is_required_may_hang_on_the_way_they_could_meet() {
    let settings = json!({
        "days_in_30": 3,
        "overnight": true,
        "methods": ["face_to_face", "telephone"],
    });
    let mentor =
        |methods: &str| json!([{ "id": "m", "checks": "enhanced DBS 2026-02-02", "delivery_methods": methods }]);
    let ana = json!([{ "id": "Ana", "age": 15, "delivery_methods": "face_to_face; telephone" }]);
    let with = |methods: &str| told(&weekly(&settings, mentor(methods), ana.clone()));
    assert_eq!(pairs(&with("telephone")), [("Ana", "m")]);
    assert_eq!(pairs(&with("face_to_face")), []);
    assert_eq!(pairs(&with("face_to_face; telephone")), [], "they could meet in person");
    assert_eq!(pairs(&with("")), [], "nobody knows how they would meet");
}

#[test]
fn two_who_would_meet_otherwise_than_was_declared_wait_for_somebody_to_look() {
    let settings = json!({ "days_in_30": 3, "overnight": true, "methods": ["telephone"] });
    let with = |hers: &str, theirs: &str| {
        let mentor = json!([{ "id": "m", "checks": "enhanced DBS 2026-02-02", "delivery_methods": theirs }]);
        told(&weekly(&settings, mentor, json!([{ "id": "Ana", "age": 15, "delivery_methods": hers }])))
    };
    // An enhanced check would do for the telephone, and not for nights away.
    let outcome = with("face_to_face", "face_to_face");
    assert_eq!(
        details(&waiting(&outcome, "Ana").reasons, "activity_checks"),
        [(Obstacle::OutsideActivity, Some("delivery_methods"), 1)]
    );
    assert_eq!(
        Obstacle::OutsideActivity.words(Some("delivery_methods"), alongside::domain::Support::Mentoring),
        "the activity as declared does not cover the ways in which the two could meet"
    );
    assert_eq!(pairs(&with("face_to_face; telephone", "telephone")), [("Ana", "m")]);
    assert_eq!(pairs(&with("face_to_face; telephone", "")), [("Ana", "m")], "what nobody knows is as declared");
}

#[test]
fn a_row_of_ones_own_stands_on_record_and_cannot_contradict_itself() {
    let row = json!({ "row": "england-wales-children-often", "mentees": "children", "nations": ["england"],
        "check": "enhanced DBS", "source": "Trustees, minute 7" });
    let with =
        |row: &Value| weekly(&json!({ "table": [row] }), json!([volunteers()[1]]), json!([{ "id": "Ana", "age": 15 }]));
    let outcome = told(&with(&row));
    let own = Record::CheckRow {
        row: "england-wales-children-often".into(),
        check: Some("enhanced DBS".into()),
        source: "Trustees, minute 7".into(),
    };
    assert!(outcome.records.contains(&own), "{:?}", outcome.records);
    let said = own.words(|_, id| id.to_string());
    assert_eq!(said, ["table of checks", "england-wales-children-often", "asks for enhanced DBS: Trustees, minute 7"]);
    let mut lower = row;
    lower["highest"] = json!("basic DBS");
    assert!(raised(&with(&lower)).contains(&IssueCode::BadSetting));
}

#[test]
fn a_blank_age_waits_for_somebody_to_ask_and_says_what_is_missing() {
    let document = weekly(&json!({}), volunteers(), json!([{ "id": "Cai" }]));
    let outcome = told(&document);
    let cai = waiting(&outcome, "Cai");
    assert_eq!(details(&cai.reasons, "activity_checks"), [(Obstacle::Blank, Some("age"), 3)]);
    assert_eq!((cai.reasons[0].refused, cai.reasons[0].needs_check), (0, 3));
    // In Scotland children and protected adults ask for the same.
    let pvg = weekly(
        &json!({ "nation": "scotland", "mentees": ["children", "adults_receiving_care"] }),
        json!([{ "id": "in the scheme", "checks": "PVG 2026-01-05" }]),
        json!([{ "id": "Cai" }]),
    );
    assert_eq!(pairs(&told(&pvg)), [("Cai", "in the scheme")]);
}

#[test]
fn a_child_in_a_programme_for_adults_is_held_back() {
    let document = weekly(&json!({ "mentees": "adults" }), json!([{ "id": "m" }]), json!([{ "id": "Ana", "age": 17 }]));
    let outcome = told(&document);
    assert_eq!(
        details(&waiting(&outcome, "Ana").reasons, "activity_checks"),
        [(Obstacle::OutsideActivity, Some("age"), 1)]
    );
}

#[test]
fn a_check_has_to_last_to_the_end_of_what_is_planned() {
    let ends = |day: &str| {
        let mentors = json!([{ "id": "m", "checks": format!("{BARRED} 2024-05-02 to {day}") }]);
        told(&weekly(&json!({}), mentors, json!([{ "id": "Ana", "age": 15 }])))
    };
    assert_eq!(pairs(&ends("2027-05-02")), [("Ana", "m")]);
    let outcome = ends("2027-05-01");
    assert_eq!(
        details(&waiting(&outcome, "Ana").reasons, "activity_checks"),
        [(Obstacle::ExpiresInPeriod, Some(BARRED), 1)]
    );
}

#[test]
fn a_programme_replaces_a_row_and_names_its_source() {
    let row = json!([{ "row": "northern-ireland-children-often", "mentees": "children", "check": "AccessNI enhanced",
        "source": "Supervised day to day at the youth club; trustees, minute 7" }]);
    let mentors = || json!([{ "id": "m", "checks": "AccessNI enhanced 2026-02-02" }]);
    let with = |table: Value| {
        let settings = json!({ "nation": "northern_ireland", "mentees": "children", "table": table });
        told(&weekly(&settings, mentors(), json!([{ "id": "Ana", "age": 15 }])))
    };
    assert_eq!(pairs(&with(json!([]))), []);
    assert_eq!(pairs(&with(row)), [("Ana", "m")]);
}

#[test]
fn asking_for_more_than_the_role_allows_is_told() {
    let document = |listed: &str, held: &str| {
        story(
            &json!({ "safeguarding": { "checks": [listed],
                "activity": { "nation": "england", "mentees": "adults", "days_in_30": 4 } } }),
            json!([{ "id": "m", "checks": held }]),
            json!([{ "id": "Winnie", "age": 81 }]),
        )
    };
    assert_eq!(raised(&document("basic DBS", "basic DBS 2026-01-01")), []);
    assert_eq!(raised(&document("enhanced DBS", "basic DBS 2026-01-01")), [IssueCode::OverChecking]);
    assert_eq!(raised(&document("basic DBS", "enhanced DBS 2026-01-01")), [IssueCode::OverChecking]);
    // A check of another body is not compared.
    assert_eq!(raised(&document("two references", "PVG 2026-01-01")), []);
}
