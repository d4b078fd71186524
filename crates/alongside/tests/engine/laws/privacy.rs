//! Messages name places, never what people wrote.

use crate::support::{Dice, many};
use alongside::{Engine, Issue, Issues, Programme};
use proptest::prelude::*;
use serde_json::{Value, json};

/// In every value that a person of these tests writes.
const CANARY: &str = "zqxwv";

/// A programme with one sound person on each side; ids are canaries too.
fn document(opaque: bool) -> Value {
    let person = |id: &str| {
        json!({
            "id": format!("{CANARY}-{id}"),
            "name": format!("{CANARY} Bellweather"),
            "languages": [format!("{CANARY}ish")],
            "interests": format!("{CANARY}; chess"),
            "gender": format!("{CANARY} woman"),
        })
    };
    json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "opaque_ids": opaque,
        "safeguarding": { "checks": ["Enhanced DBS"] },
        "attributes": {
            "grade": { "kind": "level", "order": ["AA", "AO"], "sensitivity": "ordinary" },
            "hours": { "kind": "number", "sensitivity": "ordinary" },
            "start": { "kind": "date", "sensitivity": "ordinary" },
            "area": { "kind": "one_of", "values": ["Far Moor"], "sensitivity": "ordinary" },
            "trade": { "kind": "tags", "values": ["joinery"], "sensitivity": "ordinary" },
        },
        "rules": [{ "rule": "shared_language" }],
        "mentors": [person("m")],
        "mentees": [person("e")],
    })
}

/// Fields, each with values that cannot be read. Every one holds the canary.
fn faults() -> Vec<(&'static str, Value)> {
    let text = || json!(format!("{CANARY} one"));
    let table = || json!({ "x": CANARY });
    let listed = || json!([{ "x": CANARY }]);
    vec![
        ("id", json!(format!("{CANARY}\u{7}"))),
        ("id", json!(format!("{CANARY}{}", "x".repeat(300)))),
        ("id", table()),
        ("name", table()),
        ("age", text()),
        ("age", listed()),
        ("birth_date", text()),
        ("birth_date", json!(format!("1850-01-01{CANARY}"))),
        ("birth_date", table()),
        ("gender", json!([CANARY, "woman"])),
        ("gender", table()),
        ("languages", listed()),
        ("interests", table()),
        ("delivery_methods", text()),
        ("delivery_methods", json!([CANARY, "telephone"])),
        ("availability", text()),
        ("availability", json!(format!("Mon {CANARY}"))),
        ("availability", json!(format!("Mon 9-{CANARY}"))),
        ("availability", table()),
        ("place", text()),
        ("place", json!([CANARY])),
        ("place", table()),
        ("place", json!({ "latitude": CANARY, "longitude": 2 })),
        ("place", json!({ "easting": 530_000, "northing": 180_000, "note": CANARY })),
        ("place", json!(format!("E 530000 N {CANARY}"))),
        ("max_travel_km", text()),
        ("exclusions", json!(format!("{CANARY}-nobody"))),
        ("exclusions", json!(["zqxwv-a\u{7}"])),
        ("exclusions", json!(["zqxwv-m", "zqxwv-m"])),
        ("exclusions", table()),
        ("known_to", text()),
        ("known_to", table()),
        ("known_to", listed()),
        ("known_to", json!(format!("{CANARY}-nobody kin"))),
        ("known_to", json!([{ "id": "zqxwv-a\u{7}", "relation": "kin" }])),
        ("known_to", json!([{ "id": CANARY, "relation": CANARY }])),
        ("nominated_mentor", json!(format!("{CANARY}-nobody"))),
        ("nominated_mentor", json!(format!("{CANARY}\u{7}"))),
        ("nominated_mentor", table()),
        ("choices", json!(format!("{CANARY}-nobody"))),
        ("choices", json!(["zqxwv-m", "zqxwv-m"])),
        ("capacity", text()),
        ("capacity", listed()),
        ("checks", json!(format!("{CANARY} 2026-01-01 to 2025-01-01"))),
        ("checks", json!(format!("{CANARY} 2026-99-01"))),
        ("checks", json!(format!("{CANARY} 03/04/2026"))),
        ("checks", listed()),
        ("checks", json!([{ "name": CANARY, "issued": { "x": CANARY } }])),
        ("checks", json!(7)),
        ("training", json!([[CANARY]])),
        ("waiting_since", text()),
        ("waiting_since", json!(format!("{CANARY}/04/2026"))),
        ("priority_tier", text()),
        ("priority_tier", table()),
        ("preferences", json!(CANARY)),
        ("preferences", json!(format!("{CANARY} gender woman"))),
        ("preferences", json!(format!("prefer age {CANARY}"))),
        ("preferences", json!(format!("prefer area {CANARY}"))),
        ("preferences", json!(format!("must grade {CANARY}"))),
        ("preferences", json!(format!("prefer hours 5..{CANARY}"))),
        ("preferences", json!(format!("must gender {CANARY}"))),
        ("preferences", json!(format!("never age 25..40 {CANARY}"))),
        ("preferences", listed()),
        ("preferences", json!([{ "attribute": "gender", "strength": CANARY, "value": CANARY }])),
        ("preferences", json!([{ "attribute": "age", "strength": "prefer", "value": [CANARY] }])),
        ("consent", listed()),
        ("consent", json!(format!("ethnicity {CANARY}"))),
        ("consent_withdrawn", json!(format!("lived_experience {CANARY}"))),
        ("ethnicity", json!(CANARY)),
        ("lived_experience", json!(CANARY)),
        ("monitoring", json!({ "ethnicity": { "x": CANARY } })),
        ("monitoring", json!({ "ethnicity": [CANARY] })),
        ("grade", text()),
        ("grade", listed()),
        ("hours", text()),
        ("hours", json!(format!("3.0001{CANARY}"))),
        ("start", text()),
        ("area", text()),
        ("trade", json!([CANARY, "joinery"])),
    ]
}

/// Attributes that somebody's wish or consent names: what stands in a cell is that person's, also where a word of the
/// vocabulary should stand.
fn misnamed() -> Vec<(&'static str, Value)> {
    vec![
        ("preferences", json!(format!("prefer {CANARY} same"))),
        ("preferences", json!([{ "attribute": CANARY, "strength": "must", "value": "same" }])),
        ("consent", json!(CANARY)),
        ("consent_withdrawn", json!(format!("{CANARY} 2026-01-01"))),
    ]
}

fn issues(document: &Value) -> Issues {
    match Programme::from_json(&document.to_string()) {
        Ok(built) => built.warnings,
        Err(issues) => issues,
    }
}

/// Everything that a message prints or carries, the person apart: ids that are said to tell nothing may be named.
fn told(issue: &Issue, opaque: bool) -> String {
    let mut issue = issue.clone();
    issue.place.person = None;
    if opaque {
        for side in ["m", "e"] {
            issue.message = issue.message.replace(&format!("{CANARY}-{side}"), "");
        }
    }
    format!("{issue} {issue:?} {}", serde_json::to_string(&issue).unwrap()).to_lowercase()
}

fn silent(document: &Value, opaque: bool, faulty: bool) {
    let issues = issues(document);
    assert!(!faulty || !issues.is_empty(), "no issue: {document:#}");
    for issue in &issues {
        assert!(!told(issue, opaque).contains(CANARY), "{issue}\n{document:#}");
        assert!(opaque || issue.place.person.is_none(), "{issue}");
    }
}

#[test]
fn no_message_tells_what_somebody_wrote() {
    for opaque in [false, true] {
        for side in ["mentors", "mentees"] {
            for (field, value) in faults() {
                let mut document = document(opaque);
                document[side][0][field] = value;
                silent(&document, opaque, true);
            }
        }
    }
}

#[test]
fn nor_a_word_that_should_have_been_an_attribute() {
    for (field, value) in misnamed() {
        let mut document = document(false);
        document["mentees"][0][field] = value;
        silent(&document, false, true);
    }
}

#[test]
fn nor_of_two_people_with_one_id() {
    let mut document = document(false);
    let mut again = document["mentees"][0].clone();
    document["mentees"].as_array_mut().unwrap().push(again.clone());
    again["id"] = format!("{CANARY}-E").into();
    document["mentees"].as_array_mut().unwrap().push(again);
    document["decisions"] = json!([{
        "mentee": format!("{CANARY}-x"), "attribute": "age", "by": CANARY, "on": CANARY, "reason": CANARY,
    }, {
        "decision": "keep", "mentee": format!("{CANARY}-x"), "mentor": CANARY, "by": CANARY, "on": "2026-08-01",
        "reason": CANARY,
    }, { "decision": CANARY, "mentee": CANARY, "by": CANARY, "on": "2026-08-01", "reason": CANARY }]);
    let pair = json!({
        "mentor": format!("{CANARY}-y"), "mentee": format!("{CANARY}-E"), "status": CANARY, "started": CANARY,
        "ended": CANARY, "again": CANARY,
    });
    let current = json!({ "mentor": CANARY, "mentee": format!("{CANARY}-E") });
    document["relationships"] = json!([pair, current, current]);
    silent(&document, false, true);
}

#[test]
fn ids_are_named_only_where_they_are_declared_opaque() {
    let mut named = 0;
    for (field, value) in faults().into_iter().filter(|(field, _)| *field != "id") {
        let mut document = document(true);
        document["mentees"][0][field] = value;
        for issue in &issues(&document) {
            let person = issue.place.person.as_ref().map(ToString::to_string);
            assert!(person.as_ref().is_none_or(|person| *person == format!("{CANARY}-e")), "{issue}");
            named += usize::from(person.is_some());
        }
    }
    assert!(named > 30, "{named}");
}

#[test]
fn broken_notation_tells_no_value_either() {
    let toml = [
        format!("name = {CANARY}"),
        format!("name = \"x\"\n[[mentees]]\nid = {CANARY}\n"),
        format!("name = \"{CANARY}\n"),
        format!("[[mentees]]\nid = \"{CANARY}\" \"{CANARY}\"\n"),
        format!("[[mentees]]\nid = 12{CANARY}\n"),
        format!("[[mentees]]\nid = 2026-01-{CANARY}\n"),
        format!("[[mentees]]\nid = [{CANARY}, {{ {CANARY}\n"),
        format!("[[mentees]]\nid = \"\\{CANARY}\"\n"),
        format!("[[mentees]]\nid = tru{CANARY}\n"),
        format!("[[mentees]]\nid = '''{CANARY}\n"),
    ];
    for text in &toml {
        let issues = Programme::from_toml(text).unwrap_err();
        assert!(issues.iter().all(|issue| !told(issue, false).contains(CANARY)), "{issues}\n{text}");
    }
    for text in [format!("{{\"name\": {CANARY}}}"), format!("{{\"name\": \"{CANARY}"), format!("[\"{CANARY}\\q\"]")] {
        let issues = Programme::from_json(&text).unwrap_err();
        assert!(issues.iter().all(|issue| !told(issue, false).contains(CANARY)), "{issues}\n{text}");
        let fault = alongside::Outcome::from_json(&text).unwrap_err();
        assert!(!fault.to_string().contains(CANARY), "{fault}");
    }
}

#[test]
fn an_error_of_the_run_tells_no_id() {
    let mut document = document(false);
    document["mentees"][0]["id"] = "e".into();
    let programme = crate::support::programme(&document);
    let id = |text: &str| alongside::domain::PersonId::new(text).unwrap();
    let nobody = Engine::new().explain(&programme, &id(CANARY), None).unwrap_err();
    assert!(!nobody.to_string().contains(CANARY), "{nobody}");
    let nobody = Engine::new().explain(&programme, &id("e"), Some(&id(CANARY))).unwrap_err();
    assert!(!nobody.to_string().contains(CANARY), "{nobody}");
}

#[test]
fn neither_a_finding_nor_the_outcome_tells_a_name() {
    let mut document = document(false);
    document["safeguarding"] = json!({ "checks": [], "why": "A public room." });
    let programme = crate::support::programme(&document);
    let mut outcome = Engine::new().run(&programme).unwrap();
    let name = format!("{CANARY} Bellweather");
    assert!(!outcome.to_json().contains(&name));
    outcome.proposals[0].fit += 1;
    outcome.proposals[0].contributions.push(alongside::outcome::Contribution {
        counted_as: Vec::new(),
        criterion: "luck".into(),
        points: 1,
        weight: 1,
        own_weight: None,
        contribution: 1,
        mentee_share: 1,
        mentor_share: 0,
        because: alongside::outcome::Because::Shared(vec!["chess".into()]),
    });
    outcome.unmatched.clear();
    outcome.idle.clear();
    let found = alongside::audit::audit(&programme, &outcome).findings;
    assert!(found.len() > 1);
    for finding in &found {
        // Whom it concerns stands in fields of its own.
        assert!(!finding.message.contains(CANARY) && !finding.to_string().contains(CANARY), "{finding}");
    }
}

proptest! {
    #![proptest_config(many(300))]

    /// Several faults at once, on both sides.
    #[test]
    fn nor_do_many_faults_together(dice in any::<u64>(), opaque in any::<bool>()) {
        let mut document = document(opaque);
        let mut dice = Dice::new(dice);
        for side in ["mentors", "mentees"] {
            for _ in 0..dice.roll(5) {
                let (field, value) = dice.pick(&faults());
                document[side][0][field] = value;
            }
        }
        silent(&document, opaque, false);
    }
}
