//! Whether and how well every pair fits, many at a time: the rules and criteria as loops over columns.
//!
//! The rules and criteria themselves, pair by pair, are the reference. What looks at few different people on either
//! side (a gender, a language, an age, a wish about one of them) is asked of the reference once for each combination
//! and looked up from then on. What looks at sets, weeks and places has a loop of its own. What does neither, such as a
//! criterion of the embedding program, is asked pair by pair of those that are left, and so is everybody with whom
//! something is recorded: excluded, chosen, met before. Either way the integers are the reference's.

#![allow(
    clippy::indexing_slicing,
    reason = "an index here counts mentors, blocks or classes that the kernel itself laid out: a miss is a defect of \
              it, never of the programme"
)]
#![allow(clippy::inline_always, reason = "what is not inlined into a loop is not compiled for its instruction set")]

mod bitmaps;
mod classes;
mod far;
mod gates;
mod hopes;
mod place;
mod plan;
mod points;
mod records;
mod steps;
mod suspects;
mod telling;
#[cfg(test)]
mod tests;
mod wishes;

pub(crate) use telling::Ask;

use crate::compile::{Compiled, shared};
use crate::criteria::Criteria;
use crate::domain::{AttributeKey, CriterionKind, RuleKind};
use crate::eligibility::Rules;
use bitmaps::{Bitmaps, WORDS};
use far::Journey;
use gates::Wanted;
use place::{Area, Left};
use plan::Laid;
use points::{Term, Word};
use std::ops::Range;
use std::sync::Arc;
use steps::{Outlook, Ready, Set, Step};
use telling::Telling;

/// The sum of a pair that was refused. No pair that stands has as much, so no addition lifts one above 0.
const REFUSED: i32 = -(1 << 28);

/// Classes that a table tells apart.
const CLASSES: usize = 256;

/// Most that points may be divided by, so that no sum of worths leaves 31 bits.
const MOST_FULL_AT: i64 = 1024;

/// Pairs that steps go over together.
const BATCH: usize = 256;

/// What a pair's sum is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sum {
    /// All criteria by their weights.
    Fit,
    /// The points of one criterion.
    Points(usize),
}

/// The rules and criteria of a programme over all its pairs.
pub(crate) struct Kernel<'a> {
    compiled: &'a Compiled<'a>,
    rules: &'a Rules<'a>,
    criteria: &'a Criteria<'a>,
    sum: Sum,
    laid: Arc<Laid>,
    /// The mentor of each record.
    mentors: Arc<Vec<u32>>,
    /// The record of each column.
    columns: Vec<u32>,
    /// Sets of columns.
    sets: Bitmaps,
    /// Columns that the rule of travel may rule out together, 64 at a time.
    areas: Vec<Area>,
    /// For each mentee, mentors with whom anything is recorded, ascending.
    suspects: Arc<Vec<Vec<u32>>>,
    /// The column of each mentor; [`u32::MAX`] for none.
    column_of: Vec<u32>,
    /// Criteria that are the same for all mentors of a mentee but suspects, with their weights.
    constant: Vec<(usize, i32)>,
    /// Pairs with less are not allowed.
    floor: i32,
    most: i32,
}

impl std::fmt::Debug for Kernel<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let steps: Vec<String> = self.laid.steps.iter().map(Step::name).collect();
        let columns = self.columns.len();
        let gates = self.laid.gates.len();
        let kernel = &mut f.debug_struct("Kernel");
        kernel.field("columns", &columns).field("gates", &gates).field("steps", &steps).finish_non_exhaustive()
    }
}

/// A mentee, ready for tiles of mentors.
#[derive(Debug)]
pub(crate) struct Row {
    mentee: usize,
    /// What all mentors earn alike; none where nobody will do.
    base: Option<i32>,
    wanted: Wanted,
    journey: Option<Box<Journey>>,
    steps: Vec<Ready>,
    /// Most that the steps from each on can add.
    most: Vec<i32>,
    telling: Vec<Telling>,
    /// Columns of suspects, ascending.
    suspects: Vec<u32>,
}

/// What is asked of a row's pairs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked<'b> {
    /// Pairs are of interest that one of these is content with; all pairs, where there is none.
    pub(crate) asks: &'b [Ask<'b>],
    /// Whether allowed pairs are counted, of interest or not.
    pub(crate) counts: bool,
}

impl Row {
    /// What the mentee's pairs have in common, suspects' aside; none where steps have to tell.
    pub(crate) fn same(&self) -> Option<i32> {
        self.base.filter(|_| self.steps.iter().all(|ready| matches!(ready, Ready::Done)))
    }

    /// The suspects among some columns.
    pub(crate) fn suspects_in(&self, columns: Range<usize>) -> impl Iterator<Item = usize> {
        let first = self.suspects.partition_point(|column| (*column as usize) < columns.start);
        self.suspects[first..].iter().map(|column| *column as usize).take_while(move |column| *column < columns.end)
    }

    /// Whether a column is a suspect's.
    pub(crate) fn suspects(&self, column: u32) -> bool {
        self.suspects.binary_search(&column).is_ok()
    }
}

impl<'a> Kernel<'a> {
    /// Lays the programme out; none where sums could leave 28 bits or there are no pairs at all. Time and memory linear
    /// in people, but for classes of people alike, which take a logarithm.
    pub(crate) fn new(
        compiled: &'a Compiled<'a>,
        rules: &'a Rules<'a>,
        criteria: &'a Criteria<'a>,
        sum: Sum,
    ) -> Option<Self> {
        let matching = compiled.matching;
        if compiled.mentees() == 0 || matching.full_fit() >= i64::from(-REFUSED) {
            return None;
        }
        let suspects = suspects::suspects(compiled);
        let apart = suspects::set_apart(compiled);
        let mut wanted = vec![false; compiled.mentors()];
        suspects.iter().flatten().for_each(|mentor| wanted[*mentor as usize] = true);
        let alone: Vec<usize> = rules
            .objecting()
            .iter()
            .copied()
            .filter(|rule| {
                let kind = matching.rules.get(*rule).map(|rule| &rule.kind);
                matches!(kind, Some(RuleKind::Checks { .. } | RuleKind::Training { .. }))
            })
            .collect();
        let open = |mentor: &usize| {
            compiled.fixed.free(*mentor) > 0
                && (!apart[*mentor] || wanted[*mentor])
                && alone.iter().all(|rule| rules.one_allows(*rule, 0, *mentor))
        };
        let mut columns: Vec<u32> = (0..compiled.mentors()).filter(open).map(|mentor| mentor as u32).collect();
        if matching.rules.iter().any(|rule| matches!(rule.kind, RuleKind::Travel { .. })) {
            place::in_order_of_place(compiled, &mut columns);
        } else {
            let attributes = matching.rules.iter().filter_map(|rule| match &rule.kind {
                RuleKind::AttributeBounds { attribute, .. } => Some(attribute.clone()),
                RuleKind::DeliveryMethod { .. } => Some(AttributeKey::new("delivery_methods")),
                RuleKind::DeliveryModel { .. } => Some(AttributeKey::new("delivery_models")),
                RuleKind::SharedLanguage { .. } => Some(AttributeKey::new("languages")),
                _ => None,
            });
            place::in_order_of_kind(compiled, &mut columns, &attributes.collect::<Vec<_>>());
        }
        let weights: Vec<i64> = matching
            .criteria
            .iter()
            .enumerate()
            .map(|(at, criterion)| match sum {
                Sum::Fit => criterion.weight,
                Sum::Points(one) => i64::from(one == at),
            })
            .collect();
        let constant = matching.criteria.iter().enumerate().filter(|(_, criterion)| {
            matches!(criterion.kind, CriterionKind::RankedChoices { .. } | CriterionKind::Supplied { .. })
        });
        let constant = constant.map(|(at, _)| (at, weights[at] as i32)).filter(|(_, weight)| *weight != 0).collect();
        let with_rules = sum == Sum::Fit;
        let plan = plan::Plan::new(compiled, rules, criteria, &columns, &apart, &weights, with_rules);
        let (laid, sets) = plan.laid();
        let mentors = columns;
        let columns: Vec<u32> = (0..mentors.len() as u32).collect();
        let mut kernel = Self {
            compiled,
            rules,
            criteria,
            sum,
            laid: Arc::new(laid),
            column_of: vec![u32::MAX; compiled.mentors()],
            mentors: Arc::new(mentors),
            columns,
            sets,
            areas: Vec::new(),
            suspects: Arc::new(suspects),
            constant,
            floor: if sum == Sum::Fit { matching.aim.floor.clamp(0, i64::from(-REFUSED)) as i32 } else { 0 },
            most: weights.iter().sum::<i64>() as i32 * 1000,
        };
        kernel.find_columns();
        Some(kernel)
    }

    fn find_columns(&mut self) {
        for (record, column) in self.columns.iter().zip(0..) {
            self.column_of[self.mentors[*record as usize] as usize] = column;
        }
        self.areas = self.laid.far.as_ref().map_or_else(Vec::new, |far| far.areas(&self.columns));
    }

    /// How many columns there are: mentors who may meet anybody at all.
    pub(crate) fn columns(&self) -> usize {
        self.columns.len()
    }

    /// The mentor of a column.
    pub(crate) fn mentor(&self, column: usize) -> usize {
        self.mentors[self.columns[column] as usize] as usize
    }

    /// Most a pair's sum can be.
    pub(crate) const fn most(&self) -> i32 {
        self.most
    }

    /// Gets a mentee ready.
    pub(crate) fn prepare(&self, mentee: usize) -> Row {
        let mut row = Row {
            mentee,
            base: None,
            wanted: Wanted::default(),
            journey: None,
            steps: Vec::new(),
            most: Vec::new(),
            telling: Vec::new(),
            suspects: Vec::new(),
        };
        if self.compiled.fixed.is_out(mentee) {
            return row;
        }
        let suspects = &self.suspects[mentee];
        row.suspects =
            suspects.iter().map(|mentor| self.column_of[*mentor as usize]).filter(|at| *at != u32::MAX).collect();
        row.suspects.sort_unstable();
        // Any mentor who is no suspect stands for all the others.
        let other =
            (0..).zip(suspects).find(|(at, mentor)| at != *mentor).map_or(suspects.len(), |(at, _)| at as usize);
        let other = other.min(self.compiled.mentors().saturating_sub(1));
        let mut base: i32 =
            self.constant.iter().map(|(at, weight)| self.criteria.points_of(*at, mentee, other) as i32 * weight).sum();
        // Suspects are the reference's alone, so they are looked at even where nobody else will do.
        row.base = Some(base);
        if !self.laid.gates.iter().all(|gate| gate.want(mentee, &mut row.wanted)) {
            row.wanted = Wanted { any: vec![Vec::new()], ..Wanted::default() };
            return row;
        }
        row.journey = self
            .laid
            .far
            .as_ref()
            .zip(self.laid.places.as_ref())
            .map(|(far, places)| Box::new(far.journey(self.compiled, places, mentee)));
        for step in &self.laid.steps {
            row.steps.push(match step.ready(self, mentee) {
                Outlook::Ready(ready, telling) => {
                    row.telling.extend(telling);
                    ready
                }
                Outlook::Same(points) => {
                    base += points;
                    Ready::Done
                }
            });
        }
        row.base = Some(base);
        row.telling.sort_by_key(|telling| -telling.weight());
        row.telling.truncate(2);
        let mut most: i32 = 0;
        let steps = self.laid.steps.iter().zip(&row.steps).rev();
        row.most = steps
            .map(|(step, ready)| {
                most += step.most(ready);
                most
            })
            .collect();
        row.most.reverse();
        row
    }

    /// The points that make up the sum of one pair, whether allowed or not.
    pub(crate) fn points(&self, column: usize, row: &Row) -> i32 {
        match self.sum {
            Sum::Fit => self.criteria.fit(row.mentee, self.mentor(column)) as i32,
            Sum::Points(one) => self.criteria.points_of(one, row.mentee, self.mentor(column)) as i32,
        }
    }

    /// Adds the pairs of a mentee with a stretch of columns that are of interest, and perhaps others that are allowed,
    /// each with its sum, in any order. Returns how many are allowed, where that was asked.
    pub(crate) fn find(&self, row: &Row, columns: Range<usize>, asked: Asked<'_>, found: &mut Vec<(u32, i32)>) -> u32 {
        let Some(base) = row.base else { return 0 };
        let begin = found.len();
        // Rules asked pair by pair and floors are past sets, so where those count everything is looked at.
        let exact = self.floor == 0 && !matches!(self.laid.steps.first(), Some(Step::Rule(_)));
        let asks = if asked.counts && !exact { &[][..] } else { asked.asks };
        let most = i64::from(base) + i64::from(row.most.first().copied().unwrap_or(0));
        let mut allowed = 0;
        let mut batch = Batch { first: columns.start, len: 0, columns: [0; BATCH] };
        let all = columns.start / 64..columns.end.div_ceil(64);
        for from in all.clone().step_by(WORDS) {
            let words = from..all.end.min(from + WORDS);
            let mut bits = [0; WORDS];
            let bits = &mut bits[..words.len()];
            among(&columns, &words, bits);
            row.wanted.keep(&self.sets, &words, bits);
            for column in row.suspects_in(columns.start.max(words.start * 64)..columns.end.min(words.end * 64)) {
                bits[column / 64 - words.start] &= !(1 << (column % 64));
            }
            if asked.counts {
                self.keep_near(row, words.start, bits);
                allowed += if exact { bitmaps::many(bits) } else { 0 };
            }
            if !asks.is_empty() {
                telling::keep_hopeful(&row.telling, &self.sets, asks, most, &words, bits);
            }
            if !asked.counts {
                self.keep_near(row, words.start, bits);
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
        for column in row.suspects_in(columns) {
            if let Some(sum) = self.reference(row.mentee, column) {
                found.push((column as u32, sum));
                allowed += u32::from(exact);
            }
        }
        if exact { allowed } else { (found.len() - begin) as u32 }
    }

    /// Keeps of some words' columns those whom the rule of travel allows.
    fn keep_near(&self, row: &Row, first: usize, bits: &mut [u64]) {
        let Some((far, journey)) = self.laid.far.as_ref().zip(row.journey.as_ref()) else { return };
        for (word, bits) in (first..).zip(bits).filter(|(_, bits)| **bits != 0) {
            match self.areas[word].left(journey) {
                Left::Everybody => {}
                Left::Nobody => *bits = 0,
                Left::Some => {
                    let mut left = *bits;
                    while left != 0 {
                        let column = word * 64 + left.trailing_zeros() as usize;
                        if !far.allows(journey, self.columns[column]) {
                            *bits &= !(1 << (column % 64));
                        }
                        left &= left - 1;
                    }
                }
            }
        }
    }

    /// Goes over the steps with a batch of columns, dropping those that no ask can be content with, and empties it.
    fn score(&self, row: &Row, base: i32, batch: &mut Batch, asks: &[Ask<'_>], found: &mut Vec<(u32, i32)>) {
        let (mut records, mut sums) = ([0; BATCH], [base; BATCH]);
        for (record, column) in records.iter_mut().zip(&batch.columns[..batch.len]) {
            *record = self.columns[*column as usize];
        }
        for (step, (ready, most)) in self.laid.steps.iter().zip(row.steps.iter().zip(&row.most)) {
            if matches!(ready, Ready::Done) {
                continue;
            }
            if !asks.is_empty() {
                batch.drop_hopeless(asks, *most, &mut records, &mut sums);
            }
            let (records, sums) = (&records[..batch.len], &mut sums[..batch.len]);
            match ready {
                Ready::Pairs => self.ask(step, row.mentee, records, sums),
                _ => step.run(ready, &self.laid.records, records, sums),
            }
        }
        if !asks.is_empty() {
            batch.drop_hopeless(asks, 0, &mut records, &mut sums);
        }
        let sums = batch.columns[..batch.len].iter().zip(&sums).filter(|(_, sum)| **sum >= self.floor);
        found.extend(sums.map(|(column, sum)| (*column, *sum)));
        batch.len = 0;
    }

    /// The sums of a mentee with some columns, suspects' aside, whether allowed or not.
    pub(crate) fn add(&self, row: &Row, unit: i32, pairs: &mut [(u32, i32)]) {
        let Some(base) = row.base else { return };
        for pairs in pairs.chunks_mut(BATCH) {
            let (mut records, mut sums) = ([0; BATCH], [base; BATCH]);
            let (records, sums) = (&mut records[..pairs.len()], &mut sums[..pairs.len()]);
            for (record, (column, _)) in records.iter_mut().zip(&*pairs) {
                *record = self.columns[*column as usize];
            }
            for (step, ready) in self.laid.steps.iter().zip(&row.steps) {
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
                Step::Criterion { criterion, weight } => {
                    *sum += self.criteria.points_of(*criterion, mentee, mentor) as i32 * weight;
                }
                _ => {}
            }
        }
    }

    /// The sum of one pair by the reference; none where it is not allowed.
    pub(crate) fn reference(&self, mentee: usize, column: usize) -> Option<i32> {
        let mentor = self.mentor(column);
        if self.compiled.fixed.is_out(mentee) || !self.rules.allow(mentee, mentor) {
            return None;
        }
        let sum = match self.sum {
            Sum::Fit => self.criteria.fit(mentee, mentor),
            Sum::Points(one) => self.criteria.points_of(one, mentee, mentor),
        };
        i32::try_from(sum).ok().filter(|sum| *sum >= self.floor)
    }

    /// A mentee's terms under a criterion of terms in common, as mentors' records have them; none for a blank.
    fn terms(&self, criterion: usize, attribute: &AttributeKey, mentee: usize, at: &Set) -> Vec<Term> {
        let column = self.compiled.mentees.column(attribute);
        let Some((set, (worths, _))) = column.terms(mentee).zip(self.criteria.worths(criterion)) else {
            return Vec::new();
        };
        let place = |term: usize| (term / 64 < at.width).then(|| (at.at + term / 64, 1 << (term % 64)));
        let terms = shared(set, set).filter_map(|term| {
            let (word, bit) = place(term)?;
            let narrower = column.lattice().map_or_else(Vec::new, |lattice| {
                let below = shared(set, set).filter(|below| lattice.above(*below).contains(&term));
                let mut words: Vec<Word> = Vec::new();
                for (word, bits) in below.filter_map(place) {
                    match words.iter_mut().find(|(known, _)| *known == word) {
                        Some((_, known)) => *known |= bits,
                        None => words.push((word, bits)),
                    }
                }
                words
            });
            Some(Term { word, bit, worth: worths.get(term).map_or(0, |worth| *worth as i32), narrower })
        });
        terms.collect()
    }

    /// The same with some of the columns, ascending.
    pub(crate) fn select(&self, columns: &[u32]) -> Self {
        let mut kernel = Self {
            laid: Arc::clone(&self.laid),
            mentors: Arc::clone(&self.mentors),
            columns: columns.iter().map(|column| self.columns[*column as usize]).collect(),
            sets: self.sets.select(columns),
            areas: Vec::new(),
            suspects: Arc::clone(&self.suspects),
            column_of: vec![u32::MAX; self.column_of.len()],
            constant: self.constant.clone(),
            ..*self
        };
        kernel.find_columns();
        kernel
    }
}

/// Columns to be scored.
struct Batch {
    /// The first column asked for.
    first: usize,
    len: usize,
    columns: [u32; BATCH],
}

impl Batch {
    /// Drops columns whose sums no ask can be content with, given most that can still come.
    fn drop_hopeless(&mut self, asks: &[Ask<'_>], most: i32, records: &mut [u32; BATCH], sums: &mut [i32; BATCH]) {
        let mut left = 0;
        for at in 0..self.len {
            let (column, record, sum) = (self.columns[at], records[at], sums[at]);
            let reached = i64::from(sum) + i64::from(most);
            let mut hopeful = false;
            for ask in asks {
                hopeful |= reached >= ask.bar(column as usize - self.first);
            }
            (self.columns[left], records[left], sums[left]) = (column, record, sum);
            left += usize::from(hopeful);
        }
        self.len = left;
    }
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
