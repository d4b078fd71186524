//! The state in the words of the rest of the crate.

use super::state::{NONE, State};
use super::tuple::Tuple;
use crate::certificate::{Certificate, Potentials};
use crate::problem::ProblemParts;
use crate::solution::{Parts, Solution, Status};

impl<const W: usize> State<W> {
    /// The problem as edited. Rows and columns keep their numbers; those that left, and rows that are kept, have no
    /// pairs, and places kept are taken off the capacities.
    pub(super) fn parts(&self) -> ProblemParts {
        let mut parts = ProblemParts {
            tier_count: self.tier_count,
            tiers: self.tiers.clone(),
            capacities: self.capacities.clone(),
            row_starts: vec![0],
            levels: vec![Vec::new(); self.layout.levels() - 1],
            ..ProblemParts::default()
        };
        for (row, pairs) in self.pairs.iter().enumerate() {
            if self.is_here(row as u32) {
                for pair in pairs {
                    parts.columns.push(pair.to);
                    let values = self.layout.unpack(pair.worth).skip(1);
                    parts.levels.iter_mut().zip(values).for_each(|(level, value)| level.push(value));
                }
            }
            parts.row_starts.push(parts.columns.len());
        }
        parts
    }

    /// The assignment with its proof, in the numbering of that problem.
    pub(super) fn solution(&self) -> Solution {
        let mut edges = Vec::with_capacity(self.served.iter().sum());
        let mut start = 0;
        for (row, pairs) in self.pairs.iter().enumerate() {
            if self.is_here(row as u32) {
                if let Ok(at) = self.find(row as u32, self.rows[row].mate) {
                    edges.push(start + at);
                }
                start += pairs.len();
            }
        }
        let used = |column: &&super::state::Column<W>| column.head != NONE;
        Solution {
            edges,
            status: Status::Optimal,
            served: self.served.clone(),
            columns_used: self.columns.iter().filter(used).count(),
            totals: self.totals.clone(),
            bounds: self.totals.clone(),
            certificate: Some(self.certificate()),
            parts: Parts::default(),
        }
    }

    /// The potentials.
    pub(super) fn certificate(&self) -> Certificate {
        let prices: Vec<Tuple<W>> = (0..self.columns.len() as u32).map(|column| self.price(column)).collect();
        let part = |level: usize| Potentials {
            rows: self.rows.iter().map(|row| self.layout.level(row.u, level)).collect(),
            columns: prices.iter().map(|price| self.layout.level(*price, level)).collect(),
            groups: Vec::new(),
        };
        Certificate { levels: (0..self.layout.levels()).map(part).collect() }
    }

    /// The price of a column; the least that proves the assignment for one without places.
    fn price(&self, column: u32) -> Tuple<W> {
        let v = self.columns[column as usize].v;
        if v == Tuple::CLOSED { self.least_price(column) } else { v }
    }
}
