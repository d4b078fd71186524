//! Edits of pairs.

use super::error::EditError;
use super::state::{Arc, Column, NONE, Row, Standing, State};
use super::tuple::Tuple;

impl<const W: usize> State<W> {
    /// The pair is no longer allowed.
    pub(super) fn reject(&mut self, row: u32, column: u32) -> Result<(), EditError> {
        self.present(row)?;
        let at = self.find(row, column).map_err(|_| EditError::NoPair(row, column))?;
        let made = self.rows[row as usize].mate == column;
        if made {
            self.detach(row);
        }
        self.pairs[row as usize].remove(at);
        self.unlink(row, column);
        if made {
            self.reseat(row);
            self.fill(column);
        }
        Ok(())
    }

    /// The pair is allowed and worth this.
    pub(super) fn set_pair(&mut self, row: u32, column: u32, worth: Tuple<W>) -> Result<(), EditError> {
        self.present(row)?;
        if self.gone.get(column as usize) != Some(&false) {
            return Err(EditError::NoColumn(column));
        }
        match self.find(row, column) {
            Ok(at) => self.pairs[row as usize][at].worth = worth,
            Err(at) => self.pairs[row as usize].insert(at, Arc { worth, to: column }),
        }
        self.link(row, column, worth);
        let Column { v, .. } = self.columns[column as usize];
        let Row { u, mate, .. } = self.rows[row as usize];
        if mate == column || worth - v > u {
            self.reseat(row);
            if mate != NONE {
                self.fill(mate);
            }
        }
        Ok(())
    }

    /// The worth of a pair as it is, with another value at one level of value.
    pub(super) fn with_value(&self, row: u32, column: u32, level: usize, value: i64) -> Result<Tuple<W>, EditError> {
        self.present(row)?;
        let at = self.find(row, column).map_err(|_| EditError::NoPair(row, column))?;
        let worth = self.layout.unpack(self.pairs[row as usize][at].worth).enumerate();
        Ok(self.layout.pack(worth.map(|(at, old)| if at == level + 1 { value } else { old })))
    }

    /// That a row takes part.
    pub(super) fn present(&self, row: u32) -> Result<(), EditError> {
        match self.standing.get(row as usize) {
            Some(Standing::Here) => Ok(()),
            Some(Standing::Kept(_)) => Err(EditError::Kept(row)),
            Some(Standing::Gone) | None => Err(EditError::NoRow(row)),
        }
    }

    /// Writes a pair into the column's list.
    pub(super) fn link(&mut self, row: u32, column: u32, worth: Tuple<W>) {
        let back = &mut self.back[column as usize];
        match back.binary_search_by_key(&row, |pair| pair.to) {
            Ok(at) => back[at].worth = worth,
            Err(at) => back.insert(at, Arc { worth, to: row }),
        }
    }

    /// Takes a pair out of the column's list.
    pub(super) fn unlink(&mut self, row: u32, column: u32) {
        let back = &mut self.back[column as usize];
        if let Ok(at) = back.binary_search_by_key(&row, |pair| pair.to) {
            back.remove(at);
        }
    }
}
