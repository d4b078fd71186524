//! Which condition an answer breaks, and the ways to mend it.

use super::parts::Conditions;

/// Edges that may not all be chosen together, most telling first.
pub(super) type Cover = Vec<usize>;

/// A smallest set found of chosen edges that break a condition together, none of them fixed; none if all conditions
/// hold. `chosen` ascending; what is fixed keeps all conditions on its own.
pub(super) fn find(conditions: &Conditions<'_>, chosen: &[usize], fixed: &dyn Fn(usize) -> bool) -> Option<Cover> {
    let too_close = too_close(conditions, chosen, fixed);
    if too_close.as_ref().is_some_and(|cover| cover.len() == 1) {
        return too_close;
    }
    let odd = at_odds(conditions, chosen, fixed);
    let fewest = |one: Option<Cover>, other: Option<Cover>| match (one, other) {
        (Some(one), Some(other)) => Some(if other.len() < one.len() { other } else { one }),
        (one, other) => one.or(other),
    };
    let mut best = fewest(too_close, odd);
    let mut in_budget: Vec<Vec<usize>> = vec![Vec::new(); conditions.budgets.len()];
    for &edge in chosen {
        for budget in conditions.budgets_of(edge) {
            in_budget[*budget as usize].push(edge);
        }
    }
    for (budget, edges) in in_budget.iter_mut().enumerate() {
        let limit = conditions.budgets[budget].limit;
        let weight = |edge: &usize| conditions.weight(budget, *edge);
        if edges.iter().map(weight).sum::<u64>() <= limit {
            continue;
        }
        let mut used: u64 = edges.iter().filter(|edge| fixed(**edge)).map(weight).sum();
        edges.retain(|edge| !fixed(*edge));
        edges.sort_by_key(|edge| std::cmp::Reverse(weight(edge)));
        let mut cover = Vec::new();
        for edge in edges.iter() {
            if used > limit {
                break;
            }
            used += weight(edge);
            cover.push(*edge);
        }
        if best.as_ref().is_none_or(|best| cover.len() < best.len()) {
            best = Some(cover);
        }
    }
    best
}

/// Two rows that share a column and may not.
fn too_close(conditions: &Conditions<'_>, chosen: &[usize], fixed: &dyn Fn(usize) -> bool) -> Option<Cover> {
    let mut found: Option<Cover> = None;
    sharing(conditions, chosen, &mut |edge, other| {
        let cover: Cover = [edge, other].into_iter().filter(|edge| !fixed(*edge)).collect();
        if found.as_ref().is_none_or(|found| cover.len() < found.len()) {
            found = Some(cover);
        }
    });
    found
}

/// The fewest rows of one column that cannot share it.
fn at_odds(conditions: &Conditions<'_>, chosen: &[usize], fixed: &dyn Fn(usize) -> bool) -> Option<Cover> {
    conditions.company?;
    let mut found: Option<Cover> = None;
    each_column(conditions, chosen, &mut |column, edges| {
        let Some(rows) = conditions.at_odds(column, edges) else { return };
        let edge = |row: u32| edges.iter().copied().find(|edge| conditions.edge_rows[*edge] == row);
        let cover: Cover = rows.into_iter().filter_map(edge).filter(|edge| !fixed(*edge)).collect();
        if found.as_ref().is_none_or(|found| cover.len() < found.len()) {
            found = Some(cover);
        }
    });
    found
}

/// Shows each column's chosen edges, ascending.
fn each_column(conditions: &Conditions<'_>, chosen: &[usize], show: &mut dyn FnMut(u32, &[usize])) {
    let column = |edge: &usize| conditions.problem.columns[*edge];
    let mut by_column = chosen.to_vec();
    by_column.sort_unstable_by_key(|edge| (column(edge), *edge));
    for members in by_column.chunk_by(|left, right| column(left) == column(right)) {
        if let Some(first) = members.first() {
            show(column(first), members);
        }
    }
}

/// Whether the rows of every column's edges, which are chosen, get on.
pub(super) fn all_get_on(conditions: &Conditions<'_>, chosen: &[usize]) -> bool {
    at_odds(conditions, chosen, &|_| false).is_none()
}

/// Shows each two chosen edges of one column whose rows are to be kept apart, the edge of the lower row first.
pub(super) fn sharing(conditions: &Conditions<'_>, chosen: &[usize], show: &mut dyn FnMut(usize, usize)) {
    let mut by_column = chosen.to_vec();
    by_column.retain(|edge| !conditions.apart_from(conditions.edge_rows[*edge]).is_empty());
    by_column.sort_unstable_by_key(|edge| (conditions.problem.columns[*edge], *edge));
    let column = |edge: &usize| conditions.problem.columns[*edge];
    for members in by_column.chunk_by(|left, right| column(left) == column(right)) {
        for (at, &edge) in members.iter().enumerate() {
            let apart_from = conditions.apart_from(conditions.edge_rows[edge]);
            for &other in &members[at + 1..] {
                if apart_from.binary_search(&conditions.edge_rows[other]).is_ok() {
                    show(edge, other);
                }
            }
        }
    }
}
