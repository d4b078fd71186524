//! Larger problems, against shortest paths over tuples or a known answer.

use super::{Dice, Problem, ProblemParts, random, solved};
use crate::control::Control;
use crate::problem::MAX_VALUE;

/// The same objective by the other path, which shares nothing with this one but the problem.
fn agrees(problem: &Problem) {
    let here = solved(problem);
    let there = crate::network::solve(problem, &Control::default()).unwrap();
    assert_eq!((here.served, here.totals), (there.served, there.totals));
}

fn problem(tiers: Vec<u8>, capacities: Vec<u32>, edges: &[Vec<(u32, Vec<i64>)>], levels: usize) -> Problem {
    let mut parts = ProblemParts { tier_count: 8, tiers, capacities, ..ProblemParts::default() };
    parts.row_starts.push(0);
    parts.levels = vec![Vec::new(); levels];
    for row in edges {
        for (column, values) in row {
            parts.columns.push(*column);
            parts.levels.iter_mut().zip(values).for_each(|(level, value)| level.push(*value));
        }
        parts.row_starts.push(parts.columns.len());
    }
    Problem::new(parts).unwrap()
}

#[test]
fn middling_problems_agree_with_shortest_paths_over_tuples() {
    let mut dice = Dice(11);
    let kinds: [&[u64]; 5] = [&[1, 50], &[2, 3, 1000], &[70, 1 << 40], &[1000], &[3]];
    for round in 0..400 {
        let (rows, columns) = (20 + dice.below(60), 5 + dice.below(50));
        let share = [5, 15, 50][dice.below(3)];
        agrees(&random(&mut dice, rows, columns, share, kinds[round % kinds.len()]));
    }
}

#[test]
fn one_column_with_most_of_the_room_agrees_too() {
    let mut dice = Dice(12);
    for most in [0, 20, 90, 150, u32::MAX] {
        let capacities: Vec<u32> = std::iter::once(most).chain((0..60).map(|_| dice.below(3) as u32)).collect();
        let edges: Vec<Vec<(u32, Vec<i64>)>> = (0..150)
            .map(|_| {
                let mut columns = vec![0];
                columns.extend((1..61).filter(|_| dice.below(12) == 0));
                columns.into_iter().map(|column| (column, vec![dice.value(9), dice.value(1 << 40)])).collect()
            })
            .collect();
        let tiers = (0..150).map(|_| dice.below(8) as u8).collect();
        agrees(&problem(tiers, capacities, &edges, 2));
    }
}

#[test]
fn a_chain_moves_along_its_whole_length() {
    // Row `r` can have columns `r` and `r + 1`, the last row only the first of them; all but the last would rather move
    // up. So nobody moves, and the price of the last column is that of all moves together.
    let rows: u32 = 4000;
    let value = MAX_VALUE / 2;
    let edge = |row: u32| {
        if row + 1 < rows { vec![(row, vec![0, 5]), (row + 1, vec![value, 7])] } else { vec![(row, vec![0, 5])] }
    };
    let edges: Vec<_> = (0..rows).map(edge).collect();
    let chain = problem(vec![0; rows as usize], vec![1; rows as usize], &edges, 2);
    let solution = solved(&chain);
    assert_eq!(solution.totals, [0, 5 * i64::from(rows)]);
    // With a place at the end everybody moves up, whoever is asked first.
    let mut edges = edges;
    if let Some(last) = edges.last_mut() {
        last.push((rows, vec![value, 7]));
    }
    let solution = solved(&problem(vec![0; rows as usize], vec![1; rows as usize + 1], &edges, 2));
    assert_eq!(solution.totals, [value * i64::from(rows), 7 * i64::from(rows)]);
    // Nobody can be at the first column but who comes last: one long way for a late tier.
    let mut tiers = vec![0; rows as usize];
    tiers[0] = 7;
    let edges: Vec<_> = (0..rows).map(|row| vec![(row.saturating_sub(1), vec![1]), (row, vec![2])]).collect();
    let edges: Vec<_> = edges
        .into_iter()
        .map(|mut row| {
            row.dedup_by_key(|edge| edge.0);
            row
        })
        .collect();
    let late = solved(&problem(tiers, vec![1; rows as usize], &edges, 1));
    assert_eq!((late.served[0], late.served[7]), (rows as usize - 1, 1));
}

#[test]
fn equal_values_everywhere_leave_the_choice_to_the_last_level() {
    let mut dice = Dice(13);
    for rows in [60, 90, 120] {
        let edges: Vec<Vec<(u32, Vec<i64>)>> =
            (0..rows).map(|_| (0..90).map(|column| (column, vec![4, -3, dice.value(1 << 40)])).collect()).collect();
        agrees(&problem(vec![0; rows], vec![1; 90], &edges, 3));
    }
}

#[test]
fn rows_and_columns_without_edges_or_room_are_nobodys_loss() {
    let edges = vec![vec![], vec![(1, vec![3])], vec![], vec![(1, vec![4]), (2, vec![9])]];
    let solution = solved(&problem(vec![0, 1, 2, 3], vec![5, 1, 0, 7], &edges, 1));
    assert_eq!((solution.edges, solution.totals), (vec![0], vec![3]));
    let nobody = solved(&problem(Vec::new(), vec![1, 2], &[], 3));
    assert_eq!((nobody.edges, nobody.totals), (Vec::new(), vec![0; 3]));
    let nothing = solved(&problem(vec![0; 3], Vec::new(), &[vec![], vec![], vec![]], 0));
    assert_eq!(nothing.served, [0; 8]);
}

#[test]
fn rows_that_want_nothing_get_nothing() {
    let mut dice = Dice(14);
    for _ in 0..200 {
        let mut with = random(&mut dice, 8, 5, 60, &[4, 9]);
        let idle = dice.below(8);
        with.demands[idle] = 0;
        let solution = crate::solve::solve(&with, &Control::default()).unwrap();
        let gone = with.edges_of(idle);
        assert!(solution.edges.iter().all(|edge| !gone.contains(edge)));
        let mut without = with.clone();
        without.demands[idle] = 1;
        without.columns.drain(gone.clone());
        without.row_starts.iter_mut().skip(idle + 1).for_each(|start| *start -= gone.len());
        without.levels.iter_mut().for_each(|level| drop(level.drain(gone.clone())));
        let other = solved(&without);
        assert_eq!((solution.served, solution.totals), (other.served, other.totals));
    }
}
