//! Pairs that would both rather have each other.

use super::orders::{Orders, StableError};

/// The edges that block an assignment: not chosen, the row wants another column or would strictly rather have this one
/// than the least preferred of its own, and the column has room or would strictly rather have this row than the least
/// preferred of its own. Ascending. None: the assignment is weakly stable.
///
/// Rows of `kept` edges and the places these take are left out on both sides. A row that wants several columns is taken
/// place by place (this is called pairwise stability then). A column whose set of columns is full has no room of its
/// own, unless the row would leave a place in that set for it.
///
/// Shares nothing with the search for stable assignments but the orders. Time: edges.
///
/// # Errors
///
/// [`StableError::NotAnAssignment`] if the edges do not exist, repeat, or take more places than there are;
/// [`StableError::Kept`] if a kept edge is not among them.
pub fn blocking_pairs(orders: &Orders<'_>, chosen: &[usize], kept: &[usize]) -> Result<Vec<usize>, StableError> {
    let problem = orders.problem();
    let columns = problem.edge_columns();
    let mut state = vec![Edge::Open; problem.edges()];
    for &edge in chosen {
        match state.get_mut(edge) {
            Some(state @ Edge::Open) => *state = Edge::Chosen,
            _ => return Err(StableError::NotAnAssignment { edge }),
        }
    }
    for &edge in kept {
        match state.get_mut(edge) {
            Some(state @ Edge::Chosen) => *state = Edge::Kept,
            _ => return Err(StableError::Kept { edge }),
        }
    }

    let mut room = problem.capacities().to_vec();
    let mut group_room = problem.limits().to_vec();
    let mut least_of_column = vec![i64::MAX; problem.columns()];
    for (edge, state) in state.iter().enumerate().filter(|(_, state)| **state != Edge::Open) {
        let column = columns[edge] as usize;
        let take = |room: &mut u32| room.checked_sub(1).map(|left| *room = left);
        let refused = StableError::NotAnAssignment { edge };
        take(&mut room[column]).ok_or(refused)?;
        if let Some(group) = problem.group_of(columns[edge]) {
            take(&mut group_room[group as usize]).ok_or(refused)?;
        }
        if *state == Edge::Chosen {
            let least = &mut least_of_column[column];
            *least = orders.column_scores()[edge].min(*least);
        }
    }

    let mut blocking = Vec::new();
    for (row, demand) in problem.demands().iter().enumerate() {
        let edges = problem.edges_of(row);
        let held = edges.clone().filter(|edge| state[*edge] != Edge::Open);
        let filled = held.clone().count();
        if filled > *demand as usize {
            return Err(StableError::NotAnAssignment { edge: held.max().unwrap_or(edges.end) });
        }
        let own = held.filter(|edge| state[*edge] == Edge::Chosen);
        // What the row would give up: nothing, if it wants more than it has.
        let gives_up = if filled < *demand as usize { None } else { own.min_by_key(|edge| orders.row_scores()[*edge]) };
        if gives_up.is_none() && filled == *demand as usize {
            continue;
        }
        for edge in edges.filter(|edge| state[*edge] == Edge::Open) {
            if gives_up.is_some_and(|own| orders.row_scores()[edge] <= orders.row_scores()[own]) {
                continue;
            }
            let group = problem.group_of(columns[edge]);
            let open = room[columns[edge] as usize] > 0
                && group.is_none_or(|group| {
                    group_room[group as usize] > 0
                        || gives_up.is_some_and(|own| problem.group_of(columns[own]) == Some(group))
                });
            if open || orders.column_scores()[edge] > least_of_column[columns[edge] as usize] {
                blocking.push(edge);
            }
        }
    }
    Ok(blocking)
}

/// What an assignment says of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Not chosen.
    Open,
    /// Chosen.
    Chosen,
    /// Chosen, and not to be touched.
    Kept,
}
