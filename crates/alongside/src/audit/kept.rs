//! Pairs that go on, pairs that a person has to look at first, and what is held.

use super::book::Book;
use super::checked::Checked;
use super::finding::{Finding, FindingCode};
use super::lists::Difference;
use super::priority;
use super::rules::Verdict;
use super::settled::Standing;
use super::told::Told;
use crate::domain::{Decision, PersonId};
use crate::outcome::{Answered, Decided, Held, Kept, Objection, Outcome, Urgent};
use std::sync::Arc;

/// Compares the three lists and every field of each entry.
pub(super) fn check(findings: &mut Vec<Finding>, checked: &mut Checked, book: &Book<'_>, outcome: &Outcome) {
    let (urgent, kept) = divided(book);
    let entry = |mentee, mentor| -> (&PersonId, &PersonId) { (mentee, mentor) };
    let ids = |pairs: &[Judged<'_>]| -> Vec<(PersonId, PersonId)> {
        pairs.iter().map(|(pair, _)| (pair.mentee.clone(), pair.mentor.clone())).collect()
    };
    let (urgent_ids, kept_ids) = (ids(&urgent), ids(&kept));
    let stated: Vec<_> = outcome.urgent.iter().map(|it| entry(&it.mentee, &it.mentor)).collect();
    let both = compare(findings, book, "urgent", &stated, &urgent_ids);
    for (stated, (pair, objections)) in both.iter().filter_map(|&(s, d)| outcome.urgent.get(s).zip(urgent.get(d))) {
        checked.urgent += 1;
        let from = findings.len();
        check_urgent(findings, book, stated, pair, objections);
        concern(findings, from, pair);
    }
    let stated: Vec<_> = outcome.kept.iter().map(|it| entry(&it.mentee, &it.mentor)).collect();
    let both = compare(findings, book, "kept", &stated, &kept_ids);
    for (stated, (pair, _)) in both.iter().filter_map(|&(s, d)| outcome.kept.get(s).zip(kept.get(d))) {
        checked.kept += 1;
        let from = findings.len();
        check_kept(findings, checked, book, stated, pair);
        concern(findings, from, pair);
    }
    let holds = holds(book);
    checked.held += holds.len();
    if outcome.held != holds {
        let message = "what is held, by whom, when or why is not as the decisions have it, in order";
        findings.push(Finding::new(FindingCode::HeldList, message).about("held"));
    }
}

/// A pair that stands, with what the rules have against it.
type Judged<'a> = (Standing<'a>, Vec<Objection>);

/// The pairs that are urgent and those that go on, each by mentee.
pub(super) fn divided<'a>(book: &Book<'a>) -> (Vec<Judged<'a>>, Vec<Judged<'a>>) {
    let pairs = book.settled.pairs.values().map(|pair| (*pair, objections(book, pair)));
    pairs.partition(|(_, objections)| !objections.is_empty())
}

/// What the rules have against a pair, in order of rules.
pub(super) fn objections(book: &Book<'_>, pair: &Standing<'_>) -> Vec<Objection> {
    let places = book.mentee_at(pair.mentee).zip(book.mentor_at(pair.mentor));
    let Some(pair) = places.and_then(|(mentee, mentor)| book.pair(mentee, mentor)) else { return Vec::new() };
    let mut objections = Vec::new();
    for (rule, verdict) in book.matching.rules.iter().zip(book.verdicts(pair)) {
        let (answer, (obstacle, about)) = match verdict {
            Verdict::Eligible => continue,
            Verdict::Refused(objection) => (Answered::Refused, objection),
            Verdict::NeedsCheck(objection) => (Answered::NeedsCheck, objection),
        };
        objections.push(Objection { rule: rule.id.clone(), answer, obstacle, about: about.map(Into::into) });
    }
    objections
}

/// What is held, as an outcome has it.
pub(super) fn holds(book: &Book<'_>) -> Vec<Held> {
    let held = |decision: &&Decision| Held {
        mentee: decision.kind.mentee().cloned(),
        mentor: decision.kind.mentor().cloned(),
        by: decision.by.clone(),
        on: decision.on,
        reason: decision.reason.clone(),
    };
    book.settled.holds.iter().map(held).collect()
}

/// The decision as an outcome has it.
pub(super) fn decided(decision: Option<&Decision>) -> Option<Decided> {
    decision.map(|it| Decided { by: it.by.clone(), on: it.on, reason: it.reason.clone() })
}

/// Reports pairs that are missing, unfounded, or out of order; gives the places of those that both have.
fn compare(
    findings: &mut Vec<Finding>,
    book: &Book<'_>,
    list: &'static str,
    stated: &[(&PersonId, &PersonId)],
    derived: &[(PersonId, PersonId)],
) -> Vec<(usize, usize)> {
    let difference = Difference::of(stated.iter().copied(), derived.iter().map(|(mentee, mentor)| (mentee, mentor)));
    for (mentee, mentor) in difference.missing.iter().filter_map(|&at| derived.get(at)) {
        let message = "the pair stands, and is not in the list that it belongs to";
        findings.push(Finding::new(FindingCode::KeptMissing, message).about(list).mentee(mentee).mentor(mentor));
    }
    for (mentee, mentor) in difference.unfounded.iter().filter_map(|&at| stated.get(at)) {
        let known = book.mentee_at(mentee).is_some() && book.mentor_at(mentor).is_some();
        let (code, message) = if known {
            (FindingCode::KeptUnfounded, "the pair neither meets nor is kept, belongs to another list, or stands twice")
        } else {
            (FindingCode::UnknownPerson, "the pair is of somebody whom the programme does not have on that side")
        };
        findings.push(Finding::new(code, message).about(list).mentee(mentee).mentor(mentor));
    }
    difference.check_order(findings, list);
    difference.both
}

fn check_urgent(
    findings: &mut Vec<Finding>,
    book: &Book<'_>,
    stated: &Urgent,
    pair: &Standing<'_>,
    objections: &[Objection],
) {
    let stands = ((stated.tier, &stated.tier_by), (stated.current, stated.nominated), stated.since, &stated.decision);
    check_standing(findings, book, stands, pair);
    let places = book.mentee_at(pair.mentee).zip(book.mentor_at(pair.mentor));
    if let Some(pair) = places.and_then(|(mentee, mentor)| book.pair(mentee, mentor)) {
        super::staff::check(findings, book.matching, pair, &stated.for_staff);
    }
    if stated.objections != objections {
        let message = "what the rules have against the pair is something else";
        findings.push(Finding::new(FindingCode::Objections, message));
    }
}

fn check_kept(findings: &mut Vec<Finding>, checked: &mut Checked, book: &Book<'_>, stated: &Kept, pair: &Standing<'_>) {
    check_standing(
        findings,
        book,
        ((stated.tier, &stated.tier_by), (stated.current, stated.nominated), stated.since, &stated.decision),
        pair,
    );
    let places = book.mentee_at(pair.mentee).zip(book.mentor_at(pair.mentor));
    let Some(pair) = places.and_then(|(mentee, mentor)| book.pair(mentee, mentor)) else { return };
    let told = Told {
        contributions: &stated.contributions,
        fits: [stated.fit, stated.mentee_fit, stated.mentor_fit],
        against: stated.against.as_ref(),
        wishes: &stated.wishes,
        ways: &stated.ways,
        for_staff: &stated.for_staff,
    };
    told.check(findings, checked, book, pair);
}

/// Tier and ground, whether the pair meets, whether it is one of a nomination alone, since when, the decision that keeps it.
type Stated<'a> = ((u8, &'a Option<Arc<str>>), (bool, bool), Option<crate::domain::Date>, &'a Option<Decided>);

/// Compares the tier, whether the pair meets, since when, and the decision that keeps it.
fn check_standing(
    findings: &mut Vec<Finding>,
    book: &Book<'_>,
    (tier, (current, nominated), since, decision): Stated<'_>,
    pair: &Standing<'_>,
) {
    if let Some(mentee) = book.mentee_at(pair.mentee).and_then(|at| book.matching.mentees.get(at)) {
        priority::check(findings, book.matching, mentee, tier);
    }
    for (what, same) in [
        ("current", current == pair.current),
        ("nominated", nominated == pair.nominated),
        ("since", since == pair.since),
        ("decision", *decision == decided(pair.decision)),
    ] {
        if !same {
            findings.push(Finding::new(FindingCode::KeptFacts, "the programme has another value").about(what));
        }
    }
}

fn concern(findings: &mut [Finding], from: usize, pair: &Standing<'_>) {
    for finding in findings.iter_mut().skip(from) {
        finding.mentee = Some(pair.mentee.clone());
        finding.mentor = Some(pair.mentor.clone());
    }
}
