//! How far prices can go.

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
    /// by its distance to it; for rows, whose potentials count the other way, it is the other way round. Time: that of
    /// two Dijkstra searches (1959) over all pairs.
    pub(super) fn ranges(&mut self) -> Ranges<W> {
        let from_outside = self.distances_from_outside();
        let to_outside = self.distances_to_outside();
        let row = |row: usize| {
            let record = &self.rows[row];
            if record.mate == NONE {
                return (Tuple::ZERO, Tuple::ZERO);
            }
            // One just like it can be left out, or go to a column whose rows make way, the row's own one as well.
            let base = record.u;
            let there = |to: u32| self.columns[to as usize].v != Tuple::CLOSED;
            let ways = self.pairs[row].iter().filter(|pair| there(pair.to)).map(|pair| {
                let column = pair.to as usize;
                base + self.columns[column].v - pair.worth + to_outside[column]
            });
            (base - ways.fold(base, Tuple::min), base + from_outside[record.mate as usize])
        };
        let rows: Vec<_> = (0..self.rows.len()).map(row).collect();
        let column = |column: usize| {
            let v = self.columns[column].v;
            if v == Tuple::CLOSED {
                let gains = self.back[column].iter().map(|pair| pair.worth - rows[pair.to as usize].1);
                return (gains.fold(Tuple::ZERO, Tuple::max), None);
            }
            (v - from_outside[column], Some(v + to_outside[column]))
        };
        let columns = (0..self.columns.len()).map(column).collect();
        Ranges { rows, columns }
    }

    /// What it costs at least to bring a unit from the outside to each column.
    fn distances_from_outside(&mut self) -> Vec<Tuple<W>> {
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
        while let Some((distance, column)) = self.settle(Tuple::MOST) {
            let mut row = self.columns[column as usize].head;
            while row != NONE {
                self.spread(row, distance);
                row = self.rows[row as usize].next;
            }
        }
        self.columns.iter().map(|column| column.distance).collect()
    }

    /// What it costs at least to bring a unit from each column to the outside.
    fn distances_to_outside(&mut self) -> Vec<Tuple<W>> {
        self.begin();
        for column in 0..self.columns.len() as u32 {
            let nearest = self.rows_of(column).map(|row| self.rows[row as usize].u).min();
            let room = (self.columns[column as usize].room > 0).then_some(Tuple::ZERO);
            if let Some(distance) = room.or(nearest) {
                self.reach(column, distance, NONE);
            }
        }
        while let Some((distance, column)) = self.settle(Tuple::MOST) {
            let base = distance + self.columns[column as usize].v;
            for at in 0..self.back[column as usize].len() {
                let pair = self.back[column as usize][at];
                let row = self.rows[pair.to as usize];
                if row.mate != NONE && row.mate != column {
                    self.reach(row.mate, base + row.u - pair.worth, pair.to);
                }
            }
        }
        self.columns.iter().map(|column| column.distance).collect()
    }
}
