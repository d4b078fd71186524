//! Slips of the pen are answered with the word that was probably meant, strangers with what there is.

use super::{raised, sound};
use alongside::input::{keys, nearest};
use serde_json::{Value, json};

fn remedy(change: impl FnOnce(&mut Value)) -> String {
    let mut document = sound();
    change(&mut document);
    let issues = raised(&document.to_string());
    issues.iter().next().unwrap().remedy.clone()
}

#[test]
fn a_slip_is_answered_with_the_nearest_word() {
    type Change = fn(&mut Value);
    let slips: &[(&str, Change)] = &[
        ("seed", |document| document["sede"] = json!(1)),
        ("planned_months", |document| document["planned months"] = json!(6)),
        ("valid_months", |document| {
            document["safeguarding"]["checks"] = json!([{ "name": "DBS", "valid_month": 36 }]);
        }),
        ("waiting_since", |document| document["mentees"][0]["waiting-since"] = json!("2026-01-01")),
        ("befriending", |document| document["support"] = json!("befreinding")),
        ("shared_tags", |document| document["criteria"][0]["criterion"] = json!("shared_tag")),
        ("delivery_method", |document| document["rules"] = json!([{ "rule": "delivery_methods" }])),
        ("needs_check", |document| {
            document["rules"] = json!([{ "rule": "delivery_method", "unknown": "need_check" }]);
        }),
        ("shared_time", |document| document["aim"] = json!({ "first": ["share_time"] })),
        ("hours", |document| document["basis"] = json!({ "hour": { "basis": "consent" } })),
        ("lived_experience", |document| document["basis"] = json!({ "lived_experiences": { "basis": "consent" } })),
        ("prefer", |document| document["mentees"][0]["preferences"] = json!("preferr gender woman")),
        ("consent", |document| document["basis"] = json!({ "ethnicity": { "basis": "concent" } })),
    ];
    for (meant, change) in slips {
        assert_eq!(remedy(change), format!("did you mean `{meant}`?"));
    }
}

#[test]
fn a_stranger_is_answered_with_what_there_is() {
    let told = remedy(|document| document["support"] = json!("advocacy"));
    assert_eq!(told, "it can be: mentoring, befriending");
    let told = remedy(|document| document["mentees"][0]["grade"] = json!("Duke"));
    assert_eq!(told, "it can be: AA, AO");
    let told = remedy(|document| document["mentees"][0]["preferences"] = json!("prefer area Atlantis"));
    assert!(told.contains("Far Moor") && told.contains("Upper Fold"), "{told}");
}

#[test]
fn a_slip_in_what_is_nobodys_business_is_answered_with_the_whole_list() {
    let told = remedy(|document| {
        document["basis"] = json!({ "placement_type": { "basis": "safeguarding" } });
        document["mentees"][0]["placement_type"] = json!("secre");
    });
    assert!(!told.contains("mean") && told.contains("at_home") && told.contains("secure"), "{told}");
    let told = remedy(|document| {
        document["ethnicity"] = json!({ "scheme": "england_wales_2021" });
        document["basis"] = json!({ "ethnicity": { "basis": "not_for_profit_body" } });
        document["mentors"][0]["ethnicity"] = json!("Black Caribbean");
    });
    assert!(!told.contains("mean") && told.contains("Irish") && told.contains("Caribbean"), "{told}");
    // Protected and not sensitive.
    let told = remedy(|document| {
        document["attributes"]["stage"] =
            json!({ "kind": "one_of", "values": ["younger", "older"], "sensitivity": "ordinary", "protected": "age" });
        document["mentees"][0]["stage"] = json!("oldr");
    });
    assert_eq!(told, "it can be: older, younger");
}

#[test]
fn every_key_is_found_from_a_slip_of_one_letter() {
    for section in keys::SECTIONS {
        for key in section.names().filter(|key| key.len() > 4) {
            let mut slipped: Vec<char> = key.chars().collect();
            slipped.swap(1, 2);
            let slipped: String = slipped.into_iter().collect();
            assert_eq!(nearest(&slipped, section.names()), Some(key), "{} in {}", key, section.path);
        }
    }
}
