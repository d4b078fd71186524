//! One fault a code, told at its place; mended, nothing is told.

use super::{codes, raised, sound};
use alongside::{IssueCode, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A document with one fault.
pub(super) struct Case {
    code: IssueCode,
    /// Path in the document, or the person's field where no path fits.
    place: &'static str,
    /// JSON pointer to what is changed, and the faulty value.
    fault: (&'static str, Value),
    /// The value that mends it; none where taking it out does.
    mended: Option<Value>,
    /// What else both documents have.
    given: Vec<(&'static str, Value)>,
}

/// Puts the value at the pointer; its last part may be a new key.
fn put(document: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    match parent {
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        table => table[key] = value,
    }
}

fn take_out(document: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
}

pub(super) fn case(code: IssueCode, place: &'static str, fault: (&'static str, Value), mended: Option<Value>) -> Case {
    Case { code, place, fault, mended, given: Vec::new() }
}

impl Case {
    pub(super) fn given(mut self, pointer: &'static str, value: Value) -> Self {
        self.given.push((pointer, value));
        self
    }

    fn check(&self) {
        let mut document = sound();
        self.given.iter().for_each(|(pointer, value)| put(&mut document, pointer, value.clone()));
        let (pointer, value) = &self.fault;
        let mut broken = document.clone();
        if value.is_null() {
            take_out(&mut broken, pointer);
        } else {
            put(&mut broken, pointer, value.clone());
        }
        let issues = raised(&broken.to_string());
        assert_eq!(codes(&issues), [self.code], "{issues}");
        let issue = issues.iter().next().unwrap();
        let place = issue.place.path.as_deref().or(issue.place.field.as_deref());
        assert_eq!(place, Some(self.place), "{issue}");
        assert_eq!(issue.severity, self.code.severity());
        assert_eq!(issues.has_errors(), self.code.severity() == Severity::Error);
        assert!(!issue.message.trim().is_empty() && !issue.remedy.trim().is_empty(), "{issue}");
        assert!(!issue.message.ends_with('.') && issue.message.chars().next().is_some_and(|c| !c.is_uppercase()));

        match &self.mended {
            Some(value) => put(&mut document, pointer, value.clone()),
            None => take_out(&mut document, pointer),
        }
        let issues = raised(&document.to_string());
        assert!(issues.is_empty(), "{} mended: {issues}", self.code);
    }
}

/// Every case.
fn all() -> impl Iterator<Item = Case> {
    cases().into_iter().chain(super::words::words_and_scores())
}

/// A table in which the only row for children in Scotland is about these ways of meeting.
fn scottish_row(methods: &Value) -> Value {
    json!({ "nation": "scotland", "mentees": "children", "days_in_30": 1, "table": [
        { "row": "scotland-children", "mentees": "children", "methods": methods, "source": "minute 3" },
    ] })
}

/// The rule `capabilities` with lines about these needs.
fn capable(needs: &[&str]) -> Value {
    let line = |need: &&str| json!({ "need": need, "requires": "patience" });
    json!([{ "rule": "capabilities", "table": needs.iter().map(line).collect::<Vec<_>>() }])
}

fn belief(sensitivity: &str) -> Value {
    json!({ "kind": "one_of", "sensitivity": sensitivity, "protected": "religion_or_belief" })
}

fn coverage() -> Value {
    json!({ "criterion": "coverage", "id": "c", "weight": 1, "why": "Yes." })
}

/// A table with two rows, the second of that name.
fn twice(name: &str) -> Value {
    let row = |name: &str| json!({ "row": name, "mentees": "adults", "source": "minute 4" });
    json!({ "nation": "wales", "mentees": "adults", "days_in_30": 4, "table": [row("ours"), row(name)] })
}

/// At least one for each code that reading a document can raise, texts that are no document apart.
fn cases() -> Vec<Case> {
    use IssueCode as Code;
    let tags = |weight: i64| json!([{ "criterion": "shared_tags", "attribute": "interests", "weight": weight, "why": "To begin with." }]);
    let bounds = |why: Option<&str>| json!([{ "rule": "age_bounds", "mentor": { "min": 18 }, "why": why }]);
    let consent = json!({ "ethnicity": { "basis": "consent" } });
    vec![
        case(
            Code::LimitExceeded,
            "aim.first",
            ("/aim", json!({ "first": names(13) })),
            Some(json!({ "first": names(12) })),
        )
        .given("/criteria", many_criteria(13)),
        case(Code::UnknownKey, "sede", ("/sede", json!(7)), None),
        case(Code::UnknownKey, "mentors[0].gendre", ("/mentors/0/gendre", json!("woman")), None),
        case(Code::UnknownKey, "safeguarding.cheks", ("/safeguarding/cheks", json!([])), None),
        case(Code::MissingKey, "name", ("/name", Value::Null), Some(json!("Second Wind"))),
        case(
            Code::MissingKey,
            "safeguarding.activity.nation",
            ("/safeguarding/activity", json!({ "mentees": "adults", "days_in_30": 4 })),
            Some(json!({ "nation": "wales", "mentees": "adults", "days_in_30": 4 })),
        ),
        case(
            Code::UnknownValue,
            "safeguarding.activity.mentees",
            ("/safeguarding/activity", json!({ "nation": "wales", "mentees": ["adults", "childen"], "days_in_30": 4 })),
            Some(json!({ "nation": "wales", "mentees": ["adults", "children"], "days_in_30": 4 })),
        ),
        case(
            Code::BadSetting,
            "safeguarding.activity.mentees",
            (
                "/safeguarding/activity",
                json!({ "nation": "wales", "mentees": ["adults", "adults_receiving_care"], "days_in_30": 4 }),
            ),
            Some(json!({ "nation": "wales", "mentees": ["adults_receiving_care"], "days_in_30": 4 })),
        ),
        case(
            Code::BadSetting,
            "safeguarding.activity",
            ("/safeguarding/activity", scottish_row(&json!(["telephone"]))),
            Some(scottish_row(&Value::Null)),
        ),
        case(
            Code::UnknownValue,
            "delivery.telephone_needs",
            ("/delivery", json!({ "telephone_needs": ["fone"] })),
            Some(json!({ "telephone_needs": ["phone"] })),
        ),
        case(
            Code::TakenAsUsual,
            "mentees",
            ("/mentees/0", json!({ "id": "e1" })),
            Some(json!({ "id": "e1", "delivery_models": "one_to_one" })),
        )
        .given("/delivery", json!({ "usual_models": "one_to_one" }))
        .given("/rules", json!([{ "rule": "delivery_model", "why": "Nobody is put into a group." }]))
        .given("/mentors/0/delivery_models", json!("one_to_one"))
        .given("/mentors/1/delivery_models", json!("one_to_one"))
        .given("/mentees/1/delivery_models", json!("one_to_one")),
        case(
            Code::UnknownValue,
            "delivery.usual_methods",
            ("/delivery", json!({ "usual_methods": ["in person"] })),
            None,
        ),
        case(
            Code::NoWayLeft,
            "mentees",
            ("/mentees/0", json!({ "id": "e1", "delivery_methods": "telephone", "phone": "no" })),
            Some(json!({ "id": "e1", "delivery_methods": "telephone; face_to_face", "phone": "no" })),
        )
        .given("/delivery", json!({ "telephone_needs": "phone" })),
        case(
            Code::BadAvailability,
            "mentees[0].other_services",
            ("/mentees/0/other_services", json!("counselling: Tue 14:15-15:00")),
            Some(json!("counselling: Tue 14:00-15:00")),
        ),
        case(
            Code::UnknownValue,
            "safeguarding.training[0].roles",
            ("/safeguarding/training", json!([{ "name": "peer support", "roles": ["pear"] }])),
            Some(json!([{ "name": "peer support", "roles": ["peer"] }])),
        ),
        case(
            Code::DuplicateName,
            "rules[0].table[1].need",
            ("/rules", capable(&["trauma", "Trauma"])),
            Some(capable(&["trauma", "bingo"])),
        ),
        case(
            Code::BadSetting,
            "criteria[1]",
            (
                "/criteria/1",
                json!({ "criterion": "coverage", "mentee_attribute": "relationship_barriers",
                    "mentor_attribute": "capabilities", "weight": 1, "why": "No." }),
            ),
            Some(json!({ "criterion": "coverage", "weight": 1, "why": "Yes." })),
        )
        .given("/basis", json!({ "relationship_barriers": { "basis": "safeguarding" } }))
        .given("/criteria", json!([coverage(), Value::Null])),
        case(
            Code::BadPreference,
            "mentors[0].preferences",
            ("/mentors/0/preferences", json!("avoid relationship_barriers trauma")),
            Some(json!("avoid interests bingo")),
        )
        .given("/criteria", wishes()),
        case(
            Code::UnjustifiedWish,
            "mentors[0].preferences",
            ("/mentors/0/preferences", json!("never lived_experience prison")),
            Some(json!("avoid lived_experience prison")),
        )
        .given("/criteria", wishes())
        .given("/basis", json!({ "lived_experience": { "basis": "social_care" } })),
        case(
            Code::AnswersUnused,
            "carer_consent",
            ("/mentees/0", json!({ "id": "e1", "age": 12, "carer_consent": "no" })),
            Some(json!({ "id": "e1", "age": 12 })),
        ),
        case(
            Code::DisclosedWithoutReason,
            "disclosure.age",
            ("/disclosure", json!({ "age": { "mentee": "proposed" } })),
            Some(json!({ "age": { "mentee": "proposed", "why": "They asked for it." } })),
        ),
        case(
            Code::BadSetting,
            "disclosure.carer_consent",
            ("/disclosure", json!({ "carer_consent": { "mentor": "matched" } })),
            Some(json!({ "carer_consent": { "mentor": "never" } })),
        ),
        case(
            Code::DateAhead,
            "mentees[0].waiting_since",
            ("/mentees/0/waiting_since", json!("2027-03-01")),
            Some(json!("2026-03-01")),
        ),
        case(Code::BadNumber, "mentors[0].promised_months", ("/mentors/0/promised_months", json!(-3)), Some(json!(3))),
        case(
            Code::WithoutSupervisor,
            "supervisor",
            ("/mentors/1", json!({ "id": "m2" })),
            Some(json!({ "id": "m2", "supervisor": "s1" })),
        )
        .given("/supervisors", json!([{ "id": "s1", "caseload": 3 }]))
        .given("/mentors/0", json!({ "id": "m1", "supervisor": "s1" })),
        case(
            Code::NeedWithoutLine,
            "relationship_barriers",
            ("/mentees/0/relationship_barriers", json!("selective mutsm; trauma")),
            Some(json!("selective mutism; trauma")),
        )
        .given("/basis", json!({ "relationship_barriers": { "basis": "safeguarding" } }))
        .given("/rules", json!([{ "rule": "capabilities" }])),
        case(
            Code::NearMissTerm,
            "mentees[0].barred_from",
            ("/mentees/0/barred_from", json!("the Nettle Estate")),
            Some(json!("Nettle Estate")),
        )
        .given("/basis", json!({ "barred_from": { "basis": "safeguarding" } }))
        .given("/rules", json!([{ "rule": "co_location" }]))
        .given("/mentors/0/attends", json!("Nettle Estate")),
        case(
            Code::NearMissTerm,
            "mentors[0].checks",
            ("/mentors/0/checks", json!("Enhanced DBS check 2026-01-02")),
            Some(json!("enhanced DBS 2026-01-02; enhanced DBS with children's barred list; first aid")),
        )
        .given("/safeguarding", json!({ "checks": ["enhanced DBS"], "training": ["induction"] })),
        case(
            Code::NearMissTerm,
            "mentors[0].training",
            ("/mentors/0/training", json!("inducton")),
            Some(json!("induction; first aid course")),
        )
        .given("/safeguarding", json!({ "checks": ["enhanced DBS"], "training": ["induction"] })),
        case(Code::AnswersUnused, "hours_per_week", ("/rules", json!([])), Some(json!([{ "rule": "hours" }])))
            .given("/mentors/0", json!({ "id": "m1", "hours_per_week": 2 })),
        case(
            Code::AnswersUnused,
            "nominated_mentor",
            ("/mentors/0", json!({ "id": "m1", "role_type": "volunteer" })),
            Some(json!({ "id": "m1", "role_type": "natural" })),
        )
        .given("/mentees/0", json!({ "id": "e1", "nominated_mentor": "m1" })),
        case(
            Code::DuplicateName,
            "safeguarding.activity.table[1].row",
            ("/safeguarding/activity", twice("ours")),
            Some(twice("also ours")),
        ),
        case(
            Code::OverChecking,
            "safeguarding.activity",
            ("/safeguarding/checks", json!(["Enhanced DBS"])),
            Some(json!(["Basic DBS", "PVG"])),
        )
        .given("/safeguarding/activity", json!({ "nation": "england", "mentees": "adults", "days_in_30": 4 })),
        case(
            Code::OverChecking,
            "mentors[0].checks",
            ("/mentors/0/checks", json!("enhanced DBS with both barred lists; two references")),
            Some(json!("enhanced DBS with children's barred list; PVG")),
        )
        .given("/safeguarding/activity", json!({ "nation": "england", "mentees": "children", "days_in_30": 4 })),
        case(Code::MissingKey, "as_of", ("/as_of", Value::Null), Some(json!("2026-11-02"))),
        case(Code::MissingKey, "criteria[0].weight", ("/criteria/0/weight", Value::Null), Some(json!(2))),
        case(Code::WrongType, "seed", ("/seed", json!("seven")), Some(json!(7))),
        case(
            Code::WrongType,
            "mentors[0].languages",
            ("/mentors/0/languages", json!({ "first": "Polish" })),
            Some(json!("Polish")),
        ),
        case(
            Code::WrongType,
            "mentees[0].monitoring",
            ("/mentees/0/monitoring", json!("Irish")),
            Some(json!({ "ethnicity": "Irish" })),
        ),
        case(Code::WrongType, "mentees[0].monitoring", ("/mentees/0/monitoring", json!(["Irish"])), None),
        case(Code::UnknownValue, "support", ("/support", json!("mentorship")), Some(json!("mentoring"))),
        case(Code::UnknownValue, "mentees[1].area", ("/mentees/1/area", json!("Atlantis")), Some(json!("far moor"))),
        case(Code::UnknownValue, "mentees[1].grade", ("/mentees/1/grade", json!("HEO")), Some(json!("ao"))),
        case(
            Code::UnknownValue,
            "aim.first",
            ("/aim", json!({ "first": ["luck"] })),
            Some(json!({ "first": ["shared_time"] })),
        ),
        case(
            Code::BadSetting,
            "rules[0].minimum_minutes",
            ("/rules", json!([{ "rule": "delivery_method", "minimum_minutes": 30 }])),
            Some(json!([])),
        ),
        case(
            Code::BadSetting,
            "rules[0]",
            ("/rules", json!([{ "rule": "travel", "who": "nobody" }])),
            Some(json!([{ "rule": "travel", "who": "nobody", "max_km": 20_000 }])),
        ),
        case(
            Code::BadSetting,
            "criteria[0].far_km",
            ("/criteria/0", json!({ "criterion": "distance", "far_km": 2, "weight": 1, "why": "Near." })),
            Some(json!({ "criterion": "distance", "far_km": 3, "weight": 1, "why": "Near." })),
        ),
        case(Code::BadSetting, "aim.floor", ("/aim", json!({ "floor": 1001 })), Some(json!({ "floor": 1000 }))),
        case(Code::BadSetting, "mentees[0].capacity", ("/mentees/0/capacity", json!(2)), None),
        case(Code::BadId, "mentors[1].id", ("/mentors/1/id", json!(" ")), Some(json!("m2"))),
        case(Code::BadId, "mentors[1].id", ("/mentors/1", json!({})), Some(json!({ "id": 7 }))),
        case(Code::DuplicateId, "mentees[1]", ("/mentees/1/id", json!(" e1 ")), Some(json!("e01"))),
        case(Code::LookalikeId, "mentees[1]", ("/mentees/1/id", json!("E1")), Some(json!("e01"))),
        case(Code::DanglingId, "mentees[0].exclusions", ("/mentees/0/exclusions", json!("m3")), Some(json!("m1"))),
        case(Code::DanglingId, "mentees[0].choices", ("/mentees/0/choices", json!(["e2"])), Some(json!(["m2"])))
            .given("/criteria", json!([{ "criterion": "ranked_choices", "weight": 1, "why": "Whom they chose." }])),
        case(Code::DanglingId, "mentees[0].known_to", ("/mentees/0/known_to", json!("m3 kin")), Some(json!("m1 kin"))),
        case(
            Code::DanglingId,
            "mentees[0].nominated_mentor",
            ("/mentees/0/nominated_mentor", json!("e2")),
            Some(json!("m2")),
        )
        .given("/mentors/1/role_type", json!("natural")),
        case(
            Code::RelationContradiction,
            "mentees[0].known_to",
            ("/mentees/0/known_to", json!("m1 acquaintance; m2 kin")),
            Some(json!([{ "id": "m1", "relation": "close friend" }])),
        )
        .given("/mentors/0/known_to", json!("e1 Close Friend; e2 kin")),
        case(
            Code::BadRecord,
            "mentees[0].known_to",
            ("/mentees/0/known_to", json!("m1 a neighbour")),
            Some(json!("m1 acquaintance")),
        ),
        case(
            Code::BadRecord,
            "mentors[0].known_to",
            ("/mentors/0/known_to", json!([{ "id": "e1" }])),
            Some(json!([{ "id": "e1", "relation": "kin" }])),
        ),
        case(Code::BadRecord, "mentors[0].known_to", ("/mentors/0/known_to", json!("m1 kin")), Some(json!(""))),
        case(Code::BadId, "mentees[0].known_to", ("/mentees/0/known_to", json!("m1 kin; m1 kin")), None),
        case(Code::BadSetting, "mentors[0].nominated_mentor", ("/mentors/0/nominated_mentor", json!("m2")), None),
        case(Code::SelfExclusion, "mentors[0].exclusions", ("/mentors/0/exclusions", json!("m1")), Some(json!("m2"))),
        case(Code::BadNumber, "seed", ("/seed", json!(-1)), Some(json!(0))),
        case(Code::BadNumber, "planned_months", ("/planned_months", json!(121)), Some(json!(120))),
        case(Code::BadNumber, "mentors[0].hours", ("/mentors/0/hours", json!(0.0005)), Some(json!(0.005))),
        case(Code::BadNumber, "mentors[0].hours", ("/mentors/0/hours", json!("1e3")), Some(json!("1000"))),
        case(Code::BadCapacity, "mentors[0].capacity", ("/mentors/0/capacity", json!(1001)), Some(json!(1000))),
        case(Code::BadCapacity, "mentors[0].capacity", ("/mentors/0/capacity", json!(1.5)), Some(json!("2"))),
        case(Code::BadAge, "mentors[0].age", ("/mentors/0/age", json!(131)), Some(json!(130))),
        case(Code::BadAge, "mentors[0].age", ("/mentors/0/age", json!(35)), Some(json!(34)))
            .given("/mentors/0/birth_date", json!("1991-11-03")),
        case(
            Code::BadAge,
            "mentors[0].birth_date",
            ("/mentors/0/birth_date", json!("2026-11-03")),
            Some(json!("2026-11-02")),
        ),
        case(Code::BadTier, "mentees[0].priority_tier", ("/mentees/0/priority_tier", json!(3)), Some(json!(2)))
            .given("/aim", json!({ "tiers": 2 })),
        case(
            Code::BadDate,
            "mentees[0].waiting_since",
            ("/mentees/0/waiting_since", json!("2026-02-29")),
            Some(json!("2026-02-28")),
        ),
        case(
            Code::AmbiguousDate,
            "mentees[0].waiting_since",
            ("/mentees/0/waiting_since", json!("03/04/2026")),
            Some(json!("2026-04-03")),
        ),
        case(
            Code::BadAvailability,
            "mentors[0].availability",
            ("/mentors/0/availability", json!("whenever")),
            Some(json!("every day all day")),
        ),
        case(Code::BadPlace, "mentors[0].place", ("/mentors/0/place", json!("by the mill")), Some(json!("SW1A 1AA"))),
        case(
            Code::BadPlace,
            "mentors[0].place",
            ("/mentors/0/place", json!("-0.12, 51.5")),
            Some(json!("51.5, -0.12")),
        ),
        case(
            Code::BadPlace,
            "mentees[0].place",
            ("/mentees/0/place", json!({ "latitude": -0.12, "longitude": 51.5 })),
            Some(json!({ "latitude": 51.5, "longitude": -0.12 })),
        ),
        case(
            Code::BadPlace,
            "mentees[0].place",
            ("/mentees/0/place", json!({ "easting": 530_000, "longitude": 51.5 })),
            Some(json!({ "easting": 530_000, "northing": "180000" })),
        ),
        case(
            Code::BadPlace,
            "mentees[0].place",
            ("/mentees/0/place", json!("E 530000 N 1800000")),
            Some(json!("E 530000 N 180000")),
        ),
        case(Code::BadPlace, "mentees[0].place", ("/mentees/0/place", json!("0 0")), Some(json!(""))),
        case(Code::WrongType, "mentees[0].place", ("/mentees/0/place", json!(51.5)), Some(json!("M1 1AE"))),
        case(
            Code::PlaceUnknown,
            "mentors[1].place",
            ("/mentors/1/place", json!("BT1 1AA")),
            Some(json!("54.6, -5.93")),
        ),
        case(Code::PlaceByOutcode, "place", ("/mentors/1/place", json!("SW1A")), Some(json!("SW1A 1"))),
        case(Code::BadNumber, "mentors[0].max_travel_km", ("/mentors/0/max_travel_km", json!(-1)), Some(json!(2.5)))
            .given("/rules", json!([{ "rule": "travel" }])),
        case(
            Code::RoundedTime,
            "mentors[0].availability",
            ("/mentors/0/availability", json!("Mon 17:10-19:00")),
            Some(json!("Mon 17:30-19:00")),
        ),
        case(
            Code::BadRecord,
            "mentors[0].checks",
            ("/mentors/0/checks", json!(["DBS 2026-01-02 to 2026-01-01"])),
            Some(json!(["DBS 2026-01-01 to 2026-01-01"])),
        ),
        case(
            Code::BadRecord,
            "mentors[0].training",
            ("/mentors/0/training", json!([{ "issued": "2026-01-01" }])),
            Some(json!([{ "name": "induction", "issued": "2026-01-01" }])),
        ),
        case(
            Code::BadPreference,
            "mentees[0].preferences",
            ("/mentees/0/preferences", json!("must gender")),
            Some(json!("must gender woman")),
        ),
        case(
            Code::BadPreference,
            "mentees[0].preferences",
            ("/mentees/0/preferences", json!("prefer age 40..25")),
            Some(json!("prefer age 25..40")),
        )
        .given("/criteria", wishes()),
        case(
            Code::UnknownAttribute,
            "mentees[0].preferences",
            ("/mentees/0/preferences", json!("prefer height 180")),
            Some(json!("prefer hours 2..3")),
        )
        .given("/criteria", wishes()),
        case(
            Code::UnknownAttribute,
            "criteria[0].attribute",
            ("/criteria/0/attribute", json!("intrests")),
            Some(json!("interests")),
        )
        .given("/criteria", tags(1)),
        case(
            Code::AttributeKind,
            "criteria[0].attribute",
            ("/criteria/0/attribute", json!("grade")),
            Some(json!("interests")),
        )
        .given("/criteria", tags(1)),
        case(
            Code::AttributeKind,
            "rules[0].mentor",
            ("/rules", json!([{ "rule": "attribute_bounds", "attribute": "area", "mentor": { "min": 1 } }])),
            Some(json!([{ "rule": "attribute_bounds", "attribute": "area", "relation": "same" }])),
        ),
        case(
            Code::DuplicateName,
            "rules[1]",
            ("/rules", json!([{ "rule": "delivery_method" }, { "rule": "delivery_method" }])),
            Some(json!([{ "rule": "delivery_method" }, { "rule": "delivery_method", "id": "again" }])),
        ),
        case(
            Code::DuplicateName,
            "attributes.gender",
            ("/attributes/gender", json!({ "kind": "one_of", "sensitivity": "ordinary" })),
            None,
        ),
        case(Code::WeightsAllZero, "criteria", ("/criteria", tags(0)), Some(tags(1))),
        case(Code::IdlePurpose, "purpose", ("/purpose", json!("supportive")), Some(json!("targeted")))
            .given("/criteria", json!([{ "criterion": "coverage", "weight": 1, "why": "Goals." }])),
        case(
            Code::MissingKey,
            "criteria[0].training",
            ("/criteria", json!([{ "criterion": "training_held", "weight": 1, "why": "Preparation." }])),
            Some(
                json!([{ "criterion": "training_held", "training": "induction", "weight": 1, "why": "Preparation." }]),
            ),
        ),
        case(
            Code::BadSetting,
            "criteria[0].training",
            (
                "/criteria",
                json!([{ "criterion": "training_held", "training": [], "weight": 1, "why": "Preparation." }]),
            ),
            Some(json!([{ "criterion": "training_held", "training": "induction", "weight": 1, "why": "Preparation." }])),
        ),
        case(Code::NoCriteria, "criteria", ("/criteria", json!([])), Some(tags(1))),
        case(
            Code::SafeguardingMissing,
            "safeguarding",
            ("/safeguarding", Value::Null),
            Some(json!({ "checks": ["Enhanced DBS"] })),
        ),
        case(
            Code::SafeguardingMissing,
            "safeguarding.checks",
            ("/safeguarding/why", Value::Null),
            Some(json!("A public room.")),
        ),
        case(Code::MissingBasis, "basis.ethnicity", ("/mentors/0/ethnicity", json!("Irish")), None),
        case(
            Code::MissingBasis,
            "basis.lived_experience",
            ("/criteria/0/attribute", json!("lived_experience")),
            Some(json!("interests")),
        )
        .given("/criteria", tags(1)),
        case(
            Code::BasisNotUsable,
            "basis.ethnicity.basis",
            ("/basis", json!({ "ethnicity": { "basis": "equality_monitoring" } })),
            Some(consent.clone()),
        ),
        case(
            Code::SensitivityTooLow,
            "attributes.faith_group.sensitivity",
            ("/attributes/faith_group", belief("ordinary")),
            Some(belief("special_category")),
        ),
        case(
            Code::SensitivityTooLow,
            "attributes.sex",
            ("/attributes/sex", json!({ "kind": "one_of", "sensitivity": "ordinary" })),
            Some(json!({ "kind": "one_of", "sensitivity": "ordinary", "protected": "sex" })),
        ),
        case(Code::BlankedWithoutConsent, "ethnicity", ("/mentors/0/consent", Value::Null), Some(json!("ethnicity")))
            .given("/basis", consent.clone())
            .given("/mentors/0/ethnicity", json!("Irish")),
        case(Code::BlankedWithoutConsent, "ethnicity", ("/mentors/0/consent_withdrawn", json!("ethnicity")), None)
            .given("/basis", consent)
            .given("/mentors/0/ethnicity", json!("Irish"))
            .given("/mentors/0/consent", json!("ethnicity")),
        case(Code::MissingReason, "rules[0]", ("/rules", bounds(None)), Some(bounds(Some("Adults only.")))),
        case(Code::MissingReason, "criteria[0]", ("/criteria/0/why", Value::Null), Some(json!("So we were asked.")))
            .given("/criteria", json!([{ "criterion": "same_value", "attribute": "gender", "weight": 1 }])),
        case(
            Code::UnjustifiedWish,
            "mentors[0].preferences",
            ("/mentors/0/preferences", json!("must age 18..")),
            Some(json!("prefer age 18..")),
        )
        .given("/criteria", wishes()),
        case(
            Code::UnjustifiedCarerWish,
            "mentees[0]",
            ("/mentees/0/carer_preferences", json!("prefer age 25..40")),
            Some(json!("prefer interests chess")),
        )
        .given("/criteria", json!([{ "criterion": "carer_preferences", "weight": 1, "why": "They know the week." }])),
        case(
            Code::FloorOutOfReach,
            "own_weights",
            ("/mentees/0/own_weights", json!("goals 9; interests 0")),
            Some(json!("goals 9; interests 9")),
        )
        .given("/aim", json!({ "mentor_floor": 1000 }))
        .given("/own_weights", json!({ "goals": { "max": 9 }, "interests": { "max": 9 } }))
        .given(
            "/criteria",
            json!([
                { "criterion": "coverage", "id": "goals", "weight": 5, "why": "What they came for." },
                { "criterion": "shared_tags", "id": "interests", "attribute": "interests", "weight": 5, "why": "To talk." },
            ]),
        ),
        case(
            Code::ContradictoryWishes,
            "preferences",
            ("/mentees/0/preferences", json!("prefer area Far Moor; avoid area Far Moor")),
            Some(json!("prefer area Far Moor; avoid area Upper Fold")),
        )
        .given("/criteria", wishes()),
        case(
            Code::WishNobodyMeets,
            "preferences",
            ("/mentees/0/preferences", json!("must interests ches")),
            Some(json!("must interests chess")),
        )
        .given("/mentors/0/interests", json!("chess")),
        case(
            Code::WishWithoutOwnAnswer,
            "preferences",
            ("/mentees/0/area", Value::Null),
            Some(json!("Far Moor")),
        )
        .given("/criteria", wishes())
        .given("/mentees/0/preferences", json!("prefer area same"))
        .given("/mentees/0/area", json!("")),
        case(
            Code::ContradictoryAnswers,
            "dislikes",
            ("/mentees/0/dislikes", json!("Bingo")),
            Some(json!("chess")),
        )
        .given("/mentees/0/interests", json!("bingo")),
        case(
            Code::IdleSetting,
            "aim.longest_waiting_first",
            ("/aim", json!({ "longest_waiting_first": true })),
            Some(json!({})),
        ),
        case(Code::DateAhead, "available_from", ("/mentors/0/available_from", json!("2029-01-01")), Some(json!("2026-12-01"))),
        case(
            Code::LowOwnWeight,
            "own_weights.goals",
            ("/own_weights/goals/max", json!(4)),
            Some(json!(5)),
        )
        .given("/own_weights", json!({ "goals": { "max": 9 }, "interests": { "max": 9 } }))
        .given(
            "/criteria",
            json!([
                { "criterion": "coverage", "id": "goals", "weight": 5, "why": "What they came for." },
                { "criterion": "shared_tags", "id": "interests", "attribute": "interests", "weight": 5, "why": "To talk." },
            ]),
        ),
        case(
            Code::BadAvailability,
            "mentors[0].availability",
            ("/mentors/0/availability", json!("Tues 5-7")),
            Some(json!("Tues 5pm-7pm")),
        ),
        case(
            Code::BadPreference,
            "mentees[0].preferences",
            ("/mentees/0/preferences", json!("must area no preference")),
            Some(json!("prefer area no preference")),
        ),
        case(
            Code::SupportedAlready,
            "mentees",
            ("/mentees/0/existing_support", json!("Personal Adviser; mentor")),
            Some(Value::Null),
        ),
        case(
            Code::SharedNotHeld,
            "mentors[0].shareable_experiences",
            ("/mentors/0/shareable_experiences", json!("shipwreck")),
            Some(json!(null)),
        ),
        case(
            Code::UndecidedNever,
            "mentees[0].preferences",
            ("/mentees/0/preferences", json!("never age 18..30")),
            Some(json!("avoid age 18..30")),
        )
        .given("/criteria", wishes()),
        case(
            Code::IdleRecord,
            "justifications",
            ("/justifications", json!([{ "attribute": "age", "reason": "Agreed." }])),
            Some(json!([])),
        ),
        case(
            Code::IdleRecord,
            "decisions",
            (
                "/decisions",
                json!([{ "mentee": "e2", "attribute": "age", "by": "T. S.", "on": "2026-10-01", "reason": "So." }]),
            ),
            Some(json!([{ "mentee": "e1", "attribute": "age", "by": "T. S.", "on": "2026-10-01", "reason": "So." }])),
        )
        .given("/mentees/0/preferences", json!("never age different"))
        .given("/mentees/0/age", json!(20)),
        case(
            Code::ContradictingRelationship,
            "relationships[1]",
            ("/relationships/1/mentee", json!("e1")),
            Some(json!("e2")),
        )
        .given("/mentors", json!([{ "id": "m1" }, { "id": "m2" }]))
        .given("/mentees", json!([{ "id": "e1" }, { "id": "e2" }]))
        .given("/relationships", json!([{ "mentor": "m1", "mentee": "e1" }, { "mentor": "m2", "mentee": "e2" }])),
        case(
            Code::ContradictingRelationship,
            "relationships[0].ended",
            ("/relationships/0/ended", json!("2026-09-30")),
            Some(json!("2027-09-30")),
        )
        .given("/relationships", json!([{ "mentor": "m1", "mentee": "e1", "status": "current" }])),
        case(Code::ContradictingDecision, "decisions[1]", ("/decisions/1/mentee", json!("e1")), Some(json!("e2")))
            .given("/mentees", json!([{ "id": "e1" }, { "id": "e2" }]))
            .given("/decisions", json!([decided("keep", "e1"), decided("bar", "e1")])),
        case(Code::ContradictingDecision, "decisions[0]", ("/decisions/0/mentee", json!("e1")), Some(json!("e2")))
            .given("/mentors", json!([{ "id": "m1", "capacity": 2 }]))
            .given("/mentees", json!([{ "id": "e1" }, { "id": "e2" }]))
            .given("/relationships", json!([{ "mentor": "m1", "mentee": "e1" }]))
            .given("/decisions", json!([decided("hold", "e1")])),
        case(Code::MissingKey, "decisions[0].reason", ("/decisions/0/reason", json!(" ")), Some(json!("So.")))
            .given("/decisions", json!([decided("bar", "e1")])),
        case(Code::BadDate, "decisions[0].on", ("/decisions/0/on", json!("2027-10-01")), Some(json!("2026-10-01")))
            .given("/decisions", json!([decided("bar", "e1")])),
        case(Code::DanglingId, "decisions[0].mentor", ("/decisions/0/mentor", json!("m9")), Some(json!("m1")))
            .given("/decisions", json!([decided("bar", "e1")])),
        case(Code::DanglingId, "relationships[0].mentee", ("/relationships/0/mentee", json!("e9")), Some(json!("e1")))
            .given("/relationships", json!([{ "mentor": "m1", "mentee": "e1" }])),
        case(Code::OverCapacity, "mentors[0]", ("/mentors/0/capacity", json!(0)), Some(json!(1)))
            .given("/relationships", json!([{ "mentor": "m1", "mentee": "e1" }])),
        case(Code::NobodyOnOneSide, "mentees", ("/mentees", json!([])), Some(json!([{ "id": "e" }]))),
    ]
}

fn decided(decision: &str, mentee: &str) -> Value {
    json!({
        "decision": decision, "mentor": "m1", "mentee": mentee, "by": "T. S.", "on": "2026-10-01", "reason": "So.",
    })
}

fn wishes() -> Value {
    json!([{ "criterion": "stated_preferences", "weight": 1, "why": "What people asked for." }])
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|at| format!("time {at}")).collect()
}

fn many_criteria(count: usize) -> Value {
    let criterion = |id: String| json!({ "criterion": "shared_time", "id": id, "weight": 1, "why": "So." });
    names(count).into_iter().map(criterion).collect()
}

/// Raised by the reader of sheets, and tested there.
const OF_SHEETS: &[&str] = &[
    "file-missing",
    "encoding",
    "not-csv",
    "unsure-delimiter",
    "missing-worksheet",
    "merged-cells",
    "cell-error",
    "stored-formula",
    "hidden-cells",
    "long-number",
    "empty-sheet",
    "missing-column",
    "repeated-header",
    "ragged-row",
    "unreadable-cell",
    "column-run",
    "unclaimed-row",
    "conflicting-rows",
    "idle-condition",
    "unsplit-list",
    "time-dropped",
    "unused-column",
    "monitoring-for-matching",
];

/// Texts that are no document: code, text, line, path.
const BROKEN_TEXTS: &[(IssueCode, &str, Option<u32>, Option<&str>)] = &[
    (IssueCode::Syntax, "{\n \"name\": ,\n}", Some(2), None),
    (IssueCode::Syntax, "", Some(1), None),
    (IssueCode::Syntax, "[1]", None, None),
    (IssueCode::DuplicateKey, "{\"aim\": {\"tiers\": 1,\n\"tiers\": 2}}", None, Some("aim")),
    (IssueCode::DuplicateKey, "{\"mentors\": [{\"id\": \"a\", \"id\": \"b\"}]}", None, Some("mentors[0]")),
];

#[test]
fn each_fault_is_told_at_its_place_and_nothing_when_mended() {
    all().for_each(|case| case.check());
}

#[test]
fn broken_texts_are_told_at_their_line_or_table() {
    for (code, text, line, path) in BROKEN_TEXTS {
        let issues = raised(text);
        assert_eq!(codes(&issues), [*code], "{issues}");
        let issue = issues.iter().next().unwrap();
        assert_eq!((issue.place.line, issue.place.path.as_deref()), (*line, *path), "{issue}");
        assert!(!issue.remedy.is_empty());
    }
}

#[test]
fn every_code_has_a_case_or_belongs_to_the_sheets() {
    let mut seen: BTreeSet<&str> = all().map(|case| case.code.name()).collect();
    seen.extend(BROKEN_TEXTS.iter().map(|(code, ..)| code.name()));
    assert!(OF_SHEETS.iter().all(|name| IssueCode::from_name(name).is_some() && !seen.contains(name)));
    seen.extend(OF_SHEETS);
    let all: BTreeSet<&str> = IssueCode::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(seen, all);
}

#[test]
fn every_code_explains_itself() {
    for code in IssueCode::ALL {
        assert_eq!(IssueCode::from_name(code.name()), Some(*code));
        assert!(code.meaning().trim().len() > 20, "{code}");
    }
    assert_eq!(IssueCode::from_name("luck"), None);
}
