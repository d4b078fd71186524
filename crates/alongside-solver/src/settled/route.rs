//! The cheapest way to make good a change of one pair.

use crate::warm::state::{NONE, State};
use crate::warm::tuple::Tuple;

/// Where a way begins: a row that has to leave its column, or a column that has one row too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Row(u32),
    Column(u32),
}

/// Who goes out on the way, if it leads there.
#[derive(Debug, Clone, Copy)]
enum Out {
    /// This row is left out.
    Row(u32),
    /// The place of this column that was empty is taken.
    Room(u32),
}

/// A way through the residual network.
#[derive(Debug, Clone)]
pub(super) struct Route<const W: usize> {
    /// What it costs.
    pub(super) cost: Tuple<W>,
    /// How many rows of each tier it leaves out, less those it brings in.
    pub(super) left_out: Vec<i64>,
}

/// What is known while searching.
struct Bound<const W: usize> {
    /// The column to reach; none if it is the outside.
    target: Option<u32>,
    /// What the way costs at most.
    cost: Tuple<W>,
    /// The cheapest way out.
    out: Option<(Tuple<W>, Out)>,
}

impl<const W: usize> State<W> {
    /// The cheapest way from `from` to a column, or to the outside: one Dijkstra search (1959) over tuples in reduced
    /// costs, the outside being a node through which ways may lead. Time: O(m log n).
    pub(super) fn route(&mut self, from: From, target: Option<u32>) -> Route<W> {
        self.begin();
        let mut bound = Bound { target, cost: Tuple::MOST, out: None };
        match from {
            From::Row(row) => {
                self.leave_by(row, Tuple::ZERO, &mut bound);
                self.look(row, Tuple::ZERO, &mut bound);
            }
            From::Column(column) => {
                if self.columns[column as usize].room > 0 {
                    bound.found_out(self, Tuple::ZERO, Out::Room(column));
                }
                self.reach(column, Tuple::ZERO, NONE);
            }
        }
        let mut been_out = false;
        loop {
            // Once nothing nearer than the way out is left, it is followed; then the rest.
            let limit = match bound.out {
                Some((out, _)) if !been_out => out.min(bound.cost),
                _ => bound.cost,
            };
            if let Some((distance, column)) = self.settle(limit) {
                let mut row = self.columns[column as usize].head;
                while row != NONE {
                    self.leave_by(row, distance, &mut bound);
                    self.look(row, distance, &mut bound);
                    row = self.rows[row as usize].next;
                }
                continue;
            }
            match bound.out {
                Some((out, _)) if !been_out && (out < bound.cost || !self.is_reached(&bound)) => {
                    been_out = true;
                    self.come_in(out, &mut bound);
                }
                _ => break,
            }
        }
        let left_out = self.retrace(from, &bound);
        Route { cost: bound.cost, left_out }
    }

    /// Whether the target was found at the cost that the way has at most.
    fn is_reached(&self, bound: &Bound<W>) -> bool {
        bound.target.is_none_or(|target| {
            let column = &self.columns[target as usize];
            column.stamp == self.search.stamp && column.distance == bound.cost
        })
    }

    /// The row could be left out.
    fn leave_by(&self, row: u32, distance: Tuple<W>, bound: &mut Bound<W>) {
        bound.found_out(self, distance + self.rows[row as usize].u, Out::Row(row));
    }

    /// Where the row could go.
    fn look(&mut self, row: u32, distance: Tuple<W>, bound: &mut Bound<W>) {
        let record = self.rows[row as usize];
        let base = distance + record.u;
        for at in 0..self.pairs[row as usize].len() {
            let pair = self.pairs[row as usize][at];
            let column = &self.columns[pair.to as usize];
            let there = base + column.v - pair.worth;
            if pair.to == record.mate || there >= bound.cost {
                continue;
            }
            if column.room > 0 {
                bound.found_out(self, there, Out::Room(pair.to));
            }
            self.find_column(pair.to, there, row, bound);
        }
    }

    fn find_column(&mut self, column: u32, distance: Tuple<W>, from: u32, bound: &mut Bound<W>) {
        self.reach(column, distance, from);
        if bound.target == Some(column) && distance < bound.cost {
            bound.cost = distance;
        }
    }

    /// From the outside: rows left out come in, columns give up a place.
    fn come_in(&mut self, distance: Tuple<W>, bound: &mut Bound<W>) {
        for column in 0..self.columns.len() as u32 {
            let record = &self.columns[column as usize];
            let there = distance + record.v;
            // The way to the target has this very bound.
            if record.head != NONE && there <= bound.cost {
                self.find_column(column, there, NONE, bound);
            }
        }
        for row in 0..self.rows.len() as u32 {
            if self.rows[row as usize].mate == NONE {
                self.look(row, distance, bound);
            }
        }
    }

    /// Goes back along the way and counts who comes in and who is left out.
    fn retrace(&self, from: From, bound: &Bound<W>) -> Vec<i64> {
        let mut left_out = vec![0; usize::from(self.tier_count)];
        let mut at = bound.target;
        if at.is_none() {
            at = self.retrace_out(bound, from, &mut left_out);
        }
        while let Some(column) = at {
            if From::Column(column) == from {
                break;
            }
            let row = self.columns[column as usize].from;
            at = if row == NONE {
                self.retrace_out(bound, from, &mut left_out)
            } else if From::Row(row) == from {
                None
            } else if self.rows[row as usize].mate == NONE {
                left_out[usize::from(self.tiers[row as usize])] -= 1;
                self.retrace_out(bound, from, &mut left_out)
            } else {
                Some(self.rows[row as usize].mate)
            };
        }
        left_out
    }

    /// The column that the way went through just before it led outside, if it did not begin there.
    fn retrace_out(&self, bound: &Bound<W>, from: From, left_out: &mut [i64]) -> Option<u32> {
        match bound.out?.1 {
            Out::Room(column) => Some(column),
            Out::Row(row) => {
                left_out[usize::from(self.tiers[row as usize])] += 1;
                let mate = self.rows[row as usize].mate;
                (From::Row(row) != from && mate != NONE).then_some(mate)
            }
        }
    }
}

impl<const W: usize> Bound<W> {
    /// A way out was found.
    fn found_out(&mut self, state: &State<W>, distance: Tuple<W>, out: Out) {
        if self.out.is_some_and(|(known, _)| known <= distance) {
            return;
        }
        self.out = Some((distance, out));
        // From there the target is at most the price of one of its places away.
        let rest = self.target.map_or(Tuple::ZERO, |target| state.columns[target as usize].v);
        let cost = distance + rest;
        if cost < self.cost {
            self.cost = cost;
        }
    }
}
