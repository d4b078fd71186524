//! Every change that can be made to a proposal.

use super::gain::{Gain, Sign};
use crate::audit::allotment::Allotment;
use crate::audit::book::Book;
use crate::audit::choices;
use crate::audit::survey::Row;
use std::borrow::Cow;

/// The changes, as a graph: a node for each mentee, each mentor, each supervisor, and one more where people start and stop being
/// served and places start and stop being used.
#[derive(Debug, Clone)]
pub(in crate::audit) struct Residual<'r> {
    /// Candidates of each mentee.
    pub(in crate::audit) rows: Cow<'r, [Row]>,
    /// How many levels count people served, one for each tier and all people, and mentors used where the aim counts them.
    pub(in crate::audit) served_width: usize,
    /// How many of these count people.
    pub(super) people_width: usize,
    /// What a mentor's first mentee adds to them, where the aim counts mentors used.
    used: Option<Vec<i128>>,
    /// How many levels of quality there are after these.
    pub(in crate::audit) quality_width: usize,
    /// The fits that the aim tells apart: each is a level of quality before those that a survey's row has, but for the
    /// days waited.
    steps: Vec<i128>,
    /// How many levels of quality come before the fits: the days waited, where the aim counts them.
    pub(super) ahead: usize,
    /// Where a survey's row has the fit.
    pub(super) fit_at: usize,
    /// What serving each mentee adds to them.
    served: Vec<Vec<i128>>,
    mentor_of: Vec<Option<usize>>,
    mentees_of: Vec<Vec<usize>>,
    free: Vec<bool>,
    /// The supervisor of each mentor.
    supervisor_of: Vec<Option<usize>>,
    /// The mentors of each supervisor with a proposal.
    at_work: Vec<Vec<usize>>,
    /// Whether the supervisor has room.
    room: Vec<bool>,
}

impl<'r> Residual<'r> {
    /// The changes that can be made to the allotment over these candidates.
    pub(super) fn of(book: &Book<'_>, rows: &'r [Row], allotment: &Allotment) -> Self {
        let matching = book.matching;
        let tiers = usize::from(matching.aim.tiers);
        let counts = matching.aim.most_mentors;
        let served = |tier: u8| {
            let tier = usize::from(tier);
            (1..=tiers).map(|at| i128::from(at == tier)).chain([1]).chain(counts.then_some(0)).collect()
        };
        let used = counts.then(|| (0..=tiers).map(|_| 0).chain([1]).collect());
        let mut mentees_of = vec![Vec::new(); matching.mentors.len()];
        for (mentee, mentor) in allotment.pairs() {
            mentees_of.get_mut(mentor).into_iter().for_each(|mentees: &mut Vec<_>| mentees.push(mentee));
        }
        let free = |at: usize| allotment.taken(at) < book.free(at);
        let supervisors = book.supervision.len();
        let supervisor_of: Vec<_> = (0..matching.mentors.len()).map(|at| book.supervision.supervisor(at)).collect();
        let mut at_work = vec![Vec::new(); supervisors];
        for (mentor, supervisor) in supervisor_of.iter().enumerate().filter(|(at, _)| allotment.taken(*at) > 0) {
            if let Some(own) = supervisor.and_then(|at| at_work.get_mut(at)) {
                own.push(mentor);
            }
        }
        let room = |at: usize| book.supervision.fits(book, at, allotment.of_supervisor(book, at));
        let (steps, fit_at) = (choices::steps(matching), book.fit_at());
        let ahead = usize::from(matching.aim.longest_waiting_first);
        let quality_width = steps.len() + book.quality_width();
        let rows = if steps.is_empty() {
            Cow::Borrowed(rows)
        } else {
            rows.iter().map(|row| row.with(quality_width, |own| Some(expanded(&steps, (ahead, fit_at), own)))).collect()
        };
        Self {
            rows,
            served_width: tiers + 1 + usize::from(counts),
            people_width: tiers + 1,
            used,
            quality_width,
            steps,
            ahead,
            fit_at,
            served: matching.mentees.iter().map(|mentee| served(mentee.tier)).collect(),
            mentor_of: (0..matching.mentees.len()).map(|mentee| allotment.mentor_of(mentee)).collect(),
            mentees_of,
            free: (0..matching.mentors.len()).map(free).collect(),
            supervisor_of,
            at_work,
            room: (0..supervisors).map(room).collect(),
        }
    }

    /// The same changes but for candidates with a lower fit; only where the aim tells no fits apart.
    pub(super) fn above(&self, least: i128) -> Residual<'static> {
        let reaching = |own: &[i128]| own.get(self.fit_at).is_some_and(|fit| *fit >= least).then(|| own.to_vec());
        let rows = self.rows.iter().map(|row| row.with(self.quality_width, reaching)).collect();
        Residual {
            rows: Cow::Owned(rows),
            served_width: self.served_width,
            people_width: self.people_width,
            used: self.used.clone(),
            quality_width: self.quality_width,
            steps: self.steps.clone(),
            ahead: self.ahead,
            fit_at: self.fit_at,
            served: self.served.clone(),
            mentor_of: self.mentor_of.clone(),
            mentees_of: self.mentees_of.clone(),
            free: self.free.clone(),
            supervisor_of: self.supervisor_of.clone(),
            at_work: self.at_work.clone(),
            room: self.room.clone(),
        }
    }

    /// Gives a pair other numbers, those that a survey's row has, or makes it no candidate.
    pub(in crate::audit) fn put(&mut self, mentee: usize, mentor: usize, own: Option<&[i128]>) {
        let Some(row) = self.rows.to_mut().get_mut(mentee) else { return };
        match own {
            Some(own) => row.put(mentor, &expanded(&self.steps, (self.ahead, self.fit_at), own)),
            None => row.remove(mentor),
        }
    }

    /// The pairs of the proposal and their numbers.
    pub(super) fn proposed(&self) -> impl Iterator<Item = &[i128]> {
        let pairs = self.mentor_of.iter().zip(self.rows.iter());
        pairs.filter_map(|(mentor, row)| row.quality((*mentor)?))
    }

    /// How many nodes there are.
    pub(in crate::audit) fn nodes(&self) -> usize {
        self.hub() + 1
    }

    /// All of them: mentees, mentors, supervisors, the hub.
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
        self.rows.len() + self.mentees_of.len() + self.room.len()
    }

    /// Where places of the mentor are counted: with their supervisor, or at the hub.
    fn counted_at(&self, mentor: usize) -> usize {
        let supervisor = self.supervisor_of.get(mentor).copied().flatten();
        supervisor.map_or(self.hub(), |at| self.rows.len() + self.mentees_of.len() + at)
    }

    /// The supervisor of the node, if it is one's.
    fn supervisor_at(&self, node: usize) -> Option<usize> {
        node.checked_sub(self.rows.len() + self.mentees_of.len()).filter(|at| *at < self.room.len())
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
        if let Some(supervisor) = self.supervisor_at(node) {
            // One mentor has one mentee fewer; or the caseload takes one more.
            for &mentor in self.at_work.get(supervisor).into_iter().flatten() {
                each(self.mentor_node(mentor), self.one_fewer(mentor));
            }
            if self.room.get(supervisor).is_some_and(|room| *room) {
                each(self.hub(), Gain::Nothing);
            }
            return count;
        }
        self.visit_hub(node, each);
        count
    }

    /// What is lost where a mentor has one mentee fewer: being used, if there was one.
    fn one_fewer(&self, mentor: usize) -> Gain<'_> {
        match &self.used {
            Some(used) if self.mentees_of.get(mentor).is_some_and(|own| own.len() == 1) => {
                Gain::Served(used, Sign::Lost)
            }
            _ => Gain::Nothing,
        }
    }

    /// What is gained where a mentor has one mentee more: being used, if there was none.
    fn one_more(&self, mentor: usize) -> Gain<'_> {
        match &self.used {
            Some(used) if self.mentees_of.get(mentor).is_some_and(Vec::is_empty) => Gain::Served(used, Sign::Gained),
            _ => Gain::Nothing,
        }
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
                if self.counted_at(mentor) == hub {
                    each(self.mentor_node(mentor), self.one_fewer(mentor));
                }
            }
            for (at, _) in self.at_work.iter().enumerate().filter(|(_, mentors)| !mentors.is_empty()) {
                each(self.rows.len() + self.mentees_of.len() + at, Gain::Nothing);
            }
        } else if node < self.rows.len() {
            if self.mentor_of(node).is_some() {
                each(hub, Gain::Served(served(node), Sign::Lost));
            }
        } else if self.free.get(node - self.rows.len()).is_some_and(|free| *free) {
            each(self.counted_at(node - self.rows.len()), self.one_more(node - self.rows.len()));
        }
    }
}

/// A pair's numbers with a level for each fit that is told apart before them, after the first `ahead`.
fn expanded(steps: &[i128], (ahead, fit_at): (usize, usize), own: &[i128]) -> Vec<i128> {
    let fit = own.get(fit_at).copied().unwrap_or_default();
    let (waited, others) = own.split_at(ahead.min(own.len()));
    let reached = steps.iter().map(|step| i128::from(fit >= *step));
    waited.iter().copied().chain(reached).chain(others.iter().copied()).collect()
}
