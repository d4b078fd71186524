//! Faults of a file with several programmes, each told at its place.

use super::{raised, sound};
use alongside::IssueCode as Code;
use serde_json::{Value, json};

/// Two programmes that raise nothing.
fn several() -> Value {
    let mut document = sound();
    document["programmes"] = json!([
        { "id": "visitors", "shares_with": ["Line"], "mentees": { "ages": { "max": 17 } }, "purpose": "targeted" },
        { "id": "line", "weights": { "shared_time": 3 } },
    ]);
    document["factors"] = json!([{ "sake": "targeted", "criterion": "shared_time", "factor": 4 }]);
    document["rules"] = json!([{ "rule": "programme", "why": "As commissioned." }]);
    document["mentors"][0]["programmes"] = json!(["visitors", "LINE"]);
    document["mentors"][0]["shared_between_programmes"] = json!("yes");
    document["mentees"][0]["programme"] = json!("Visitors");
    document
}

#[track_caller]
fn told(pointer: &str, value: Value, expected: &[(Code, &str)]) {
    let mut document = several();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    match parent {
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        table => table[key] = value,
    }
    let issues = raised(&document.to_string());
    let said: Vec<_> = issues.iter().map(|one| (one.code, one.place.path.clone().unwrap_or_default())).collect();
    let expected: Vec<_> = expected.iter().map(|(code, path)| (*code, (*path).to_owned())).collect();
    assert_eq!(said, expected, "{issues}");
    // No message repeats what a person's cell or an id says.
    assert!(issues.iter().all(|one| !one.message.contains("visiters")), "{issues}");
}

#[test]
fn two_sound_programmes_raise_nothing() {
    assert_eq!(raised(&several().to_string()).to_string(), "");
}

#[test]
fn ids_and_agreements_are_held_to_the_list() {
    told(
        "/programmes/1/id",
        json!("VISITORS"),
        &[
            (Code::DuplicateName, "programmes[1].id"),
            (Code::UnknownValue, "programmes[0].shares_with"),
            (Code::UnknownValue, "mentors[0].programmes"),
        ],
    );
    told("/programmes/0/shares_with", json!(["lines"]), &[(Code::UnknownValue, "programmes[0].shares_with")]);
    told("/programmes/0/shares_with", json!("visitors"), &[(Code::BadSetting, "programmes[0].shares_with")]);
    told("/programmes/0/shares_with", json!(["line", "Line"]), &[(Code::DuplicateName, "programmes[0].shares_with")]);
    told("/mentees/0/programme", json!("visiters"), &[(Code::UnknownValue, "mentees[0].programme")]);
    told("/mentors/0/programmes", json!(["visiters"]), &[(Code::UnknownValue, "mentors[0].programmes")]);
    told(
        "/mentors/0/shared_between_programmes",
        json!("maybe"),
        &[(Code::UnknownValue, "mentors[0].shared_between_programmes")],
    );
}

#[test]
fn each_field_belongs_to_one_side() {
    told("/mentors/1/programme", json!("line"), &[(Code::BadSetting, "mentors[1].programme")]);
    told("/mentees/1/programmes", json!("line"), &[(Code::BadSetting, "mentees[1].programmes")]);
}

#[test]
fn whom_a_programme_is_for_has_to_say_something_that_can_be() {
    let at = "programmes[0].mentees";
    told("/programmes/0/mentees", json!({}), &[(Code::BadSetting, at)]);
    told(
        "/programmes/0/mentees",
        json!({ "ages": { "min": 18, "max": 16 } }),
        &[(Code::BadSetting, "programmes[0].mentees.ages")],
    );
    told(
        "/programmes/0/mentees",
        json!({ "ages": { "min": -1 } }),
        &[(Code::BadSetting, "programmes[0].mentees.ages.min")],
    );
    told(
        "/programmes/0/mentees",
        json!({ "groups": [{ "attribute": "aria", "any_of": "x" }] }),
        &[(Code::UnknownAttribute, "programmes[0].mentees.groups[0].attribute")],
    );
    told(
        "/programmes/0/mentees",
        json!({ "area": { "attribute": "area", "any_of": ["Far More"] } }),
        &[(Code::BadSetting, "programmes[0].mentees.area.any_of")],
    );
    told(
        "/programmes/0/mentees",
        json!({ "area": { "attribute": "area" } }),
        &[(Code::MissingKey, "programmes[0].mentees.area.any_of")],
    );
    told(
        "/programmes/0/mentees",
        json!({ "purposes": ["work"] }),
        &[(Code::UnknownValue, "programmes[0].mentees.purposes")],
    );
    told("/programmes/0/sub_goals", json!(["employment"]), &[(Code::IdlePurpose, "programmes[0].sub_goals")]);
    told("/programmes/1/sub_goals", json!(["employment"]), &[(Code::BadSetting, "programmes[1].sub_goals")]);
}

#[test]
fn weights_are_of_criteria_that_there_are() {
    let weights = "programmes[1].weights";
    told(
        "/programmes/1/weights",
        json!({ "shared_tim": 3 }),
        &[(Code::UnknownValue, "programmes[1].weights.shared_tim")],
    );
    told(
        "/programmes/1/weights",
        json!({ "shared_time": 1001 }),
        &[(Code::BadNumber, "programmes[1].weights.shared_time")],
    );
    told("/programmes/1/weights", json!({ "shared_time": 0 }), &[(Code::BadSetting, weights)]);
    told("/programmes/1/weights", json!([3]), &[(Code::WrongType, weights)]);
    // A factor for the sake of a purpose that no programme has does nothing.
    told(
        "/programmes/0/purpose",
        json!("supportive"),
        &[(Code::BadSetting, "factors[0].sake"), (Code::IdlePurpose, "programmes[0].purpose")],
    );
}

#[test]
fn programmes_and_their_rule_belong_together() {
    told("/rules", json!([]), &[(Code::BadSetting, "programmes")]);
    let mut document = several();
    document["programmes"] = json!([]);
    document["factors"] = json!([]);
    let alone = |issues: &alongside::Issues| issues.iter().map(|one| one.place.to_string()).collect::<Vec<_>>();
    assert_eq!(alone(&raised(&document.to_string())), ["rules[0]"]);
    document["rules"] = json!([]);
    let issues = raised(&document.to_string());
    assert_eq!(issues.iter().filter(|one| one.code == Code::BadSetting).count(), 3, "{issues}");
    assert!(issues.iter().all(|one| one.remedy.contains("[[programmes]]")), "{issues}");
}
