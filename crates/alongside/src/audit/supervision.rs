//! Supervisors: whose mentors are whose, and how many relationships each has room for, worked out again.

use super::allotment::Allotment;
use super::book::Book;
use super::finding::{Finding, FindingCode};
use super::settled::Settled;
use super::survey::Survey;
use crate::domain::{Matching, PersonId};
use crate::outcome::{HeldBack, SupervisorReport};
use alongside_solver::problem::Ceilings;

/// Supervisors by their place in the programme.
#[derive(Debug, Default)]
pub(super) struct Supervision {
    of: Vec<Option<usize>>,
    before: Vec<u32>,
    room: Vec<u32>,
}

impl Supervision {
    pub(super) fn of(matching: &Matching, settled: &Settled<'_>) -> Self {
        let named = |mentor: &crate::domain::Mentor| {
            let id = mentor.supervisor.as_ref()?;
            matching.supervisors.iter().position(|one| one.id == *id)
        };
        let of: Vec<Option<usize>> = matching.mentors.iter().map(named).collect();
        let mut before = vec![0; matching.supervisors.len()];
        for (mentor, supervisor) in matching.mentors.iter().zip(&of) {
            if let Some(before) = supervisor.and_then(|at| before.get_mut(at)) {
                *before += settled.taken(&mentor.person.id);
            }
        }
        let rooms = matching.supervisors.iter().zip(&before);
        let room = rooms.map(|(one, before)| one.caseload - (*before).min(one.caseload)).collect();
        Self { of, before, room }
    }

    /// The supervisor of the mentor.
    pub(super) fn supervisor(&self, mentor: usize) -> Option<usize> {
        self.of.get(mentor).copied().flatten()
    }

    /// How many relationships the supervisor has room for before the matching.
    pub(super) fn room(&self, supervisor: usize) -> u32 {
        self.room.get(supervisor).copied().unwrap_or(0)
    }

    /// How many supervisors there are.
    pub(super) fn len(&self) -> usize {
        self.room.len()
    }

    /// The supervisor of every mentor, and the room of every supervisor, as a problem has them.
    pub(super) fn ceilings(&self, mentors: &[usize]) -> Ceilings {
        if self.room.is_empty() {
            return Ceilings::default();
        }
        let group = |mentor: &usize| self.supervisor(*mentor).and_then(|at| u32::try_from(at).ok());
        Ceilings { group_of: mentors.iter().map(group).collect(), limits: self.room.clone() }
    }
}

/// Reports supervisors whose caseloads the proposals exceed.
pub(super) fn check_room(findings: &mut Vec<Finding>, book: &Book<'_>, taken: &[u32]) {
    let mut sums = vec![0_u32; book.supervision.len()];
    for (mentor, taken) in taken.iter().enumerate() {
        if let Some(sum) = book.supervision.supervisor(mentor).and_then(|at| sums.get_mut(at)) {
            *sum = sum.saturating_add(*taken);
        }
    }
    for (at, (supervisor, sum)) in book.matching.supervisors.iter().zip(&sums).enumerate() {
        let room = book.supervision.room(at);
        if *sum > room {
            let message = format!("{sum} proposals to mentors of a supervisor who has room for {room}");
            findings.push(Finding::new(FindingCode::CapacityExceeded, message).about(supervisor.id.as_str()));
        }
    }
}

/// The supervisors as an outcome has them.
pub(super) fn reports(book: &Book<'_>, allotment: &Allotment) -> Vec<SupervisorReport> {
    let report = |(at, one): (usize, &crate::domain::Supervisor)| {
        let mentors =
            || (0..book.matching.mentors.len()).filter(|mentor| book.supervision.supervisor(*mentor) == Some(at));
        SupervisorReport {
            supervisor: one.id.clone(),
            caseload: one.caseload,
            mentors: mentors().count(),
            before: book.supervision.before.get(at).copied().unwrap_or(0),
            proposed: mentors().map(|mentor| allotment.taken(mentor)).sum(),
        }
    };
    book.matching.supervisors.iter().enumerate().map(report).collect()
}

/// The supervisors without room whose mentors would have a place for the mentee.
pub(super) fn held_back(book: &Book<'_>, survey: &Survey<'_>, allotment: &Allotment, mentee: usize) -> Vec<HeldBack> {
    let mut counts = vec![0_usize; book.supervision.len()];
    let row = survey.row(mentee);
    for &mentor in row.iter().flat_map(|row| row.mentors.iter()) {
        if allotment.taken(mentor) < book.free(mentor)
            && let Some(at) = book.supervision.supervisor(mentor)
            && allotment.of_supervisor(book, at) >= book.supervision.room(at)
        {
            counts.get_mut(at).into_iter().for_each(|count| *count += 1);
        }
    }
    let named = book.matching.supervisors.iter().zip(counts).filter(|(_, count)| *count > 0);
    named.map(|(one, candidates)| HeldBack { supervisor: one.id.clone(), candidates }).collect()
}

/// The supervisor whose full caseload keeps an idle mentor from a candidate who waits.
pub(super) fn held_back_by<'a>(
    book: &Book<'a>,
    survey: &Survey<'_>,
    allotment: &Allotment,
    (mentor, served): (usize, usize),
) -> Option<&'a PersonId> {
    let at = book.supervision.supervisor(mentor)?;
    let full = allotment.of_supervisor(book, at) >= book.supervision.room(at);
    let waits = survey.idle.get(&mentor).is_some_and(|tally| tally.asked.candidates > served);
    book.matching.supervisors.get(at).map(|one| &one.id).filter(|_| full && waits)
}
