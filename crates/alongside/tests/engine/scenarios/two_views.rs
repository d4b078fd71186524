//! Both people gain, and both are asked: the mentee's and the mentor's part of a fit, and a floor under each.

use super::{pairs, points, proposal, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::Because;
use serde_json::{Value, json};

/// Wanda volunteers to practise Polish; Yusuf came for training, which the programme gives to everybody.
fn neighbours(aim: &Value) -> Value {
    story(
        &json!({
            "offers": ["training"],
            "aim": aim,
            "criteria": [
                { "criterion": "coverage", "weight": 4, "why": "Goals come first." },
                { "criterion": "motivations", "weight": 2, "why": "Volunteers stay where they find what they came for." },
                { "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 3, "why": "To talk about." },
            ],
        }),
        json!([
            { "id": "Wanda", "skills": ["English", "forms"], "motivations": ["practising Polish", "company"],
              "interests": ["chess"] },
            { "id": "Yusuf", "skills": ["English"], "motivations": ["training"], "interests": ["chess"] },
        ]),
        json!([{ "id": "Kasia", "goals": ["English", "forms"], "offers": ["practising Polish"], "interests": ["chess"] }]),
    )
}

#[test]
fn what_a_volunteer_hopes_for_counts_and_the_shares_add_up() {
    let outcome = told(&neighbours(&json!({})));
    assert_eq!(pairs(&outcome), [("Kasia", "Wanda")]);
    let one = proposal(&outcome, "Kasia");
    let (earned, because) = points(one, "motivations");
    assert_eq!(earned, 500, "Polish, not the company she also came for");
    assert!(matches!(because, Because::Covered { stated: 2, terms } if *terms == ["practising Polish".into()]));
    let shares: Vec<(i64, i64)> = one.contributions.iter().map(|part| (part.mentee_share, part.mentor_share)).collect();
    // Goals are the mentee's, motivations the mentor's, interests both's: of a weight of 3, two to the mentee.
    assert_eq!(shares, [(4000, 0), (0, 1000), (2000, 1000)]);
    assert_eq!((one.mentee_fit, one.mentor_fit, one.fit), (6000, 2000, 8000));
}

#[test]
fn a_floor_on_each_side_keeps_out_what_only_one_of_the_two_would_want() {
    // With Yusuf the programme keeps its word on training: 2 x 1000, and half the interests.
    let outcome = told(&neighbours(&json!({ "mentor_floor": 3000 })));
    assert_eq!(pairs(&outcome), [("Kasia", "Yusuf")]);
    let one = proposal(&outcome, "Kasia");
    assert_eq!((one.mentee_fit, one.mentor_fit), (4000, 3000));
    // Half of her goals are not enough.
    let outcome = told(&neighbours(&json!({ "mentor_floor": 3000, "mentee_floor": 4001 })));
    assert_eq!(pairs(&outcome), []);
    assert_eq!(waiting(&outcome, "Kasia").asked.below_floor, 2);
    assert_eq!(pairs(&told(&neighbours(&json!({ "mentee_floor": 4001 })))), [("Kasia", "Wanda")]);
    // What nobody could reach is told: 4 + 2 of the weights are the mentee's, 2 + 1 the mentor's.
    assert_eq!(raised(&neighbours(&json!({ "mentee_floor": 6000, "mentor_floor": 3000 }))), []);
    assert_eq!(raised(&neighbours(&json!({ "mentee_floor": 6001 }))), [IssueCode::BadSetting]);
    assert_eq!(raised(&neighbours(&json!({ "mentor_floor": 3001 }))), [IssueCode::BadSetting]);
}

#[test]
fn the_programme_says_through_whose_eyes_a_criterion_looks() {
    let mut document = neighbours(&json!({}));
    document["criteria"][2]["view"] = "mentee".into();
    let outcome = told(&document);
    let one = proposal(&outcome, "Kasia");
    assert_eq!((one.mentee_fit, one.mentor_fit, one.fit), (7000, 1000, 8000));
    document["criteria"][2]["view"] = "nobody".into();
    assert_eq!(raised(&document), [IssueCode::UnknownValue]);
}
