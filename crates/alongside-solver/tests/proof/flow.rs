//! The solvers against a plain flow, where there is too much to try.

use crate::compared;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, SIXTY};
use crate::oracle::{flow, share, worth};
use crate::solvers::ANY;
use alongside_solver::{Control, Status, verify};

#[test]
fn every_answer_is_as_good_as_a_plain_flow() {
    let declared = share(5_000, 20);
    for seed in 0..declared {
        let mut draw = Draw::new(seed);
        let case = if seed.is_multiple_of(3) { family::plain(&mut draw, SIXTY) } else { family::any(&mut draw, SIXTY) };
        let problem = case.problem();
        let best = worth::objective(&case, &flow::best(&case));
        for (name, solve) in ANY {
            let solution = solve(&problem, &Control::default()).unwrap();
            assert_eq!(solution.status, Status::Optimal, "seed {seed}, {name}");
            let chosen = case.pairs_of(&solution.edges);
            assert!(case.allows(&chosen), "seed {seed}, {name}");
            assert_eq!(worth::objective(&case, &chosen), best, "seed {seed}, {name}");
            let verified = verify::solution(&problem, &solution);
            assert!(verified.is_ok(), "seed {seed}, {name}: {verified:?}");
        }
    }
    compared(declared, "problems of up to 60, solved in two ways, with a plain flow");
}
