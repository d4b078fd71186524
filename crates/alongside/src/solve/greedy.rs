//! A good assignment in linear memory, for parts not solved exactly.

use rayon::prelude::*;

use super::hungarian::Answer;
use super::matching::Matching;
use super::part::Served;
use super::problem::Problem;
use super::split::Split;
use super::table::Table;

/// Completes the exact answers with greedy ones.
///
/// Tier by tier, edges are taken best value first where both ends are free,
/// then augmenting paths serve as many of the tier's rows as is possible. Rows
/// already served stay served, so the count per tier is the best there is (see
/// [`Matching`]). Deterministic; time: edges times their logarithm and the
/// phases of the matching.
pub(super) fn fill_in(problem: &Problem, split: &Split, exact: Vec<Option<Vec<Served>>>) -> Vec<Answer> {
    let open: Table<bool> = exact.iter().map(Option::is_none).collect();
    let mut answers: Vec<Answer> =
        exact.into_iter().map(|pairs| Answer { exact: pairs.is_some(), pairs: pairs.unwrap_or_default() }).collect();
    if !open.iter().any(|&open| open) {
        return answers;
    }
    let rows: Vec<(usize, usize)> =
        (0..problem.rows()).filter_map(|row| Some((row, split.of_row(row)?))).filter(|&(_, part)| open[part]).collect();
    let matching = match_greedily(problem, split, &rows);
    for (row, part) in rows {
        if let (Some(edge), Some(answer)) = (matching.edge(row), answers.get_mut(part)) {
            answer.pairs.push((row, edge));
        }
    }
    answers
}

fn match_greedily<'a>(problem: &'a Problem, split: &Split, rows: &[(usize, usize)]) -> Matching<'a> {
    let graph = &problem.graph;
    let mut matching = Matching::empty(graph);
    for tier in 0..graph.tier_count {
        let rows = || {
            let rows = rows.iter().map(|&(row, _)| row);
            rows.filter(|&row| graph.tiers[row] == tier)
        };
        let mut edges: Vec<Served> = rows()
            .flat_map(|row| graph.edges_of(row).map(move |edge| (row, edge)))
            .filter(|&(row, edge)| split.together(row, graph.column(edge)))
            .collect();
        edges.par_sort_unstable_by(|left, right| problem.compare(right.1, left.1).then(left.cmp(right)));
        for (row, edge) in edges {
            matching.claim(row, edge);
        }
        matching.complete(rows(), |row, column| split.together(row, column));
    }
    matching
}
