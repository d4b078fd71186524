//! Transport problems as the parts make them, solved fast and plainly.

use super::plain;
use crate::control::Control;
use crate::problem::{Problem, ProblemParts};
use crate::solve::tests::Dice;
use crate::transport::{self, Plan, Transport};
use crate::{network, solve, verify};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The conditions that prove a plan best.
fn proven(transport: &Transport<'_>, plan: &Plan) {
    let mut held = vec![0; transport.capacities.len()];
    for bidder in 0..transport.demands.len() {
        let edges = transport.starts[bidder]..transport.starts[bidder + 1];
        let mut filled = 0;
        for edge in edges {
            let item = transport.items[edge] as usize;
            let spare = plan.profits[bidder] + plan.prices[item] - transport.values[edge];
            assert!(spare >= 0, "{transport:?} {plan:?}");
            if plan.chosen.binary_search(&(edge as u32)).is_ok() {
                assert_eq!(spare, 0, "{transport:?} {plan:?}");
                held[item] += 1;
                filled += 1;
            }
        }
        assert_eq!(filled, transport.demands[bidder]);
    }
    for (item, held) in held.into_iter().enumerate() {
        assert!(held <= transport.capacities[item]);
        if held < transport.capacities[item] {
            assert!(!transport.required[item]);
            assert_eq!(plan.prices[item], 0, "{transport:?} {plan:?}");
        }
        assert!(transport.required[item] || plan.prices[item] >= 0);
    }
}

struct Owned {
    starts: Vec<usize>,
    items: Vec<u32>,
    values: Vec<i64>,
    demands: Vec<u32>,
    capacities: Vec<u32>,
    required: Vec<bool>,
}

/// A random problem with a plan hidden in it, so that there is one; required items are full in it.
fn hidden(dice: &mut Dice) -> Owned {
    let (bidders, items) = (1 + dice.below(7), 1 + dice.below(7));
    let several = dice.below(2) == 0;
    let mut held = vec![0_u32; items];
    let mut demands = Vec::new();
    let (mut starts, mut chosen, mut values) = (vec![0], Vec::new(), Vec::new());
    let kinds = [1, 3, 10, 1000][dice.below(4)];
    for _ in 0..bidders {
        let mut wanted = vec![false; items];
        let demand = if several { 1 } else { dice.below(4) };
        let mut given = 0;
        for _ in 0..demand {
            let item = dice.below(items);
            if !wanted[item] && (several || held[item] == 0) {
                wanted[item] = true;
                held[item] += 1;
                given += 1;
            }
        }
        demands.push(given);
        for (item, wanted) in wanted.into_iter().enumerate() {
            if wanted || dice.below(3) > 0 {
                chosen.push(item as u32);
                values.push(dice.value(kinds));
            }
        }
        starts.push(chosen.len());
    }
    let spare = |held: &u32| if several { *held + dice.below(2) as u32 } else { 1 };
    let capacities: Vec<u32> = held.iter().map(spare).collect();
    let full = held.iter().zip(&capacities).map(|(held, capacity)| held == capacity);
    let required = full.map(|full| full && dice.below(2) == 0).collect();
    Owned { starts, items: chosen, values, demands, capacities, required }
}

#[test]
fn the_fast_way_and_the_plain_way_agree() {
    let mut dice = Dice(7);
    for _ in 0..20_000 {
        let owned = hidden(&mut dice);
        let transport = Transport {
            starts: &owned.starts,
            items: &owned.items,
            values: &owned.values,
            demands: &owned.demands,
            capacities: &owned.capacities,
            required: &owned.required,
        };
        let total = |plan: &Plan| plan.chosen.iter().map(|edge| owned.values[*edge as usize]).sum::<i64>();
        let fast = transport::solve(&transport, &Control::default()).unwrap().unwrap();
        let plain = plain::solve(&transport, &Control::default()).unwrap().unwrap();
        proven(&transport, &fast);
        proven(&transport, &plain);
        assert_eq!(total(&fast), total(&plain));
    }
}

/// A column with hundreds of places that everybody knows, few others, and not enough for all: there rows bid, and one
/// item stands for waiting.
fn crowded(dice: &mut Dice) -> Problem {
    let (rows, others, tiers) = (400, 60, 1 + dice.below(3) as u8);
    let kinds = [2, 10, 1000][dice.below(3)];
    let (mut row_starts, mut columns) = (vec![0], Vec::new());
    for _ in 0..rows {
        columns.push(0);
        columns.extend((dice.below(10) > 0).then(|| 1 + dice.below(others) as u32));
        row_starts.push(columns.len());
    }
    let mut capacities = vec![1; others + 1];
    capacities[0] = 250 + dice.below(80) as u32;
    let levels = (0..2).map(|_| columns.iter().map(|_| dice.value(kinds)).collect()).collect();
    let tiers_of = (0..rows).map(|_| dice.below(usize::from(tiers)) as u8).collect();
    let parts = ProblemParts {
        tier_count: tiers,
        tiers: tiers_of,
        capacities,
        row_starts,
        columns,
        levels,
        ..Default::default()
    };
    Problem::new(parts).unwrap()
}

#[test]
fn a_crowded_column_changes_no_answer() {
    let mut dice = Dice(77);
    for round in 0..30 {
        let problem = crowded(&mut dice);
        let control = Control::default();
        let (found, plain) = (solve::solve(&problem, &control).unwrap(), network::solve(&problem, &control).unwrap());
        assert_eq!((&found.served, &found.totals), (&plain.served, &plain.totals), "round {round}");
        let proof = found.certificate.as_ref().unwrap();
        assert_eq!(verify::verify(&problem, &found.edges, proof).err(), None, "round {round}");
        // Stopped at the first level, the bounds hold.
        let asked = AtomicUsize::new(0);
        let stop = || asked.fetch_add(1, Ordering::Relaxed) > round;
        let stopped = solve::solve(&problem, &Control { should_stop: Some(&stop), ..control }).unwrap();
        assert_eq!(stopped.served, found.served);
        assert!(stopped.totals[0] <= found.totals[0] && found.totals[0] <= stopped.bounds[0], "round {round}");
    }
}
