//! What the larger stable assignment promises.

use super::super::{Method, Orders};
use super::{Dice, Market};
use crate::problem::{Problem, ProblemParts};

#[test]
fn it_serves_two_thirds_of_what_the_largest_stable_assignment_serves() {
    let mut dice = Dice(11);
    let (mut more, mut exact) = (0, 0);
    for seed in 0..6000 {
        let market = Market::random(&mut dice, 5, 1 + seed % 3, 1 + seed % 2);
        let solved = market.solve(Method::Larger, seed);
        let assignment = market.by_row(&solved.edges);
        assert!(market.fits(&assignment));
        assert_eq!(market.blocking(&assignment), [] as [usize; 0], "seed {seed}");
        let served = |assignment: &Vec<Option<usize>>| assignment.iter().flatten().count();
        let stable = market.all().into_iter().filter(|other| market.blocking(other).is_empty());
        let largest = stable.map(|other| served(&other)).max().unwrap();
        assert!(3 * solved.edges.len() >= 2 * largest, "seed {seed}: {} of {largest}", solved.edges.len());
        more += usize::from(solved.edges.len() > market.solve(Method::BestForRows, seed).edges.len());
        exact += usize::from(solved.edges.len() == largest);
    }
    assert!(more > 100, "it never serves more: {more}");
    assert!(exact > 5500, "it seldom serves the most: {exact}");
}

#[test]
fn without_ties_it_is_the_best_for_rows() {
    let mut dice = Dice(12);
    for seed in 0..1000 {
        let market = Market::random(&mut dice, 6, 6, 3).strict(&mut dice);
        assert_eq!(market.solve(Method::Larger, seed).edges, market.solve(Method::BestForRows, seed).edges);
    }
}

#[test]
fn it_is_stable_where_every_tie_is_long_and_makes_few_proposals() {
    let mut dice = Dice(13);
    for seed in 0..30 {
        let mut parts = ProblemParts { tier_count: 1, row_starts: vec![0], ..ProblemParts::default() };
        for _ in 0..400 {
            parts.tiers.push(0);
            parts.capacities.push(dice.below(3) as u32);
            let mut columns: Vec<u32> = (0..12).map(|_| dice.below(400) as u32).collect();
            columns.sort_unstable();
            columns.dedup();
            parts.columns.extend(columns);
            parts.row_starts.push(parts.columns.len());
        }
        let problem = Problem::new(parts).unwrap();
        let mut draw = || (0..problem.edges()).map(|_| dice.below(3) as i64).collect::<Vec<_>>();
        let (rows, columns) = (draw(), draw());
        let market = Market { problem: problem.clone(), rows, columns };
        let orders = Orders::new(&problem, &market.rows, &market.columns).unwrap();
        let solved = market.solve(Method::Larger, seed);
        assert_eq!(crate::stable::blocking_pairs(&orders, &solved.edges, &[]), Ok(vec![]));
        assert!(solved.edges.len() >= market.solve(Method::BestForRows, seed).edges.len());
        assert!(solved.proposals <= 4 * problem.edges() as u64);
    }
}
