//! What the mentees of one mentor ask of each other: hours, contact, times and company.
//!
//! Each is a condition on all pairs of a mentor together, which no flow keeps by itself; see
//! [`crate::solve::conditions`].

mod arrange;
mod loads;
mod several;

pub(crate) use arrange::{Spot, Way};

use super::Compiled;
use crate::domain::Shortage;
use crate::solve::conditions::{Budget, Company as Sharing, ConditionParts, Weights};
use crate::solve::{Problem, conditions};
use loads::Load;
use several::Several;

/// Conditions on the mentees of one mentor, and on those of a supervisor's mentors, together.
#[derive(Debug, Default)]
pub(crate) struct Company {
    loads: Vec<Load>,
    several: Option<Several>,
    /// Whether some caseload counts its mentors' pairs unequally.
    mixed: bool,
    /// The mentees of each mentor's pairs that stand, ascending; empty where nothing turns on them.
    standing: Vec<Vec<u32>>,
}

impl Company {
    /// Reads them off the programme and the pairs that stand. Linear in people, but for putting needs in order.
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let mixed = compiled.supervision.is_mixed();
        let matching = compiled.matching;
        let kinds = loads::kinds(matching);
        if kinds.is_empty() && matching.several.is_none() {
            return Self { mixed, ..Self::default() };
        }
        let mut standing = vec![Vec::new(); compiled.mentors()];
        let pairs = compiled.fixed.pairs.iter().map(|pair| (pair.mentee, pair.mentor));
        for (mentee, mentor) in pairs.chain(compiled.fixed.held_pairs.iter().copied()) {
            standing.get_mut(mentor).into_iter().for_each(|of: &mut Vec<u32>| of.push(mentee as u32));
        }
        for of in &mut standing {
            of.sort_unstable();
        }
        let loads = kinds.into_iter().map(|kind| Load::new(compiled, kind, &standing)).collect();
        let several = matching.several.map(|settings| Several::new(compiled, settings));
        Self { loads, several, mixed, standing }
    }

    /// Whether the programme has no such conditions.
    pub(crate) fn is_empty(&self) -> bool {
        !self.mixed && self.is_of_mentors_empty()
    }

    /// The same, caseloads aside.
    fn is_of_mentors_empty(&self) -> bool {
        self.loads.is_empty() && self.several.is_none()
    }

    /// Places of a mentor that so many free ones come to: no more of the smallest needs of those who take part fit.
    pub(crate) fn places(&self, mentor: usize, free: u32) -> u32 {
        self.loads.iter().map(|load| load.fit(mentor)).fold(free, u32::min)
    }

    /// What there is too little of for the mentor to take on a mentee beside those that stand and `others`, ascending;
    /// none where there is enough.
    pub(crate) fn shortage(&self, mentor: usize, others: &[u32], mentee: usize) -> Option<Shortage> {
        if self.is_of_mentors_empty() {
            return None;
        }
        let mut members: Vec<u32> = others.iter().copied().filter(|other| *other as usize != mentee).collect();
        members.push(mentee as u32);
        self.shortage_of(mentor, &members)
    }

    /// What there is too little of for the mentor to have these beside those that stand.
    fn shortage_of(&self, mentor: usize, members: &[u32]) -> Option<Shortage> {
        let short = self.loads.iter().find(|load| !load.holds(mentor, members));
        short.map(|load| load.kind).or_else(|| {
            let several = self.several.as_ref()?;
            let short = self.arranged(several, mentor, members).is_none();
            let crowded = || several.is_crowded(mentor, &self.beside_standing(mentor, members));
            short.then(|| if crowded() { Shortage::Dedicated } else { Shortage::SeveralMentees })
        })
    }

    /// How the mentor meets those that stand and these, in that order; none where the programme does not say, or no way
    /// suits all of them.
    pub(crate) fn spots(&self, mentor: usize, members: &[u32]) -> Option<Vec<(u32, Spot)>> {
        self.arranged(self.several.as_ref()?, mentor, members)
    }

    fn arranged(&self, several: &Several, mentor: usize, members: &[u32]) -> Option<Vec<(u32, Spot)>> {
        let all = self.beside_standing(mentor, members);
        let spots = several.arrange(mentor, &all)?;
        Some(all.into_iter().zip(spots).collect())
    }

    fn beside_standing(&self, mentor: usize, members: &[u32]) -> Vec<u32> {
        let standing = self.standing.get(mentor).map_or(&[][..], Vec::as_slice);
        standing.iter().chain(members).copied().collect()
    }

    /// Whether an assignment, by the mentor of each mentee, keeps every condition.
    pub(crate) fn holds(&self, compiled: &Compiled<'_>, mentor_of: &[Option<u32>]) -> bool {
        if self.is_empty() {
            return true;
        }
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); compiled.mentors()];
        for (mentee, mentor) in (0..).zip(mentor_of) {
            mentor.and_then(|mentor| members.get_mut(mentor as usize)).into_iter().for_each(|of| of.push(mentee));
        }
        let mut used = vec![0_u64; compiled.supervision.room.len()];
        for (mentor, of) in members.iter().enumerate().filter(|(_, of)| !of.is_empty()) {
            if self.shortage_of(mentor, of).is_some() {
                return false;
            }
            if let Some(used) = compiled.supervision.of(mentor).and_then(|at| used.get_mut(at)) {
                *used += u64::from(compiled.supervision.weight(mentor)) * of.len() as u64;
            }
        }
        used.iter().zip(&compiled.supervision.room).all(|(used, room)| *used <= u64::from(*room))
    }

    /// The conditions for a solver, over a problem whose columns are all mentors.
    pub(crate) fn parts(&self, compiled: &Compiled<'_>, problem: &Problem) -> ConditionParts {
        let mut parts = ConditionParts::default();
        for load in &self.loads {
            let weights = parts.weights.len();
            parts.weights.push(Weights::Rows(load.needs.clone()));
            let limits = (0..).zip(&load.left).filter_map(|(mentor, left)| Some((mentor, (*left)?)));
            parts.budgets.extend(limits.map(|(mentor, limit)| Budget { weights, columns: vec![mentor], limit }));
        }
        if self.mixed {
            let weights = parts.weights.len();
            let weight = |mentor: &u32| compiled.supervision.weight(*mentor as usize);
            parts.weights.push(Weights::Edges(problem.edge_columns().iter().map(weight).collect()));
            for (at, limit) in compiled.supervision.room.iter().enumerate() {
                let own = (0..compiled.mentors()).filter(|mentor| compiled.supervision.of(*mentor) == Some(at));
                let columns = own.map(|mentor| mentor as u32).collect();
                parts.budgets.push(Budget { weights, columns, limit: u64::from(*limit) });
            }
        }
        parts
    }

    /// What a solver asks about those who share a mentor; none where anybody can.
    pub(crate) fn sharing(&self) -> Option<&dyn Sharing> {
        self.several.is_some().then_some(self as &dyn Sharing)
    }
}

impl conditions::Company for Company {
    fn at_odds(&self, column: u32, rows: &[u32]) -> Option<Vec<u32>> {
        let (several, mentor) = (self.several.as_ref()?, column as usize);
        let fine = |members: &[u32]| self.arranged(several, mentor, members).is_some();
        if fine(rows) {
            return None;
        }
        // Whoever is not needed for it goes.
        let mut odd = rows.to_vec();
        for row in rows {
            let without: Vec<u32> = odd.iter().copied().filter(|other| other != row).collect();
            if !fine(&without) {
                odd = without;
            }
        }
        Some(odd)
    }
}
