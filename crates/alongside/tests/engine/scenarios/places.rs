//! How far a befriender has to come, from a postcode in a cell to the reason in the outcome.

use super::{details, pairs, points, proposal, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::{Because, Obstacle};
use serde_json::{Value, json};

/// Three befrienders: in the same sector, a few kilometres away, and at the other end of the country.
fn befrienders() -> Value {
    json!([
        { "id": "around the corner", "place": "M14 5AA", "max_travel_km": 3, "capacity": 1 },
        { "id": "in the next town", "place": "sk4 1aa", "max_travel_km": 12 },
        { "id": "far north", "place": "ZE1 0AA", "max_travel_km": 40 },
    ])
}

fn rules(more: &Value) -> Value {
    let mut rule = json!({ "rule": "travel" });
    rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "support": "befriending", "rules": [rule, { "rule": "delivery_method", "unknown": "allow" }] })
}

#[test]
fn a_befriender_comes_as_far_as_they_said() {
    let outcome = told(&story(&rules(&json!({})), befrienders(), json!([{ "id": "Perpetua", "place": "M14 5ZZ" }])));
    let perpetua = proposal(&outcome, "Perpetua");
    assert_eq!(perpetua.alternatives.len(), 1, "two can come");
    let north = outcome.idle.iter().find(|one| one.mentor.as_str() == "far north").unwrap();
    assert_eq!(details(&north.reasons, "travel"), [(Obstacle::TooFar, None, 1)]);
    assert_eq!(Obstacle::TooFar.words(None, alongside::domain::Support::Befriending), "too far to travel");
}

#[test]
fn on_the_telephone_nobody_is_too_far() {
    let mut north = befrienders();
    north.as_array_mut().unwrap().drain(..2);
    north[0]["delivery_methods"] = json!(["telephone", "face_to_face"]);
    let wants = |ways: Value| json!([{ "id": "Perpetua", "place": "M14 5ZZ", "delivery_methods": ways }]);
    let outcome = told(&story(&rules(&json!({})), north.clone(), wants(json!(["telephone"]))));
    assert_eq!(pairs(&outcome), [("Perpetua", "far north")]);
    let outcome = told(&story(&rules(&json!({})), north, wants(json!(["face_to_face", "internet"]))));
    assert_eq!(details(&waiting(&outcome, "Perpetua").reasons, "travel"), [(Obstacle::TooFar, None, 1)]);
}

#[test]
fn a_place_that_nobody_knows_is_asked_about_and_never_next_door() {
    let document = |unknown: &str, place: &str| {
        story(&rules(&json!({ "unknown": unknown })), befrienders(), json!([{ "id": "Perpetua", "place": place }]))
    };
    // Well formed, in Northern Ireland, and not in the table.
    assert_eq!(raised(&document("needs_check", "BT1 1AA")), [IssueCode::PlaceUnknown]);
    for place in ["BT1 1AA", ""] {
        let outcome = crate::support::outcome(&document("needs_check", place));
        let perpetua = waiting(&outcome, "Perpetua");
        assert_eq!(details(&perpetua.reasons, "travel"), [(Obstacle::Blank, Some("place"), 3)]);
        assert_eq!(pairs(&crate::support::outcome(&document("allow", place))).len(), 1);
    }
}

#[test]
fn a_mentee_who_travels_is_asked_how_far() {
    let mentee = |reach: Value| json!([{ "id": "Perpetua", "place": "M14 5ZZ", "max_travel_km": reach }]);
    let idle = |reach: Value, who: &str| {
        let outcome = told(&story(&rules(&json!({ "who": who })), befrienders(), mentee(reach)));
        let reasons = outcome.idle.iter().flat_map(|one| details(&one.reasons, "travel"));
        reasons.map(|(obstacle, about, _)| (obstacle, about.map(str::to_owned))).collect::<Vec<_>>()
    };
    let too_far = || (Obstacle::TooFar, None);
    // One kilometre reaches the neighbour alone.
    assert_eq!(idle(json!(1), "mentee"), [too_far(), too_far()]);
    assert_eq!(idle(json!(1), "both"), [too_far(), too_far()]);
    assert_eq!(idle(json!(1), "either"), [too_far()]);
    assert_eq!(idle(json!(2000), "mentee"), []);
    assert_eq!(idle(json!(null), "either"), [(Obstacle::Blank, Some("max_travel_km".to_owned()))]);
}

#[test]
fn the_nearer_fits_better_and_the_outcome_says_whole_kilometres() {
    let settings = json!({
        "criteria": [{ "criterion": "distance", "near_km": 1, "far_km": 11, "weight": 2, "why": "Neighbours." }],
    });
    let document = story(&settings, befrienders(), json!([{ "id": "Perpetua", "place": "M14 5ZZ" }]));
    assert_eq!(raised(&document), [IssueCode::AnswersUnused], "how far they travel, and no rule `travel`");
    let outcome = crate::support::outcome(&document);
    let perpetua = proposal(&outcome, "Perpetua");
    assert_eq!(perpetua.mentor.as_str(), "around the corner");
    assert_eq!(points(perpetua, "distance"), (1000, &Because::DistanceKm(0)));
    let told = |because: Because| because.words(alongside::domain::Support::Befriending);
    assert_eq!(told(Because::DistanceKm(0)), "less than 1 km apart");
    assert_eq!(told(Because::DistanceKm(5)), "about 5 km apart");
    assert_eq!(told(Because::NotInPerson), "they do not meet in person");
}

#[test]
fn the_same_place_is_the_same_however_it_is_written() {
    let settings = json!({
        "criteria": [{ "criterion": "distance", "near_km": 0, "far_km": 5, "weight": 1, "why": "Neighbours." }],
    });
    // One spot in Westminster: latitude and longitude, the national grid, and each as a table.
    let spots = [
        json!("51.5040, -0.1283"),
        json!("51.5040 N, 0.1283 W"),
        json!("E 530000 N 180000"),
        json!("530000 180000"),
        json!({ "easting": 530_000, "northing": 180_000 }),
        json!({ "latitude": 51.504, "longitude": -0.1283 }),
    ];
    for one in &spots {
        for other in &spots {
            let mentors = json!([{ "id": "m", "place": one }]);
            let outcome = told(&story(&settings, mentors, json!([{ "id": "e", "place": other }])));
            assert_eq!(points(&outcome.proposals[0], "distance"), (1000, &Because::DistanceKm(0)), "{one} {other}");
        }
    }
}

#[test]
fn coordinates_reach_beyond_the_table() {
    let settings = json!({
        "criteria": [{ "criterion": "distance", "near_km": 5, "far_km": 2000, "weight": 1, "why": "Neighbours." }],
    });
    // Belfast City Hall and Buckingham Palace, about 519 km apart on the map.
    let mentors = json!([{ "id": "m", "place": "54.5965, -5.9301" }]);
    let outcome = told(&story(&settings, mentors, json!([{ "id": "e", "place": "51.5010, -0.1416" }])));
    let (_, because) = points(&outcome.proposals[0], "distance");
    assert!(matches!(because, Because::DistanceKm(515..=523)), "{because:?}");
}
