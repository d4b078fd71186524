//! What follows from a search: the flow along its path, the potentials around it.

use super::search::{End, Search};
use super::state::{CLOSED, FREE, State};
use super::tuple::{minus, plus};

/// Sends one unit from the row a search began at along the path it found. `changes` is scratch.
pub(super) fn apply<const N: usize>(state: &mut State<'_, N>, search: &Search<N>, changes: &mut Vec<u32>) {
    changes.clear();
    let mut column = match search.end {
        End::Stay => return,
        End::Column(column) => column,
        End::Group(group) => state.nodes[state.group_node(group)].from,
        End::Row(row) => {
            let edge = state.nodes[row as usize].from;
            state.release(edge);
            state.edges[edge as usize].column
        }
    };
    // Back along the path; what is let go is let go at once, what is chosen only when all room is made.
    loop {
        let edge = state.nodes[state.column_node(column)].from;
        if edge == CLOSED {
            let group = state.network.group_of[column as usize];
            column = state.nodes[state.group_node(group)].from;
            continue;
        }
        changes.push(edge);
        let row = state.edge_rows[edge as usize];
        let edge = state.nodes[row as usize].from;
        if edge == FREE {
            break;
        }
        state.release(edge);
        column = state.edges[edge as usize].column;
    }
    for edge in changes.iter() {
        state.choose(*edge);
    }
}

/// Moves the potentials of everything nearer than the path's end, so that the path gains exactly nothing and nothing
/// gains more.
pub(super) fn reprice<const N: usize>(state: &mut State<'_, N>, search: &Search<N>) {
    let rows = state.network.rows();
    for index in &search.settled {
        let node = &mut state.nodes[*index as usize];
        let nearer = minus(search.length, node.distance);
        let sign_of_row = (*index as usize) < rows;
        node.price = if sign_of_row { minus(node.price, nearer) } else { plus(node.price, nearer) };
    }
}
