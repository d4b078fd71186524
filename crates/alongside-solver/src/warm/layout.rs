//! Several levels in one machine word, with the proof that they do not mix.

use super::tuple::Tuple;
use crate::certificate::Certificate;
use crate::problem::{MAX_TIERS, Problem};

/// Bits of a word that levels may fill: two fewer than there are beside the sign, so that the price of a closed column
/// stands above every sum and can still be added to one.
const WORD_BITS: u32 = 60;
/// Bits of the first level. Potentials and distances there lie within 0 and the number of tiers (a row's and a
/// column's potential are not negative and add up to the priority of a row), so sums of four stay far within.
const PRIORITY_BITS: u32 = 3 + MAX_TIERS.ilog2();

/// Where each level lies.
///
/// A level whose values are at most `B` from 0 has path costs of at most `2 C B` along a path of at most `C` rows.
/// Potentials are kept within `4 C B`: the least prices are within `3 C B`, and whenever one strays further they are
/// laid anew ([`State::anchor`](super::state::State::anchor)). A distance in reduced costs is a path cost and two
/// potentials, hence within `10 C B`, a potential after a shift within `14 C B`, and no sum that a search forms passes
/// `32 C B`. A field that has a sign bit and `32 C B` of room therefore never spills into its neighbour, and
/// comparing words is comparing levels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Layout {
    fields: Vec<Field>,
    words: usize,
    /// The most rows on a path that the fields are made for.
    chain: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Field {
    word: usize,
    shift: u32,
    bits: u32,
    /// Values may lie this far from 0.
    value: u64,
    /// Potentials may lie this far from 0.
    limit: u64,
}

impl Layout {
    /// For the tiers and so many levels of value of a problem, and column prices as large as a certificate has them, or
    /// the least ones.
    pub(crate) fn of(problem: &Problem, certificate: Option<&Certificate>, levels: usize) -> Option<Self> {
        let chain = problem.rows().min(problem.columns());
        let largest = |numbers: &mut dyn Iterator<Item = i64>| numbers.map(i64::unsigned_abs).max().unwrap_or(0);
        let values = (0..levels.min(problem.level_count())).map(|level| {
            let value = largest(&mut problem.level(level).iter().copied());
            let prices = certificate.and_then(|certificate| certificate.levels.get(level + 1));
            let priced = prices.map_or(0, |part| {
                let open = part.columns.iter().zip(problem.capacities()).filter(|(_, capacity)| **capacity > 0);
                largest(&mut open.map(|(price, _)| *price))
            });
            value.max(priced.div_ceil(4 * (chain as u64 + 1)))
        });
        Self::new(chain, &values.collect::<Vec<_>>())
    }

    /// For levels of value with at most these values, and paths of at most so many rows, with room to double both.
    /// None if a level does not fit a word.
    pub(crate) fn new(chain: usize, values: &[u64]) -> Option<Self> {
        let chain = (chain as u64 + 1).next_power_of_two();
        let priority = u64::from(MAX_TIERS);
        let mut fields = vec![Field { word: 0, shift: 0, bits: PRIORITY_BITS, value: priority, limit: priority }];
        let mut used = PRIORITY_BITS;
        let mut word = 0;
        for value in values {
            let value = value.max(&1).checked_next_power_of_two()?;
            let reach = value.checked_mul(chain)?;
            let bits = reach.ilog2() + 6;
            if bits > WORD_BITS {
                return None;
            }
            used += bits;
            if used > WORD_BITS {
                (word, used) = (word + 1, bits);
            }
            fields.push(Field { word, shift: 0, bits, value, limit: 4 * reach });
        }
        let mut below = 0;
        for at in (0..fields.len()).rev() {
            let last = fields.get(at + 1).is_none_or(|next| next.word != fields[at].word);
            below = if last { 0 } else { below };
            fields[at].shift = below;
            below += fields[at].bits;
        }
        Some(Self { fields, words: word + 1, chain })
    }

    /// Whether another value at a level of value still fits.
    pub(crate) fn admits(&self, level: usize, value: i64) -> bool {
        self.fields.get(level + 1).is_some_and(|field| value.unsigned_abs() <= field.value)
    }

    /// Whether paths of that many rows still fit.
    pub(crate) fn admits_chain(&self, chain: usize) -> bool {
        (chain as u64) < self.chain
    }

    /// The furthest a value of each level of value may lie from 0.
    pub(crate) fn values(&self) -> impl Iterator<Item = u64> {
        self.fields.iter().skip(1).map(|field| field.value)
    }

    /// Number of words.
    pub(crate) fn words(&self) -> usize {
        self.words
    }

    /// Number of levels, the tiers' one included.
    pub(crate) fn levels(&self) -> usize {
        self.fields.len()
    }

    /// One number per level, put together. Levels beyond those given are 0.
    #[inline]
    pub(crate) fn pack<const W: usize>(&self, levels: impl IntoIterator<Item = i64>) -> Tuple<W> {
        let mut tuple = Tuple::ZERO;
        for (field, number) in self.fields.iter().zip(levels) {
            tuple.0[field.word] += number << field.shift;
        }
        tuple
    }

    /// The number at one level.
    #[inline]
    pub(crate) fn level<const W: usize>(&self, tuple: Tuple<W>, level: usize) -> i64 {
        let field = self.fields[level];
        // What is below may be negative and have borrowed one: rounding gives it back.
        let below = if field.shift == 0 { 0 } else { 1 << (field.shift - 1) };
        let rest = (tuple.0[field.word] + below) >> field.shift;
        let above = 64 - field.bits;
        (rest << above) >> above
    }

    /// The numbers of all levels.
    pub(crate) fn unpack<const W: usize>(&self, tuple: Tuple<W>) -> impl Iterator<Item = i64> {
        (0..self.fields.len()).map(move |level| self.level(tuple, level))
    }

    /// Whether a potential lies so far out that the next search could leave its fields.
    #[inline]
    pub(crate) fn strays<const W: usize>(&self, tuple: Tuple<W>) -> bool {
        self.fields.iter().enumerate().skip(1).any(|(at, field)| self.level(tuple, at).unsigned_abs() > field.limit)
    }

    /// Whether potentials given from outside can be put together at all.
    pub(crate) fn holds(&self, levels: impl IntoIterator<Item = i64>) -> bool {
        self.fields.iter().zip(levels).all(|(field, number)| number.unsigned_abs() <= field.limit)
    }

    /// Narrows the room for potentials, so that a test sees what happens beyond.
    #[cfg(test)]
    pub(super) fn narrow(&mut self, limit: u64) {
        for field in self.fields.iter_mut().skip(1) {
            field.limit = limit;
        }
    }
}
