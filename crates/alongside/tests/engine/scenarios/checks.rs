//! Nobody is matched with a mentor whose checks are not in order for the whole planned period, whatever the fit.

use super::{details, id, pairs, story, told, waiting};
use crate::support::programme;
use alongside::Engine;
use alongside::outcome::Obstacle;
use serde_json::{Value, json};

/// Five volunteers of whom each misses the check in a way of their own, and one mentee who fits all of them.
fn five(checks: &Value) -> Value {
    let volunteer = |id: &str, held: &str| json!({ "id": id, "interests": "chess", "checks": held });
    story(
        &json!({
            "safeguarding": { "checks": checks },
            "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 1000,
                "why": "However much they share." }],
        }),
        json!([
            volunteer("expired", "enhanced dbs 2023-01-10 to 2026-11-01"),
            volunteer("expiring", "Enhanced DBS 2024-05-02 to 2027-05-01"),
            volunteer("no end on record", "enhanced DBS 2026-01-01"),
            volunteer("nothing on record", "two references 2026-01-01"),
            volunteer("starts tomorrow", "enhanced dbs 2026-11-03 to 2029-11-02"),
        ]),
        json!([{ "id": "Ludovic", "interests": "chess" }]),
    )
}

#[test]
fn each_way_of_missing_a_check_is_named_and_none_is_matched() {
    let outcome = told(&five(&json!(["Enhanced DBS"])));
    assert_eq!(pairs(&outcome), []);
    let ludovic = waiting(&outcome, "Ludovic");
    let about = Some("Enhanced DBS");
    assert_eq!(
        details(&ludovic.reasons, "checks"),
        [
            (Obstacle::NotRecorded, about, 1),
            (Obstacle::ExpiryUnknown, about, 1),
            (Obstacle::NotYetIssued, about, 1),
            (Obstacle::Expired, about, 1),
            (Obstacle::ExpiresInPeriod, about, 1),
        ]
    );
    // Unknown is not refused: two of the five may be settled by looking a document up.
    let checks = &ludovic.reasons[0];
    assert_eq!((checks.refused, checks.needs_check, checks.alone), (3, 2, 5));
    assert_eq!((ludovic.asked.refused, ludovic.asked.needs_check), (3, 2));
    assert!(!ludovic.servable);
    assert!(outcome.idle.iter().all(|one| &*one.reasons[0].rule == "checks"));
}

#[test]
fn whoever_holds_a_higher_check_holds_the_lower_one() {
    let with = |wanted: &str, held: &str| {
        let mut document = five(&json!([wanted]));
        document["mentors"] = json!([{ "id": "Vi", "checks": format!("{held} 2026-01-05 to 2029-01-04") }]);
        pairs(&told(&document)).len()
    };
    assert_eq!(with("enhanced DBS", "enhanced DBS with children's barred list"), 1);
    assert_eq!(with("basic DBS", "enhanced DBS"), 1);
    assert_eq!(with("enhanced DBS with children's barred list", "enhanced DBS"), 0);
    assert_eq!(with("enhanced DBS", "AccessNI enhanced"), 0, "of another body");
}

#[test]
fn a_check_valid_to_the_last_planned_day_is_enough() {
    let mut document = five(&json!(["Enhanced DBS"]));
    document["mentors"][1]["checks"] = "Enhanced DBS 2024-05-02 to 2027-05-02".into();
    assert_eq!(pairs(&told(&document)), [("Ludovic", "expiring")]);
}

#[test]
fn a_shorter_plan_makes_room_for_a_check_that_ends_soon() {
    let mut document = five(&json!(["Enhanced DBS"]));
    document["planned_months"] = 5.into();
    assert_eq!(pairs(&told(&document)), [("Ludovic", "expiring")]);
}

#[test]
fn declared_months_stand_in_for_an_end_that_is_not_on_record() {
    // Issued on 1 January 2026: valid to 1 May 2027 with 16 months, to 1 June 2027 with 17.
    let with = |months: i64| told(&five(&json!([{ "name": "Enhanced DBS", "valid_months": months }])));
    assert_eq!(pairs(&with(16)), []);
    assert_eq!(pairs(&with(17)), [("Ludovic", "no end on record")]);
}

#[test]
fn a_renewed_check_counts_beside_the_old_one() {
    let mut document = five(&json!(["Enhanced DBS"]));
    document["mentors"][0]["checks"] =
        json!(["enhanced dbs 2023-01-10 to 2026-11-01", "enhanced dbs 2026-10-20 to 2029-10-19"]);
    assert_eq!(pairs(&told(&document)), [("Ludovic", "expired")]);
}

#[test]
fn training_without_an_end_does_not_lapse() {
    let document = story(
        &json!({ "safeguarding": { "checks": [], "why": "A public room.",
            "training": ["induction", { "name": "First Aid", "valid_months": 12 }] } }),
        json!([
            { "id": "both in order", "training": "Induction 2019-01-01; first aid 2025-11-02" },
            { "id": "first aid lapsed", "training": "induction; first aid 2025-11-01" },
            { "id": "no induction", "training": "first aid 2026-01-01" },
        ]),
        json!([{ "id": "Winnie" }, { "id": "Idris" }]),
    );
    let outcome = told(&document);
    assert_eq!(outcome.proposals.len(), 1);
    assert_eq!(outcome.proposals[0].mentor.as_str(), "both in order");
    assert_eq!(
        details(&outcome.unmatched[0].reasons, "training"),
        [(Obstacle::NotRecorded, Some("induction"), 1), (Obstacle::Expired, Some("First Aid"), 1)]
    );
}

#[test]
fn whoever_lacks_two_things_is_told_of_both_at_once() {
    let document = story(
        &json!({ "safeguarding": { "checks": ["enhanced DBS", "two references"], "training": ["induction"] } }),
        json!([{ "id": "m", "training": "induction 2026-01-05" }]),
        json!([{ "id": "e" }]),
    );
    let said = Engine::new().explain(&programme(&document), &id("e"), Some(&id("m"))).unwrap().pair.unwrap();
    let checks = said.verdicts.iter().find(|one| &*one.rule == "checks").unwrap();
    assert_eq!(checks.about.as_deref(), Some("enhanced DBS"));
    let further: Vec<_> = checks.further.iter().map(|one| (one.obstacle, one.about.as_deref())).collect();
    assert_eq!(further, [(Obstacle::NotRecorded, Some("two references"))]);
    assert!(said.verdicts.iter().filter(|one| &*one.rule != "checks").all(|one| one.further.is_empty()));
}
