//! The cheapest way to make good a change of one pair.

use super::ways::Ways;
use crate::warm::state::{NONE, State};
use crate::warm::tuple::Tuple;

/// Where a way begins: a row that has to leave its column, or a column that has one row too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Row(u32),
    Column(u32),
}

/// A way through the residual network.
#[derive(Debug, Clone, Copy)]
pub(super) struct Route<const W: usize> {
    /// What it costs.
    pub(super) cost: Tuple<W>,
    /// The row that it leaves out, and the one that it brings in; [`NONE`] if there is none.
    pub(super) out: u32,
    pub(super) into: u32,
}

impl<const W: usize> State<W> {
    /// The cheapest way from `start` to a column, exact. What it costs through the outside is known; a search
    /// (Dijkstra, 1959) looks for a cheaper one inside, and only where there can be one. Time: at most O(m log n).
    ///
    /// Several ways may cost the same. They agree in whom they serve, tier by tier: what one serves more than the other
    /// would be a cycle of no cost, and what it leaves out has the priority of what it brings in.
    pub(super) fn route(&mut self, ways: &Ways<W>, start: Start, target: u32) -> Route<W> {
        let mut route = self.way_out(ways, start, Some(target));
        let back = ways.from_outside[target as usize];
        route.cost += back.cost;
        route.into = back.row;
        let within = self.within(ways, start, target, route.cost);
        if within < route.cost { Route { cost: within, out: NONE, into: NONE } } else { route }
    }

    /// The cheapest way from `start` to the outside, by way of any column but one.
    pub(super) fn way_out(&self, ways: &Ways<W>, start: Start, but: Option<u32>) -> Route<W> {
        match start {
            Start::Column(column) => {
                let way = ways.to_outside[column as usize];
                Route { cost: way.cost, out: way.row, into: NONE }
            }
            Start::Row(row) => {
                let base = self.rows[row as usize].u;
                let mut route = Route { cost: base, out: row, into: NONE };
                for pair in &self.pairs[row as usize] {
                    let column = &self.columns[pair.to as usize];
                    if Some(pair.to) == but || column.v == Tuple::CLOSED {
                        continue;
                    }
                    let way = ways.to_outside[pair.to as usize];
                    let cost = base + column.v - pair.worth + way.cost;
                    if cost < route.cost {
                        route = Route { cost, out: way.row, into: NONE };
                    }
                }
                route
            }
        }
    }

    /// The cost of the cheapest way that does not lead outside, if it is below `best`; else that.
    fn within(&mut self, ways: &Ways<W>, start: Start, target: u32, mut best: Tuple<W>) -> Tuple<W> {
        self.begin();
        match start {
            Start::Row(row) => self.look(ways, row, Tuple::ZERO, target, &mut best),
            Start::Column(column) => {
                self.reach(column, Tuple::ZERO, NONE);
            }
        }
        while let Some((distance, column)) = self.settle(best) {
            let mut row = self.columns[column as usize].head;
            while row != NONE {
                self.look(ways, row, distance, target, &mut best);
                row = self.rows[row as usize].next;
            }
        }
        best
    }

    /// Where a row that comes free at this distance could go.
    fn look(&mut self, ways: &Ways<W>, row: u32, distance: Tuple<W>, target: u32, best: &mut Tuple<W>) {
        let record = self.rows[row as usize];
        let base = distance + record.u;
        for at in 0..self.pairs[row as usize].len() {
            let pair = self.pairs[row as usize][at];
            let there = base + self.columns[pair.to as usize].v - pair.worth;
            if pair.to == record.mate || there >= *best {
                continue;
            }
            if pair.to == target {
                *best = there;
            } else if there + ways.least(pair.to, target) < *best {
                self.reach(pair.to, there, row);
            }
        }
    }
}
