//! The programmes and problems that bytes make are not all simple ones.

#![allow(clippy::unwrap_used, reason = "a helper that fails should fail its test")]

use alongside::outcome::Met;
use alongside::{Engine, Outcome, Programme};
use alongside_fuzz::{problem_from, programme_from};
use alongside_solver::{Control, Problem, Solution, Status, solve};
use arbitrary::Unstructured;

/// Bytes that look random (splitmix64).
fn bytes(seed: u64, length: usize) -> Vec<u8> {
    let word = |at: u64| {
        let mut z = seed.wrapping_mul(1 << 32).wrapping_add(at).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)).to_le_bytes()
    };
    (0..).flat_map(word).take(length).collect()
}

fn outcome(seed: u64) -> Outcome {
    let data = bytes(seed, 1500);
    let document = programme_from(&mut Unstructured::new(&data)).unwrap();
    let programme = Programme::from_json(&document.to_string()).unwrap().programme;
    Engine::new().run(&programme).unwrap()
}

#[test]
fn every_kind_of_case_is_made() {
    type Case = (&'static str, fn(&Outcome) -> bool);
    let cases: &[Case] = &[
        ("two proposals", |made| made.proposals.len() > 1),
        ("a choice between mentors", |made| made.proposals.iter().any(|one| one.alternatives.len() > 1)),
        ("a wish left open", |made| {
            made.proposals.iter().flat_map(|one| &one.wishes).any(|wish| wish.met == Met::Unknown)
        }),
        ("places that went to others", |made| made.unmatched.iter().any(|one| one.needed_elsewhere > 0)),
        ("somebody nobody can serve", |made| made.unmatched.iter().any(|one| !one.servable && !one.reasons.is_empty())),
        ("something to be checked", |made| made.unmatched.iter().any(|one| one.asked.needs_check > 0)),
        ("a pair below the floor", |made| made.unmatched.iter().any(|one| one.asked.below_floor > 0)),
        ("a mentor left over", |made| made.idle.iter().any(|one| one.served_elsewhere > 0)),
        ("a question that changes the matching", |made| {
            made.questions.iter().any(|one| one.best_changes == Some(true) || one.worst_changes == Some(true))
        }),
        ("a question that changes nothing", |made| made.questions.iter().any(|one| one.best_changes == Some(false))),
        ("several tiers served", |made| made.totals.tiers.iter().filter(|tier| tier.served > 0).count() > 1),
        ("a criterion before total fit", |made| made.levels.len() > made.totals.tiers.len() + 3),
    ];
    let made: Vec<Outcome> = (0..300).map(outcome).collect();
    for (name, is_so) in cases {
        let many = made.iter().filter(|outcome| is_so(outcome)).count();
        assert!(many >= 3, "{name}: {many} of {}", made.len());
    }
}

#[test]
fn every_kind_of_problem_is_made() {
    type Case = (&'static str, fn(&Problem, &Solution) -> bool);
    let cases: &[Case] = &[
        ("rows that go without", |problem, made| {
            let served: usize = made.served.iter().sum();
            served > 2 && served < (0..problem.rows()).filter(|row| !problem.edges_of(*row).is_empty()).count()
        }),
        ("rows with several columns", |problem, made| {
            made.edges.len() > made.assignment(problem).iter().flatten().count()
        }),
        ("columns with several rows", |_, made| made.edges.len() > made.columns_used),
        ("sets that are full", |problem, made| {
            let holds = |set: usize| {
                let columns = made.edges.iter().filter_map(|edge| problem.edge_columns().get(*edge));
                columns.filter(|column| problem.group_of(**column).is_some_and(|of| of as usize == set)).count()
            };
            problem.limits().iter().enumerate().any(|(set, limit)| *limit > 0 && holds(set) == *limit as usize)
        }),
        ("columns used as a level", |problem, made| problem.use_columns() && made.columns_used > 1),
        ("several tiers", |_, made| made.served.iter().filter(|served| **served > 0).count() > 1),
        ("several levels", |_, made| made.totals.iter().filter(|total| **total != 0).count() > 1),
        ("wide values", |_, made| made.totals.iter().any(|total| total.abs() > 1 << 40)),
        ("a best that is proven", |_, made| made.status == Status::Optimal && made.certificate.is_some()),
    ];
    let mut counts = vec![0; cases.len()];
    for seed in 0..600 {
        let data = bytes(seed, 700);
        let Ok(problem) = Problem::new(problem_from(&mut Unstructured::new(&data)).unwrap()) else { continue };
        let made = solve::solve(&problem, &Control::default()).unwrap();
        counts.iter_mut().zip(cases).for_each(|(count, (_, is_so))| *count += usize::from(is_so(&problem, &made)));
    }
    for ((name, _), many) in cases.iter().zip(counts) {
        assert!(many >= 10, "{name}: {many}");
    }
}
