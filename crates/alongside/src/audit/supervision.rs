//! Supervisors: whose mentors are whose, and how many relationships each has room for, worked out again.

use super::allotment::Allotment;
use super::book::Book;
use super::facts::{answer, words};
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
    /// What a relationship of each mentor counts.
    weights: Vec<u32>,
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
        let weights: Vec<u32> = matching.mentors.iter().map(|mentor| weight(matching, mentor)).collect();
        let mut before = vec![0; matching.supervisors.len()];
        for ((mentor, supervisor), weight) in matching.mentors.iter().zip(&of).zip(&weights) {
            let taken = settled.taken(&mentor.person.id);
            if let Some(before) = supervisor.and_then(|at| before.get_mut(at)) {
                *before += taken * weight;
            }
        }
        let rooms = matching.supervisors.iter().zip(&before);
        let room = rooms.map(|(one, before)| one.caseload - (*before).min(one.caseload)).collect();
        Self { of, weights, before, room }
    }

    /// What a relationship of the mentor counts in a caseload.
    pub(super) fn weight(&self, mentor: usize) -> u32 {
        self.weights.get(mentor).copied().unwrap_or(1)
    }

    /// What relationships of the supervisor's mentors who have places count.
    fn counts(&self, book: &Book<'_>, supervisor: usize) -> impl Iterator<Item = u32> {
        let own = (0..self.of.len()).filter(move |mentor| self.supervisor(*mentor) == Some(supervisor));
        own.filter(|mentor| book.free(*mentor) > 0).map(|mentor| self.weight(mentor))
    }

    /// Whether in some caseload with room not all relationships count the same.
    pub(super) fn is_mixed(&self, book: &Book<'_>) -> bool {
        let differ = |at: &usize| {
            let first = self.counts(book, *at).next();
            self.counts(book, *at).any(|count| Some(count) != first)
        };
        (0..self.len()).filter(|at| self.room(*at) > 0).any(|at| differ(&at))
    }

    /// Whether one relationship more of the supervisor's mentors fits beside so much.
    pub(super) fn fits(&self, book: &Book<'_>, supervisor: usize, used: u32) -> bool {
        let least = self.counts(book, supervisor).min().unwrap_or(1);
        used.saturating_add(least) <= self.room(supervisor)
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
    pub(super) fn ceilings(&self, book: &Book<'_>, mentors: &[usize]) -> Ceilings {
        if self.room.is_empty() {
            return Ceilings::default();
        }
        let group = |mentor: &usize| self.supervisor(*mentor).and_then(|at| u32::try_from(at).ok());
        let limit = |(at, room): (usize, &u32)| room / self.counts(book, at).min().unwrap_or(1).max(1);
        Ceilings {
            group_of: mentors.iter().map(group).collect(),
            limits: self.room.iter().enumerate().map(limit).collect(),
        }
    }
}

/// Reports supervisors whose caseloads the proposals exceed.
pub(super) fn check_room(findings: &mut Vec<Finding>, book: &Book<'_>, taken: &[u32]) {
    let mut sums = vec![0_u32; book.supervision.len()];
    for (mentor, taken) in taken.iter().enumerate() {
        if let Some(sum) = book.supervision.supervisor(mentor).and_then(|at| sums.get_mut(at)) {
            *sum = sum.saturating_add(taken.saturating_mul(book.supervision.weight(mentor)));
        }
    }
    for (at, (supervisor, sum)) in book.matching.supervisors.iter().zip(&sums).enumerate() {
        let room = book.supervision.room(at);
        if *sum > room {
            let message = format!("proposals that count {sum} to mentors of a supervisor who has room for {room}");
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
            left: book.supervision.room(at).saturating_sub(allotment.of_supervisor(book, at)),
            before: book.supervision.before.get(at).copied().unwrap_or(0),
            proposed: allotment.of_supervisor(book, at),
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
            && allotment.of_supervisor(book, at) + book.supervision.weight(mentor) > book.supervision.room(at)
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
    let full = allotment.of_supervisor(book, at) + book.supervision.weight(mentor) > book.supervision.room(at);
    let waits = survey.idle.get(&mentor).is_some_and(|tally| tally.asked.candidates > served);
    book.matching.supervisors.get(at).map(|one| &one.id).filter(|_| full && waits)
}

/// What a relationship of the mentor counts, by what kind of mentor they are.
pub(super) fn weight(matching: &Matching, mentor: &crate::domain::Mentor) -> u32 {
    let weights = &matching.caseload_weights;
    let known = [
        ("natural", weights.natural),
        ("paid", weights.paid),
        ("peer", weights.peer),
        ("volunteer", weights.volunteer),
    ];
    let role = answer(&mentor.person, "role_type").and_then(|role| words(role).next());
    known.into_iter().find(|(kind, _)| role.is_some_and(|role| **role == **kind)).map_or(1, |(_, weight)| weight)
}
