//! Whole programmes made up at random, as the documents a charity would send.

mod blueprint;
mod dice;
mod inventory;
mod people;
#[cfg(test)]
mod reach;
mod settings;
mod shuffle;

pub(crate) use blueprint::{Blueprint, blueprints};
pub(crate) use dice::Dice;
pub(crate) use shuffle::shuffled;

use alongside::input::Built;
use alongside::{Engine, Outcome, Programme};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::Value;

/// Reads the document, which must be sound.
pub(crate) fn built(document: &Value) -> Built {
    Programme::from_json(&document.to_string()).unwrap_or_else(|issues| panic!("{issues}\n{document:#}"))
}

/// The programme of a sound document.
pub(crate) fn programme(document: &Value) -> Programme {
    built(document).programme
}

/// The outcome of a sound document.
pub(crate) fn outcome(document: &Value) -> Outcome {
    Engine::new().run(&programme(document)).unwrap()
}

/// The same document without supervisors, for laws about what their caseloads leave aside.
pub(crate) fn unsupervised(mut document: Value) -> Value {
    document.as_object_mut().unwrap().remove("supervisors");
    for mentor in document["mentors"].as_array_mut().unwrap() {
        mentor.as_object_mut().unwrap().remove("supervisor");
    }
    let root = document.as_object_mut().unwrap();
    root.remove("caseload_weights");
    root.remove("several_mentees");
    let limits = |rule: &Value| rule["rule"] == "hours" || rule["rule"] == "contact";
    document["rules"].as_array_mut().into_iter().for_each(|rules| rules.retain(|rule| !limits(rule)));
    for mentee in document["mentees"].as_array_mut().unwrap() {
        mentee.as_object_mut().unwrap().remove("not_together_with");
    }
    document
}

/// So many cases, the same ones in every run, so that a change passes or fails for what it does; and no file of failures.
/// With `ALONGSIDE_TESTS=full` twenty times as many, and with a number so many times as many, new ones every time.
pub(crate) fn many(cases: u32) -> ProptestConfig {
    let given = ProptestConfig::default();
    let times = match std::env::var("ALONGSIDE_TESTS").as_deref() {
        Err(_) => None,
        Ok("full") => Some(20),
        Ok(times) => Some(times.parse().expect("ALONGSIDE_TESTS is `full` or a number of times")),
    };
    let same = times.is_none() && given.rng_seed == RngSeed::Random;
    let rng_seed = if same { RngSeed::Fixed(cases.into()) } else { given.rng_seed };
    let times = times.unwrap_or(1);
    let max_global_rejects = given.max_global_rejects * times;
    ProptestConfig { cases: cases * times, max_global_rejects, failure_persistence: None, rng_seed, ..given }
}

/// The same so many blueprints in every run, for tests that count what they have seen.
pub(crate) fn sample(count: usize, seed: u64, strategy: &impl Strategy<Value = Blueprint>) -> Vec<Blueprint> {
    let config = ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(seed), ..Default::default() };
    let mut runner = TestRunner::new(config);
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}
