//! What other assignments with the same numbers there are.
//!
//! Two assignments with every tier at its greatest differ by cycles of the residual network that cost nothing, if rows,
//! columns and sets are joined by one hub through which places are given back and taken. So an edge belongs to some such
//! assignment if it is chosen, or if it is tight and its row and column lie in one strongly connected component of the
//! tight arcs: the fine decomposition of Dulmage and Mendelsohn (1958), which Tassa (2012) reads as the edges of all
//! maximum matchings, here with tiers, capacities and sets.

use super::standing::Standing;
use crate::problem::NO_GROUP;

/// The arcs of the residual network that cost nothing. Nodes: rows, columns, sets, the hub.
#[derive(Debug, Clone)]
pub(super) struct Residual {
    starts: Vec<u32>,
    heads: Vec<u32>,
    rows: u32,
}

impl Residual {
    /// The tight arcs of a standing. Time and memory: linear in the edges.
    pub(super) fn new(standing: &Standing<'_>) -> Self {
        let mut arcs = Vec::new();
        each_arc(standing, &mut |tail, head| arcs.push((tail, head)));
        let problem = standing.problem;
        let nodes = problem.rows() + problem.columns() + problem.limits().len() + 1;
        let mut starts = vec![0_u32; nodes + 1];
        for (tail, _) in &arcs {
            starts[*tail as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut heads = vec![0; arcs.len()];
        for (tail, head) in arcs {
            heads[next[tail as usize] as usize] = head;
            next[tail as usize] += 1;
        }
        Self { starts, heads, rows: problem.rows() as u32 }
    }

    fn nodes(&self) -> usize {
        self.starts.len() - 1
    }

    fn heads(&self, node: u32) -> &[u32] {
        &self.heads[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }

    /// The strongly connected component of each node (Tarjan 1972, without recursion). Time: linear in the arcs.
    pub(super) fn components(&self) -> Vec<u32> {
        const NEW: u32 = u32::MAX;
        let mut found = vec![NEW; self.nodes()];
        let mut low = vec![0; self.nodes()];
        let mut component = vec![NEW; self.nodes()];
        let (mut count, mut components) = (0, 0);
        let mut stack = Vec::new();
        let mut path: Vec<(u32, u32)> = Vec::new();
        for root in 0..self.nodes() as u32 {
            if found[root as usize] != NEW {
                continue;
            }
            path.push((root, 0));
            while let Some((node, next)) = path.last_mut() {
                let (at, index) = (*node, *node as usize);
                if *next == 0 {
                    (found[index], low[index]) = (count, count);
                    count += 1;
                    stack.push(at);
                }
                if let Some(&head) = self.heads(at).get(*next as usize) {
                    *next += 1;
                    let head_index = head as usize;
                    if found[head_index] == NEW {
                        path.push((head, 0));
                    } else if component[head_index] == NEW {
                        low[index] = low[index].min(found[head_index]);
                    }
                    continue;
                }
                path.pop();
                if let Some((above, _)) = path.last() {
                    low[*above as usize] = low[*above as usize].min(low[index]);
                }
                if low[index] == found[index] {
                    while let Some(member) = stack.pop() {
                        component[member as usize] = components;
                        if member == at {
                            break;
                        }
                    }
                    components += 1;
                }
            }
        }
        component
    }

    /// A shortest way from a column to a row: the nodes in between and both ends; none if there is none.
    pub(super) fn way(&self, column: u32, row: u32) -> Option<Vec<u32>> {
        let mut from = vec![u32::MAX; self.nodes()];
        let start = self.rows + column;
        from[start as usize] = start;
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            if node == row {
                let mut way = vec![node];
                let mut node = node;
                while node != start {
                    node = from[node as usize];
                    way.push(node);
                }
                way.reverse();
                return Some(way);
            }
            for &head in self.heads(node) {
                if from[head as usize] == u32::MAX {
                    from[head as usize] = node;
                    queue.push_back(head);
                }
            }
        }
        None
    }
}

/// Which edges belong to some assignment of what is left with every tier's number as great as it can be.
pub(super) fn safe(standing: &Standing<'_>, residual: &Residual) -> Vec<bool> {
    let component = residual.components();
    let rows = standing.problem.rows();
    let edges = standing.problem.columns.iter().zip(&standing.edge_rows).enumerate();
    edges
        .map(|(edge, (column, row))| {
            let (row, column) = (*row as usize, *column as usize);
            standing.chosen[edge]
                || (standing.open[edge] && tight(standing, row, column) && component[row] == component[rows + column])
        })
        .collect()
}

/// Changes the assignment along a way that ends where the edge begins, so that the edge is chosen.
pub(super) fn turn(standing: &mut Standing<'_>, edge: usize, way: &[u32]) {
    let (rows, columns) = (standing.problem.rows(), standing.problem.columns());
    for (tail, head) in way.iter().zip(way.iter().skip(1)) {
        let (tail, head) = (*tail as usize, *head as usize);
        let (row, column, choose) = if tail < rows { (tail, head, true) } else { (head, tail, false) };
        if row < rows
            && (rows..rows + columns).contains(&column)
            && let Some(edge) = standing.problem.edge(row, (column - rows) as u32)
        {
            standing.chosen[edge] = choose;
        }
    }
    standing.chosen[edge] = true;
}

/// Whether an edge between them gains just what it costs.
fn tight(standing: &Standing<'_>, row: usize, column: usize) -> bool {
    standing.prices.rows[row] + standing.prices.columns[column] == standing.problem.priority(row)
}

/// Shows each tight arc.
fn each_arc(standing: &Standing<'_>, show: &mut dyn FnMut(u32, u32)) {
    let problem = standing.problem;
    let (rows, columns) = (problem.rows(), problem.columns());
    let (groups_from, hub) = (rows + columns, (rows + columns + problem.limits().len()) as u32);
    let mut row_holds = vec![0; rows];
    let mut column_holds = vec![0; columns];
    let mut group_holds = vec![0; problem.limits().len()];
    for (edge, row) in standing.edge_rows.iter().enumerate() {
        let (row, column) = (*row as usize, problem.columns[edge] as usize);
        let chosen = standing.chosen[edge];
        if chosen {
            row_holds[row] += 1;
            column_holds[column] += 1;
            match problem.group_of[column] {
                NO_GROUP => {}
                group => group_holds[group as usize] += 1,
            }
        }
        if !standing.open[edge] || !tight(standing, row, column) {
            continue;
        }
        let (row, column) = (row as u32, (rows + column) as u32);
        if chosen {
            show(column, row);
        } else {
            show(row, column);
        }
    }
    for (row, holds) in row_holds.into_iter().enumerate() {
        if standing.prices.rows[row] == 0 {
            both(row as u32, hub, holds > 0, holds < standing.demands[row], show);
        }
    }
    for (column, holds) in column_holds.into_iter().enumerate() {
        let (beyond, price) = match problem.group_of[column] {
            NO_GROUP => (hub, 0),
            group => ((groups_from + group as usize) as u32, standing.prices.groups[group as usize]),
        };
        if standing.prices.columns[column] == price {
            both((rows + column) as u32, beyond, holds < standing.capacities[column], holds > 0, show);
        }
    }
    for (group, holds) in group_holds.into_iter().enumerate() {
        if standing.prices.groups[group] == 0 {
            both((groups_from + group) as u32, hub, holds < standing.limits[group], holds > 0, show);
        }
    }
}

/// Shows the arc there and the arc back, as far as they are.
fn both(near: u32, far: u32, there: bool, back: bool, show: &mut dyn FnMut(u32, u32)) {
    if there {
        show(near, far);
    }
    if back {
        show(far, near);
    }
}
