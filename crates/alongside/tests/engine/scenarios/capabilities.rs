//! What makes it hard for somebody to build a relationship asks for a mentor who can meet it, and costs them nothing.

use super::{details, pairs, proposal, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::Obstacle;
use serde_json::{Value, json};

fn settings(rule: &Value) -> Value {
    json!({
        "basis": {
            "relationship_barriers": { "basis": "safeguarding" },
            "needs": { "basis": "disability_support" },
        },
        "rules": [rule],
        "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 1, "why": "So." }],
    })
}

fn listed() -> Value {
    json!({ "rule": "capabilities" })
}

/// A mentor trained in trauma, one who is good at communication, and one of whom nothing is known.
fn mentors() -> Value {
    json!([
        { "id": "Hortensia", "capabilities": "trauma-informed; access", "interests": "kites" },
        { "id": "Osbert", "capabilities": "communication", "interests": "kites" },
        { "id": "Tansy", "interests": "kites" },
    ])
}

#[test]
fn trauma_asks_for_a_trauma_informed_mentor_and_the_refusal_names_what_is_missing() {
    let mentees = json!([{ "id": "Ivo", "relationship_barriers": "trauma", "interests": "kites" }]);
    let outcome = told(&story(&settings(&listed()), mentors(), mentees.clone()));
    assert_eq!(pairs(&outcome), [("Ivo", "Hortensia")]);

    let without = json!([mentors()[1], mentors()[2]]);
    let outcome = told(&story(&settings(&listed()), without, mentees));
    let said = details(&waiting(&outcome, "Ivo").reasons, "capabilities");
    assert_eq!(
        said,
        [(Obstacle::Blank, Some("capabilities"), 1), (Obstacle::CapabilityMissing, Some("trauma-informed"), 1)]
    );
}

#[test]
fn all_that_barriers_and_needs_ask_for_has_to_be_there() {
    let with = |barriers: &str, needs: &str| {
        let mentees = json!([{ "id": "Ivo", "relationship_barriers": barriers, "needs": needs }]);
        let outcome = told(&story(&settings(&listed()), mentors(), mentees));
        outcome.proposals.iter().map(|one| one.mentor.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(with("trauma", "step-free access"), ["Hortensia"]);
    assert_eq!(with("trauma; stammer", ""), Vec::<String>::new());
    assert_eq!(with("", "hearing loss"), ["Osbert"]);
}

#[test]
fn a_programme_says_itself_what_its_words_ask_for() {
    let rule = json!({ "rule": "capabilities", "table": [
        { "need": "trauma", "requires": [] },
        { "need": "school refusal", "requires": ["patience with lateness"] },
    ] });
    let mentors = json!([{ "id": "Osbert", "capabilities": "Patience with lateness" }]);
    let with = |barriers: &str| {
        let mentees = json!([{ "id": "Ivo", "relationship_barriers": barriers }]);
        told(&story(&settings(&rule), mentors.clone(), mentees)).proposals.len()
    };
    assert_eq!((with("trauma"), with("school refusal"), with("anger")), (1, 1, 0));
}

#[test]
fn high_need_lowers_nobodys_place() {
    // The same young person with nothing declared, and with much: the same fit, the same mentor, the same place.
    let with = |barriers: Value| {
        let mentees = json!([
            { "id": "Ana", "interests": "kites", "waiting_since": "2026-06-01" },
            { "id": "Ivo", "interests": "kites", "waiting_since": "2026-05-01", "relationship_barriers": barriers },
        ]);
        let able = json!([{ "id": "Hortensia", "interests": "kites",
            "capabilities": "trauma-informed; communication; regulation" }]);
        told(&story(&settings(&listed()), able, mentees))
    };
    let (little, much) = (with(Value::Null), with(json!("trauma; stammer; anger; neglect; mistrust of adults")));
    assert_eq!(pairs(&little), pairs(&much));
    let (little, much) = (&little.proposals[0], &much.proposals[0]);
    assert_eq!((little.fit, little.tier), (much.fit, much.tier));
}

#[test]
fn who_declares_nothing_is_asked_nothing() {
    let mentees = json!([{ "id": "Ana", "interests": "kites" }]);
    let outcome = told(&story(&settings(&listed()), json!([mentors()[2]]), mentees));
    assert_eq!(proposal(&outcome, "Ana").mentor.as_str(), "Tansy");
}

/// What a volunteer writes of those who need most, and the least that somebody could mean by it.
const AGAINST: [&str; 15] = [
    "avoid relationship_barriers trauma",
    "avoid needs wheelchair",
    "prefer hearing_access yes",
    "avoid interpreter yes",
    "prefer phone yes",
    "prefer device yes",
    "avoid online_supervision no",
    "prefer carer_consent yes",
    "never placement_type secure",
    "never care_status in_care",
    "avoid existing_support mentor",
    "avoid own_network small",
    "avoid hours_per_week 3..",
    "prefer contacts_per_week ..1",
    "never barred_from Nettle Estate",
];

#[test]
fn no_volunteer_can_wish_for_somebody_who_needs_less() {
    for wish in AGAINST {
        let attribute = wish.split(' ').nth(1).unwrap();
        let settings = json!({ "basis": { attribute: { "basis": "safeguarding" } } });
        let mentors = json!([{ "id": "Osbert", "preferences": wish }]);
        let issues = raised(&story(&settings, mentors, json!([{ "id": "Ivo" }])));
        assert_eq!(issues, [IssueCode::BadPreference], "{wish}");
        // What mentees wish of a mentor is theirs.
        let mentees = json!([{ "id": "Ivo", "preferences": wish.replace("never", "avoid") }]);
        told(&story(&settings, json!([{ "id": "Osbert" }]), mentees));
    }
}

#[test]
fn no_criterion_gives_less_to_whoever_needs_more() {
    let criteria = [
        json!({ "criterion": "shared_tags", "attribute": "needs" }),
        json!({ "criterion": "coverage", "mentee_attribute": "needs", "mentor_attribute": "capabilities" }),
        json!({ "criterion": "coverage", "mentee_attribute": "needs", "mentor_attribute": "skills", "unknown": "lowest" }),
        json!({ "criterion": "same_value", "attribute": "hearing_access" }),
        json!({ "criterion": "same_value", "attribute": "care_status" }),
        json!({ "criterion": "level_distance", "attribute": "hours_per_week", "span": 3 }),
        json!({ "criterion": "lookup", "mentee_attribute": "placement_type", "mentor_attribute": "role_type",
            "table": [{ "mentee": "at_home", "mentor": "volunteer", "points": 1000 }] }),
    ];
    for mut criterion in criteria {
        criterion["weight"] = json!(1);
        criterion["why"] = json!("It seemed a good idea.");
        let basis = ["needs", "hearing_access", "placement_type"].map(|key| (key, json!({ "basis": "safeguarding" })));
        let settings = json!({ "basis": serde_json::Map::from_iter(basis.map(|(key, basis)| (key.to_owned(), basis))),
            "criteria": [criterion] });
        let issues = raised(&story(&settings, json!([{ "id": "Osbert" }]), json!([{ "id": "Ivo" }])));
        assert_eq!(issues, [IssueCode::BadSetting], "{criterion}");
    }
}

#[test]
fn what_a_programme_asks_of_disability_by_its_own_name_lowers_nobody_either() {
    let asked = json!({
        "attributes": { "access_needs":
            { "kind": "tags", "sensitivity": "special_category", "protected": "disability" } },
        "basis": { "access_needs": { "basis": "disability_support" } },
    });
    let wish = json!([{ "id": "Osbert", "preferences": "avoid access_needs wheelchair" }]);
    let mut document = story(&asked, wish, json!([{ "id": "Ivo", "access_needs": "wheelchair" }]));
    assert_eq!(raised(&document), [IssueCode::BadPreference]);
    document["mentors"] = json!([{ "id": "Osbert" }]);
    document["criteria"] = json!([{ "criterion": "coverage", "mentee_attribute": "access_needs", "mentor_attribute": "skills",
        "weight": 1, "why": "It seemed a good idea." }]);
    assert_eq!(raised(&document), [IssueCode::BadSetting]);
}

#[test]
fn no_rule_on_bounds_keeps_out_whoever_needs_more() {
    let bounds = [
        ("needs", json!({ "relation": "same" })),
        ("hours_per_week", json!({ "mentee": { "max": 2 } })),
        ("contacts_per_week", json!({ "difference": { "min": 0 } })),
    ];
    for (attribute, mut rule) in bounds {
        rule["rule"] = json!("attribute_bounds");
        rule["attribute"] = json!(attribute);
        rule["why"] = json!("Only the easy ones.");
        let settings = json!({ "basis": { "needs": { "basis": "disability_support" } }, "rules": [rule] });
        let issues = raised(&story(&settings, json!([{ "id": "Osbert" }]), json!([{ "id": "Ivo" }])));
        assert_eq!(issues, [IssueCode::BadSetting], "{attribute}");
    }
}

#[test]
fn a_volunteer_who_refuses_everybody_from_prison_needs_the_programmes_reason() {
    let with = |justified: bool| {
        let reason = json!([{ "attribute": "lived_experience", "reason": "Her brother's case is still being heard." }]);
        let settings = json!({ "basis": { "lived_experience": { "basis": "social_care" } },
            "justifications": if justified { reason } else { json!([]) } });
        let mentors = json!([{ "id": "Tansy", "preferences": "never lived_experience prison" }]);
        story(&settings, mentors, json!([{ "id": "Ana", "lived_experience": "prison" }]))
    };
    assert_eq!(raised(&with(false)), [IssueCode::UnjustifiedWish]);
    assert!(told(&with(true)).proposals.is_empty());
}

#[test]
fn trauma_asks_for_training_that_others_do_not_need() {
    let mut document = story(
        &settings(
            &json!({ "rule": "capabilities", "table": [{ "need": "trauma", "requires": ["trauma awareness"] }] }),
        ),
        json!([
            { "id": "Hortensia", "training": "trauma awareness 2026-05-11", "interests": "kites" },
            { "id": "Osbert", "capabilities": "communication", "interests": "kites" },
            { "id": "Tansy", "training": "trauma awareness 2024-05-11 to 2026-05-10", "capabilities": "access" },
        ]),
        json!([
            { "id": "Ivo", "relationship_barriers": "trauma", "interests": "kites" },
            { "id": "June", "interests": "kites" },
        ]),
    );
    let outcome = told(&document);
    // Hortensia holds it, and nobody asks June's mentor for it.
    assert_eq!(pairs(&outcome), [("Ivo", "Hortensia"), ("June", "Osbert")]);
    assert!(alongside::audit::audit(&crate::support::programme(&document), &outcome).is_clean());
    // Of those left, one has it no more, and one never had it: either could go on the course.
    document["mentors"].as_array_mut().unwrap().remove(0);
    let outcome = told(&document);
    assert_eq!(
        details(&waiting(&outcome, "Ivo").reasons, "capabilities"),
        [(Obstacle::CapabilityMissing, Some("trauma awareness"), 2)]
    );
}

#[test]
fn a_slip_in_what_a_line_requires_is_told() {
    let with = |requires: &str| {
        let rule = json!({ "rule": "capabilities", "table": [{ "need": "fire setting", "requires": [requires] }] });
        raised(&story(&settings(&rule), mentors(), json!([{ "id": "Ivo" }])))
    };
    assert_eq!(with("trauma informed"), [IssueCode::NearMissTerm]);
    assert_eq!(with("regualtion"), [IssueCode::NearMissTerm], "a word of the starting table");
    assert_eq!(with("communication"), []);
    assert_eq!(with("fire safety"), [], "nobody has it, and nobody has anything like it");
}
