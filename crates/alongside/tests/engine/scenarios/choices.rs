//! A care-experienced young person who has met three mentors and ranked two of them.

use super::{pairs, points, proposal, story, told};
use alongside::outcome::{Against, Because};
use serde_json::{Value, json};

/// Choices weigh `weight`, shared experience of care one.
fn programme(weight: i64, choices: &Value) -> Value {
    let volunteer =
        |id: &str, experience: &str| json!({ "id": id, "lived_experience": experience, "consent": "lived_experience" });
    story(
        &json!({
            "basis": { "lived_experience": { "basis": "consent" } },
            "criteria": [
                { "criterion": "ranked_choices", "ranks": 3, "weight": weight, "why": "They have met." },
                { "criterion": "shared_tags", "attribute": "lived_experience", "full_at": 1, "weight": 1,
                    "why": "Where both chose to share it." },
            ],
        }),
        json!(
            [volunteer("Alder", "Care"), volunteer("Birch", "bereavement"), volunteer("Cedar", "care; bereavement"),]
        ),
        json!([{ "id": "Perpetua", "lived_experience": "care", "consent": "lived_experience", "choices": choices }]),
    )
}

#[test]
fn the_second_choice_who_was_in_care_too_is_proposed() {
    let outcome = told(&programme(2, &json!(["Birch", "Alder"])));
    let perpetua = proposal(&outcome, "Perpetua");
    // Alder: 2 x floor(1000 x 2 / 3) + 1000. Birch: 2 x 1000 + 0. Cedar: 0 + 1000.
    assert_eq!((perpetua.mentor.as_str(), perpetua.fit), ("Alder", 2332));
    assert_eq!(points(perpetua, "ranked_choices"), (666, &Because::Choice(Some(2))));
    assert_eq!(points(perpetua, "shared_tags"), (1000, &Because::Shared(vec!["Care".into()])));
    assert_eq!(perpetua.against, Some(Against { criterion: "ranked_choices".into(), lost: 668 }));
    let others: Vec<_> = perpetua.alternatives.iter().map(|other| (other.mentor.as_str(), other.fit)).collect();
    assert_eq!(others, [("Birch", 2000), ("Cedar", 1000)]);
}

#[test]
fn where_choices_weigh_more_the_first_is_proposed() {
    assert_eq!(pairs(&told(&programme(4, &json!(["Birch", "Alder"])))), [("Perpetua", "Birch")]);
}

#[test]
fn put_first_in_the_aim_the_choice_comes_before_all_fit() {
    let mut document = programme(1, &json!(["Birch"]));
    document["criteria"][1]["weight"] = 9.into();
    assert_ne!(pairs(&told(&document))[0].1, "Birch");
    document["aim"] = json!({ "first": ["ranked_choices"] });
    assert_eq!(pairs(&told(&document)), [("Perpetua", "Birch")]);
}

#[test]
fn choosing_nobody_is_neither_praise_nor_blame() {
    let outcome = told(&programme(2, &Value::Null));
    let perpetua = proposal(&outcome, "Perpetua");
    assert_eq!(points(perpetua, "ranked_choices"), (500, &Because::NoChoice));
    // And it speaks against nobody, though 500 points are not earned.
    assert_eq!(perpetua.against, None);
}
