//! How a run begins: the first few pairs of everybody, and enough of them that nobody more can be served.

use super::again::mates;
use super::answer::PairsError;
use super::bound::Bound;
use super::cover::cover_with;
use super::keep::{Rectangle, keep_among};
use super::known::{Known, UNKNOWN};
use super::lists::Lists;
use super::packing::Packing;
use super::report::Step;
use super::run::{Run, priority};
use super::source::AllPairs;
use crate::solution::SolveError;
use std::time::{Duration, Instant};

/// Of a row with many pairs that break the cover so many times those that are added are looked at: any of them will
/// do, but good ones save rounds later.
const ENOUGH: usize = 8;

impl<S: AllPairs> Run<'_, S> {
    pub(super) fn scan(&mut self) -> Result<(Known, Bound), PairsError> {
        let begun = Instant::now();
        let (plan, all) = (self.plan, Rectangle::all(self.source));
        let best = keep_among(self.source, &all, plan.per_row.max(1), plan.per_column, plan.among.max(1))?;
        let (packing, levels) = Packing::of_values(self.source)?;
        self.allowed = best.rows.of.iter().map(|list| list.allowed).collect();
        self.uncounted = best.rows.of.iter().map(|list| list.rest == i64::MAX).collect();
        let bound = Bound::new(&best.rows, &packing, &self.frame, self.source.most(0));
        let known = self.after_scan(&best.rows, &packing);
        let added = self.kept.add(self.source, &best.rows, &best.columns, &packing.scale(levels), |_| 0)?;
        let looked = (self.source.rows(), best.pairs);
        self.note(Step::Scan, Duration::ZERO, begun.elapsed(), looked, (0, added));
        Ok((known, bound))
    }

    /// What the lists say of pairs that are on none of them.
    fn after_scan(&self, lists: &Lists, packing: &Packing) -> Known {
        let before = self.levels_before();
        let levels = before + self.source.together();
        let mut rows = vec![vec![0; self.source.rows()]; levels];
        for list in &lists.of {
            let row = list.of as usize;
            // A row whose list never filled has no other pairs.
            rows[0][row] = if list.full { priority(&self.frame, row) } else { -UNKNOWN };
            let rest = if list.rest == i64::MAX { Vec::new() } else { packing.unpack(list.rest) };
            for (at, level) in rows[before..].iter_mut().enumerate() {
                level[row] = rest.get(at).copied().unwrap_or(UNKNOWN);
            }
        }
        Known { rows, columns: vec![vec![0; self.source.columns()]; levels] }
    }

    pub(super) fn cover(&mut self) -> Result<(), PairsError> {
        loop {
            let (problem, solution, solving) = self.solve(0)?;
            let mates = mates(&problem, &solution);
            self.kept.take_back(problem);
            let certificate = solution.certificate.ok_or(SolveError::Unsound)?;
            let potentials = certificate.levels.first().ok_or(SolveError::Unsound)?;
            let begun = Instant::now();
            let all = Rectangle::all(self.source);
            let length = self.plan.added.max(1);
            let (frame, set, enough) = (&self.frame, &self.kept.set, length * ENOUGH);
            let found = cover_with(self.source, &all, frame, potentials, set, (length, enough))?;
            let (packing, levels) = Packing::of_values(self.source)?;
            let broken = found.of.len();
            let added = self.kept.add(self.source, &found, &Lists::default(), &packing.scale(levels), |_| 0)?;
            let pairs = self.cover_pairs(&potentials.rows, &potentials.columns);
            self.note(Step::Cover, solving, begun.elapsed(), pairs, (broken, added));
            if self.control.gives_up() {
                return Err(SolveError::GivenUp.into());
            }
            if broken == 0 {
                self.before = Some((mates, certificate));
                return Ok(());
            }
            if added == 0 {
                // A kept pair cannot break the potentials of its own problem.
                return Err(SolveError::Unsound.into());
            }
        }
    }

    /// Rows and pairs that a pass over the cover looks at.
    fn cover_pairs(&self, rows: &[i64], columns: &[i64]) -> (usize, u64) {
        let mut given = columns.to_vec();
        given.sort_unstable();
        let less = |row: usize| given.partition_point(|value| *value < priority(&self.frame, row) - rows[row]);
        (0..rows.len())
            .map(less)
            .filter(|less| *less > 0)
            .fold((0, 0), |(rows, pairs), less| (rows + 1, pairs + less as u64))
    }
}
