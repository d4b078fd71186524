//! Price: pairs that break the potentials of an optimal assignment, or nearly do.

use super::keep::Rectangle;
use super::kept::PairSet;
use super::lists::{Lists, Turn};
use super::prices::Prices;
use super::source::AllPairs;
use super::sweep::{Judge, Sweep};
use super::tight::Room;

/// Looks for pairs not kept that break the prices.
pub(super) struct ByReducedCost<'a, S> {
    pub(super) source: &'a S,
    pub(super) prices: &'a Prices,
    pub(super) kept: &'a PairSet,
    /// Where pairs that meet the bar exactly are remembered, how many more may be.
    pub(super) room: Option<&'a Room>,
}

/// Bits of a rank below the packed levels, for the levels after them.
const LATER_BITS: u32 = 42;

impl<S: AllPairs> Judge for ByReducedCost<'_, S> {
    fn least(&self, row: u32) -> i64 {
        self.prices.least(row)
    }

    fn rank(&self, row: u32, column: u32, gain: i64) -> Option<i64> {
        if self.kept.contains(row, column) {
            return None;
        }
        if self.prices.later.is_empty() {
            return Some(gain);
        }
        let above = gain - self.prices.bars[row as usize];
        if above > 0 {
            // Only the order on a list would suffer from a cut, of this or of the next.
            return Some(above.min(1 << (62 - LATER_BITS)) << LATER_BITS);
        }
        let short = self.prices.breaks_later(self.source, row, column);
        (short > 0).then_some(short.min((1 << LATER_BITS) - 1))
    }

    fn remembers(&self, row: u32, column: u32, gain: i64) -> bool {
        self.room.is_some() && gain == self.prices.bars[row as usize] && !self.kept.contains(row, column)
    }

    fn has_room(&self, many: usize) -> bool {
        self.room.is_some_and(|room| room.takes(many))
    }

    fn bar(&self, row: u32, rank: i64) -> i64 {
        if self.prices.later.is_empty() {
            return rank;
        }
        self.prices.bars[row as usize] + (rank >> LATER_BITS)
    }
}

/// The pairs of a rectangle, without those in `kept`, that break the prices or come within the prices' slack of it:
/// the `length` worst of each row, and a bound on what is not listed.
///
/// If no rectangle holds a pair that [breaks](Prices::broken_by) them, and the potentials prove an assignment best
/// among the pairs kept, they prove it best among all. This is pricing as in column generation (Gilmore and Gomory,
/// 1961). Time linear in the pairs of the rectangle.
pub fn price<S: AllPairs>(source: &S, rectangle: &Rectangle, prices: &Prices, kept: &PairSet, length: usize) -> Lists {
    let sweep = Sweep {
        source,
        names: None,
        columns: rectangle.columns.clone(),
        scale: &prices.scale,
        prices: prices.columns.as_gains(),
        judge: &ByReducedCost { source, prices, kept, room: None },
        length,
        turn: Turn { span: source.columns() as u32 },
        enough: usize::MAX,
        counts: false,
    };
    sweep.rows(&rectangle.row_list())
}
