//! Every change that can be made to a proposal.

use super::gain::{Gain, Sign};
use crate::audit::allotment::Allotment;
use crate::audit::book::Book;
use crate::audit::survey::Row;
use std::borrow::Cow;

/// The changes, as a graph: a node for each mentee, each mentor, and one more where people start and stop being
/// served and places start and stop being used.
#[derive(Debug, Clone)]
pub(in crate::audit) struct Residual<'r> {
    /// Candidates of each mentee.
    pub(in crate::audit) rows: Cow<'r, [Row]>,
    /// How many levels count people served: one for each tier, and all people.
    pub(in crate::audit) served_width: usize,
    /// What serving each mentee adds to them.
    served: Vec<Vec<i128>>,
    mentor_of: Vec<Option<usize>>,
    mentees_of: Vec<Vec<usize>>,
    free: Vec<bool>,
}

impl<'r> Residual<'r> {
    /// The changes that can be made to the allotment over these candidates.
    pub(super) fn of(book: &Book<'_>, rows: &'r [Row], allotment: &Allotment) -> Self {
        let matching = book.matching;
        let tiers = usize::from(matching.aim.tiers);
        let served = |tier: u8| {
            let tier = usize::from(tier);
            (1..=tiers).map(|at| i128::from(at == tier)).chain([1]).collect()
        };
        let mut mentees_of = vec![Vec::new(); matching.mentors.len()];
        for (mentee, mentor) in allotment.pairs() {
            mentees_of.get_mut(mentor).into_iter().for_each(|mentees: &mut Vec<_>| mentees.push(mentee));
        }
        let free = |at: usize| allotment.taken(at) < book.free(at);
        Self {
            rows: Cow::Borrowed(rows),
            served_width: tiers + 1,
            served: matching.mentees.iter().map(|mentee| served(mentee.tier)).collect(),
            mentor_of: (0..matching.mentees.len()).map(|mentee| allotment.mentor_of(mentee)).collect(),
            mentees_of,
            free: (0..matching.mentors.len()).map(free).collect(),
        }
    }

    /// How many nodes there are.
    pub(in crate::audit) fn nodes(&self) -> usize {
        self.hub() + 1
    }

    /// All of them: mentees, mentors, the hub.
    pub(in crate::audit) fn every_node(&self) -> Vec<usize> {
        (0..self.nodes()).collect()
    }

    /// The node of a mentor.
    pub(in crate::audit) fn mentor_node(&self, mentor: usize) -> usize {
        self.rows.len() + mentor
    }

    /// The mentor proposed to the mentee.
    pub(in crate::audit) fn mentor_of(&self, mentee: usize) -> Option<usize> {
        self.mentor_of.get(mentee).copied().flatten()
    }

    fn hub(&self) -> usize {
        self.rows.len() + self.mentees_of.len()
    }

    /// Visits the changes that start at the node: where each leads and what it gains. Returns how many.
    pub(super) fn visit<'s>(&'s self, node: usize, mut each: impl FnMut(usize, Gain<'s>)) -> u64 {
        let mut count = 0;
        let mut each = |to, gain| {
            count += 1;
            each(to, gain);
        };
        if let Some(row) = self.rows.get(node) {
            // A mentee takes another candidate.
            let held = self.mentor_of(node);
            for (mentor, quality) in row.iter().filter(|&(mentor, _)| Some(mentor) != held) {
                each(self.mentor_node(mentor), Gain::Quality(quality, Sign::Gained));
            }
        } else if let Some(mentees) = self.mentees_of.get(node - self.rows.len()) {
            // A mentor lets a mentee go.
            let mentor = node - self.rows.len();
            for &mentee in mentees {
                let quality = self.rows.get(mentee).and_then(|row| row.quality(mentor));
                each(mentee, Gain::Quality(quality.unwrap_or_default(), Sign::Lost));
            }
        }
        self.visit_hub(node, each);
        count
    }

    /// Visits the changes between the node and the hub.
    fn visit_hub<'s>(&'s self, node: usize, mut each: impl FnMut(usize, Gain<'s>)) {
        let hub = self.hub();
        let served = |mentee: usize| self.served.get(mentee).map_or::<&'s [i128], _>(&[], |served| served);
        if node == hub {
            for mentee in (0..self.rows.len()).filter(|&mentee| self.mentor_of(mentee).is_none()) {
                each(mentee, Gain::Served(served(mentee), Sign::Gained));
            }
            for (mentor, _) in self.mentees_of.iter().enumerate().filter(|(_, mentees)| !mentees.is_empty()) {
                each(self.mentor_node(mentor), Gain::Nothing);
            }
        } else if node < self.rows.len() {
            if self.mentor_of(node).is_some() {
                each(hub, Gain::Served(served(node), Sign::Lost));
            }
        } else if self.free.get(node - self.rows.len()).is_some_and(|free| *free) {
            each(hub, Gain::Nothing);
        }
    }
}
