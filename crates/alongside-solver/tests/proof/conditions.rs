//! Conditions that are not a flow, against every assignment that keeps them.

use super::{compared, less};
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, Size, TINY};
use crate::oracle::{Pair, Tuple, brute, share, worth};
use alongside_solver::Control;
use alongside_solver::conditions::{Budget, ConditionParts, Conditions, Limit, Weights, Worth, solve};

const SIX: Size = Size { rows: 6, columns: 6, edges: 15 };
/// Few columns with much room are where rows meet.
const CROWDED: Size = Size { rows: 7, columns: 2, edges: 12 };

/// Conditions of every kind.
fn conditions(draw: &mut Draw, case: &Case) -> ConditionParts {
    let (rows, columns) = (case.rows(), u32::try_from(case.columns()).unwrap());
    let scales = draw.below(3);
    let weights: Vec<Weights> = (0..scales)
        .map(|_| {
            let spread = draw.within(1, 5);
            let mut each = |count: usize| (0..count).map(|_| u32::try_from(draw.within(1, spread)).unwrap()).collect();
            if spread % 2 == 0 { Weights::Rows(each(rows)) } else { Weights::Edges(each(case.pairs().len())) }
        })
        .collect();
    let budgets = (0..if scales == 0 { 0 } else { draw.below(5) }).map(|_| Budget {
        weights: draw.below(scales),
        columns: (0..columns).filter(|_| draw.chance(50)).collect(),
        limit: draw.below(10) as u64,
    });
    let budgets = budgets.collect();
    let density = draw.below(60);
    let rows = u32::try_from(rows).unwrap();
    let pairs = (0..rows).flat_map(|left| (left + 1..rows).map(move |right| (left, right)));
    ConditionParts { weights, budgets, apart: pairs.filter(|_| draw.chance(density)).collect() }
}

/// Whether an assignment keeps the conditions, pair by pair.
fn keeps(case: &Case, parts: &ConditionParts, chosen: &[Pair]) -> bool {
    let weight = |weights: usize, pair: Pair| match &parts.weights[weights] {
        Weights::Rows(each) => u64::from(each[pair.0]),
        Weights::Edges(each) => u64::from(each[case.edges(&[pair])[0]]),
    };
    let within = |budget: &Budget| {
        let inside = chosen.iter().filter(|pair| budget.columns.iter().any(|column| *column as usize == pair.1));
        inside.map(|pair| weight(budget.weights, *pair)).sum::<u64>() <= budget.limit
    };
    let apart = |(left, right): &(u32, u32)| {
        let has = |row: u32, column: usize| chosen.contains(&(row as usize, column));
        (0..case.columns()).all(|column| !has(*left, column) || !has(*right, column))
    };
    parts.budgets.iter().all(within) && parts.apart.iter().all(apart)
}

fn tuple(worth: &Worth, use_columns: bool) -> Tuple {
    let used = use_columns.then_some(worth.columns_used as i128);
    let served = worth.served.iter().map(|served| *served as i128);
    served.chain(used).chain(worth.totals.iter().map(|total| i128::from(*total))).collect()
}

#[test]
fn the_best_of_all_that_keep_them() {
    let declared = share(110_000, 50);
    let (mut branched, mut bound, mut six) = (0, 0, 0);
    for seed in 0..declared {
        let mut draw = Draw::new(seed ^ 0xc0de_0000);
        let size = match seed % 20 {
            0 => SIX,
            1..=14 => CROWDED,
            _ => TINY,
        };
        let mut case = family::any(&mut draw, size);
        if seed % 20 == 0 {
            six += 1;
            // Values as wide as they come make bounds slow and no better test.
            case = less::of_levels(&case, case.levels.min(2));
        }
        let parts = conditions(&mut draw, &case);
        let problem = case.problem();
        let checked = Conditions::new(&problem, parts.clone()).unwrap();
        let found = solve(&checked, Limit::of(100_000), &Control::default()).unwrap();
        let chosen = case.pairs_of(&found.edges);
        assert!(case.allows(&chosen) && keeps(&case, &parts, &chosen), "seed {seed}");
        let mut best: Option<Tuple> = None;
        brute::every(&case, |chosen| {
            let here = worth::objective(&case, chosen);
            if best.as_ref().is_none_or(|best| here > *best) && keeps(&case, &parts, chosen) {
                best = Some(here);
            }
        });
        let best = best.unwrap();
        assert_eq!(worth::objective(&case, &chosen), best, "seed {seed}: {case:?} {parts:?}");
        assert_eq!(tuple(&found.worth, case.use_columns), best, "seed {seed}");
        assert!(found.optimal(), "seed {seed}");
        branched += u64::from(found.nodes > 1);
        // With one node there is an answer too, and a bound that holds.
        let one = solve(&checked, Limit::of(1), &Control::default()).unwrap();
        let (reached, above) = (tuple(&one.worth, case.use_columns), tuple(&one.bound, case.use_columns));
        assert!(keeps(&case, &parts, &case.pairs_of(&one.edges)) && reached <= best && best <= above, "seed {seed}");
        bound += u64::from(!one.optimal());
    }
    compared(declared - six, "tiny problems under conditions, with every assignment that keeps them");
    compared(six, "problems of up to 6 x 6 under conditions, with every assignment that keeps them");
    compared(branched, "of these needed branches");
    compared(bound, "of these had only a bound after one node, which held");
}
