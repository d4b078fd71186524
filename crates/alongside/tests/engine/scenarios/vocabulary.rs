//! Footy is football, football is a sport, and a slip of the pen stays one until somebody says so.

use super::{details, points, proposal, raised, story, told, waiting};
use alongside::domain::Side;
use alongside::outcome::{Because, CountedAs, Met, Obstacle};
use alongside::{Engine, IssueCode, Programme, audit::audit};
use serde_json::{Value, json};

fn sports(settings: &Value, mentors: Value, mentees: Value) -> Value {
    let mut all = json!({
        "terms": [
            { "term": "Football", "synonyms": ["footy", "five-a-side"], "parent": "Sport" },
            { "term": "Tennis", "parent": "Sport" },
            { "term": "Sport", "parent": "Leisure" },
        ],
    });
    all.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    story(&all, mentors, mentees)
}

fn shared(rare: bool) -> Value {
    json!({ "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 2,
        "rare_counts_more": rare, "weight": 1, "why": "Something to talk about." }] })
}

fn shares(terms: &[&str]) -> Because {
    Because::Shared(terms.iter().map(|&term| term.into()).collect())
}

fn counted(side: Side, said: &str, term: &str) -> CountedAs {
    CountedAs { side, said: said.into(), term: term.into() }
}

#[test]
fn a_synonym_counts_and_the_reason_says_so() {
    let outcome = told(&sports(
        &shared(false),
        json!([{ "id": "m", "interests": "five-a-side; opera" }]),
        json!([{ "id": "Idris", "interests": "footy" }]),
    ));
    let idris = proposal(&outcome, "Idris");
    assert_eq!(points(idris, "shared_tags"), (500, &shares(&["Football"])));
    let meant = [counted(Side::Mentee, "footy", "Football"), counted(Side::Mentor, "five-a-side", "Football")];
    assert_eq!(idris.contributions[0].counted_as, meant);
    let words = idris.contributions[0].words(alongside::domain::Support::Mentoring);
    assert_eq!(words, "shared: Football; footy counts as Football; five-a-side counts as Football");
}

#[test]
fn one_thing_in_common_is_not_counted_twice() {
    let outcome = told(&sports(
        &shared(false),
        json!([{ "id": "both", "interests": "football", "exclusions": ["Winnie", "Ludovic"] },
            { "id": "court", "interests": "tennis", "exclusions": ["Idris", "Ludovic"] },
            { "id": "any", "interests": "sport", "exclusions": ["Idris", "Winnie"] }]),
        json!([{ "id": "Idris", "interests": "football" }, { "id": "Winnie", "interests": "football" },
            { "id": "Ludovic", "interests": "football; tennis" }]),
    ));
    // Football brings sport and leisure along; only football is told, and only once.
    assert_eq!(points(proposal(&outcome, "Idris"), "shared_tags"), (500, &shares(&["Football"])));
    assert!(proposal(&outcome, "Idris").contributions[0].counted_as.is_empty());
    // Football and tennis are both sports.
    assert_eq!(points(proposal(&outcome, "Winnie"), "shared_tags"), (500, &shares(&["Sport"])));
    // Who plays both has sport once.
    assert_eq!(points(proposal(&outcome, "Ludovic"), "shared_tags"), (500, &shares(&["Sport"])));
    let counted_as = &proposal(&outcome, "Ludovic").contributions[0].counted_as;
    assert_eq!(*counted_as, [counted(Side::Mentee, "Football", "Sport"), counted(Side::Mentee, "Tennis", "Sport")]);
}

#[test]
fn how_rare_a_term_is_counts_those_below_it() {
    let outcome = told(&sports(
        &shared(true),
        json!([{ "id": "m", "interests": "sport" }]),
        json!([{ "id": "Idris", "interests": "footy" }, { "id": "Winnie", "interests": "opera", "exclusions": "m" },
            { "id": "Ludovic", "interests": "tennis", "exclusions": "m" }]),
    ));
    // Four answered, three of them have sport: 500 + 500 x 1 / 4, of two terms.
    assert_eq!(points(proposal(&outcome, "Idris"), "shared_tags"), (312, &shares(&["Sport"])));
}

#[test]
fn a_wish_for_the_broader_term_is_met_by_the_narrower_and_not_the_other_way() {
    let document = sports(
        &json!({ "criteria": [{ "criterion": "stated_preferences", "weight": 1, "why": "Heard." }] }),
        json!([{ "id": "plays", "interests": "footy" }, { "id": "watches", "interests": "leisure" }]),
        json!([
            { "id": "Winnie", "preferences": "must interests sport", "exclusions": "watches" },
            { "id": "Idris", "preferences": "must interests football", "exclusions": "plays" },
            { "id": "Ludovic", "preferences": "never interests leisure" },
        ]),
    );
    let outcome = told(&document);
    assert_eq!(proposal(&outcome, "Winnie").mentor.as_str(), "plays");
    assert_eq!(proposal(&outcome, "Winnie").wishes[0].met, Met::Yes);
    let refused = (Obstacle::WishOfMentee, Some("interests"), 1);
    assert_eq!(details(&waiting(&outcome, "Idris").reasons, "preferences"), [refused]);
    let refused = (Obstacle::WishOfMentee, Some("interests"), 2);
    assert_eq!(details(&waiting(&outcome, "Ludovic").reasons, "preferences"), [refused]);
}

#[test]
fn a_broader_term_that_neither_named_makes_nobody_agree() {
    let document = story(
        &json!({
            "rules": [{ "rule": "shared_language" }],
            "terms": [
                { "term": "BSL", "parent": "sign language", "attribute": "languages" },
                { "term": "Irish Sign Language", "canonical": "ISL", "attribute": "languages" },
                { "term": "ISL", "parent": "sign language", "attribute": "languages" },
            ],
        }),
        json!([{ "id": "m", "languages": "ISL" }]),
        json!([{ "id": "Idris", "languages": "BSL" }, { "id": "Winnie", "languages": "Irish sign language" }]),
    );
    let outcome = told(&document);
    assert_eq!(super::pairs(&outcome), [("Winnie", "m")]);
    let none = (Obstacle::NoneShared, None, 1);
    assert_eq!(details(&waiting(&outcome, "Idris").reasons, "shared_language"), [none]);
}

#[test]
fn an_answer_of_one_term_agrees_by_what_it_counts_as() {
    let document = story(
        &json!({
            "attributes": { "town": { "kind": "one_of", "sensitivity": "ordinary" } },
            "criteria": [{ "criterion": "same_value", "attribute": "town", "weight": 1, "why": "A short way." }],
            "terms": [
                { "term": "Harbour End", "synonyms": ["the Harbour"], "parent": "The Coast" },
                { "term": "Whelk Bay", "parent": "The Coast" },
            ],
        }),
        json!([{ "id": "m", "town": "the harbour" }]),
        json!([{ "id": "Idris", "town": "harbour end" }, { "id": "Winnie", "town": "whelk bay", "exclusions": "m" }]),
    );
    let outcome = told(&document);
    let part = &proposal(&outcome, "Idris").contributions[0];
    assert_eq!((part.points, &part.because), (1000, &Because::Same(true)));
    assert_eq!(part.counted_as, [counted(Side::Mentor, "the Harbour", "Harbour End")]);
}

#[test]
fn a_closed_list_takes_synonyms_of_its_words() {
    let document = story(
        &json!({
            "rules": [{ "rule": "delivery_method" }],
            "terms": [{ "term": "in person", "canonical": "face_to_face", "attribute": "delivery_methods" }],
        }),
        json!([{ "id": "m", "delivery_methods": "face_to_face" }]),
        json!([{ "id": "Idris", "delivery_methods": "In person" }]),
    );
    assert_eq!(super::pairs(&told(&document)), [("Idris", "m")]);
}

#[test]
fn a_slip_of_the_pen_is_told_of_and_counts_for_nothing() {
    let document = sports(
        &shared(false),
        json!([{ "id": "m", "interests": "football" }]),
        json!([{ "id": "Idris", "interests": "fotball" }]),
    );
    assert_eq!(raised(&document), [IssueCode::NearMissTerm]);
    let built = Programme::from_json(&document.to_string()).unwrap();
    let issue = built.warnings.iter().next().unwrap();
    assert!(issue.message.contains("`Football`") && !issue.to_string().contains("fotball"), "{issue}");
    let outcome = Engine::new().run(&built.programme).unwrap();
    assert_eq!(points(proposal(&outcome, "Idris"), "shared_tags"), (0, &shares(&[])));
    assert!(audit(&built.programme, &outcome).is_clean());
}

#[test]
fn of_sensitive_answers_not_even_the_vocabularys_word_is_told() {
    let document = story(
        &json!({
            "basis": { "lived_experience": { "basis": "consent" } },
            "terms": [{ "term": "bereavement", "attribute": "lived_experience" }],
        }),
        json!([{ "id": "m" }]),
        json!([{ "id": "Idris", "lived_experience": "bereavment", "consent": "lived_experience" }]),
    );
    let built = Programme::from_json(&document.to_string()).unwrap();
    let told = built.warnings.to_string();
    assert!(told.contains("near-miss-term") && !told.contains("bereav"), "{told}");
}

#[test]
fn a_slip_in_a_broader_term_is_told() {
    let with =
        |terms: Value| raised(&story(&json!({ "terms": terms }), json!([{ "id": "m" }]), json!([{ "id": "e" }])));
    let sprt = json!([{ "term": "football", "parent": "sprt", "attribute": "interests" }, { "term": "sport" }]);
    assert_eq!(with(sprt), [IssueCode::NearMissTerm]);
    // A broader term needs no line of its own, and two that name it mean it.
    assert_eq!(with(json!([{ "term": "football", "parent": "games" }, { "term": "sport" }])), []);
    let twice = json!([{ "term": "football", "parent": "sports" }, { "term": "tennis", "parent": "sports" },
        { "term": "sport", "parent": "leisure" }]);
    assert_eq!(with(twice), []);
}

#[test]
fn a_slip_in_the_name_of_training_that_a_criterion_counts_is_told() {
    let with = |counted: &str, held: &str| {
        let criterion = json!({ "criterion": "training_held", "training": [counted], "weight": 1, "why": "It helps." });
        let mentors = json!([{ "id": "m", "training": held }]);
        let document = story(&json!({ "criteria": [criterion] }), mentors, json!([{ "id": "e" }]));
        let built = Programme::from_json(&document.to_string()).unwrap();
        built.warnings.iter().map(|issue| issue.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        with("trauma awarenes", "trauma awareness"),
        [
            "the criterion `training_held` counts training whose name, `trauma awarenes`, is nearly one that mentors hold"
        ]
    );
    assert_eq!(
        with("trauma awareness", "trauma awareness; first aid; trauma awarenes"),
        ["a training item whose name is nearly `trauma awareness`, which a criterion counts: it does not count"]
    );
    assert_eq!(with("trauma awareness", "first aid"), [""; 0]);
}
