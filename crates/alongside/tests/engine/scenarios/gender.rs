//! Young people who want a woman as their mentor: a must is kept, and what it costs in waiting can be seen.

use super::{details, pairs, proposal, story, told, waiting};
use alongside::outcome::{Met, Obstacle};
use serde_json::{Value, json};

/// Two young people with this wish, one woman and two men.
fn programme(strength: &str) -> Value {
    let wish = format!("{strength} gender woman");
    story(
        &json!({ "criteria": [{ "criterion": "stated_preferences", "weight": 1, "why": "It was asked for." }] }),
        json!([
            { "id": "Hortensia", "gender": "Woman" },
            { "id": "Osbert", "gender": "man" },
            { "id": "Thaddeus", "gender": "man" },
        ]),
        json!([
            { "id": "Nia", "waiting_since": "2026-10-01", "preferences": wish },
            { "id": "Oda", "waiting_since": "2026-08-01", "preferences": [wish] },
        ]),
    )
}

#[test]
fn a_must_is_never_given_up_and_one_of_the_two_waits() {
    let outcome = told(&programme("must"));
    assert_eq!(outcome.totals.served, 1);
    assert_eq!(outcome.proposals[0].mentor.as_str(), "Hortensia");
    let left = &outcome.unmatched[0];
    assert_eq!(details(&left.reasons, "preferences"), [(Obstacle::WishOfMentee, Some("gender"), 2)]);
    // The one woman could have been theirs: recruiting another woman helps, another man does not.
    assert!(left.servable);
    assert_eq!((left.needed_elsewhere, left.asked.refused, left.asked.candidates), (1, 2, 1));
    assert_eq!(left.reasons[0].alone, 2);
}

#[test]
fn as_a_preference_both_are_served_and_one_wish_is_not_met() {
    let outcome = told(&programme("prefer"));
    assert_eq!(outcome.totals.served, 2);
    let mut met: Vec<Met> = outcome.proposals.iter().map(|one| one.wishes[0].met).collect();
    met.sort_by_key(|met| *met == Met::No);
    assert_eq!(met, [Met::Yes, Met::No]);
    let without = outcome.proposals.iter().find(|one| one.mentor.as_str() != "Hortensia").unwrap();
    assert_eq!(without.against.as_ref().map(|against| against.lost), Some(1000));
}

#[test]
fn a_mentor_whose_gender_is_not_on_record_is_asked_about_and_not_proposed() {
    let mut document = programme("must");
    document["mentors"][0].as_object_mut().unwrap().remove("gender");
    // That no other answer meets it is told before.
    assert_eq!(super::raised(&document), [alongside::IssueCode::WishNobodyMeets]);
    let outcome = crate::support::outcome(&document);
    assert_eq!(pairs(&outcome), []);
    let said = details(&waiting(&outcome, "Nia").reasons, "preferences");
    assert_eq!(
        said,
        [(Obstacle::WishOfMentee, Some("gender"), 2), (Obstacle::UnknownForWishOfMentee, Some("gender"), 1)]
    );
}

#[test]
fn a_wish_for_either_of_two_is_met_by_one() {
    let mut document = programme("prefer");
    document["mentees"][0]["preferences"] = "prefer gender non-binary or woman".into();
    document["mentees"].as_array_mut().unwrap().pop();
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Nia", "Hortensia")]);
    assert_eq!(proposal(&outcome, "Nia").wishes[0].want, "non-binary or Woman");
}
