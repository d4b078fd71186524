//! A vocabulary as bit sets: which term each word counts as, and what stands above each.

use super::columns::shared;
use crate::domain::Vocabulary;
use std::sync::Arc;

/// The words of an attribute and their meanings, by place in the order of terms.
#[derive(Debug)]
pub(crate) struct Lattice {
    /// The place of the term that each word counts as.
    canonical: Vec<usize>,
    /// For each word the bit set of the terms above it, end to end.
    above: Vec<u64>,
    width: usize,
    /// Whether any term stands above another.
    layered: bool,
}

impl Lattice {
    /// The meanings of these words, in order of term; none where the vocabulary says nothing of any. Quadratic in the
    /// words that the programme's people and their broader terms use, in bits.
    pub(super) fn new(vocabulary: &Vocabulary, words: &[Arc<str>], width: usize) -> Option<Self> {
        if vocabulary.is_empty() {
            return None;
        }
        let mut lattice = Self {
            canonical: Vec::with_capacity(words.len()),
            above: vec![0; words.len() * width],
            width,
            layered: false,
        };
        let mut telling = false;
        for (at, word) in words.iter().enumerate() {
            let counted = words.binary_search(vocabulary.canonical(word)).unwrap_or(at);
            telling |= counted != at;
            lattice.canonical.push(counted);
            for broader in vocabulary.above(word) {
                let Ok(bit) = words.binary_search(broader) else { continue };
                if let Some(slot) = lattice.above.get_mut(at * width + bit / 64) {
                    *slot |= 1 << (bit % 64);
                    lattice.layered = true;
                }
            }
        }
        (telling || lattice.layered).then_some(lattice)
    }

    /// The terms that these words count as.
    pub(super) fn canonical(&self, words: &[u64]) -> Vec<u64> {
        let mut terms = vec![0; self.width];
        for bit in shared(words, words).filter_map(|word| self.canonical.get(word)) {
            if let Some(slot) = terms.get_mut(bit / 64) {
                *slot |= 1 << (bit % 64);
            }
        }
        terms
    }

    /// These canonical terms and all above them.
    pub(super) fn closure(&self, terms: &[u64]) -> Vec<u64> {
        let mut closed = terms.to_vec();
        for term in shared(terms, terms) {
            closed.iter_mut().zip(self.above(term)).for_each(|(slot, above)| *slot |= above);
        }
        closed
    }

    /// The terms that both sets have, without those that stand above another of them.
    pub(crate) fn narrowest(&self, one: &[u64], other: &[u64]) -> Vec<u64> {
        let mut both: Vec<u64> = one.iter().zip(other).map(|(one, other)| one & other).collect();
        if self.layered {
            for term in shared(one, other) {
                both.iter_mut().zip(self.above(term)).for_each(|(slot, above)| *slot &= !above);
            }
        }
        both
    }

    fn above(&self, term: usize) -> &[u64] {
        self.above.get(term * self.width..(term + 1) * self.width).unwrap_or_default()
    }
}
