//! Pairs taken at the kernel's word, until the reference was asked of them as well.

use super::source::AllPairs;
use crate::solution::SolveError;
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// Pairs for each thread that are asked about before somebody looks whether there is other work.
const AT_ONCE: usize = 256;

/// Where rows start among the columns, and the columns.
pub(super) type Pairs<'p> = (&'p [usize], &'p [u32]);

/// Places of kept pairs, ascending, whose values at the first so many levels only the kernel has told.
#[derive(Debug, Default)]
pub(super) struct Owed {
    places: Vec<usize>,
    levels: usize,
}

impl Owed {
    /// Takes in what was added to the kept pairs: where it came to stand, ascending, and with how many levels of the
    /// kernel's, if they are the kernel's at all.
    pub(super) fn grow(&mut self, added: Vec<usize>, told: Option<usize>) {
        let Some(levels) = told else {
            self.places = moved(&self.places, &added).collect();
            return;
        };
        self.levels = levels;
        if self.places.is_empty() {
            self.places = added;
            return;
        }
        let mut places = Vec::with_capacity(self.places.len() + added.len());
        let mut new = added.iter().copied().peekable();
        for place in moved(&self.places, &added) {
            places.extend(std::iter::from_fn(|| new.next_if(|added| *added < place)));
            places.push(place);
        }
        places.extend(new);
        self.places = places;
    }

    /// Asks the reference of all of them, or of as many as there is time for until `enough` says so.
    /// `levels` are the values.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] if it says otherwise of one.
    pub(super) fn ask<S: AllPairs>(
        &mut self,
        source: &S,
        pairs: Pairs<'_>,
        levels: &[&[i64]],
        enough: Option<&AtomicBool>,
    ) -> Result<(), SolveError> {
        let size = if enough.is_some() { AT_ONCE * rayon::current_num_threads() } else { usize::MAX };
        // The last ones first, so that the others need not move.
        while !self.places.is_empty() && !enough.is_some_and(|enough| enough.load(Ordering::Relaxed)) {
            let places = self.places.split_off(self.places.len().saturating_sub(size));
            let referred = referred(source, pairs, &places, self.levels)?;
            let mut asked = places.iter().zip(referred.chunks(self.levels));
            if !asked.all(|(place, values)| levels.iter().zip(values).all(|(level, value)| level[*place] == *value)) {
                return Err(SolveError::Unsound);
            }
        }
        Ok(())
    }
}

/// Does work that is one thread's for the most part, and asks the reference of what is owed by the other threads
/// meanwhile.
///
/// # Errors
///
/// [`SolveError::Unsound`] if it says otherwise of a pair.
pub(super) fn beside<S: AllPairs, R: Send>(
    owed: &mut Owed,
    (source, pairs, levels): (&S, Pairs<'_>, &[&[i64]]),
    work: impl FnOnce() -> R + Send,
) -> Result<R, SolveError> {
    let done = AtomicBool::new(false);
    let working = || {
        let result = work();
        done.store(true, Ordering::Relaxed);
        result
    };
    let (result, agreed) = rayon::join(working, || owed.ask(source, pairs, levels, Some(&done)));
    agreed.map(|()| result)
}

/// Where places, ascending, have come to once others stand at `added`, ascending.
fn moved<'p>(places: &'p [usize], added: &'p [usize]) -> impl Iterator<Item = usize> + 'p {
    let mut before = 0;
    places.iter().map(move |place| {
        while added.get(before).is_some_and(|added| *added <= place + before) {
            before += 1;
        }
        place + before
    })
}

/// What the reference says of the pairs at these places, ascending, pair by pair, at the first so many levels: `starts`
/// says where rows start among the columns.
///
/// # Errors
///
/// [`SolveError::Unsound`] if one of them is not allowed.
pub(super) fn referred<S: AllPairs>(
    source: &S,
    (starts, columns): Pairs<'_>,
    places: &[usize],
    levels: usize,
) -> Result<Vec<i64>, SolveError> {
    let mut values = vec![0; places.len() * levels];
    let (mut rest, mut left, mut rows) = (&mut *values, places, Vec::new());
    while let Some(first) = left.first() {
        let row = starts.partition_point(|start| start <= first) - 1;
        let (of_row, others) = left.split_at(left.partition_point(|place| *place < starts[row + 1]));
        let (values, behind) = rest.split_at_mut(of_row.len() * levels);
        rows.push((row, of_row, values));
        (rest, left) = (behind, others);
    }
    let all = rows.into_par_iter().all(|(row, places, values)| {
        let columns: Vec<u32> = places.iter().map(|place| columns[*place]).collect();
        source.references(row, &columns, values)
    });
    if all { Ok(values) } else { Err(SolveError::Unsound) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairs::PairSet;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn places_move_with_their_pairs(steps in prop::collection::vec((prop::collection::btree_set((0..6_u32, 0..9_u32), 0..12), any::<bool>()), 1..6)) {
            let (mut set, mut owed, mut expected) = (PairSet::new(6), Owed::default(), BTreeSet::new());
            for (pairs, told) in steps {
                let new: BTreeSet<_> =
                    pairs.iter().copied().filter(|(row, column)| !set.contains(*row, *column)).collect();
                let added = set.add(pairs.into_iter());
                owed.grow(added, told.then_some(1));
                if told {
                    expected.extend(new);
                }
                let row = |place: &usize| set.starts.partition_point(|start| start <= place) - 1;
                let found: Vec<_> =
                    owed.places.iter().map(|place| (row(place) as u32, set.columns[*place])).collect();
                prop_assert_eq!(&found, &expected.iter().copied().collect::<Vec<_>>());
            }
        }
    }
}
