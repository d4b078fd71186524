//! The certificate's conditions, read off its documentation.

use crate::certificate::Certificate;
use crate::problem::Problem;
use crate::solution::Solution;

type Tuple = Vec<i64>;

fn combined(left: &Tuple, right: &Tuple, sign: i64) -> Tuple {
    left.iter().zip(right).map(|(left, right)| left + sign * right).collect()
}

/// Panics unless every condition holds.
pub(crate) fn assert_proven(problem: &Problem, solution: &Solution) {
    let certificate: &Certificate = solution.certificate.as_ref().unwrap();
    let levels = problem.objective_levels();
    assert_eq!(certificate.levels.len(), levels);
    let zero: Tuple = vec![0; levels];
    let mut bonus = zero.clone();
    if problem.use_columns() {
        bonus[1] = 1;
    }
    let at = |which: fn(&crate::Potentials) -> &Vec<i64>, index: usize| -> Tuple {
        certificate.levels.iter().map(|level| which(level)[index]).collect()
    };
    let mut column_holds = vec![0; problem.columns()];
    let mut group_holds = vec![0; problem.limits().len()];
    for row in 0..problem.rows() {
        let u = at(|level| &level.rows, row);
        let mut holds = 0;
        for edge in problem.edges_of(row) {
            let column = problem.edge_columns()[edge];
            let mut w = vec![problem.priority(row)];
            w.resize(levels - problem.level_count(), 0);
            w.extend(problem.values(edge));
            let reduced = combined(&combined(&u, &at(|level| &level.columns, column as usize), 1), &w, -1);
            if solution.edges.contains(&edge) {
                assert!(reduced <= zero, "a chosen edge gains less than it costs");
                holds += 1;
                column_holds[column as usize] += 1;
                if let Some(group) = problem.group_of(column) {
                    group_holds[group as usize] += 1;
                }
            } else {
                assert!(reduced >= zero, "an edge not chosen gains more than it costs");
            }
        }
        assert!(u >= zero && (u == zero || holds == problem.demands()[row]));
    }
    for (column, &holds) in column_holds.iter().enumerate() {
        let group =
            problem.group_of(column as u32).map_or(zero.clone(), |group| at(|level| &level.groups, group as usize));
        let net = combined(&at(|level| &level.columns, column), &group, -1);
        let with = combined(&net, &bonus, 1);
        assert!(holds == 0 || if holds == 1 { with >= zero } else { net >= zero });
        assert!(holds == problem.capacities()[column] || if holds == 0 { with <= zero } else { net <= zero });
    }
    for (group, limit) in problem.limits().iter().enumerate() {
        let g = at(|level| &level.groups, group);
        assert!(g >= zero && (g == zero || group_holds[group] == *limit));
    }
}
