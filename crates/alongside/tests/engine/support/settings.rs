//! Everything of a programme but its people.

use super::Dice;
use super::blueprint::Habits;
use super::inventory::{AS_OF, GRADES, TRADES};
use serde_json::{Value, json};

/// A vocabulary over the words that made-up people use, in two layers, for one attribute or for all.
pub(super) fn terms(dice: &mut Dice) -> Value {
    let lines = [
        json!({ "term": "choir", "parent": "music" }),
        json!({ "term": "Music", "parent": ["Arts"] }),
        json!({ "term": "chess", "parent": "board games" }),
        json!({ "term": "board games", "parent": ["play"], "attribute": "interests" }),
        json!({ "term": "kites", "canonical": "play" }),
        json!({ "term": "kites 2", "canonical": "kites 1" }),
        json!({ "term": "play", "parent": "arts" }),
        json!({ "term": "Polish", "canonical": "English", "attribute": "languages" }),
        json!({ "term": "nursing", "parent": "catering" }),
        json!({ "term": "upper fold", "synonyms": ["Lower Tumble"] }),
        json!({ "term": "man", "parent": "woman" }),
        json!({ "term": "Far Moor", "parent": "Upper Fold" }),
        json!({ "term": "Caribbean", "synonyms": ["indian"], "attribute": "ethnicity; area" }),
        json!({ "term": "prison", "parent": "care" }),
        json!({ "term": "stutter", "canonical": "stammer", "attribute": "relationship_barriers" }),
        json!({ "term": "patience", "parent": "communication", "attribute": "capabilities" }),
    ];
    let how_many = dice.pick(&[0, 0, 30, 80]);
    let mut chosen: Vec<Value> = lines.into_iter().filter(|_| dice.chance(how_many)).collect();
    dice.shuffle(&mut chosen);
    chosen.into()
}

/// Scores for every supplied criterion, of some pairs and at least of one.
pub(super) fn scores(dice: &mut Dice, criteria: &Value, mentees: &[String], mentors: &[String]) -> Value {
    let supplied = criteria.as_array().unwrap().iter().filter(|one| one["criterion"] == "supplied");
    let mut scores = Vec::new();
    for criterion in supplied {
        let pairs = mentees.iter().flat_map(|mentee| mentors.iter().map(move |mentor| (mentee, mentor)));
        for (at, (mentee, mentor)) in
            pairs.enumerate().filter(|(at, _)| *at == 0 || dice.chance(50)).collect::<Vec<_>>()
        {
            let points = if criterion["ranked"] == true { at % 5 + 1 } else { dice.pick(&[0, 1, 333, 700, 1000]) };
            let score = json!({ "mentee": mentee, "mentor": mentor, "points": points, "criterion": criterion["id"] });
            scores.push(score);
        }
    }
    dice.shuffle(&mut scores);
    scores.into()
}

/// What ways of meeting need, in some programmes.
pub(super) fn delivery(dice: &mut Dice) -> Option<Value> {
    let mut needs = json!({ "telephone_needs": "phone", "internet_needs": ["device"], "online_supervision_under": 18 });
    let given = dice.chance(15);
    let language = dice.pick(&[
        Value::Null,
        json!({}),
        json!({ "interpreter_for": "telephone" }),
        json!({ "needed_for": ["telephone", "internet", "face_to_face"], "interpreter_for": ["face_to_face"] }),
    ]);
    if !language.is_null() {
        needs["language"] = language;
    }
    given.then_some(needs)
}

/// What the programme does with whom, in some programmes: by the table as it ships, or with rows of its own.
pub(super) fn activity(dice: &mut Dice) -> Option<Value> {
    let own = |row: &str, mentees: &str, check: &str| {
        json!({ "row": row, "mentees": mentees, "check": check,
        "methods": ["telephone"], "source": "agreed" })
    };
    let made = json!({
        "nation": dice.pick(&["england", "wales", "scotland", "northern_ireland"]),
        "mentees": dice.pick(&[json!(["children", "adults"]), json!(["adults_receiving_care", "children"]),
            json!("adults"), json!(["children"])]),
        "days_in_30": dice.pick(&[2, 4]),
        "overnight": dice.chance(30),
        "methods": dice.pick(&[json!(["telephone"]), json!(["face_to_face", "internet"]), Value::Null]),
        "valid_months": dice.pick(&[json!(36), Value::Null]),
        "table": dice.pick(&[json!([]), json!([
            own("by telephone", "children", "Two References"),
            own("england-wales-children-often", "children", "Basic DBS"),
        ])]),
    });
    dice.chance(12).then_some(made)
}

/// Three programmes, for some people or for all, of which some share.
pub(super) fn programmes(dice: &mut Dice, criteria: &[Value]) -> Value {
    let open = dice.pick(&[10, 60, 90]);
    let whom = |dice: &mut Dice| {
        let conditions = [
            ("ages", json!({ "min": 18 })),
            (
                "groups",
                json!([{ "attribute": "interests", "any_of": ["chess", "arts"] },
                { "attribute": "grade", "any_of": "AO.." }]),
            ),
            ("area", json!({ "attribute": "area", "any_of": ["Far Moor", "Upper Fold"] })),
        ];
        let kept = conditions.into_iter().filter(|_| !dice.chance(open)).map(|(key, value)| (key.to_owned(), value));
        let kept: serde_json::Map<String, Value> = kept.collect();
        (!kept.is_empty()).then(|| Value::from(kept))
    };
    let mut made = Vec::new();
    for (id, others) in [
        ("Visitors", ["leaving-care", "the line"]),
        ("leaving-care", ["visitors", "the line"]),
        ("the line", ["Visitors", "leaving-care"]),
    ] {
        let shares: Vec<&str> = others.into_iter().filter(|_| dice.chance(50)).collect();
        let purpose = dice.pick(&[None, None, Some("targeted"), Some("supportive"), Some("opportunities")]);
        let weighed = criteria.first().filter(|_| dice.chance(40));
        let weights = weighed.map(|id| json!({ id.as_str().unwrap(): dice.roll(7) + 1 }));
        let mut mentees = whom(dice);
        // From dice of their own, so that nothing else moves.
        let mut apart = Dice::new((id.len() ^ shares.len() ^ open) as u64);
        if apart.chance(8) {
            mentees.get_or_insert_with(|| json!({}))["purposes"] = json!(["supportive", "targeted"]);
        }
        made.push(json!({
            "id": id, "shares_with": shares, "mentees": mentees, "mentors": whom(dice), "purpose": purpose,
            "sub_goals": (purpose == Some("targeted")).then_some("desistance"),
            "setting": dice.pick(&[None, Some("statutory")]), "weights": weights,
        }));
    }
    made.into()
}

/// A document with settings and nobody in it.
pub(super) fn document(dice: &mut Dice, habits: &Habits) -> Value {
    let criteria = criteria(dice);
    let aim = aim(dice, habits, &criteria);
    let justification = |attribute| json!({ "attribute": attribute, "reason": "Visits happen at home." });
    let justifications = ["gender", "age", "ethnicity", "faith_group", "lived_experience"].map(justification);
    let mut document = json!({
        "name": "Second Wind of Nowhere",
        "support": dice.pick(&["mentoring", "befriending"]),
        "as_of": AS_OF,
        "planned_months": dice.pick(&[3, 6, 14]),
        "seed": dice.roll(1000),
        "opaque_ids": dice.chance(50),
        "safeguarding": safeguarding(dice),
        "attributes": attributes(dice),
        "basis": {
            "ethnicity": { "basis": dice.pick(&["consent", "not_for_profit_body"]), "note": "minute 12" },
            "lived_experience": { "basis": dice.pick(&["consent", "social_care"]) },
            "faith_group": { "basis": dice.pick(&["consent", "counselling"]) },
            "relationship_barriers": { "basis": "safeguarding" },
            "needs": { "basis": "disability_support" },
            "barred_from": { "basis": "safeguarding" },
        },
        "justifications": justifications,
        "rules": rules(dice),
        "criteria": criteria,
        "aim": aim,
        "priority": priority(dice, habits),
    });
    if dice.chance(40) {
        let open = document["criteria"].as_array().unwrap().iter().take(3).map(|one| one["id"].as_str().unwrap());
        let bounds = open.map(|id| (id.to_owned(), json!({ "max": 20 })));
        document["own_weights"] = bounds.collect::<serde_json::Map<_, _>>().into();
    }
    let designed = design(dice);
    document.as_object_mut().unwrap().extend(designed.as_object().unwrap().clone());
    if dice.chance(40) {
        let groups = json!({ "Of the isles": ["Irish", "Caribbean"], "Of the mainland": ["Indian"] });
        document["ethnicity"] =
            json!({ "scheme": "own", "groups": groups, "no_match": dice.pick(&["Irish", "Indian"]) });
    }
    document
}

/// What some programmes say of themselves.
fn design(dice: &mut Dice) -> Value {
    dice.pick(&[
        json!({}),
        json!({}),
        json!({ "formality": "formal", "setting": "business" }),
        json!({ "preset": "mentoring", "purpose": "targeted", "sub_goals": ["desistance", "career"] }),
        json!({ "preset": "mentoring", "formality": "informal", "purpose": "opportunities",
            "factors": [{ "sake": "opportunities", "criterion": "coverage", "factor": 4 }] }),
        json!({ "purpose": "supportive", "setting": "community"}),
        json!({ "preset": "befriending", "review_months": 6, "planned_months": null }),
    ])
}

/// Grounds on which mentees stand in an earlier tier.
fn priority(dice: &mut Dice, habits: &Habits) -> Value {
    let grounds = [
        json!({ "attribute": "interests", "value": ["chess", "music"] }),
        json!({ "id": "any of two", "attribute": "area", "value": "Upper Fold" }),
        json!({ "attribute": "start", "within_days": dice.pick(&[0, 30, 400]) }),
        json!({ "id": "by range", "attribute": "start", "value": "2026-10-01..2026-12-31" }),
        json!({ "attribute": "grade", "value": "AO.." }),
        json!({ "attribute": "hours", "value": "..3" }),
        json!({ "under_age": 26 }),
        json!({ "promised_days": dice.pick(&[90, 365]), "within_days": dice.pick(&[0, 60]) }),
    ];
    let how_many = dice.pick(&[0, 0, 20, 50]);
    let mut chosen: Vec<Value> = grounds.into_iter().filter(|_| dice.chance(how_many)).collect();
    dice.shuffle(&mut chosen);
    for ground in &mut chosen {
        ground["tier"] = (dice.roll(habits.tiers) + 1).into();
        ground["why"] = "It was agreed.".into();
    }
    chosen.into()
}

fn safeguarding(dice: &mut Dice) -> Value {
    let dbs = json!({ "name": "Enhanced DBS", "valid_months": 36 });
    let basics = json!({ "name": "Basics", "valid_months": 24 });
    dice.pick(&[
        json!({ "checks": [], "why": "Nobody is ever alone with anybody." }),
        json!({ "checks": ["Enhanced DBS"],
            "training": [{ "name": "induction", "roles": ["peer", "natural"] }] }),
        json!({ "checks": [dbs.clone()], "training": ["induction"] }),
        json!({ "checks": [dbs, "two references"], "training": [basics, "induction"] }),
    ])
}

fn attributes(dice: &mut Dice) -> Value {
    let mut trade = json!({ "kind": "tags", "sensitivity": "ordinary" });
    if dice.chance(50) {
        trade["values"] = TRADES.into();
    }
    json!({
        "trade": trade,
        "area": { "kind": "one_of", "sensitivity": "ordinary" },
        "grade": { "kind": "level", "order": GRADES, "sensitivity": "ordinary" },
        "hours": { "kind": "number", "sensitivity": "ordinary" },
        "start": { "kind": "date", "sensitivity": "ordinary" },
        "faith_group": {
            "kind": "one_of", "sensitivity": "special_category", "protected": "religion_or_belief",
        },
    })
}

fn rules(dice: &mut Dice) -> Value {
    let bounds = |attribute: &str, settings: Value| {
        let mut rule = json!({ "rule": "attribute_bounds", "attribute": attribute });
        rule.as_object_mut().unwrap().append(&mut settings.as_object().unwrap().clone());
        rule
    };
    let menu = [
        json!({ "rule": "delivery_method" }),
        json!({ "rule": "delivery_model" }),
        json!({ "rule": "dates_overlap", "minimum_days": dice.pick(&[1, 30, 90]),
            "before_transition": dice.chance(50) }),
        json!({ "rule": "shared_language" }),
        json!({ "rule": "time_overlap", "minimum_minutes": dice.pick(&[30, 60, 120]) }),
        dice.pick(&[
            json!({ "rule": "travel" }),
            json!({ "rule": "travel", "who": "mentee", "max_km": 10 }),
            json!({ "rule": "travel", "who": "either" }),
            json!({ "rule": "travel", "who": "both" }),
            json!({ "rule": "travel", "who": "nobody", "max_km": 12 }),
        ]),
        dice.pick(&[
            json!({ "rule": "age_bounds", "mentor": { "min": 18 } }),
            json!({ "rule": "age_bounds", "difference": { "min": 1, "max": 40 } }),
            json!({ "rule": "age_bounds", "mentor": { "max": 60 }, "mentee": { "min": 18 } }),
        ]),
        json!({ "rule": "co_location" }),
        json!({ "rule": "carer_consent", "under": dice.pick(&[18, 26]) }),
        dice.pick(&[
            json!({ "rule": "capabilities" }),
            json!({ "rule": "capabilities", "table": [
                { "need": "trauma", "requires": [] },
                { "need": "Bingo", "attribute": "needs", "requires": ["Access", "regulation"] },
            ] }),
        ]),
        bounds(
            "grade",
            dice.pick(&[json!({ "difference": { "min": 0, "max": 2 } }), json!({ "mentee": { "max": "EO" } })]),
        ),
        bounds("hours", dice.pick(&[json!({ "difference": { "min": -0.5 } }), json!({ "mentor": { "min": 1.5 } })])),
        bounds(
            "start",
            dice.pick(&[json!({ "mentor": { "max": "2026-12-01" } }), json!({ "difference": { "max": 90 } })]),
        ),
        bounds("area", json!({ "relation": dice.pick(&["same", "different"]) })),
        bounds("trade", json!({ "relation": dice.pick(&["same", "different"]) })),
        bounds("grade", json!({ "relation": "different", "mentor": { "min": "AO" }, "mentee": { "min": "AA" } })),
    ];
    let how_many = dice.pick(&[0, 5, 15, 30]);
    let mut chosen: Vec<Value> = menu.into_iter().filter(|_| dice.chance(how_many)).collect();
    dice.shuffle(&mut chosen);
    for (at, rule) in chosen.iter_mut().enumerate() {
        rule["id"] = format!("rule {at}").into();
        rule["why"] = "It was agreed.".into();
        if dice.chance(70) && rule["rule"] != "carer_consent" {
            rule["unknown"] = dice.pick(&["needs_check", "allow"]).into();
        }
    }
    chosen.into()
}

fn criteria(dice: &mut Dice) -> Vec<Value> {
    let line =
        |mentee: &str, mentor: &str, points: i64| json!({ "mentee": mentee, "mentor": mentor, "points": points });
    let menu = [
        json!({ "criterion": "shared_tags", "attribute": "interests", "full_at": dice.roll(3) + 1,
            "rare_counts_more": dice.chance(50) }),
        json!({ "criterion": "shared_tags", "attribute": "lived_experience", "full_at": 2 }),
        json!({ "criterion": "shared_tags", "attribute": "trade", "rare_counts_more": true }),
        json!({ "criterion": "shared_dislikes", "full_at": dice.roll(2) + 1, "rare_counts_more": dice.chance(50) }),
        json!({ "criterion": "coverage" }),
        json!({ "criterion": "motivations" }),
        json!({ "criterion": "motivations", "mentor_attribute": "interests", "mentee_attribute": "goals" }),
        json!({ "criterion": "coverage", "mentee_attribute": "trade", "mentor_attribute": "goals" }),
        json!({ "criterion": "same_value", "attribute": dice.pick(&["gender", "ethnicity", "interests", "grade"]) }),
        json!({ "criterion": "same_value", "attribute": dice.pick(&["area", "hours", "ethnicity"]), "relation": "different" }),
        json!({ "criterion": "level_distance", "attribute": "grade", "ideal": 1 }),
        json!({ "criterion": "level_distance", "attribute": "hours", "ideal": -0.5, "span": 2.125 }),
        json!({ "criterion": "level_distance", "attribute": "start", "span": 100 }),
        json!({ "criterion": "shared_time", "full_at_minutes": dice.pick(&[30, 210, 600]) }),
        json!({ "criterion": "distance", "near_km": dice.roll(3), "far_km": dice.pick(&[3, 12, 400]) }),
        json!({ "criterion": "stated_preferences" }),
        json!({ "criterion": "stated_preferences", "side": "mentee", "attribute": "gender" }),
        json!({ "criterion": "stated_preferences", "side": "mentor" }),
        json!({ "criterion": "ranked_choices", "ranks": dice.roll(3) + 1 }),
        json!({ "criterion": "lookup", "mentee_attribute": "grade", "mentor_attribute": "gender", "otherwise": 333,
            "table": [line("AA", "Woman", 900), line("eo", "man", 250), line("HEO", "woman", 0)] }),
        json!({ "criterion": "lookup", "mentee_attribute": "area", "mentor_attribute": "area",
            "table": [line("Far Moor", "upper fold", 700), line("nowhere at all", "Far Moor", 1000)] }),
        json!({ "criterion": "supplied" }),
        json!({ "criterion": "supplied", "ranked": true }),
        json!({ "criterion": "carer_preferences" }),
        json!({ "criterion": "duration" }),
        json!({ "criterion": "training_held", "training": ["induction", "basics", "first aid"] }),
        json!({ "criterion": "delivery_preference" }),
        json!({ "criterion": "delivery_preference", "attribute": "delivery_methods",
            "side": dice.pick(&["mentee", "mentor"]) }),
        json!({ "criterion": "delivery_preference", "attribute": "delivery_models" }),
    ];
    if dice.chance(7) {
        return Vec::new();
    }
    let how_many = dice.pick(&[10, 30, 60]);
    let mut chosen = dice.some_of(&menu, how_many);
    dice.shuffle(&mut chosen);
    let most = dice.pick(&[1, 5]);
    for (at, criterion) in chosen.iter_mut().enumerate() {
        criterion["id"] = format!("criterion {at}").into();
        criterion["why"] = "People said it mattered.".into();
        criterion["weight"] = if at == 0 { 1 } else { dice.roll(most + 1) }.into();
        if dice.chance(80) {
            criterion["unknown"] = dice.pick(&["neutral", "lowest", "ask"]).into();
        }
        if dice.chance(30) {
            criterion["view"] = dice.pick(&["mentee", "mentor", "both"]).into();
        }
    }
    chosen
}

fn aim(dice: &mut Dice, habits: &Habits, criteria: &[Value]) -> Value {
    let mut first: Vec<Value> = criteria.iter().map(|criterion| criterion["id"].clone()).collect();
    dice.shuffle(&mut first);
    first.truncate(dice.pick(&[0, 0, 1, 2]));
    let most: i64 = criteria.iter().map(|criterion| criterion["weight"].as_i64().unwrap() * 1000).sum();
    let floor = dice.pick(&[0, 0, most / 3, most / 2]);
    let mut aim = json!({ "tiers": habits.tiers, "first": first, "floor": floor });
    // What of the weights is each side's for certain, whatever else is brought.
    let of = |view: &str| -> i64 {
        let own = criteria.iter().filter(|criterion| criterion["view"] == view);
        own.map(|criterion| criterion["weight"].as_i64().unwrap() * 1000).sum()
    };
    for (key, view) in [("mentee_floor", "mentee"), ("mentor_floor", "mentor")] {
        if dice.chance(30) {
            aim[key] = (of(view) / dice.pick(&[2, 3])).into();
        }
    }
    let quality = dice.pick(&[
        json!({}),
        json!({}),
        json!({ "quality": "total_fit" }),
        json!({ "quality": "least_fit" }),
        json!({ "quality": "worst_off_first" }),
        json!({ "quality": "worst_off_first", "steps": 3 }),
        json!({ "quality": "worst_off_first", "steps": 100 }),
        json!({ "quality": "most_first_choices" }),
        json!({ "quality": "most_first_choices", "ranks": 1 }),
        json!({ "quality": "fewest_last_choices", "ranks": 2 }),
        json!({ "quality": "fewest_last_choices" }),
    ]);
    aim.as_object_mut().unwrap().extend(quality.as_object().unwrap().clone());
    if dice.chance(30) {
        aim["longest_waiting_first"] = true.into();
    }
    if dice.chance(25) && aim["quality"] != "least_fit" {
        aim["most_mentors"] = true.into();
    }
    aim
}
