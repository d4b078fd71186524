//! Everybody left waiting, in order, with the reasons.

use super::allotment::Allotment;
use super::book::Book;
use super::calendar::day_number;
use super::checked::Checked;
use super::company;
use super::finding::{Finding, FindingCode};
use super::lists::Difference;
use super::priority;
use super::programmes;
use super::reasons;
use super::supervision;
use super::survey::Survey;
use crate::domain::{Date, Mentee};
use crate::outcome::Unmatched;

/// Compares the list of people left waiting and every field of each.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    survey: &Survey<'_>,
    allotment: &Allotment,
    stated: &[Unmatched],
) {
    let derived = in_order(book, allotment);
    let ids = derived.iter().map(|(_, mentee)| &mentee.person.id);
    let difference = Difference::of(stated.iter().map(|unmatched| &unmatched.mentee), ids);
    for &at in &difference.missing {
        let finding = Finding::new(FindingCode::WaitingMissing, "waits without a proposal and is not listed");
        findings.extend(derived.get(at).map(|(_, mentee)| finding.mentee(&mentee.person.id)));
    }
    for unmatched in difference.unfounded.iter().filter_map(|&at| stated.get(at)) {
        findings.push(
            match book.mentee_at(&unmatched.mentee) {
                Some(_) => Finding::new(
                    FindingCode::WaitingUnfounded,
                    "has a proposal or a pair, is held, or is listed already",
                ),
                None => Finding::new(FindingCode::UnknownPerson, "the programme has no such mentee").about("unmatched"),
            }
            .mentee(&unmatched.mentee),
        );
    }
    difference.check_order(findings, "unmatched");
    for (unmatched, &(at, mentee)) in
        difference.both.iter().filter_map(|&(stated_at, at)| stated.get(stated_at).zip(derived.get(at)))
    {
        checked.waiting += 1;
        let from = findings.len();
        check_one(findings, checked, book, survey, allotment, (at, mentee), unmatched);
        findings.iter_mut().skip(from).for_each(|finding| finding.mentee = Some(mentee.person.id.clone()));
    }
}

fn check_one(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    survey: &Survey<'_>,
    allotment: &Allotment,
    (at, mentee): (usize, &Mentee),
    stated: &Unmatched,
) {
    priority::check(findings, book.matching, mentee, (stated.tier, &stated.tier_by));
    programmes::check_referral(findings, book.matching, &mentee.person, stated.programme.as_ref(), None);
    if stated.waiting_since != mentee.waiting_since {
        let message = "the day since which the mentee waits is another one";
        findings.push(Finding::new(FindingCode::WaitingTime, message).about("waiting_since"));
    }
    if stated.waiting_days != days_waited(mentee.waiting_since, book.matching.as_of) {
        let message = "the days waited are not those from that day to the programme's date";
        findings.push(Finding::new(FindingCode::WaitingTime, message).about("waiting_days"));
    }
    if let Some(tally) = survey.waiting.get(&at) {
        reasons::check(findings, checked, &book.matching.rules, tally, (&stated.reasons, &stated.asked));
    }
    let candidates = survey.row(at).map_or(&[][..], |row| &row.mentors);
    let short_of = company::short_of(book, candidates, allotment, at);
    let short: usize = short_of.iter().map(|one| one.candidates).sum();
    let elsewhere = needed_elsewhere(book, survey, allotment, at) + short;
    if stated.short_of != short_of {
        let message = "what candidates with a place have too little of is something else";
        findings.push(Finding::new(FindingCode::NeededElsewhere, message).about("short_of"));
    }
    if stated.needed_elsewhere != elsewhere {
        let (code, what) = (FindingCode::NeededElsewhere, "candidates whose places went to others");
        findings.push(Finding::number(code, what, stated.needed_elsewhere, elsewhere));
    }
    if stated.held_back != supervision::held_back(book, survey, allotment, at) {
        let message = "the supervisors without room whose mentors have a place are others";
        findings.push(Finding::new(FindingCode::NeededElsewhere, message).about("held_back"));
    }
    let servable = servable(survey, at);
    if stated.servable != servable {
        findings.push(Finding::number(FindingCode::Servable, "servable", stated.servable, servable));
    }
}

/// Mentees without a proposal, a pair or a hold: by tier, then longest waiting (an unknown day last), then id.
pub(super) fn in_order<'a>(book: &Book<'a>, allotment: &Allotment) -> Vec<(usize, &'a Mentee)> {
    let mentees = &book.matching.mentees;
    let mut waiting: Vec<_> = allotment.waiting().filter_map(|at| Some((at, mentees.get(at)?))).collect();
    waiting.sort_by_key(|(_, mentee)| {
        (mentee.tier, mentee.waiting_since.is_none(), mentee.waiting_since, &mentee.person.id)
    });
    waiting
}

/// Days from one day to the other, at least 0.
pub(super) fn days_waited(since: Option<Date>, as_of: Date) -> Option<i64> {
    since.map(|since| (day_number(as_of) - day_number(since)).max(0))
}

/// Candidates of the mentee whose places are all taken, or whose supervisor has no room.
pub(super) fn needed_elsewhere(book: &Book<'_>, survey: &Survey<'_>, allotment: &Allotment, mentee: usize) -> usize {
    let full = |mentor: usize| allotment.left(book, mentor) == 0;
    survey.row(mentee).map_or(0, |row| row.mentors.iter().filter(|&&mentor| full(mentor)).count())
}

/// Whether the mentee has any candidate.
pub(super) fn servable(survey: &Survey<'_>, mentee: usize) -> bool {
    survey.row(mentee).is_some_and(|row| !row.mentors.is_empty())
}
