//! Settled pairs, the price of deciding otherwise, and shadow prices with their range.

use super::{compared, less};
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, SIXTY, TINY};
use crate::oracle::{Pair, Tuple, brute, share, worth};
use alongside_solver::settled::{Price, Settled, ShadowPrices, Within, Worth};
use alongside_solver::warm::StartError;
use alongside_solver::{Control, network, solve};

/// What is asked about a case: its own levels, or the first of them.
struct Asked {
    settled: Settled,
    pairs: Vec<Within>,
    rows: Vec<Within>,
    prices: ShadowPrices,
}

/// None where values are too large for the size, which is said.
fn asked(case: &Case, levels: usize, seed: u64) -> Option<Asked> {
    let problem = case.problem();
    let by = if seed.is_multiple_of(2) { solve::solve } else { network::solve };
    let solution = by(&problem, &Control::default()).unwrap();
    let mut settled = match Settled::new(&problem, &solution, levels) {
        Err(StartError::Overflow) => return None,
        other => other.unwrap(),
    };
    let (pairs, rows, prices) = (settled.pairs(), settled.rows(), settled.shadow_prices());
    Some(Asked { settled, pairs, rows, prices })
}

fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap()
}

fn tuple(price: &Price) -> Tuple {
    price.served.iter().chain(&price.totals).map(|fall| i128::from(*fall)).collect()
}

fn fall(best: &[i128], other: &[i128]) -> Tuple {
    best.iter().zip(other).map(|(best, other)| best - other).collect()
}

/// An objective with the tiers as one sum, as certificates have them.
fn in_one(case: &Case, objective: &[i128]) -> Tuple {
    let tiers = usize::from(case.tier_count);
    let sum = (0..).zip(&objective[..tiers]).map(|(tier, served)| (tiers as i128 - tier) * served).sum();
    [&[sum], &objective[tiers..]].concat()
}

/// The case with a place more or less in a column; none if there is no place to take.
fn with_places(case: &Case, column: usize, more: bool) -> Option<Case> {
    let mut other = case.clone();
    let places = &mut other.capacities[column];
    *places = if more { *places + 1 } else { places.checked_sub(1)? };
    Some(other)
}

/// The case with a row twice or not at all.
fn with_rows(case: &Case, row: usize, more: bool) -> Case {
    let mut other = case.clone();
    if more {
        other.tiers.push(case.tiers[row]);
        other.demands.push(case.demands[row]);
        other.cells.push(case.cells[row].clone());
    } else {
        other.tiers.remove(row);
        other.demands.remove(row);
        other.cells.remove(row);
    }
    other
}

/// Holds the worth of a column or row against what the best objective becomes with one more and with one less.
fn same_worth(case: &Case, found: &Worth, now: &[i128], more: &[i128], less: Option<&[i128]>, seed: u64) {
    let wide = |tuple: &[i64]| tuple.iter().map(|number| i128::from(*number)).collect::<Tuple>();
    let one = |objective: &[i128]| in_one(case, objective);
    assert_eq!(wide(&found.more), fall(&one(more), &one(now)), "seed {seed}: {case:?}");
    assert_eq!(found.less.as_deref().map(wide), less.map(|less| fall(&one(now), &one(less))), "seed {seed}: {case:?}");
}

fn within(all: &[Vec<Pair>], is: impl Fn(&[Pair]) -> bool) -> Within {
    match all.iter().filter(|chosen| is(chosen)).count() {
        0 => Within::None,
        count if count == all.len() => Within::All,
        _ => Within::Some,
    }
}

#[test]
fn pairs_and_prices_are_those_of_all_assignments() {
    let declared = share(100_000, 30);
    let (mut pairs, mut worths) = (0, 0);
    for seed in 0..declared {
        let mut draw = Draw::new(seed ^ 0x5e77_0000);
        let whole = family::plain(&mut draw, TINY);
        let levels = draw.below(whole.levels + 1);
        let Asked { mut settled, pairs: found, rows, prices } = asked(&whole, levels, seed).unwrap();
        let case = less::of_levels(&whole, levels);
        let best = brute::best(&case, |chosen| worth::objective(&case, chosen));
        let all = brute::all_best(&case, |chosen| worth::objective(&case, chosen));
        for (row, found) in rows.into_iter().enumerate() {
            assert_eq!(found, within(&all, |chosen| chosen.iter().any(|pair| pair.0 == row)), "seed {seed}");
        }
        for (edge, pair) in case.pairs().into_iter().enumerate() {
            assert_eq!(found[edge], within(&all, |chosen| chosen.contains(&pair)), "seed {seed}: {pair:?} {case:?}");
            let mut with: Option<Tuple> = None;
            let mut without: Option<Tuple> = None;
            brute::every(&case, |chosen| {
                let side = if chosen.contains(&pair) { &mut with } else { &mut without };
                *side = side.take().max(Some(worth::objective(&case, chosen)));
            });
            let (row, column) = (number(pair.0), number(pair.1));
            let forced = settled.force(row, column);
            assert_eq!(forced.as_ref().map(tuple), with.map(|with| fall(&best, &with)), "seed {seed}: {pair:?}");
            let forbidden = settled.forbid(row, column);
            assert_eq!(
                forbidden.as_ref().map(tuple),
                without.map(|other| fall(&best, &other)),
                "seed {seed}: {pair:?}"
            );
            pairs += 1;
        }
        let by_all = |case: &Case| brute::best(case, |chosen| worth::objective(case, chosen));
        for (column, found) in prices.columns.iter().enumerate() {
            let more = by_all(&with_places(&case, column, true).unwrap());
            let less = with_places(&case, column, false).map(|case| by_all(&case));
            same_worth(&case, found, &best, &more, less.as_deref(), seed);
            worths += 1;
        }
        // One row more doubles the work.
        let row = draw.below(case.rows().max(1));
        if let Some(found) = prices.rows.get(row) {
            let less = by_all(&with_rows(&case, row, false));
            same_worth(&case, found, &best, &by_all(&with_rows(&case, row, true)), Some(&less), seed);
            worths += 1;
        }
    }
    compared(declared, "tiny problems asked what is settled, with every assignment");
    compared(pairs, "pairs of these: settled or not, forced, forbidden");
    compared(worths, "shadow prices of these with both ends of their range");
}

#[test]
fn larger_ones_are_as_a_plain_flow_says() {
    let declared = share(5_000, 40);
    let (mut held, mut pairs, mut worths, mut seed) = (0, 0, 0, 0);
    while held < declared {
        seed += 1;
        let mut draw = Draw::new(seed ^ 0x5e78_0000);
        let whole = family::plain(&mut draw, SIXTY);
        let levels = draw.below(whole.levels + 1);
        let Some(Asked { mut settled, pairs: found, prices, .. }) = asked(&whole, levels, seed) else { continue };
        held += 1;
        let case = less::of_levels(&whole, levels);
        let best = less::best(&case);
        let zero: Tuple = vec![0; best.len()];
        let all = case.pairs();
        for _ in 0..4.min(all.len()) {
            let edge = draw.below(all.len());
            let (row, column) = (number(all[edge].0), number(all[edge].1));
            let with = less::best_with(&case, &all[edge..=edge]).map(|with| fall(&best, &with));
            assert_eq!(settled.force(row, column).as_ref().map(tuple), with, "seed {seed}: {edge}");
            let without = fall(&best, &less::best(&less::without(&case, &all[edge..=edge])));
            assert_eq!(settled.forbid(row, column).as_ref().map(tuple), Some(without.clone()), "seed {seed}: {edge}");
            let expected = match (with == Some(zero.clone()), without == zero) {
                (true, true) => Within::Some,
                (true, false) => Within::All,
                (false, _) => Within::None,
            };
            assert_eq!(found[edge], expected, "seed {seed}: {edge}");
            pairs += 1;
        }
        if case.columns() > 0 {
            let column = draw.below(case.columns());
            let more = less::best(&with_places(&case, column, true).unwrap());
            let less = with_places(&case, column, false).map(|case| less::best(&case));
            same_worth(&case, &prices.columns[column], &best, &more, less.as_deref(), seed);
            worths += 1;
        }
        if case.rows() > 0 {
            let row = draw.below(case.rows());
            let less = less::best(&with_rows(&case, row, false));
            let more = less::best(&with_rows(&case, row, true));
            same_worth(&case, &prices.rows[row], &best, &more, Some(&less), seed);
            worths += 1;
        }
    }
    assert!(held * 10 >= seed * 9, "{held} of {seed}");
    compared(held, "problems of up to 60 asked what is settled, with a plain flow");
    compared(pairs, "pairs of these: settled or not, forced, forbidden");
    compared(worths, "shadow prices of these with both ends of their range");
}
