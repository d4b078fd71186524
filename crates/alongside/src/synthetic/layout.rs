//! How the sheets of each kind of programme look: their headers, and how answers stand in their cells.

use super::{Answered, Scheme, practice};
use crate::domain::Side;
use crate::input::FurtherKind;
use std::fmt::Write;

/// Fields in the order of the sheets; a side has those that it can have, a scheme those that it asks.
const FIELDS: &[&str] = &[
    "id",
    "name",
    "birth_date",
    "age",
    "gender",
    "ethnicity",
    "faith",
    "languages",
    "place",
    "max_travel_km",
    "interests",
    "dislikes",
    "goals",
    "skills",
    "motivations",
    "offers",
    "needs",
    "lived_experience",
    "shareable_experiences",
    OWN,
    "availability",
    "delivery_methods",
    "delivery_models",
    "role_type",
    "available_from",
    "available_until",
    "capacity",
    "checks",
    "training",
    "waiting_since",
    "priority_tier",
    "choices",
    "exclusions",
    "known_to",
    "nominated_mentor",
    "preferences",
    "consent",
    "consent_withdrawn",
    "monitoring.ethnicity",
    "monitoring.disability",
];

/// Stands for the attribute that the scheme declares.
const OWN: &str = "(own)";

const MENTORS_ONLY: [&str; 7] =
    ["shareable_experiences", "skills", "motivations", "role_type", "capacity", "checks", "training"];
const MENTEES_ONLY: [&str; 7] =
    ["goals", "offers", "needs", "waiting_since", "priority_tier", "choices", "nominated_mentor"];
const PERSONAL: [&str; 3] = ["ethnicity", "faith", "monitoring.ethnicity"];
const DATES: [&str; 8] =
    ["birth_date", "transition_date", "waiting_since", "available_from", "available_until", "started", "ended", "on"];

/// Headers of sheets that do not use the fields' names: befriending, workplace, resettlement.
const HEADERS: &[(&str, [&str; 3])] = &[
    ("id", ["Ref", "Staff no.", "Case"]),
    ("name", ["Name", "Name", "Full name"]),
    ("birth_date", ["Date of birth", "Born", "DOB"]),
    ("age", ["Age if no date of birth", "Age", "Age if DOB not known"]),
    ("gender", ["Gender", "Gender", "Man or woman"]),
    ("ethnicity", ["Ethnic group", "Ethnic group", "Background"]),
    ("faith", ["Faith", "Faith", "Religion"]),
    ("languages", ["Languages", "Languages for meetings", "Speaks"]),
    ("place", ["Postcode", "Office postcode", "Postcode (first part and digit)"]),
    ("max_travel_km", ["Will travel (km)", "Will travel (km)", "How far (km)"]),
    ("interests", ["Enjoys", "Fields of interest", "Interests"]),
    ("dislikes", ["Would rather not", "Would rather not", "Not comfortable with"]),
    ("goals", ["Hopes for", "Wants to develop", "Wants help with"]),
    ("skills", ["Can help with", "Can help to develop", "Can help with"]),
    ("motivations", ["Hopes to gain", "Hopes to gain", "Why they volunteer"]),
    ("offers", ["Can give in return", "Can give in return", "Can give back"]),
    ("needs", ["Has to be thought of", "Adjustments", "Needs"]),
    ("lived_experience", ["Has been through and will talk about", "Own experience to share", "Lived experience"]),
    ("shareable_experiences", ["Of this will share", "Of this will share", "Agreed to share"]),
    ("support_level", ["Support", "", ""]),
    ("grade", ["", "Grade", ""]),
    ("area_of_work", ["", "", "Kind of work"]),
    ("availability", ["Free times", "Free times", "When free"]),
    ("delivery_methods", ["How to meet", "How to meet", "Meet how"]),
    ("delivery_models", ["Form of support", "Form of mentoring", "Form of support"]),
    ("role_type", ["Kind of befriender", "Kind of mentor", "Role"]),
    ("available_from", ["Can start", "Can start", "Arrives or free from"]),
    ("available_until", ["Leaves", "Leaves", "Until"]),
    ("capacity", ["Places free", "How many", "Places"]),
    ("checks", ["Checks", "Checks", "Checks"]),
    ("training", ["Courses", "Courses", "Training"]),
    ("waiting_since", ["Referred", "Applied", "Referred on"]),
    ("priority_tier", ["Priority", "Round", "Priority"]),
    ("choices", ["Has met and liked", "Mentors chosen", "Would like"]),
    ("exclusions", ["Not with", "Not with", "Never with"]),
    ("known_to", ["Knows already", "Knows already", "Knows"]),
    ("nominated_mentor", ["", "Has named as mentor", "Names as mentor"]),
    ("preferences", ["Wishes", "Wishes", "Asked for"]),
    ("consent", ["Consents given", "Consents given", "Agreed to use"]),
    ("consent_withdrawn", ["Consents withdrawn", "Consents withdrawn", "Took back"]),
    ("monitoring.ethnicity", ["Monitoring: ethnic group", "Monitoring: ethnic group", "Monitoring: background"]),
    ("monitoring.disability", ["Monitoring: disability", "Monitoring: disability", "Monitoring: disability"]),
];

/// What a sheet says, and what is meant.
type Words = &'static [(&'static str, &'static str)];

/// Words that a scheme's sheets use in place of the engine's.
const SPOKEN: &[(Scheme, &str, Words)] = &[
    (
        Scheme::Befriending,
        "delivery_methods",
        &[("home", "face_to_face"), ("phone", "telephone"), ("video", "internet")],
    ),
    (Scheme::Befriending, "priority_tier", &[("urgent", "1"), ("high", "2"), ("routine", "3")]),
    (Scheme::Resettlement, "gender", &[("M", "man"), ("F", "woman"), ("X", "non-binary")]),
    (
        Scheme::Workplace,
        "delivery_methods",
        &[("in person", "face_to_face"), ("by phone", "telephone"), ("online", "internet")],
    ),
];

pub(super) fn fields(scheme: Scheme, side: Side) -> Vec<&'static str> {
    let traits = scheme.traits();
    let (not_theirs, own): (&[&str], _) = match side {
        Side::Mentor => (&MENTEES_ONLY, &traits.mentors),
        Side::Mentee => (&MENTORS_ONLY, &traits.mentees),
    };
    let asked = |field: &str| match field {
        _ if not_theirs.contains(&field) => false,
        _ if PERSONAL.contains(&field) => traits.personal,
        "max_travel_km" => !own.travel.is_empty(),
        "delivery_models" => scheme == Scheme::Befriending,
        "checks" => !traits.checks.is_empty(),
        "choices" => traits.choices_count,
        "nominated_mentor" => traits.natural > 0,
        OWN => !own.own.0.is_empty(),
        _ => true,
    };
    let named = |field: &&'static str| if *field == OWN { traits.own } else { field };
    FIELDS.iter().filter(|field| asked(field)).map(named).chain(practice::fields(scheme, side)).collect()
}

pub(super) fn header(scheme: Scheme, side: Side, field: &'static str) -> &'static str {
    let column = match scheme {
        Scheme::Befriending => 0,
        Scheme::CareLeavers => return field,
        Scheme::Workplace => 1,
        Scheme::Resettlement => 2,
    };
    let found = HEADERS.iter().find(|(name, _)| *name == field).and_then(|(_, headers)| headers.get(column));
    match (scheme, side, field) {
        (Scheme::Befriending, Side::Mentor, "id") => "Volunteer no.",
        (Scheme::Befriending, Side::Mentor, "support_level") => "Support they can give",
        (Scheme::Befriending, Side::Mentee, "support_level") => "Support needed",
        _ => found.copied().unwrap_or(field),
    }
}

fn separator(scheme: Scheme, field: &str) -> &'static str {
    match (scheme, field) {
        (Scheme::Befriending, "languages" | "interests" | "dislikes") => ", ",
        (Scheme::Befriending | Scheme::Workplace, "delivery_methods") => " / ",
        _ => "; ",
    }
}

fn spoken(scheme: Scheme, field: &str) -> Words {
    let found = SPOKEN.iter().find(|(of, name, _)| *of == scheme && *name == field);
    found.map_or(&[], |(_, _, words)| words)
}

pub(super) fn cell(scheme: Scheme, answer: &Answered) -> String {
    let words = spoken(scheme, answer.field);
    let mut cell = String::new();
    for item in &answer.items {
        if !cell.is_empty() {
            cell.push_str(separator(scheme, answer.field));
        }
        match words.iter().find(|(_, meant)| meant == item) {
            Some((said, _)) => cell.push_str(said),
            None => cell.push_str(item),
        }
    }
    if scheme == Scheme::CareLeavers && DATES.contains(&answer.field) {
        let mut parts: Vec<&str> = cell.split('-').collect();
        parts.reverse();
        return parts.join("/");
    }
    cell
}

/// The `sheets` part of the programme file.
pub(super) fn sheets(scheme: Scheme, mentors: &str, mentees: &str, further: &[(FurtherKind, &str)]) -> String {
    let mut text = String::from("\n# --- Where the people stand ---\n\n[sheets]\n");
    let dates = if scheme == Scheme::CareLeavers { "day/month/year" } else { "year-month-day" };
    // Writing to a text cannot fail.
    let _ = writeln!(text, "dates = \"{dates}\"");
    for (side, file) in [(Side::Mentor, mentors), (Side::Mentee, mentees)] {
        let _ = writeln!(text, "\n[sheets.{}]\nfile = \"{file}\"", side.plural());
        if scheme == Scheme::CareLeavers {
            text.push_str("# No columns here: the headers are the names of the fields.\n");
            continue;
        }
        let _ = writeln!(text, "\n[sheets.{}.columns]", side.plural());
        for field in fields(scheme, side) {
            let header = header(scheme, side, field);
            let (words, between) = (spoken(scheme, field), separator(scheme, field).trim());
            if words.is_empty() && between == ";" {
                let _ = writeln!(text, "{field} = \"{header}\"");
                continue;
            }
            let _ = write!(text, "{field} = {{ column = \"{header}\"");
            if between != ";" {
                let _ = write!(text, ", separator = \"{between}\"");
            }
            if !words.is_empty() {
                let pairs: Vec<String> =
                    words.iter().map(|(said, meant)| format!("\"{said}\" = \"{meant}\"")).collect();
                let _ = write!(text, ", values = {{ {} }}", pairs.join(", "));
            }
            text.push_str(" }\n");
        }
    }
    for (kind, file) in further {
        let _ = writeln!(text, "\n[sheets.{}]\nfile = \"{file}\"", kind.name());
    }
    text
}
