//! Orders that say nothing change nothing, and neither does the number of threads.

use crate::support::{Blueprint, Dice, blueprints, many, outcome, shuffled};
use alongside::{Engine, Programme};
use proptest::prelude::*;

/// The outcome's bytes.
fn bytes(text: &str) -> String {
    let programme = Programme::from_json(text).unwrap_or_else(|issues| panic!("{issues}")).programme;
    Engine::new().run(&programme).unwrap().to_json()
}

fn same_in_any_order(blueprint: &Blueprint, dice: u64) {
    let mut dice = Dice::new(dice);
    let document = if dice.chance(30) { blueprint.limited() } else { blueprint.document() };
    let first = bytes(&document.to_string());
    for _ in 0..3 {
        let text = shuffled(&document, &mut dice);
        assert_eq!(bytes(&text), first, "{document:#}\n{text}");
    }
}

fn same_on_any_threads(blueprint: &Blueprint) {
    let limited = blueprint.shape.is_multiple_of(2);
    let text = if limited { blueprint.limited() } else { blueprint.document() }.to_string();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| bytes(&text))
    };
    let one = on(1);
    assert_eq!(on(2), one);
    assert_eq!(on(8), one);
}

proptest! {
    #![proptest_config(many(250))]

    #[test]
    fn people_keys_and_unordered_lists_may_stand_in_any_order(blueprint in blueprints(6), dice in any::<u64>()) {
        same_in_any_order(&blueprint, dice);
    }
}

proptest! {
    #![proptest_config(many(16))]

    #[test]
    fn also_where_many_people_stand(blueprint in blueprints(40), dice in any::<u64>()) {
        same_in_any_order(&blueprint, dice);
    }

    #[test]
    fn one_thread_equals_many(blueprint in blueprints(40)) {
        same_on_any_threads(&blueprint);
    }
}

proptest! {
    #![proptest_config(many(200))]

    /// Their order is the order of the report, and of nothing else.
    #[test]
    fn rules_and_criteria_in_another_order_propose_the_same_pairs(blueprint in blueprints(6), dice in any::<u64>()) {
        let document = blueprint.document();
        let mut other = document.clone();
        let mut dice = Dice::new(dice);
        for list in ["rules", "criteria"] {
            dice.shuffle(other[list].as_array_mut().unwrap());
        }
        let (one, other) = (outcome(&document), outcome(&other));
        let pairs = |outcome: &alongside::Outcome| {
            outcome.proposals.iter().map(|one| (one.mentee.clone(), one.mentor.clone(), one.fit)).collect::<Vec<_>>()
        };
        prop_assert_eq!(pairs(&one), pairs(&other));
        prop_assert_eq!(&one.levels, &other.levels);
        let asked = |outcome: &alongside::Outcome| outcome.unmatched.iter().map(|one| one.asked).collect::<Vec<_>>();
        prop_assert_eq!(asked(&one), asked(&other));
    }
}
