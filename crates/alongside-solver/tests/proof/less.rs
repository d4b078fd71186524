//! Cases with something taken out or put in: what a question about another decision comes to.

use crate::oracle::case::Case;
use crate::oracle::{Pair, Tuple, flow, worth};

/// What is left once these pairs are given from the start; none if they do not fit. Columns used cannot be counted in
/// what is left.
pub(crate) fn given(case: &Case, pairs: &[Pair]) -> Option<Case> {
    if !case.allows(pairs) {
        return None;
    }
    let mut rest = case.clone();
    for (row, column) in pairs {
        rest.cells[*row][*column] = None;
        rest.demands[*row] -= 1;
        rest.capacities[*column] -= 1;
        if let Some(group) = rest.group_of[*column] {
            rest.limits[group as usize] -= 1;
        }
    }
    Some(rest)
}

/// The case without these pairs.
pub(crate) fn without(case: &Case, pairs: &[Pair]) -> Case {
    let mut rest = case.clone();
    for (row, column) in pairs {
        rest.cells[*row][*column] = None;
    }
    rest
}

/// The best objective, by a plain flow.
pub(crate) fn best(case: &Case) -> Tuple {
    worth::objective(case, &flow::best(case))
}

/// The best objective of those assignments that have these pairs, by a plain flow; none if there is none.
pub(crate) fn best_with(case: &Case, pairs: &[Pair]) -> Option<Tuple> {
    let rest = best(&given(case, pairs)?);
    let own = worth::objective(case, pairs);
    Some(rest.iter().zip(own).map(|(rest, own)| rest + own).collect())
}

/// The case that counts only so many of its levels.
pub(crate) fn of_levels(case: &Case, levels: usize) -> Case {
    let mut less = case.clone();
    less.levels = levels;
    less.cells.iter_mut().flatten().flatten().for_each(|values| values.truncate(levels));
    less
}
