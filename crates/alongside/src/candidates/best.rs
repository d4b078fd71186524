//! A mentee's best candidates, without a list of all.

use super::{ProgrammePairs, TILE};
use alongside_solver::pairs::{AllPairs, Bar, Found};
use std::cmp::Reverse;

impl ProgrammePairs<'_> {
    /// The candidates of a mentee with the highest fits, at least `most` of them where there are as many, and all that
    /// equal the last of them; in no order of meaning, and perhaps others. `reached` is a fit that so many are known to
    /// reach. Time linear in mentors within reach, but rarely more than a look at each.
    pub(crate) fn best(&self, mentee: usize, most: usize, reached: Option<i64>) -> Vec<(usize, i64)> {
        let mut scale = vec![0; self.together()];
        scale.last_mut().into_iter().for_each(|fit| *fit = 1);
        let mut least = reached.and_then(|fit| i32::try_from(fit).ok()).unwrap_or(0).max(0);
        let (row, mut found) = (self.prepare(mentee), Found::default());
        for from in (0..self.columns()).step_by(TILE) {
            let tile = from..self.columns().min(from + TILE);
            self.find(&row, tile, Bar::new(&scale, least, &[]), &mut found);
            if let Some(last) = most.checked_sub(1).filter(|_| found.pairs.len() > 4 * most) {
                let (_, (_, bar), _) = found.pairs.select_nth_unstable_by_key(last, |(_, fit)| Reverse(*fit));
                least = least.max(*bar);
                found.pairs.retain(|(_, fit)| *fit >= least);
            }
        }
        found.pairs.retain(|(_, fit)| *fit >= least);
        let found = found.pairs;
        found.into_iter().map(|(column, fit)| (self.mentor(column as usize), i64::from(fit))).collect()
    }
}
