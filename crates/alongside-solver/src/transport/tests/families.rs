//! Families on which solvers have failed or become slow, some with an optimum known in closed form.

use super::{Case, Dice};

#[test]
fn products_of_the_indices() {
    // Machol and Wien: the least total of (i + 1)(j + 1) is n (n + 1)(n + 2) / 6.
    for size in [1, 2, 50, 300] {
        let case = Case::complete(size, size, |row, item| -(i64::from(row + 1) * i64::from(item + 1)));
        assert_eq!(case.best(), -((size * (size + 1) * (size + 2) / 6) as i128));
    }
}

#[test]
fn constants() {
    for (bidders, items) in [(300u16, 300u16), (200, 500)] {
        assert_eq!(Case::complete(bidders.into(), items.into(), |_, _| -7).best(), -7 * i128::from(bidders));
    }
}

#[test]
fn a_hidden_permutation() {
    let case = Case::complete(500, 500, |row, item| {
        let hidden = (row * 211 + 17) % 500 == item;
        if hidden { 0 } else { -1 - i64::from((row * 31 + item * 17) % 100) }
    });
    assert_eq!(case.best(), 0);
}

#[test]
fn heavy_ties() {
    let mut dice = Dice(6);
    Case::complete(400, 400, |_, _| dice.within(0, 20)).best();
    Case::complete(400, 900, |_, _| dice.within(0, 2)).best();
}

#[test]
fn points_in_the_plane() {
    let mut dice = Dice(7);
    let mut points = || (0..300).map(|_| (dice.within(0, 10_000), dice.within(0, 10_000))).collect::<Vec<_>>();
    let (from, to) = (points(), points());
    let near = |from: (i64, i64), to: (i64, i64)| -((from.0 - to.0).pow(2) + (from.1 - to.1).pow(2)).isqrt();
    Case::complete(300, 300, |row, item| near(from[row as usize], to[item as usize])).best();
}

/// Bidder `i` may have item `i` or the next, the last one only its own: there is only one plan.
#[test]
fn a_chain_that_everybody_leans_against() {
    let size = 100_000u32;
    let row = |at: u32| {
        let next = (at + 1, 100);
        std::iter::once((at, 1)).chain((at + 1 < size).then_some(next)).collect()
    };
    let rows: Vec<Vec<_>> = (0..size).map(row).collect();
    assert_eq!(Case::plain(&rows, size as usize).best(), i128::from(size));
    let turned: Vec<Vec<_>> = (0..size)
        .rev()
        .map(|at| (at.saturating_sub(1)..=at).map(|to| (to, i64::from(at - to) * 100)).collect())
        .collect();
    assert_eq!(Case::plain(&turned, size as usize).best(), 0);
}

#[test]
fn a_chain_of_random_values() {
    let mut dice = Dice(8);
    let size = 100_000u32;
    let rows: Vec<Vec<_>> =
        (0..size).map(|at| (at..at + 2).map(|item| (item % (size + 1), dice.within(0, 1 << 30))).collect()).collect();
    Case::plain(&rows, size as usize + 1).best();
}

#[test]
fn one_item_for_half_of_all() {
    let mut dice = Dice(9);
    let (bidders, others) = (20_000u64, 10_000);
    let rows: Vec<Vec<_>> = (0..bidders)
        .map(|_| {
            let mut row: Vec<u32> = (0..5).map(|_| 1 + dice.below(others) as u32).collect();
            row.push(0);
            row.sort_unstable();
            row.dedup();
            row.into_iter().map(|item| (item, dice.within(0, 1000) + i64::from(item == 0) * 500)).collect()
        })
        .collect();
    let mut case = Case::plain(&rows, others as usize + 1);
    case.capacities[0] = bidders as u32 / 2 + 700;
    case.best();
}

#[test]
fn the_furthest_values() {
    let mut dice = Dice(10);
    let most = 1 << 40;
    Case::complete(100, 100, |_, _| if dice.below(2) == 0 { most } else { -most }).best();
    Case::complete(100, 100, |row, item| (i64::from(row * item) - 5000) << 26).best();
    let rows: Vec<Vec<_>> =
        (0..20_000u32).map(|at| vec![(at, -most), (at + 1, most)]).chain([vec![(20_000, -most)]]).collect();
    assert_eq!(Case::plain(&rows, 20_001).best(), -20_001 * i128::from(most));
}

/// Few items that many hold, and more bidders than room in all others.
#[test]
fn crowds() {
    let mut dice = Dice(11);
    for (spread, items) in [(3, 12u32), (1000, 12), (1000, 300)] {
        let rows: Vec<Vec<_>> = (0..3000)
            .map(|bidder| {
                let mut row: Vec<u32> = (0..4).map(|_| dice.below(u64::from(items)) as u32).collect();
                row.push(bidder % items);
                row.sort_unstable();
                row.dedup();
                row.into_iter().map(|item| (item, dice.within(0, spread) * i64::from(1 + item % 5))).collect()
            })
            .collect();
        let mut case = Case::plain(&rows, items as usize);
        case.capacities.fill(3000 / items);
        assert_eq!(case.best(), case.best_the_long_way());
        case.required.fill(true);
        case.best();
        case.required.fill(false);
        case.capacities.fill(3000 / items + 3000 / items / 10);
        case.capacities[0] = 2000;
        assert_eq!(case.best(), case.best_the_long_way());
    }
}
