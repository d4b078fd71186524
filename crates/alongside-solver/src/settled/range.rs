//! How far prices can go.

use super::ways::Ways;
use crate::warm::state::{NONE, State};
use crate::warm::tuple::Tuple;

/// The least and the greatest potentials that prove an assignment.
#[derive(Debug, Clone)]
pub(super) struct Ranges<const W: usize> {
    pub(super) rows: Vec<(Tuple<W>, Tuple<W>)>,
    /// Without a greatest for a column that has no place.
    pub(super) columns: Vec<(Tuple<W>, Option<Tuple<W>>)>,
}

impl<const W: usize> State<W> {
    /// The least price of a column is lower than the one it has by its distance from the outside, the greatest higher
    /// by its distance to it; for rows, whose potentials count the other way, it is the other way round. Time: linear
    /// in the pairs.
    pub(super) fn ranges(&self, ways: &Ways<W>) -> Ranges<W> {
        let row = |row: usize| {
            let record = &self.rows[row];
            if record.mate == NONE {
                return (Tuple::ZERO, Tuple::ZERO);
            }
            // One just like it can be left out, or go to a column whose rows make way, the row's own one as well.
            let base = record.u;
            let open = self.pairs[row].iter().filter(|pair| self.columns[pair.to as usize].v != Tuple::CLOSED);
            let costs = open.map(|pair| {
                let column = pair.to as usize;
                base + self.columns[column].v - pair.worth + ways.to_outside[column].cost
            });
            (base - costs.fold(base, Tuple::min), base + ways.from_outside[record.mate as usize].cost)
        };
        let rows: Vec<_> = (0..self.rows.len()).map(row).collect();
        let column = |column: usize| {
            let v = self.columns[column].v;
            if v == Tuple::CLOSED {
                let gains = self.back[column].iter().map(|pair| pair.worth - rows[pair.to as usize].1);
                return (gains.fold(Tuple::ZERO, Tuple::max), None);
            }
            (v - ways.from_outside[column].cost, Some(v + ways.to_outside[column].cost))
        };
        let columns = (0..self.columns.len()).map(column).collect();
        Ranges { rows, columns }
    }
}
