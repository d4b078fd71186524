//! The best of all matchings, found by trying them all.

use super::answers::Pair;
use super::company::can_have;
use super::points::{fit, points, reaches_floors};
use super::settled::{Settled, settled};
use super::verdicts::allowed;
use alongside::domain::{Matching, PersonId, Quality, tie_break};

/// What one pair adds to the levels after people served and choices: first criteria, fit, tie value.
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
            if settled.free[with] == 0 || settled.out(at) || !allowed(pair) || !reaches_floors(pair) {
                return None;
            }
            if !can_have(matching, &settled, with, &[at]) {
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
    let mut levels = vec![0; tiers + 1];
    let pairs = || mentor_of.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)));
    let fit = |(mentee, mentor): (usize, usize)| {
        let worth: &Worth = candidates[mentee][mentor].as_ref().unwrap();
        worth[worth.len() - 2]
    };
    let rank = |(mentee, mentor): (usize, usize)| {
        let id = &matching.mentors[mentor].person.id;
        matching.mentees[mentee].choices.iter().position(|chosen| chosen == id).map(|at| at + 1)
    };
    let count = |counts: &dyn Fn((usize, usize)) -> bool| pairs().filter(|pair| counts(*pair)).count() as i64;
    if matching.aim.most_mentors {
        let used: std::collections::BTreeSet<usize> = pairs().map(|(_, mentor)| mentor).collect();
        levels.push(used.len() as i64);
    }
    if matching.aim.longest_waiting_first {
        let days = |(mentee, _): (usize, usize)| {
            let since = matching.mentees[mentee].waiting_since;
            since.map_or(0, |since| i64::from((matching.as_of - since).get_days()).max(0))
        };
        levels.push(pairs().map(days).sum());
    }
    match matching.aim.quality {
        Quality::TotalFit => {}
        Quality::LeastFit => levels.push(pairs().map(fit).min().unwrap_or(0)),
        Quality::WorstOffFirst { steps } => {
            let full: i64 = matching.criteria.iter().map(|criterion| criterion.weight * 1000).sum();
            let reached = |step: i64, pair| fit(pair) * i64::from(steps) >= step * full;
            // Steps that round to the same fit, or that everybody reaches, are one level or none.
            let mut before = matching.aim.floor;
            for step in 1..=i64::from(steps) {
                let least = (step * full + i64::from(steps) - 1) / i64::from(steps);
                if least > before {
                    levels.push(count(&|pair| reached(step, pair)));
                    before = least;
                }
            }
        }
        Quality::MostFirstChoices { ranks } => {
            levels.extend((1..=usize::from(ranks)).map(|at| count(&|pair| rank(pair) == Some(at))));
        }
        Quality::FewestLastChoices { ranks } => {
            let within = |last: usize| count(&|pair| rank(pair).is_some_and(|rank| rank <= last));
            levels.extend((1..=usize::from(ranks)).rev().map(within));
        }
        Quality::Stable { .. } => unreachable!("nothing is made the greatest; see the laws of stable matchings"),
    }
    let quality = levels.len();
    levels.resize(quality + matching.aim.first.len() + 2, 0);
    for (mentee, mentor) in mentor_of.iter().enumerate() {
        let Some(mentor) = mentor else { continue };
        levels[usize::from(matching.mentees[mentee].tier) - 1] += 1;
        levels[tiers] += 1;
        let worth = candidates[mentee][*mentor].as_ref().unwrap();
        levels[quality..].iter_mut().zip(worth).for_each(|(level, worth)| *level += worth);
    }
    levels
}

/// Tries every matching over these candidates.
pub(crate) fn best(matching: &Matching, candidates: &Candidates) -> Best {
    best_with(matching, candidates, None)
}

/// Tries every matching that makes this pair.
pub(crate) fn best_with(matching: &Matching, candidates: &Candidates, made: Option<(usize, usize)>) -> Best {
    let standing = settled(matching);
    let mut search = Search {
        made,
        matching,
        candidates,
        free: standing.free.clone(),
        room: standing.room.clone(),
        settled: standing,
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
    made: Option<(usize, usize)>,
    free: Vec<u32>,
    room: Vec<u32>,
    settled: Settled,
    mentor_of: Vec<Option<usize>>,
    best: (Vec<i64>, Vec<Option<usize>>),
}

impl Search<'_> {
    /// Whether the mentor can have the mentee beside those chosen so far.
    fn goes(&self, mentee: usize, mentor: usize) -> bool {
        let others = self.mentor_of[..mentee].iter().enumerate().filter(|(_, of)| **of == Some(mentor));
        let members: Vec<usize> = others.map(|(at, _)| at).chain([mentee]).collect();
        can_have(self.matching, &self.settled, mentor, &members)
    }

    fn go_on(&mut self, mentee: usize) {
        if mentee == self.mentor_of.len() {
            let levels = vector(self.matching, self.candidates, &self.mentor_of);
            if levels > self.best.0 {
                self.best = (levels, self.mentor_of.clone());
            }
            return;
        }
        let made = self.made.filter(|(with, _)| *with == mentee).map(|(_, mentor)| mentor);
        for mentor in 0..self.free.len() {
            if made.is_some_and(|made| made != mentor) {
                continue;
            }
            let (supervisor, weight) = (self.settled.supervisor[mentor], self.settled.weight[mentor]);
            let room = supervisor.is_none_or(|at| self.room[at] >= weight);
            if self.free[mentor] > 0 && room && self.candidates[mentee][mentor].is_some() && self.goes(mentee, mentor) {
                self.free[mentor] -= 1;
                if let Some(at) = supervisor {
                    self.room[at] -= weight;
                }
                self.mentor_of[mentee] = Some(mentor);
                self.go_on(mentee + 1);
                self.free[mentor] += 1;
                if let Some(at) = supervisor {
                    self.room[at] += weight;
                }
                self.mentor_of[mentee] = None;
            }
        }
        self.mentor_of[mentee] = None;
        if made.is_none() {
            self.go_on(mentee + 1);
        }
    }
}
