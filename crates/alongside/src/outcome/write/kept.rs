//! Pairs that stand before the matching, and what is held.

use super::staff::for_staff;
use crate::compile::FixedPair;
use crate::criteria::{both_fits, strongest_against};
use crate::domain::{Decision, DecisionKind};
use crate::outcome::{Decided, Held, Kept, Objection, Urgent};
use crate::round::Round;

/// A fixed pair as the rules see it.
pub(crate) enum Standing {
    Kept(Kept),
    Urgent(Urgent),
}

/// The pairs that are urgent and those that go on, each by mentee.
pub(super) fn fixed(round: &Round<'_>) -> (Vec<Urgent>, Vec<Kept>) {
    let (mut urgent, mut kept) = (Vec::new(), Vec::new());
    for standing in round.compiled.fixed.pairs.iter().filter_map(|pair| standing(round, pair)) {
        match standing {
            Standing::Kept(pair) => kept.push(pair),
            Standing::Urgent(pair) => urgent.push(pair),
        }
    }
    (urgent, kept)
}

/// The mentee's fixed pair, if they have one.
pub(crate) fn fixed_pair(round: &Round<'_>, mentee: usize) -> Option<Standing> {
    let pair = round.compiled.fixed.pairs.iter().find(|pair| pair.mentee == mentee)?;
    standing(round, pair)
}

fn standing(round: &Round<'_>, pair: &FixedPair<'_>) -> Option<Standing> {
    let matching = round.compiled.matching;
    let FixedPair { mentee: at, mentor: with, current, since, decision, nominated } = *pair;
    let (person, other) = (matching.mentees.get(at)?, matching.mentors.get(with)?);
    let (mentee, mentor, tier) = (person.person.id.clone(), other.person.id.clone(), person.tier);
    let (decision, tier_by) = (decision.map(decided), matching.tier_by(person));
    let objections: Vec<Objection> = round
        .rules
        .verdicts(at, with)
        .zip(&matching.rules)
        .filter_map(|(verdict, rule)| {
            let hurdle = verdict.hurdle()?;
            let (answer, about) = (verdict.answered(), hurdle.about.cloned());
            Some(Objection { rule: rule.id.clone(), answer, obstacle: hurdle.obstacle, about })
        })
        .collect();
    if !objections.is_empty() {
        return Some(Standing::Urgent(Urgent {
            mentee,
            mentor,
            tier,
            tier_by,
            current,
            since,
            decision,
            nominated,
            for_staff: for_staff(round, at, with),
            objections,
        }));
    }
    let contributions = round.criteria.contributions(at, with);
    let (mentee_fit, mentor_fit) = both_fits(&contributions);
    Some(Standing::Kept(Kept {
        mentee,
        mentor,
        tier,
        tier_by,
        current,
        since,
        decision,
        nominated,
        fit: contributions.iter().map(|part| part.contribution).sum(),
        mentee_fit,
        mentor_fit,
        against: strongest_against(&contributions),
        contributions,
        wishes: round.wishes(at, with),
        ways: round.ways.told(at, with),
        for_staff: for_staff(round, at, with),
    }))
}

fn decided(decision: &Decision) -> Decided {
    Decided { by: decision.by.clone(), on: decision.on, reason: decision.reason.clone() }
}

/// What is held, in the order of the decisions.
pub(crate) fn held(round: &Round<'_>) -> Vec<Held> {
    let decisions = round.compiled.matching.decisions.iter();
    let held = decisions.filter_map(|decision| match &decision.kind {
        DecisionKind::Hold { mentee, mentor } => Some(Held {
            mentee: mentee.clone(),
            mentor: mentor.clone(),
            by: decision.by.clone(),
            on: decision.on,
            reason: decision.reason.clone(),
        }),
        _ => None,
    });
    held.collect()
}
