//! What people write where a form asks whom they would like: nothing in particular, one thing twice, or a word of their own.

use super::{points, proposal, raised, story, told};
use alongside::outcome::Because;
use alongside::{IssueCode, Programme};
use serde_json::{Value, json};

/// A programme that counts wishes, with these mentees and two mentors.
fn programme(mentees: Value) -> Value {
    story(
        &json!({
            "opaque_ids": true,
            "basis": { "faith": { "basis": "not_for_profit_body" }, "ethnicity": { "basis": "not_for_profit_body" } },
            "attributes": { "home": { "kind": "one_of", "values": ["Far Moor", "Upper Fold"], "sensitivity": "ordinary" },
                "pace": { "kind": "level", "order": ["slow", "brisk"], "sensitivity": "ordinary" } },
            "criteria": [{ "criterion": "stated_preferences", "weight": 1, "why": "What people asked for." }],
        }),
        json!([{ "id": "Winifred", "gender": "woman", "faith": "Quaker", "age": 61, "home": "Far Moor", "pace": "slow" },
            { "id": "Osbert", "gender": "man", "faith": "Sikh", "age": 35, "home": "Upper Fold", "pace": "brisk" }]),
        mentees,
    )
}

fn wish(text: &str) -> Value {
    programme(json!([{ "id": "Ivo", "preferences": text }]))
}

/// The only thing told of it.
fn message(document: &Value) -> String {
    let issues = match Programme::from_json(&document.to_string()) {
        Ok(built) => built.warnings,
        Err(issues) => issues,
    };
    let [issue] = &issues.iter().collect::<Vec<_>>()[..] else { panic!("{issues}") };
    format!("{}; {}", issue.message, issue.remedy)
}

#[test]
fn whoever_does_not_mind_has_no_wish() {
    for text in [
        "prefer gender no preference",
        "prefer gender No_Preference",
        "avoid gender either",
        "prefer faith Don\u{2019}t mind",
        "prefer faith none",
        "prefer gender woman or any",
        "prefer home any",
        "prefer pace either",
        "prefer age not bothered",
        "prefer languages anyone",
    ] {
        let outcome = told(&wish(text));
        let part = proposal(&outcome, "Ivo");
        assert_eq!(points(part, "stated_preferences"), (500, &Because::NoWish), "{text}");
    }
    let table = json!([{ "attribute": "gender", "strength": "prefer", "value": ["no preference"] }]);
    assert_eq!(raised(&programme(json!([{ "id": "Ivo", "preferences": table }]))), []);
    assert_eq!(raised(&programme(json!([{ "id": "Ivo", "carer_preferences": "prefer faith either" }]))), []);
    let mut of_mentor = wish("");
    of_mentor["mentors"][0]["preferences"] = json!("prefer gender any; prefer age any");
    assert_eq!(raised(&of_mentor), []);
}

#[test]
fn a_must_for_no_preference_is_refused_with_what_to_do() {
    for text in ["must gender none", "must home any", "never faith either", "must pace any"] {
        assert_eq!(raised(&wish(text)), [IssueCode::BadPreference], "{text}");
    }
    assert!(message(&wish("must gender none")).contains("leave the wish out"));
}

#[test]
fn none_is_a_value_where_the_programme_or_somebody_has_it() {
    let mut document = wish("must faith none");
    document["mentors"][1]["faith"] = json!("None");
    assert_eq!(super::pairs(&told(&document)), [("Ivo", "Osbert")]);
    let mut listed = wish("prefer home either");
    listed["attributes"]["home"]["values"] = json!(["Far Moor", "Upper Fold", "either"]);
    let outcome = told(&listed);
    assert_eq!(points(proposal(&outcome, "Ivo"), "stated_preferences").0, 0, "nobody is of either");
}

#[test]
fn somebody_who_wishes_for_and_against_one_thing_is_counted() {
    let mut document = programme(json!([
        { "id": "Ivo", "preferences": "must gender woman; never gender woman" },
        { "id": "June", "preferences": "prefer gender woman; avoid gender woman or man" },
        { "id": "Kit", "preferences": "prefer gender woman or man; avoid gender man; must age 20..40; avoid age 50.." },
    ]));
    assert_eq!(
        message(&document),
        "2 mentees wish for and against the same of `gender`, and nobody can give both: Ivo, June; ask which of the two is \
         meant, and take the other out"
    );
    document["mentees"] =
        json!([{ "id": "Ivo", "faith": "Sikh", "preferences": "must faith same; prefer faith different" }]);
    assert_eq!(raised(&document), [IssueCode::ContradictoryWishes]);
    document["mentees"] = json!([{ "id": "Ivo", "preferences": "prefer age 30..40; avoid age ..60" }]);
    assert_eq!(raised(&document), [IssueCode::ContradictoryWishes]);
    document["mentees"] = json!([{ "id": "Ivo", "preferences": "prefer interests football; avoid interests sport" }]);
    assert_eq!(raised(&document), []);
    document["terms"] = json!([{ "term": "football", "parent": "sport" }, { "term": "sport" }]);
    assert_eq!(raised(&document), [IssueCode::ContradictoryWishes]);
    document["mentees"] = json!([{ "id": "Ivo", "preferences": "prefer interests sport; avoid interests football" }]);
    assert_eq!(raised(&document), []);
}

#[test]
fn a_must_that_nobody_can_meet_is_told_before_anybody_waits() {
    let document = programme(json!([
        { "id": "Ivo", "preferences": "must gender wman" },
        { "id": "June", "preferences": "must gender female; must age 80.." },
        { "id": "Kit", "preferences": "must gender woman; prefer gender pirate; must age 60.." },
    ]));
    let built = Programme::from_json(&document.to_string()).unwrap();
    let said: Vec<&str> = built.warnings.iter().map(|issue| issue.message.as_str()).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    // The slip itself is told at its place, as any other.
    assert_eq!(said[0], "a word that is nearly another one, which stands first at mentors[0].gender");
    assert_eq!(
        said[1..],
        [
            "1 mentee has a `must` on `age` that no answer of the mentors meets: June",
            "2 mentees have a `must` on `gender` that no answer of the mentors meets: Ivo, June",
        ]
    );
    // Nobody answered: anybody may turn out to be it.
    assert_eq!(raised(&wish("must languages Dari")), []);
    let mut of_mentor = wish("");
    of_mentor["mentors"][0]["preferences"] = json!("must interests whist");
    assert_eq!(raised(&of_mentor), []);
    of_mentor["mentees"][0]["interests"] = json!("chess");
    assert!(
        message(&of_mentor).starts_with("1 mentor has a `must` on `interests` that no answer of the mentees meets")
    );
    of_mentor["mentees"][0]["interests"] = json!("dominoes");
    of_mentor["terms"] = json!([{ "term": "dominoes", "parent": "whist" }, { "term": "whist" }]);
    assert_eq!(raised(&of_mentor), [], "dominoes stand below whist here");
}

#[test]
fn the_same_as_a_blank_is_nothing_that_anybody_can_be() {
    let mut document = programme(json!([
        { "id": "Ivo", "preferences": "must faith same; prefer faith same" },
        { "id": "June", "faith": "Sikh", "preferences": "prefer faith different" },
    ]));
    assert_eq!(
        message(&document).split(';').next().unwrap(),
        "1 mentee holds others' `faith` against their own, by `same` or `different`, and their own is blank: the wish stays \
         open with everybody: Ivo"
    );
    document["ethnicity"] = json!({ "scheme": "england_wales_2021" });
    document["mentees"] = json!([{ "id": "Ivo", "preferences": "prefer ethnicity same_broad" }]);
    assert_eq!(raised(&document), [IssueCode::WishWithoutOwnAnswer]);
}

#[test]
fn a_wrong_word_is_answered_with_what_can_be_wished() {
    assert!(message(&wish("prefer home Uper Fold")).ends_with("did you mean `Upper Fold`?"));
    assert!(message(&wish("prefer home Atlantis")).contains("`same` or `different`, or one of: Far Moor, Upper Fold"));
    let mut document = wish("prefer ethnicity Indain");
    document["ethnicity"] = json!({ "scheme": "england_wales_2021" });
    let said = message(&document);
    // What is nearest would tell what was wished.
    assert!(!said.contains("did you mean"), "{said}");
    assert!(said.contains("write `same`, `different`, `same_broad` or `different_broad`, or one of: "), "{said}");
}

#[test]
fn somebody_who_likes_and_dislikes_one_thing_is_counted() {
    let document = programme(json!([{ "id": "Ivo", "interests": "Bingo; chess", "dislikes": "bingo" }]));
    assert!(message(&document).starts_with("1 mentee names the same in `interests` and in `dislikes`: Ivo"));
}
