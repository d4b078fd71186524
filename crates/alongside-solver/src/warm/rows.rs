//! Edits of rows.

use super::error::EditError;
use super::forward::Surplus;
use super::state::{Arc, NONE, Row, Standing, State};
use super::tuple::Tuple;

impl<const W: usize> State<W> {
    /// A new row with these pairs, ascending by column.
    pub(super) fn add_row(&mut self, tier: u8, pairs: Vec<Arc<W>>) -> u32 {
        let row = self.rows.len() as u32;
        for pair in &pairs {
            self.link(row, pair.to, pair.worth);
        }
        self.rows.push(Row { u: Tuple::ZERO, mate: NONE, next: NONE, prev: NONE });
        self.pairs.push(pairs);
        self.tiers.push(tier);
        self.standing.push(Standing::Here);
        self.moves.grow(self.rows.len());
        self.reseat(row);
        row
    }

    /// The row leaves, and its pair with it; one that was kept gives its place back.
    pub(super) fn remove_row(&mut self, row: u32) -> Result<(), EditError> {
        match self.standing.get(row as usize).copied() {
            None | Some(Standing::Gone) => return Err(EditError::NoRow(row)),
            Some(Standing::Here) => {
                let left = self.lift(row);
                self.standing[row as usize] = Standing::Gone;
                self.pairs[row as usize] = Vec::new();
                if left != NONE {
                    self.fill(left);
                }
            }
            Some(Standing::Kept(column)) => {
                self.standing[row as usize] = Standing::Gone;
                self.pairs[row as usize] = Vec::new();
                self.kept[column as usize] -= 1;
                self.widen(column, 1);
            }
        }
        Ok(())
    }

    /// The pair is settled: its row and one place of its column leave the problem.
    pub(super) fn keep(&mut self, row: u32, column: u32) -> Result<(), EditError> {
        self.present(row)?;
        if self.find(row, column).is_err() {
            return Err(EditError::NoPair(row, column));
        }
        if self.capacities[column as usize] == 0 {
            return Err(EditError::NoPlace(column));
        }
        let left = self.lift(row);
        self.standing[row as usize] = Standing::Kept(column);
        self.kept[column as usize] += 1;
        self.narrow(column);
        if left != NONE {
            self.fill(left);
        }
        Ok(())
    }

    /// A kept row comes back, and its place.
    pub(super) fn release(&mut self, row: u32) -> Result<(), EditError> {
        let column = match self.standing.get(row as usize) {
            Some(Standing::Kept(column)) => *column,
            Some(Standing::Here) => return Err(EditError::NotKept(row)),
            Some(Standing::Gone) | None => return Err(EditError::NoRow(row)),
        };
        self.kept[column as usize] -= 1;
        self.open(column);
        self.capacities[column as usize] += 1;
        self.columns[column as usize].room += 1;
        self.standing[row as usize] = Standing::Here;
        let mut pairs = std::mem::take(&mut self.pairs[row as usize]);
        pairs.retain(|pair| !self.gone[pair.to as usize]);
        for pair in &pairs {
            self.link(row, pair.to, pair.worth);
        }
        self.pairs[row as usize] = pairs;
        let u = self.need(row);
        self.rows[row as usize].u = u;
        if u > Tuple::ZERO {
            self.resettle(Surplus::Row(row));
            self.keep_within();
        }
        self.fill(column);
        Ok(())
    }

    /// Takes a row that is here out of its column and out of the columns' lists; the column it had.
    fn lift(&mut self, row: u32) -> u32 {
        let mate = self.rows[row as usize].mate;
        if mate != NONE {
            self.detach(row);
        }
        self.rows[row as usize].u = Tuple::ZERO;
        for at in 0..self.pairs[row as usize].len() {
            self.unlink(row, self.pairs[row as usize][at].to);
        }
        mate
    }
}
