//! A small programme with everything in it, chosen byte by byte.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

const INTERESTS: &[&str] = &["art", "chess", "cooking", "walks", "Tea", "\u{e9}clairs"];
const LANGUAGES: &[&str] = &["English", "Welsh", "Polish"];
const METHODS: &[&str] = &["face_to_face", "telephone", "internet"];
const GENDERS: &[&str] = &["woman", "man", "non-binary"];
const GRADES: &[&str] = &["low", "middle", "high"];
const AREAS: &[&str] = &["north", "south"];
const TIMES: &[&str] =
    &["Mon 17:00-20:00", "Sat am", "Sun 22:00-02:00", "weekdays evening", "Tue 9:15-9:40", "daily pm"];
const DAYS: &[&str] =
    &["2023-08-31", "2024-02-29", "2026-08-31", "2026-09-01", "2026-09-02", "2027-07-31", "2027-08-01"];
const UNKNOWN: &[&str] = &["neutral", "lowest", "ask"];

/// The document, in JSON, that the bytes choose: always a sound one. When the bytes run out, the first choice is taken.
///
/// # Errors
/// None that occurs: the choices need no more bytes than there are.
pub fn programme_from(bytes: &mut Unstructured<'_>) -> Result<Value> {
    let tiers = bytes.int_in_range(1..=4)?;
    let mentors = bytes.int_in_range(1..=7)?;
    let mentees = bytes.int_in_range(1..=7)?;
    let mut criteria = criteria(bytes)?;
    let ids: Vec<&str> = criteria.iter().filter_map(|one| one.get("id")?.as_str()).collect();
    let mut first: Vec<&str> = Vec::new();
    for id in &ids {
        if bytes.ratio(1, 5)? {
            first.push(id);
        }
    }
    let weights: i64 = criteria.iter().filter_map(|one| one.get("weight")?.as_i64()).sum();
    let of_each = if bytes.ratio(1, 3)? { 1000 } else { 300 };
    let floor = bytes.int_in_range(0..=weights.max(0) * of_each)?;
    let aim = json!({ "tiers": tiers, "first": first, "floor": floor });
    let mut people = People { mentors: Vec::new(), mentees, tiers };
    let mentors = (0..mentors).map(|at| people.mentor(bytes, at)).collect::<Result<Vec<_>>>()?;
    let mentees = (0..mentees).map(|at| people.mentee(bytes, at)).collect::<Result<Vec<_>>>()?;
    // Chosen last, so that what was chosen before stays the same where the bytes are.
    let terms = terms(bytes)?;
    let scores = scores(bytes, &mentors, &mentees)?;
    if !scores.is_empty() {
        let ranked = bytes.arbitrary::<bool>()?;
        criteria.push(json!({ "criterion": "supplied", "id": "s9", "weight": 2, "why": "made up",
            "unknown": bytes.choose(UNKNOWN)?, "ranked": ranked }));
    }
    let decided = |field: &str| {
        let decisions = mentees.iter().filter_map(|mentee| mentee.get("id")).map(move |id| {
            json!({ "mentee": id, "attribute": field, "by": "coordinator", "on": "2026-08-01", "reason": "talked over" })
        });
        decisions.collect::<Vec<_>>()
    };
    let mut decisions: Vec<Value> = ["age", "ethnicity"].into_iter().flat_map(decided).collect();
    let justifications = ["age", "gender", "ethnicity"]
        .map(|attribute| json!({ "attribute": attribute, "reason": "visits at home, agreed by the trustees" }));
    let mut made = json!({
        "name": "Made",
        "support": bytes.choose(&["mentoring", "befriending"])?,
        "as_of": "2026-09-01",
        "planned_months": bytes.choose(&[11, 1, 120])?,
        "seed": bytes.arbitrary::<u32>()?,
        "safeguarding": {
            "checks": [{ "name": "dbs", "valid_months": 36 }],
            "training": [{ "name": "basics", "valid_months": 24 }, "online"],
        },
        "attributes": {
            "grade": { "kind": "level", "order": GRADES, "sensitivity": "ordinary" },
            "hours": { "kind": "number", "sensitivity": "ordinary" },
            "start": { "kind": "date", "sensitivity": "ordinary" },
            "area": { "kind": "one_of", "values": AREAS, "sensitivity": "ordinary" },
        },
        "basis": { "ethnicity": { "basis": "consent", "note": "asked" } },
        "rules": rules(bytes)?,
        "criteria": criteria,
        "aim": aim,
        "justifications": justifications,
        "terms": terms,
        "scores": scores,
    });
    // Read last, so that what the bytes before them make stays the same.
    let relationships = pairs(bytes, &mentors, &mentees, &mut decisions)?;
    let lists =
        [("relationships", relationships), ("decisions", decisions), ("mentors", mentors), ("mentees", mentees)];
    if let Some(table) = made.as_object_mut() {
        table.extend(lists.map(|(name, list)| (name.to_owned(), Value::Array(list))));
    }
    Ok(made)
}

/// Pairs that meet or met, and what was decided: one record for each mentee, so that none contradicts another.
fn pairs(
    bytes: &mut Unstructured<'_>,
    mentors: &[Value],
    mentees: &[Value],
    decisions: &mut Vec<Value>,
) -> Result<Vec<Value>> {
    let mut relationships = Vec::new();
    for mentee in mentees.iter().filter_map(|mentee| mentee.get("id")) {
        let kind = bytes.int_in_range(0..=11)?;
        let mentor = bytes.choose(mentors)?.get("id");
        let decide = |decision: &str, mentor: Option<&Value>| {
            json!({
                "decision": decision, "mentor": mentor, "mentee": mentee, "by": "coordinator", "on": "2026-08-01",
                "reason": "talked over",
            })
        };
        match kind {
            1 | 2 => relationships.push(json!({ "mentor": mentor, "mentee": mentee, "started": "2026-03-02" })),
            3 => relationships.push(json!({ "mentor": mentor, "mentee": mentee, "ended": "2026-01-31" })),
            4 => decisions.push(decide("keep", mentor)),
            5 => decisions.push(decide("bar", mentor)),
            6 => decisions.push(decide("hold", mentor)),
            7 => decisions.push(decide("hold", None)),
            _ => {}
        }
    }
    Ok(relationships)
}

/// Some lines of a sound vocabulary over the words above.
fn terms(bytes: &mut Unstructured<'_>) -> Result<Vec<Value>> {
    let lines = [
        json!({ "term": "walks", "canonical": "art" }),
        json!({ "term": "chess", "parent": "leisure" }),
        json!({ "term": "cooking", "parent": ["craft", "leisure"] }),
        json!({ "term": "craft", "parent": "Art", "attribute": "interests" }),
        json!({ "term": "leisure", "parent": "art" }),
        json!({ "term": "woman", "synonyms": "non-binary", "attribute": "gender" }),
        json!({ "term": "the north", "canonical": "north", "attribute": "area" }),
        json!({ "term": "Welsh", "parent": "Celtic", "attribute": ["languages"] }),
    ];
    let mut chosen = Vec::new();
    for line in lines {
        if bytes.ratio(1, 3)? {
            chosen.push(line);
        }
    }
    Ok(chosen)
}

/// Scores of some pairs, fit to be points and ranks.
fn scores(bytes: &mut Unstructured<'_>, mentors: &[Value], mentees: &[Value]) -> Result<Vec<Value>> {
    let mut scores = Vec::new();
    for mentee in mentees.iter().filter_map(|one| one.get("id")) {
        for mentor in mentors.iter().filter_map(|one| one.get("id")) {
            if bytes.ratio(1, 4)? {
                scores.push(json!({ "mentee": mentee, "mentor": mentor, "points": bytes.int_in_range(1..=1000)? }));
            }
        }
    }
    Ok(scores)
}

fn rules(bytes: &mut Unstructured<'_>) -> Result<Vec<Value>> {
    let why = "made up";
    let all = [
        json!({ "rule": "delivery_method" }),
        json!({ "rule": "shared_language" }),
        json!({ "rule": "time_overlap", "minimum_minutes": 30 * bytes.int_in_range(1..=8)? }),
        json!({ "rule": "age_bounds", "mentor": { "min": 18 }, "difference": { "min": 3 }, "why": why }),
        json!({ "rule": "attribute_bounds", "id": "g", "attribute": "grade", "difference": { "min": -1, "max": 1 } }),
        json!({ "rule": "attribute_bounds", "id": "h", "attribute": "hours", "difference": { "min": -0.5 } }),
        json!({ "rule": "attribute_bounds", "id": "s", "attribute": "start", "mentor": { "max": "2027-01-31" } }),
        json!({ "rule": "attribute_bounds", "id": "a", "attribute": "area", "relation": "different" }),
        json!({ "rule": "attribute_bounds", "id": "w", "attribute": "gender", "relation": "same", "why": why }),
    ];
    let mut chosen = Vec::new();
    for mut rule in all {
        if bytes.ratio(1, 4)? {
            set(&mut rule, "unknown", json!(bytes.choose(&["allow", "needs_check"])?));
            chosen.push(rule);
        }
    }
    Ok(chosen)
}

fn criteria(bytes: &mut Unstructured<'_>) -> Result<Vec<Value>> {
    let relation = *bytes.choose(&["same", "different"])?;
    let full_at = bytes.int_in_range(1..=4)?;
    let table = json!([
        { "mentee": "low", "mentor": "north", "points": 900 },
        { "mentee": "high", "mentor": "south", "points": 251 },
    ]);
    let all = [
        json!({ "criterion": "shared_tags", "id": "i", "attribute": "interests", "full_at": full_at,
            "rare_counts_more": bytes.arbitrary::<bool>()? }),
        json!({ "criterion": "stated_preferences", "id": "p" }),
        json!({ "criterion": "stated_preferences", "id": "pm", "side": "mentor", "attribute": "interests" }),
        json!({ "criterion": "ranked_choices", "id": "c", "ranks": bytes.int_in_range(1..=4)? }),
        json!({ "criterion": "shared_time", "id": "t", "full_at_minutes": 30 * bytes.int_in_range(1..=30)? }),
        json!({ "criterion": "same_value", "id": "e", "attribute": "ethnicity", "relation": relation }),
        json!({ "criterion": "same_value", "id": "l", "attribute": "languages", "relation": relation }),
        json!({ "criterion": "level_distance", "id": "g", "attribute": "grade", "ideal": bytes.int_in_range(-2..=2)? }),
        json!({ "criterion": "level_distance", "id": "h", "attribute": "hours", "ideal": 1.5, "span": 3.001 }),
        json!({ "criterion": "level_distance", "id": "s", "attribute": "start", "span": 365 }),
        json!({ "criterion": "lookup", "id": "a", "mentee_attribute": "grade", "mentor_attribute": "area",
            "table": table, "otherwise": 77 }),
    ];
    let mut chosen = Vec::new();
    for mut criterion in all {
        if bytes.ratio(1, 2)? {
            set(&mut criterion, "weight", json!(bytes.choose(&[1, 0, 2, 3, 7, 1000])?));
            set(&mut criterion, "why", json!("made up"));
            set(&mut criterion, "unknown", json!(bytes.choose(UNKNOWN)?));
            chosen.push(criterion);
        }
    }
    // Weights of nothing but zero are refused.
    if chosen.iter().all(|criterion| criterion.get("weight") == Some(&json!(0))) {
        chosen.iter_mut().take(1).for_each(|criterion| set(criterion, "weight", json!(1)));
    }
    Ok(chosen)
}

struct People {
    /// Their ids.
    mentors: Vec<String>,
    mentees: usize,
    tiers: usize,
}

impl People {
    fn mentor(&mut self, bytes: &mut Unstructured<'_>, at: usize) -> Result<Value> {
        // Now and then somebody stands on both sides.
        let id = if at < self.mentees && bytes.ratio(1, 9)? { format!("e{at}") } else { format!("m{at}") };
        self.mentors.push(id.clone());
        let mut person = json!({ "id": id, "capacity": bytes.choose(&[1, 1, 2, 0, 3, 1000])? });
        let mut checks = Vec::new();
        if !bytes.ratio(1, 8)? {
            checks.push(json!({ "name": "dbs", "issued": "2026-01-31", "expires": "2028-01-31" }));
        }
        if bytes.ratio(1, 4)? {
            checks.push(held(bytes, "dbs")?);
        }
        let mut training = Vec::new();
        for name in ["basics", "online"] {
            if !bytes.ratio(1, 9)? {
                training.push(json!({ "name": name, "issued": "2026-01-31" }));
            }
            if bytes.ratio(1, 6)? {
                training.push(held(bytes, name)?);
            }
        }
        set(&mut person, "checks", Value::Array(checks));
        set(&mut person, "training", Value::Array(training));
        self.answers(bytes, &mut person, 20)?;
        Ok(person)
    }

    fn mentee(&self, bytes: &mut Unstructured<'_>, at: usize) -> Result<Value> {
        let mut person = json!({ "id": format!("e{at}"), "priority_tier": bytes.int_in_range(1..=self.tiers)? });
        if !bytes.ratio(1, 4)? {
            set(&mut person, "waiting_since", json!(bytes.choose(DAYS)?));
        }
        let mut choices: Vec<&str> = Vec::new();
        for mentor in &self.mentors {
            if bytes.ratio(1, 5)? {
                choices.insert(bytes.choose_index(choices.len() + 1)?, mentor);
            }
        }
        set(&mut person, "choices", json!(choices));
        self.answers(bytes, &mut person, 10)?;
        Ok(person)
    }

    fn answers(&self, bytes: &mut Unstructured<'_>, person: &mut Value, youngest: i64) -> Result<()> {
        if !bytes.ratio(1, 5)? {
            set(person, "age", json!(bytes.int_in_range(youngest..=youngest + 15)?));
        }
        for (field, words) in [("interests", INTERESTS), ("languages", LANGUAGES), ("delivery_methods", METHODS)] {
            set(person, field, json!(some(bytes, words)?));
        }
        set(person, "availability", json!(some(bytes, TIMES)?));
        for (field, words) in [("gender", GENDERS), ("grade", GRADES), ("area", AREAS), ("start", DAYS)] {
            if !bytes.ratio(1, 5)? {
                set(person, field, json!(bytes.choose(words)?));
            }
        }
        if !bytes.ratio(1, 5)? {
            set(person, "hours", json!(bytes.choose(&["0", "0.5", "2.125", "-3", "999999999.999"])?));
        }
        if bytes.ratio(1, 2)? {
            set(person, "ethnicity", json!(bytes.choose(&["Welsh", "Polish"])?));
            let field = bytes.choose(&["consent", "consent", "consent_withdrawn", "exclusions"])?;
            if *field != "exclusions" {
                set(person, field, json!(["ethnicity"]));
            }
        }
        let mut wishes = Vec::new();
        for _ in 0..bytes.int_in_range(0..=3)? {
            wishes.push(wish(bytes)?);
        }
        set(person, "preferences", Value::Array(wishes));
        if bytes.ratio(1, 6)? {
            let at = bytes.choose_index(self.mentees)?;
            let other = format!("e{at}");
            if person.get("id") != Some(&json!(other)) {
                set(person, "exclusions", json!([other]));
            }
        }
        Ok(())
    }
}

fn held(bytes: &mut Unstructured<'_>, name: &str) -> Result<Value> {
    let mut held = json!({ "name": name });
    let issued = bytes.choose_index(DAYS.len())?;
    if bytes.ratio(2, 3)? {
        set(&mut held, "issued", json!(DAYS.get(issued)));
    }
    if bytes.ratio(1, 2)? {
        let expires = bytes.int_in_range(issued..=DAYS.len() - 1)?;
        set(&mut held, "expires", json!(DAYS.get(expires)));
    }
    Ok(held)
}

fn wish(bytes: &mut Unstructured<'_>) -> Result<Value> {
    let strength = *bytes.choose(&["prefer", "avoid", "prefer", "avoid", "must", "never"])?;
    let (attribute, values): (&str, &[&str]) = *bytes.choose(&[
        ("interests", INTERESTS),
        ("gender", GENDERS),
        ("grade", &["low", "middle..", "low..middle", "..low"]),
        ("age", &["18..30", "40..", "..25", "21"]),
        ("languages", LANGUAGES),
        ("ethnicity", &["Welsh"]),
        ("hours", &["0..0.5", "1.."]),
        ("start", &["2026-09-01..2027-07-31"]),
    ])?;
    let value = match bytes.int_in_range(0..=5)? {
        0 => json!("same"),
        1 => json!("different"),
        2 if ["interests", "gender", "languages"].contains(&attribute) => json!(some_one(bytes, values)?),
        _ => json!(bytes.choose(values)?),
    };
    Ok(json!({ "attribute": attribute, "strength": strength, "value": value }))
}

/// Any of the words; none of them when blank.
fn some<'w>(bytes: &mut Unstructured<'_>, words: &[&'w str]) -> Result<Vec<&'w str>> {
    let chosen: u8 = bytes.arbitrary()?;
    Ok(words.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, word)| *word).collect())
}

/// At least one of them.
fn some_one<'w>(bytes: &mut Unstructured<'_>, words: &[&'w str]) -> Result<Vec<&'w str>> {
    let chosen = some(bytes, words)?;
    Ok(if chosen.is_empty() { words.iter().take(1).copied().collect() } else { chosen })
}

fn set(object: &mut Value, key: &str, value: Value) {
    object.as_object_mut().unwrap_or(&mut Map::new()).insert(key.to_owned(), value);
}
