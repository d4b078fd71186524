//! Sets of columns, a bit each: what rules make of sixty-four mentors at a time.

use multiversion::multiversion;
use rayon::prelude::*;
use std::ops::Range;

/// Sets of columns of one length, numbered as they were added.
#[derive(Debug, Clone)]
pub(super) struct Bitmaps {
    columns: usize,
    /// How many sets there are.
    sets: u32,
    /// Words of a set.
    words: usize,
    bits: Vec<u64>,
}

impl Bitmaps {
    /// No sets yet, of so many columns.
    pub(super) fn new(columns: usize) -> Self {
        Self { columns, sets: 0, words: columns.div_ceil(64), bits: Vec::new() }
    }

    /// Adds the set of columns of which something holds.
    pub(super) fn add(&mut self, holds: impl Fn(usize) -> bool) -> u32 {
        let of = self.columns;
        self.bits.extend((0..self.words).map(|word| {
            let columns = word * 64..of.min(word * 64 + 64);
            columns.fold(0, |bits, column| bits | u64::from(holds(column)) << (column % 64))
        }));
        self.next()
    }

    /// Adds so many sets at once: `of` names those that a column belongs to.
    pub(super) fn add_all(&mut self, sets: usize, of: impl Fn(usize, &mut dyn FnMut(usize))) -> Range<u32> {
        let first = self.sets;
        self.sets += sets as u32;
        let begin = self.bits.len();
        self.bits.resize(begin + sets * self.words, 0);
        for column in 0..self.columns {
            of(column, &mut |set| self.bits[begin + set * self.words + column / 64] |= 1 << (column % 64));
        }
        first..first + sets as u32
    }

    /// Adds what any of some sets have.
    pub(super) fn add_union(&mut self, sets: &[u32]) -> u32 {
        let begin = self.bits.len();
        self.bits.resize(begin + self.words, 0);
        let (known, new) = self.bits.split_at_mut(begin);
        for set in sets {
            let at = *set as usize * self.words;
            new.iter_mut().zip(&known[at..]).for_each(|(new, known)| *new |= known);
        }
        self.next()
    }

    const fn next(&mut self) -> u32 {
        self.sets += 1;
        self.sets - 1
    }

    /// Whether the set has no column.
    pub(super) fn is_empty(&self, set: u32) -> bool {
        self.of(set, &(0..self.words)).iter().all(|word| *word == 0)
    }

    /// Some words of a set.
    pub(super) fn of(&self, set: u32, words: &Range<usize>) -> &[u64] {
        let begin = set as usize * self.words;
        &self.bits[begin + words.start..begin + words.end]
    }

    /// Keeps of `bits` those that are in all of the sets.
    pub(super) fn keep_all(&self, sets: &[u32], words: &Range<usize>, bits: &mut [u64]) {
        for set in sets {
            keep(bits, self.of(*set, words));
        }
    }

    /// Keeps of `bits` those that are in none of the sets.
    pub(super) fn drop_all(&self, sets: &[u32], words: &Range<usize>, bits: &mut [u64]) {
        for set in sets {
            take_out(bits, self.of(*set, words));
        }
    }

    /// Keeps of `bits` those that are in any of the sets.
    pub(super) fn keep_any(&self, sets: &[u32], words: &Range<usize>, bits: &mut [u64]) {
        let mut any = [0; WORDS];
        let any = &mut any[..bits.len()];
        join(&self.bits, (self.words, words.start), sets, any);
        keep(bits, any);
    }

    /// Which columns are in any of the sets.
    pub(super) fn union(&self, sets: &[u32], words: &Range<usize>, any: &mut [u64]) {
        join(&self.bits, (self.words, words.start), sets, any);
    }

    /// Which columns are in any of the sets, and which in more than one.
    pub(super) fn count(&self, sets: &[u32], words: &Range<usize>, some: &mut [u64], more: &mut [u64]) {
        count(&self.bits, (self.words, words.start), sets, (some, more));
    }

    /// The same sets with these columns alone.
    pub(super) fn select(&self, columns: &[u32]) -> Self {
        let words = columns.len().div_ceil(64);
        let mut bits = vec![0; words * self.sets as usize];
        bits.par_chunks_mut(words.max(1)).zip(self.bits.par_chunks(self.words.max(1))).for_each(|(new, old)| {
            for (new, columns) in new.iter_mut().zip(columns.chunks(64)) {
                for (at, column) in columns.iter().enumerate() {
                    *new |= (old[*column as usize / 64] >> (column % 64) & 1) << at;
                }
            }
        });
        Self { columns: columns.len(), sets: self.sets, words, bits }
    }
}

/// Words worked on together: so many columns' words of all sets that rows ask for stay in a near cache.
pub(super) const WORDS: usize = 32;

/// Keeps of `bits` those that are in the other set too.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
pub(super) fn keep(bits: &mut [u64], other: &[u64]) {
    bits.iter_mut().zip(other).for_each(|(bits, other)| *bits &= other);
}

/// Keeps of `bits` those that are not in the other set.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
pub(super) fn take_out(bits: &mut [u64], other: &[u64]) {
    bits.iter_mut().zip(other).for_each(|(bits, other)| *bits &= !other);
}

#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
fn join(bits: &[u64], (words, first): (usize, usize), sets: &[u32], any: &mut [u64]) {
    for set in sets {
        let at = *set as usize * words + first;
        let of = &bits[at..at + any.len()];
        any.iter_mut().zip(of).for_each(|(any, bits)| *any |= bits);
    }
}

#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
fn count(bits: &[u64], (words, first): (usize, usize), sets: &[u32], (some, more): (&mut [u64], &mut [u64])) {
    for set in sets {
        let at = *set as usize * words + first;
        let of = &bits[at..at + some.len()];
        for ((some, more), bits) in some.iter_mut().zip(&mut *more).zip(of) {
            *more |= *some & bits;
            *some |= bits;
        }
    }
}

/// How many columns are in a set.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn many(bits: &[u64]) -> u32 {
    bits.iter().fold(0_u32, |many, word| many.wrapping_add(word.count_ones()))
}
