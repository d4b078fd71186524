//! Potentials as a pass over pairs uses them: one bar a row, one price a column, the levels behind them at hand.

use super::packing::Packing;
use super::source::{AllPairs, MAX_PRICE};
use super::sweep::Gains;
use crate::certificate::Certificate;
use crate::problem::ProblemParts;
use crate::solution::SolveError;

/// Packed prices of columns, in half the bits where they fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ColumnPrices {
    Narrow(Vec<i32>),
    Wide(Vec<i64>),
}

impl ColumnPrices {
    pub(super) fn as_gains(&self) -> Gains<'_> {
        match self {
            Self::Narrow(prices) => Gains::Narrow(prices),
            Self::Wide(prices) => Gains::Wide(prices),
        }
    }

    /// The prices of some columns.
    pub(super) fn select(&self, columns: &[u32]) -> Self {
        match self {
            Self::Narrow(prices) => Self::Narrow(columns.iter().map(|column| prices[*column as usize]).collect()),
            Self::Wide(prices) => Self::Wide(columns.iter().map(|column| prices[*column as usize]).collect()),
        }
    }

    /// The price of one column.
    pub(super) fn of(&self, column: u32) -> i64 {
        match self {
            Self::Narrow(prices) => prices[column as usize].into(),
            Self::Wide(prices) => prices[column as usize],
        }
    }
}

/// Furthest a packed number may lie from 0 where 31 bits are too few.
const WIDE: i64 = 1 << 60;

/// What pairs are held against: potentials of the first few levels, the first levels of value included.
///
/// The levels up to those of value that a source puts together are packed into one number a row and a column, fewer of
/// them where potentials are too great: a pair breaks them if its value less the column's price exceeds the row's bar.
/// Pairs that meet the bar exactly are judged by the levels after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prices {
    pub(super) packing: Packing,
    /// A pair breaks the packed levels if its gain is above this. One entry a row.
    pub(super) bars: Vec<i64>,
    /// One entry a column.
    pub(super) columns: ColumnPrices,
    /// How many levels of value are packed, and what one unit of each counts.
    pub(super) scale: Vec<i64>,
    /// Potentials of rows and columns at the levels of value that are not packed.
    pub(super) later: Vec<(Vec<i64>, Vec<i64>)>,
    /// Pairs that come short of the bar by less than this are of interest too. 0 where there are later levels.
    pub(super) slack: i32,
}

impl Prices {
    /// Lays out a certificate for passes over all pairs. `frame` says of the rows what a problem says of them; its
    /// edges do not matter.
    ///
    /// # Errors
    ///
    /// [`SolveError::Unsound`] if the certificate is not one for these rows and columns or holds no level of value;
    /// [`SolveError::Overflow`] if the potentials up to the first level of value do not fit 60 bits together.
    pub fn new<S: AllPairs>(
        source: &S,
        frame: &ProblemParts,
        certificate: &Certificate,
        slack: i32,
    ) -> Result<Self, SolveError> {
        let first = 1 + usize::from(frame.use_columns);
        let given = certificate.levels.len().checked_sub(first).filter(|given| *given > 0);
        let most = source.together().min(given.ok_or(SolveError::Unsound)?);
        let fits = certificate
            .levels
            .iter()
            .all(|level| (level.rows.len(), level.columns.len()) == (source.rows(), source.columns()));
        if !fits || frame.tiers.len() != source.rows() {
            return Err(SolveError::Unsound);
        }
        let last = first + most == certificate.levels.len();
        let slack = if last { slack.clamp(0, source.most(most - 1).max(1)) } else { 0 };
        let furthest = |values: &[i64]| values.iter().map(|value| value.unsigned_abs()).max().unwrap_or(0);
        let sizes = certificate.levels[..first + most].iter().enumerate().map(|(at, level)| {
            let worth = match at {
                0 => u64::from(frame.tier_count),
                at if at >= first => {
                    u64::from(source.most(at - first).unsigned_abs()) + u64::from(slack.unsigned_abs())
                }
                _ => 0,
            };
            let size = furthest(&level.rows).saturating_add(furthest(&level.columns)).saturating_add(worth);
            i64::try_from(size).map_err(|_| SolveError::Overflow)
        });
        let sizes = sizes.collect::<Result<Vec<_>, _>>()?;
        let narrow = Packing::for_sizes(&sizes, MAX_PRICE.into()).ok().map(|packing| (packing, most));
        let is_narrow = narrow.is_some();
        // Potentials add up along paths, so levels whose values fit together may have potentials that do not.
        let wide =
            || (1..=most).rev().find_map(|most| Some((Packing::for_sizes(&sizes[..first + most], WIDE).ok()?, most)));
        let (packing, together) = narrow.or_else(wide).ok_or(SolveError::Overflow)?;
        let (packed, later) = certificate.levels.split_at_checked(first + together).ok_or(SolveError::Unsound)?;
        let slack = if later.is_empty() { slack } else { 0 };
        let bar = |row: usize| {
            let priority = i64::from(frame.tier_count - frame.tiers[row]);
            let digits =
                packed.iter().enumerate().map(|(at, level)| level.rows[row] - if at == 0 { priority } else { 0 });
            packing.pack(digits)
        };
        let price = |column: usize| packing.pack(packed.iter().map(|level| level.columns[column]));
        let columns = 0..source.columns();
        Ok(Self {
            bars: (0..source.rows()).map(bar).collect(),
            columns: if is_narrow {
                ColumnPrices::Narrow(columns.map(|column| price(column) as i32).collect())
            } else {
                ColumnPrices::Wide(columns.map(price).collect())
            },
            later: later.iter().map(|level| (level.rows.clone(), level.columns.clone())).collect(),
            slack,
            scale: packing.scale(together),
            packing,
        })
    }

    /// The least gain of a pair of the row that is of interest.
    pub(super) fn least(&self, row: u32) -> i64 {
        let bar = self.bars[row as usize];
        if self.later.is_empty() { bar - i64::from(self.slack) + 1 } else { bar }
    }

    /// By how much a pair that meets the bar exactly breaks the later levels: the shortfall at the first level that is
    /// not met exactly as well; 0 or less if it breaks none.
    pub(super) fn breaks_later<S: AllPairs>(&self, source: &S, row: u32, column: u32) -> i64 {
        let (row, column) = (row as usize, column as usize);
        for (at, (rows, columns)) in self.later.iter().enumerate() {
            let Some(value) = source.value(at + self.scale.len(), row, column) else { return 0 };
            let short = value - rows[row] - columns[column];
            if short != 0 {
                return short;
            }
        }
        0
    }

    /// Whether a pair on a list breaks the potentials.
    pub fn broken_by(&self, row: u32, pair: &super::Listed) -> bool {
        pair.gain > self.bars[row as usize] || (!self.later.is_empty() && pair.rank > 0)
    }
}
