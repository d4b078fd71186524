//! Pairs taken at the kernel's word, until the reference was asked of them as well.

use super::source::AllPairs;
use crate::solution::SolveError;
use rayon::prelude::*;

/// Places of kept pairs, ascending, whose values at the first so many levels only the kernel has told.
#[derive(Debug, Default)]
pub(super) struct Owed {
    places: Vec<usize>,
    levels: usize,
}

impl Owed {
    pub(super) fn new(places: Vec<usize>, levels: usize) -> Self {
        Self { places, levels }
    }

    /// Asks the reference of all of them: `pairs` says where rows start and has the columns, `levels` the values.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] if it says otherwise of one.
    pub(super) fn agrees<S: AllPairs>(
        &self,
        source: &S,
        pairs: (&[usize], &[u32]),
        levels: &[&[i64]],
    ) -> Result<(), SolveError> {
        if self.places.is_empty() {
            return Ok(());
        }
        let referred = referred(source, pairs, &self.places, self.levels)?;
        let mut pairs = self.places.iter().zip(referred.chunks(self.levels));
        let agrees =
            pairs.all(|(place, values)| levels.iter().zip(values).all(|(level, value)| level[*place] == *value));
        if agrees { Ok(()) } else { Err(SolveError::Unsound) }
    }
}

/// What the reference says of the pairs at these places, ascending, pair by pair, at the first so many levels: `starts`
/// says where rows start among the columns.
///
/// # Errors
///
/// [`SolveError::Unsound`] if one of them is not allowed.
pub(super) fn referred<S: AllPairs>(
    source: &S,
    (starts, columns): (&[usize], &[u32]),
    places: &[usize],
    levels: usize,
) -> Result<Vec<i64>, SolveError> {
    let mut values = vec![0; places.len() * levels];
    let (mut rest, mut left, mut rows) = (&mut *values, places, Vec::new());
    for (row, end) in starts.iter().skip(1).enumerate() {
        let (of_row, others) = left.split_at(left.partition_point(|place| place < end));
        if !of_row.is_empty() {
            let (values, others) = rest.split_at_mut(of_row.len() * levels);
            rows.push((row, of_row, values));
            rest = others;
        }
        left = others;
    }
    let all = rows.into_par_iter().all(|(row, places, values)| {
        let columns: Vec<u32> = places.iter().map(|place| columns[*place]).collect();
        source.references(row, &columns, values)
    });
    if all { Ok(values) } else { Err(SolveError::Unsound) }
}
