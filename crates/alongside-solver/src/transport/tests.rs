//! What a transport must be, told by its definition alone; and instances of it.

mod families;
mod large;
mod small;

use super::finish::Tuning;
use super::{Plan, Transport, solve, solve_by};
use crate::control::Control;
use crate::solution::SolveError;

/// A transport that owns its lists.
#[derive(Debug, Clone, Default)]
struct Case {
    starts: Vec<usize>,
    items: Vec<u32>,
    values: Vec<i64>,
    demands: Vec<u32>,
    capacities: Vec<u32>,
    required: Vec<bool>,
}

impl Case {
    /// Every bidder wants one, every item takes one and need not.
    fn plain(rows: &[Vec<(u32, i64)>], items: usize) -> Self {
        let edges = || rows.iter().flatten();
        let ends = rows.iter().scan(0, |sum, row| {
            *sum += row.len();
            Some(*sum)
        });
        Self {
            starts: std::iter::once(0).chain(ends).collect(),
            items: edges().map(|(item, _)| *item).collect(),
            values: edges().map(|(_, value)| *value).collect(),
            demands: vec![1; rows.len()],
            capacities: vec![1; items],
            required: vec![false; items],
        }
    }

    fn complete(bidders: usize, items: usize, mut value: impl FnMut(u32, u32) -> i64) -> Self {
        let row = |bidder| (0..items as u32).map(|item| (item, value(bidder, item))).collect();
        Self::plain(&(0..bidders as u32).map(row).collect::<Vec<_>>(), items)
    }

    fn transport(&self) -> Transport<'_> {
        Transport {
            starts: &self.starts,
            items: &self.items,
            values: &self.values,
            demands: &self.demands,
            capacities: &self.capacities,
            required: &self.required,
        }
    }

    fn solve(&self) -> Result<Option<Plan>, SolveError> {
        solve(&self.transport(), &Control::default())
    }

    /// The total of the plan, after proving that no other has a greater one.
    fn best(&self) -> i128 {
        let plan = self.solve().expect("there is a plan").expect("nobody stops it");
        self.prove(&plan)
    }

    /// The same with every way taken that only larger cases need.
    fn best_the_long_way(&self) -> i128 {
        let plan = solve_by(&self.transport(), None, &Control::default(), Tuning { auction: 0, alone: 0 });
        self.prove(&plan.expect("there is a plan").expect("nobody stops it"))
    }

    /// The same beginning with prices.
    fn best_from(&self, prices: &[i64]) -> i128 {
        let tuning = Tuning { auction: 0, alone: 1 };
        let plan = solve_by(&self.transport(), Some(prices), &Control::default(), tuning);
        self.prove(&plan.expect("there is a plan").expect("nobody stops it"))
    }

    /// Asserts that the plan is one, and the best: weak duality with equality.
    fn prove(&self, plan: &Plan) -> i128 {
        let mut got = vec![0; self.demands.len()];
        let mut held = vec![0; self.capacities.len()];
        let mut is_chosen = vec![false; self.items.len()];
        for edge in &plan.chosen {
            assert!(!std::mem::replace(&mut is_chosen[*edge as usize], true), "an edge twice");
        }
        assert!(plan.chosen.is_sorted());
        let bidders = self.starts.windows(2).enumerate();
        let bidder_of = bidders.flat_map(|(bidder, ends)| std::iter::repeat_n(bidder, ends[1] - ends[0]));
        for (bidder, (edge, is_chosen)) in bidder_of.zip(is_chosen.into_iter().enumerate()) {
            let item = self.items[edge] as usize;
            let reduced = plan.profits[bidder] + plan.prices[item] - self.values[edge];
            assert!(reduced >= 0, "edge {edge} of {bidder} to {item} beats its price by {}", -reduced);
            if is_chosen {
                assert_eq!(reduced, 0, "edge {edge} of {bidder} to {item} is chosen");
                got[bidder] += 1;
                held[item] += 1;
            }
        }
        assert_eq!(got, self.demands);
        for (item, held) in held.iter().enumerate() {
            let (capacity, price) = (self.capacities[item], plan.prices[item]);
            assert!(*held <= capacity);
            assert!(!self.required[item] || *held == capacity, "item {item} is not full");
            assert!(self.required[item] || price >= 0, "item {item} has price {price}");
            assert!(self.required[item] || *held == capacity || price == 0, "item {item} with room has price {price}");
        }
        plan.chosen.iter().map(|edge| i128::from(self.values[*edge as usize])).sum()
    }
}

/// Numbers that look random (splitmix64: Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, sides: u64) -> u64 {
        self.next() % sides
    }

    fn within(&mut self, least: i64, most: i64) -> i64 {
        least + self.below((most - least + 1).cast_unsigned()).cast_signed()
    }
}
