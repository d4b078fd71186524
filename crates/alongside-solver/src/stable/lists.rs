//! Each row's edges, the best first.

use super::orders::Orders;
use super::ties::{Side, Ties};

/// Edges sorted by their row's preference, in the same compressed rows as the problem's; ties broken.
///
/// Time: an edge's position and score packed into one word, so that sorting a row moves nothing else; only runs of
/// equal scores are then sorted again by their ties.
pub(super) fn sorted(orders: &Orders<'_>, ties: &Ties<'_>) -> Vec<u32> {
    let problem = orders.problem;
    let best = orders.rows.iter().copied().max().unwrap_or(0);
    let least = orders.rows.iter().copied().min().unwrap_or(0);
    let narrow = best.checked_sub(least).is_some_and(|range| u32::try_from(range).is_ok());
    let mut list = Vec::with_capacity(problem.edges());
    let mut words: Vec<u64> = Vec::new();
    let mut equals: Vec<(u64, u32)> = Vec::new();
    for row in 0..problem.rows() {
        let edges = problem.edges_of(row);
        let scores = &orders.rows[edges.clone()];
        let from = list.len();
        if narrow {
            words.clear();
            words.extend(scores.iter().zip(0u64..).map(|(score, at)| (score.abs_diff(best) << 32) | at));
            words.sort_unstable();
            list.extend(words.iter().map(|word| edges.start as u32 + *word as u32));
        } else {
            list.extend(edges.start as u32..edges.end as u32);
            list[from..].sort_unstable_by_key(|edge| (std::cmp::Reverse(orders.rows[*edge as usize]), *edge));
        }
        let mut brings = None;
        for run in list[from..].chunk_by_mut(|left, right| orders.rows[*left as usize] == orders.rows[*right as usize])
        {
            if run.len() > 1 {
                let brings = *brings.get_or_insert_with(|| ties.row(Side::Row, row));
                equals.clear();
                equals
                    .extend(run.iter().map(|edge| (ties.edge(brings, problem.edge_columns()[*edge as usize]), *edge)));
                equals.sort_unstable();
                run.iter_mut().zip(&equals).for_each(|(edge, (_, sorted))| *edge = *sorted);
            }
        }
    }
    list
}
