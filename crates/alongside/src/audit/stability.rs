//! Whether no two people would both rather have each other, and what that costs in people served.

use super::allotment::Allotment;
use super::book::Book;
use super::checked::{Checked, Proof};
use super::finding::{Finding, FindingCode};
use super::optimality::most_served;
use super::proposals::Sums;
use super::survey::{Row, Survey};
use crate::domain::{Quality, StableMethod};
use crate::outcome::{Outcome, Stability, Status};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// Blocking pairs that are told one by one; how many there are is told as well.
const TOLD: usize = 100;

/// Compares the status and all that is said of stability. Time: candidates, and for the best of all mentees the logarithm
/// of their number as well.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    (book, survey, allotment): (&Book<'_>, &Survey<'_>, &Allotment),
    sums: &Sums,
    outcome: &Outcome,
) {
    let Quality::Stable { method } = book.matching.aim.quality else {
        if outcome.status == Status::Stable || outcome.stability.is_some() {
            let message = "the outcome calls itself stable, which is not the programme's aim";
            findings.push(Finding::new(FindingCode::Status, message));
        }
        return;
    };
    if outcome.status != Status::Stable {
        findings.push(Finding::new(FindingCode::Status, "the programme's aim is a stable matching"));
    }
    if outcome.certificate.is_some() {
        let message = "a matching that only has to be stable brings a certificate";
        findings.push(Finding::new(FindingCode::Certificate, message).about("certificate"));
    }
    let Some(stated) = &outcome.stability else {
        findings.push(Finding::new(FindingCode::Stability, "nothing is said of it").about("stability"));
        return;
    };
    if stated.method != method {
        findings.push(Finding::new(FindingCode::Stability, "the programme asks for another method").about("method"));
    }
    let proved = numbers(findings, (book, survey), sums, stated);
    let allowed = |(mentee, mentor)| survey.row(mentee).is_some_and(|row: &Row| row.quality(mentor).is_some());
    if !allotment.holds || !allotment.pairs().all(allowed) {
        return;
    }
    let sides = Sides { book, survey };
    let blocking = sides.blocking(allotment);
    if stated.blocking_pairs != blocking.len() {
        let (stated, derived) = (stated.blocking_pairs, blocking.len());
        findings
            .push(Finding::number(FindingCode::Stability, "number of them", stated, derived).about("blocking_pairs"));
    }
    for pair in blocking.iter().take(TOLD).filter_map(|(mentee, mentor)| book.pair(*mentee, *mentor)) {
        let message = "the two would both rather have each other than what is proposed to them";
        let finding = Finding::new(FindingCode::BlockingPair, message);
        findings.push(finding.mentee(&pair.mentee.person.id).mentor(&pair.mentor.person.id));
    }
    let best = method == StableMethod::BestForMentees && blocking.is_empty();
    let others = if best { sides.others(allotment) } else { Vec::new() };
    for mentee in others.iter().filter_map(|mentee| book.matching.mentees.get(*mentee)) {
        let message = "in the stable matching that is best for all mentees, this one has another mentor or none";
        findings.push(Finding::new(FindingCode::StableChoice, message).mentee(&mentee.person.id));
    }
    checked.proof = if blocking.is_empty() && others.is_empty() { Proof::Stable } else { Proof::Refuted };
    checked.certified = proved;
}

/// Compares the numbers served with the proposals, and the most that could be with what the prices prove; whether they
/// do.
fn numbers(
    findings: &mut Vec<Finding>,
    (book, survey): (&Book<'_>, &Survey<'_>),
    sums: &Sums,
    stated: &Stability,
) -> bool {
    let Some(most) = most_served(book, survey, &stated.mentor_of, &stated.prices) else {
        let message = "the prices do not prove how many could be served";
        findings.push(Finding::new(FindingCode::Stability, message).about("prices"));
        return false;
    };
    let mut number = |what: String, stated: i128, derived: i128| {
        if stated != derived {
            findings.push(Finding::number(FindingCode::Stability, "people", stated, derived).about(what));
        }
    };
    let most: Vec<i128> = most.into_iter().map(|most| most as i128).collect();
    let all = (sums.served as i128, most.iter().sum::<i128>());
    for (what, stated, derived) in [
        ("served", stated.served as i128, all.0),
        ("most", stated.most as i128, all.1),
        ("fewer", stated.fewer.into(), all.1 - all.0),
    ] {
        number(what.to_owned(), stated, derived);
    }
    if !stated.tiers.iter().map(|one| one.tier).eq(1..=book.matching.aim.tiers) {
        findings.push(Finding::new(FindingCode::Stability, "the tiers are others").about("tiers"));
        return true;
    }
    for ((stated, &served), &most) in stated.tiers.iter().zip(&sums.tiers).zip(&most) {
        let served = served as i128;
        for (what, stated_number, derived) in [
            ("served", stated.served as i128, served),
            ("most", stated.most as i128, most),
            ("fewer", stated.fewer.into(), most - served),
        ] {
            number(format!("{what} of tier {}", stated.tier), stated_number, derived);
        }
    }
    true
}

/// Both sides' orders over the candidates.
struct Sides<'s, 'a> {
    book: &'s Book<'a>,
    survey: &'s Survey<'a>,
}

impl Sides<'_, '_> {
    /// A mentee's candidates: who, what they are worth to the mentee, their fit and tie value. Who is chosen is worth more
    /// than who is not, an earlier choice more than a later one; all others are worth their fit.
    fn row(&self, mentee: usize) -> Vec<(usize, (bool, i128), i128, i128)> {
        let choices = self.book.matching.mentees.get(mentee).map_or(&[][..], |one| &one.choices);
        let candidates = self.survey.row(mentee).into_iter().flat_map(Row::iter);
        let worths = candidates.filter_map(|(mentor, own)| {
            let (fit, tie) = (*own.get(self.book.fit_at())?, *own.last()?);
            let id = &self.book.matching.mentors.get(mentor)?.person.id;
            let rank = choices.iter().position(|chosen| chosen == id);
            Some((mentor, rank.map_or((false, fit), |rank| (true, -(rank as i128))), fit, tie))
        });
        worths.collect()
    }

    /// Pairs, mentee and mentor, not proposed, of which the mentee has nobody or somebody they would rather not have, and the
    /// mentor a place left or somebody they would rather not have.
    fn blocking(&self, allotment: &Allotment) -> Vec<(usize, usize)> {
        let mentors = self.book.matching.mentors.len();
        let mut least: Vec<Option<i128>> = vec![None; mentors];
        let rows: Vec<_> = (0..self.book.matching.mentees.len()).map(|mentee| self.row(mentee)).collect();
        let held = |mentee: usize, mentor: usize| allotment.mentor_of(mentee) == Some(mentor);
        for (mentee, row) in rows.iter().enumerate() {
            for &(mentor, _, fit, _) in row.iter().filter(|one| held(mentee, one.0)) {
                if let Some(least) = least.get_mut(mentor) {
                    *least = Some(least.map_or(fit, |least| least.min(fit)));
                }
            }
        }
        let mut found = Vec::new();
        for (mentee, row) in rows.iter().enumerate() {
            let now = row.iter().find(|one| held(mentee, one.0)).map(|one| one.1);
            for &(mentor, worth, fit, _) in row.iter().filter(|one| !held(mentee, one.0)) {
                let room = allotment.taken(mentor) < self.book.free(mentor);
                let gains = least.get(mentor).copied().flatten().is_some_and(|least| fit > least);
                if now.is_none_or(|now| worth > now) && (room || gains) {
                    found.push((mentee, mentor));
                }
            }
        }
        found
    }

    /// Mentees to whom somebody else, or nobody, falls where mentees ask in order and mentors hold the best who asked, ties
    /// decided by the tie value, then by id.
    fn others(&self, allotment: &Allotment) -> Vec<usize> {
        let mentees = self.book.matching.mentees.len();
        let mut lists: Vec<_> = (0..mentees)
            .map(|mentee| {
                let mut row = self.row(mentee);
                row.sort_unstable_by_key(|&(mentor, worth, _, tie)| (worth, tie, Reverse(mentor)));
                row
            })
            .collect();
        // The one who would be let go first is the greatest of a heap.
        let mut holding = vec![BinaryHeap::new(); self.book.matching.mentors.len()];
        let mut mentor_of = vec![None; mentees];
        let mut asking: VecDeque<usize> = (0..mentees).collect();
        while let Some(mentee) = asking.pop_front() {
            // The best comes last in a list.
            let Some((mentor, _, fit, tie)) = lists.get_mut(mentee).and_then(Vec::pop) else { continue };
            let Some(heap) = holding.get_mut(mentor) else { continue };
            heap.push((Reverse((fit, tie)), mentee));
            mentor_of.get_mut(mentee).into_iter().for_each(|own| *own = Some(mentor));
            if heap.len() > self.book.free(mentor) as usize
                && let Some((_, gone)) = heap.pop()
            {
                mentor_of.get_mut(gone).into_iter().for_each(|own| *own = None);
                asking.push_back(gone);
            }
        }
        (0..mentees)
            .filter(|mentee| mentor_of.get(*mentee).copied().flatten() != allotment.mentor_of(*mentee))
            .collect()
    }
}
