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

mod classes;
mod far;
mod hopes;
mod lanes;
mod place;
mod plan;
mod steps;
mod suspects;
#[cfg(test)]
mod tests;
mod wishes;

pub(crate) use lanes::{add_level, add_to_allowed};

use crate::compile::{Compiled, shared};
use crate::criteria::Criteria;
use crate::domain::{AttributeKey, CriterionKind, RuleKind};
use crate::eligibility::Rules;
use lanes::{BLOCKS, LANES, Lanes, Live, REFUSED, Term, Word};
use place::{Stretch, Where};
use std::ops::Range;
use std::sync::Arc;
use steps::{Outlook, Ready, Step};

/// What a pair's sum is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sum {
    /// All criteria by their weights.
    Fit,
    /// The points of one criterion.
    Points(usize),
}

/// The rules and criteria of a programme over all its pairs.
#[derive(Clone)]
pub(crate) struct Kernel<'a> {
    compiled: &'a Compiled<'a>,
    rules: &'a Rules<'a>,
    criteria: &'a Criteria<'a>,
    sum: Sum,
    /// The mentor of each column.
    columns: Vec<u32>,
    steps: Vec<Step>,
    places: Option<Where>,
    /// Columns that the rule of travel may rule out together.
    stretches: Vec<Stretch>,
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
        let steps: Vec<String> = self.steps.iter().map(Step::name).collect();
        f.debug_struct("Kernel").field("columns", &self.columns.len()).field("steps", &steps).finish_non_exhaustive()
    }
}

/// A mentee, ready for tiles of mentors.
#[derive(Debug)]
pub(crate) struct Row {
    mentee: usize,
    /// What all mentors earn alike; none where nobody will do.
    base: Option<i32>,
    steps: Vec<Ready>,
    /// Most that the steps from each on can add.
    most: Vec<i32>,
    /// Columns of suspects, ascending.
    suspects: Vec<u32>,
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
        let (steps, places) = plan.steps();
        let mut column_of = vec![u32::MAX; compiled.mentors()];
        columns.iter().zip(0..).for_each(|(mentor, column)| column_of[*mentor as usize] = column);
        let mut kernel = Self {
            compiled,
            rules,
            criteria,
            sum,
            columns,
            steps,
            places,
            stretches: Vec::new(),
            suspects: Arc::new(suspects),
            column_of,
            constant,
            floor: if sum == Sum::Fit { matching.aim.floor.clamp(0, i64::from(-REFUSED)) as i32 } else { 0 },
            most: weights.iter().sum::<i64>() as i32 * 1000,
        };
        kernel.stretches = kernel.stretch();
        Some(kernel)
    }

    fn stretch(&self) -> Vec<Stretch> {
        let far = self.steps.iter().find_map(|step| if let Step::Far(far) = step { Some(far) } else { None });
        let kinds = self.steps.iter().filter_map(|step| match step {
            Step::Kinds { words, width, .. } => Some((&words[..], *width)),
            _ => None,
        });
        place::stretches(self.columns.len(), self.places.as_ref().zip(far), &kinds.collect::<Vec<_>>())
    }

    /// How many columns there are: mentors who may meet anybody at all.
    pub(crate) fn columns(&self) -> usize {
        self.columns.len()
    }

    /// The mentor of a column.
    pub(crate) fn mentor(&self, column: usize) -> usize {
        self.columns[column] as usize
    }

    /// Most a pair's sum can be.
    pub(crate) const fn most(&self) -> i32 {
        self.most
    }

    /// Gets a mentee ready.
    pub(crate) fn prepare(&self, mentee: usize) -> Row {
        let mut row = Row { mentee, base: None, steps: Vec::new(), most: Vec::new(), suspects: Vec::new() };
        if self.compiled.fixed.is_out(mentee) {
            return row;
        }
        let suspects = &self.suspects[mentee];
        // Any mentor who is no suspect stands for all the others.
        let other =
            (0..).zip(suspects).find(|(at, mentor)| at != *mentor).map_or(suspects.len(), |(at, _)| at as usize);
        let other = other.min(self.compiled.mentors().saturating_sub(1));
        let mut base: i32 =
            self.constant.iter().map(|(at, weight)| self.criteria.points_of(*at, mentee, other) as i32 * weight).sum();
        for step in &self.steps {
            row.steps.push(match step.ready(self, mentee) {
                Outlook::Ready(ready) => ready,
                Outlook::Nobody => return row,
                Outlook::Same(points) => {
                    base += points;
                    Ready::Done
                }
            });
        }
        let mut most: i32 = 0;
        row.most = self
            .steps
            .iter()
            .zip(&row.steps)
            .rev()
            .map(|(step, ready)| {
                most += step.most(ready);
                most
            })
            .collect();
        row.most.reverse();
        row.suspects =
            suspects.iter().map(|mentor| self.column_of[*mentor as usize]).filter(|at| *at != u32::MAX).collect();
        row.suspects.sort_unstable();
        row.base = Some(base);
        row
    }

    /// Columns that can hold anything for a mentee.
    pub(crate) fn ranges(&self, row: &Row, into: &mut Vec<Range<usize>>) {
        if row.base.is_none() {
            return;
        }
        let mut journey = None;
        let mut kinds = Vec::new();
        for (step, ready) in self.steps.iter().zip(&row.steps) {
            match (step, ready) {
                (Step::Far(_), Ready::Far(own, _)) => journey = Some(&**own),
                (Step::Kinds { .. }, Ready::Words(wanted)) => kinds.push(Some(&wanted[..])),
                (Step::Kinds { .. }, _) => kinds.push(None),
                _ => {}
            }
        }
        let begin = into.len();
        let mut suspects = row.suspects.iter().map(|column| *column as usize).peekable();
        for stretch in &self.stretches {
            let columns = stretch.columns();
            // Kinds may be for suspects alone.
            let mut is_suspect = false;
            while suspects.next_if(|column| *column < columns.end).is_some() {
                is_suspect = true;
            }
            if !is_suspect && !stretch.is_open(journey, &kinds) {
                continue;
            }
            match into[begin..].last_mut() {
                Some(last) if last.end == columns.start => last.end = columns.end,
                _ => into.push(columns),
            }
        }
    }

    /// The points that make up the sum of one pair, whether allowed or not.
    pub(crate) fn points(&self, column: usize, row: &Row) -> i32 {
        match self.sum {
            Sum::Fit => self.criteria.fit(row.mentee, self.mentor(column)) as i32,
            Sum::Points(one) => self.criteria.points_of(one, row.mentee, self.mentor(column)) as i32,
        }
    }

    /// The sums of a mentee with a stretch of columns, [`i32::MIN`] for pairs that are not allowed. Pairs that do not
    /// come to `least` and their column's price may be left out.
    pub(crate) fn sums(&self, row: &Row, columns: Range<usize>, least: i32, prices: &[i32], values: &mut [i32]) {
        let Some(base) = row.base else { return values.fill(i32::MIN) };
        let mut sums = [[0; LANES]; BLOCKS];
        let mut bars = [[0; LANES]; BLOCKS];
        let mut at = columns.start;
        while at < columns.end {
            let from = at / LANES;
            let end = columns.end.min((from + BLOCKS) * LANES);
            let many = end.div_ceil(LANES) - from;
            let sums = &mut sums[..many];
            sums.fill([base; LANES]);
            // Suspects are nobody's business but the reference's.
            for column in row.suspects_in(at..end) {
                sums.as_flattened_mut()[column - from * LANES] = REFUSED;
            }
            let own = at - from * LANES..end - from * LANES;
            let asked = at - columns.start..end - columns.start;
            if !prices.is_empty() {
                bars.as_flattened_mut()[own.clone()].copy_from_slice(&prices[asked.clone()]);
            }
            let mut live = Live::all(many);
            for (step, (ready, most)) in self.steps.iter().zip(row.steps.iter().zip(&row.most)) {
                if step.is_dear() && (least > REFUSED || self.floor > 0) {
                    lanes::drop_hopeless(live, &bars[..many], least, self.floor, *most, sums);
                    live = lanes::standing(live, sums);
                }
                match ready {
                    Ready::Done => continue,
                    Ready::Pairs => self.ask(step, row.mentee, from * LANES, sums),
                    _ => step.run(ready, self.places.as_ref(), from, live, sums),
                }
                if step.refuses() {
                    live = lanes::standing(live, sums);
                }
                if live.is_empty() {
                    break;
                }
            }
            lanes::conclude(&sums.as_flattened()[own], self.floor, &mut values[asked]);
            at = end;
        }
        for column in row.suspects_in(columns.clone()) {
            values[column - columns.start] = self.reference(row.mentee, column).unwrap_or(i32::MIN);
        }
    }

    /// Asks a rule or criterion pair by pair, of the pairs that are left.
    fn ask(&self, step: &Step, mentee: usize, from: usize, sums: &mut [Lanes<i32>]) {
        let left = sums.as_flattened_mut().iter_mut().zip(&self.columns[from..]).filter(|(sum, _)| **sum >= 0);
        for (sum, mentor) in left {
            let mentor = *mentor as usize;
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

    /// A mentee's terms under a criterion of terms in common; none for a blank.
    fn terms(&self, criterion: usize, attribute: &AttributeKey, mentee: usize) -> Option<Vec<Term>> {
        let column = self.compiled.mentees.column(attribute);
        let set = column.terms(mentee)?;
        let (worths, _) = self.criteria.worths(criterion)?;
        let bit = |term: usize| (term / 32, 1 << (term % 32));
        let terms = shared(set, set).map(|term| {
            let (word, bit_of) = bit(term);
            let narrower = column.lattice().map_or_else(Vec::new, |lattice| {
                let below = shared(set, set).filter(|below| lattice.above(*below).contains(&term));
                let mut words: Vec<Word> = Vec::new();
                for (word, bits) in below.map(bit) {
                    match words.iter_mut().find(|(known, _)| *known == word) {
                        Some((_, known)) => *known |= bits,
                        None => words.push((word, bits)),
                    }
                }
                words
            });
            Term { word, bit: bit_of, worth: worths.get(term).map_or(0, |worth| *worth as i32), narrower }
        });
        Some(terms.collect())
    }

    /// The same with some of the columns, ascending.
    pub(crate) fn select(&self, columns: &[u32]) -> Self {
        let chosen: Vec<u32> = columns.iter().map(|column| self.columns[*column as usize]).collect();
        let mut column_of = vec![u32::MAX; self.column_of.len()];
        chosen.iter().zip(0..).for_each(|(mentor, column)| column_of[*mentor as usize] = column);
        let mut kernel = Self {
            columns: chosen,
            column_of,
            steps: self.steps.iter().map(|step| step.select(columns)).collect(),
            places: self.places.as_ref().map(|places| places.select(columns)),
            stretches: Vec::new(),
            suspects: Arc::clone(&self.suspects),
            constant: self.constant.clone(),
            ..*self
        };
        kernel.stretches = kernel.stretch();
        kernel
    }
}

/// Some columns of blocks of them.
fn select<T: Copy + Default>(blocks: &[Lanes<T>], columns: &[u32]) -> Vec<Lanes<T>> {
    classes::lanes(columns, T::default(), |column| blocks[column / LANES][column % LANES])
}

/// The same for blocks of several words.
fn select_words(blocks: &[Lanes<u32>], width: usize, columns: &[u32]) -> Vec<Lanes<u32>> {
    classes::words(columns, width, |column| {
        (0..width).map(|word| blocks[column / LANES * width + word][column % LANES]).collect()
    })
}
