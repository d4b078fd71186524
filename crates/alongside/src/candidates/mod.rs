//! Who may be proposed to whom, and how well each pair fits.

mod best;
mod front;
mod kernel;
mod over_all;
mod pairs;
#[cfg(test)]
mod tests;

pub(crate) use front::Front;
pub use over_all::LISTED_PAIRS;
pub(crate) use over_all::{OverAll, is_large, over_all_pairs};
pub use pairs::ProgrammePairs;

use crate::compile::Compiled;
use crate::control::Control;
use crate::criteria::Criteria;
use crate::domain::{tie_begun, tie_break_of};
use crate::eligibility::Rules;
use crate::error::Error;
use crate::progress::Stage;
use crate::solve::{Problem, ProblemParts};
use kernel::{Asked, Kernel, Sum};
use rayon::prelude::*;
use std::sync::atomic::AtomicUsize;

/// Allowed, scored pairs in compressed sparse rows: one row a mentee, mentors in order of id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateGraph {
    row_starts: Vec<usize>,
    mentors: Vec<u32>,
    fits: Vec<i64>,
    /// What each level before total fit counts, pair by pair; see [`Front`].
    front: Vec<Vec<i64>>,
}

/// What a pair is worth in the aim.
struct Worth {
    fit: i64,
    front: Vec<i64>,
}

/// What a pair's worth becomes when one answer is supposed.
#[derive(Debug)]
pub(crate) struct Adjustment {
    /// Added to the fit.
    pub(crate) fit: i64,
    /// Whether the pair then reaches every floor.
    pub(crate) stands: bool,
    /// A level before total fit and its new points.
    pub(crate) front: Option<(usize, i64)>,
}

impl CandidateGraph {
    /// Screens and scores every pair, mentees in parallel. Time linear in pairs, memory linear in candidates.
    pub fn new(compiled: &Compiled<'_>, rules: &Rules<'_>, criteria: &Criteria<'_>) -> Self {
        Self::watched(compiled, rules, criteria, &Control::default())
    }

    /// The same by asking the rules and criteria pair by pair: what the kernels have to agree with. Many times slower.
    pub fn by_reference(compiled: &Compiled<'_>, rules: &Rules<'_>, criteria: &Criteria<'_>) -> Self {
        let front = Front::new(compiled, criteria);
        let has_place = |mentee| move |(mentor, _): &(u32, Worth)| compiled.has_place(mentee, *mentor as usize);
        let rows = (0..compiled.mentees()).map(|mentee| {
            asked(compiled, rules, criteria, &front, mentee).into_iter().filter(has_place(mentee)).collect()
        });
        Self::of_rows(rows.collect(), Front::width(&compiled.matching.aim))
    }

    /// The same, told of as it goes; given up, what is not screened yet has no candidates.
    pub(crate) fn watched(
        compiled: &Compiled<'_>,
        rules: &Rules<'_>,
        criteria: &Criteria<'_>,
        control: &Control<'_>,
    ) -> Self {
        let screened = AtomicUsize::new(0);
        let front = Front::new(compiled, criteria);
        let kernel = Kernel::new(compiled, rules, criteria, Sum::Fit);
        let rows: Vec<Vec<(u32, Worth)>> = (0..compiled.mentees())
            .into_par_iter()
            .map(|mentee| {
                if control.gives_up() {
                    return Vec::new();
                }
                control.tell(Stage::Screening, &screened, compiled.mentees());
                let mut row = match &kernel {
                    Some(kernel) => listed(kernel, &front, mentee),
                    None => asked(compiled, rules, criteria, &front, mentee),
                };
                if !compiled.company.is_empty() {
                    row.retain(|(mentor, _)| compiled.has_place(mentee, *mentor as usize));
                }
                row
            })
            .collect();
        Self::of_rows(rows, Front::width(&compiled.matching.aim))
    }

    /// No rows yet, and room for so many pairs.
    fn with_room(rows: usize, pairs: usize, compiled: &Compiled<'_>) -> Self {
        let mut row_starts = Vec::with_capacity(rows + 1);
        row_starts.push(0);
        let front = (0..Front::width(&compiled.matching.aim)).map(|_| Vec::with_capacity(pairs)).collect();
        Self { row_starts, mentors: Vec::with_capacity(pairs), fits: Vec::with_capacity(pairs), front }
    }

    /// Adds a pair to the last row, with its values at the aim's levels.
    fn push(&mut self, mentor: u32, mut values: impl Iterator<Item = i64>) {
        self.mentors.push(mentor);
        self.front.iter_mut().zip(values.by_ref()).for_each(|(level, value)| level.push(value));
        self.fits.push(values.next().unwrap_or_default());
    }

    /// Ends the last row.
    fn end_row(&mut self) {
        self.row_starts.push(self.mentors.len());
    }

    fn of_rows(rows: Vec<Vec<(u32, Worth)>>, front: usize) -> Self {
        let pairs = rows.iter().map(Vec::len).sum();
        let mut graph = Self {
            row_starts: Vec::with_capacity(rows.len() + 1),
            mentors: Vec::with_capacity(pairs),
            fits: Vec::with_capacity(pairs),
            front: vec![Vec::with_capacity(pairs); front],
        };
        graph.row_starts.push(0);
        for row in rows {
            for (mentor, worth) in row {
                graph.mentors.push(mentor);
                graph.fits.push(worth.fit);
                graph.front.iter_mut().zip(worth.front).for_each(|(level, points)| level.push(points));
            }
            graph.row_starts.push(graph.mentors.len());
        }
        graph
    }

    /// The same candidates with other worths; those that fall below a floor are candidates no longer. Linear in
    /// candidates.
    pub(crate) fn adjusted(&self, adjust: impl Fn(usize, usize) -> Option<Adjustment>) -> Self {
        let mut graph = Self { row_starts: vec![0], mentors: Vec::new(), fits: Vec::new(), front: Vec::new() };
        graph.front.resize(self.front.len(), Vec::new());
        let mut pair = 0;
        for mentee in 0..self.row_starts.len().saturating_sub(1) {
            for (mentor, fit) in self.row(mentee) {
                let adjustment = adjust(mentee, mentor);
                let fit = fit + adjustment.as_ref().map_or(0, |one| one.fit);
                if adjustment.as_ref().is_none_or(|one| one.stands) {
                    graph.mentors.extend(self.mentors.get(pair));
                    graph.fits.push(fit);
                    for (level, (new, old)) in graph.front.iter_mut().zip(&self.front).enumerate() {
                        let changed = adjustment.as_ref().and_then(|one| one.front).filter(|(at, _)| *at == level);
                        new.extend(changed.map(|(_, points)| points).or_else(|| old.get(pair).copied()));
                    }
                }
                pair += 1;
            }
            graph.row_starts.push(graph.mentors.len());
        }
        graph
    }

    /// How many candidate pairs there are.
    pub fn len(&self) -> usize {
        self.mentors.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.mentors.is_empty()
    }

    /// A mentee's candidates with their fits, mentors in order of id.
    pub fn row(&self, mentee: usize) -> impl Iterator<Item = (usize, i64)> {
        let range = match (self.row_starts.get(mentee), self.row_starts.get(mentee + 1)) {
            (Some(start), Some(end)) => *start..*end,
            _ => 0..0,
        };
        let mentors = self.mentors.get(range.clone()).unwrap_or_default();
        let fits = self.fits.get(range).unwrap_or_default();
        mentors.iter().zip(fits).map(|(mentor, fit)| (*mentor as usize, *fit))
    }

    /// The mentor of each mentee in an assignment of these pairs, ascending.
    pub(crate) fn mentors_of(&self, pairs: &[usize]) -> Vec<Option<u32>> {
        let mut pairs = pairs.iter().copied().peekable();
        let of = |end: &usize| pairs.next_if(|pair| pair < end).and_then(|pair| self.mentors.get(pair).copied());
        self.row_starts.iter().skip(1).map(of).collect()
    }

    /// Which level of [`Self::problem`] counts fit.
    pub(crate) fn fit_level(&self) -> usize {
        self.front.len()
    }

    /// The domain-free problem: tiers, then each level of the aim to which every pair adds something, the seed's choice
    /// last.
    ///
    /// # Errors
    /// [`Error::LimitExceeded`] beyond what the solver takes.
    pub fn problem(&self, compiled: &Compiled<'_>) -> Result<Problem, Error> {
        let matching = compiled.matching;
        let ties = matching.mentees.par_iter().enumerate().flat_map_iter(|(at, mentee)| {
            let begun = tie_begun(matching.seed, &mentee.person.id);
            let mentors = self.row(at).filter_map(|(mentor, _)| compiled.mentor_id(mentor));
            mentors.map(move |mentor| tie_break_of(begun, mentor))
        });
        let ties: Vec<i64> = ties.collect();
        let levels = self.front.iter().cloned().chain([self.fits.clone(), ties]).collect();
        let parts = ProblemParts {
            tier_count: matching.aim.tiers,
            tiers: matching.mentees.iter().map(|mentee| mentee.tier - 1).collect(),
            capacities: (0..compiled.mentors()).map(|mentor| compiled.open_places(mentor)).collect(),
            ceilings: compiled.supervision.ceilings(0..compiled.mentors()),
            use_columns: matching.aim.most_mentors,
            row_starts: self.row_starts.clone(),
            columns: self.mentors.clone(),
            levels,
            ..ProblemParts::default()
        };
        Problem::new(parts).map_err(|error| Error::LimitExceeded(error.to_string()))
    }
}

/// Columns that the kernel is asked for at once.
const TILE: usize = 2048;

/// A mentee's candidates by the kernel, mentors in order of id.
fn listed(kernel: &Kernel<'_>, front: &Front<'_>, mentee: usize) -> Vec<(u32, Worth)> {
    let row = kernel.prepare(mentee);
    let mut pairs = Vec::new();
    kernel.find(&row, 0..kernel.columns(), Asked::default(), &mut pairs);
    let candidate = |(column, fit): (u32, i32)| {
        let mentor = kernel.mentor(column as usize);
        (mentor as u32, Worth { fit: i64::from(fit), front: front.worth(mentee, mentor) })
    };
    let mut found: Vec<(u32, Worth)> = pairs.into_iter().map(candidate).collect();
    found.sort_unstable_by_key(|(mentor, _)| *mentor);
    found
}

/// The same, pair by pair.
fn asked(
    compiled: &Compiled<'_>,
    rules: &Rules<'_>,
    criteria: &Criteria<'_>,
    front: &Front<'_>,
    mentee: usize,
) -> Vec<(u32, Worth)> {
    let open = (0..compiled.mentors()).filter(|mentor| compiled.fixed.free(*mentor) > 0);
    let allowed = open.filter(|_| !compiled.fixed.is_out(mentee)).filter(|mentor| rules.allow(mentee, *mentor));
    let scored = allowed
        .map(|mentor| (mentor as u32, Worth { fit: criteria.fit(mentee, mentor), front: front.worth(mentee, mentor) }));
    scored.filter(|(mentor, worth)| criteria.reaches(mentee, *mentor as usize, worth.fit)).collect()
}
