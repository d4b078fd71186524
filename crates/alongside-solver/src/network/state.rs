//! The flow as it stands: edges, who holds which, and the potentials.

use super::gains::{Gain, Network};
use super::tuple::{Tuple, minus, plus, zero};
use super::words::Layout;
use crate::problem::NO_GROUP;

/// An edge that nobody holds.
pub(super) const FREE: u32 = u32::MAX;
/// An edge that may not be used.
pub(super) const CLOSED: u32 = u32::MAX - 1;

/// One edge: where it leads, where its column keeps it if it is chosen, what it gains.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge<const N: usize> {
    pub(super) column: u32,
    /// Index into [`State::held`], or [`FREE`] or [`CLOSED`].
    pub(super) slot: u32,
    pub(super) gain: Tuple<N>,
}

/// One row, column or set: its potential and the last search's mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<const N: usize> {
    pub(super) price: Tuple<N>,
    pub(super) distance: Tuple<N>,
    /// The edge (row, column) or column (set) through which the last search came.
    pub(super) from: u32,
    /// The search that marked it last: twice its number while waiting, one more when settled.
    pub(super) seen: u32,
}

/// The whole state. Nodes are numbered rows, columns, sets.
#[derive(Debug)]
pub(super) struct State<'a, const N: usize> {
    pub(super) network: Network<'a>,
    pub(super) edges: Vec<Edge<N>>,
    pub(super) edge_rows: Vec<u32>,
    pub(super) nodes: Vec<Node<N>>,
    /// What each of a row's first places earns beyond the edges.
    pub(super) first_place: Vec<Tuple<N>>,
    /// What a column's first unit earns.
    pub(super) first_use: Tuple<N>,
    /// Places each row holds.
    pub(super) row_holds: Vec<u32>,
    /// Units each column holds, and room for as many as it can ever hold: its edges are
    /// `held[starts[c]..][..column_holds[c]]`.
    pub(super) column_holds: Vec<u32>,
    pub(super) held: Vec<u32>,
    pub(super) held_starts: Vec<u32>,
    pub(super) group_holds: Vec<u32>,
    /// The columns of each set.
    pub(super) members: Vec<u32>,
    pub(super) member_starts: Vec<u32>,
}

impl<'a, const N: usize> State<'a, N> {
    /// The empty flow.
    pub(super) fn new(network: Network<'a>, gains: &[Gain<'_>], layout: &Layout) -> Self {
        let (rows, columns, groups) = (network.rows(), network.capacities.len(), network.limits.len());
        let mut edges: Vec<Edge<N>> =
            network.columns.iter().map(|column| Edge { column: *column, slot: FREE, gain: zero() }).collect();
        for (edge, _) in edges.iter_mut().zip(network.open).filter(|(_, open)| !**open) {
            edge.slot = CLOSED;
        }
        let mut edge_rows = vec![0; edges.len()];
        let mut first_place = vec![zero(); rows];
        let mut first_use = zero();
        for row in 0..rows {
            edge_rows[network.row_starts[row]..network.row_starts[row + 1]].fill(row as u32);
        }
        for (level, gain) in gains.iter().enumerate() {
            match gain {
                Gain::Places(each) => {
                    for (edge, row) in edges.iter_mut().zip(&edge_rows) {
                        layout.add(&mut edge.gain, level, each[*row as usize]);
                    }
                }
                Gain::FirstPlaces(each) => {
                    for (first, each) in first_place.iter_mut().zip(each) {
                        layout.add(first, level, *each);
                    }
                }
                Gain::ColumnsUsed(each) => layout.add(&mut first_use, level, *each),
                Gain::Edges(values) | Gain::EdgesAndUse(values, _) => {
                    if let Gain::EdgesAndUse(_, each) = gain {
                        layout.add(&mut first_use, level, *each);
                    }
                    for (edge, value) in edges.iter_mut().zip(*values) {
                        layout.add(&mut edge.gain, level, *value);
                    }
                }
            }
        }
        let mut nodes = vec![Node { price: zero(), distance: zero(), from: FREE, seen: 0 }; rows + columns + groups];
        // An unused column offers what its first use earns.
        for node in &mut nodes[rows..rows + columns] {
            for (price, first) in node.price.iter_mut().zip(first_use) {
                *price = first.wrapping_neg();
            }
        }
        let held_starts = held_starts(&network);
        let held = vec![0; held_starts.last().map_or(0, |end| *end as usize)];
        let (members, member_starts) = members(&network);
        Self {
            network,
            edges,
            edge_rows,
            nodes,
            first_place,
            first_use,
            row_holds: vec![0; rows],
            column_holds: vec![0; columns],
            held,
            held_starts,
            group_holds: vec![0; groups],
            members,
            member_starts,
        }
    }

    /// The node of a column.
    pub(super) fn column_node(&self, column: u32) -> usize {
        self.network.rows() + column as usize
    }

    /// The node of a set.
    pub(super) fn group_node(&self, group: u32) -> usize {
        self.network.rows() + self.network.capacities.len() + group as usize
    }

    /// The set of a column.
    pub(super) fn group(&self, column: u32) -> Option<u32> {
        Some(self.network.group_of[column as usize]).filter(|group| *group != NO_GROUP)
    }

    /// Whether a column could hold one unit more.
    #[inline]
    pub(super) fn has_room(&self, column: u32) -> bool {
        self.column_holds[column as usize] < self.network.capacities[column as usize]
    }

    /// The reduced cost of handing one unit more from a column on to its set, or out if it is in none.
    #[inline]
    pub(super) fn hand_on(&self, column: u32) -> Tuple<N> {
        let beyond = self.group(column).map_or(zero(), |group| self.nodes[self.group_node(group)].price);
        let cost = minus(beyond, self.nodes[self.column_node(column)].price);
        if self.column_holds[column as usize] == 0 { minus(cost, self.first_use) } else { cost }
    }

    /// The reduced cost of a row's giving up one of the places it holds.
    #[inline]
    pub(super) fn parting(&self, row: u32) -> Tuple<N> {
        self.leaving(row, self.row_holds[row as usize])
    }

    /// The reduced cost of a row's not having its place of this number, counted from 1.
    pub(super) fn leaving(&self, row: u32, place: u32) -> Tuple<N> {
        let price = self.nodes[row as usize].price;
        if place <= self.network.paid(row as usize) { plus(price, self.first_place[row as usize]) } else { price }
    }

    /// Chooses a free edge whose column has a slot.
    pub(super) fn choose(&mut self, edge: u32) {
        let column = self.edges[edge as usize].column as usize;
        let slot = self.held_starts[column] + self.column_holds[column];
        self.held[slot as usize] = edge;
        self.edges[edge as usize].slot = slot;
        self.column_holds[column] += 1;
        self.row_holds[self.edge_rows[edge as usize] as usize] += 1;
        if let Some(group) = self.group(column as u32) {
            self.group_holds[group as usize] += 1;
        }
    }

    /// Lets go of a chosen edge; the column's last takes its slot.
    pub(super) fn release(&mut self, edge: u32) {
        let Edge { column, slot, .. } = self.edges[edge as usize];
        let column = column as usize;
        self.column_holds[column] -= 1;
        let last = self.held[(self.held_starts[column] + self.column_holds[column]) as usize];
        self.held[slot as usize] = last;
        self.edges[last as usize].slot = slot;
        self.edges[edge as usize].slot = FREE;
        self.row_holds[self.edge_rows[edge as usize] as usize] -= 1;
        if let Some(group) = self.group(column as u32) {
            self.group_holds[group as usize] -= 1;
        }
    }

    /// The chosen edges, ascending.
    pub(super) fn chosen(&self) -> Vec<usize> {
        let chosen = |edge: &Edge<N>| edge.slot < CLOSED;
        self.edges.iter().enumerate().filter(|(_, edge)| chosen(edge)).map(|(index, _)| index).collect()
    }
}

/// Where each column's slots begin: as many as its capacity, or as its edges where they are fewer.
fn held_starts(network: &Network<'_>) -> Vec<u32> {
    let mut degrees = vec![0_u32; network.capacities.len()];
    for column in network.columns {
        degrees[*column as usize] += 1;
    }
    let slots = degrees.iter().zip(network.capacities).map(|(degree, capacity)| *degree.min(capacity));
    let ends = slots.scan(0_u32, |end, slots| {
        *end += slots;
        Some(*end)
    });
    [0].into_iter().chain(ends).collect()
}

/// The columns of each set, and where each set's begin.
fn members(network: &Network<'_>) -> (Vec<u32>, Vec<u32>) {
    let groups = network.limits.len();
    let mut starts = vec![0_u32; groups + 1];
    let grouped = || network.group_of.iter().enumerate().filter(|(_, group)| **group != NO_GROUP);
    for (_, group) in grouped() {
        starts[*group as usize + 1] += 1;
    }
    for group in 0..groups {
        starts[group + 1] += starts[group];
    }
    let mut next = starts.clone();
    let mut members = vec![0; starts[groups] as usize];
    for (column, group) in grouped() {
        members[next[*group as usize] as usize] = column as u32;
        next[*group as usize] += 1;
    }
    (members, starts)
}
