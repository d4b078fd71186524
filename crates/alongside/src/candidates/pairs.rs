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
/// columns, in an order of their own. The levels are those of the aim: days waited where they count, the criteria that
/// come before total fit, total fit, the seed's choice.
pub struct ProgrammePairs<'a> {
    compiled: &'a Compiled<'a>,
    criteria: &'a Criteria<'a>,
    front: Front<'a>,
    fit: Kernel<'a>,
    /// How long each mentee has waited, where that is a level.
    days_waited: Option<Arc<Vec<i32>>>,
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
    days_waited: i32,
    first: Vec<Row>,
}

impl<'a> ProgrammePairs<'a> {
    /// Lays the programme out in columns; none where there are no people on a side, where the weights add up to so much
    /// that a pair's fit could leave 28 bits, or where the aim's quality is another than total fit.
    pub fn new(compiled: &'a Compiled<'a>, rules: &'a Rules<'a>, criteria: &'a Criteria<'a>) -> Option<Self> {
        if compiled.matching.aim.quality != Quality::TotalFit {
            return None;
        }
        let kernel = |sum| {
            let kernel = Kernel::new(compiled, rules, criteria, sum)?;
            (kernel.most() <= MAX_BLOCK_VALUE).then(|| kernel.remembering())
        };
        let first = compiled.matching.aim.first.iter().map(|criterion| kernel(Sum::Points(*criterion)));
        let front = Front::new(compiled, criteria);
        let matching = compiled.matching;
        let ties = matching.mentees.iter().map(|mentee| tie_begun(matching.seed, &mentee.person.id)).collect();
        let first = first.collect::<Option<_>>()?;
        let waited = |mentee| i32::try_from(matching.days_waited(mentee)).ok().filter(|days| *days <= MAX_BLOCK_VALUE);
        let days_waited = if matching.aim.longest_waiting_first {
            Some(Arc::new(matching.mentees.iter().map(waited).collect::<Option<_>>()?))
        } else {
            None
        };
        Some(Self { compiled, criteria, front, fit: kernel(Sum::Fit)?, days_waited, first, ties: Arc::new(ties) })
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

    /// The level of total fit: days waited and the criteria that come first are before it.
    fn fit_level(&self) -> usize {
        self.ahead() + self.first.len()
    }

    /// How many levels come before those of criteria.
    fn ahead(&self) -> usize {
        usize::from(self.days_waited.is_some())
    }

    fn days_waited(&self, mentee: usize) -> i32 {
        self.days_waited.as_ref().and_then(|days| days.get(mentee).copied()).unwrap_or(0)
    }

    /// The values of an allowed pair of this fit at the first levels.
    fn fill(&self, row: usize, column: usize, fit: i64, levels: &mut [i64]) {
        for (level, place) in levels.iter_mut().enumerate() {
            *place = match self.criterion(level) {
                Some(criterion) => self.criteria.points_of(criterion, row, self.mentor(column)),
                None if level == self.fit_level() => fit,
                None if level < self.ahead() => self.days_waited(row).into(),
                None => self.value(level, row, column).unwrap_or_default(),
            };
        }
    }

    /// The criterion whose points a level counts.
    fn criterion(&self, level: usize) -> Option<usize> {
        self.compiled.matching.aim.first.get(level.checked_sub(self.ahead())?).copied()
    }

    /// What a solver has to know of mentees and mentors beside their pairs.
    pub fn frame(&self) -> ProblemParts {
        let matching = self.compiled.matching;
        let columns = 0..self.fit.columns();
        ProblemParts {
            tier_count: matching.aim.tiers,
            tiers: matching.mentees.iter().map(|mentee| mentee.tier - 1).collect(),
            ceilings: self.compiled.supervision.ceilings(columns.clone().map(|column| self.mentor(column))),
            capacities: columns.map(|column| self.compiled.fixed.free(self.mentor(column))).collect(),
            use_columns: matching.aim.most_mentors,
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
        self.fit_level() + 2
    }

    fn together(&self) -> usize {
        self.fit_level() + 1
    }

    fn most(&self, level: usize) -> i32 {
        match (level.checked_sub(self.ahead()), &self.days_waited) {
            (Some(level), _) => self.first.get(level).unwrap_or(&self.fit).most(),
            (None, days) => days.iter().flat_map(|days| days.iter()).copied().max().unwrap_or(0),
        }
    }

    fn counts_alone(&self) -> bool {
        self.fit.counts_alone()
    }

    fn prepare(&self, row: usize) -> ReadyRow {
        let first = self.first.iter().map(|first| first.prepare(row)).collect();
        ReadyRow { fit: self.fit.prepare(row), days_waited: self.days_waited(row), first }
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
        let unit = bar.scale.get(self.fit_level()).copied().unwrap_or(0);
        let waited = row.days_waited * bar.scale.first().filter(|_| self.days_waited.is_some()).copied().unwrap_or(0);
        let scale = bar.scale.get(self.ahead()..).unwrap_or_default();
        let others = || self.first.iter().zip(&row.first).zip(scale).filter(|(_, unit)| **unit != 0);
        // The other levels may bring a pair up to the bar.
        let beside = |((first, ready), unit): ((&Kernel<'_>, &Row), &i32)| {
            i64::from(ready.same().unwrap_or(first.most())) * i64::from(*unit)
        };
        let beside = i64::from(waited) + others().map(beside).sum::<i64>();
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
        if (unit, waited) != (1, 0) {
            for (_, value) in &mut *pairs {
                *value = *value * unit + waited;
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
        match level.checked_sub(self.ahead()) {
            Some(level) => row.first.get(level)?.same(),
            None => Some(row.days_waited),
        }
    }

    fn apart(&self, row: &ReadyRow, columns: Range<usize>, into: &mut Vec<usize>) {
        into.extend(row.fit.suspects_in(columns));
    }

    fn value(&self, level: usize, row: usize, column: usize) -> Option<i64> {
        let mentor = self.mentor(column);
        if level < self.together() {
            let fit = self.fit.reference(row, column)?;
            return Some(match self.criterion(level) {
                Some(criterion) => self.criteria.points_of(criterion, row, mentor),
                None if level == self.fit_level() => fit.into(),
                None => self.days_waited(row).into(),
            });
        }
        Some(tie_break_of(*self.ties.get(row)?, self.compiled.mentor_id(mentor)?))
    }

    fn reference(&self, row: usize, column: usize, levels: &mut [i64]) -> bool {
        let fit = self.fit.reference(row, column);
        fit.map(|fit| self.fill(row, column, fit.into(), levels)).is_some()
    }

    fn references(&self, row: usize, columns: &[u32], levels: &mut [i64]) -> bool {
        let mentors: Vec<usize> = columns.iter().map(|column| self.mentor(*column as usize)).collect();
        let Some(fits) = self.fit.references(row, &mentors) else { return false };
        let depth = levels.len() / columns.len().max(1);
        for ((column, fit), values) in columns.iter().zip(fits).zip(levels.chunks_mut(depth.max(1))) {
            self.fill(row, *column as usize, fit, values);
        }
        true
    }

    fn select(&self, columns: &[u32]) -> Self {
        Self {
            fit: self.fit.select(columns),
            first: self.first.iter().map(|first| first.select(columns)).collect(),
            front: self.front.clone(),
            days_waited: self.days_waited.clone(),
            ties: Arc::clone(&self.ties),
            ..*self
        }
    }
}
