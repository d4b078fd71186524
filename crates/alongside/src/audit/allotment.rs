//! Who is proposed to whom, as far as the proposals can be followed.

use super::book::Book;
use super::finding::{Finding, FindingCode};
use super::lists;
use crate::outcome::Proposal;

/// The proposals by place in the programme.
#[derive(Debug, Clone, Default)]
pub(super) struct Allotment {
    /// The mentor first proposed to each mentee.
    mentor_of: Vec<Option<usize>>,
    /// Proposals of each mentor.
    taken: Vec<u32>,
    /// Whether everybody is known, no mentee stands twice and no mentor has too many.
    pub(super) holds: bool,
}

impl Allotment {
    /// The allotment of these mentors to the mentees, in order of the programme.
    #[cfg(test)]
    pub(super) fn of(mentors: usize, mentor_of: Vec<Option<usize>>) -> Self {
        let mut taken = vec![0; mentors];
        mentor_of.iter().flatten().for_each(|&mentor| taken[mentor] += 1);
        Self { mentor_of, taken, holds: true }
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
                Some(place @ None) => *place = Some(mentor),
                _ => findings.push(
                    Finding::new(FindingCode::RepeatedMentee, "the mentee has a proposal already")
                        .mentee(&proposal.mentee)
                        .mentor(&proposal.mentor),
                ),
            }
            if let Some(taken) = taken.get_mut(mentor) {
                *taken = taken.saturating_add(1);
            }
        }
        for (mentor, &taken) in matching.mentors.iter().zip(&taken) {
            if taken > mentor.capacity {
                let message = format!("{taken} proposals for {} places", mentor.capacity);
                findings.push(Finding::new(FindingCode::CapacityExceeded, message).mentor(&mentor.person.id));
            }
        }
        let holds = findings.len() == before;
        lists::ascending(findings, "proposals", proposals.iter().map(|proposal| &proposal.mentee));
        Self { mentor_of, taken, holds }
    }

    /// The mentor proposed to the mentee.
    pub(super) fn mentor_of(&self, mentee: usize) -> Option<usize> {
        self.mentor_of.get(mentee).copied().flatten()
    }

    /// Proposals of the mentor.
    pub(super) fn taken(&self, mentor: usize) -> u32 {
        self.taken.get(mentor).copied().unwrap_or_default()
    }

    /// Mentees without a proposal.
    pub(super) fn waiting(&self) -> impl Iterator<Item = usize> {
        self.mentor_of.iter().enumerate().filter_map(|(mentee, mentor)| mentor.is_none().then_some(mentee))
    }

    /// Mentors without one.
    pub(super) fn idle(&self) -> impl Iterator<Item = usize> {
        self.taken.iter().enumerate().filter_map(|(mentor, &taken)| (taken == 0).then_some(mentor))
    }

    /// Proposed pairs, by mentee.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.mentor_of.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)))
    }
}
