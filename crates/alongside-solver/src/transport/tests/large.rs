//! Random cases of some size, proven by prices and profits.

use super::{Case, Dice, solve};
use crate::control::Control;
use crate::solution::SolveError;

/// Bidders with `draws` edges each, repetitions dropped, one of them always to a hidden plan that fills every demand.
fn random(
    dice: &mut Dice,
    demands: &[u32],
    capacities: &[u32],
    draws: u64,
    mut value: impl FnMut(&mut Dice) -> i64,
) -> Case {
    let mut places: Vec<u32> = Vec::new();
    for (item, capacity) in capacities.iter().enumerate() {
        places.extend((0..*capacity).map(|_| item as u32));
    }
    for at in (1..places.len()).rev() {
        places.swap(at, dice.below(at as u64 + 1) as usize);
    }
    let mut places = places.into_iter();
    let mut rows = Vec::new();
    for demand in demands {
        let mut row: Vec<u32> = places.by_ref().take(*demand as usize).collect();
        row.extend((0..draws).map(|_| dice.below(capacities.len() as u64) as u32));
        row.sort_unstable();
        row.dedup();
        rows.push(row.into_iter().map(|item| (item, value(dice))).collect());
    }
    let mut case = Case::plain(&rows, capacities.len());
    case.demands = demands.to_vec();
    case.capacities = capacities.to_vec();
    case
}

#[test]
fn perfect_and_roomy_cases() {
    let mut dice = Dice(3);
    for (bidders, items, draws) in
        [(2000, 2000, 8), (2000, 2000, 1), (1500, 2000, 3), (2000, 2400, 20), (300, 300, 100)]
    {
        for spread in [1, 20, 1000, 1 << 40] {
            let case =
                random(&mut dice, &vec![1; bidders], &vec![1; items], draws, |dice| dice.within(-spread, spread));
            assert_eq!(case.best(), case.best_the_long_way());
        }
    }
}

/// Auctions by steps leave prices on places that end empty: these come down together, and crowds with them.
#[test]
fn hardly_any_room() {
    let mut dice = Dice(11);
    for round in 0..36 {
        let most = [1, 3, 60][round % 3];
        let empty = [1, 7, 30][round / 3 % 3];
        let capacities: Vec<u32> = (0..3000 / (most + 1)).map(|_| 1 + dice.below(most) as u32).collect();
        let hidden = capacities.iter().enumerate().flat_map(|(item, capacity)| {
            std::iter::repeat_n(item as u32, (capacity - u32::from(item < empty)) as usize)
        });
        let spread = [20, 1000, 100_000, 1 << 40][round % 4];
        let rows: Vec<Vec<(u32, i64)>> = hidden
            .map(|own| {
                let drawn = (0..8).map(|_| dice.below(capacities.len() as u64) as u32);
                let mut row: Vec<u32> = drawn.chain([own]).collect();
                row.sort_unstable();
                row.dedup();
                row.into_iter().map(|item| (item, dice.within(0, spread))).collect()
            })
            .collect();
        let mut case = Case::plain(&rows, capacities.len());
        case.capacities.clone_from(&capacities);
        for (item, required) in case.required.iter_mut().enumerate() {
            *required = item >= empty && dice.below(3) == 0;
        }
        assert_eq!(case.best(), case.best_the_long_way());
    }
}

#[test]
fn capacities_and_demands() {
    let mut dice = Dice(4);
    for round in 0..24 {
        let several: Vec<u32> = (0..600).map(|_| dice.below(6) as u32).collect();
        let sum = several.iter().sum::<u32>() as usize;
        let spread = [1, 30, 1000, 1 << 40][round % 4];
        let mut value = |dice: &mut Dice| dice.within(-spread, spread);
        // Bidders may be fewer than places; items may be more than are wanted.
        let (few, many) = (sum - round * 10, sum + round * 10);
        let mut case = random(&mut dice, &vec![1; few], &several, 6, &mut value);
        case.required.fill(few == sum);
        assert_eq!(case.best(), case.best_the_long_way());
        let turned = random(&mut dice, &several, &vec![1; many], 6, &mut value);
        assert_eq!(turned.best(), turned.best_the_long_way());
    }
}

#[test]
fn whatever_prices_it_begins_with() {
    let mut dice = Dice(14);
    for round in 0..24 {
        let several: Vec<u32> = (0..400).map(|_| 1 + dice.below(4) as u32).collect();
        let capacities = if round % 2 == 0 { vec![1; 1000] } else { several };
        let places = capacities.iter().sum::<u32>() as usize;
        let bidders = if round % 3 == 0 { places } else { places * 9 / 10 };
        let mut case = random(&mut dice, &vec![1; bidders], &capacities, 6, |dice| dice.within(0, 1000));
        case.required.fill(bidders == places);
        let plan = case.solve().unwrap().unwrap();
        let best = case.prove(&plan);
        assert_eq!(case.best_from(&plan.prices), best);
        for spread in [50, 5000, 1 << 40] {
            let prices: Vec<i64> = plan.prices.iter().map(|price| price + dice.within(-spread, spread)).collect();
            assert_eq!(case.best_from(&prices), best);
        }
    }
}

#[test]
fn required_items_pull_bidders_to_them() {
    let mut dice = Dice(5);
    for round in 0..20 {
        let mut case = random(&mut dice, &[1; 1000], &[1; 1000], 5, |dice| dice.within(0, 100));
        // As many more optional items, better than those of the hidden plan for whoever has an edge to them.
        let extra = 200 + round * 10;
        let mut rows = Vec::new();
        for bidder in 0..1000 {
            let range = case.starts[bidder]..case.starts[bidder + 1];
            let mut row: Vec<(u32, i64)> = range.map(|edge| (case.items[edge], case.values[edge])).collect();
            if dice.below(2) == 0 {
                row.push((1000 + dice.below(extra) as u32, dice.within(50, 200)));
            }
            rows.push(row);
        }
        case = Case::plain(&rows, 1000 + extra as usize);
        for (item, required) in case.required.iter_mut().enumerate() {
            *required = item < 1000 && item % 3 != 0;
        }
        case.best();
    }
}

#[test]
fn it_stops_and_gives_up_when_told() {
    let mut dice = Dice(12);
    for spare in [0, 1000] {
        let case = random(&mut dice, &[1; 2000], &vec![1; 2000 + spare], 8, |dice| dice.within(0, 1000));
        let yes = || true;
        let stop = Control { should_stop: Some(&yes), ..Control::default() };
        let answer = solve(&case.transport(), &stop);
        // With much to spare it may be done before it asks.
        assert!(answer == Ok(None) || spare > 0 && answer.is_ok());
        let give_up = Control { give_up: Some(&yes), ..Control::default() };
        let answer = solve(&case.transport(), &give_up);
        assert!(answer == Err(SolveError::GivenUp) || spare > 0 && answer.is_ok());
    }
}
