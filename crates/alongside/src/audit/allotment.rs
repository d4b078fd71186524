//! Who is proposed to whom, as far as the proposals can be followed.

use super::book::Book;
use super::company;
use super::finding::{Finding, FindingCode};
use super::lists;
use super::supervision;
use crate::outcome::Proposal;

/// The proposals by place in the programme.
#[derive(Debug, Clone, Default)]
pub(super) struct Allotment {
    /// The mentor first proposed to each mentee.
    mentor_of: Vec<Option<usize>>,
    /// Proposals of each mentor.
    taken: Vec<u32>,
    /// Mentees who take no part in the matching.
    out: Vec<bool>,
    /// Mentors with a pair or a reserved place.
    busy: Vec<bool>,
    /// Whether everybody is known, no mentee stands twice and no mentor has too many.
    pub(super) holds: bool,
}

impl Allotment {
    /// The allotment of these mentors to the mentees, in order of the programme.
    #[cfg(test)]
    pub(super) fn of(book: &Book<'_>, mentor_of: Vec<Option<usize>>) -> Self {
        let mut taken = vec![0; book.matching.mentors.len()];
        mentor_of.iter().flatten().for_each(|&mentor| taken[mentor] += 1);
        let (out, busy) = Self::settled(book);
        Self { mentor_of, taken, out, busy, holds: true }
    }

    /// Who takes no part, and who is not idle whatever is proposed.
    fn settled(book: &Book<'_>) -> (Vec<bool>, Vec<bool>) {
        let out = book.matching.mentees.iter().map(|one| book.settled.is_out(&one.person.id));
        let busy = book.matching.mentors.iter().map(|one| book.settled.taken(&one.person.id) > 0);
        (out.collect(), busy.collect())
    }

    /// Follows the proposals, and reports people whom the programme does not have, mentees proposed twice, mentors
    /// proposed beyond their places, and a list out of order.
    pub(super) fn read(findings: &mut Vec<Finding>, book: &Book<'_>, proposals: &[Proposal]) -> Self {
        let before = findings.len();
        let matching = book.matching;
        let mut mentor_of = vec![None; matching.mentees.len()];
        let mut taken = vec![0_u32; matching.mentors.len()];
        for proposal in proposals {
            let (mentee, mentor) = (book.mentee_at(&proposal.mentee), book.mentor_at(&proposal.mentor));
            let (Some(mentee), Some(mentor)) = (mentee, mentor) else {
                let message = "the proposal is for somebody whom the programme does not have on that side";
                let finding = Finding::new(FindingCode::UnknownPerson, message).about("proposals");
                findings.push(finding.mentee(&proposal.mentee).mentor(&proposal.mentor));
                continue;
            };
            match mentor_of.get_mut(mentee) {
                Some(place @ None) if !book.is_out(mentee) => *place = Some(mentor),
                _ => findings.push(
                    Finding::new(
                        FindingCode::RepeatedMentee,
                        "the mentee has a proposal or a pair already, or is held",
                    )
                    .mentee(&proposal.mentee)
                    .mentor(&proposal.mentor),
                ),
            }
            if let Some(taken) = taken.get_mut(mentor) {
                *taken = taken.saturating_add(1);
            }
        }
        for (at, (mentor, &taken)) in matching.mentors.iter().zip(&taken).enumerate() {
            if taken > book.free(at) {
                let message = format!("{taken} proposals for {} free places", book.free(at));
                findings.push(Finding::new(FindingCode::CapacityExceeded, message).mentor(&mentor.person.id));
            }
        }
        supervision::check_room(findings, book, &taken);
        company::check_room(findings, book, &mentor_of);
        let holds = findings.len() == before;
        lists::ascending(findings, "proposals", proposals.iter().map(|proposal| &proposal.mentee));
        let (out, busy) = Self::settled(book);
        Self { mentor_of, taken, out, busy, holds }
    }

    /// The mentor proposed to the mentee.
    pub(super) fn mentor_of(&self, mentee: usize) -> Option<usize> {
        self.mentor_of.get(mentee).copied().flatten()
    }

    /// Proposals of the mentor.
    pub(super) fn taken(&self, mentor: usize) -> u32 {
        self.taken.get(mentor).copied().unwrap_or_default()
    }

    /// The mentees proposed to the mentor.
    pub(super) fn mentees_of(&self, mentor: usize) -> Vec<usize> {
        self.pairs().filter(|(_, own)| *own == mentor).map(|(mentee, _)| mentee).collect()
    }

    /// What the proposals to the supervisor's mentors count in the caseload.
    pub(super) fn of_supervisor(&self, book: &Book<'_>, supervisor: usize) -> u32 {
        let mentors = (0..self.taken.len()).filter(|mentor| book.supervision.supervisor(*mentor) == Some(supervisor));
        mentors.map(|mentor| self.taken(mentor).saturating_mul(book.supervision.weight(mentor))).sum()
    }

    /// Places that are left with the mentor, as far as their supervisor has room.
    pub(super) fn left(&self, book: &Book<'_>, mentor: usize) -> u32 {
        let own = book.free(mentor).saturating_sub(self.taken(mentor));
        match book.supervision.supervisor(mentor) {
            Some(at) => {
                let room = book.supervision.room(at).saturating_sub(self.of_supervisor(book, at));
                own.min(room / book.supervision.weight(mentor).max(1))
            }
            None => own,
        }
    }

    /// Mentees without a proposal who take part in the matching.
    pub(super) fn waiting(&self) -> impl Iterator<Item = usize> {
        let mentees = self.mentor_of.iter().zip(&self.out).enumerate();
        mentees.filter_map(|(mentee, (mentor, out))| (mentor.is_none() && !out).then_some(mentee))
    }

    /// Mentors without one, and without a pair or a reserved place.
    pub(super) fn idle(&self) -> impl Iterator<Item = usize> {
        let mentors = self.taken.iter().zip(&self.busy).enumerate();
        mentors.filter_map(|(mentor, (&taken, busy))| (taken == 0 && !busy).then_some(mentor))
    }

    /// Proposed pairs, by mentee.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.mentor_of.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)))
    }
}
