//! Levels of value that are made from a problem's own.

use crate::problem::Problem;

/// What an edge is worth, level by level, larger being better.
pub trait Objective {
    /// Number of levels.
    fn levels(&self) -> usize;

    /// The value of an edge of the problem at one of these levels.
    fn value(&self, level: usize, edge: usize) -> i64;

    /// Whether an edge of the problem may not be chosen, as if there were none.
    fn excludes(&self, _edge: usize) -> bool {
        false
    }
}

impl Objective for Problem {
    fn levels(&self) -> usize {
        self.level_count()
    }

    fn value(&self, level: usize, edge: usize) -> i64 {
        self.level(level)[edge]
    }
}

/// The worst off first: how many places are worth at least the first threshold, then the second and so on, and then
/// the problem's own levels.
///
/// With the thresholds ascending, and one for every value there is, this is leximin among the assignments that fill
/// most places: the first level at which two such assignments differ is where their sorted values differ first. With
/// one threshold it proves a bottleneck: if as many places as are filled reach the threshold, the worst is that good;
/// and if, for the next value up, fewer do, none can be better.
#[derive(Debug, Clone, Copy)]
pub struct Thresholds<'p> {
    problem: &'p Problem,
    compared: &'p [i64],
    reached: &'p [i64],
    ahead: usize,
    alone: bool,
}

impl<'p> Thresholds<'p> {
    /// Compares the values of this level with the thresholds, in their order. None if the problem has no such level.
    pub fn new(problem: &'p Problem, level: usize, thresholds: &'p [i64]) -> Option<Self> {
        let compared = problem.level(level);
        (level < problem.level_count()).then_some(Self {
            problem,
            compared,
            reached: thresholds,
            ahead: 0,
            alone: false,
        })
    }

    /// The same with the first `ahead` of the problem's own levels before the thresholds; all, where it has no more.
    #[must_use]
    pub fn after(self, ahead: usize) -> Self {
        Self { ahead: ahead.min(self.problem.level_count()), ..self }
    }

    /// The same without the problem's own levels after the thresholds.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
    }
}

impl Objective for Thresholds<'_> {
    fn levels(&self) -> usize {
        self.reached.len() + if self.alone { self.ahead } else { self.problem.level_count() }
    }

    fn value(&self, level: usize, edge: usize) -> i64 {
        let Some(at) = level.checked_sub(self.ahead) else { return self.problem.value(level, edge) };
        match self.reached.get(at) {
            Some(threshold) => i64::from(self.compared[edge] >= *threshold),
            None => self.problem.value(level - self.reached.len(), edge),
        }
    }
}

/// The problem's own levels over its edges of at least some value at one of them.
#[derive(Debug, Clone, Copy)]
pub struct AtLeast<'p> {
    problem: &'p Problem,
    compared: &'p [i64],
    least: i64,
}

impl<'p> AtLeast<'p> {
    /// Leaves out the edges that are worth less at this level. None if the problem has no such level.
    pub fn new(problem: &'p Problem, level: usize, least: i64) -> Option<Self> {
        let compared = problem.level(level);
        (level < problem.level_count()).then_some(Self { problem, compared, least })
    }
}

impl Objective for AtLeast<'_> {
    fn levels(&self) -> usize {
        self.problem.level_count()
    }

    fn value(&self, level: usize, edge: usize) -> i64 {
        self.problem.value(level, edge)
    }

    fn excludes(&self, edge: usize) -> bool {
        self.compared[edge] < self.least
    }
}

/// The profile of choices, and then the problem's own levels: with the rank of each edge, 0 for a first choice, how
/// many have each rank, in one of two orders (Irving, Kavitha, Mehlhorn, Michail and Paluch, Rank-maximal matchings,
/// 2006; for the second, Kwanashie, Irving, Manlove and Sng, Profile-based optimal matchings, 2015).
#[derive(Debug, Clone, Copy)]
pub struct Profile<'p> {
    problem: &'p Problem,
    ranks: &'p [u32],
    count: u32,
    ahead: usize,
    generous: bool,
}

impl<'p> Profile<'p> {
    /// Most of the first rank, then most of the second and so on: a level for each of `count` ranks. None if there is
    /// not one rank an edge or one is not below `count`.
    pub fn greedy(problem: &'p Problem, ranks: &'p [u32], count: u32) -> Option<Self> {
        let fits = ranks.len() == problem.edges() && ranks.iter().all(|rank| *rank < count);
        fits.then_some(Self { problem, ranks, count, ahead: 0, generous: false })
    }

    /// Fewest of the last rank, then fewest of the one before and so on. None as for [`Profile::greedy`].
    pub fn generous(problem: &'p Problem, ranks: &'p [u32], count: u32) -> Option<Self> {
        Self::greedy(problem, ranks, count).map(|profile| Self { generous: true, ..profile })
    }

    /// The same with the first `ahead` of the problem's own levels before the ranks; all, where it has no more.
    #[must_use]
    pub fn after(self, ahead: usize) -> Self {
        Self { ahead: ahead.min(self.problem.level_count()), ..self }
    }
}

impl Objective for Profile<'_> {
    fn levels(&self) -> usize {
        self.count as usize + self.problem.level_count()
    }

    fn value(&self, level: usize, edge: usize) -> i64 {
        let count = self.count as usize;
        let rank = self.ranks[edge] as usize;
        match level.checked_sub(self.ahead) {
            None => self.problem.value(level, edge),
            Some(at) if at >= count => self.problem.value(level - count, edge),
            Some(at) if self.generous => -i64::from(rank + at + 1 == count),
            Some(at) => i64::from(rank == at),
        }
    }
}
