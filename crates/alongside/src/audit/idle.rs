//! Every mentor with nobody proposed, with the reasons.

use super::allotment::Allotment;
use super::book::Book;
use super::checked::Checked;
use super::finding::{Finding, FindingCode};
use super::lists::Difference;
use super::reasons;
use super::supervision;
use super::survey::Survey;
use crate::domain::Mentor;
use crate::outcome::Idle;

/// Compares the list of idle mentors and every field of each.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    survey: &Survey<'_>,
    allotment: &Allotment,
    stated: &[Idle],
) {
    let derived = in_order(book, allotment);
    let ids = derived.iter().map(|(_, mentor)| &mentor.person.id);
    let difference = Difference::of(stated.iter().map(|idle| &idle.mentor), ids);
    for &at in &difference.missing {
        let finding = Finding::new(FindingCode::IdleMissing, "has nobody proposed and is not listed");
        findings.extend(derived.get(at).map(|(_, mentor)| finding.mentor(&mentor.person.id)));
    }
    for idle in difference.unfounded.iter().filter_map(|&at| stated.get(at)) {
        findings.push(
            match book.mentor_at(&idle.mentor) {
                Some(_) => Finding::new(FindingCode::IdleUnfounded, "has a proposal or a pair, or is listed already"),
                None => Finding::new(FindingCode::UnknownPerson, "the programme has no such mentor").about("idle"),
            }
            .mentor(&idle.mentor),
        );
    }
    difference.check_order(findings, "idle");
    let served = served_elsewhere(survey, allotment, book.matching.mentors.len());
    for (idle, &(at, mentor)) in
        difference.both.iter().filter_map(|&(stated_at, at)| stated.get(stated_at).zip(derived.get(at)))
    {
        checked.idle += 1;
        let from = findings.len();
        if idle.capacity != mentor.capacity {
            findings.push(Finding::number(FindingCode::Capacity, "places", idle.capacity, mentor.capacity));
        }
        if let Some(tally) = survey.idle.get(&at) {
            reasons::check(findings, checked, &book.matching.rules, tally, (&idle.reasons, &idle.asked));
        }
        let served = served.get(at).copied().unwrap_or_default();
        if idle.served_elsewhere != served {
            let (code, what) = (FindingCode::ServedElsewhere, "candidates who are served by others");
            findings.push(Finding::number(code, what, idle.served_elsewhere, served));
        }
        if idle.held_back_by.as_ref() != supervision::held_back_by(book, survey, allotment, (at, served)) {
            let message = "the supervisor whose full caseload keeps the mentor idle is another one, or none";
            findings.push(Finding::new(FindingCode::ServedElsewhere, message).about("held_back_by"));
        }
        findings.iter_mut().skip(from).for_each(|finding| finding.mentor = Some(mentor.person.id.clone()));
    }
}

/// Mentors without a proposal and without a pair or a reserved place, those without a place included, by id.
pub(super) fn in_order<'a>(book: &Book<'a>, allotment: &Allotment) -> Vec<(usize, &'a Mentor)> {
    let mentors = &book.matching.mentors;
    let mut idle: Vec<_> = allotment.idle().filter_map(|at| Some((at, mentors.get(at)?))).collect();
    idle.sort_by_key(|(_, mentor)| &mentor.person.id);
    idle
}

/// Of each mentor, candidates that have a proposal.
pub(super) fn served_elsewhere(survey: &Survey<'_>, allotment: &Allotment, mentors: usize) -> Vec<usize> {
    let mut served = vec![0; mentors];
    let with_proposal = survey.rows.iter().enumerate().filter(|(mentee, _)| allotment.mentor_of(*mentee).is_some());
    for &mentor in with_proposal.flat_map(|(_, row)| &row.mentors) {
        if let Some(count) = served.get_mut(mentor) {
            *count += 1;
        }
    }
    served
}
