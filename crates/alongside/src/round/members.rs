//! Who is proposed to whom, mentor by mentor, where that decides who else could be.

use crate::compile::Compiled;

/// The mentees proposed to each mentor, and what is left of each caseload.
#[derive(Debug)]
pub(super) struct Members {
    of: Vec<Vec<u32>>,
    room: Vec<u32>,
}

impl Members {
    /// Reads them off an assignment, by the mentor of each mentee. Linear in mentees.
    pub(super) fn new(compiled: &Compiled<'_>, mentor_of: &[Option<u32>]) -> Self {
        let company = &compiled.company;
        let mut of = vec![Vec::new(); if company.is_empty() { 0 } else { compiled.mentors() }];
        let mut room = compiled.supervision.room.clone();
        for (mentee, mentor) in (0..).zip(mentor_of).filter_map(|(mentee, mentor)| Some((mentee, (*mentor)? as usize)))
        {
            of.get_mut(mentor).into_iter().for_each(|of: &mut Vec<u32>| of.push(mentee));
            let supervisor = compiled.supervision.of(mentor).and_then(|at| room.get_mut(at));
            let weight = compiled.supervision.weight(mentor);
            supervisor.into_iter().for_each(|room| *room = room.saturating_sub(weight));
        }
        Self { of, room }
    }

    /// The mentees proposed to a mentor, ascending; nobody where the programme has no conditions on them.
    pub(super) fn of(&self, mentor: usize) -> &[u32] {
        self.of.get(mentor).map_or(&[], Vec::as_slice)
    }

    /// What is left of a supervisor's caseload, in what relationships count.
    pub(super) fn room_left(&self, supervisor: usize) -> u32 {
        self.room.get(supervisor).copied().unwrap_or(0)
    }
}
