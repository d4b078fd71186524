//! A programme with every rule and criterion, and as many made-up people a side as asked for.

use crate::dice::Dice;
use serde_json::{Value, json};

/// How many places there are for the mentees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supply {
    /// One place a mentor: about two places for three who could use one.
    Scarce,
    /// One to four places a mentor.
    Ample,
}

impl Supply {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Scarce, Self::Ample];

    /// Its name in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scarce => "scarce",
            Self::Ample => "ample",
        }
    }
}

pub(crate) const INTERESTS: &[&str] = &[
    "baking",
    "birds",
    "board games",
    "boxing",
    "bicycles",
    "chess",
    "choir",
    "climbing",
    "coding",
    "cooking",
    "cricket",
    "crosswords",
    "dancing",
    "dogs",
    "drawing",
    "films",
    "fishing",
    "football",
    "gaming",
    "gardening",
    "guitar",
    "history",
    "horses",
    "jigsaws",
    "knitting",
    "music",
    "netball",
    "painting",
    "photography",
    "poetry",
    "pottery",
    "quizzes",
    "radio",
    "reading",
    "running",
    "sewing",
    "skating",
    "swimming",
    "walking",
    "woodwork",
];
pub(crate) const LANGUAGES: &[&str] = &["English", "English", "English", "Arabic", "Polish", "Urdu", "Welsh", "BSL"];
pub(crate) const METHODS: &[&str] = &["face_to_face", "telephone", "internet"];
pub(crate) const GENDERS: &[&str] = &["woman", "woman", "man", "man", "non-binary"];
pub(crate) const BACKGROUNDS: &[&str] = &["African", "Caribbean", "Chinese", "Indian", "Pakistani", "White British"];
pub(crate) const LEVELS: &[&str] = &["a little", "some", "a lot"];
pub(crate) const AREAS: &[&str] = &["Harbour End", "Lower Tumble", "Millbank Side", "Upper Fold"];
pub(crate) const TALK: &[&str] = &["talker", "listener", "both"];
pub(crate) const TIMES: &[&str] = &[
    "Mon evening",
    "Tue evening",
    "Wed 17:00-20:00",
    "Thu 18:30-21:00",
    "Fri pm",
    "Sat am",
    "Sat pm",
    "Sun all day",
    "weekdays evening",
    "Mon 10:00-15:00",
    "Wed am",
    "weekdays am",
];
pub(crate) const GOALS: &[&str] = &["cooking", "college", "driving", "making friends", "money", "work", "a flat"];

/// The document, without people, as a JSON object.
pub fn programme() -> Value {
    let why = "made up";
    json!({
        "name": "Made up",
        "support": "mentoring",
        "as_of": "2026-11-02",
        "planned_months": 12,
        "seed": 7,
        "safeguarding": {
            "checks": [{ "name": "DBS", "valid_months": 36 }],
            "training": [{ "name": "safeguarding", "valid_months": 36 }, "induction"],
        },
        "attributes": {
            "area": { "kind": "one_of", "values": AREAS, "sensitivity": "ordinary" },
            "talk": { "kind": "one_of", "values": TALK, "sensitivity": "ordinary" },
            "support_level": { "kind": "level", "order": LEVELS, "sensitivity": "ordinary" },
            "hours": { "kind": "number", "sensitivity": "ordinary" },
            "start": { "kind": "date", "sensitivity": "ordinary" },
        },
        "basis": { "ethnicity": { "basis": "consent", "note": "asked" } },
        "rules": [
            { "rule": "delivery_method" },
            { "rule": "time_overlap", "minimum_minutes": 60 },
            { "rule": "shared_language" },
            { "rule": "age_bounds", "mentor": { "min": 18 }, "difference": { "min": -30 }, "why": why },
            { "rule": "attribute_bounds", "id": "experience", "attribute": "support_level", "difference": { "min": -1 },
              "unknown": "allow" },
            { "rule": "attribute_bounds", "id": "hours", "attribute": "hours", "difference": { "min": -2.5 },
              "unknown": "allow" },
            { "rule": "attribute_bounds", "id": "start", "attribute": "start", "mentor": { "max": "2027-02-28" },
              "unknown": "allow" },
        ],
        "criteria": [
            { "criterion": "stated_preferences", "id": "wishes", "weight": 8, "why": why },
            { "criterion": "ranked_choices", "ranks": 3, "weight": 6, "why": why },
            { "criterion": "shared_time", "full_at_minutes": 240, "weight": 4, "why": why },
            { "criterion": "shared_tags", "id": "interests", "attribute": "interests", "rare_counts_more": true,
              "weight": 4, "why": why },
            { "criterion": "shared_tags", "id": "topics", "attribute": "topics", "full_at": 2, "weight": 3, "why": why },
            { "criterion": "same_value", "id": "area", "attribute": "area", "unknown": "lowest", "weight": 2,
              "why": why },
            { "criterion": "level_distance", "id": "level", "attribute": "support_level", "weight": 1, "why": why },
            { "criterion": "lookup", "id": "talk", "mentee_attribute": "talk", "mentor_attribute": "talk",
              "table": [
                  { "mentee": "talker", "mentor": "listener", "points": 1000 },
                  { "mentee": "listener", "mentor": "talker", "points": 1000 },
                  { "mentee": "both", "mentor": "both", "points": 800 },
              ],
              "otherwise": 300, "weight": 2, "why": why },
        ],
        "aim": { "tiers": 3, "floor": 4000 },
    })
}

/// The whole document in JSON, with `people` on each side.
pub fn document(people: usize, supply: Supply) -> String {
    let mut dice = Dice::new(people as u64);
    let mut document = programme();
    let mentors: Vec<Value> = (0..people).map(|at| mentor(&mut dice, at, supply)).collect();
    let mentees: Vec<Value> = (0..people).map(|at| mentee(&mut dice, at, people)).collect();
    if let Some(entries) = document.as_object_mut() {
        entries.insert("mentors".to_owned(), Value::Array(mentors));
        entries.insert("mentees".to_owned(), Value::Array(mentees));
    }
    document.to_string()
}

fn mentor(dice: &mut Dice, at: usize, supply: Supply) -> Value {
    let capacity = match supply {
        // A third of the mentors have somebody already.
        Supply::Scarce => u64::from(!dice.once_in(3)),
        Supply::Ample => 1 + dice.roll(4),
    };
    let mut person = answers(dice, at, 22, 50);
    let expires = if dice.once_in(12) { "2026-12-31" } else { "2028-06-30" };
    add(&mut person, "id", json!(format!("m{at:05}")));
    add(&mut person, "capacity", json!(capacity));
    add(&mut person, "checks", json!([format!("DBS 2025-06-30 to {expires}")]));
    add(&mut person, "training", json!(["safeguarding 2025-09-01", "induction 2025-07-01"]));
    person
}

fn mentee(dice: &mut Dice, at: usize, mentors: usize) -> Value {
    let mut person = answers(dice, at, 14, 70);
    add(&mut person, "id", json!(format!("e{at:05}")));
    add(&mut person, "priority_tier", json!(1 + dice.roll(3)));
    add(&mut person, "waiting_since", json!(format!("2026-{:02}-{:02}", 1 + dice.roll(10), 1 + dice.roll(28))));
    if dice.once_in(3) {
        add(&mut person, "choices", json!([format!("m{:05}", dice.roll(mentors.max(1) as u64))]));
    }
    person
}

fn answers(dice: &mut Dice, at: usize, youngest: u64, span: u64) -> Value {
    let mut languages = dice.some(LANGUAGES, 1, 2);
    if !languages.contains(&"English") && !dice.once_in(20) {
        languages.push("English");
    }
    let mut person = json!({
        "name": format!("Made Up {at}"),
        "age": youngest + dice.roll(span),
        "languages": languages,
        "interests": dice.some(INTERESTS, 2, 7),
        "availability": dice.some(TIMES, 2, 4),
        "delivery_methods": dice.some(METHODS, 1, 3),
        "topics": dice.some(GOALS, 1, 3),
        "monitoring": { "disability": dice.pick(&["no", "yes", "prefer not to say"]) },
    });
    for (field, words) in [("gender", GENDERS), ("area", AREAS), ("talk", TALK), ("support_level", LEVELS)] {
        if !dice.once_in(10) {
            add(&mut person, field, json!(dice.pick(words)));
        }
    }
    if !dice.once_in(10) {
        add(&mut person, "hours", json!(1 + dice.roll(4)));
        add(&mut person, "start", json!(format!("2026-11-{:02}", 2 + dice.roll(28))));
    }
    if dice.once_in(3) {
        add(&mut person, "ethnicity", json!(dice.pick(BACKGROUNDS)));
        add(&mut person, "consent", json!(["ethnicity"]));
    }
    let wish = match dice.roll(8) {
        0 => Some("prefer gender same".to_owned()),
        1 => Some("prefer ethnicity same".to_owned()),
        2 => Some("prefer age 25..45".to_owned()),
        3 | 4 => Some(format!("prefer interests {}", dice.pick(INTERESTS))),
        5 => Some(format!("avoid interests {}", dice.pick(INTERESTS))),
        _ => None,
    };
    if let Some(wish) = wish {
        add(&mut person, "preferences", json!([wish]));
    }
    person
}

fn add(person: &mut Value, field: &str, value: Value) {
    if let Some(fields) = person.as_object_mut() {
        fields.insert(field.to_owned(), value);
    }
}
