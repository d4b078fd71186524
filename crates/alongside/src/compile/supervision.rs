//! Mentors by supervisor, and how many relationships each supervisor has room for.

use super::Compiled;
use crate::solve::Ceilings;

/// Supervisors by their place in the programme's list.
#[derive(Debug, Default)]
pub(crate) struct Supervision {
    /// The supervisor of each mentor.
    pub(crate) of: Vec<Option<u32>>,
    /// Relationships of each supervisor's mentors before the matching: those that go on, are urgent or held.
    pub(crate) before: Vec<u32>,
    /// How many more each caseload leaves room for.
    pub(crate) room: Vec<u32>,
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
        let mut before = vec![0_u32; matching.supervisors.len()];
        let fixed = compiled.fixed.pairs.iter().map(|pair| pair.mentor);
        for mentor in fixed.chain(compiled.fixed.held_pairs.iter().map(|(_, mentor)| *mentor)) {
            if let Some(before) = of.get(mentor).copied().flatten().and_then(|at| before.get_mut(at as usize)) {
                *before += 1;
            }
        }
        let room = matching.supervisors.iter().zip(&before);
        let room = room.map(|(supervisor, before)| supervisor.caseload.saturating_sub(*before)).collect();
        Self { of, before, room }
    }

    /// The supervisor of a mentor.
    pub(crate) fn of(&self, mentor: usize) -> Option<usize> {
        self.of.get(mentor).copied().flatten().map(|at| at as usize)
    }

    /// How many more relationships a supervisor's caseload leaves room for.
    pub(crate) fn room(&self, supervisor: usize) -> u32 {
        self.room.get(supervisor).copied().unwrap_or(0)
    }

    /// Counts a pair more that stands with this mentor.
    pub(super) fn take(&mut self, mentor: usize) {
        let Some(at) = self.of(mentor) else { return };
        self.before.get_mut(at).into_iter().for_each(|before| *before += 1);
        self.room.get_mut(at).into_iter().for_each(|room| *room = room.saturating_sub(1));
    }

    /// The ceilings over these mentors' pairs.
    pub(crate) fn ceilings(&self, mentors: impl Iterator<Item = usize>) -> Ceilings {
        if self.room.is_empty() {
            return Ceilings::default();
        }
        let group_of = mentors.map(|mentor| self.of.get(mentor).copied().flatten()).collect();
        Ceilings { group_of, limits: self.room.clone() }
    }
}
