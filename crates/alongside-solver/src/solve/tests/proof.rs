//! The conditions of a certificate, word for word, for plain problems.

use crate::{Problem, Solution};

pub(super) fn check(problem: &Problem, solution: &Solution) {
    let levels = &solution.certificate.as_ref().unwrap().levels;
    assert_eq!(levels.len(), problem.objective_levels());
    let row = |row: usize| levels.iter().map(|level| level.rows[row]).collect::<Vec<i64>>();
    let column = |column: usize| levels.iter().map(|level| level.columns[column]).collect::<Vec<i64>>();
    let zero = vec![0; levels.len()];
    let mut held = vec![0; problem.columns()];
    let mut seated = vec![false; problem.rows()];
    for (at, seated) in seated.iter_mut().enumerate() {
        for edge in problem.edges_of(at) {
            let to = problem.edge_columns()[edge] as usize;
            let mut worth = vec![problem.priority(at)];
            worth.extend(problem.values(edge));
            let spare: Vec<i64> = (0..levels.len()).map(|l| row(at)[l] + column(to)[l] - worth[l]).collect();
            if solution.edges.binary_search(&edge).is_ok() {
                assert!(spare <= zero, "edge {edge} in use {spare:?} of {problem:?}");
                held[to] += 1;
                *seated = true;
            } else {
                assert!(spare >= zero, "edge {edge} {spare:?} of {problem:?}");
            }
        }
    }
    for (at, seated) in seated.into_iter().enumerate() {
        assert!(row(at) >= zero, "row {at} of {problem:?}");
        assert!(seated || row(at) == zero, "row {at} waits, of {problem:?}");
    }
    for (at, held) in held.into_iter().enumerate() {
        assert!(held == 0 || column(at) >= zero, "column {at} of {problem:?}");
        assert!(held == problem.capacities()[at] || column(at) <= zero, "column {at} has room, of {problem:?}");
    }
}
