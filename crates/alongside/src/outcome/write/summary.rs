//! Totals, rules, criteria and what the programme put on record.

use crate::outcome::{CriterionReport, ProgrammeSummary, Proposal, Record, RuleReport, Status, TierTotals, Totals};
use crate::round::Round;
use crate::solve;

pub(super) fn programme(round: &Round<'_>) -> ProgrammeSummary {
    let matching = round.compiled.matching;
    ProgrammeSummary {
        name: matching.name.clone(),
        support: matching.support,
        as_of: matching.as_of,
        planned_until: matching.planned_until,
        seed: matching.seed,
        floor: matching.aim.floor,
    }
}

pub(super) const fn status(round: &Round<'_>) -> Status {
    match round.solution.status {
        solve::Status::Optimal => Status::Optimal,
        solve::Status::BestFound => Status::BestFound,
    }
}

pub(super) fn totals(round: &Round<'_>, proposals: &[Proposal]) -> Totals {
    let matching = round.compiled.matching;
    let tiers = (1..=matching.aim.tiers).map(|tier| {
        let mentees = matching.mentees.iter().filter(|mentee| mentee.tier == tier).count();
        let served = proposals.iter().filter(|proposal| proposal.tier == tier).count();
        TierTotals { tier, mentees, served, waiting: mentees - served }
    });
    Totals {
        mentees: matching.mentees.len(),
        mentors: matching.mentors.len(),
        places: matching.mentors.iter().map(|mentor| u64::from(mentor.capacity)).sum(),
        candidates: round.graph.len(),
        served: proposals.len(),
        waiting: matching.mentees.len() - proposals.len(),
        total_fit: proposals.iter().map(|proposal| proposal.fit).sum(),
        full_fit: matching.full_fit(),
        tiers: tiers.collect(),
    }
}

pub(super) fn rules(round: &Round<'_>) -> Vec<RuleReport> {
    let rules = round.compiled.matching.rules.iter();
    rules
        .map(|rule| RuleReport { id: rule.id.clone(), rule: rule.kind.name().to_owned(), why: rule.why.clone() })
        .collect()
}

pub(super) fn criteria(round: &Round<'_>, proposals: &[Proposal]) -> Vec<CriterionReport> {
    let criteria = round.compiled.matching.criteria.iter().enumerate();
    let reports = criteria.map(|(at, criterion)| CriterionReport {
        id: criterion.id.clone(),
        criterion: criterion.kind.name().to_owned(),
        weight: criterion.weight,
        why: criterion.why.clone(),
        unknown: criterion.unknown,
        points: proposals.iter().filter_map(|one| one.contributions.get(at)).map(|part| part.points).sum(),
    });
    reports.collect()
}

/// Bases, justifications and decisions: nothing about a protected characteristic works silently.
pub(super) fn records(round: &Round<'_>) -> Vec<Record> {
    let matching = round.compiled.matching;
    let bases = matching.attributes.values().filter_map(|attribute| {
        attribute.basis.as_ref().map(|record| Record::Basis {
            attribute: attribute.key.to_string(),
            basis: record.basis,
            note: record.note.clone(),
        })
    });
    let justifications = matching
        .justifications
        .iter()
        .map(|one| Record::Justification { attribute: one.attribute.to_string(), reason: one.reason.clone() });
    let decisions = matching.decisions.iter().map(|one| Record::Decision {
        mentee: one.mentee.clone(),
        attribute: one.attribute.to_string(),
        by: one.by.clone(),
        on: one.on,
        reason: one.reason.clone(),
    });
    let friends = matching.friend_decisions.iter().map(|one| Record::FriendDecision {
        mentee: one.mentee.clone(),
        mentor: one.mentor.clone(),
        by: one.by.clone(),
        on: one.on,
        reason: one.reason.clone(),
    });
    let protected = |attribute: &crate::domain::AttributeKey| {
        matching.attributes.get(attribute).is_some_and(|known| known.protected.is_some())
    };
    let of_rules =
        matching.rules.iter().filter_map(|rule| Some((&rule.id, rule.kind.attributes(), rule.why.as_ref()?)));
    let of_criteria = matching.criteria.iter().map(|one| (&one.id, one.kind.attributes(), &one.why));
    let reasons = of_rules.chain(of_criteria).flat_map(|(of, attributes, reason)| {
        attributes.into_iter().filter(|attribute| protected(attribute)).map(move |attribute| Record::Reason {
            of: of.clone(),
            attribute: attribute.to_string(),
            reason: reason.clone(),
        })
    });
    bases.chain(reasons).chain(justifications).chain(decisions).chain(friends).collect()
}
