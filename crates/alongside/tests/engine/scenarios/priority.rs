//! Who comes first, and why: where somebody lives, what is about to change, how long they were promised to wait.

use super::{proposal, raised, story, told, waiting};
use crate::support;
use alongside::IssueCode;
use alongside::outcome::LevelName;
use serde_json::{Value, json};

fn young_people(settings: &Value, mentees: Value) -> Value {
    let mut document = story(settings, json!([{ "id": "Hortensia" }]), mentees);
    document["basis"] = json!({ "placement_type": { "basis": "social_care" } });
    document["aim"]["tiers"] = 3.into();
    document
}

#[test]
fn a_young_person_in_a_childrens_home_comes_before_one_in_a_foster_family() {
    let document = young_people(
        &json!({ "aim": { "standard_priority": true } }),
        json!([
            { "id": "foster", "placement_type": "foster", "care_status": "in_care", "waiting_since": "2025-01-10" },
            { "id": "home", "placement_type": "residential", "care_status": "in_care" },
            { "id": "elsewhere", "placement_type": "at_home" },
        ]),
    );
    let outcome = told(&document);
    let home = proposal(&outcome, "home");
    assert_eq!((home.tier, home.tier_by.as_deref()), (1, Some("placement")));
    let foster = waiting(&outcome, "foster");
    assert_eq!((foster.tier, foster.tier_by.as_deref()), (2, Some("in_care")));
    let elsewhere = waiting(&outcome, "elsewhere");
    assert_eq!((elsewhere.tier, elsewhere.tier_by.as_deref()), (3, None));
    let by: Vec<_> = outcome.priority.iter().map(|ground| (&*ground.id, ground.tier, ground.mentees)).collect();
    assert_eq!(by, [("placement", 1, 1), ("leaving_care", 1, 0), ("in_care", 2, 1)]);
    let words = outcome.priority[0].words();
    assert_eq!(
        words,
        "tier 1 by placement: People who live without a family around them tend to be the most isolated."
    );
}

#[test]
fn leaving_care_this_winter_is_a_reason_and_leaving_it_in_two_years_is_not_yet_one() {
    let soon = json!([{ "tier": 1, "attribute": "transition_date", "within_days": 120,
        "why": "The first months alone are the hardest." }]);
    let document = young_people(
        &json!({ "priority": soon }),
        json!([
            { "id": "left already", "transition_date": "2026-11-01" },
            { "id": "on the day", "transition_date": "2026-11-02" },
            { "id": "the last day that counts", "transition_date": "2027-03-02" },
            { "id": "a day later", "transition_date": "2027-03-03" },
        ]),
    );
    let outcome = told(&document);
    let tiers: Vec<(&str, u8)> =
        ["left already", "a day later"].into_iter().map(|id| (id, waiting(&outcome, id).tier)).collect();
    assert_eq!(tiers, [("left already", 3), ("a day later", 3)]);
    assert_eq!(outcome.totals.tiers[0].mentees, 2);
}

#[test]
fn whoever_has_nearly_waited_as_long_as_was_promised_moves_up() {
    let promise = json!([{ "tier": 1, "promised_days": 180, "within_days": 30,
        "why": "Nobody is to wait longer than half a year." }]);
    let document = young_people(
        &json!({ "priority": promise }),
        json!([
            // 150 days before the second of November.
            { "id": "nearly", "waiting_since": "2026-06-05" },
            { "id": "a day less", "waiting_since": "2026-06-06", "priority_tier": 2 },
            { "id": "nobody knows since when" },
        ]),
    );
    let outcome = told(&document);
    let nearly = proposal(&outcome, "nearly");
    assert_eq!((nearly.tier, nearly.tier_by.as_deref()), (1, Some("promised_wait")));
    let less = waiting(&outcome, "a day less");
    assert_eq!((less.tier, less.tier_by.as_deref()), (2, None));
    assert_eq!(waiting(&outcome, "nobody knows since when").tier, 3);
    let ground = &outcome.priority[0];
    assert_eq!(ground.words(), "tier 1 by promised_wait of 180 days: Nobody is to wait longer than half a year.");
}

#[test]
fn a_ground_never_puts_anybody_in_a_later_tier() {
    let need = json!([
        { "tier": 2, "attribute": "needs", "value": ["memory"], "why": "They tire of new faces." },
        { "tier": 2, "id": "old", "attribute": "age", "value": "80..", "why": "Time is short." },
    ]);
    let mut document = young_people(
        &json!({ "priority": need }),
        json!([
            { "id": "given the first", "needs": ["memory"], "priority_tier": 1 },
            { "id": "both", "needs": ["memory"], "age": 91 },
            { "id": "one", "age": 80 },
            { "id": "neither", "age": 79 },
        ]),
    );
    document["basis"]["needs"] = json!({ "basis": "disability_support" });
    let outcome = told(&document);
    let given = proposal(&outcome, "given the first");
    assert_eq!((given.tier, given.tier_by.as_deref()), (1, None));
    let by = |id: &str| waiting(&outcome, id).tier_by.as_deref().map(str::to_owned);
    // The first of two that give the same tier is named.
    assert_eq!(by("both").as_deref(), Some("needs"));
    assert_eq!(by("one").as_deref(), Some("old"));
    assert_eq!(by("neither"), None);
    // Both tell of protected characteristics: their reasons are on record.
    let recorded = format!("{:?}", outcome.records);
    assert!(recorded.contains("They tire of new faces.") && recorded.contains("Time is short."), "{recorded}");
}

#[test]
fn a_word_of_the_vocabulary_stands_for_the_broader_one_in_a_ground() {
    let mut document = young_people(
        &json!({ "priority": [{ "tier": 1, "attribute": "goals", "value": "housing", "why": "A roof comes first." }],
            "terms": [{ "term": "first flat", "parent": "housing" }, { "term": "own place", "canonical": "first flat" }] }),
        json!([{ "id": "flat", "goals": ["own place"] }, { "id": "work", "goals": ["work"] }]),
    );
    document["aim"]["tiers"] = 2.into();
    assert_eq!(proposal(&told(&document), "flat").tier_by.as_deref(), Some("goals"));
}

#[test]
fn the_longest_wait_counts_within_the_tier_that_a_ground_gives() {
    let mut document = young_people(
        &json!({ "aim": { "standard_priority": true, "longest_waiting_first": true } }),
        json!([
            { "id": "new in a home", "placement_type": "residential", "waiting_since": "2026-10-20" },
            { "id": "long in a home", "placement_type": "secure", "waiting_since": "2026-03-01" },
            { "id": "longest of all, with an aunt", "placement_type": "kinship", "waiting_since": "2024-03-01" },
        ]),
    );
    document["mentees"][0]["choices"] = json!(["Hortensia"]);
    let outcome = told(&document);
    let served: Vec<&str> = outcome.proposals.iter().map(|one| one.mentee.as_str()).collect();
    assert_eq!(served, ["long in a home"]);
    let names: Vec<LevelName> = outcome.levels.iter().map(|level| level.level.clone()).collect();
    let at = |name: &LevelName| names.iter().position(|one| one == name).unwrap();
    assert_eq!(at(&LevelName::DaysWaited), at(&LevelName::PeopleServed) + 1);
}

#[test]
fn what_makes_no_sense_as_a_ground_is_told() {
    let with = |ground: Value| {
        let mut document = young_people(&json!({}), json!([{ "id": "e" }]));
        document["basis"] = json!({});
        document["priority"] = json!([ground]);
        raised(&document)
    };
    let why = "It was agreed.";
    assert_eq!(with(json!({ "tier": 4, "attribute": "goals", "value": "x", "why": why })), [IssueCode::BadTier]);
    assert_eq!(with(json!({ "tier": 1, "attribute": "goals", "why": why })), [IssueCode::MissingKey]);
    let both = json!({ "tier": 1, "attribute": "goals", "value": "x", "promised_days": 9, "why": why });
    assert_eq!(with(both), [IssueCode::BadSetting, IssueCode::BadSetting]);
    let all = json!({ "tier": 1, "promised_days": 9, "within_days": 9, "why": why });
    assert_eq!(with(all), [IssueCode::BadSetting]);
    let no_date = json!({ "tier": 1, "attribute": "goals", "within_days": 9, "why": why });
    assert_eq!(with(no_date), [IssueCode::AttributeKind]);
    let no_such = json!({ "tier": 1, "attribute": "care_status", "value": "lost", "why": why });
    assert_eq!(with(no_such), [IssueCode::BadSetting]);
    let no_basis = json!({ "tier": 1, "attribute": "placement_type", "value": "secure", "why": why });
    assert_eq!(with(no_basis), [IssueCode::MissingBasis]);
    let mut twice = young_people(&json!({}), json!([{ "id": "e" }]));
    let promise = json!({ "tier": 1, "promised_days": 9, "why": why });
    twice["priority"] = json!([promise, promise]);
    assert_eq!(raised(&twice), [IssueCode::DuplicateName]);
    let mut one_tier = young_people(&json!({ "aim": { "standard_priority": true } }), json!([{ "id": "e" }]));
    one_tier["aim"]["tiers"] = 1.into();
    assert_eq!(raised(&one_tier), [IssueCode::BadSetting]);
    let aim = json!({ "aim": { "quality": "stable", "longest_waiting_first": true } });
    assert_eq!(raised(&young_people(&aim, json!([{ "id": "e" }]))), [IssueCode::BadSetting]);
}

#[test]
fn the_answer_to_why_names_the_ground() {
    let document = young_people(
        &json!({ "aim": { "standard_priority": true } }),
        json!([{ "id": "home", "placement_type": "residential" }, { "id": "other" }]),
    );
    let programme = support::programme(&document);
    let asked = |id: &str| alongside::Engine::new().explain(&programme, &super::id(id), None).unwrap().ground;
    assert_eq!(asked("home").map(|ground| ground.id.to_string()).as_deref(), Some("placement"));
    assert_eq!(asked("other"), None);
}

#[test]
fn starting_early_in_childhood_is_a_ground_of_its_own() {
    let document = story(
        &json!({
            "aim": { "tiers": 2 },
            "priority": [{ "under_age": 12, "tier": 1, "why": "Support that begins in childhood lasts longest." }],
        }),
        json!([{ "id": "Agnes" }]),
        json!([{ "id": "Bela", "age": 16, "waiting_since": "2026-01-05" }, { "id": "Coral", "age": 11 }]),
    );
    let outcome = told(&document);
    let proposed = &outcome.proposals[0];
    assert_eq!((proposed.mentee.as_str(), proposed.tier_by.as_deref()), ("Coral", Some("under_age")));
    let mut later = document;
    later["mentees"][1]["age"] = 12.into();
    assert_eq!(told(&later).totals.tiers[0].mentees, 0, "from the twelfth birthday on it holds no more");
    later["priority"][0]["attribute"] = "age".into();
    assert_eq!(raised(&later), [IssueCode::BadSetting]);
}
