//! Whether and how well every pair fits, many at a time: rules as sets of mentors, criteria as loops over those left.
//!
//! The rules and criteria themselves, pair by pair, are the reference. Each rule leaves a mentee a set of mentors, a
//! bit each (`gates`, `travel`), and sets tell as well who can reach the bar at all (`telling`). Whoever is left is
//! scored by steps that each look into a record of the mentor (`steps`, `points`), in an `order` that drops most pairs
//! early. What tells few people apart on either side (a gender, a language, an age, a wish about one of them) is asked
//! of the reference once for each combination and looked up from then on. What is neither, such as a criterion of the
//! embedding program, is asked pair by pair of those that are left, and so is everybody with whom something is
//! recorded: excluded, chosen, met before. Either way the integers are the reference's.

#![allow(
    clippy::indexing_slicing,
    reason = "an index here counts mentors, sets, words or classes that the kernel itself laid out: a miss is a defect \
              of it, never of the programme"
)]
#![allow(clippy::inline_always, reason = "what is not inlined into a loop is not compiled for its instruction set")]

mod bitmaps;
mod classes;
mod distance;
mod find;
mod gates;
mod hopes;
mod order;
mod place;
mod plan;
mod points;
mod records;
mod row;
mod steps;
mod suspects;
mod telling;
#[cfg(test)]
mod tests;
mod travel;
mod weighs;
mod wishes;

pub(crate) use find::Asked;
pub(crate) use row::Row;
pub(crate) use telling::Ask;

use crate::compile::{Compiled, Meeting, shared};
use crate::criteria::Criteria;
use crate::domain::{AttributeKey, CriterionKind, RuleKind};
use crate::eligibility::Rules;
use bitmaps::Bitmaps;
use plan::Laid;
use points::{Term, Word};
use row::Remembered;
use std::sync::Arc;
use steps::{Set, Step};
use travel::Near;
use weighs::Weighs;

/// The sum of a pair that was refused. No pair that stands has as much, so no addition lifts one above 0.
const REFUSED: i32 = -(1 << 28);

/// Classes that a table tells apart.
const CLASSES: usize = 256;

/// Most that points may be divided by, so that no sum of worths leaves 31 bits.
const MOST_FULL_AT: i64 = 1024;

/// What a pair's sum is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sum {
    /// All criteria by their weights.
    Fit,
    /// The points of one criterion.
    Points(usize),
    /// What of the fit is the mentor's.
    OfMentor,
}

/// The rules and criteria of a programme over all its pairs.
pub(crate) struct Kernel<'a> {
    compiled: &'a Compiled<'a>,
    meeting: Meeting<'a>,
    rules: &'a Rules<'a>,
    criteria: &'a Criteria<'a>,
    sum: Sum,
    weighs: Weighs<'a>,
    laid: Arc<Laid>,
    /// The mentor of each record.
    mentors: Arc<Vec<u32>>,
    /// The record of each column.
    columns: Vec<u32>,
    /// Sets of columns.
    sets: Bitmaps,
    /// Where columns are, where the rule of travel asks.
    near: Option<Near>,
    /// For each mentee, mentors with whom anything is recorded, ascending.
    suspects: Arc<Vec<Vec<u32>>>,
    /// The column of each mentor; [`u32::MAX`] for none.
    column_of: Vec<u32>,
    /// Criteria that are the same for all mentors of a mentee but suspects.
    constant: Vec<usize>,
    /// Pairs with less are not allowed.
    floor: i32,
    /// What of the fit is the mentor's, where either side's part of it has a floor.
    of_mentor: Option<Box<Self>>,
    most: i32,
    remembered: Remembered,
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
        let (suspects, apart) = rayon::join(|| suspects::suspects(compiled), || suspects::set_apart(compiled));
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
        let travels = matching.rules.iter().find_map(|rule| match rule.kind {
            RuleKind::Travel { who, .. } => Some(who),
            _ => None,
        });
        if let Some(who) = travels {
            place::in_order_of_place(compiled, who, &mut columns);
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
        let weighs = Weighs::new(criteria, sum);
        let weights: Vec<i64> = (0..matching.criteria.len()).map(|at| weighs.most(at)).collect();
        let constant = matching.criteria.iter().enumerate().filter(|(_, criterion)| {
            matches!(criterion.kind, CriterionKind::RankedChoices { .. } | CriterionKind::Supplied { .. })
        });
        let constant = constant.map(|(at, _)| at).filter(|at| weights[*at] != 0).collect();
        let with_rules = sum == Sum::Fit;
        let plan = plan::Plan::new(compiled, rules, (criteria, weighs), &columns, &apart, &weights, with_rules);
        let (laid, sets) = plan.laid();
        let mentors = columns;
        let columns: Vec<u32> = (0..mentors.len() as u32).collect();
        let mut kernel = Self {
            compiled,
            meeting: Meeting::new(compiled),
            rules,
            criteria,
            sum,
            weighs,
            laid: Arc::new(laid),
            column_of: vec![u32::MAX; compiled.mentors()],
            mentors: Arc::new(mentors),
            columns,
            sets,
            near: None,
            suspects: Arc::new(suspects),
            constant,
            of_mentor: None,
            floor: if sum == Sum::Fit { matching.aim.floor.clamp(0, i64::from(-REFUSED)) as i32 } else { 0 },
            // Everybody's weights add up to as much.
            most: if matches!(sum, Sum::Points(_)) { 1000 } else { matching.full_fit() as i32 },
            remembered: Remembered::default(),
        };
        kernel.find_columns();
        kernel.put_in_order();
        if sum == Sum::Fit && (matching.aim.mentee_floor > 0 || matching.aim.mentor_floor > 0) {
            kernel.of_mentor = Some(Box::new(Self::new(compiled, rules, criteria, Sum::OfMentor)?));
        }
        Some(kernel)
    }

    /// Remembers of mentees what is the same in all passes, if there are not too many of them.
    pub(crate) fn remembering(mut self) -> Self {
        self.remembered = Remembered::of(self.compiled.mentees());
        self.of_mentor = self.of_mentor.map(|part| Box::new(part.remembering()));
        self
    }

    fn find_columns(&mut self) {
        for (record, column) in self.columns.iter().zip(0..) {
            self.column_of[self.mentors[*record as usize] as usize] = column;
        }
        self.near = self.laid.far.as_ref().map(|far| far.near(&self.columns));
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

    /// Whether pairs can be counted without being scored: rules asked pair by pair and floors are past sets, so where
    /// there are any everything is looked at.
    pub(crate) fn counts_alone(&self) -> bool {
        self.floor == 0 && self.of_mentor.is_none() && !matches!(self.laid.steps.first(), Some(Step::Rule(_)))
    }

    /// The points that make up the sum of one pair, whether allowed or not.
    pub(crate) fn points(&self, column: usize, row: &Row) -> i32 {
        match self.sum {
            Sum::Fit => self.criteria.fit(row.mentee, self.mentor(column)) as i32,
            Sum::Points(one) => self.criteria.points_of(one, row.mentee, self.mentor(column)) as i32,
            Sum::OfMentor => self.criteria.mentor_fit(row.mentee, self.mentor(column)) as i32,
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
            Sum::OfMentor => self.criteria.mentor_fit(mentee, mentor),
        };
        if self.sum == Sum::Fit && !self.criteria.reaches(mentee, mentor, sum) {
            return None;
        }
        i32::try_from(sum).ok().filter(|sum| *sum >= self.floor)
    }

    /// The fits of a mentee's pairs with some mentors by the reference; none where one of them is not allowed. For a kernel
    /// of fits alone.
    pub(crate) fn references(&self, mentee: usize, mentors: &[usize]) -> Option<Vec<i64>> {
        if self.compiled.fixed.is_out(mentee) || !self.rules.allow_all(mentee, mentors) {
            return None;
        }
        let fits = self.criteria.fits(mentee, mentors);
        let mut pairs = mentors.iter().zip(&fits);
        let reach = pairs.all(|(mentor, fit)| {
            self.criteria.reaches(mentee, *mentor, *fit) && (i64::from(self.floor)..=i64::from(i32::MAX)).contains(fit)
        });
        reach.then_some(fits)
    }

    /// A mentee's terms under a criterion of terms in common, as mentors' records have them; none for a blank.
    fn terms(&self, criterion: usize, place: usize, mentee: usize, at: &Set) -> Vec<Term> {
        let column = self.compiled.mentees.column_at(place);
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
            near: None,
            suspects: Arc::clone(&self.suspects),
            column_of: vec![u32::MAX; self.column_of.len()],
            constant: self.constant.clone(),
            of_mentor: self.of_mentor.as_ref().map(|part| Box::new(part.select(columns))),
            remembered: self.remembered.clone(),
            ..*self
        };
        kernel.find_columns();
        kernel
    }
}
