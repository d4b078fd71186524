//! Totals, rules, criteria and what the programme put on record.

use crate::domain::{Attribute, AttributeKey, Ground, GroundKind, RuleKind, Supervisor};
use crate::outcome::{
    CriterionReport, GroundReport, ProgrammeSummary, Proposal, Record, RuleReport, Status, SupervisorReport,
    TierTotals, Totals, Urgent,
};
use crate::round::Round;
use std::sync::Arc;

/// What is said of the programme.
pub(crate) fn programme(round: &Round<'_>) -> ProgrammeSummary {
    let matching = round.compiled.matching;
    ProgrammeSummary {
        name: matching.name.clone(),
        support: matching.support,
        design: Some(matching.design.clone()).filter(|design| !design.is_silent()),
        as_of: matching.as_of,
        planned_until: matching.planned_until,
        seed: matching.seed,
        floor: matching.aim.floor,
        mentee_floor: matching.aim.mentee_floor,
        mentor_floor: matching.aim.mentor_floor,
    }
}

pub(super) fn status(round: &Round<'_>) -> Status {
    if round.stable.is_some() {
        return Status::Stable;
    }
    if round.is_optimal() { Status::Optimal } else { Status::BestFound }
}

pub(super) fn totals(round: &Round<'_>, proposals: &[Proposal], urgent: &[Urgent]) -> Totals {
    let (matching, fixed) = (round.compiled.matching, &round.compiled.fixed);
    // Mentees of one tier, or of all: how many, served, continuing, urgent, held.
    let counts = |of: &dyn Fn(u8) -> bool| {
        let here = || matching.mentees.iter().enumerate().filter(|(_, mentee)| of(mentee.tier)).map(|(at, _)| at);
        let urgent = urgent.iter().filter(|one| of(one.tier)).count();
        let fixed_pairs = here().filter(|at| fixed.mentor_of.get(*at).is_some_and(Option::is_some)).count();
        let served = proposals.iter().filter(|one| of(one.tier)).count();
        (here().count(), served, fixed_pairs - urgent, urgent, here().filter(|at| fixed.is_held(*at)).count())
    };
    let tiers = (1..=matching.aim.tiers).map(|tier| {
        let (mentees, served, continuing, urgent, held) = counts(&|of| of == tier);
        let waiting = mentees - served - continuing - urgent - held;
        TierTotals { tier, mentees, served, continuing, urgent, held, waiting }
    });
    let (mentees, served, continuing, urgent, held) = counts(&|_| true);
    let places = matching.mentors.iter().map(|mentor| u64::from(mentor.capacity)).sum();
    Totals {
        mentees,
        mentors: matching.mentors.len(),
        places,
        places_taken: places - fixed.free.iter().map(|free| u64::from(*free)).sum::<u64>(),
        candidates: round.candidates,
        served,
        continuing,
        urgent,
        held,
        waiting: mentees - served - continuing - urgent - held,
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
        weighing: Some(criterion.weighing.clone()).filter(|_| round.compiled.matching.design.shifts_weights()),
        view: criterion.view,
        why: criterion.why.clone(),
        unknown: criterion.unknown,
        points: proposals.iter().filter_map(|one| one.contributions.get(at)).map(|part| part.points).sum(),
    });
    reports.collect()
}

/// The grounds on which mentees stand in an earlier tier, and how many do by each.
pub(crate) fn priority(round: &Round<'_>) -> Vec<GroundReport> {
    let matching = round.compiled.matching;
    let mut mentees = vec![0; matching.priority.len()];
    for at in matching.mentees.iter().filter_map(|mentee| mentee.tier_by) {
        mentees.get_mut(at).into_iter().for_each(|many| *many += 1);
    }
    let report = |(ground, mentees): (&Ground, usize)| GroundReport {
        id: ground.id.clone(),
        tier: ground.tier,
        why: ground.why.clone(),
        attribute: ground.kind.attribute().map(ToString::to_string),
        promised_days: match ground.kind {
            GroundKind::Promise { promised_days, .. } => Some(promised_days),
            GroundKind::Answer { .. } | GroundKind::Soon { .. } => None,
        },
        mentees,
    };
    matching.priority.iter().zip(mentees).map(report).collect()
}

/// Every supervisor's caseload, and what the matching makes of it.
pub(super) fn supervisors(round: &Round<'_>) -> Vec<SupervisorReport> {
    let supervision = &round.compiled.supervision;
    let mut mentors = vec![0; supervision.room.len()];
    for at in supervision.of.iter().flatten() {
        mentors.get_mut(*at as usize).into_iter().for_each(|many| *many += 1);
    }
    let count = |of: &[u32], at: usize| of.get(at).copied().unwrap_or(0);
    let report = |(at, one): (usize, &Supervisor)| SupervisorReport {
        supervisor: one.id.clone(),
        caseload: one.caseload,
        mentors: mentors.get(at).copied().unwrap_or(0),
        before: count(&supervision.before, at),
        proposed: count(&supervision.room, at) - round.room_left(at),
        left: round.room_left(at),
    };
    round.compiled.matching.supervisors.iter().enumerate().map(report).collect()
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
        decision: one.kind.name().to_owned(),
        mentee: one.kind.mentee().cloned(),
        mentor: one.kind.mentor().cloned(),
        attribute: one.kind.attribute().map(ToString::to_string),
        by: one.by.clone(),
        on: one.on,
        reason: one.reason.clone(),
    });
    let protected =
        |attribute: &AttributeKey| matching.attributes.get(attribute).is_some_and(|known| known.protected.is_some());
    // Some rules refuse by a protected characteristic without being asked why: they have a reason of their own.
    let of_rules = matching.rules.iter().filter_map(|rule| {
        let (attributes, standing) = rule.kind.gates().unwrap_or_else(|| (rule.kind.attributes(), ""));
        let reason = rule.why.as_deref().or_else(|| Some(standing).filter(|standing| !standing.is_empty()))?;
        Some((rule.id.clone(), attributes, reason))
    });
    let of_ways = matching.delivery.gates().map(|(attribute, reason)| ("delivery".into(), vec![attribute], reason));
    let of_criteria = matching.criteria.iter().map(|one| (one.id.clone(), one.kind.attributes(), &*one.why));
    let of_grounds = matching.priority.iter();
    let of_grounds =
        of_grounds.map(|one| (one.id.clone(), one.kind.attribute().cloned().into_iter().collect(), &*one.why));
    let all = of_rules.chain(of_ways).chain(of_criteria).chain(of_grounds);
    let reasons = all.flat_map(|(of, attributes, reason): (Arc<str>, Vec<AttributeKey>, &str)| {
        attributes.into_iter().filter(|attribute| protected(attribute)).map(move |attribute| Record::Reason {
            of: of.clone(),
            attribute: attribute.to_string(),
            reason: reason.to_owned(),
        })
    });
    let told = matching.disclosure.iter().filter_map(|one| {
        let reason =
            one.why.clone().filter(|_| matching.attributes.get(&one.what).is_some_and(Attribute::is_private))?;
        Some(Record::Reason { of: "disclosure".into(), attribute: one.what.to_string(), reason })
    });
    let tables = matching.rules.iter().filter_map(|rule| match &rule.kind {
        RuleKind::ActivityChecks { activity, .. } => Some(activity.rows.iter()),
        _ => None,
    });
    // A row of the programme's own may lower what is asked for.
    let rows = tables.flatten().filter(|row| row.own).map(|row| Record::CheckRow {
        row: row.row.clone(),
        check: row.check.clone(),
        source: row.source.clone(),
    });
    bases.chain(reasons).chain(told).chain(rows).chain(justifications).chain(decisions).collect()
}
