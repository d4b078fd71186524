//! Levels packed into machine words, with the proof beforehand that they cannot mix.
//!
//! Let `T` be, at one level, twice the sum over the rows of the greatest absolute value of their edges and places, plus
//! the number of columns where columns used are counted. A simple path through the network passes each row and each
//! column once, so whatever it gains lies within `T` of 0. After every search a potential is the difference of the
//! gains of two simple paths, so it lies within `2 T`; a row that enters starts within `3 T`; a reduced gain, a distance
//! or the difference of two of them is a sum of at most sixteen such `T`. A field therefore holds everything it will
//! ever be asked to hold if it reaches `32 T`, and fields that wide, one above the other in one word, are compared and
//! added as the tuple is: a carry out of a lower field is impossible by the bound. A level too wide for a word of its
//! own is an overflow, seen before anything is computed. All potentials are unpacked for the certificate, which the
//! checker proves level by level without knowing of this.

use super::gains::{Gain, Network};
use crate::solution::SolveError;

/// Where each level lies: the word and how far it is shifted up in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// Word, shift and width of each level, in order.
    fields: Vec<Field>,
    /// Number of words.
    pub(super) words: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Field {
    word: usize,
    shift: u32,
    width: u32,
}

/// Bits of a word that fields may use: one is left so that a difference of two words keeps its sign.
const ROOM: u32 = 63;

impl Layout {
    /// The layout of these levels, several to a word where they fit.
    pub(super) fn new(network: &Network<'_>, gains: &[Gain<'_>]) -> Result<Self, SolveError> {
        let widths = gains.iter().map(|gain| width(network, gain)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self::of_widths(&widths, true))
    }

    /// As [`Layout::new`] but every level in a word of its own, so that tests see tuples of every length.
    #[cfg(test)]
    pub(super) fn loose(network: &Network<'_>, gains: &[Gain<'_>]) -> Result<Self, SolveError> {
        let widths = gains.iter().map(|gain| width(network, gain)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self::of_widths(&widths, false))
    }

    fn of_widths(widths: &[u32], pack: bool) -> Self {
        let mut fields: Vec<Field> = Vec::with_capacity(widths.len());
        let (mut word, mut used) = (0, 0);
        for &width in widths {
            if used > 0 && (!pack || used + width > ROOM) {
                (word, used) = (word + 1, 0);
            }
            fields.push(Field { word, shift: 0, width });
            used += width;
        }
        // Within a word the later level lies lower.
        let mut above: Option<Field> = None;
        for field in fields.iter_mut().rev() {
            if let Some(lower) = above.filter(|lower| lower.word == field.word) {
                field.shift = lower.shift + lower.width;
            }
            above = Some(*field);
        }
        Self { fields, words: word + 1 }
    }

    /// Adds a number at a level to packed words.
    pub(super) fn add(&self, words: &mut [i64], level: usize, number: i64) {
        let field = self.fields[level];
        words[field.word] = words[field.word].wrapping_add(number.wrapping_shl(field.shift));
    }

    /// The numbers at all levels, in order.
    pub(super) fn unpack(&self, words: &[i64], mut take: impl FnMut(usize, i64)) {
        let mut rest = None;
        for (level, field) in self.fields.iter().enumerate().rev() {
            let word = match rest {
                Some((at, word)) if at == field.word => word,
                _ => words[field.word],
            };
            let number = sign_extended(word, field.width);
            // What is left once this field is gone divides evenly.
            rest = Some((field.word, word.wrapping_sub(number) >> field.width.min(63)));
            take(level, number);
        }
    }
}

/// The lowest `width` bits as a signed number.
fn sign_extended(word: i64, width: u32) -> i64 {
    let unused = 64 - width;
    word.wrapping_shl(unused) >> unused
}

/// Bits of a field that holds `32 T` and the sign.
fn width(network: &Network<'_>, gain: &Gain<'_>) -> Result<u32, SolveError> {
    let once: u128 = match gain {
        Gain::Places(each) | Gain::FirstPlaces(each) => each.iter().map(|gain| u128::from(gain.unsigned_abs())).sum(),
        Gain::ColumnsUsed(each) => uses(network, *each),
        Gain::Edges(values) => greatest(network, values),
        Gain::EdgesAndUse(values, each) => greatest(network, values) + uses(network, *each),
    };
    let needed = 64 * once.max(1) + 1;
    let bits = u128::BITS - needed.leading_zeros() + 1;
    if bits > ROOM { Err(SolveError::Overflow) } else { Ok(bits) }
}

/// The sum over the rows of their greatest absolute value.
fn greatest(network: &Network<'_>, values: &[i64]) -> u128 {
    let rows = network.row_starts.iter().zip(network.row_starts.iter().skip(1));
    let greatest = rows.map(|(from, to)| values[*from..*to].iter().map(|value| value.unsigned_abs()).max());
    greatest.map(|value| u128::from(value.unwrap_or(0))).sum()
}

fn uses(network: &Network<'_>, each: i64) -> u128 {
    network.capacities.len() as u128 * u128::from(each.unsigned_abs())
}
