//! Small markets, all their assignments, and what the definitions say of them.

#![allow(
    clippy::cast_possible_wrap,
    clippy::needless_range_loop,
    reason = "the numbers are small, and an index names a row on both sides of a comparison"
)]

mod blocking;
mod deferred;
mod larger;

use super::{How, Method, Orders, Stable, StableError, Ties, solve};
use crate::problem::{Problem, ProblemParts};

/// Numbers that only look random.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let word = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (word ^ (word >> 31)) % end
    }
}

/// A market with everything its own, so that a test can change it.
#[derive(Clone)]
pub(super) struct Market {
    pub(super) problem: Problem,
    pub(super) rows: Vec<i64>,
    pub(super) columns: Vec<i64>,
}

impl Market {
    /// Up to `most` rows and columns; scores below `scores`, so that few mean ties.
    fn random(dice: &mut Dice, most: u64, scores: u64, capacity: u64) -> Self {
        let (rows, columns) = (1 + dice.below(most), 1 + dice.below(most));
        let mut parts = ProblemParts {
            tier_count: 2,
            tiers: (0..rows).map(|_| dice.below(2) as u8).collect(),
            capacities: (0..columns).map(|_| dice.below(capacity + 1) as u32).collect(),
            row_starts: vec![0],
            ..ProblemParts::default()
        };
        for _ in 0..rows {
            parts.columns.extend((0..columns as u32).filter(|_| dice.below(3) > 0));
            parts.row_starts.push(parts.columns.len());
        }
        let edges = parts.columns.len();
        let mut draw = || (0..edges).map(|_| dice.below(scores) as i64).collect();
        let (rows, columns) = (draw(), draw());
        Self { problem: Problem::new(parts).unwrap(), rows, columns }
    }

    fn orders(&self) -> Orders<'_> {
        Orders::new(&self.problem, &self.rows, &self.columns).unwrap()
    }

    fn solve(&self, method: Method, seed: u64) -> Stable {
        let how = How { method, ties: Ties { seed, ..Ties::default() }, kept: &[] };
        solve(&self.orders(), &how).unwrap()
    }

    fn row(&self, edge: usize) -> usize {
        (0..self.problem.rows()).find(|row| self.problem.edges_of(*row).contains(&edge)).unwrap()
    }

    /// Every assignment, as the edge of each row.
    fn all(&self) -> Vec<Vec<Option<usize>>> {
        let mut all = vec![Vec::new()];
        for row in 0..self.problem.rows() {
            let mut longer = Vec::new();
            for one in &all {
                for choice in std::iter::once(None).chain(self.problem.edges_of(row).map(Some)) {
                    let mut one = one.clone();
                    one.push(choice);
                    if self.fits(&one) {
                        longer.push(one);
                    }
                }
            }
            all = longer;
        }
        all
    }

    fn held(&self, assignment: &[Option<usize>], column: u32) -> Vec<usize> {
        assignment.iter().flatten().copied().filter(|edge| self.problem.edge_columns()[*edge] == column).collect()
    }

    fn fits(&self, assignment: &[Option<usize>]) -> bool {
        let fits = |(column, capacity): (u32, &u32)| self.held(assignment, column).len() <= *capacity as usize;
        (0..).zip(self.problem.capacities()).all(fits)
    }

    /// The pairs that block, word for word as the definition has it.
    fn blocking(&self, assignment: &[Option<usize>]) -> Vec<usize> {
        let blocks = |edge: &usize| {
            let column = self.problem.edge_columns()[*edge];
            let held = self.held(assignment, column);
            let row_gains = assignment[self.row(*edge)].is_none_or(|own| self.rows[*edge] > self.rows[own]);
            let column_gains = held.len() < self.problem.capacities()[column as usize] as usize
                || held.iter().any(|other| self.columns[*edge] > self.columns[*other]);
            !held.contains(edge) && row_gains && column_gains
        };
        (0..self.problem.edges()).filter(blocks).collect()
    }

    fn by_row(&self, edges: &[usize]) -> Vec<Option<usize>> {
        let find = |row| edges.iter().copied().find(|edge| self.problem.edges_of(row).contains(edge));
        (0..self.problem.rows()).map(find).collect()
    }

    /// Makes all scores of a side different, in an order that agrees with the scores given.
    fn strict(mut self, dice: &mut Dice) -> Self {
        for scores in [&mut self.rows, &mut self.columns] {
            let count = scores.len() as u64;
            let mut places: Vec<(i64, u64, usize)> =
                scores.iter().enumerate().map(|(edge, score)| (*score, dice.below(count * count), edge)).collect();
            places.sort_unstable();
            for (rank, (_, _, edge)) in (0..).zip(places) {
                scores[edge] = rank;
            }
        }
        self
    }
}

#[test]
fn a_market_that_is_not_one_is_refused() {
    let mut dice = Dice(1);
    let market = Market::random(&mut dice, 4, 3, 2);
    let long = vec![0; market.problem.edges() + 1];
    let refused = Orders::new(&market.problem, &long, &market.columns).err();
    let expected = market.problem.edges();
    assert_eq!(refused, Some(StableError::Length { expected, given: expected + 1 }));
    let keys = vec![7; market.problem.rows() + 1];
    let how = How { ties: Ties { rows: &keys, ..Ties::default() }, ..How::default() };
    let expected = market.problem.rows();
    assert_eq!(solve(&market.orders(), &how), Err(StableError::Length { expected, given: expected + 1 }));

    let mut pairs = market.clone();
    pairs.problem.demands[0] = 2;
    assert_eq!(solve(&pairs.orders(), &How::default()), Err(StableError::Demand { row: 0 }));
    let mut sets = market.clone();
    sets.problem.limits = vec![1];
    assert_eq!(solve(&sets.orders(), &How::default()), Err(StableError::Ceilings));
}
