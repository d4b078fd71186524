//! Made-up people with every field a person can have.

use super::Dice;
use super::blueprint::Habits;
use super::inventory::{
    AGES, AREAS, BARRIERS, CAPABILITIES, DAYS, DISLIKES, ETHNICITIES, EXPERIENCE, FAITHS, GENDERS, GOALS, GRADES,
    HOURS, INTERESTS, LANGUAGES, METHODS, MODELS, NEEDS, PLACES, RELATIONS, ROLES, SKILLS, TIMES, TRADES, TRAVELS,
};
use serde_json::{Value, json};

/// Who is there, for exclusions and choices, and how they answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crowd<'a> {
    pub(super) habits: &'a Habits,
    pub(super) mentors: &'a [String],
    pub(super) mentees: &'a [String],
}

/// Everybody, and what somebody must have decided: mentees' nevers that are honoured, close friends who are allowed.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) mentors: Vec<Value>,
    pub(super) mentees: Vec<Value>,
    pub(super) decided: Vec<(String, &'static str)>,
    /// Mentees and the close friends whom a coordinator let them have.
    pub(super) friends: Vec<(String, String)>,
}

pub(super) fn people(crowd: &Crowd<'_>, mentors: &[u64], mentees: &[u64]) -> Made {
    let mut made = Made::default();
    for (id, seed) in crowd.mentors.iter().zip(mentors) {
        let mut dice = Dice::new(*seed);
        let (mut person, _) = person(&mut dice, crowd, id, crowd.mentees);
        person["capacity"] = dice.pick(&[json!(0), json!(1), json!(1), json!(1), json!("2"), json!(3), Value::Null]);
        person["checks"] = held(&mut dice, crowd.habits, &["enhanced dbs", "Two References"]);
        // From dice of their own, so that a change here moves nothing else.
        let mut apart = Dice::new(seed ^ 0x6368_6563);
        if apart.chance(40) {
            person["promised_months"] = apart.pick(&[json!(2), json!(6.5), json!(14), json!("0"), json!(60)]);
        }
        for name in [in_england(&mut apart), "PVG", "AccessNI enhanced with childrens barred list"] {
            if !apart.chance(crowd.habits.lapses / 2 + 5) {
                let held = [json!(format!("{name} 2025-10-31 to 2029-10-30")), json!(format!("{name} 2026-03-31"))];
                person["checks"].as_array_mut().unwrap().push(apart.pick(&held));
            }
        }
        person["training"] = held(&mut dice, crowd.habits, &["BASICS", "induction"]);
        if apart.chance(15) {
            let day = apart.pick(DAYS);
            person["training"].as_array_mut().unwrap().push(json!(format!("Communication {day}")));
        }
        let natural = dice.chance(crowd.habits.natural);
        if natural || dice.chance(50) {
            person["role_type"] = if natural { "natural" } else { dice.pick(ROLES) }.into();
        }
        made.mentors.push(person);
    }
    for (id, seed) in crowd.mentees.iter().zip(mentees) {
        let mut dice = Dice::new(*seed);
        let (mut person, wishes) = person(&mut dice, crowd, id, crowd.mentors);
        let value = |wish: &Wish| !["same", "different"].contains(&wish.value);
        for wish in wishes.iter().filter(|wish| wish.strength == "never" && value(wish)) {
            let protected = ["age", "ethnicity", "faith_group"].contains(&wish.attribute);
            if protected && !made.decided.contains(&(id.clone(), wish.attribute)) {
                made.decided.push((id.clone(), wish.attribute));
            }
        }
        if !dice.chance(crowd.habits.blanks) {
            person["waiting_since"] = dice.pick(DAYS).into();
        }
        if dice.chance(80) {
            person["priority_tier"] = (dice.roll(crowd.habits.tiers) + 1).into();
        }
        let mut choices = crowd.mentors.to_vec();
        dice.shuffle(&mut choices);
        choices.truncate(dice.pick(&[0, 0, 1, 3]));
        person["choices"] = choices.into();
        // From dice of their own, so that a change here moves nothing else.
        let mut apart = Dice::new(seed ^ 0x6368_616e);
        if !apart.chance(crowd.habits.blanks) {
            let days = ["2026-08-31", "2026-09-01", "2026-09-02", "2026-09-15", "2027-03-01"];
            person["transition_date"] = apart.pick(&days).into();
        }
        let mut apart = Dice::new(seed ^ 0x6361_7265);
        if !apart.chance(crowd.habits.blanks) {
            person["carer_consent"] = apart.pick(&["yes", "yes", "yes", "No"]).into();
        }
        if apart.chance(20) {
            person["carer_informed_of"] = "Whom to ring; complaints".into();
            person["carer_preferences"] = json!(["prefer gender woman", "must age 25..40", "avoid interests CHOIR"]);
        }
        if apart.chance(15) {
            person["existing_support"] = json!(["personal_adviser", "independent_visitor"]);
        }
        let mut apart = Dice::new(seed ^ 0x636f_6d65);
        if !apart.chance(crowd.habits.blanks) {
            person["purpose"] =
                apart.pick(&[json!("supportive"), json!(["opportunities", "Supportive"]), json!("targeted")]);
        }
        if apart.chance(30) {
            person["network_contacted"] = apart.pick(&["no", "yes"]).into();
            person["own_network"] = apart.pick(&["small", "Small", "wide"]).into();
        }
        if dice.chance(crowd.habits.known) && !crowd.mentors.is_empty() {
            let named = dice.pick(crowd.mentors);
            person["nominated_mentor"] = named.as_str().into();
            if dice.chance(70) && named != *id {
                person["known_to"] = json!([format!("{named} {}", dice.pick(RELATIONS))]);
                if dice.chance(70) {
                    made.friends.push((id.clone(), named));
                }
            }
        }
        made.mentees.push(person);
    }
    made
}

/// What both sides have.
fn person(dice: &mut Dice, crowd: &Crowd<'_>, id: &str, others: &[String]) -> (Value, Vec<Wish>) {
    let habits = crowd.habits;
    let mut person = json!({ "id": id, "name": "Hortensia Bellweather" });
    let mut answer = |field: &str, value: Value| person[field] = value;
    let asked = |dice: &mut Dice| !dice.chance(habits.blanks);
    if asked(dice) {
        match dice.roll(3) {
            0 => answer("birth_date", dice.pick(&["1985-09-01", "1985-09-02", "2008-08-31", "1958-02-28"]).into()),
            _ => answer("age", dice.pick(AGES).into()),
        }
    }
    let terms = |dice: &mut Dice, from: &[&str]| {
        let mut some: Vec<String> = dice.some_of(from, habits.breadth).iter().map(|term| spelled(dice, term)).collect();
        if from == METHODS || from == MODELS {
            dice.shuffle(&mut some);
        }
        if from == INTERESTS {
            some.extend((0..habits.hobbies).map(|_| format!("hobby {}", dice.roll(100))));
        }
        if dice.chance(30) { Value::from(some.join("; ")) } else { Value::from(some) }
    };
    for (field, from) in [
        ("languages", LANGUAGES),
        ("interests", INTERESTS),
        ("lived_experience", EXPERIENCE),
        ("delivery_methods", METHODS),
        ("delivery_models", MODELS),
        ("dislikes", DISLIKES),
        ("goals", GOALS),
        ("skills", SKILLS),
        ("motivations", GOALS),
        ("offers", SKILLS),
        ("trade", TRADES),
    ] {
        if asked(dice) {
            answer(field, terms(dice, from));
        } else if dice.chance(30) {
            answer(field, dice.pick(&[Value::Null, json!(""), json!([])]));
        }
    }
    for (field, from) in [
        ("gender", GENDERS),
        ("ethnicity", ETHNICITIES),
        ("faith_group", FAITHS),
        ("area", AREAS),
        ("grade", GRADES),
        ("start", DAYS),
    ] {
        if asked(dice) {
            let one = dice.pick(from);
            answer(field, spelled(dice, one).into());
        }
    }
    if asked(dice) {
        answer(
            "available_from",
            dice.pick(&["2024-02-29", "2026-09-01", "2026-09-10", "2026-12-01", "2029-01-01"]).into(),
        );
    }
    if asked(dice) {
        answer(
            "available_until",
            dice.pick(&["2026-08-31", "2026-10-09", "2026-12-01", "2027-11-01", "2029-01-01"]).into(),
        );
    }
    if asked(dice) {
        answer("hours", dice.pick(HOURS).into());
    }
    if asked(dice) {
        answer("availability", dice.some_of(TIMES, 30).join("; ").into());
    }
    // From dice of their own, so that a change here moves nothing else.
    let mut apart = Dice::new(dice.roll(usize::MAX) as u64);
    if asked(&mut apart) {
        answer("place", apart.pick(PLACES).into());
    }
    if asked(&mut apart) {
        answer("max_travel_km", apart.pick(TRAVELS).into());
    }
    if apart.chance(25) {
        answer(
            "other_services",
            apart.pick(&[
                json!("choir practice: Mon 17:00-18:30; clinic: Tue am"),
                json!([{ "name": "work", "times": "every day all day", "contact": "the manager" }]),
            ]),
        );
    }
    if apart.chance(15) {
        answer("barred_from", apart.some_of(AREAS, 40).into());
    }
    if asked(&mut apart) {
        answer("attends", apart.some_of(AREAS, 30).into());
    }
    for field in ["phone", "device"] {
        if apart.chance(60) {
            answer(field, apart.pick(&["yes", "yes", "no"]).into());
        }
    }
    if apart.chance(25) {
        answer("interpreter", apart.pick(&["yes", "no"]).into());
    }
    if apart.chance(20) {
        answer("move_likely", apart.pick(&["yes", "no"]).into());
    }
    if !apart.chance(60) {
        answer("relationship_barriers", apart.some_of(BARRIERS, 25).into());
        answer("needs", apart.some_of(NEEDS, 25).into());
    }
    if asked(&mut apart) {
        answer("capabilities", apart.some_of(CAPABILITIES, 80).into());
    }
    if dice.chance(habits.exclusions) && !others.is_empty() {
        let other = dice.pick(others);
        let apart = Dice::new(dice.clone().roll(usize::MAX) as u64).roll(3);
        let entry = match apart {
            0 => json!(format!("{other}: they fell out")),
            1 => json!({ "id": other, "reason": "not to be said" }),
            _ => json!(other),
        };
        answer("exclusions", vec![entry].into());
    }
    if dice.chance(habits.known) && !others.is_empty() {
        let (other, relation) = (dice.pick(others), dice.pick(RELATIONS));
        if other != id {
            answer("known_to", json!([{ "id": other, "relation": relation }]));
        }
    }
    let consent = |dice: &mut Dice, given: usize| {
        let entry = |dice: &mut Dice, name: &&str| match dice.roll(3) {
            0 => format!("{name} {}", dice.pick(DAYS)),
            _ => (*name).to_owned(),
        };
        let mut names = vec!["ethnicity", "lived_experience", "faith_group"];
        names.retain(|_| dice.chance(given));
        names.iter().map(|name| entry(dice, name)).collect::<Vec<_>>()
    };
    answer("consent", consent(dice, 80).into());
    answer("consent_withdrawn", consent(dice, 10).into());
    if dice.chance(50) {
        answer("monitoring", json!({ "ethnicity": dice.pick(ETHNICITIES), "disability": dice.pick(&["yes", "no"]) }));
    }
    let wishes: Vec<Wish> = (0..dice.roll(habits.wishes + 1)).map(|_| Wish::new(dice, habits)).collect();
    answer("preferences", wishes.iter().map(|wish| wish.written(dice)).collect());
    (person, wishes)
}

/// The term as one or another person would write it.
fn spelled(dice: &mut Dice, term: &str) -> String {
    match dice.roll(4) {
        0 if !METHODS.contains(&term) && !MODELS.contains(&term) => term.to_uppercase(),
        1 => format!(" {term}"),
        _ => term.to_owned(),
    }
}

#[derive(Debug)]
struct Wish {
    strength: &'static str,
    attribute: &'static str,
    value: &'static str,
}

impl Wish {
    fn new(dice: &mut Dice, habits: &Habits) -> Self {
        const WISHES: &[(&str, &[&str])] = &[
            ("gender", &["woman", "man", "woman or non-binary", "same", "different"]),
            ("gender", &["woman", "man"]),
            ("age", &["25..40", "..34", "35..", "41", "different"]),
            ("ethnicity", &["same", "same", "different", "Irish", "Caribbean or Indian"]),
            ("faith_group", &["same", "quaker"]),
            ("interests", &["chess", "same", "KITES or choir"]),
            ("languages", &["Polish", "same"]),
            ("lived_experience", &["care", "same", "different"]),
            ("delivery_methods", &["telephone"]),
            ("waiting_since", &["..2026-08-31"]),
            ("grade", &["EO", "AO..HEO", "same", "EO.."]),
            ("hours", &["2..", "1.5..3.125"]),
            ("start", &["2026-09-02..", "same"]),
            ("area", &["same", "Far Moor"]),
            ("trade", &["nursing", "different"]),
        ];
        let (attribute, values) = dice.pick(WISHES);
        let strengths = if dice.chance(habits.hard) { ["must", "never"] } else { ["prefer", "avoid"] };
        Self { strength: dice.pick(&strengths), attribute, value: dice.pick(values) }
    }

    fn written(&self, dice: &mut Dice) -> Value {
        let Self { strength, attribute, value } = self;
        if dice.chance(50) {
            return format!("{strength} {attribute} {value}").into();
        }
        let value = match value.split_once(" or ") {
            Some((one, other)) => json!([one, other]),
            None => json!(value),
        };
        json!({ "attribute": attribute, "strength": strength, "value": value })
    }
}

/// The highest check that somebody in England or Wales holds.
fn in_england(dice: &mut Dice) -> &'static str {
    dice.pick(&["enhanced DBS with children's barred list", "Enhanced DBS with both barred lists", "dbs basic"])
}

/// Checks or training, mostly in order.
fn held(dice: &mut Dice, habits: &Habits, names: &[&str]) -> Value {
    let mut held = Vec::new();
    for name in names {
        if !dice.chance(habits.lapses) {
            held.push(json!(format!("{name} 2025-10-31 to 2029-10-30")));
            continue;
        }
        for _ in 0..dice.roll(3) {
            let (one, other) = (dice.pick(DAYS), dice.pick(DAYS));
            held.push(match dice.roll(5) {
                0 => json!(name),
                1 => json!(format!("{name} {one}")),
                2 => json!(format!("{name} to {one}")),
                3 => json!({ "name": name, "issued": one.min(other), "expires": one.max(other) }),
                _ => json!({ "name": name, "issued": one, "expires": null }),
            });
        }
    }
    held.into()
}
