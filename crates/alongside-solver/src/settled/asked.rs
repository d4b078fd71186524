//! The questions, for levels of one width.

use super::components::Components;
use super::route::{Route, Start};
use super::ways::Ways;
use super::{Price, ShadowPrices, Within, Worth};
use crate::problem::Problem;
use crate::warm::layout::Layout;
use crate::warm::state::{NONE, State};
use crate::warm::tuple::Tuple;

/// An optimal assignment, and its ways from and to the outside once they are needed.
#[derive(Debug, Clone)]
pub(crate) struct Asked<const W: usize> {
    pub(super) state: State<W>,
    ways: Option<Ways<W>>,
}

impl<const W: usize> Asked<W> {
    pub(super) fn new(problem: &Problem, layout: Layout) -> Self {
        Self { state: State::empty(problem, layout), ways: None }
    }

    pub(super) fn pairs(&self) -> Vec<Within> {
        let state = &self.state;
        let components = Components::of(state);
        let mut within = Vec::with_capacity(state.pairs.iter().map(Vec::len).sum());
        for (row, pairs) in state.pairs.iter().enumerate() {
            let record = &state.rows[row];
            within.extend(pairs.iter().map(|pair| {
                let column = pair.to as usize;
                let together = components.rows[row] == components.columns[column];
                let tight = record.u + state.columns[column].v == pair.worth;
                if pair.to == record.mate && !together {
                    Within::All
                } else if tight && together {
                    Within::Some
                } else {
                    Within::None
                }
            }));
        }
        within
    }

    pub(super) fn rows(&self) -> Vec<Within> {
        let components = Components::of(&self.state);
        let row = |(row, component): (usize, &u32)| {
            let record = &self.state.rows[row];
            let together = *component == components.outside;
            match record.mate {
                NONE if together => Within::Some,
                NONE => Within::None,
                _ if together && record.u == Tuple::ZERO => Within::Some,
                _ => Within::All,
            }
        };
        components.rows.iter().enumerate().map(row).collect()
    }

    pub(super) fn forbid(&mut self, row: u32, column: u32) -> Option<Price> {
        self.state.pairs.get(row as usize)?;
        self.state.find(row, column).ok()?;
        if self.state.rows[row as usize].mate != column {
            return Some(self.price(Tuple::ZERO, NONE, NONE));
        }
        let ways = self.ways.get_or_insert_with(|| Ways::of(&mut self.state));
        let Route { cost, out, into } = self.state.route(ways, Start::Row(row), column);
        Some(self.price(cost, out, into))
    }

    pub(super) fn force(&mut self, row: u32, column: u32) -> Option<Price> {
        let worth = self.state.pairs.get(row as usize)?[self.state.find(row, column).ok()?].worth;
        let v = self.state.columns[column as usize].v;
        if v == Tuple::CLOSED {
            return None;
        }
        let record = self.state.rows[row as usize];
        if record.mate == column {
            return Some(self.price(Tuple::ZERO, NONE, NONE));
        }
        let reduced = record.u + v - worth;
        let ways = self.ways.get_or_insert_with(|| Ways::of(&mut self.state));
        // A row left out comes in from the outside itself; any other leaves a place that the way has to fill.
        let Route { cost, out, into } = if record.mate == NONE {
            Route { into: row, ..self.state.way_out(ways, Start::Column(column), None) }
        } else {
            self.state.route(ways, Start::Column(column), record.mate)
        };
        Some(self.price(reduced + cost, out, into))
    }

    pub(super) fn shadow_prices(&mut self) -> ShadowPrices {
        let ways = self.ways.get_or_insert_with(|| Ways::of(&mut self.state));
        let ranges = self.state.ranges(ways);
        let levels = |tuple| self.state.layout.unpack(tuple).collect::<Vec<i64>>();
        let rows = ranges.rows.iter().map(|(least, most)| Worth { more: levels(*least), less: Some(levels(*most)) });
        let column = |(least, most): &(_, Option<_>)| Worth { more: levels(*least), less: most.map(levels) };
        ShadowPrices { rows: rows.collect(), columns: ranges.columns.iter().map(column).collect() }
    }

    /// The price of a way that leaves out one row, if any, and brings in another.
    fn price(&self, cost: Tuple<W>, out: u32, into: u32) -> Price {
        let mut served = vec![0; usize::from(self.state.tier_count)];
        for (row, fewer) in [(out, 1), (into, -1)] {
            if row != NONE {
                served[usize::from(self.state.tiers[row as usize])] += fewer;
            }
        }
        let priorities = (0..self.state.tier_count).rev().map(|tier| i64::from(tier) + 1);
        debug_assert_eq!(
            self.state.layout.level(cost, 0),
            priorities.zip(&served).map(|(priority, fewer)| priority * fewer).sum::<i64>()
        );
        Price { served, totals: self.state.layout.unpack(cost).skip(1).collect() }
    }
}
