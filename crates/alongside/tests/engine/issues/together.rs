//! All problems are told at once.

use super::{codes, raised, sound};
use alongside::IssueCode as Code;
use serde_json::json;

#[test]
fn twelve_faults_of_twelve_kinds_are_all_told() {
    let mut document = sound();
    document["sede"] = json!(7);
    document["support"] = json!("advocacy");
    document["planned_months"] = json!(0);
    document["safeguarding"] = json!({});
    document["basis"] = json!({ "ethnicity": { "basis": "equality_monitoring" } });
    document["rules"] = json!([{ "rule": "age_bounds", "mentor": { "min": 18 } }]);
    document["criteria"][0] = json!({ "criterion": "shared_tags", "attribute": "gender", "weight": 1, "why": "So." });
    document["mentors"][0] = json!({ "id": "m1", "capacity": -1, "availability": "whenever" });
    document["mentors"][1] = json!({ "id": "m1" });
    document["mentees"][0] = json!({ "id": "e1", "exclusions": "nobody", "waiting_since": "2026-13-01" });
    document["mentees"][1] = json!({ "id": "e2", "preferences": "must gender" });
    let mut told = codes(&raised(&document.to_string()));
    told.sort();
    let mut meant = [
        Code::UnknownKey,
        Code::UnknownValue,
        Code::BadNumber,
        Code::SafeguardingMissing,
        Code::BasisNotUsable,
        Code::MissingReason,
        Code::AttributeKind,
        Code::BadCapacity,
        Code::BadAvailability,
        Code::DuplicateId,
        Code::DanglingId,
        Code::BadDate,
        Code::BadPreference,
    ];
    meant.sort();
    assert_eq!(told, meant);
}

#[test]
fn warnings_travel_with_errors() {
    let mut document = sound();
    document["criteria"] = json!([]);
    document["mentees"][1]["id"] = json!("E1");
    document["mentors"][0]["capacity"] = json!("two");
    let issues = raised(&document.to_string());
    assert_eq!(codes(&issues), [Code::NoCriteria, Code::BadCapacity, Code::LookalikeId]);
    assert_eq!(issues.to_string().lines().count(), 3);
}

#[test]
fn everybody_with_the_same_fault_is_told() {
    let mut document = sound();
    document["mentees"] = (0..40).map(|at| json!({ "id": format!("e{at}"), "age": "?" })).collect();
    let issues = raised(&document.to_string());
    let places: Vec<String> = issues.iter().map(|issue| issue.place.to_string()).collect();
    let meant: Vec<String> = (0..40).map(|at| format!("mentees[{at}].age")).collect();
    assert_eq!(places, meant);
}

#[test]
fn without_a_day_of_the_programme_no_birth_date_is_at_fault() {
    let mut document = sound();
    document["as_of"] = "2.11.26".into();
    document["mentors"][0]["birth_date"] = "1980-05-01".into();
    document["mentees"][0]["birth_date"] = "2009-05-01".into();
    assert_eq!(codes(&raised(&document.to_string())), [Code::BadDate]);
    document["as_of"] = "2026-11-02".into();
    document["mentees"][0]["birth_date"] = "2109-05-01".into();
    assert_eq!(codes(&raised(&document.to_string())), [Code::BadAge]);
}
