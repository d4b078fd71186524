//! Among equals the seed decides, and it favours nobody.

use crate::support::outcome;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Rounds, one seed each.
const ROUNDS: usize = 3000;

/// So many people alike on each side.
fn alike(mentees: usize, mentors: usize) -> Value {
    let people = |letter: &str, count: usize| -> Vec<Value> {
        (0..count).map(|at| json!({ "id": format!("{letter}{at}"), "interests": "chess" })).collect()
    };
    json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "weight": 3, "why": "To begin with." }],
        "mentors": people("m", mentors),
        "mentees": people("e", mentees),
    })
}

/// How often each mentee and each mentor was chosen.
fn chosen(mut document: Value) -> (Vec<usize>, Vec<usize>) {
    let (mut mentees, mut mentors) = (BTreeMap::new(), BTreeMap::new());
    for seed in 0..ROUNDS {
        document["seed"] = seed.into();
        let outcome = outcome(&document);
        for one in &outcome.proposals {
            *mentees.entry(one.mentee.clone()).or_insert(0) += 1;
            *mentors.entry(one.mentor.clone()).or_insert(0) += 1;
        }
    }
    (mentees.into_values().collect(), mentors.into_values().collect())
}

/// Each of `k` was chosen in about one of `k` rounds: within three standard errors of a fair draw.
fn fair(counts: &[usize], k: usize) {
    assert_eq!(counts.len(), k);
    let (rounds, share) = (ROUNDS as f64, 1.0 / k as f64);
    let error = (rounds * share * (1.0 - share)).sqrt();
    for count in counts {
        assert!((*count as f64 - rounds * share).abs() <= 3.0 * error, "{counts:?}");
    }
}

#[test]
fn each_of_k_equal_mentees_wins_about_one_round_in_k() {
    for k in [2, 3, 5] {
        let (mentees, _) = chosen(alike(k, 1));
        fair(&mentees, k);
    }
}

#[test]
fn each_of_k_equal_mentors_is_asked_about_one_round_in_k() {
    let (_, mentors) = chosen(alike(1, 4));
    fair(&mentors, 4);
}

#[test]
fn a_seed_settles_only_what_is_equal() {
    let mut document = alike(3, 2);
    document["mentees"][1]["interests"] = "kites".into();
    let (mentees, _) = chosen(document);
    // Whoever shares nothing is never drawn before those who do.
    assert_eq!(mentees, [ROUNDS, ROUNDS]);
}
