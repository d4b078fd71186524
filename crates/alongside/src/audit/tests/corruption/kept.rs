//! Pairs that stand beforehand, and what is held.

use super::{Spoil, all_are_caught, all_at_once, stranger};
use crate::audit::FindingCode as Code;
use crate::outcome::{Answered, Obstacle, Outcome};

const WAYS: &[Spoil] = &[
    ("a pair that goes on missing", Code::KeptMissing, |it| it.kept.pop().map(drop)),
    ("an urgent pair missing", Code::KeptMissing, |it| it.urgent.pop().map(drop)),
    ("a pair twice", Code::KeptUnfounded, |it| Some(it.kept.push(it.kept.last()?.clone()))),
    ("another mentor of a pair", Code::KeptUnfounded, |it| {
        let mentor = it.kept.first()?.mentor.clone();
        let other = it.idle.iter().find(|idle| idle.mentor != mentor)?.mentor.clone();
        Some(it.kept.first_mut()?.mentor = other)
    }),
    ("an urgent pair confirmed", Code::KeptUnfounded, |it| {
        let urgent = it.urgent.pop()?;
        let mut confirmed = it.kept.last()?.clone();
        (confirmed.mentee, confirmed.mentor) = (urgent.mentee, urgent.mentor);
        Some(it.kept.push(confirmed))
    }),
    ("an unknown mentee kept", Code::UnknownPerson, |it| Some(it.kept.first_mut()?.mentee = stranger())),
    ("kept pairs out of order", Code::Order, |it| (it.kept.len() > 1).then(|| it.kept.reverse())),
    ("since when", Code::KeptFacts, |it| it.kept.iter_mut().find_map(|it| it.since.take()).map(drop)),
    ("whether a pair meets", Code::KeptFacts, |it| it.kept.first_mut().map(|it| it.current = !it.current)),
    ("the decision that keeps a pair", Code::KeptFacts, |it| {
        it.kept.iter_mut().find_map(|it| it.decision.take()).map(drop)
    }),
    ("why a pair is kept", Code::KeptFacts, |it| {
        let decision = it.urgent.iter_mut().find_map(|it| it.decision.as_mut())?;
        Some(decision.reason.push('?'))
    }),
    ("tier of a kept pair", Code::Tier, |it| Some(it.kept.first_mut()?.tier += 1)),
    ("fit of a kept pair", Code::Fit, |it| Some(it.kept.first_mut()?.fit += 1)),
    ("points of a kept pair", Code::Points, |it| Some(it.kept.first_mut()?.contributions.first_mut()?.points += 1)),
    ("wishes of a kept pair", Code::Wishes, |it| it.kept.iter_mut().find_map(|it| it.wishes.pop()).map(drop)),
    ("the point against a kept pair", Code::Against, |it| {
        it.kept.iter_mut().find_map(|it| it.against.take()).map(drop)
    }),
    ("an objection missing", Code::Objections, |it| it.urgent.first_mut()?.objections.pop().map(drop)),
    ("an obstacle", Code::Objections, |it| {
        let objection = it.urgent.first_mut()?.objections.first_mut()?;
        let other = objection.obstacle != Obstacle::Excluded;
        Some(objection.obstacle = if other { Obstacle::Excluded } else { Obstacle::Barred })
    }),
    ("what a rule answers", Code::Objections, |it| {
        Some(it.urgent.first_mut()?.objections.first_mut()?.answer = Answered::Eligible)
    }),
    ("a hold missing", Code::HeldList, |it| it.held.pop().map(drop)),
    ("why something is held", Code::HeldList, |it| Some(it.held.first_mut()?.reason.push('?'))),
    ("holds out of order", Code::HeldList, |it| (it.held.len() > 1).then(|| it.held.reverse())),
    ("a kept mentee proposed", Code::RepeatedMentee, |it| {
        let mut forged = it.proposals.first()?.clone();
        forged.mentee = it.kept.first()?.mentee.clone();
        Some(it.proposals.push(forged))
    }),
    ("a held mentee proposed", Code::RepeatedMentee, |it| {
        let mut forged = it.proposals.first()?.clone();
        forged.mentee = it.held.iter().find_map(|held| held.mentee.clone())?;
        Some(it.proposals.push(forged))
    }),
    ("a kept mentee waiting", Code::WaitingUnfounded, |it| {
        let mut forged = it.unmatched.first()?.clone();
        forged.mentee = it.kept.first()?.mentee.clone();
        Some(it.unmatched.push(forged))
    }),
    ("continuing", Code::Totals, |it| Some(it.totals.continuing += 1)),
    ("urgent", Code::Totals, |it| Some(it.totals.urgent += 1)),
    ("held", Code::Totals, |it| Some(it.totals.held += 1)),
    ("places taken", Code::Totals, |it| Some(it.totals.places_taken += 1)),
    ("a tier's held", Code::TierTotals, |it| Some(it.totals.tiers.first_mut()?.held += 1)),
    ("settled", Code::Asked, |it: &mut Outcome| Some(it.idle.first_mut()?.asked.settled += 1)),
];

#[test]
fn spoilt_pairs_and_holds_are_caught() {
    all_are_caught(WAYS);
    all_at_once(WAYS);
}
