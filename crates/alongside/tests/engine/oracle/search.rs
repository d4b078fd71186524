//! The best of all matchings, found by trying them all.

use super::answers::Pair;
use super::points::{fit, points};
use super::settled::settled;
use super::verdicts::allowed;
use alongside::domain::{Matching, PersonId, tie_break};

/// What one pair adds to the levels after people served: first criteria, fit, tie value.
pub(crate) type Worth = Vec<i64>;

/// Candidates by mentee, then mentor: their worth, or none.
pub(crate) type Candidates = Vec<Vec<Option<Worth>>>;

/// The best matching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Best {
    /// Mentee and mentor, by mentee.
    pub(crate) pairs: Vec<(PersonId, PersonId)>,
    /// What it reaches, level by level.
    pub(crate) levels: Vec<i64>,
}

/// Every pair asked and scored.
pub(crate) fn candidates(matching: &Matching) -> Candidates {
    let settled = settled(matching);
    let row = |(at, mentee)| {
        let cell = |(with, mentor): (usize, &alongside::domain::Mentor)| {
            let pair = Pair { matching, mentee, mentor };
            let fit = fit(pair);
            if settled.free[with] == 0 || settled.out(at) || !allowed(pair) || fit < matching.aim.floor {
                return None;
            }
            let first = matching.aim.first.iter().map(|at| points(&matching.criteria[*at], pair).points);
            let tie = tie_break(matching.seed, &mentee.person.id, &mentor.person.id);
            Some(first.chain([fit, tie]).collect())
        };
        matching.mentors.iter().enumerate().map(cell).collect()
    };
    matching.mentees.iter().enumerate().map(row).collect()
}

/// What a matching reaches, level by level: the vector that is to be the greatest.
pub(crate) fn vector(matching: &Matching, candidates: &Candidates, mentor_of: &[Option<usize>]) -> Vec<i64> {
    let tiers = usize::from(matching.aim.tiers);
    let mut levels = vec![0; tiers + 1 + matching.aim.first.len() + 2];
    for (mentee, mentor) in mentor_of.iter().enumerate() {
        let Some(mentor) = mentor else { continue };
        levels[usize::from(matching.mentees[mentee].tier) - 1] += 1;
        levels[tiers] += 1;
        let worth = candidates[mentee][*mentor].as_ref().unwrap();
        levels[tiers + 1..].iter_mut().zip(worth).for_each(|(level, worth)| *level += worth);
    }
    levels
}

/// Tries every matching over these candidates.
pub(crate) fn best(matching: &Matching, candidates: &Candidates) -> Best {
    let mut search = Search {
        matching,
        candidates,
        free: settled(matching).free,
        mentor_of: vec![None; matching.mentees.len()],
        best: (Vec::new(), Vec::new()),
    };
    search.go_on(0);
    let (levels, mentor_of) = search.best;
    let pair = |(mentee, mentor): (usize, &Option<usize>)| {
        let mentor = matching.mentors[(*mentor)?].person.id.clone();
        Some((matching.mentees[mentee].person.id.clone(), mentor))
    };
    Best { pairs: mentor_of.iter().enumerate().filter_map(pair).collect(), levels }
}

struct Search<'a> {
    matching: &'a Matching,
    candidates: &'a Candidates,
    free: Vec<u32>,
    mentor_of: Vec<Option<usize>>,
    best: (Vec<i64>, Vec<Option<usize>>),
}

impl Search<'_> {
    fn go_on(&mut self, mentee: usize) {
        if mentee == self.mentor_of.len() {
            let levels = vector(self.matching, self.candidates, &self.mentor_of);
            if levels > self.best.0 {
                self.best = (levels, self.mentor_of.clone());
            }
            return;
        }
        for mentor in 0..self.free.len() {
            if self.free[mentor] > 0 && self.candidates[mentee][mentor].is_some() {
                self.free[mentor] -= 1;
                self.mentor_of[mentee] = Some(mentor);
                self.go_on(mentee + 1);
                self.free[mentor] += 1;
            }
        }
        self.mentor_of[mentee] = None;
        self.go_on(mentee + 1);
    }
}
