//! One run through the flow: every stage's result, for the outcome and for questions about it.

mod members;
mod orders;
mod searched;
mod solve;
mod stable;

use crate::candidates::{CandidateGraph, OverAll, ProgrammePairs, is_large, over_all_pairs};
use crate::compile::{Compiled, Spot};
use crate::control::Control;
use crate::criteria::Criteria;
use crate::domain::{Shortage, tie_begun, tie_break_of};
use crate::eligibility::{Rules, Ways};
use crate::error::Error;
use crate::outcome::{Alternative, Level, Met, WishResult};
use crate::progress::Part;
use crate::solve::aims::Cover;
use crate::solve::{Solution, Status};
use members::Members;
use solve::{Solved, levels};

pub(crate) use orders::Sides;
pub(crate) use solve::{added_up, solve, with_pair, without_pair};
pub(crate) use stable::Stability;

/// A solved programme by dense indices.
#[derive(Debug)]
pub(crate) struct Round<'a> {
    pub(crate) compiled: &'a Compiled<'a>,
    pub(crate) rules: &'a Rules<'a>,
    pub(crate) criteria: &'a Criteria<'a>,
    /// In which ways pairs can meet.
    pub(crate) ways: Ways<'a>,
    /// The candidates; in a large programme only those that were kept.
    pub(crate) graph: CandidateGraph,
    /// How many candidates there are, listed or not.
    pub(crate) candidates: usize,
    /// Where not all candidates are listed, what finds them.
    pairs: Option<ProgrammePairs<'a>>,
    pub(crate) solution: Solution,
    /// What the aim's quality reaches, where it is more than numbers to add up.
    quality: Vec<Level>,
    /// Why the least fit cannot be greater, where that is the aim.
    pub(crate) cover: Option<Cover>,
    /// What is known of it beside its pairs, where the aim is that it be stable.
    pub(crate) stable: Option<Stability>,
    /// The mentor proposed to each mentee.
    pub(crate) assignment: Vec<Option<u32>>,
    /// Proposals of each mentor.
    pub(crate) used: Vec<u32>,
    /// The mentees proposed to each mentor, and what caseloads have left.
    members: Members,
    /// What the people served of each tier cannot exceed, where they are not proved.
    tier_bounds: Option<Vec<i64>>,
}

impl<'a> Round<'a> {
    /// Goes through all stages. The candidates of a large programme are not listed, unless `all` are asked for.
    pub(crate) fn run(
        compiled: &'a Compiled<'a>,
        rules: &'a Rules<'a>,
        criteria: &'a Criteria<'a>,
        control: &Control<'_>,
        all: bool,
    ) -> Result<Self, Error> {
        criteria.check()?;
        let pairs = if all || !is_large(compiled) { None } else { ProgrammePairs::new(compiled, rules, criteria) };
        let (graph, candidates, solved) = if let Some(pairs) = &pairs {
            let OverAll { graph, solution, candidates } = over_all_pairs(compiled, pairs, control)?;
            criteria.check()?;
            let assignment = graph.mentors_of(&solution.edges);
            (graph, candidates, Solved::of(solution, assignment))
        } else {
            let graph = CandidateGraph::watched(compiled, rules, criteria, control);
            criteria.check()?;
            if control.gives_up() {
                return Err(Error::GivenUp);
            }
            control.over(|| Part::Candidates);
            let solved = solve(compiled, &graph, control)?;
            let candidates = graph.len();
            (graph, candidates, solved)
        };
        if control.gives_up() {
            return Err(Error::GivenUp);
        }
        control.over(|| Part::Solution);
        let Solved { solution, assignment, quality, cover, stable, tier_bounds } = solved;
        let mut used = vec![0; compiled.mentors()];
        for mentor in assignment.iter().flatten() {
            if let Some(used) = used.get_mut(*mentor as usize) {
                *used += 1;
            }
        }
        let members = Members::new(compiled, &assignment);
        Ok(Self {
            compiled,
            rules,
            criteria,
            ways: Ways::new(compiled),
            graph,
            candidates,
            pairs,
            solution,
            quality,
            cover,
            stable,
            assignment,
            used,
            members,
            tier_bounds,
        })
    }

    /// All candidates of a mentee with their fits, mentors in order of id.
    pub(crate) fn row(&self, mentee: usize) -> Vec<(usize, i64)> {
        self.pairs.as_ref().map_or_else(|| self.graph.row(mentee).collect(), |pairs| pairs.row(mentee))
    }

    /// The mentor proposed to a mentee.
    pub(crate) fn mentor_of(&self, mentee: usize) -> Option<usize> {
        self.assignment.get(mentee).copied().flatten().map(|mentor| mentor as usize)
    }

    /// Places of a mentor that fixed and held pairs and the proposal leave free, and that their supervisor's caseload has
    /// room for.
    pub(crate) fn places_free(&self, mentor: usize) -> u32 {
        let supervisor = self.compiled.supervision.of(mentor);
        let weight = self.compiled.supervision.weight(mentor).max(1);
        let room = supervisor.map_or(u32::MAX, |supervisor| self.room_left(supervisor) / weight);
        self.own_places_free(mentor).min(room)
    }

    /// What the mentor, who has a place free, has too little of to take on the mentee beside those proposed; none where
    /// there is enough.
    pub(crate) fn shortage(&self, mentee: usize, mentor: usize) -> Option<Shortage> {
        self.compiled.company.shortage(mentor, self.members.of(mentor), mentee)
    }

    /// How the mentor meets those who stand and those proposed.
    pub(crate) fn spots(&self, mentor: usize) -> Option<Vec<(u32, Spot)>> {
        self.compiled.company.spots(mentor, self.members.of(mentor))
    }

    /// Places of a mentor that fixed and held pairs and the proposal leave free, whatever their supervisor has room for.
    pub(crate) fn own_places_free(&self, mentor: usize) -> u32 {
        self.compiled.fixed.free(mentor).saturating_sub(self.used.get(mentor).copied().unwrap_or(0))
    }

    /// What is left of a supervisor's caseload, in what relationships count.
    pub(crate) fn room_left(&self, supervisor: usize) -> u32 {
        self.members.room_left(supervisor)
    }

    /// Whether a pair that all rules allow could have too low a fit.
    pub(crate) fn can_fall_below_floor(&self) -> bool {
        let matching = self.compiled.matching;
        let aim = &matching.aim;
        aim.floor > 0
            || aim.mentee_floor > 0
            || aim.mentor_floor > 0
            || matching.criteria.iter().any(|criterion| criterion.weight < 0)
    }

    /// Whether the pair's fit reaches every floor.
    pub(crate) fn reaches(&self, mentee: usize, mentor: usize) -> bool {
        self.criteria.reaches(mentee, mentor, self.criteria.fit(mentee, mentor))
    }

    /// The mentee's candidates, best first, equals by tie value, highest first.
    pub(crate) fn ranked(&self, mentee: usize) -> Vec<(usize, Alternative)> {
        self.order(mentee, self.row(mentee), usize::MAX)
    }

    /// The first so many of [`Self::ranked`], without putting all of them in order.
    pub(crate) fn best(&self, mentee: usize, most: usize) -> Vec<(usize, Alternative)> {
        let mut row = match &self.pairs {
            None => self.row(mentee),
            Some(pairs) => {
                // What is kept gives a bar that so many candidates are known to reach.
                let mut kept: Vec<i64> = self.graph.row(mentee).map(|(_, fit)| fit).collect();
                kept.sort_unstable_by_key(|fit| std::cmp::Reverse(*fit));
                pairs.best(mentee, most, most.checked_sub(1).and_then(|last| kept.get(last).copied()))
            }
        };
        if let Some(last) = most.checked_sub(1).filter(|last| *last < row.len()) {
            let (_, (_, least), _) = row.select_nth_unstable_by_key(last, |(_, fit)| std::cmp::Reverse(*fit));
            let least = *least;
            row.retain(|(_, fit)| *fit >= least);
        }
        self.order(mentee, row, most)
    }

    /// The first so many of some candidates, best first. Time: linear in them, and a sort of so many.
    fn order(&self, mentee: usize, row: Vec<(usize, i64)>, most: usize) -> Vec<(usize, Alternative)> {
        let matching = self.compiled.matching;
        let Some(id) = matching.mentees.get(mentee).map(|one| &one.person.id) else { return Vec::new() };
        let begun = tie_begun(matching.seed, id);
        let mut ranked: Vec<_> = row
            .into_iter()
            .filter_map(|(mentor, fit)| {
                let other = self.compiled.mentor_id(mentor)?;
                Some((fit, tie_break_of(begun, other), mentor, other))
            })
            .collect();
        let better = |a: &(i64, i64, usize, &str), b: &(i64, i64, usize, &str)| (b.0, b.1, a.3).cmp(&(a.0, a.1, b.3));
        if let Some(last) = most.checked_sub(1).filter(|last| *last < ranked.len()) {
            ranked.select_nth_unstable_by(last, better);
        }
        ranked.truncate(most);
        ranked.sort_by(better);
        let alternative = |(fit, _, mentor, _): (i64, i64, usize, &str)| {
            let id = matching.mentors.get(mentor)?.person.id.clone();
            Some((mentor, Alternative { mentor: id, fit, places_free: self.places_free(mentor) }))
        };
        ranked.into_iter().filter_map(alternative).collect()
    }

    /// Every wish of both and whether the pair goes along.
    pub(crate) fn wishes(&self, mentee: usize, mentor: usize) -> Vec<WishResult> {
        let (mentees, mentors) = (&self.compiled.mentees, &self.compiled.mentors);
        let matching = self.compiled.matching;
        let met = |met: Option<bool>| met.map_or(Met::Unknown, |met| if met { Met::Yes } else { Met::No });
        let mut results = Vec::new();
        if let Some(one) = matching.mentees.get(mentee) {
            for (wish, stated) in mentees.wishes(mentee).iter().zip(&one.person.preferences) {
                let came = met(wish.met(mentees, mentee, mentors, mentor));
                results.push(WishResult::new(matching, crate::domain::Side::Mentee, stated, came));
            }
        }
        if let Some(one) = matching.mentors.get(mentor) {
            for (wish, stated) in mentors.wishes(mentor).iter().zip(&one.person.preferences) {
                let came = met(wish.met(mentors, mentor, mentees, mentee));
                results.push(WishResult::new(matching, crate::domain::Side::Mentor, stated, came));
            }
        }
        results
    }

    /// The aim's levels as this solution reaches them; where it only has to be stable, what it comes to.
    pub(crate) fn levels(&self) -> Vec<Level> {
        levels(self.compiled, &self.solution, &self.quality, self.tier_bounds.as_deref())
    }

    /// Whether every level is proved; never where the matching only has to be stable. What meets its bounds at every level is the best, even if the run was stopped
    /// before it could prove it otherwise.
    pub(crate) fn is_optimal(&self) -> bool {
        let solution = &self.solution;
        self.stable.is_none()
            && self.quality.iter().all(|level| level.value == level.bound)
            && (solution.status == Status::Optimal || self.tier_bounds.is_none() && solution.totals == solution.bounds)
    }
}
