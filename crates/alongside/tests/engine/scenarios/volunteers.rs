//! Volunteers' hard wishes about a protected characteristic stand only where the programme says why.

use super::{details, pairs, raised, story, told, waiting};
use alongside::IssueCode;
use alongside::outcome::{Obstacle, Record};
use serde_json::{Value, json};

fn programme(wish: &str, justified: bool) -> Value {
    let reasons = json!([{ "attribute": "gender", "reason": "Visits are at home, alone; agreed in March 2026." }]);
    story(
        &json!({ "justifications": if justified { reasons } else { json!([]) } }),
        json!([{ "id": "Hortensia", "gender": "woman", "preferences": wish }]),
        json!([{ "id": "Idris", "gender": "man" }]),
    )
}

#[test]
fn unexplained_it_is_refused() {
    let of_nobody = [IssueCode::UnjustifiedWish, IssueCode::WishNobodyMeets];
    assert_eq!(raised(&programme("must gender woman", false)), of_nobody);
    assert_eq!(raised(&programme("never gender man", false)), [IssueCode::UnjustifiedWish]);
    // "Somebody like me" bars people just as well.
    assert_eq!(raised(&programme("must gender same", false)), [IssueCode::UnjustifiedWish]);
}

#[test]
fn explained_it_is_kept_and_the_reason_is_printed() {
    let outcome = told(&programme("must gender same", true));
    assert_eq!(pairs(&outcome), []);
    let said = details(&waiting(&outcome, "Idris").reasons, "preferences");
    assert_eq!(said, [(Obstacle::WishOfMentor, Some("gender"), 1)]);
    let [Record::Justification { attribute, reason }] = &outcome.records[..] else { panic!("{:?}", outcome.records) };
    assert!(attribute == "gender" && reason.starts_with("Visits are at home"));
}

#[test]
fn a_reason_for_something_else_does_not_count() {
    assert_eq!(raised(&programme("must age 18..", true)), [IssueCode::UnjustifiedWish, IssueCode::IdleRecord]);
}

#[test]
fn a_soft_wish_needs_no_reason_and_bars_nobody() {
    assert_eq!(pairs(&told(&programme("prefer gender woman", false))), [("Idris", "Hortensia")]);
}

#[test]
fn a_hard_wish_about_anything_else_needs_no_reason() {
    let outcome = told(&programme("must languages Polish", false));
    let said = details(&waiting(&outcome, "Idris").reasons, "preferences");
    assert_eq!(said, [(Obstacle::UnknownForWishOfMentor, Some("languages"), 1)]);
}
