//! What can change without loss: strongly connected components of the tight residual network.

use crate::warm::state::{NONE, State};
use crate::warm::tuple::Tuple;

/// The component of each row, each column and the outside.
#[derive(Debug, Clone)]
pub(super) struct Components {
    pub(super) rows: Vec<u32>,
    pub(super) columns: Vec<u32>,
    pub(super) outside: u32,
}

/// A node whose ways out are being followed, and how far it has come.
#[derive(Debug, Clone, Copy)]
struct Frame {
    node: u32,
    cursor: u32,
}

/// The search of Tarjan (1972) without recursion. Nodes are the columns, then the rows, then the outside.
#[derive(Debug)]
struct Search<'a, const W: usize> {
    state: &'a State<W>,
    columns: u32,
    outside: u32,
    /// When a node was met, counted from 1; 0 for one not met.
    met: Vec<u32>,
    /// The earliest node still open that a node leads to.
    low: Vec<u32>,
    component: Vec<u32>,
    open: Vec<u32>,
    frames: Vec<Frame>,
    count: u32,
    components: u32,
}

impl Components {
    /// Of an optimal assignment. Time: linear in the pairs.
    pub(super) fn of<const W: usize>(state: &State<W>) -> Self {
        let columns = state.columns.len();
        let nodes = columns + state.rows.len() + 1;
        let mut search = Search {
            state,
            columns: columns as u32,
            outside: nodes as u32 - 1,
            met: vec![0; nodes],
            low: vec![0; nodes],
            component: vec![NONE; nodes],
            open: Vec::new(),
            frames: Vec::new(),
            count: 0,
            components: 0,
        };
        (0..nodes as u32).for_each(|node| search.explore(node));
        let mut component = search.component;
        let outside = component.pop().unwrap_or(NONE);
        let rows = component.split_off(columns);
        Self { rows, columns: component, outside }
    }
}

impl<const W: usize> Search<'_, W> {
    fn explore(&mut self, root: u32) {
        if self.met[root as usize] != 0 {
            return;
        }
        self.enter(root);
        while let Some(frame) = self.frames.last().copied() {
            let node = frame.node;
            let (next, cursor) = self.next(node, frame.cursor);
            if let Some(last) = self.frames.last_mut() {
                last.cursor = cursor;
            }
            match next {
                Some(next) if self.met[next as usize] == 0 => self.enter(next),
                Some(next) if self.component[next as usize] == NONE => self.lower(node, self.met[next as usize]),
                Some(_) => {}
                None => self.leave(node),
            }
        }
    }

    fn enter(&mut self, node: u32) {
        self.count += 1;
        self.met[node as usize] = self.count;
        self.low[node as usize] = self.count;
        self.open.push(node);
        // A column's cursor is the next of its rows, every other one counts.
        let cursor = if node < self.columns { self.state.columns[node as usize].head } else { 0 };
        self.frames.push(Frame { node, cursor });
    }

    fn lower(&mut self, node: u32, to: u32) {
        let low = &mut self.low[node as usize];
        *low = to.min(*low);
    }

    fn leave(&mut self, node: u32) {
        self.frames.pop();
        let low = self.low[node as usize];
        if low == self.met[node as usize] {
            while let Some(other) = self.open.pop() {
                self.component[other as usize] = self.components;
                if other == node {
                    break;
                }
            }
            self.components += 1;
        }
        if let Some(above) = self.frames.last() {
            self.lower(above.node, low);
        }
    }

    /// The next node that a unit can move on to at no cost, and the cursor after it.
    fn next(&self, node: u32, cursor: u32) -> (Option<u32>, u32) {
        if node < self.columns {
            self.out_of_column(node, cursor)
        } else if node < self.outside {
            self.out_of_row(node - self.columns, cursor)
        } else {
            self.in_from_outside(cursor)
        }
    }

    /// One of its rows can leave it, or it has room.
    fn out_of_column(&self, column: u32, cursor: u32) -> (Option<u32>, u32) {
        const ROOM: u32 = NONE - 1;
        match cursor {
            NONE if self.state.columns[column as usize].room > 0 => (Some(self.outside), ROOM),
            NONE | ROOM => (None, ROOM),
            row => (Some(self.columns + row), self.state.rows[row as usize].next),
        }
    }

    /// It can go to another column, or be left out.
    fn out_of_row(&self, row: u32, cursor: u32) -> (Option<u32>, u32) {
        let record = &self.state.rows[row as usize];
        let pairs = &self.state.pairs[row as usize];
        let mut at = cursor as usize;
        while let Some(pair) = pairs.get(at) {
            at += 1;
            let tight = record.u + self.state.columns[pair.to as usize].v == pair.worth;
            if tight && pair.to != record.mate {
                return (Some(pair.to), at as u32);
            }
        }
        let out = at == pairs.len() && record.mate != NONE && record.u == Tuple::ZERO;
        (out.then_some(self.outside), pairs.len() as u32 + 1)
    }

    /// A row left out can come in, or a column give up a place.
    fn in_from_outside(&self, cursor: u32) -> (Option<u32>, u32) {
        for node in cursor..self.outside {
            let leads = if node < self.columns {
                let column = &self.state.columns[node as usize];
                column.head != NONE && column.v == Tuple::ZERO
            } else {
                self.state.rows[(node - self.columns) as usize].mate == NONE
            };
            if leads {
                return (Some(node), node + 1);
            }
        }
        (None, self.outside)
    }
}
