//! The cheapest ways from the outside and to it.

use crate::warm::state::{NONE, State};
use crate::warm::tuple::Tuple;

/// A way between a column and the outside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<const W: usize> {
    /// What it costs.
    pub(super) cost: Tuple<W>,
    /// The row that comes in on it, or that it leaves out; [`NONE`] if it begins with a place given up, or ends at room.
    pub(super) row: u32,
}

/// The ways of every column. Those of a column without places mean nothing.
#[derive(Debug, Clone)]
pub(super) struct Ways<const W: usize> {
    pub(super) from_outside: Vec<Way<W>>,
    pub(super) to_outside: Vec<Way<W>>,
}

impl<const W: usize> Ways<W> {
    /// By two Dijkstra searches (1959) over all pairs, in reduced costs.
    pub(super) fn of(state: &mut State<W>) -> Self {
        let from_outside = state.ways_in();
        let to_outside = state.ways_out();
        Self { from_outside, to_outside }
    }

    /// What any way from one column to another costs at least: else the ways between one of them and the outside could
    /// be bettered by it (the bound of Goldberg and Harrelson, 2005, with the outside for a landmark).
    #[inline]
    pub(super) fn least(&self, from: u32, to: u32) -> Tuple<W> {
        let (from, to) = (from as usize, to as usize);
        let onwards = self.from_outside[to].cost - self.from_outside[from].cost;
        let back = self.to_outside[from].cost - self.to_outside[to].cost;
        onwards.max(back).max(Tuple::ZERO)
    }
}

impl<const W: usize> State<W> {
    fn ways_in(&mut self) -> Vec<Way<W>> {
        let mut ways = vec![Way { cost: Tuple::ZERO, row: NONE }; self.columns.len()];
        self.begin();
        for column in 0..self.columns.len() as u32 {
            let v = self.columns[column as usize].v;
            if v != Tuple::CLOSED {
                self.reach(column, v, NONE);
            }
        }
        for row in 0..self.rows.len() as u32 {
            if self.rows[row as usize].mate == NONE {
                self.spread(row, Tuple::ZERO);
            }
        }
        while let Some((cost, column)) = self.settle(Tuple::MOST) {
            let from = self.columns[column as usize].from;
            let row = match self.rows.get(from as usize) {
                Some(record) if record.mate != NONE => ways[record.mate as usize].row,
                _ => from,
            };
            ways[column as usize] = Way { cost, row };
            let mut row = self.columns[column as usize].head;
            while row != NONE {
                self.spread(row, cost);
                row = self.rows[row as usize].next;
            }
        }
        ways
    }

    fn ways_out(&mut self) -> Vec<Way<W>> {
        let mut ways = vec![Way { cost: Tuple::ZERO, row: NONE }; self.columns.len()];
        self.begin();
        for column in 0..self.columns.len() as u32 {
            let room = (self.columns[column as usize].room > 0).then_some((Tuple::ZERO, NONE));
            let nearest = self.rows_of(column).map(|row| (self.rows[row as usize].u, row)).min();
            if let Some((cost, row)) = room.or(nearest) {
                self.reach(column, cost, NONE);
                ways[column as usize].row = row;
            }
        }
        while let Some((cost, column)) = self.settle(Tuple::MOST) {
            ways[column as usize].cost = cost;
            let out = ways[column as usize].row;
            let base = cost + self.columns[column as usize].v;
            for at in 0..self.back[column as usize].len() {
                let pair = self.back[column as usize][at];
                let row = self.rows[pair.to as usize];
                let there = base + row.u - pair.worth;
                if row.mate != NONE && row.mate != column && self.reach(row.mate, there, pair.to) {
                    ways[row.mate as usize].row = out;
                }
            }
        }
        ways
    }
}
