//! Edits of columns.

use super::error::EditError;
use super::forward::Surplus;
use super::state::{Arc, Column, NONE, State};
use super::tuple::Tuple;

impl<const W: usize> State<W> {
    /// A new column with these pairs, ascending by row.
    pub(super) fn add_column(&mut self, capacity: u32, pairs: Vec<Arc<W>>) -> u32 {
        let column = self.columns.len() as u32;
        for pair in &pairs {
            // It is the last column: its place is at the end of each row's list.
            self.pairs[pair.to as usize].push(Arc { worth: pair.worth, to: column });
        }
        self.back.push(pairs);
        self.columns.push(Column {
            v: Tuple::CLOSED,
            distance: Tuple::ZERO,
            stamp: 0,
            from: NONE,
            head: NONE,
            room: 0,
        });
        self.capacities.push(0);
        self.kept.push(0);
        self.gone.push(false);
        self.search.toward.push(NONE);
        self.widen(column, capacity);
        column
    }

    /// The column leaves; its rows look for other places.
    pub(super) fn remove_column(&mut self, column: u32) -> Result<(), EditError> {
        self.exists(column)?;
        if self.kept[column as usize] > 0 {
            return Err(EditError::KeptAt(column));
        }
        let rows: Vec<u32> = self.rows_of(column).collect();
        for row in &rows {
            self.detach(*row);
        }
        for pair in std::mem::take(&mut self.back[column as usize]) {
            if let Ok(at) = self.find(pair.to, column) {
                self.pairs[pair.to as usize].remove(at);
            }
        }
        self.capacities[column as usize] = 0;
        self.gone[column as usize] = true;
        self.close(column);
        for row in rows {
            self.reseat(row);
        }
        Ok(())
    }

    /// The column has that many places, those kept included.
    pub(super) fn set_capacity(&mut self, column: u32, capacity: u32) -> Result<(), EditError> {
        self.exists(column)?;
        let Some(free) = capacity.checked_sub(self.kept[column as usize]) else {
            return Err(EditError::KeptAt(column));
        };
        let now = self.capacities[column as usize];
        if free >= now {
            self.widen(column, free - now);
        }
        let spare = now.saturating_sub(free).min(self.columns[column as usize].room);
        self.capacities[column as usize] -= spare;
        self.columns[column as usize].room -= spare;
        while self.capacities[column as usize] > free {
            self.narrow(column);
        }
        if free == 0 {
            self.close(column);
        }
        Ok(())
    }

    /// Gives a column more places.
    pub(super) fn widen(&mut self, column: u32, more: u32) {
        if more > 0 {
            self.open(column);
            self.capacities[column as usize] += more;
            self.columns[column as usize].room += more;
            self.fill(column);
        }
    }

    /// Takes one of a column's places; if all are taken, somebody moves.
    pub(super) fn narrow(&mut self, column: u32) {
        self.capacities[column as usize] -= 1;
        if self.columns[column as usize].room == 0 {
            self.resettle(Surplus::At(column));
            self.keep_within();
        }
        self.columns[column as usize].room -= 1;
        if self.capacities[column as usize] == 0 {
            self.close(column);
        }
    }

    /// Prices a column that took nobody so far, so that it can have places.
    pub(super) fn open(&mut self, column: u32) {
        if self.columns[column as usize].v == Tuple::CLOSED {
            self.columns[column as usize].v = self.least_price(column);
        }
    }

    /// Puts a column out of the searches' way.
    fn close(&mut self, column: u32) {
        let record = &mut self.columns[column as usize];
        record.v = Tuple::CLOSED;
        record.room = 0;
    }

    fn exists(&self, column: u32) -> Result<(), EditError> {
        if self.gone.get(column as usize) == Some(&false) { Ok(()) } else { Err(EditError::NoColumn(column)) }
    }
}
