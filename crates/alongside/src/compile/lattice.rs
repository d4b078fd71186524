//! A vocabulary as bit sets: which term each word counts as, and what stands above each.

use super::columns::shared;
use crate::domain::Vocabulary;
use std::sync::Arc;

/// The words of an attribute and their meanings, by place in the order of terms.
#[derive(Debug)]
pub(crate) struct Lattice {
    /// The place of the term that each word counts as.
    canonical: Vec<usize>,
    /// The places of the terms above each word.
    above: Vec<Vec<usize>>,
    width: usize,
    /// Whether any term stands above another.
    layered: bool,
}

impl Lattice {
    /// The meanings of these words, in order of term; none where the vocabulary says nothing of any. Time and memory in
    /// proportion to the words and what stands above each.
    pub(super) fn new(vocabulary: &Vocabulary, words: &[Arc<str>], width: usize) -> Option<Self> {
        if vocabulary.is_empty() {
            return None;
        }
        let place = |word: &Arc<str>| words.binary_search(word).ok();
        let canonical: Vec<usize> =
            words.iter().enumerate().map(|(at, word)| place(vocabulary.canonical(word)).unwrap_or(at)).collect();
        let above: Vec<Vec<usize>> =
            words.iter().map(|word| vocabulary.above(word).into_iter().filter_map(place).collect()).collect();
        let layered = above.iter().any(|above| !above.is_empty());
        let telling = canonical.iter().enumerate().any(|(at, counted)| at != *counted);
        (telling || layered).then_some(Self { canonical, above, width, layered })
    }

    /// The terms that these words count as.
    pub(super) fn canonical(&self, words: &[u64]) -> Vec<u64> {
        let mut terms = vec![0; self.width];
        shared(words, words).filter_map(|word| self.canonical.get(word)).for_each(|term| set(&mut terms, *term));
        terms
    }

    /// These canonical terms and all above them.
    pub(super) fn closure(&self, terms: &[u64]) -> Vec<u64> {
        let mut closed = terms.to_vec();
        shared(terms, terms).flat_map(|term| self.above(term)).for_each(|term| set(&mut closed, *term));
        closed
    }

    /// The terms that both sets have, without those that stand above another of them.
    pub(crate) fn narrowest(&self, one: &[u64], other: &[u64]) -> Vec<u64> {
        let mut both: Vec<u64> = one.iter().zip(other).map(|(one, other)| one & other).collect();
        if self.layered {
            for broader in shared(one, other).flat_map(|term| self.above(term)) {
                if let Some(word) = both.get_mut(broader / 64) {
                    *word &= !(1 << (broader % 64));
                }
            }
        }
        both
    }

    /// The places of the terms above a term.
    pub(crate) fn above(&self, term: usize) -> &[usize] {
        self.above.get(term).map_or(&[], Vec::as_slice)
    }
}

fn set(bits: &mut [u64], bit: usize) {
    if let Some(word) = bits.get_mut(bit / 64) {
        *word |= 1 << (bit % 64);
    }
}
