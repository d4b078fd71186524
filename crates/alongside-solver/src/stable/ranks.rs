//! Ranks and scores: first, second, third choice, and back.

use crate::problem::Problem;
use std::cmp::Reverse;

/// The rank of every edge among its row's: 1 for the greatest score; equal scores have equal ranks, and none is left
/// out after them. Time: edges times the logarithm of a row's edges.
pub fn row_ranks(problem: &Problem, scores: &[i64]) -> Vec<u32> {
    let mut ranks = vec![0; scores.len()];
    let mut order: Vec<usize> = Vec::new();
    for row in 0..problem.rows() {
        order.clear();
        order.extend(problem.edges_of(row).filter(|edge| *edge < scores.len()));
        rank(&mut order, scores, &mut ranks);
    }
    ranks
}

/// The rank of every edge among its column's, as [`row_ranks`].
pub fn column_ranks(problem: &Problem, scores: &[i64]) -> Vec<u32> {
    let columns = problem.edge_columns();
    let mut ends = vec![0usize; problem.columns()];
    let edges = columns.len().min(scores.len());
    for column in &columns[..edges] {
        ends[*column as usize] += 1;
    }
    let mut start = 0;
    for end in &mut ends {
        (start, *end) = (start + *end, start);
    }
    let starts = ends.clone();
    let mut order = vec![0; edges];
    for (edge, column) in columns[..edges].iter().enumerate() {
        let end = &mut ends[*column as usize];
        order[*end] = edge;
        *end += 1;
    }
    let mut ranks = vec![0; scores.len()];
    for (start, end) in starts.iter().zip(&ends) {
        rank(&mut order[*start..*end], scores, &mut ranks);
    }
    ranks
}

fn rank(order: &mut [usize], scores: &[i64], ranks: &mut [u32]) {
    order.sort_unstable_by_key(|edge| Reverse(scores[*edge]));
    let mut last = 0;
    for equal in order.chunk_by(|left, right| scores[*left] == scores[*right]) {
        last += 1;
        for edge in equal {
            ranks[*edge] = last;
        }
    }
}

/// Scores that stand for ranks: rank 1 has the greatest.
pub fn scores_of_ranks(ranks: &[u32]) -> Vec<i64> {
    ranks.iter().map(|rank| -i64::from(*rank)).collect()
}
