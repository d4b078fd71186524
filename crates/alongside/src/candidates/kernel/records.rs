//! What criteria look at of each mentor, side by side, so that a pair costs the reading of a few neighbouring words.

use rayon::prelude::*;

/// Words of 64 bits for each column, as many for each.
#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    width: usize,
    words: Vec<u64>,
}

/// Words of records that stay in a near cache: eight megabytes.
const NEAR: usize = 1 << 20;

/// What fills a part of every record from the mentor of its column.
type Fill<'a> = Box<dyn Fn(usize, &mut [u64]) + Sync + 'a>;

/// Parts of records, before there are any.
#[derive(Default)]
pub(super) struct Parts<'a> {
    width: usize,
    fills: Vec<(usize, usize, Fill<'a>)>,
    /// Bits of the first word in use.
    flags: u32,
}

impl<'a> Parts<'a> {
    /// A part of so many words; returns where it begins.
    pub(super) fn add(&mut self, width: usize, fill: impl Fn(usize, &mut [u64]) + Sync + 'a) -> usize {
        let at = self.width.max(1);
        self.width = at + width;
        self.fills.push((at, width, Box::new(fill)));
        at
    }

    /// A bit of the first word, the same for a part: how far it is shifted. None once all are in use.
    pub(super) fn add_flag(&mut self, holds: impl Fn(usize) -> bool + Sync + 'a) -> Option<u32> {
        let at = self.flags;
        if at == u64::BITS {
            return None;
        }
        self.flags += 1;
        let fill = move |mentor: usize, words: &mut [u64]| {
            words.first_mut().into_iter().for_each(|word| *word |= u64::from(holds(mentor)) << at);
        };
        self.fills.push((0, 1, Box::new(fill)));
        Some(at)
    }

    /// The records of these columns' mentors. Time linear in their words.
    pub(super) fn records(self, columns: &[u32]) -> Records {
        let width = self.width.max(1);
        let mut words = vec![0; width * columns.len()];
        words.par_chunks_mut(width).zip(columns).for_each(|(record, mentor)| {
            for (at, width, fill) in &self.fills {
                if let Some(part) = record.get_mut(*at..at + width) {
                    fill(*mentor as usize, part);
                }
            }
        });
        Records { width, words }
    }
}

impl Records {
    /// Fetches two words of each of some records where all of them do not fit a near cache, so that what waits for memory
    /// waits for many of them at once. It took an eighth off the first pass over 66,912 columns, and cost 6,700 some of it.
    pub(super) fn fetch(&self, columns: &[u32], (first, last): (usize, usize)) {
        if self.words.len() <= NEAR {
            return;
        }
        let mut all = 0;
        for column in columns {
            let record = self.of(*column);
            all ^= record[first] ^ record[last];
        }
        std::hint::black_box(all);
    }

    /// The record of a column.
    #[inline(always)]
    pub(super) fn of(&self, column: u32) -> &[u64] {
        let at = column as usize * self.width;
        &self.words[at..at + self.width]
    }
}

/// Two numbers of 32 bits in a word.
pub(super) const fn packed(low: i32, high: i32) -> u64 {
    low.cast_unsigned() as u64 | (high.cast_unsigned() as u64) << 32
}

/// The two numbers of a word.
#[inline(always)]
pub(super) const fn unpacked(word: u64) -> (i32, i32) {
    ((word as u32).cast_signed(), ((word >> 32) as u32).cast_signed())
}
