//! Finding a mentee's pairs of interest: sets leave some mentors, a batch of whom is scored at a time.

use super::bitmaps::{self, WORDS};
use super::row::Row;
use super::steps::{Ready, Step};
use super::telling::{self, Ask};
use super::{Kernel, REFUSED};
use multiversion::multiversion;
use std::ops::Range;

/// Pairs that steps go over together.
const BATCH: usize = 256;

/// What is asked of a row's pairs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked<'b> {
    /// Pairs are of interest that one of these is content with; all pairs, where there is none.
    pub(crate) asks: &'b [Ask<'b>],
    /// Whether allowed pairs are counted, of interest or not.
    pub(crate) counts: bool,
}

impl Kernel<'_> {
    /// Adds the pairs of a mentee with a stretch of columns that are of interest, and perhaps others that are allowed,
    /// each with its sum, in any order. Returns how many are allowed, where that was asked.
    pub(crate) fn find(&self, row: &Row, columns: Range<usize>, asked: Asked<'_>, found: &mut Vec<(u32, i32)>) -> u32 {
        let Some(base) = row.own.base else { return 0 };
        let begin = found.len();
        let exact = self.counts_alone();
        // A floor is a bar as well, where there is no other.
        let floor = [Ask { least: self.floor.into(), prices: &[], by_price: None }];
        let asks = if asked.counts && !exact { &[][..] } else { asked.asks };
        let asks = if asks.is_empty() && self.floor > 0 { &floor[..] } else { asks };
        let most = i64::from(base) + i64::from(row.own.most.first().copied().unwrap_or(0));
        let keep_near = |row: &Row, words: &Range<usize>, bits: &mut [u64]| {
            if let Some((near, journey)) = self.near.as_ref().zip(row.own.journey.as_ref()) {
                near.keep(journey, &self.sets, words, bits);
            }
        };
        let mut allowed = 0;
        let mut batch = Batch::new(columns.start);
        let all = columns.start / 64..columns.end.div_ceil(64);
        for from in all.clone().step_by(WORDS) {
            let words = from..all.end.min(from + WORDS);
            let mut bits = [0; WORDS];
            let bits = &mut bits[..words.len()];
            among(&columns, &words, bits);
            row.own.wanted.keep(&self.sets, &words, bits);
            for column in row.suspects_in(columns.start.max(words.start * 64)..columns.end.min(words.end * 64)) {
                bits[column / 64 - words.start] &= !(1 << (column % 64));
            }
            if asked.counts {
                keep_near(row, &words, bits);
                allowed += if exact { bitmaps::many(bits) } else { 0 };
            }
            if !asks.is_empty() {
                telling::keep_hopeful(&row.own.telling, &self.sets, asks, most, &words, bits);
            }
            if !asked.counts {
                keep_near(row, &words, bits);
            }
            for (word, bits) in words.zip(bits) {
                while *bits != 0 {
                    if batch.len == BATCH {
                        self.score(row, base, &mut batch, asks, found);
                    }
                    batch.columns[batch.len] = (word * 64) as u32 + bits.trailing_zeros();
                    batch.len += 1;
                    *bits &= *bits - 1;
                }
            }
        }
        self.score(row, base, &mut batch, asks, found);
        self.keep_fair(row, begin, found);
        for column in row.suspects_in(columns) {
            if let Some(sum) = self.reference(row.mentee, column) {
                found.push((column as u32, sum));
                allowed += u32::from(exact);
            }
        }
        if exact { allowed } else { (found.len() - begin) as u32 }
    }

    /// Drops pairs found, from one on, in which one side's part of the fit lies below its floor.
    fn keep_fair(&self, row: &Row, begin: usize, found: &mut Vec<(u32, i32)>) {
        let Some((part, ready)) = self.of_mentor.as_ref().zip(row.of_mentor.as_ref()) else { return };
        let mut mentors: Vec<(u32, i32)> = found[begin..].iter().map(|(column, _)| (*column, 0)).collect();
        part.add(ready, 1, &mut mentors);
        let mut left = begin;
        for (at, (_, of_mentor)) in (begin..).zip(mentors) {
            let (column, fit) = found[at];
            if self.criteria.reach(fit.into(), of_mentor.into()) {
                found[left] = (column, fit);
                left += 1;
            }
        }
        found.truncate(left);
    }

    /// Goes over the steps with a batch of columns, dropping those that no ask can be content with, and empties it.
    fn score(&self, row: &Row, base: i32, batch: &mut Batch, asks: &[Ask<'_>], found: &mut Vec<(u32, i32)>) {
        batch.begin(&self.columns, base, asks, self.floor);
        for (step, (ready, most)) in self.laid.steps.iter().zip(row.own.steps.iter().zip(&row.own.most)) {
            if matches!(ready, Ready::Done) {
                continue;
            }
            if !asks.is_empty() {
                batch.drop_hopeless(*most);
            }
            let (records, sums) = (&batch.records[..batch.len], &mut batch.sums[..batch.len]);
            match ready {
                Ready::Pairs => self.ask(step, row.mentee, records, sums),
                _ => {
                    if let Some(words) = step.words() {
                        self.laid.records.fetch(records, words);
                    }
                    step.run(ready, &self.laid.records, records, sums);
                }
            }
        }
        let pairs = batch.columns.iter().zip(&batch.sums).zip(&batch.bars).take(batch.len);
        found.extend(pairs.filter(|((_, sum), bar)| sum >= bar).map(|((column, sum), _)| (*column, *sum)));
        batch.len = 0;
    }

    /// The sums of a mentee with some columns, suspects' aside, whether allowed or not.
    pub(crate) fn add(&self, row: &Row, unit: i32, pairs: &mut [(u32, i32)]) {
        let Some(base) = row.own.base else { return };
        for pairs in pairs.chunks_mut(BATCH) {
            let (mut records, mut sums) = ([0; BATCH], [base; BATCH]);
            let (records, sums) = (&mut records[..pairs.len()], &mut sums[..pairs.len()]);
            for (record, (column, _)) in records.iter_mut().zip(&*pairs) {
                *record = self.columns[*column as usize];
            }
            for (step, ready) in self.laid.steps.iter().zip(&row.own.steps) {
                match ready {
                    Ready::Pairs => self.ask(step, row.mentee, records, sums),
                    _ => step.run(ready, &self.laid.records, records, sums),
                }
            }
            for ((column, value), sum) in pairs.iter_mut().zip(sums) {
                *value += unit * if row.suspects(*column) { self.points(*column as usize, row) } else { *sum };
            }
        }
    }

    /// Asks a rule or criterion pair by pair.
    fn ask(&self, step: &Step, mentee: usize, records: &[u32], sums: &mut [i32]) {
        for (sum, record) in sums.iter_mut().zip(records).filter(|(sum, _)| **sum >= 0) {
            let mentor = self.mentors[*record as usize] as usize;
            match step {
                Step::Rule(rule) if !self.rules.one_allows(*rule, mentee, mentor) => *sum = REFUSED,
                Step::Criterion { criterion, .. } => {
                    let weight = self.weighs.of(mentee, *criterion);
                    *sum += self.criteria.points_of(*criterion, mentee, mentor) as i32 * weight;
                }
                _ => {}
            }
        }
    }
}

/// Columns to be scored.
struct Batch {
    /// The first column asked for.
    first: usize,
    len: usize,
    columns: [u32; BATCH],
    /// The record of each, and what it has come to so far.
    records: [u32; BATCH],
    sums: [i32; BATCH],
    /// What each has to come to for the ask that is content with least.
    bars: [i32; BATCH],
}

/// Beyond every sum, and what can be added to it.
const FAR: i64 = 1 << 30;

/// One column in so many has to be hopeless before a batch is gone over to drop those that are: it takes as long as a
/// step or two.
const HOPELESS: usize = 8;

impl Batch {
    const fn new(first: usize) -> Self {
        let (columns, records, sums, bars) = ([0; BATCH], [0; BATCH], [0; BATCH], [0; BATCH]);
        Self { first, len: 0, columns, records, sums, bars }
    }

    /// Finds out what each column's record is, and what it has to come to: enough for one of the asks, and the floor.
    fn begin(&mut self, records: &[u32], base: i32, asks: &[Ask<'_>], floor: i32) {
        for at in 0..self.len {
            self.records[at] = records[self.columns[at] as usize];
        }
        self.sums[..self.len].fill(base);
        let bars = self.columns[..self.len].iter().zip(&mut self.bars);
        match asks {
            [] => bars.for_each(|(_, bar)| *bar = floor),
            asks => bars.for_each(|(column, bar)| {
                let at = *column as usize - self.first;
                let least = asks.iter().fold(FAR, |least, ask| least.min(ask.bar(at)));
                *bar = (least.max(-FAR) as i32).max(floor);
            }),
        }
    }

    /// Drops columns whose sums no ask can be content with, given most that can still come, where there are many.
    fn drop_hopeless(&mut self, most: i32) {
        let hopeful = hopeful(&self.sums[..self.len], &self.bars[..self.len], most) as usize;
        if (self.len - hopeful) * HOPELESS < self.len.max(1) {
            return;
        }
        let mut left = 0;
        for at in 0..self.len {
            let (column, bar, record, sum) = (self.columns[at], self.bars[at], self.records[at], self.sums[at]);
            (self.columns[left], self.bars[left], self.records[left], self.sums[left]) = (column, bar, record, sum);
            left += usize::from(is_hopeful(sum, bar, most));
        }
        self.len = left;
    }
}

/// Whether a sum can come to its bar. Sums and what is added to them stay within 2^29 of 0.
#[inline(always)]
const fn is_hopeful(sum: i32, bar: i32, most: i32) -> bool {
    sum.wrapping_add(most) >= bar
}

/// How many sums can.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
fn hopeful(sums: &[i32], bars: &[i32], most: i32) -> u32 {
    let mut many = 0_u32;
    for (sum, bar) in sums.iter().zip(bars) {
        many = many.wrapping_add(u32::from(is_hopeful(*sum, *bar, most)));
    }
    many
}

/// The bits of some words that stand for columns of a range.
fn among(columns: &Range<usize>, words: &Range<usize>, bits: &mut [u64]) {
    for (word, bits) in words.clone().zip(bits) {
        let first = columns.start.saturating_sub(word * 64).min(64);
        let end = columns.end.saturating_sub(word * 64).min(64);
        let below = |end: usize| if end == 64 { u64::MAX } else { (1 << end) - 1 };
        *bits = below(end) & !below(first);
    }
}
