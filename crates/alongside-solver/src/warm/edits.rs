//! What can be changed.

use super::error::EditError;
use super::form::{Form, with};
use super::live::Live;
use super::moves::Moved;
use super::state::Arc;

/// One pair of a row or column that is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPair<'a> {
    /// The other side: the column for a new row, the row for a new column.
    pub with: u32,
    /// The value at each level.
    pub values: &'a [i64],
}

impl Live {
    /// Bars a pair.
    ///
    /// # Errors
    ///
    /// There is no such pair, or the row is kept.
    pub fn reject(&mut self, row: u32, column: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.reject(row, column)))
    }

    /// Allows a pair, or gives it other values, one at each level.
    ///
    /// # Errors
    ///
    /// There is no such row or column, the row is kept, or the values do not fit.
    pub fn set_pair(&mut self, row: u32, column: u32, values: &[i64]) -> Result<&[Moved], EditError> {
        self.fit(0, 0, values.iter().copied().enumerate())?;
        with!(&mut self.form, state => state.edit(|state| {
            state.present(row)?;
            let worth = state.worth(state.tiers[row as usize], values)?;
            state.takes_part(column)?;
            state.set_pairs(row, &[Arc { worth, to: column }]);
            Ok(())
        }))
    }

    /// Allows several pairs of a row, or gives them other values. Far quicker than one after the other where the row
    /// would rather have several of them than what it has.
    ///
    /// # Errors
    ///
    /// There is no such row or column, the row is kept, a column is named twice, or the values do not fit.
    pub fn set_pairs(&mut self, row: u32, pairs: &[NewPair<'_>]) -> Result<&[Moved], EditError> {
        self.fit(0, 0, pairs.iter().flat_map(|pair| pair.values.iter().copied().enumerate()))?;
        with!(&mut self.form, state => state.edit(|state| {
            state.present(row)?;
            let tier = state.tiers[row as usize];
            let pairs = state.new_pairs(pairs, |column| state.takes_part(column).map(|()| tier))?;
            state.set_pairs(row, &pairs);
            Ok(())
        }))
    }

    /// Gives a pair another value at one level of value.
    ///
    /// # Errors
    ///
    /// There is no such pair or level, the row is kept, or the value does not fit.
    pub fn set_value(&mut self, row: u32, column: u32, level: usize, value: i64) -> Result<&[Moved], EditError> {
        self.fit(0, 0, std::iter::once((level, value)))?;
        with!(&mut self.form, state => state.edit(|state| {
            let worth = state.with_value(row, column, level, value)?;
            state.set_pairs(row, &[Arc { worth, to: column }]);
            Ok(())
        }))
    }

    /// Settles a pair: its row and one place of its column leave the problem, whatever the pair is worth, until it is
    /// [released](Live::release).
    ///
    /// # Errors
    ///
    /// There is no such pair, its column has no place, or the row is kept already.
    pub fn keep(&mut self, row: u32, column: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.keep(row, column)))
    }

    /// Brings back a kept row and its place.
    ///
    /// # Errors
    ///
    /// The row is not kept.
    pub fn release(&mut self, row: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.release(row)))
    }

    /// Adds a row with its pairs. Its number is the number of rows before.
    ///
    /// # Errors
    ///
    /// A column does not exist or is named twice, the tier does not exist, or a value does not fit.
    pub fn add_row(&mut self, tier: u8, pairs: &[NewPair<'_>]) -> Result<&[Moved], EditError> {
        self.fit(1, 0, pairs.iter().flat_map(|pair| pair.values.iter().copied().enumerate()))?;
        with!(&mut self.form, state => state.edit(|state| {
            if tier >= state.tier_count {
                return Err(EditError::NoTier(tier));
            }
            let exists = |column: u32| {
                if state.gone.get(column as usize) == Some(&false) { Ok(tier) } else { Err(EditError::NoColumn(column)) }
            };
            let pairs = state.new_pairs(pairs, exists)?;
            state.add_row(tier, pairs);
            Ok(())
        }))
    }

    /// Takes a row out. If it was kept, its place comes back.
    ///
    /// # Errors
    ///
    /// There is no such row.
    pub fn remove_row(&mut self, row: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.remove_row(row)))
    }

    /// Adds a column with its pairs. Its number is the number of columns before.
    ///
    /// # Errors
    ///
    /// A row does not exist, is kept or named twice, or a value does not fit.
    pub fn add_column(&mut self, capacity: u32, pairs: &[NewPair<'_>]) -> Result<&[Moved], EditError> {
        self.fit(0, 1, pairs.iter().flat_map(|pair| pair.values.iter().copied().enumerate()))?;
        with!(&mut self.form, state => state.edit(|state| {
            let tier = |row: u32| state.present(row).map(|()| state.tiers[row as usize]);
            let pairs = state.new_pairs(pairs, tier)?;
            state.add_column(capacity, pairs);
            Ok(())
        }))
    }

    /// Takes a column out.
    ///
    /// # Errors
    ///
    /// There is no such column, or rows are kept with it.
    pub fn remove_column(&mut self, column: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.remove_column(column)))
    }

    /// Gives a column that many places, those of kept rows included.
    ///
    /// # Errors
    ///
    /// There is no such column, or it keeps more rows.
    pub fn set_capacity(&mut self, column: u32, capacity: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.set_capacity(column, capacity)))
    }
}
