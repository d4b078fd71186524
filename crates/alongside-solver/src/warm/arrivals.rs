//! What comes with a new row, column or pair.

use super::edits::NewPair;
use super::error::EditError;
use super::state::{Arc, State};
use super::tuple::Tuple;

impl<const W: usize> State<W> {
    /// What a pair of a row of this tier is worth.
    pub(super) fn worth(&self, tier: u8, values: &[i64]) -> Result<Tuple<W>, EditError> {
        if values.len() + 1 != self.layout.levels() {
            return Err(EditError::Levels);
        }
        let priority = i64::from(self.tier_count - tier);
        Ok(self.layout.pack(std::iter::once(priority).chain(values.iter().copied())))
    }

    /// The pairs of a new row or column in order. `tier` says the tier of the row that a pair with this one has, or why
    /// there can be none.
    pub(super) fn new_pairs(
        &self,
        pairs: &[NewPair<'_>],
        tier: impl Fn(u32) -> Result<u8, EditError>,
    ) -> Result<Vec<Arc<W>>, EditError> {
        let arc = |pair: &NewPair<'_>| Ok(Arc { worth: self.worth(tier(pair.with)?, pair.values)?, to: pair.with });
        let mut arcs = pairs.iter().map(arc).collect::<Result<Vec<_>, EditError>>()?;
        arcs.sort_unstable_by_key(|arc| arc.to);
        match arcs.iter().zip(arcs.iter().skip(1)).find(|(one, next)| one.to == next.to) {
            Some((twice, _)) => Err(EditError::Twice(twice.to)),
            None => Ok(arcs),
        }
    }
}
