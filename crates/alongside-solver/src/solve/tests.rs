//! The plain path against every assignment there is, and its certificates against their conditions.

mod again;
mod brute;
mod families;
mod proof;
mod stopped;

use crate::control::Control;
use crate::problem::{Problem, ProblemParts};
use crate::solution::{Solution, Status};

/// Counter-based random numbers (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.roll() % end as u64) as usize
    }

    /// Values around 0, one of `kinds`.
    pub(crate) fn value(&mut self, kinds: u64) -> i64 {
        (self.roll() % kinds).cast_signed() - (kinds / 3).cast_signed()
    }
}

/// A random plain problem: `share` in a hundred pairs have an edge.
pub(super) fn random(dice: &mut Dice, rows: usize, columns: usize, share: usize, kinds: &[u64]) -> Problem {
    let tier_count = 1 + dice.below(4) as u8;
    let tiers = (0..rows).map(|_| dice.below(tier_count.into()) as u8).collect();
    let most = 1 + dice.below(4);
    let capacities = (0..columns).map(|_| dice.below(most + 1) as u32).collect();
    let (mut row_starts, mut edges) = (vec![0], Vec::new());
    for _ in 0..rows {
        edges.extend((0..columns as u32).filter(|_| dice.below(100) < share));
        row_starts.push(edges.len());
    }
    let levels = kinds.iter().map(|kinds| edges.iter().map(|_| dice.value(*kinds)).collect()).collect();
    let parts =
        ProblemParts { tier_count, tiers, capacities, row_starts, columns: edges, levels, ..Default::default() };
    Problem::new(parts).unwrap()
}

/// Solves and checks everything that can be checked without another solver.
pub(super) fn solved(problem: &Problem) -> Solution {
    let solution = super::solve(problem, &Control::default()).unwrap();
    assert_eq!(solution.status, Status::Optimal);
    assert_eq!(solution.bounds, solution.totals);
    proof::check(problem, &solution);
    solution
}
