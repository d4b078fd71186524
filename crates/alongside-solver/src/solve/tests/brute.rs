//! Against every assignment of tiny problems.

use super::{Dice, Problem, random, solved};

/// The best objective by trying everything: places per tier, then totals.
fn best(problem: &Problem) -> Vec<i64> {
    fn place(problem: &Problem, row: usize, room: &mut [u32], sums: &mut Vec<i64>, best: &mut Vec<i64>) {
        if row == problem.rows() {
            if *sums > *best {
                best.clone_from(sums);
            }
            return;
        }
        place(problem, row + 1, room, sums, best);
        for edge in problem.edges_of(row) {
            let column = problem.edge_columns()[edge] as usize;
            if room[column] == 0 {
                continue;
            }
            let mut add = |sign: i64| {
                sums[usize::from(problem.tiers()[row])] += sign;
                for (level, value) in problem.values(edge).enumerate() {
                    sums[usize::from(problem.tier_count()) + level] += sign * value;
                }
            };
            room[column] -= 1;
            add(1);
            place(problem, row + 1, room, sums, best);
            let mut add = |sign: i64| {
                sums[usize::from(problem.tiers()[row])] += sign;
                for (level, value) in problem.values(edge).enumerate() {
                    sums[usize::from(problem.tier_count()) + level] += sign * value;
                }
            };
            room[column] += 1;
            add(-1);
        }
    }
    let mut sums = vec![0; usize::from(problem.tier_count()) + problem.level_count()];
    let mut best = vec![-1; sums.len()];
    place(problem, 0, &mut problem.capacities().to_vec(), &mut sums, &mut best);
    best
}

fn objective(solution: &crate::Solution) -> Vec<i64> {
    solution
        .served
        .iter()
        .map(|served| i64::try_from(*served).unwrap())
        .chain(solution.totals.iter().copied())
        .collect()
}

#[test]
fn the_objective_is_that_of_the_best_of_all_assignments() {
    let mut dice = Dice(1);
    let kinds: [&[u64]; 7] = [&[], &[1], &[2], &[3, 3], &[2, 2, 9], &[100], &[1, 5, 2]];
    for round in 0..30_000 {
        let (rows, columns) = (dice.below(7), dice.below(5));
        let share = [30, 60, 100][dice.below(3)];
        let problem = random(&mut dice, rows, columns, share, kinds[round % kinds.len()]);
        assert_eq!(objective(&solved(&problem)), best(&problem), "{problem:?}");
    }
}

#[test]
fn the_furthest_values_are_added_up_exactly() {
    let mut dice = Dice(2);
    for _ in 0..2000 {
        let (rows, columns) = (1 + dice.below(6), 1 + dice.below(4));
        let mut problem = random(&mut dice, rows, columns, 70, &[3, 3]);
        for level in &mut problem.levels {
            for value in level {
                *value = (*value).signum() * crate::problem::MAX_VALUE - *value * 7;
                *value = (*value).clamp(-crate::problem::MAX_VALUE, crate::problem::MAX_VALUE);
            }
        }
        assert_eq!(objective(&solved(&problem)), best(&problem), "{problem:?}");
    }
}

#[test]
fn a_forced_pair_is_worth_what_the_best_with_it_is() {
    let mut dice = Dice(3);
    for _ in 0..3000 {
        let (rows, columns) = (1 + dice.below(5), 1 + dice.below(4));
        let problem = random(&mut dice, rows, columns, 70, &[4, 9]);
        let Some(edge) = (problem.edges() > 0).then(|| dice.below(problem.edges())) else { continue };
        let row = (0..rows).find(|row| problem.edges_of(*row).contains(&edge)).unwrap();
        let column = problem.edge_columns()[edge];
        // The same question: everybody else, and one place less.
        let mut others = problem.clone();
        let gone = problem.edges_of(row);
        others.columns.drain(gone.clone());
        others.row_starts.iter_mut().skip(row + 1).for_each(|start| *start -= gone.len());
        others.levels.iter_mut().for_each(|level| drop(level.drain(gone.clone())));
        let forced = problem.with_row_forced(row, column);
        if problem.capacities()[column as usize] == 0 {
            assert!(forced.is_none());
            continue;
        }
        others.capacities[column as usize] -= 1;
        let mut expected = best(&others);
        expected[usize::from(problem.tiers()[row])] += 1;
        let values = problem.values(edge);
        expected.iter_mut().skip(problem.tier_count().into()).zip(values).for_each(|(sum, value)| *sum += value);
        let forced = forced.unwrap();
        let solution = forced.solve(&crate::Control::default()).unwrap();
        assert_eq!(objective(&solution), expected, "{problem:?}");
        assert!(solution.edges.binary_search(&edge).is_ok());
        assert_eq!(solution.assignment(&problem)[row], Some(column));
        let told = crate::Solution::of(&problem, solution.edges.clone()).unwrap();
        assert_eq!((told.totals, told.columns_used), (solution.totals, solution.columns_used));
        let without = problem.without_edge(row, column).unwrap();
        assert_eq!((without.edges(), without.edge(row, column)), (problem.edges() - 1, None));
        assert_eq!(objective(&solved(&without)), best(&without));
    }
}
