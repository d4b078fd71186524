//! Edits of pairs.

use super::error::EditError;
use super::state::{Arc, NONE, Row, Standing, State};
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

    /// The row's pairs with these columns, which exist, are allowed and worth this. Time: two searches at most, however
    /// many pairs there are.
    pub(super) fn set_pairs(&mut self, row: u32, pairs: &[Arc<W>]) {
        let Row { u, mate, .. } = self.rows[row as usize];
        let mut moves = false;
        for pair in pairs {
            match self.find(row, pair.to) {
                Ok(at) => self.pairs[row as usize][at].worth = pair.worth,
                Err(at) => insert(&mut self.pairs[row as usize], at, *pair, pairs.len()),
            }
            self.link(row, pair.to, pair.worth);
            moves |= mate == pair.to || pair.worth - self.columns[pair.to as usize].v > u;
        }
        if moves {
            self.reseat(row);
            if mate != NONE {
                self.fill(mate);
            }
        }
    }

    /// That a column takes part.
    pub(super) fn takes_part(&self, column: u32) -> Result<(), EditError> {
        if self.gone.get(column as usize) == Some(&false) { Ok(()) } else { Err(EditError::NoColumn(column)) }
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
            Err(at) => insert(back, at, Arc { worth, to: row }, 1),
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

/// Puts a pair into a list to which that many may come. Lists grow by little: most of the memory is theirs.
fn insert<const W: usize>(list: &mut Vec<Arc<W>>, at: usize, pair: Arc<W>, coming: usize) {
    if list.len() == list.capacity() {
        list.reserve_exact(coming.max(1 + list.len() / 8));
    }
    list.insert(at, pair);
}
