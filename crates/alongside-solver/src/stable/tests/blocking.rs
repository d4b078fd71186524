//! The finder of blocking pairs beside the definition.

use super::super::{StableError, blocking_pairs};
use super::{Dice, Market};
use crate::problem::NO_GROUP;

#[test]
fn every_blocking_pair_of_every_assignment_is_found() {
    let mut dice = Dice(21);
    for _ in 0..400 {
        let market = Market::random(&mut dice, 4, 3, 2);
        for assignment in market.all() {
            let edges: Vec<usize> = assignment.iter().flatten().copied().collect();
            assert_eq!(blocking_pairs(&market.orders(), &edges, &[]), Ok(market.blocking(&assignment)));
        }
    }
}

#[test]
fn a_full_set_has_room_for_a_row_that_leaves_it() {
    let mut dice = Dice(22);
    let mut open = 0;
    for _ in 0..400 {
        let mut market = Market::random(&mut dice, 4, 3, 2);
        let columns = market.problem.columns();
        market.problem.group_of = (0..columns).map(|at| if at % 3 == 2 { NO_GROUP } else { at as u32 % 3 }).collect();
        market.problem.limits = vec![dice.below(3) as u32, dice.below(3) as u32];
        let group = |edge: usize| market.problem.group_of(market.problem.edge_columns()[edge]);
        for assignment in market.all() {
            let taken = |set: u32| assignment.iter().flatten().filter(|edge| group(**edge) == Some(set)).count() as u32;
            if (0..2).any(|set| taken(set) > market.problem.limits[set as usize]) {
                continue;
            }
            let blocks = |edge: &usize| {
                let column = market.problem.edge_columns()[*edge];
                let (held, own) = (market.held(&assignment, column), assignment[market.row(*edge)]);
                let room = held.len() < market.problem.capacities()[column as usize] as usize;
                let set_room = group(*edge).is_none_or(|set| {
                    let leaves = own.is_some_and(|own| group(own) == Some(set));
                    taken(set) - u32::from(leaves) < market.problem.limits[set as usize]
                });
                own != Some(*edge)
                    && own.is_none_or(|own| market.rows[*edge] > market.rows[own])
                    && (room && set_room || held.iter().any(|held| market.columns[*edge] > market.columns[*held]))
            };
            let blocking: Vec<usize> = (0..market.problem.edges()).filter(blocks).collect();
            open += blocking.len();
            let edges: Vec<usize> = assignment.iter().flatten().copied().collect();
            assert_eq!(blocking_pairs(&market.orders(), &edges, &[]), Ok(blocking));
        }
    }
    assert!(open > 1000);
}

#[test]
fn a_row_that_wants_several_columns_gives_up_the_one_it_likes_least() {
    let mut dice = Dice(23);
    let mut market = Market::random(&mut dice, 1, 1, 1);
    market.problem = crate::Problem::new(crate::ProblemParts {
        tier_count: 1,
        tiers: vec![0],
        demands: vec![2],
        capacities: vec![1, 1, 1, 1],
        row_starts: vec![0, 4],
        columns: vec![0, 1, 2, 3],
        ..crate::ProblemParts::default()
    })
    .unwrap();
    (market.rows, market.columns) = (vec![4, 3, 2, 1], vec![0; 4]);
    let blocking = |chosen: &[usize]| blocking_pairs(&market.orders(), chosen, &[]).unwrap();
    assert_eq!(blocking(&[0, 1]), [] as [usize; 0]);
    assert_eq!(blocking(&[0, 3]), [1, 2]);
    assert_eq!(blocking(&[3]), [0, 1, 2]);
    // What is kept is not given up.
    assert_eq!(blocking_pairs(&market.orders(), &[1, 3], &[3]), Ok(vec![0]));
}

#[test]
fn what_is_no_assignment_is_refused() {
    let mut dice = Dice(24);
    let mut refused = 0;
    for _ in 0..1000 {
        let market = Market::random(&mut dice, 3, 3, 2);
        let edges = market.problem.edges();
        let mut chosen: Vec<usize> = (0..edges).filter(|_| dice.below(2) == 0).collect();
        let rows: Vec<usize> = chosen.iter().map(|edge| market.row(*edge)).collect();
        let fits = rows.is_sorted_by(|left, right| left < right) && market.fits(&market.by_row(&chosen));
        let answer = blocking_pairs(&market.orders(), &chosen, &[]);
        assert_eq!(answer.is_ok(), fits);
        refused += usize::from(!fits);
        if let Some(&first) = chosen.first() {
            chosen.push(first);
            assert_eq!(
                blocking_pairs(&market.orders(), &chosen, &[]),
                Err(StableError::NotAnAssignment { edge: first })
            );
        }
        let beyond = blocking_pairs(&market.orders(), &[edges], &[]);
        assert_eq!(beyond, Err(StableError::NotAnAssignment { edge: edges }));
        if edges > 0 {
            assert_eq!(blocking_pairs(&market.orders(), &[], &[0]), Err(StableError::Kept { edge: 0 }));
        }
    }
    assert!(refused > 100);
}
