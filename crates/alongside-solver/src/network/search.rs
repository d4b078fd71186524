//! The search for the best way to place one unit more.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::state::{CLOSED, FREE, State};
use super::tuple::{Tuple, minus, plus, zero};

/// Where a path ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Nowhere: the unit is not placed.
    Stay,
    /// A column in no set, with room.
    Column(u32),
    /// A set with room.
    Group(u32),
    /// A row that gives up a place.
    Row(u32),
}

/// The best path found, and what a search needs: kept from search to search so that none allocates.
#[derive(Debug)]
pub(super) struct Search<const N: usize> {
    /// Number of the search, doubled: see [`super::state::Node::seen`].
    mark: u32,
    heap: BinaryHeap<Reverse<(Tuple<N>, u32)>>,
    /// Nodes as near as the one settled last: they need no heap.
    now: Vec<u32>,
    /// Nodes settled, in order.
    pub(super) settled: Vec<u32>,
    pub(super) length: Tuple<N>,
    pub(super) end: End,
}

impl<const N: usize> Search<N> {
    pub(super) fn new() -> Self {
        Self { mark: 0, heap: BinaryHeap::new(), now: Vec::new(), settled: Vec::new(), length: zero(), end: End::Stay }
    }

    /// The best path for one unit more of a row; leaving it costs `stay`, which is no less than nothing.
    pub(super) fn run(&mut self, state: &mut State<'_, N>, row: u32, stay: Tuple<N>) {
        if self.mark >= u32::MAX - 3 {
            state.nodes.iter_mut().for_each(|node| node.seen = 0);
            self.mark = 0;
        }
        self.mark += 2;
        self.heap.clear();
        self.now.clear();
        self.settled.clear();
        (self.length, self.end) = (stay, End::Stay);
        let start = &mut state.nodes[row as usize];
        (start.distance, start.from, start.seen) = (zero(), FREE, self.mark);
        self.now.push(row);
        let mut nearest = zero();
        let (rows, columns) = (state.network.rows(), state.network.capacities.len());
        while nearest < self.length {
            let node = match self.now.pop() {
                Some(node) => node,
                None => match self.heap.pop() {
                    Some(Reverse((distance, node))) => {
                        // Reached again on a shorter way since.
                        if state.nodes[node as usize].seen != self.mark
                            || state.nodes[node as usize].distance != distance
                        {
                            continue;
                        }
                        nearest = distance;
                        if nearest >= self.length {
                            break;
                        }
                        node
                    }
                    None => break,
                },
            };
            if state.nodes[node as usize].seen != self.mark {
                continue;
            }
            state.nodes[node as usize].seen = self.mark + 1;
            self.settled.push(node);
            let index = node as usize;
            if index < rows {
                self.leave_row(state, node, nearest);
            } else if index < rows + columns {
                self.leave_column(state, (index - rows) as u32, nearest);
            } else {
                self.leave_group(state, (index - rows - columns) as u32, nearest);
            }
        }
    }

    /// Notes a way to a node, if it is the shortest so far.
    #[inline]
    fn reach(
        &mut self,
        state: &mut State<'_, N>,
        node: usize,
        distance: Tuple<N>,
        from: u32,
        nearest: Tuple<N>,
    ) -> bool {
        let found = &mut state.nodes[node];
        let waiting = found.seen == self.mark;
        if found.seen == self.mark + 1 || (waiting && found.distance <= distance) {
            return false;
        }
        (found.distance, found.from, found.seen) = (distance, from, self.mark);
        if distance == nearest {
            self.now.push(node as u32);
        } else {
            self.heap.push(Reverse((distance, node as u32)));
        }
        true
    }

    /// Notes an end, if it is the nearest so far.
    #[inline]
    fn finish(&mut self, distance: Tuple<N>, end: End) {
        if distance < self.length {
            (self.length, self.end) = (distance, end);
        }
    }

    /// From a row along its edges.
    fn leave_row(&mut self, state: &mut State<'_, N>, row: u32, nearest: Tuple<N>) {
        let edges = state.network.row_starts[row as usize]..state.network.row_starts[row as usize + 1];
        let rows = state.network.rows();
        let base = plus(nearest, state.nodes[row as usize].price);
        for edge in edges {
            let taken = state.edges[edge];
            if taken.slot != FREE {
                continue;
            }
            let node = rows + taken.column as usize;
            let distance = minus(plus(base, state.nodes[node].price), taken.gain);
            if distance >= self.length || !self.reach(state, node, distance, edge as u32, nearest) {
                continue;
            }
            if state.has_room(taken.column) && state.group(taken.column).is_none() {
                self.finish(plus(distance, state.hand_on(taken.column)), End::Column(taken.column));
                if nearest >= self.length {
                    return;
                }
            }
        }
    }

    /// From a column to the rows it holds, which would have to go, and on to its set.
    fn leave_column(&mut self, state: &mut State<'_, N>, column: u32, nearest: Tuple<N>) {
        let node = state.column_node(column);
        let price = state.nodes[node].price;
        if let Some(group) = state.group(column).filter(|_| state.has_room(column)) {
            let distance = plus(nearest, state.hand_on(column));
            if distance < self.length
                && self.reach(state, state.group_node(group), distance, column, nearest)
                && state.group_holds[group as usize] < state.network.limits[group as usize]
            {
                self.finish(distance, End::Group(group));
            }
        }
        let start = state.held_starts[column as usize] as usize;
        for slot in start..start + state.column_holds[column as usize] as usize {
            let edge = state.held[slot];
            let row = state.edge_rows[edge as usize];
            let reduced = minus(plus(state.nodes[row as usize].price, price), state.edges[edge as usize].gain);
            let distance = minus(nearest, reduced);
            if distance < self.length && self.reach(state, row as usize, distance, edge, nearest) {
                self.finish(plus(distance, state.parting(row)), End::Row(row));
            }
        }
    }

    /// From a full set to its columns, one of which would have to hold one fewer.
    fn leave_group(&mut self, state: &mut State<'_, N>, group: u32, nearest: Tuple<N>) {
        let price = state.nodes[state.group_node(group)].price;
        let range = state.member_starts[group as usize]..state.member_starts[group as usize + 1];
        for member in range {
            let column = state.members[member as usize];
            let holds = state.column_holds[column as usize];
            if holds == 0 {
                continue;
            }
            let node = state.column_node(column);
            let mut back = minus(state.nodes[node].price, price);
            if holds == 1 {
                back = plus(back, state.first_use);
            }
            let distance = plus(nearest, back);
            if distance < self.length {
                self.reach(state, node, distance, CLOSED, nearest);
            }
        }
    }
}
