//! Cover: pairs which show that more, or more urgent, rows could be served than was thought.

use super::keep::Rectangle;
use super::kept::PairSet;
use super::lists::{Lists, Turn};
use super::packing::Packing;
use super::source::{AllPairs, MAX_PRICE};
use super::sweep::{Gains, Judge, Sweep};
use crate::certificate::Potentials;
use crate::problem::ProblemParts;
use crate::solution::SolveError;

/// Looks for pairs not kept, the best by value first.
struct NotKept<'a>(&'a PairSet);

impl Judge for NotKept<'_> {
    fn least(&self, _: u32) -> i64 {
        -i64::from(MAX_PRICE)
    }

    fn rank(&self, row: u32, column: u32, gain: i64) -> Option<i64> {
        (!self.0.contains(row, column)).then_some(gain)
    }

    fn bar(&self, _: u32, rank: i64) -> i64 {
        rank
    }
}

/// The pairs of a rectangle, without those in `kept`, that break the potentials of the tiers, the best `length` by
/// value of each row: those with `u + v < priority`. Rows without any have no list.
///
/// If no rectangle has one, the numbers served that the potentials prove are proven over all pairs: potentials of this
/// level are a weighted vertex cover, as in König's theorem (1931). Rows that need the same are held against the few
/// columns that give less; all other pairs cost nothing.
///
/// # Errors
///
/// [`SolveError::Overflow`] if values of the first level leave [`MAX_BLOCK_VALUE`](super::MAX_BLOCK_VALUE).
pub fn cover<S: AllPairs>(
    source: &S,
    rectangle: &Rectangle,
    frame: &ProblemParts,
    potentials: &Potentials,
    kept: &PairSet,
    length: usize,
) -> Result<Lists, SolveError> {
    cover_with(source, rectangle, frame, potentials, kept, (length, usize::MAX))
}

/// The same, but of a row with many such pairs no more than about `enough` are looked at, those from the place on where
/// its turn begins.
pub(super) fn cover_with<S: AllPairs>(
    source: &S,
    rectangle: &Rectangle,
    frame: &ProblemParts,
    potentials: &Potentials,
    kept: &PairSet,
    (length, enough): (usize, usize),
) -> Result<Lists, SolveError> {
    let (packing, levels) = Packing::of_values(source)?;
    let scale = packing.scale(levels);
    let turn = Turn { span: source.columns() as u32 };
    let mut found = Lists { length, span: turn.span, of: Vec::new() };
    let need = |row: usize| i64::from(frame.tier_count - frame.tiers[row]) - potentials.rows[row];
    let mut needs: Vec<i64> = rectangle.rows.clone().map(need).collect();
    needs.sort_unstable();
    needs.dedup();
    for least in needs {
        let gives_less = |column: &u32| potentials.columns[*column as usize] < least;
        let columns: Vec<u32> = rectangle.columns.clone().map(|column| column as u32).filter(gives_less).collect();
        if columns.is_empty() {
            continue;
        }
        let rows: Vec<u32> = rectangle.rows.clone().filter(|row| need(*row) == least).map(|row| row as u32).collect();
        let all = columns.len() == source.columns();
        let selected = (!all).then(|| source.select(&columns));
        let sweep = Sweep {
            source: selected.as_ref().unwrap_or(source),
            names: (!all).then_some(&columns[..]),
            columns: 0..columns.len(),
            scale: &scale,
            prices: Gains::Narrow(&vec![0; columns.len()]),
            judge: &NotKept(kept),
            length,
            turn,
            enough,
            counts: false,
        };
        found = found.merge(sweep.rows(&rows));
    }
    found.of.retain(|list| !list.pairs.is_empty());
    Ok(found)
}
