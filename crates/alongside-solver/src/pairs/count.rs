//! How many pairs of a row are allowed, where a run stops before it has gone over all of them.

use super::lists::Turn;
use super::run::Run;
use super::source::{AllPairs, MAX_PRICE};
use super::sweep::{Gains, Judge, Sweep};

/// Nothing is of interest.
struct Nothing;

impl Judge for Nothing {
    fn least(&self, _: u32) -> i64 {
        i64::from(MAX_PRICE)
    }

    fn rank(&self, _: u32, _: u32, _: i64) -> Option<i64> {
        None
    }

    fn bar(&self, _: u32, rank: i64) -> i64 {
        rank
    }
}

impl<S: AllPairs> Run<'_, S> {
    /// Counts the allowed pairs of rows of which the scan saw only some. Time linear in their pairs.
    pub(super) fn count_rest(&mut self) {
        let rows: Vec<u32> = (0..self.source.rows() as u32).filter(|row| self.uncounted[*row as usize]).collect();
        if rows.is_empty() {
            return;
        }
        // What stands last of the levels put together is asked for, which sources may pass over many at a time.
        let mut scale = vec![0; self.source.together()];
        scale.last_mut().into_iter().for_each(|unit| *unit = 1);
        let sweep = Sweep {
            source: self.source,
            names: None,
            columns: 0..self.source.columns(),
            scale: &scale,
            prices: Gains::Narrow(&vec![0; self.source.columns()]),
            judge: &Nothing,
            length: 0,
            turn: Turn { span: self.source.columns() as u32 },
            enough: usize::MAX,
            counts: true,
        };
        for list in sweep.rows(&rows).of {
            self.counted(&list);
        }
    }
}
