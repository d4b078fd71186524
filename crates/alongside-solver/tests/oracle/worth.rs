//! What an assignment is worth, for each aim: tuples, the larger the better.

use super::case::Case;
use super::{Pair, Tuple};

/// Places filled in each tier, columns used where they are a level.
pub(crate) fn served(case: &Case, chosen: &[Pair]) -> Tuple {
    let mut tuple = vec![0; usize::from(case.tier_count)];
    for (row, _) in chosen {
        tuple[usize::from(case.tiers[*row])] += 1;
    }
    if case.use_columns {
        tuple.push(columns_used(case, chosen) as i128);
    }
    tuple
}

/// Columns used at least once.
pub(crate) fn columns_used(case: &Case, chosen: &[Pair]) -> usize {
    (0..case.columns()).filter(|column| chosen.iter().any(|pair| pair.1 == *column)).count()
}

/// The totals of the levels of value.
pub(crate) fn totals(case: &Case, chosen: &[Pair]) -> Tuple {
    let total = |level: usize| chosen.iter().map(|pair| i128::from(case.values(*pair)[level])).sum();
    (0..case.levels).map(total).collect()
}

/// The problem's own objective.
pub(crate) fn objective(case: &Case, chosen: &[Pair]) -> Tuple {
    [served(case, chosen), totals(case, chosen)].concat()
}

/// The values at a level, ascending.
pub(crate) fn sorted(case: &Case, level: usize, chosen: &[Pair]) -> Tuple {
    let mut values: Tuple = chosen.iter().map(|pair| i128::from(case.values(*pair)[level])).collect();
    values.sort_unstable();
    values
}

/// The worst value, then the totals.
pub(crate) fn bottleneck(case: &Case, level: usize, chosen: &[Pair]) -> Tuple {
    let worst = sorted(case, level, chosen).into_iter().next().unwrap_or(i128::MAX);
    [served(case, chosen), vec![worst], totals(case, chosen)].concat()
}

/// The values ascending, then the totals. Compared only where the same number is served.
pub(crate) fn leximin(case: &Case, level: usize, chosen: &[Pair]) -> Tuple {
    [served(case, chosen), sorted(case, level, chosen), totals(case, chosen)].concat()
}

/// How many have each rank, the first rank first, then the totals.
pub(crate) fn greedy_profile(case: &Case, rank: impl Fn(Pair) -> u32, count: u32, chosen: &[Pair]) -> Tuple {
    let having = |at: u32| chosen.iter().filter(|pair| rank(**pair) == at).count() as i128;
    [served(case, chosen), (0..count).map(having).collect(), totals(case, chosen)].concat()
}

/// How few have each rank, the last rank first, then the totals.
pub(crate) fn generous_profile(case: &Case, rank: impl Fn(Pair) -> u32, count: u32, chosen: &[Pair]) -> Tuple {
    let having = |at: u32| -(chosen.iter().filter(|pair| rank(**pair) == at).count() as i128);
    [served(case, chosen), (0..count).rev().map(having).collect(), totals(case, chosen)].concat()
}
