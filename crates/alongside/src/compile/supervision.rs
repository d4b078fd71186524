//! Mentors by supervisor, and how many relationships each supervisor has room for.

use super::Compiled;
use crate::solve::Ceilings;

/// Supervisors by their place in the programme's list.
#[derive(Debug, Default)]
pub(crate) struct Supervision {
    /// The supervisor of each mentor.
    pub(crate) of: Vec<Option<u32>>,
    /// How much a relationship of each mentor counts in a caseload.
    weights: Vec<u32>,
    /// What relationships of each supervisor's mentors count before the matching: those that go on, are urgent or held.
    pub(crate) before: Vec<u32>,
    /// What is left of each caseload, in what relationships count.
    pub(crate) room: Vec<u32>,
    /// Of each supervisor's mentors who have a place left, the least and the most that a relationship counts.
    range: Vec<Option<(u32, u32)>>,
}

impl Supervision {
    /// Reads it off the programme and the pairs that stand. Linear in mentors and pairs, but for finding supervisors.
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let matching = compiled.matching;
        let place = |mentor: &crate::domain::Mentor| {
            let id = mentor.supervisor.as_ref()?;
            let at = matching.supervisors.binary_search_by(|one| one.id.cmp(id)).ok()?;
            u32::try_from(at).ok()
        };
        let of: Vec<Option<u32>> = matching.mentors.iter().map(place).collect();
        let weights: Vec<u32> =
            matching.mentors.iter().map(|mentor| matching.caseload_weights.of(&mentor.person)).collect();
        let mut before = vec![0_u32; matching.supervisors.len()];
        let fixed = compiled.fixed.pairs.iter().map(|pair| pair.mentor);
        for mentor in fixed.chain(compiled.fixed.held_pairs.iter().map(|(_, mentor)| *mentor)) {
            let Some(at) = of.get(mentor).copied().flatten().map(|at| at as usize) else { continue };
            let weight = weights.get(mentor).copied().unwrap_or(1);
            before.get_mut(at).into_iter().for_each(|before| *before = before.saturating_add(weight));
        }
        let room = matching.supervisors.iter().zip(&before);
        let room = room.map(|(supervisor, before)| supervisor.caseload.saturating_sub(*before)).collect();
        let mut supervision = Self { of, weights, before, room, range: Vec::new() };
        supervision.find_range(&compiled.fixed.free);
        supervision
    }

    /// Finds what relationships of mentors with a place left count at least and at most.
    fn find_range(&mut self, free: &[u32]) {
        self.range = vec![None; self.room.len()];
        for ((of, weight), _) in self.of.iter().zip(&self.weights).zip(free).filter(|(_, free)| **free > 0) {
            let Some(range) = of.and_then(|at| self.range.get_mut(at as usize)) else { continue };
            let (least, most) = range.unwrap_or((*weight, *weight));
            *range = Some((least.min(*weight), most.max(*weight)));
        }
    }

    /// How much a relationship of this mentor counts in a caseload.
    pub(crate) fn weight(&self, mentor: usize) -> u32 {
        self.weights.get(mentor).copied().unwrap_or(1)
    }

    /// Whether some caseload that is not exhausted counts the relationships of its mentors unequally.
    pub(crate) fn is_mixed(&self) -> bool {
        self.range
            .iter()
            .zip(&self.room)
            .any(|(range, room)| *room > 0 && range.is_some_and(|(least, most)| least < most))
    }

    /// The supervisor of a mentor.
    pub(crate) fn of(&self, mentor: usize) -> Option<usize> {
        self.of.get(mentor).copied().flatten().map(|at| at as usize)
    }

    /// What is left of a supervisor's caseload, in what relationships count.
    pub(crate) fn room(&self, supervisor: usize) -> u32 {
        self.room.get(supervisor).copied().unwrap_or(0)
    }

    /// Counts a pair more that stands with this mentor.
    pub(super) fn take(&mut self, mentor: usize, free: &[u32]) {
        let Some(at) = self.of(mentor) else { return };
        let weight = self.weight(mentor);
        self.before.get_mut(at).into_iter().for_each(|before| *before += 1);
        self.room.get_mut(at).into_iter().for_each(|room| *room = room.saturating_sub(weight));
        self.find_range(free);
    }

    /// Whether a supervisor's caseload has no room for another pair of this mentor.
    pub(crate) fn is_full(&self, mentor: usize) -> bool {
        self.of(mentor).is_some_and(|at| self.room(at) < self.weight(mentor))
    }

    /// The ceilings over these mentors' pairs: as many as fit if each counts as little as one can.
    pub(crate) fn ceilings(&self, mentors: impl Iterator<Item = usize>) -> Ceilings {
        if self.room.is_empty() {
            return Ceilings::default();
        }
        let group_of = mentors.map(|mentor| self.of.get(mentor).copied().flatten()).collect();
        let limit = |(room, range): (&u32, &Option<(u32, u32)>)| room / range.map_or(1, |(least, _)| least).max(1);
        Ceilings { group_of, limits: self.room.iter().zip(&self.range).map(limit).collect() }
    }
}
