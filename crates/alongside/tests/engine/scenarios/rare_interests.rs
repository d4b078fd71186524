//! Two who both ring bells have more to talk about than two who both go for walks.

use super::{points, proposal, story, told};
use alongside::outcome::Because;
use serde_json::{Value, json};

fn programme(rare: bool) -> Value {
    story(
        &json!({ "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 1,
            "rare_counts_more": rare, "weight": 1, "why": "Something to talk about." }] }),
        json!([
            { "id": "walks", "interests": "Walking" },
            { "id": "rings", "interests": "bell ringing" },
            { "id": "said nothing" },
        ]),
        json!([
            { "id": "Ludovic", "interests": "walking; Bell Ringing" },
            { "id": "Winnie", "interests": "walking", "exclusions": "rings" },
            { "id": "Idris", "interests": "walking", "exclusions": ["rings", "walks"] },
        ]),
    )
}

#[test]
fn the_rare_interest_decides() {
    let outcome = told(&programme(true));
    let ludovic = proposal(&outcome, "Ludovic");
    assert_eq!(ludovic.mentor.as_str(), "rings");
    // Five answered; two ring bells: 500 + 500 x 3 / 5. Four walk: 500 + 500 x 1 / 5.
    assert_eq!(points(ludovic, "shared_tags"), (800, &Because::Shared(vec!["Bell Ringing".into()])));
    assert_eq!(points(proposal(&outcome, "Winnie"), "shared_tags"), (600, &Because::Shared(vec!["Walking".into()])));
    assert_eq!(ludovic.alternatives[0].fit, 600);
}

#[test]
fn without_the_setting_all_shared_interests_are_equal() {
    let outcome = told(&programme(false));
    let mut others = outcome.proposals.iter().filter(|one| one.mentee.as_str() != "Idris");
    assert!(others.all(|one| points(one, "shared_tags").0 == 1000));
    let unknown = Because::Unknown(vec!["mentor interests".into()]);
    assert_eq!(points(proposal(&outcome, "Idris"), "shared_tags"), (500, &unknown));
}
