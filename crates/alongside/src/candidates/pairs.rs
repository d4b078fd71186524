//! A programme's pairs for passes that never store them.

use super::Front;
use super::kernel::{Ask, Asked, Kernel, Row, Sum};
use crate::compile::Compiled;
use crate::criteria::Criteria;
use crate::domain::{Quality, tie_begun, tie_break_of};
use crate::eligibility::Rules;
use alongside_solver::ProblemParts;
use alongside_solver::pairs::{AllPairs, Bar, Found, MAX_BLOCK_VALUE, NOT_ALLOWED};
use std::ops::Range;
use std::sync::Arc;

/// All pairs of a programme, screened and scored when asked: mentees are rows, mentors who may meet anybody at all are
/// columns, in an order of their own. The levels are those of the aim: the criteria that come before total fit, total
/// fit, the seed's choice.
pub struct ProgrammePairs<'a> {
    compiled: &'a Compiled<'a>,
    criteria: &'a Criteria<'a>,
    front: Front<'a>,
    fit: Kernel<'a>,
    /// The points of each criterion that comes before total fit.
    first: Vec<Kernel<'a>>,
    /// What each mentee's seeded choices begin with.
    ties: Arc<Vec<u64>>,
}

impl std::fmt::Debug for ProgrammePairs<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProgrammePairs").field("fit", &self.fit).field("first", &self.first).finish_non_exhaustive()
    }
}

/// A mentee ready for both kernels.
#[derive(Debug)]
pub struct ReadyRow {
    fit: Row,
    first: Vec<Row>,
}

impl<'a> ProgrammePairs<'a> {
    /// Lays the programme out in columns; none where there are no people on a side, where the weights add up to so much
    /// that a pair's fit could leave 28 bits, or where the aim's quality is another than total fit.
    pub fn new(compiled: &'a Compiled<'a>, rules: &'a Rules<'a>, criteria: &'a Criteria<'a>) -> Option<Self> {
        if compiled.matching.aim.quality != Quality::TotalFit {
            return None;
        }
        let kernel =
            |sum| Kernel::new(compiled, rules, criteria, sum).filter(|kernel| kernel.most() <= MAX_BLOCK_VALUE);
        let first = compiled.matching.aim.first.iter().map(|criterion| kernel(Sum::Points(*criterion)));
        let front = Front::new(compiled, criteria);
        let matching = compiled.matching;
        let ties = matching.mentees.iter().map(|mentee| tie_begun(matching.seed, &mentee.person.id)).collect();
        let first = first.collect::<Option<_>>()?;
        Some(Self { compiled, criteria, front, fit: kernel(Sum::Fit)?, first, ties: Arc::new(ties) })
    }

    /// The mentor of a column.
    pub fn mentor(&self, column: usize) -> usize {
        self.fit.mentor(column)
    }

    /// All candidates of a mentee with their fits, mentors in order of id. Time linear in mentors.
    pub(crate) fn row(&self, mentee: usize) -> Vec<(usize, i64)> {
        let row = super::listed(&self.fit, &self.front, mentee);
        row.into_iter().map(|(mentor, worth)| (mentor as usize, worth.fit)).collect()
    }

    /// What a solver has to know of mentees and mentors beside their pairs.
    pub fn frame(&self) -> ProblemParts {
        let matching = self.compiled.matching;
        let columns = 0..self.fit.columns();
        ProblemParts {
            tier_count: matching.aim.tiers,
            tiers: matching.mentees.iter().map(|mentee| mentee.tier - 1).collect(),
            capacities: columns.map(|column| self.compiled.fixed.free(self.mentor(column))).collect(),
            ..ProblemParts::default()
        }
    }
}

impl AllPairs for ProgrammePairs<'_> {
    type Row = ReadyRow;

    fn rows(&self) -> usize {
        self.compiled.mentees()
    }

    fn columns(&self) -> usize {
        self.fit.columns()
    }

    fn levels(&self) -> usize {
        self.compiled.matching.aim.first.len() + 2
    }

    fn together(&self) -> usize {
        self.first.len() + 1
    }

    fn most(&self, level: usize) -> i32 {
        self.first.get(level).unwrap_or(&self.fit).most()
    }

    fn prepare(&self, row: usize) -> ReadyRow {
        ReadyRow { fit: self.fit.prepare(row), first: self.first.iter().map(|first| first.prepare(row)).collect() }
    }

    fn values(&self, row: &ReadyRow, columns: Range<usize>, bar: Bar<'_>, values: &mut [i32]) {
        let (from, mut found) = (columns.start, Found::default());
        self.find(row, columns, Bar { or: None, counts: false, ..bar }, &mut found);
        values.fill(NOT_ALLOWED);
        for (column, value) in found.pairs {
            values.get_mut(column as usize - from).into_iter().for_each(|place| *place = value);
        }
    }

    fn find(&self, row: &ReadyRow, columns: Range<usize>, bar: Bar<'_>, found: &mut Found) {
        let begin = found.pairs.len();
        // Levels beyond the scale, and those it does not count, have no say.
        let unit = bar.scale.get(self.first.len()).copied().unwrap_or(0);
        let others = || self.first.iter().zip(&row.first).zip(bar.scale).filter(|(_, unit)| **unit != 0);
        // The other levels may bring a pair up to the bar.
        let beside = |((first, ready), unit): ((&Kernel<'_>, &Row), &i32)| {
            i64::from(ready.same().unwrap_or(first.most())) * i64::from(*unit)
        };
        let beside: i64 = others().map(beside).sum();
        let own = Ask { least: i64::from(bar.least) - beside, prices: bar.prices, by_price: bar.by_price };
        let or = bar.or.map(|(values, by_value)| Ask { least: -beside, prices: values, by_price: Some((by_value, 0)) });
        let asks = [own, or.unwrap_or(own)];
        // Suspects have points of their own where all the others are alike, but they are never passed over.
        let open = bar.is_open() || unit != 1;
        let asks = match or {
            _ if open => &[][..],
            None => &asks[..1],
            Some(_) => &asks,
        };
        found.allowed += self.fit.find(&row.fit, columns, Asked { asks, counts: bar.counts }, &mut found.pairs);
        let Some(pairs) = found.pairs.get_mut(begin..) else { return };
        if unit != 1 {
            for (_, value) in &mut *pairs {
                *value *= unit;
            }
        }
        for ((first, ready), unit) in others() {
            match ready.same() {
                Some(same) => {
                    for (column, value) in &mut *pairs {
                        let points = if ready.suspects(*column) { first.points(*column as usize, ready) } else { same };
                        *value += points * unit;
                    }
                }
                None => first.add(ready, *unit, pairs),
            }
        }
    }

    fn alike(&self, row: &ReadyRow, level: usize) -> Option<i32> {
        row.first.get(level)?.same()
    }

    fn apart(&self, row: &ReadyRow, columns: Range<usize>, into: &mut Vec<usize>) {
        into.extend(row.fit.suspects_in(columns));
    }

    fn value(&self, level: usize, row: usize, column: usize) -> Option<i64> {
        let matching = self.compiled.matching;
        let mentor = self.mentor(column);
        if level < self.together() {
            let fit = self.fit.reference(row, column)?;
            let criterion = matching.aim.first.get(level);
            return Some(
                criterion.map_or(i64::from(fit), |criterion| self.criteria.points_of(*criterion, row, mentor)),
            );
        }
        Some(tie_break_of(*self.ties.get(row)?, &matching.mentors.get(mentor)?.person.id))
    }

    fn reference(&self, row: usize, column: usize, levels: &mut [i64]) -> bool {
        let Some(fit) = self.fit.reference(row, column) else { return false };
        let first = &self.compiled.matching.aim.first;
        for (level, place) in levels.iter_mut().enumerate() {
            *place = match first.get(level) {
                Some(criterion) => self.criteria.points_of(*criterion, row, self.mentor(column)),
                None if level == first.len() => fit.into(),
                None => self.value(level, row, column).unwrap_or_default(),
            };
        }
        true
    }

    fn select(&self, columns: &[u32]) -> Self {
        Self {
            fit: self.fit.select(columns),
            first: self.first.iter().map(|first| first.select(columns)).collect(),
            front: self.front.clone(),
            ties: Arc::clone(&self.ties),
            ..*self
        }
    }
}
