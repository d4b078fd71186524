//! Times that are known, too short, or not known.

use super::{details, pairs, points, proposal, story, told, waiting};
use alongside::outcome::{Because, Obstacle};
use serde_json::{Value, json};

fn programme(unknown: &str, of_mentor: &Value) -> Value {
    story(
        &json!({
            "rules": [{ "rule": "time_overlap", "minimum_minutes": 60, "unknown": unknown }],
            "criteria": [{ "criterion": "shared_time", "full_at_minutes": 240, "unknown": "lowest", "weight": 1,
                "why": "Easier to move a meeting." }],
        }),
        json!([{ "id": "Marguerite", "availability": of_mentor }]),
        json!([{ "id": "Idris", "availability": "Wed 17:00-20:00; Sun 23:00-01:00" }]),
    )
}

#[test]
fn shared_evenings_make_a_pair() {
    let outcome = told(&programme("needs_check", &json!("weekdays evening")));
    // Wednesday from 17:00 to 20:00: three of the four hours that earn full points.
    let idris = proposal(&outcome, "Idris");
    assert_eq!(points(idris, "shared_time"), (750, &Because::SharedHalfHours(6)));
}

#[test]
fn a_night_that_runs_into_monday_is_one_stretch() {
    let outcome = told(&programme("needs_check", &json!("Sun 23:30-24:00; Mon 00:00-00:30")));
    assert_eq!(pairs(&outcome), [("Idris", "Marguerite")]);
}

#[test]
fn two_short_stretches_do_not_make_a_long_one() {
    let outcome = told(&programme("needs_check", &json!("Wed 17:00-17:30; Wed 18:00-18:30")));
    let said = details(&waiting(&outcome, "Idris").reasons, "time_overlap");
    assert_eq!(said, [(Obstacle::TooShort, None, 1)]);
}

#[test]
fn mornings_and_evenings_share_nothing() {
    let outcome = told(&programme("needs_check", &json!("every day am")));
    let said = details(&waiting(&outcome, "Idris").reasons, "time_overlap");
    assert_eq!(said, [(Obstacle::NoneShared, None, 1)]);
}

#[test]
fn times_that_were_never_asked_need_a_question_first() {
    let outcome = told(&programme("needs_check", &Value::Null));
    let idris = waiting(&outcome, "Idris");
    assert_eq!(details(&idris.reasons, "time_overlap"), [(Obstacle::Blank, Some("availability"), 1)]);
    assert_eq!((idris.asked.needs_check, idris.asked.refused), (1, 0));
}

#[test]
fn let_through_they_earn_nothing_under_lowest() {
    let outcome = told(&programme("allow", &Value::Null));
    let unknown = Because::Unknown(vec!["mentor availability".into()]);
    assert_eq!(points(proposal(&outcome, "Idris"), "shared_time"), (0, &unknown));
}
