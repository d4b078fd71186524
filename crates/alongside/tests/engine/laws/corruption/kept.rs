//! What is said of pairs that stand and of what is held.

use super::{Kind, one_of};
use alongside::outcome::{Answered, Obstacle};

pub(super) const KINDS: &[Kind] = &[
    ("kept missing", |_, outcome, _| drop(outcome.kept.pop())),
    ("kept twice", |_, outcome, _| outcome.kept.extend(outcome.kept.last().cloned())),
    ("kept reversed", |_, outcome, _| outcome.kept.reverse()),
    ("kept since", |_, outcome, dice| one_of(&mut outcome.kept, dice, |one| one.since = None)),
    ("kept current", |_, outcome, dice| one_of(&mut outcome.kept, dice, |one| one.current = !one.current)),
    ("kept decision", |_, outcome, dice| one_of(&mut outcome.kept, dice, |one| one.decision = None)),
    ("kept fit", |_, outcome, dice| one_of(&mut outcome.kept, dice, |one| one.fit += 1)),
    ("kept tier", |_, outcome, dice| one_of(&mut outcome.kept, dice, |one| one.tier += 1)),
    ("kept contribution missing", |_, outcome, dice| {
        one_of(&mut outcome.kept, dice, |one| drop(one.contributions.pop()));
    }),
    ("urgent missing", |_, outcome, _| drop(outcome.urgent.pop())),
    ("urgent reversed", |_, outcome, _| outcome.urgent.reverse()),
    ("urgent answer", |_, outcome, dice| {
        one_of(&mut outcome.urgent, dice, |one| one.objections[0].answer = Answered::Eligible);
    }),
    ("urgent obstacle", |_, outcome, dice| {
        one_of(&mut outcome.urgent, dice, |one| one.objections[0].obstacle = Obstacle::DifferenceOutOfBounds);
    }),
    ("urgent objection missing", |_, outcome, dice| {
        one_of(&mut outcome.urgent, dice, |one| drop(one.objections.pop()));
    }),
    ("held missing", |_, outcome, _| drop(outcome.held.pop())),
    ("held why", |_, outcome, dice| one_of(&mut outcome.held, dice, |one| one.reason.push('x'))),
    ("held reversed", |_, outcome, _| outcome.held.reverse()),
    ("continuing", |_, outcome, _| outcome.totals.continuing += 1),
    ("places taken", |_, outcome, _| outcome.totals.places_taken += 1),
];
