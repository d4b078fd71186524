//! The same three young people and three mentors under every quality that the aim can have.

use super::{id, pairs, raised, story, told};
use crate::support;
use alongside::outcome::LevelName;
use alongside::{Engine, IssueCode, Outcome};
use serde_json::{Value, json};

/// What a coordinator noted of every pair: Aveline would have the best of all matches with Mr Bright, and then Caspian
/// one that hardly fits.
const NOTED: [(&str, &str, i64); 9] = [
    ("Aveline", "Bright", 1000),
    ("Aveline", "Dale", 600),
    ("Aveline", "Elm", 300),
    ("Beau", "Bright", 620),
    ("Beau", "Dale", 900),
    ("Beau", "Elm", 550),
    ("Caspian", "Bright", 590),
    ("Caspian", "Dale", 200),
    ("Caspian", "Elm", 100),
];

fn programme(aim: &Value) -> Value {
    let scores = NOTED.map(|(mentee, mentor, points)| json!({ "mentee": mentee, "mentor": mentor, "points": points }));
    let chosen = aim["quality"].as_str().is_some_and(|quality| quality.contains("choices") || quality == "stable");
    let choices = |named: Value| if chosen { named } else { Value::Null };
    story(
        &json!({
            "aim": aim,
            "criteria": [{ "criterion": "supplied", "id": "interview", "weight": 1, "why": "They met everybody." }],
            "scores": scores,
        }),
        json!([{ "id": "Bright" }, { "id": "Dale" }, { "id": "Elm" }]),
        json!([
            { "id": "Aveline", "choices": choices(json!(["Bright", "Dale", "Elm"])) },
            { "id": "Beau", "choices": choices(json!(["Bright", "Elm", "Dale"])) },
            { "id": "Caspian", "choices": choices(json!(["Bright", "Dale"])) },
        ]),
    )
}

fn value(outcome: &Outcome, wanted: &LevelName) -> i64 {
    let level = outcome.levels.iter().find(|level| level.level == *wanted).unwrap();
    assert_eq!(level.value, level.bound);
    level.value
}

#[test]
fn by_total_fit_one_gains_what_another_loses() {
    let outcome = told(&programme(&json!({})));
    // 1000 + 900 + 100.
    assert_eq!(pairs(&outcome), [("Aveline", "Bright"), ("Beau", "Dale"), ("Caspian", "Elm")]);
    assert_eq!(outcome.levels.iter().filter(|one| one.level == LevelName::LeastFit).count(), 0);
    assert_eq!(told(&programme(&json!({ "quality": "total_fit" }))), outcome);
}

#[test]
fn by_least_fit_the_worst_match_is_as_good_as_can_be() {
    let outcome = told(&programme(&json!({ "quality": "least_fit" })));
    // 600 + 550 + 590: every other way leaves somebody with less than 550.
    assert_eq!(pairs(&outcome), [("Aveline", "Dale"), ("Beau", "Elm"), ("Caspian", "Bright")]);
    assert_eq!(value(&outcome, &LevelName::LeastFit), 550);
    // The next fit anybody has is 590, and not all three can have that.
    let cover = outcome.certificate.unwrap().cover.unwrap();
    assert_eq!(cover.fit, 590);
    assert_eq!(cover.mentor_of.iter().flatten().count(), 3);
}

#[test]
fn worst_off_first_looks_at_the_second_worst_as_well() {
    // In two steps, below 500 or not and 1000 or not, all matches of the least fit's answer count alike.
    let outcome = told(&programme(&json!({ "quality": "worst_off_first", "steps": 2 })));
    assert_eq!(value(&outcome, &LevelName::FitAtLeast(500)), 3);
    assert_eq!(value(&outcome, &LevelName::FitAtLeast(1000)), 0);
    let outcome = told(&programme(&json!({ "quality": "worst_off_first", "steps": 100 })));
    assert_eq!(pairs(&outcome), [("Aveline", "Dale"), ("Beau", "Elm"), ("Caspian", "Bright")]);
    let reached: Vec<i64> = [550, 560, 590, 600, 610].map(|fit| value(&outcome, &LevelName::FitAtLeast(fit))).to_vec();
    assert_eq!(reached, [3, 2, 2, 1, 0]);
}

#[test]
fn steps_at_or_below_the_floor_are_none() {
    let outcome = told(&programme(&json!({ "quality": "worst_off_first", "steps": 4, "floor": 500 })));
    let steps: Vec<_> = outcome.levels.iter().filter(|one| matches!(one.level, LevelName::FitAtLeast(_))).collect();
    assert_eq!(steps.len(), 2, "750 and 1000");
}

#[test]
fn choices_are_counted_rank_by_rank() {
    // Only one can have Mr Bright, and then the two others can have their second choice, unless it is Beau. Of the two
    // ways, the one with more fit.
    let most = told(&programme(&json!({ "quality": "most_first_choices" })));
    assert_eq!(pairs(&most), [("Aveline", "Bright"), ("Beau", "Elm"), ("Caspian", "Dale")]);
    assert_eq!([1, 2, 3].map(|rank| value(&most, &LevelName::Choice(rank))), [1, 2, 0]);
    let fewest = told(&programme(&json!({ "quality": "fewest_last_choices", "ranks": 2 })));
    assert_eq!([2, 1].map(|rank| value(&fewest, &LevelName::ChoiceWithin(rank))), [3, 1]);
}

#[test]
fn a_first_choice_may_cost_two_second_ones() {
    // Wilf and Dot would each have their second choice; with a first choice for one, the other has none of theirs.
    let document = |aim: Value| {
        story(
            &json!({ "aim": aim }),
            json!([{ "id": "Ash" }, { "id": "Birch" }, { "id": "Cedar" }]),
            json!([
                { "id": "Dot", "choices": ["Ash", "Birch"] },
                { "id": "Una", "choices": ["Ash", "Cedar"] },
                { "id": "Wilf", "choices": ["Birch", "Ash"] },
            ]),
        )
    };
    let most = told(&document(json!({ "quality": "most_first_choices", "ranks": 2 })));
    assert_eq!([1, 2].map(|rank| value(&most, &LevelName::Choice(rank))), [2, 1]);
    let fewest = told(&document(json!({ "quality": "fewest_last_choices", "ranks": 2 })));
    assert_eq!([2, 1].map(|rank| value(&fewest, &LevelName::ChoiceWithin(rank))), [3, 2]);
}

#[test]
fn a_stable_matching_follows_what_both_sides_want() {
    let outcome = told(&programme(&json!({ "quality": "stable" })));
    // All three want Mr Bright first, who would rather have Aveline than Beau than Caspian. Caspian goes on to Dale, who
    // would rather have Beau; but Beau asked Elm before.
    assert_eq!(pairs(&outcome), [("Aveline", "Bright"), ("Beau", "Elm"), ("Caspian", "Dale")]);
    let said = outcome.stability.unwrap();
    assert_eq!((said.blocking_pairs, said.served, said.most, said.fewer), (0, 3, 3, 0));
    // With the floor at 550, Caspian can have Mr Bright alone, who has somebody better.
    let outcome = told(&programme(&json!({ "quality": "stable", "floor": 550 })));
    assert_eq!(pairs(&outcome), [("Aveline", "Bright"), ("Beau", "Elm")]);
    let said = outcome.stability.unwrap();
    assert_eq!((said.served, said.most, said.fewer), (2, 3, 1));
    assert_eq!(outcome.totals.waiting, 1);
}

#[test]
fn where_stability_is_asked_for_a_pair_is_explained_by_what_it_would_come_to() {
    let programme = support::programme(&programme(&json!({ "quality": "stable", "floor": 550 })));
    let said = Engine::new().explain(&programme, &id("Caspian"), Some(&id("Bright"))).unwrap().pair.unwrap();
    let served = |levels: &[alongside::outcome::Level]| {
        levels.iter().find(|level| level.level == LevelName::PeopleServed).unwrap().value
    };
    assert_eq!(served(&said.as_proposed), 2);
    // Aveline then has Dale, whom Beau would rather not have.
    assert_eq!(served(&said.if_made.unwrap()), 3);
    assert_eq!((served(&said.if_barred.unwrap()), said.within), (2, None));
}

#[test]
fn what_a_pair_would_cost_is_said_for_the_least_fit_too() {
    let programme = support::programme(&programme(&json!({ "quality": "least_fit" })));
    let ask = |mentee: &str, mentor: &str| {
        let said = Engine::new().explain(&programme, &id(mentee), Some(&id(mentor))).unwrap().pair.unwrap();
        let least = said.if_made.unwrap().into_iter().find(|level| level.level == LevelName::LeastFit).unwrap();
        (least.value, least.bound)
    };
    // With Aveline and Mr Bright paired, Beau and Caspian have 550 and 200 at best.
    assert_eq!(ask("Aveline", "Bright"), (200, 200));
    // Caspian and Elm is the worst pair of all, so nothing else matters.
    assert_eq!(ask("Caspian", "Elm"), (100, 100));
    assert_eq!(ask("Caspian", "Bright"), (550, 550));
}

#[test]
fn a_number_that_would_do_nothing_is_told() {
    assert_eq!(raised(&programme(&json!({ "steps": 5 }))), [IssueCode::BadSetting]);
    assert_eq!(raised(&programme(&json!({ "quality": "least_fit", "ranks": 2 }))), [IssueCode::BadSetting]);
    assert_eq!(raised(&programme(&json!({ "quality": "worst_off_first", "steps": 101 }))), [IssueCode::BadNumber]);
    assert_eq!(raised(&programme(&json!({ "method": "more_served" }))), [IssueCode::BadSetting]);
    assert_eq!(raised(&programme(&json!({ "quality": "stable", "ranks": 2 }))), [IssueCode::BadSetting]);
    assert_eq!(raised(&programme(&json!({ "quality": "stable", "first": ["interview"] }))), [IssueCode::BadSetting]);
    assert_eq!(raised(&programme(&json!({ "quality": "stable", "method": "best" }))), [IssueCode::UnknownValue]);
    // Which number belongs to a quality that nobody knows cannot be said.
    assert_eq!(raised(&programme(&json!({ "quality": "leximin", "steps": 5 }))), [IssueCode::UnknownValue]);
}

#[test]
fn whoever_has_waited_longest_is_served_before_the_least_fit_is_made_better() {
    // One place too few, and of the two longest waits neither is Beau's, without whom somebody has less than 550.
    let waiting = |quality: &str, longest: bool| {
        let mut document = programme(&json!({ "quality": quality, "longest_waiting_first": longest }));
        document["mentors"][1]["capacity"] = 0.into();
        for (at, since) in ["2026-08-01", "2026-09-01", "2026-01-05"].into_iter().enumerate() {
            document["mentees"][at]["waiting_since"] = since.into();
        }
        told(&document)
    };
    for quality in ["least_fit", "worst_off_first"] {
        let (first, any) = (waiting(quality, true), waiting(quality, false));
        let served = |outcome: &Outcome| outcome.proposals.iter().map(|one| one.mentee.to_string()).collect::<Vec<_>>();
        assert_eq!(served(&first), ["Aveline", "Caspian"], "{quality}");
        assert_eq!(served(&any), ["Aveline", "Beau"], "{quality}");
        let days = value(&first, &LevelName::DaysWaited);
        assert_eq!(days, 93 + 301);
        let least = |outcome: &Outcome| outcome.proposals.iter().map(|one| one.fit).min().unwrap();
        assert_eq!((least(&first), least(&any)), (300, 550), "{quality}");
        assert!(first.certificate.is_some());
    }
}
