//! The solvers against every assignment there is.

use crate::compared;
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, TINY};
use crate::oracle::{Tuple, brute, share, worth};
use crate::solvers::{ANY, stops_after};
use alongside_solver::{Control, Solution, Status, verify};

/// One random case in three has only what the fast paths take.
fn drawn(seed: u64) -> Case {
    let mut draw = Draw::new(seed);
    if seed.is_multiple_of(3) { family::plain(&mut draw, TINY) } else { family::any(&mut draw, TINY) }
}

/// What the solution's own pairs are worth, told by the oracle.
fn worth_of(case: &Case, solution: &Solution) -> Tuple {
    let chosen = case.pairs_of(&solution.edges);
    assert!(case.allows(&chosen));
    worth::objective(case, &chosen)
}

#[test]
fn every_answer_is_the_best_of_all() {
    let declared = share(100_000, 10);
    for seed in 0..declared {
        let case = drawn(seed);
        let problem = case.problem();
        let best = brute::best(&case, |chosen| worth::objective(&case, chosen));
        for (name, solve) in ANY {
            let solution = solve(&problem, &Control::default()).unwrap();
            assert_eq!(worth_of(&case, &solution), best, "seed {seed}, {name}: {case:?}");
            assert_eq!(solution.status, Status::Optimal, "seed {seed}, {name}");
            let verified = verify::solution(&problem, &solution);
            assert!(verified.is_ok(), "seed {seed}, {name}: {verified:?} {case:?} {solution:?}");
            assert!(solution.edges.is_sorted(), "seed {seed}, {name}");
        }
    }
    compared(declared, "tiny problems, solved in two ways, with every assignment");
}

#[test]
fn whoever_is_stopped_serves_as_many_and_bounds_the_rest() {
    let mut stopped = 0;
    let declared = share(100_000, 30);
    for seed in 0..declared {
        let case = drawn(seed);
        let problem = case.problem();
        let tiers = usize::from(case.tier_count);
        let best = brute::best(&case, |chosen| worth::objective(&case, chosen));
        // Of all assignments that fill as many places of each tier, none exceeds the first bound.
        let first = brute::best(&case, |chosen| {
            [&worth::served(&case, chosen)[..tiers], &worth::totals(&case, chosen)].concat()
        });
        for (name, solve) in ANY {
            let stop = stops_after(usize::try_from(seed % 5).unwrap());
            let control = Control { should_stop: Some(&stop), ..Control::default() };
            let solution = solve(&problem, &control).unwrap();
            let found = worth_of(&case, &solution);
            assert_eq!(found[..tiers], best[..tiers], "seed {seed}, {name}");
            if solution.status == Status::Optimal {
                assert_eq!(found, best, "seed {seed}, {name}");
            } else {
                stopped += 1;
                let bounds: Tuple = solution.bounds.iter().map(|bound| i128::from(*bound)).collect();
                let values = &best[best.len() - case.levels..];
                assert!(bounds.iter().zip(values).all(|(bound, value)| bound >= value), "seed {seed}, {name}");
                let level = bounds.first().zip(first.get(tiers));
                assert!(level.is_none_or(|(bound, most)| bound >= most), "seed {seed}, {name}");
            }
            let verified = verify::solution(&problem, &solution);
            assert!(verified.is_ok(), "seed {seed}, {name}: {verified:?}");
        }
    }
    assert!(stopped > 500, "{stopped}");
    compared(declared, "tiny problems stopped on the way, in two ways, with every assignment");
}
